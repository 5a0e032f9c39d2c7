-- What each claim about an initiative says of where an actor stands on it: what v_initiative_positions counts, one by one and dated.
CREATE VIEW fact_positions AS
SELECT
    c.id AS claim_id,
    c.article_id,
    ar.published_on,
    n.name AS initiative,
    n.kind AS initiative_kind,
    a.name AS actor,
    COALESCE(s.common_name, a.name) AS actor_name,
    CASE
        WHEN c.act IN ('support', 'praise', 'agree') THEN 'supports'
        WHEN c.act = 'oppose' THEN 'opposes'
        WHEN c.act = 'pledge' THEN 'pledges'
        WHEN c.act IN ('urge', 'propose') THEN 'urges'
        ELSE 'mentions'
    END AS position,
    c.act,
    COALESCE((
        -- group_concat takes the rows in the order in which the inner query gives them.
        SELECT group_concat(name, '; ')
        FROM (
            SELECT DISTINCT p.name
            FROM claim_people AS cp
            JOIN person_identities AS i ON i.person_reference_id = cp.person_reference_id
            JOIN people AS p ON p.id = i.person_id
            WHERE cp.claim_id = c.id AND cp.relation = 'speaker'
            ORDER BY p.name
        )
    ), c.source_name, '') AS speakers,
    c.text,
    c.confidence,
    pu.name AS publisher,
    ar.duplicate_of
FROM claim_initiatives AS ci
JOIN initiatives AS n ON n.id = ci.initiative_id
JOIN claims AS c ON c.id = ci.claim_id
JOIN claim_actors AS ca ON ca.claim_id = c.id AND ca.relation = 'on_behalf_of'
JOIN actors AS a ON a.id = ca.actor_id
LEFT JOIN states AS s ON s.actor_id = a.id
JOIN articles AS ar ON ar.id = c.article_id
LEFT JOIN publishers AS pu ON pu.id = ar.publisher_id
