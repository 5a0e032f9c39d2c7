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
WITH named AS MATERIALIZED (
    SELECT i.initiative_id, i.name
    FROM v_initiatives AS i
    WHERE LOWER(i.name) LIKE LOWER(:initiative)
),
spoken AS MATERIALIZED (
    SELECT b.actor_id, b.name AS actor, c.claim_id, c.act, a.published_on
    FROM named AS n
    CROSS JOIN v_claim_initiatives AS i
    JOIN v_claim_actors AS b ON b.claim_id = i.claim_id AND b.relation = 'on_behalf_of'
    JOIN v_claims AS c ON c.claim_id = i.claim_id
    JOIN v_articles AS a ON a.article_id = c.article_id
    WHERE i.initiative_id = n.initiative_id
        AND a.published_on IS NOT NULL
),
silent AS MATERIALIZED (
    SELECT
        actor_id,
        actor,
        MAX(published_on) AS last_on,
        COUNT(DISTINCT claim_id) AS claims,
        COUNT(DISTINCT act) AS positions
    FROM spoken
    GROUP BY actor_id, actor
    HAVING MAX(published_on) < :day
),
heard AS MATERIALIZED (
    SELECT b.actor_id, COUNT(*) AS claims
    FROM v_articles AS a
    JOIN v_claims AS c ON c.article_id = a.article_id
    JOIN v_claim_actors AS b ON b.claim_id = c.claim_id
    WHERE a.published_on >= :day
        AND b.relation = 'on_behalf_of'
        AND b.actor_id IN (SELECT actor_id FROM silent)
    GROUP BY b.actor_id
)
SELECT
    s.actor,
    s.last_on,
    s.claims,
    s.positions,
    COALESCE(h.claims, 0) AS heard_since
FROM silent AS s
LEFT JOIN heard AS h ON h.actor_id = s.actor_id
ORDER BY 2 DESC, 1
