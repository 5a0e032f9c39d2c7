-- 21 Who met whom
--
-- Which pairs of states or organizations met in a period, how often, and how often in each way?
--
-- param since: 2024-07-01
-- param until: 2024-07-31
-- param at_least: 2
-- columns: actor_a, actor_b, meetings, bilateral, call, with_others, first_on, last_on
--
-- Each meeting counts once for each pair at it. "with_others" are those at which more than the two of them met. Dates are read as in question 01;
-- visits are left out, the talks during them are not.
WITH held AS MATERIALIZED (
    SELECT m.meeting_id, m.kind, m.start_on
    FROM v_meetings AS m
    WHERE m.status = 'held'
        AND m.kind <> 'visit'
        AND m.start_on <= :until
        AND COALESCE(m.end_on, m.start_on) >= :since
        AND (m.date_precision IN ('day', 'range') OR (m.start_on >= :since AND m.end_on <= :until))
),
present AS MATERIALIZED (
    SELECT DISTINCT h.meeting_id, h.kind, h.start_on, p.actor
    FROM held AS h
    CROSS JOIN v_meeting_participants AS p
    WHERE p.meeting_id = h.meeting_id
        AND p.actor IS NOT NULL
)
SELECT
    a.actor AS actor_a,
    b.actor AS actor_b,
    COUNT(*) AS meetings,
    SUM(CASE WHEN a.kind = 'bilateral' THEN 1 ELSE 0 END) AS bilateral,
    SUM(CASE WHEN a.kind = 'call' THEN 1 ELSE 0 END) AS call,
    SUM(CASE WHEN a.kind NOT IN ('bilateral', 'call') THEN 1 ELSE 0 END) AS with_others,
    MIN(a.start_on) AS first_on,
    MAX(a.start_on) AS last_on
FROM present AS a
JOIN present AS b ON b.meeting_id = a.meeting_id AND b.actor > a.actor
GROUP BY a.actor, b.actor
HAVING COUNT(*) >= CAST(:at_least AS INTEGER)
ORDER BY 3 DESC, 1, 2
