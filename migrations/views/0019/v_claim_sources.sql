-- Claims whose source the article names and nobody knows as a person or an actor: what v_claims says of them, from an index alone.
CREATE VIEW v_claim_sources AS
SELECT
    c.id AS claim_id,
    c.source_name
FROM claims AS c
WHERE c.source_name IS NOT NULL
