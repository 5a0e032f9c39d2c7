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
SELECT
    d.actor_a,
    d.actor_b,
    COUNT(*) AS meetings,
    SUM(CASE WHEN d.kind = 'bilateral' THEN 1 ELSE 0 END) AS bilateral,
    SUM(CASE WHEN d.kind = 'call' THEN 1 ELSE 0 END) AS call,
    SUM(CASE WHEN d.kind NOT IN ('bilateral', 'call') THEN 1 ELSE 0 END) AS with_others,
    MIN(d.start_on) AS first_on,
    MAX(d.start_on) AS last_on
FROM v_dyads AS d
JOIN v_meetings AS m ON m.meeting_id = d.meeting_id
WHERE m.status = 'held'
    AND m.kind <> 'visit'
    AND m.start_on <= :until
    AND COALESCE(m.end_on, m.start_on) >= :since
    AND (m.date_precision IN ('day', 'range') OR (m.start_on >= :since AND m.end_on <= :until))
GROUP BY d.actor_a, d.actor_b
HAVING COUNT(*) >= CAST(:at_least AS INTEGER)
ORDER BY 3 DESC, 1, 2
