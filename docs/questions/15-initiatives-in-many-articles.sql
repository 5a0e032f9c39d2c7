-- 15 Initiatives in many articles
--
-- Which initiatives are named in several articles, in how many?
--
-- param at_least: 3
-- columns: initiative, articles, kind
--
-- Events (summits, sessions, expos) are left out.
WITH counted AS MATERIALIZED (
    -- Counted once for each, however often the count is read below.
    SELECT i.name, i.kind, i.article_count
    FROM v_initiatives AS i
    WHERE i.kind <> 'forum_event'
)
SELECT c.name AS initiative, c.article_count AS articles, c.kind
FROM counted AS c
WHERE c.article_count >= CAST(:at_least AS INTEGER)
ORDER BY c.article_count DESC, c.name;
