-- 34 Silence about an initiative
--
-- Who spoke about an initiative before a day and has not since, though others were heard of them?
--
-- param initiative: Global Security Initiative
-- param day: 2024-07-05
-- columns: actor, last_on, claims, positions, heard_since
--
-- Silent is an actor on whose behalf something was said about the initiative in an article published before the day, and nothing in one published on it or later. "positions" counts different acts;
-- "heard_since" counts the claims made on behalf of the actor about anything since the day: 0 means that the store has not heard of it at all.
WITH spoken AS (
    SELECT b.name AS actor, c.claim_id, c.act, a.published_on
    FROM v_claim_links AS i
    JOIN v_claim_links AS b ON b.claim_id = i.claim_id AND b.relation = 'on_behalf_of'
    JOIN v_claims AS c ON c.claim_id = i.claim_id
    JOIN v_articles AS a ON a.article_id = c.article_id
    WHERE i.relation = 'of_initiative'
        AND LOWER(i.name) LIKE LOWER(:initiative)
        AND a.published_on IS NOT NULL
)
SELECT
    s.actor,
    MAX(s.published_on) AS last_on,
    COUNT(DISTINCT s.claim_id) AS claims,
    COUNT(DISTINCT s.act) AS positions,
    (
        SELECT COUNT(DISTINCT o.claim_id)
        FROM v_claim_links AS o
        JOIN v_claims AS oc ON oc.claim_id = o.claim_id
        JOIN v_articles AS oa ON oa.article_id = oc.article_id
        WHERE o.relation = 'on_behalf_of'
            AND o.name = s.actor
            AND oa.published_on >= :day
    ) AS heard_since
FROM spoken AS s
GROUP BY s.actor
HAVING MAX(s.published_on) < :day
ORDER BY 2 DESC, 1
