-- Initiatives that at least one article names or makes claims about.
CREATE VIEW v_initiatives AS
SELECT
    n.id AS initiative_id,
    n.name,
    n.kind,
    COALESCE((
        -- group_concat takes the rows in the order in which the inner query gives them.
        SELECT group_concat(name, '+')
        FROM (
            SELECT a.name
            FROM initiative_proposers AS ip
            JOIN actors AS a ON a.id = ip.actor_id
            WHERE ip.initiative_id = n.id
            ORDER BY a.name
        )
    ), '') AS proposers,
    MIN(ar.published_on) AS first_seen,
    COUNT(DISTINCT ar.id) AS article_count,
    (SELECT COUNT(*) FROM claim_initiatives AS ci WHERE ci.initiative_id = n.id) AS claim_count,
    COUNT(DISTINCT COALESCE(ar.duplicate_of, ar.id)) AS original_count
FROM initiatives AS n
JOIN (
    SELECT m.initiative_id, m.article_id
    FROM mentions AS m
    WHERE m.initiative_id IS NOT NULL
    UNION
    SELECT ci.initiative_id, c.article_id
    FROM claim_initiatives AS ci
    JOIN claims AS c ON c.id = ci.claim_id
) AS seen ON seen.initiative_id = n.id
JOIN articles AS ar ON ar.id = seen.article_id
GROUP BY n.id, n.name, n.kind
