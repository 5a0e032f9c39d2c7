-- 49 Who held which office
--
-- Who held which office of an actor according to the articles, seen from when to when?
--
-- param actor: UZ
-- param title: %
-- columns: title, person, first_seen, last_seen, articles, originals, person_id
--
-- The days are those of the first and the last article that say so; the office may have been held before and after.
SELECT
    o.title,
    o.name AS person,
    o.first_seen,
    o.last_seen,
    o.article_count AS articles,
    o.original_count AS originals,
    o.person_id
FROM v_offices AS o
WHERE o.actor = :actor
    AND LOWER(o.title) LIKE LOWER(:title)
ORDER BY 1, 3, 2, 7
