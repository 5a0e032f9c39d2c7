-- 40 What became of plans
--
-- Which meetings were planned, and did the same actors meet later?
--
-- param since: 2024-01-01
-- param until: 2024-12-31
-- columns: planned, planned_for, status, announced_on, met_later_on, meeting_id
--
-- The plans are those announced in articles published in the period, cancelled ones among them. "met_later_on" is the first day after the announcement on which the first two actors of
-- the plan met; whether that was the planned meeting is for the reader to say. A plan that was carried out and found to be so is one held meeting, and not listed.
WITH announced AS MATERIALIZED (
    SELECT DISTINCT m.meeting_id
    FROM v_articles AS a
    JOIN v_meeting_reports AS r ON r.article_id = a.article_id
    JOIN v_meetings AS m ON m.meeting_id = r.meeting_id
    WHERE a.published_on BETWEEN :since AND :until
        AND m.status IN ('planned', 'cancelled')
),
plans AS MATERIALIZED (
    SELECT n.meeting_id, MIN(a.published_on) AS announced_on
    FROM announced AS n
    JOIN v_meeting_reports AS r ON r.meeting_id = n.meeting_id
    JOIN v_articles AS a ON a.article_id = r.article_id
    GROUP BY n.meeting_id
    HAVING MIN(a.published_on) BETWEEN :since AND :until
),
invited AS MATERIALIZED (
    SELECT DISTINCT p.meeting_id, p.announced_on, i.actor
    FROM plans AS p
    CROSS JOIN v_meeting_participants AS i
    WHERE i.meeting_id = p.meeting_id
        AND i.actor IS NOT NULL
),
pairs AS MATERIALIZED (
    SELECT a.meeting_id, a.announced_on, MIN(a.actor) AS actor_a, MIN(b.actor) AS actor_b
    FROM invited AS a
    JOIN invited AS b ON b.meeting_id = a.meeting_id AND b.actor > a.actor
    GROUP BY a.meeting_id, a.announced_on
),
present AS MATERIALIZED (
    SELECT DISTINCT m.meeting_id, m.start_on, p.actor
    FROM v_meetings AS m
    CROSS JOIN v_meeting_participants AS p
    WHERE m.start_on > :since
        AND m.status = 'held'
        AND p.meeting_id = m.meeting_id
        AND p.actor IS NOT NULL
),
later AS MATERIALIZED (
    SELECT DISTINCT a.actor AS actor_a, b.actor AS actor_b, a.start_on
    FROM present AS a
    JOIN present AS b ON b.meeting_id = a.meeting_id AND b.actor > a.actor
),
kept AS MATERIALIZED (
    SELECT p.meeting_id, MIN(l.start_on) AS met_later_on
    FROM pairs AS p
    JOIN later AS l ON l.actor_a = p.actor_a AND l.actor_b = p.actor_b AND l.start_on > p.announced_on
    GROUP BY p.meeting_id
)
SELECT
    m.title AS planned,
    m.start_on AS planned_for,
    m.status,
    p.announced_on,
    k.met_later_on,
    p.meeting_id
FROM plans AS p
JOIN v_meetings AS m ON m.meeting_id = p.meeting_id
LEFT JOIN kept AS k ON k.meeting_id = p.meeting_id
ORDER BY p.announced_on, m.title, p.meeting_id
