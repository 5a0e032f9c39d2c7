-- Meetings, each once, however many articles report them.
CREATE VIEW v_meetings AS
SELECT
    m.id AS meeting_id,
    m.title,
    m.kind,
    m.status,
    m.start_on,
    m.end_on,
    m.date_precision,
    m.place,
    s.alpha2 AS place_state,
    g.name AS host_event,
    m.on_sidelines,
    m.background,
    (
        SELECT COUNT(DISTINCT r.article_id)
        FROM meeting_report_links AS l
        JOIN meeting_reports AS r ON r.id = l.meeting_report_id
        WHERE l.meeting_id = m.id
    ) AS article_count,
    (
        SELECT COUNT(DISTINCT a.publisher_id)
        FROM meeting_report_links AS l
        JOIN meeting_reports AS r ON r.id = l.meeting_report_id
        JOIN articles AS a ON a.id = r.article_id
        WHERE l.meeting_id = m.id
    ) AS publisher_count,
    (
        SELECT COUNT(DISTINCT COALESCE(a.duplicate_of, a.id))
        FROM meeting_report_links AS l
        JOIN meeting_reports AS r ON r.id = l.meeting_report_id
        JOIN articles AS a ON a.id = r.article_id
        WHERE l.meeting_id = m.id
    ) AS original_count,
    m.part_of_id AS part_of
FROM meetings AS m
LEFT JOIN states AS s ON s.actor_id = m.place_state_id
LEFT JOIN gatherings AS g ON g.id = m.gathering_id
