-- 39 Where meetings are held
--
-- Which states hosted meetings of a period, how many, and of how many other actors?
--
-- param since: 2024-07-01
-- param until: 2024-07-31
-- columns: state, meetings, guests, places
--
-- Held in the state as far as the place is known; calls and visits are left out. "guests" are different actors at them other than the state itself.
SELECT
    m.place_state AS state,
    COUNT(DISTINCT m.meeting_id) AS meetings,
    COUNT(DISTINCT CASE WHEN p.actor <> m.place_state THEN p.actor END) AS guests,
    COUNT(DISTINCT m.place) AS places
FROM v_meetings AS m
LEFT JOIN v_meeting_participants AS p ON p.meeting_id = m.meeting_id AND p.role <> 'inviter'
WHERE m.status = 'held'
    AND m.kind NOT IN ('visit', 'call')
    AND m.place_state IS NOT NULL
    AND m.start_on <= :until
    AND COALESCE(m.end_on, m.start_on) >= :since
    AND (m.date_precision IN ('day', 'range') OR (m.start_on >= :since AND m.end_on <= :until))
GROUP BY m.place_state
ORDER BY 2 DESC, 1
