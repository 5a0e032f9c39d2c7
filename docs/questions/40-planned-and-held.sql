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
WITH plans AS (
    SELECT m.meeting_id, m.title, m.start_on, m.status, MIN(a.published_on) AS announced_on
    FROM v_meetings AS m
    JOIN v_meeting_reports AS r ON r.meeting_id = m.meeting_id
    JOIN v_articles AS a ON a.article_id = r.article_id
    WHERE m.status IN ('planned', 'cancelled')
    GROUP BY m.meeting_id, m.title, m.start_on, m.status
)
SELECT
    p.title AS planned,
    p.start_on AS planned_for,
    p.status,
    p.announced_on,
    (
        SELECT MIN(later.start_on)
        FROM v_dyads AS later
        WHERE later.actor_a = d.actor_a
            AND later.actor_b = d.actor_b
            AND later.status = 'held'
            AND later.start_on > p.announced_on
    ) AS met_later_on,
    p.meeting_id
FROM plans AS p
LEFT JOIN (
    SELECT meeting_id, MIN(actor_a) AS actor_a, MIN(actor_b) AS actor_b FROM v_dyads GROUP BY meeting_id
) AS d ON d.meeting_id = p.meeting_id
WHERE p.announced_on BETWEEN :since AND :until
ORDER BY p.announced_on, p.title, p.meeting_id
