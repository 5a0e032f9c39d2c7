-- People whom at least one article names or describes.
CREATE VIEW v_people AS
SELECT
    p.id AS person_id,
    p.name,
    a.name AS actor,
    a.kind AS actor_kind,
    (
        SELECT MIN(ar.published_on)
        FROM person_identities AS i
        JOIN person_references AS r ON r.id = i.person_reference_id
        JOIN articles AS ar ON ar.id = r.article_id
        WHERE i.person_id = p.id
    ) AS first_seen,
    (
        SELECT MAX(ar.published_on)
        FROM person_identities AS i
        JOIN person_references AS r ON r.id = i.person_reference_id
        JOIN articles AS ar ON ar.id = r.article_id
        WHERE i.person_id = p.id
    ) AS last_seen,
    (
        SELECT COUNT(DISTINCT r.article_id)
        FROM person_identities AS i
        JOIN person_references AS r ON r.id = i.person_reference_id
        WHERE i.person_id = p.id
    ) AS article_count,
    (
        SELECT COUNT(DISTINCT COALESCE(ar.duplicate_of, ar.id))
        FROM person_identities AS i
        JOIN person_references AS r ON r.id = i.person_reference_id
        JOIN articles AS ar ON ar.id = r.article_id
        WHERE i.person_id = p.id
    ) AS original_count
FROM people AS p
LEFT JOIN actors AS a ON a.id = p.actor_id
WHERE EXISTS (SELECT 1 FROM person_identities AS i WHERE i.person_id = p.id)
