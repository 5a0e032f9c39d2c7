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
    (
        SELECT MIN(ar.published_on)
        FROM articles AS ar
        WHERE ar.id IN (
            SELECT m.article_id
            FROM mentions AS m
            WHERE m.initiative_id = n.id
            UNION ALL
            SELECT c.article_id
            FROM claim_initiatives AS ci
            JOIN claims AS c ON c.id = ci.claim_id
            WHERE ci.initiative_id = n.id
        )
    ) AS first_seen,
    (
        SELECT COUNT(DISTINCT seen.article_id)
        FROM (
            SELECT m.article_id
            FROM mentions AS m
            WHERE m.initiative_id = n.id
            UNION ALL
            SELECT c.article_id
            FROM claim_initiatives AS ci
            JOIN claims AS c ON c.id = ci.claim_id
            WHERE ci.initiative_id = n.id
        ) AS seen
    ) AS article_count,
    (SELECT COUNT(*) FROM claim_initiatives AS ci WHERE ci.initiative_id = n.id) AS claim_count,
    (
        SELECT COUNT(DISTINCT COALESCE(ar.duplicate_of, ar.id))
        FROM articles AS ar
        WHERE ar.id IN (
            SELECT m.article_id
            FROM mentions AS m
            WHERE m.initiative_id = n.id
            UNION ALL
            SELECT c.article_id
            FROM claim_initiatives AS ci
            JOIN claims AS c ON c.id = ci.claim_id
            WHERE ci.initiative_id = n.id
        )
    ) AS original_count
FROM initiatives AS n
WHERE EXISTS (SELECT 1 FROM mentions AS m WHERE m.initiative_id = n.id)
    OR EXISTS (SELECT 1 FROM claim_initiatives AS ci WHERE ci.initiative_id = n.id)
