-- 15 Initiatives in many articles
--
-- Which initiatives are named in several articles, in how many?
--
-- param at_least: 3
-- columns: initiative, articles, kind
--
-- Events (summits, sessions, expos) are left out.
SELECT i.name AS initiative, i.article_count AS articles, i.kind
FROM v_initiatives AS i
WHERE i.kind <> 'forum_event'
    AND i.article_count >= CAST(:at_least AS INTEGER)
ORDER BY i.article_count DESC, i.name;
