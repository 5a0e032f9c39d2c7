-- 25 Meetings that several publishers report
--
-- Which meetings of a period do several publishers report, and which was first?
--
-- param since: 2024-07-01
-- param until: 2024-07-31
-- param at_least: 2
-- columns: meeting, start_on, publisher, first_published_on, articles, claims, meeting_id
--
-- One row for each publisher of each such meeting; copies of an article count as articles of the publisher that printed them.
-- Articles whose publisher is not known are told apart by their title.
WITH told AS MATERIALIZED (
    SELECT
        m.meeting_id,
        m.title,
        m.start_on,
        COALESCE(a.publisher, a.title) AS publisher,
        a.article_id,
        a.published_on
    FROM v_meetings AS m
    JOIN v_meeting_reports AS r ON r.meeting_id = m.meeting_id
    JOIN v_articles AS a ON a.article_id = r.article_id
    WHERE m.status = 'held'
        AND m.start_on <= :until
        AND COALESCE(m.end_on, m.start_on) >= :since
),
several AS MATERIALIZED (
    SELECT meeting_id FROM told GROUP BY meeting_id HAVING COUNT(DISTINCT publisher) >= CAST(:at_least AS INTEGER)
),
said AS MATERIALIZED (
    SELECT c.claim_id, c.meeting_id, c.article_id
    FROM several AS s
    CROSS JOIN told AS t
    CROSS JOIN v_claims AS c
    WHERE t.meeting_id = s.meeting_id
        AND c.article_id = t.article_id
        AND c.meeting_id = t.meeting_id
)
SELECT
    t.title AS meeting,
    t.start_on,
    t.publisher,
    MIN(t.published_on) AS first_published_on,
    COUNT(DISTINCT t.article_id) AS articles,
    COUNT(DISTINCT c.claim_id) AS claims,
    t.meeting_id
FROM told AS t
JOIN several AS s ON s.meeting_id = t.meeting_id
LEFT JOIN said AS c ON c.meeting_id = t.meeting_id AND c.article_id = t.article_id
GROUP BY t.meeting_id, t.title, t.start_on, t.publisher
ORDER BY t.start_on, t.title, t.meeting_id, 4, t.publisher
