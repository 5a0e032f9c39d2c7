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
-- an event that is named by its organization and its place is the one that hosts the meetings there, as is the planned meeting of an
-- organization that hosted others on its day. One that a claim calls held is over.
-- The views give no dates of named events, so another that was over before anybody wrote of it is listed too.
WITH recent AS MATERIALIZED (
    SELECT a.article_id, a.title, a.published_on
    FROM v_articles AS a
    WHERE a.published_on IS NULL OR a.published_on BETWEEN :since AND :until
),
hosts AS MATERIALIZED (
    SELECT DISTINCT LOWER(h.host_event) AS event, LOWER(h.place) AS place, h.start_on
    FROM v_meetings AS h
    WHERE h.status = 'held'
        AND h.host_event > ''
),
planned AS MATERIALIZED (
    SELECT m.title AS event, a.title AS article, a.article_id
    FROM recent AS a
    CROSS JOIN v_meeting_reports AS r
    CROSS JOIN v_meetings AS m
    WHERE r.article_id = a.article_id
        AND m.meeting_id = r.meeting_id
        AND m.status = 'planned'
        AND (m.start_on IS NULL OR a.published_on IS NULL OR m.start_on >= a.published_on)
        AND NOT EXISTS (
            SELECT 1
            FROM v_meeting_participants AS p
            JOIN hosts AS h ON h.start_on = m.start_on
            WHERE p.meeting_id = m.meeting_id
                AND p.actor_kind = 'organization'
                AND h.event LIKE '%' || LOWER(p.actor) || '%'
        )
),
events AS MATERIALIZED (
    SELECT i.initiative_id, i.name
    FROM v_initiatives AS i
    WHERE i.kind = 'forum_event'
),
named AS MATERIALIZED (
    SELECT e.name AS event, n.article_id, n.char_start, n.char_end, n.surface
    FROM events AS e
    CROSS JOIN v_mentions AS n
    WHERE n.initiative_id = e.initiative_id
        AND n.kind = 'initiative'
        AND n.article_id IN (SELECT article_id FROM recent)
)
SELECT event, article, article_id
FROM planned
UNION
SELECT n.event, a.title AS article, n.article_id
FROM named AS n
JOIN recent AS a ON a.article_id = n.article_id
WHERE NOT EXISTS (
        SELECT 1
        FROM hosts AS h
        WHERE h.event LIKE LOWER(n.event) || '%'
            OR (
                LOWER(n.event) LIKE '%' || h.place || '%'
                AND EXISTS (
                    SELECT 1
                    FROM v_mentions AS o
                    WHERE o.kind = 'organization'
                        AND o.article_id = n.article_id
                        AND o.char_start >= n.char_start
                        AND o.char_end <= n.char_end
                        AND h.event LIKE '%' || LOWER(o.name) || '%'
                )
            )
    )
    AND NOT EXISTS (
        SELECT 1
        FROM v_claims AS c
        WHERE c.article_id = n.article_id AND LOWER(c.text) LIKE '%' || LOWER(n.surface) || ' held %'
        LIMIT 1 OFFSET 0
    )
    -- "The seventh expo" is not the expo as such, too.
    AND NOT EXISTS (
        SELECT 1
        FROM named AS l
        WHERE l.article_id = n.article_id
            AND l.char_start <= n.char_start
            AND l.char_end >= n.char_end
            AND l.char_end - l.char_start > n.char_end - n.char_start
    )
ORDER BY 1, 2, 3;
