-- Levels of bilateral relations over time, with actor_a before actor_b in the alphabet.
CREATE VIEW v_relationships AS
SELECT
    CASE WHEN a.name < b.name THEN a.name ELSE b.name END AS actor_a,
    CASE WHEN a.name < b.name THEN b.name ELSE a.name END AS actor_b,
    r.level,
    r.since,
    r.since_precision,
    (
        SELECT COUNT(DISTINCT rr.article_id)
        FROM relationship_reports AS e
        JOIN relation_reports AS rr ON rr.id = e.relation_report_id
        WHERE e.relationship_id = r.id
    ) AS article_count,
    (
        SELECT COUNT(DISTINCT COALESCE(ar.duplicate_of, ar.id))
        FROM relationship_reports AS e
        JOIN relation_reports AS rr ON rr.id = e.relation_report_id
        JOIN articles AS ar ON ar.id = rr.article_id
        WHERE e.relationship_id = r.id
    ) AS original_count,
    r.previous_level
FROM relationships AS r
JOIN actors AS a ON a.id = r.actor_a_id
JOIN actors AS b ON b.id = r.actor_b_id
