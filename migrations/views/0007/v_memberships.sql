-- What actors are to organizations, over time.
CREATE VIEW v_memberships AS
SELECT
    a.name AS actor,
    o.name AS organization,
    m.status,
    m.since,
    m.since_precision,
    (
        SELECT COUNT(DISTINCT rr.article_id)
        FROM membership_reports AS e
        JOIN relation_reports AS rr ON rr.id = e.relation_report_id
        WHERE e.membership_id = m.id
    ) AS article_count,
    (
        SELECT COUNT(DISTINCT COALESCE(ar.duplicate_of, ar.id))
        FROM membership_reports AS e
        JOIN relation_reports AS rr ON rr.id = e.relation_report_id
        JOIN articles AS ar ON ar.id = rr.article_id
        WHERE e.membership_id = m.id
    ) AS original_count
FROM memberships AS m
JOIN actors AS a ON a.id = m.actor_id
JOIN actors AS o ON o.id = m.organization_id
