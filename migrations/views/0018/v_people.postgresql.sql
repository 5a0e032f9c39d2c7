-- People whom at least one article names or describes.
CREATE VIEW v_people AS
SELECT
    p.id AS person_id,
    p.name,
    a.name AS actor,
    a.kind AS actor_kind,
    MIN(ar.published_on) AS first_seen,
    MAX(ar.published_on) AS last_seen,
    COUNT(DISTINCT ar.id) AS article_count,
    COUNT(DISTINCT COALESCE(ar.duplicate_of, ar.id)) AS original_count
FROM people AS p
JOIN person_identities AS i ON i.person_id = p.id
JOIN person_references AS r ON r.id = i.person_reference_id
JOIN articles AS ar ON ar.id = r.article_id
LEFT JOIN actors AS a ON a.id = p.actor_id
GROUP BY p.id, p.name, a.name, a.kind
