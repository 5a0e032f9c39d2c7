-- Initiatives that claims are about: the initiative rows of v_claim_links with their keys.
CREATE VIEW v_claim_initiatives AS
SELECT
    ci.claim_id,
    ci.initiative_id,
    n.kind,
    n.name
FROM claim_initiatives AS ci
JOIN initiatives AS n ON n.id = ci.initiative_id
