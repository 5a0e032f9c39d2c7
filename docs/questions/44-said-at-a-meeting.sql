-- 44 What was said at a meeting
--
-- What was said at a meeting, by whom, with which act, and in how many articles?
--
-- param meeting: Shavkat Mirziyoyev – Xi Jinping meeting
-- columns: meeting, speakers, act, text, articles, publishers, statement_id
--
-- The meeting is named by its title. Every statement once, in the words of the claim that represents it.
WITH named AS MATERIALIZED (
    SELECT m.meeting_id, m.title
    FROM v_meetings AS m
    WHERE LOWER(m.title) LIKE LOWER(:meeting)
),
said AS MATERIALIZED (
    SELECT DISTINCT m.title AS meeting, c.statement_id
    FROM named AS m
    CROSS JOIN v_claims AS c
    WHERE c.meeting_id = m.meeting_id
        AND c.statement_id IS NOT NULL
)
SELECT
    t.meeting,
    s.speakers,
    s.act,
    s.text,
    s.article_count AS articles,
    s.publisher_count AS publishers,
    s.statement_id
FROM said AS t
CROSS JOIN v_statements AS s
WHERE s.statement_id = t.statement_id
ORDER BY 1, 2, 3, 4, 7
