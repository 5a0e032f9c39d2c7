-- Which article reports which meeting, and in which sentence first.
CREATE VIEW v_meeting_reports AS
SELECT
    l.meeting_id,
    r.article_id,
    r.char_start,
    r.char_end,
    r.background,
    r.confidence,
    r.id AS meeting_report_id
FROM meeting_report_links AS l
JOIN meeting_reports AS r ON r.id = l.meeting_report_id
