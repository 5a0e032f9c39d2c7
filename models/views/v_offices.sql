-- Offices that articles say people hold, under the titles that the articles use.
CREATE VIEW v_offices AS
SELECT
    p.id AS person_id,
    p.name,
    o.title,
    a.name AS actor,
    a.kind AS actor_kind,
    MIN(ar.published_on) AS first_seen,
    MAX(ar.published_on) AS last_seen,
    COUNT(DISTINCT ar.id) AS article_count,
    COUNT(DISTINCT COALESCE(ar.duplicate_of, ar.id)) AS original_count
FROM office_reports AS o
JOIN person_identities AS i ON i.person_reference_id = o.person_reference_id
JOIN people AS p ON p.id = i.person_id
JOIN articles AS ar ON ar.id = o.article_id
LEFT JOIN actors AS a ON a.id = o.actor_id
GROUP BY p.id, p.name, o.title, a.name, a.kind
