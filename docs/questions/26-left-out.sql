-- 26 What each leaves out
--
-- Which statements made at a meeting does a publisher that reports the meeting leave out, and who tells them?
--
-- param meeting: Shavkat Mirziyoyev – Xi Jinping meeting
-- columns: meeting, publisher, left_out, speakers, told_by, statement_id
--
-- The meeting is named by its title. A publisher leaves out a statement when it reports the meeting and none of its articles has a claim of the statement, nor of a longer one that
-- covers it. "told_by" is one publisher that tells it, the first by name. Articles whose publisher is not known are told apart by their title.
WITH reporters AS MATERIALIZED (
    SELECT DISTINCT m.meeting_id, m.title, COALESCE(a.publisher, a.title) AS publisher
    FROM v_meetings AS m
    JOIN v_meeting_reports AS r ON r.meeting_id = m.meeting_id AND NOT r.background
    JOIN v_articles AS a ON a.article_id = r.article_id
    WHERE LOWER(m.title) LIKE LOWER(:meeting)
),
said AS MATERIALIZED (
    SELECT DISTINCT c.meeting_id, c.statement_id, COALESCE(a.publisher, a.title) AS publisher
    FROM (SELECT DISTINCT meeting_id FROM reporters) AS r
    CROSS JOIN v_claims AS c
    JOIN v_articles AS a ON a.article_id = c.article_id
    WHERE c.meeting_id = r.meeting_id
        AND c.statement_id IS NOT NULL
),
told AS MATERIALIZED (
    SELECT meeting_id, statement_id, MIN(publisher) AS told_by FROM said GROUP BY meeting_id, statement_id
)
SELECT
    r.title AS meeting,
    r.publisher,
    s.text AS left_out,
    s.speakers,
    t.told_by,
    s.statement_id
FROM reporters AS r
JOIN told AS t ON t.meeting_id = r.meeting_id
JOIN v_statements AS s ON s.statement_id = t.statement_id
WHERE NOT EXISTS (
    SELECT 1
    FROM said AS own
    WHERE own.meeting_id = r.meeting_id
        AND own.publisher = r.publisher
        AND (own.statement_id = t.statement_id OR own.statement_id = s.covered_by)
)
ORDER BY 1, 2, 4, 3, 6
