-- 38 Most heard people
--
-- Whose words are told most in a period, in how many articles, and how much of it as a quotation?
--
-- param since: 2024-07-01
-- param until: 2024-07-31
-- param at_least: 3
-- columns: person, claims, statements, articles, originals, direct
--
-- "statements" counts what several articles tell once. "direct" is the number of claims that hold a quotation.
SELECT
    p.name AS person,
    COUNT(DISTINCT c.claim_id) AS claims,
    COUNT(DISTINCT c.statement_id) AS statements,
    COUNT(DISTINCT c.article_id) AS articles,
    COUNT(DISTINCT COALESCE(a.duplicate_of, a.article_id)) AS originals,
    COUNT(DISTINCT CASE WHEN c.is_direct THEN c.claim_id END) AS direct
FROM v_articles AS a
JOIN v_claims AS c ON c.article_id = a.article_id
JOIN v_claim_people AS p ON p.claim_id = c.claim_id AND p.relation = 'speaker'
WHERE a.published_on BETWEEN :since AND :until
GROUP BY p.name
HAVING COUNT(DISTINCT c.claim_id) >= CAST(:at_least AS INTEGER)
ORDER BY 2 DESC, 1
