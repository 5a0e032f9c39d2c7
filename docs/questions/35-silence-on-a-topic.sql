-- 35 Silence about a topic
--
-- Which people spoke about a topic before a day and have not since, though they were heard on other things?
--
-- param topic: security
-- param day: 2024-07-05
-- columns: person, last_on, claims, heard_since
--
-- Topics are those of v_topics. "heard_since" counts the claims of the person about anything in articles published on the day or later; people who were not heard of since are left out.
WITH spoken AS (
    SELECT
        p.name AS person,
        c.claim_id,
        a.published_on,
        CASE WHEN t.claim_id IS NULL THEN 0 ELSE 1 END AS on_topic
    FROM v_claim_links AS p
    JOIN v_claims AS c ON c.claim_id = p.claim_id
    JOIN v_articles AS a ON a.article_id = c.article_id
    LEFT JOIN v_claim_topics AS t ON t.claim_id = c.claim_id AND t.topic = :topic
    WHERE p.relation = 'speaker'
        AND p.kind = 'person'
        AND a.published_on IS NOT NULL
)
SELECT
    person,
    MAX(CASE WHEN on_topic = 1 THEN published_on END) AS last_on,
    COUNT(DISTINCT CASE WHEN on_topic = 1 THEN claim_id END) AS claims,
    COUNT(DISTINCT CASE WHEN published_on >= :day THEN claim_id END) AS heard_since
FROM spoken
GROUP BY person
HAVING MAX(CASE WHEN on_topic = 1 THEN published_on END) < :day
    AND MAX(published_on) >= :day
ORDER BY 2 DESC, 1
