-- 44 What was said at a meeting
--
-- What was said at a meeting, by whom, with which act, and in how many articles?
--
-- param meeting: Shavkat Mirziyoyev – Xi Jinping meeting
-- columns: meeting, speakers, act, text, articles, publishers, statement_id
--
-- The meeting is named by its title. Every statement once, in the words of the claim that represents it.
SELECT DISTINCT
    m.title AS meeting,
    s.speakers,
    s.act,
    s.text,
    s.article_count AS articles,
    s.publisher_count AS publishers,
    s.statement_id
FROM v_meetings AS m
JOIN v_claims AS c ON c.meeting_id = m.meeting_id
JOIN v_statements AS s ON s.statement_id = c.statement_id
WHERE LOWER(m.title) LIKE LOWER(:meeting)
ORDER BY 1, 2, 3, 4, 7
