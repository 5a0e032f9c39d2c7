-- 48 Who reprints whom
--
-- Which publishers print articles of which others, whole or cut, and how many?
--
-- param since: 1900-01-01
-- param until: 2100-01-01
-- columns: publisher, copied_from, articles, first_on, last_on
--
-- Days are those of the copies. An article whose publisher is not known stands as ''.
SELECT
    COALESCE(a.publisher, '') AS publisher,
    COALESCE(o.publisher, '') AS copied_from,
    COUNT(*) AS articles,
    MIN(a.published_on) AS first_on,
    MAX(a.published_on) AS last_on
FROM v_articles AS a
JOIN v_articles AS o ON o.article_id = a.duplicate_of
WHERE a.published_on BETWEEN :since AND :until
GROUP BY 1, 2
ORDER BY 3 DESC, 1, 2
