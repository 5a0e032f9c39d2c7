-- 22 Meetings of two actors
--
-- When, where and how did two actors meet, and in how many articles is each meeting told?
--
-- param actor: CN
-- param other: UZ
-- columns: date, kind, status, title, place, host_event, articles, originals, meeting_id
--
-- Planned and cancelled meetings are listed with their status. Meetings without a date come last.
SELECT
    m.start_on AS date,
    m.kind,
    m.status,
    m.title,
    m.place,
    m.host_event,
    m.article_count AS articles,
    m.original_count AS originals,
    m.meeting_id
FROM v_dyads AS d
JOIN v_meetings AS m ON m.meeting_id = d.meeting_id
WHERE (d.actor_a = :actor AND d.actor_b = :other)
    OR (d.actor_a = :other AND d.actor_b = :actor)
ORDER BY m.start_on IS NULL, m.start_on, m.kind, m.title, m.meeting_id
