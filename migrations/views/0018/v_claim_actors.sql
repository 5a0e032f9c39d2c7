-- States and organizations tied to claims: the actor rows of v_claim_links with their keys.
CREATE VIEW v_claim_actors AS
SELECT
    ca.claim_id,
    ca.relation,
    ca.actor_id,
    a.kind,
    a.name
FROM claim_actors AS ca
JOIN actors AS a ON a.id = ca.actor_id
