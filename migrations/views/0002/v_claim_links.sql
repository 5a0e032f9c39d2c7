-- Everybody and everything that a claim is tied to, one row each.
CREATE VIEW v_claim_links AS
SELECT DISTINCT
    cp.claim_id,
    CASE cp.relation WHEN 'mentioned' THEN 'mentions' ELSE cp.relation END AS relation,
    'person' AS kind,
    p.name
FROM claim_people AS cp
JOIN person_identities AS i ON i.person_reference_id = cp.person_reference_id
JOIN people AS p ON p.id = i.person_id
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
