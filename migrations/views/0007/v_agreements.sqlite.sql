-- Documents signed and joint statements issued.
CREATE VIEW v_agreements AS
SELECT
    g.id AS agreement_id,
    g.title,
    g.kind,
    g.signed_on,
    COALESCE((
        -- group_concat takes the rows in the order in which the inner query gives them.
        SELECT group_concat(name, '+')
        FROM (
            SELECT a.name
            FROM agreement_parties AS ap
            JOIN actors AS a ON a.id = ap.actor_id
            WHERE ap.agreement_id = g.id
            ORDER BY a.name
        )
    ), '') AS parties,
    g.meeting_id,
    (
        SELECT COUNT(DISTINCT rr.article_id)
        FROM agreement_reports AS e
        JOIN relation_reports AS rr ON rr.id = e.relation_report_id
        WHERE e.agreement_id = g.id
    ) AS article_count,
    (
        SELECT COUNT(DISTINCT COALESCE(ar.duplicate_of, ar.id))
        FROM agreement_reports AS e
        JOIN relation_reports AS rr ON rr.id = e.relation_report_id
        JOIN articles AS ar ON ar.id = rr.article_id
        WHERE e.agreement_id = g.id
    ) AS original_count
FROM agreements AS g
