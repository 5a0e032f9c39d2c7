-- 50 Least certain rows
--
-- Which claims of a period is the program least sure of, and which rule made them?
--
-- param since: 2024-07-01
-- param until: 2024-07-31
-- param below: 0.9
-- columns: confidence, rule, speakers, text, article, claim_id
--
-- What to look at first. "communique review" walks through them and keeps what is decided.
SELECT c.confidence, c.rule, c.speakers, c.text, a.title AS article, c.claim_id
FROM v_articles AS a
JOIN v_claims AS c ON c.article_id = a.article_id
WHERE a.published_on BETWEEN :since AND :until
    AND c.confidence < CAST(:below AS REAL)
ORDER BY c.confidence, a.published_on, c.claim_id
