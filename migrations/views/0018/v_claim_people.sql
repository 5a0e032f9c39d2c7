-- People tied to claims, with their keys. Whoever an article takes for two persons is there twice, unlike in v_claim_links.
CREATE VIEW v_claim_people AS
SELECT
    cp.claim_id,
    cp.relation,
    i.person_id,
    p.name,
    cp.person_reference_id
FROM claim_people AS cp
JOIN person_identities AS i ON i.person_reference_id = cp.person_reference_id
JOIN people AS p ON p.id = i.person_id
