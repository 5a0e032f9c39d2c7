-- Where actors stand on initiatives, going by what is claimed on their behalf.
CREATE VIEW v_initiative_positions AS
SELECT
    n.name AS initiative,
    a.name AS actor,
    CASE
        WHEN c.act IN ('support', 'praise', 'agree') THEN 'supports'
        WHEN c.act = 'oppose' THEN 'opposes'
        WHEN c.act = 'pledge' THEN 'pledges'
        WHEN c.act IN ('urge', 'propose') THEN 'urges'
        ELSE 'mentions'
    END AS position,
    MIN(ar.published_on) AS first_claimed_on,
    COUNT(DISTINCT c.id) AS claim_count,
    COUNT(DISTINCT c.article_id) AS article_count,
    COUNT(DISTINCT COALESCE(ar.duplicate_of, ar.id)) AS original_count
FROM claim_initiatives AS ci
JOIN initiatives AS n ON n.id = ci.initiative_id
JOIN claims AS c ON c.id = ci.claim_id
JOIN claim_actors AS ca ON ca.claim_id = c.id AND ca.relation = 'on_behalf_of'
JOIN actors AS a ON a.id = ca.actor_id
JOIN articles AS ar ON ar.id = c.article_id
GROUP BY n.name, a.name, 3
