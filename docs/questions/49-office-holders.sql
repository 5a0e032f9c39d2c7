-- 49 Who held which office
--
-- Who held which office of an actor according to the articles, seen from when to when?
--
-- param actor: UZ
-- param title: %
-- columns: title, person, first_seen, last_seen, articles, originals, person_id
--
-- The days are those of the first and the last article that say so; the office may have been held before and after.
WITH held AS MATERIALIZED (
    SELECT r.title, r.name, r.person_id, r.article_id
    FROM v_office_reports AS r
    WHERE r.actor = :actor
        AND LOWER(r.title) LIKE LOWER(:title)
)
SELECT
    o.title,
    o.name AS person,
    MIN(a.published_on) AS first_seen,
    MAX(a.published_on) AS last_seen,
    COUNT(DISTINCT a.article_id) AS articles,
    COUNT(DISTINCT COALESCE(a.duplicate_of, a.article_id)) AS originals,
    o.person_id
FROM held AS o
CROSS JOIN v_articles AS a
WHERE a.article_id = o.article_id
GROUP BY o.title, o.name, o.person_id
ORDER BY 1, 3, 2, 7
