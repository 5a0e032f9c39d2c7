-- 02 Meetings covered by an article
--
-- Which bilateral or trilateral meetings of a period does an article cover, and how many other articles cover each?
--
-- param article: Important bilateral meetings%
-- param since: 2024-07-01
-- param until: 2024-07-31
-- columns: meeting, other_articles, looking_back, start_on, meeting_id
--
-- The article is named by its title, a % standing for the rest. It covers a meeting when it reports it, not when it only looks back at it.
-- "other_articles" counts every other article with a report of the meeting, "looking_back" those among them that only look back or
-- ahead at it.
WITH chosen AS MATERIALIZED (
    SELECT a.article_id
    FROM v_articles AS a
    WHERE LOWER(a.title) LIKE LOWER(:article)
),
covered AS MATERIALIZED (
    SELECT DISTINCT r.meeting_id
    FROM chosen AS c
    JOIN v_meeting_reports AS r ON r.article_id = c.article_id
    WHERE NOT r.background
),
reports AS MATERIALIZED (
    SELECT r.meeting_id, r.article_id, MIN(CASE WHEN r.background THEN 1 ELSE 0 END) AS looks_back
    FROM covered AS c
    CROSS JOIN v_meeting_reports AS r
    WHERE r.meeting_id = c.meeting_id
        AND r.article_id NOT IN (SELECT article_id FROM chosen)
    GROUP BY r.meeting_id, r.article_id
)
SELECT
    m.title AS meeting,
    COUNT(r.article_id) AS other_articles,
    COALESCE(SUM(r.looks_back), 0) AS looking_back,
    m.start_on,
    m.meeting_id
FROM covered AS c
CROSS JOIN v_meetings AS m
LEFT JOIN reports AS r ON r.meeting_id = m.meeting_id
WHERE m.meeting_id = c.meeting_id
    AND m.kind IN ('bilateral', 'trilateral')
    AND m.status = 'held'
    AND m.start_on <= :until
    AND COALESCE(m.end_on, m.start_on) >= :since
    AND (m.date_precision IN ('day', 'range') OR (m.start_on >= :since AND m.end_on <= :until))
GROUP BY m.meeting_id, m.title, m.start_on
ORDER BY m.start_on, m.title, m.meeting_id;
