-- 19 Titles that differ
--
-- Which person appears with different titles for the same office in different articles?
--
-- param actor: %
-- columns: person, title, actor, article_count, first_seen, last_seen, person_id
--
-- The views do not say which articles use a title, nor which titles are of one office. This lists people whom articles give several titles
-- at one state or organization: two names of one office, and two offices of one person alike.
SELECT o.name AS person, o.title, o.actor, o.article_count, o.first_seen, o.last_seen, o.person_id
FROM v_offices AS o
WHERE COALESCE(o.actor, '') LIKE :actor
    AND EXISTS (
        SELECT 1
        FROM v_offices AS other
        WHERE other.person_id = o.person_id AND other.actor = o.actor AND LOWER(other.title) <> LOWER(o.title)
    )
ORDER BY o.name, o.person_id, o.actor, o.title;
