-- 31 First meetings
--
-- Which pairs of actors met in a period for the first time as far as the store goes back?
--
-- param since: 2024-07-01
-- param until: 2024-07-31
-- columns: actor_a, actor_b, first_on, kind, place, title, meeting_id
--
-- Only meetings whose day is known count, held ones, without visits. The first day of a pair may hold several.
WITH held AS MATERIALIZED (
    SELECT m.meeting_id, m.start_on, m.kind, m.place, m.title
    FROM v_meetings AS m
    WHERE m.start_on BETWEEN :since AND :until
        AND m.status = 'held'
        AND m.kind <> 'visit'
        AND m.date_precision IN ('day', 'range')
),
present AS MATERIALIZED (
    SELECT DISTINCT h.meeting_id, h.start_on, p.actor
    FROM held AS h
    CROSS JOIN v_meeting_participants AS p
    WHERE p.meeting_id = h.meeting_id
        AND p.actor IS NOT NULL
),
pairs AS MATERIALIZED (
    SELECT a.meeting_id, a.start_on, a.actor AS actor_a, b.actor AS actor_b
    FROM present AS a
    JOIN present AS b ON b.meeting_id = a.meeting_id AND b.actor > a.actor
),
firsts AS MATERIALIZED (
    SELECT actor_a, actor_b, MIN(start_on) AS first_on FROM pairs GROUP BY actor_a, actor_b
)
SELECT f.actor_a, f.actor_b, f.first_on, h.kind, h.place, h.title, h.meeting_id
FROM firsts AS f
JOIN pairs AS d ON d.actor_a = f.actor_a AND d.actor_b = f.actor_b AND d.start_on = f.first_on
JOIN held AS h ON h.meeting_id = d.meeting_id
WHERE NOT EXISTS (
    SELECT 1
    FROM v_meeting_participants AS a
    JOIN v_meeting_participants AS b ON b.meeting_id = a.meeting_id
    JOIN v_meetings AS m ON m.meeting_id = a.meeting_id
    WHERE a.actor = f.actor_a
        AND b.actor = f.actor_b
        AND m.start_on < :since
        AND m.status = 'held'
        AND m.kind <> 'visit'
        AND m.date_precision IN ('day', 'range')
    -- One is enough, and most pairs have one soon.
    LIMIT 1 OFFSET 0
)
ORDER BY 3, 1, 2, 7
