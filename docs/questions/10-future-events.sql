-- 10 Future events
--
-- Which future events are mentioned, and in which articles?
--
-- param since: 2024-01-01
-- param until: 2024-12-31
-- columns: event, article, article_id
--
-- The articles are those published in the period, and those of unknown date. Events are meetings that articles call planned, and events
-- known by name (summits, sessions, expos) that nobody has been reported to meet at: whatever hosts a meeting that was held has begun, and
-- an event that is named by its organization and its place is the one that hosts the meetings there. One that a claim calls held is over.
-- The views give no dates of named events, so another that was over before anybody wrote of it is listed too.
SELECT DISTINCT
    e.event,
    a.title AS article,
    a.article_id
FROM (
    SELECT m.title AS event, r.article_id, m.start_on
    FROM v_meetings AS m
    JOIN v_meeting_reports AS r ON r.meeting_id = m.meeting_id
    WHERE m.status = 'planned'
    UNION
    SELECT i.name AS event, n.article_id, NULL AS start_on
    FROM v_initiatives AS i
    JOIN v_mentions AS n ON n.kind = 'initiative' AND n.name = i.name
    WHERE i.kind = 'forum_event'
        AND NOT EXISTS (
            SELECT 1
            FROM v_meetings AS h
            WHERE h.status = 'held'
                AND (
                    LOWER(h.host_event) LIKE LOWER(i.name) || '%'
                    OR (
                        LOWER(i.name) LIKE '%' || LOWER(h.place) || '%'
                        AND EXISTS (
                            SELECT 1
                            FROM v_mentions AS o
                            WHERE o.kind = 'organization'
                                AND o.article_id = n.article_id
                                AND o.char_start >= n.char_start
                                AND o.char_end <= n.char_end
                                AND LOWER(h.host_event) LIKE '%' || LOWER(o.name) || '%'
                        )
                    )
                )
        )
        AND NOT EXISTS (
            SELECT 1
            FROM v_claims AS c
            WHERE c.article_id = n.article_id AND LOWER(c.text) LIKE '%' || LOWER(n.surface) || ' held %'
        )
        -- "The seventh expo" is not the expo as such, too.
        AND NOT EXISTS (
            SELECT 1
            FROM v_mentions AS l
            JOIN v_initiatives AS o ON o.name = l.name AND o.kind = 'forum_event'
            WHERE l.kind = 'initiative'
                AND l.article_id = n.article_id
                AND l.char_start <= n.char_start
                AND l.char_end >= n.char_end
                AND l.char_end - l.char_start > n.char_end - n.char_start
        )
) AS e
JOIN v_articles AS a ON a.article_id = e.article_id
WHERE (a.published_on IS NULL OR a.published_on BETWEEN :since AND :until)
    AND (e.start_on IS NULL OR a.published_on IS NULL OR e.start_on >= a.published_on)
ORDER BY 1, 2, 3;
