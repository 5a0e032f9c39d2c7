-- 31 First meetings
--
-- Which pairs of actors met in a period for the first time as far as the store goes back?
--
-- param since: 2024-07-01
-- param until: 2024-07-31
-- columns: actor_a, actor_b, first_on, kind, place, title, meeting_id
--
-- Only meetings whose day is known count, held ones, without visits. The first day of a pair may hold several.
WITH firsts AS (
    SELECT d.actor_a, d.actor_b, MIN(d.start_on) AS first_on
    FROM v_dyads AS d
    JOIN v_meetings AS m ON m.meeting_id = d.meeting_id
    WHERE d.status = 'held'
        AND d.kind <> 'visit'
        AND m.date_precision IN ('day', 'range')
    GROUP BY d.actor_a, d.actor_b
)
SELECT f.actor_a, f.actor_b, f.first_on, m.kind, m.place, m.title, m.meeting_id
FROM firsts AS f
JOIN v_dyads AS d ON d.actor_a = f.actor_a AND d.actor_b = f.actor_b AND d.start_on = f.first_on
JOIN v_meetings AS m ON m.meeting_id = d.meeting_id
WHERE f.first_on BETWEEN :since AND :until
    AND m.status = 'held'
    AND m.kind <> 'visit'
    AND m.date_precision IN ('day', 'range')
ORDER BY 3, 1, 2, 7
