-- 36 Topics by month
--
-- How many claims of each month are about each topic, and what part of that month's claims is it?
--
-- param since: 2024-01-01
-- param until: 2024-12-31
-- columns: month, topic, claims, articles, percent
--
-- Months are those of publication. A claim may be about several topics, so parts may sum to more than 100.
WITH dated AS MATERIALIZED (
    SELECT c.claim_id, c.article_id, SUBSTR(CAST(a.published_on AS TEXT), 1, 7) AS month
    FROM v_articles AS a
    CROSS JOIN v_claims AS c
    WHERE c.article_id = a.article_id
        AND a.published_on BETWEEN :since AND :until
),
months AS MATERIALIZED (
    SELECT month, COUNT(*) AS claims FROM dated GROUP BY month
),
about AS MATERIALIZED (
    SELECT d.month, t.topic, COUNT(*) AS claims, COUNT(DISTINCT d.article_id) AS articles
    FROM dated AS d
    CROSS JOIN v_claim_topics AS t
    WHERE t.claim_id = d.claim_id
    GROUP BY d.month, t.topic
)
SELECT t.month, t.topic, t.claims, t.articles, CAST(ROUND(100.0 * t.claims / m.claims) AS INTEGER) AS percent
FROM about AS t
JOIN months AS m ON m.month = t.month
ORDER BY 1, 3 DESC, 2
