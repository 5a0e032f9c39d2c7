-- People, initiatives and organizations that articles alone know, and that nobody has judged to be right yet.
CREATE VIEW v_provisional AS
SELECT
    'person' AS kind,
    p.id AS entity_id,
    p.name,
    a.name AS actor,
    MIN(ar.published_on) AS first_seen,
    COUNT(DISTINCT ar.id) AS article_count
FROM people AS p
JOIN person_identities AS i ON i.person_id = p.id
JOIN person_references AS r ON r.id = i.person_reference_id
JOIN articles AS ar ON ar.id = r.article_id
LEFT JOIN actors AS a ON a.id = p.actor_id
WHERE p.provisional AND NOT EXISTS (
    SELECT 1
    FROM judgement_targets AS t
    JOIN judgements AS j ON j.id = t.judgement_id
    WHERE t.target_id = p.id AND j.about = 'person' AND (j.decision = 'accept' OR j.field = 'name')
)
GROUP BY p.id, p.name, a.name
UNION ALL
SELECT
    'initiative' AS kind,
    n.id AS entity_id,
    n.name,
    NULL AS actor,
    MIN(ar.published_on) AS first_seen,
    COUNT(DISTINCT ar.id) AS article_count
FROM initiatives AS n
JOIN mentions AS m ON m.initiative_id = n.id
JOIN articles AS ar ON ar.id = m.article_id
WHERE n.provisional AND NOT EXISTS (
    SELECT 1
    FROM judgement_targets AS t
    JOIN judgements AS j ON j.id = t.judgement_id
    WHERE t.target_id = n.id AND j.about = 'initiative' AND j.decision = 'accept'
)
GROUP BY n.id, n.name
UNION ALL
SELECT
    'organization' AS kind,
    o.id AS entity_id,
    o.name,
    NULL AS actor,
    MIN(ar.published_on) AS first_seen,
    COUNT(DISTINCT ar.id) AS article_count
FROM actors AS o
JOIN mentions AS m ON m.actor_id = o.id
JOIN articles AS ar ON ar.id = m.article_id
WHERE o.provisional AND o.kind = 'organization' AND NOT EXISTS (
    SELECT 1
    FROM judgement_targets AS t
    JOIN judgements AS j ON j.id = t.judgement_id
    WHERE t.target_id = o.id AND j.about = 'organization' AND j.decision = 'accept'
)
GROUP BY o.id, o.name
