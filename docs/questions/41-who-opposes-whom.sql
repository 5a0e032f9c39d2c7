-- 41 Who opposes whom
--
-- Which actors spoke against which others in a period, how often, and with which words last?
--
-- param since: 2024-01-01
-- param until: 2024-12-31
-- columns: actor, target, claims, articles, last_on
--
-- Claims of act "oppose" by the actor that are aimed at another; denied ones ("does not oppose") are left out.
SELECT
    b.name AS actor,
    t.name AS target,
    COUNT(DISTINCT c.claim_id) AS claims,
    COUNT(DISTINCT c.article_id) AS articles,
    MAX(a.published_on) AS last_on
FROM v_articles AS a
JOIN v_claims AS c ON c.article_id = a.article_id
JOIN v_claim_actors AS b ON b.claim_id = c.claim_id AND b.relation = 'on_behalf_of'
JOIN v_claim_actors AS t ON t.claim_id = c.claim_id AND t.relation = 'target' AND t.name <> b.name
WHERE c.act = 'oppose'
    AND c.polarity = 'positive'
    AND a.published_on BETWEEN :since AND :until
GROUP BY b.name, t.name
ORDER BY 3 DESC, 1, 2
