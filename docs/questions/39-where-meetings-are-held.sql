-- 39 Where meetings are held
--
-- Which states hosted meetings of a period, how many, and of how many other actors?
--
-- param since: 2024-07-01
-- param until: 2024-07-31
-- columns: state, meetings, guests, places
--
-- Held in the state as far as the place is known; calls and visits are left out. "guests" are different actors at them other than the state itself.
WITH held AS MATERIALIZED (
    SELECT m.meeting_id, m.place_state, m.place
    FROM v_meetings AS m
    WHERE m.status = 'held'
        AND m.kind NOT IN ('visit', 'call')
        AND m.place_state IS NOT NULL
        AND m.start_on <= :until
        AND COALESCE(m.end_on, m.start_on) >= :since
        AND (m.date_precision IN ('day', 'range') OR (m.start_on >= :since AND m.end_on <= :until))
),
guests AS MATERIALIZED (
    SELECT h.meeting_id, p.actor
    FROM held AS h
    CROSS JOIN v_meeting_participants AS p
    WHERE p.meeting_id = h.meeting_id
        AND p.role <> 'inviter'
        AND p.actor <> h.place_state
)
SELECT
    h.place_state AS state,
    COUNT(DISTINCT h.meeting_id) AS meetings,
    COUNT(DISTINCT g.actor) AS guests,
    COUNT(DISTINCT h.place) AS places
FROM held AS h
LEFT JOIN guests AS g ON g.meeting_id = h.meeting_id
GROUP BY h.place_state
ORDER BY 2 DESC, 1
