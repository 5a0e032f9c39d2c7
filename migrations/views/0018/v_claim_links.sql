-- Everybody and everything that a claim is tied to, one row each.
CREATE VIEW v_claim_links AS
SELECT
    cp.claim_id,
    CASE cp.relation WHEN 'mentioned' THEN 'mentions' ELSE cp.relation END AS relation,
    'person' AS kind,
    p.name
FROM claim_people AS cp
JOIN person_identities AS i ON i.person_reference_id = cp.person_reference_id
JOIN people AS p ON p.id = i.person_id
WHERE NOT EXISTS (
    -- An article may have one person twice. Sorting out equal rows instead would mean to make them all first.
    SELECT 1
    FROM claim_people AS o
    JOIN person_identities AS oi ON oi.person_reference_id = o.person_reference_id
    JOIN people AS op ON op.id = oi.person_id
    WHERE o.claim_id = cp.claim_id
        AND o.relation = cp.relation
        AND o.person_reference_id < cp.person_reference_id
        AND op.name = p.name
)
UNION ALL
SELECT
    ca.claim_id,
    CASE ca.relation WHEN 'mentioned' THEN 'mentions' ELSE ca.relation END AS relation,
    a.kind,
    a.name
FROM claim_actors AS ca
JOIN actors AS a ON a.id = ca.actor_id
UNION ALL
SELECT
    ci.claim_id,
    'of_initiative' AS relation,
    'initiative' AS kind,
    n.name
FROM claim_initiatives AS ci
JOIN initiatives AS n ON n.id = ci.initiative_id
