-- 01 Meetings of a person
--
-- How many distinct meetings did a person hold between two days, when, where and with whom?
--
-- param person: Wang Yi
-- param since: 2024-07-03
-- param until: 2024-07-09
-- columns: date, kind, place, counterpart, meetings, meeting_id
--
-- One row for each counterpart, so a trilateral meeting gives two; "meetings" is the number of distinct meetings, the same in every row.
-- A meeting that articles only look back at was held all the same. A visit is no meeting, but the frame of some.
-- A meeting of several days counts when it touches the period; one that is dated by month or year, only when it lies in it as a whole.
WITH wanted AS MATERIALIZED (
    SELECT m.meeting_id, m.start_on, m.kind, m.place
    FROM v_meetings AS m
    WHERE m.status = 'held'
        AND m.kind <> 'visit'
        AND m.start_on <= :until
        AND COALESCE(m.end_on, m.start_on) >= :since
        AND (m.date_precision IN ('day', 'range') OR (m.start_on >= :since AND m.end_on <= :until))
        AND EXISTS (
            SELECT 1
            FROM v_meeting_participants AS p
            WHERE p.meeting_id = m.meeting_id
                AND LOWER(p.person) LIKE LOWER(:person)
                AND p.role NOT IN ('inviter', 'accompanying')
        )
),
present AS MATERIALIZED (
    SELECT p.meeting_id, p.person, p.actor
    FROM wanted AS w
    CROSS JOIN v_meeting_participants AS p
    WHERE p.meeting_id = w.meeting_id
        AND (p.person IS NULL OR LOWER(p.person) NOT LIKE LOWER(:person))
        AND p.role NOT IN ('inviter', 'accompanying')
)
SELECT
    w.start_on AS date,
    w.kind,
    w.place,
    COALESCE(p.person, p.actor) AS counterpart,
    (SELECT COUNT(*) FROM wanted) AS meetings,
    w.meeting_id
FROM wanted AS w
LEFT JOIN present AS p ON p.meeting_id = w.meeting_id
ORDER BY w.start_on, w.kind, w.meeting_id, 4;
