-- 09 Busiest people
--
-- Which people took part in several bilateral or trilateral meetings of a period, and in how many?
--
-- param since: 2024-07-01
-- param until: 2024-07-31
-- param at_least: 2
-- columns: person, meetings, person_id
--
-- Dates are read as in question 01. Who only invited to a meeting did not take part in it.
SELECT p.person, COUNT(DISTINCT m.meeting_id) AS meetings, p.person_id
FROM v_meetings AS m
JOIN v_meeting_participants AS p ON p.meeting_id = m.meeting_id
WHERE m.kind IN ('bilateral', 'trilateral')
    AND m.status = 'held'
    AND m.start_on <= :until
    AND COALESCE(m.end_on, m.start_on) >= :since
    AND (m.date_precision IN ('day', 'range') OR (m.start_on >= :since AND m.end_on <= :until))
    AND p.person_id IS NOT NULL
    AND p.role <> 'inviter'
GROUP BY p.person_id, p.person
HAVING COUNT(DISTINCT m.meeting_id) >= CAST(:at_least AS INTEGER)
ORDER BY 2 DESC, 1;
