-- 45 Visits and the talks inside them
--
-- Which visits fall in a period, and which meetings were held during each?
--
-- param since: 2024-07-01
-- param until: 2024-07-31
-- columns: visit, status, start_on, end_on, place, meeting, meeting_on, meeting_id
--
-- One row for each meeting inside a visit; a visit without a meeting that is known has one row. Dates as in question 01.
WITH visits AS MATERIALIZED (
    SELECT m.meeting_id, m.title, m.status, m.start_on, m.end_on, m.place
    FROM v_meetings AS m
    WHERE m.kind = 'visit'
        AND m.start_on <= :until
        AND COALESCE(m.end_on, m.start_on) >= :since
        AND (m.date_precision IN ('day', 'range') OR (m.start_on >= :since AND m.end_on <= :until))
),
inside AS MATERIALIZED (
    SELECT t.meeting_id, t.title, t.start_on, t.part_of
    FROM visits AS v
    CROSS JOIN v_meetings AS t
    WHERE t.part_of = v.meeting_id
)
SELECT
    m.title AS visit,
    m.status,
    m.start_on,
    m.end_on,
    m.place,
    t.title AS meeting,
    t.start_on AS meeting_on,
    COALESCE(t.meeting_id, m.meeting_id) AS meeting_id
FROM visits AS m
LEFT JOIN inside AS t ON t.part_of = m.meeting_id
ORDER BY m.start_on, m.title, m.meeting_id, t.start_on, t.title, 8
