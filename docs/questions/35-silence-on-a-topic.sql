-- 35 Silence about a topic
--
-- Which people spoke about a topic before a day and have not since, though they were heard on other things?
--
-- param topic: security
-- param day: 2024-07-05
-- columns: person, last_on, claims, heard_since
--
-- Topics are those of v_topics. "heard_since" counts the claims of the person about anything in articles published on the day or later; people who were not heard of since are left out.
WITH about AS MATERIALIZED (
    SELECT t.claim_id
    FROM v_claim_topics AS t
    WHERE t.topic = :topic
),
spoken AS MATERIALIZED (
    SELECT p.name AS person, t.claim_id, a.published_on
    FROM about AS t
    CROSS JOIN v_claim_people AS p
    CROSS JOIN v_claims AS c
    JOIN v_articles AS a ON a.article_id = c.article_id
    WHERE p.claim_id = t.claim_id
        AND p.relation = 'speaker'
        AND c.claim_id = t.claim_id
        AND a.published_on IS NOT NULL
),
silent AS MATERIALIZED (
    SELECT person, MAX(published_on) AS last_on, COUNT(DISTINCT claim_id) AS claims
    FROM spoken
    GROUP BY person
    HAVING MAX(published_on) < :day
),
heard AS MATERIALIZED (
    SELECT p.name AS person, COUNT(DISTINCT p.claim_id) AS claims
    FROM v_articles AS a
    CROSS JOIN v_claims AS c
    CROSS JOIN v_claim_people AS p
    WHERE a.published_on >= :day
        AND c.article_id = a.article_id
        AND p.claim_id = c.claim_id
        AND p.relation = 'speaker'
        AND p.name IN (SELECT person FROM silent)
    GROUP BY p.name
)
SELECT s.person, s.last_on, s.claims, h.claims AS heard_since
FROM silent AS s
JOIN heard AS h ON h.person = s.person
ORDER BY 2 DESC, 1
