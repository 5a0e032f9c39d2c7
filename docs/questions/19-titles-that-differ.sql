-- 19 Titles that differ
--
-- Which person appears with different titles for the same office in different articles?
--
-- param actor: %
-- columns: person, title, actor, office, article, article_id, person_id
--
-- The same office is known of heads of state and of government and of foreign ministers of one state. A title that only says more of the
-- same ("president", "executive president") is no other one.
SELECT DISTINCT
    r.name AS person,
    r.title,
    r.actor,
    r.office,
    a.title AS article,
    r.article_id,
    r.person_id
FROM v_office_reports AS r
JOIN v_articles AS a ON a.article_id = r.article_id
WHERE r.office <> 'other'
    AND r.actor LIKE :actor
    AND EXISTS (
        SELECT 1
        FROM v_office_reports AS o
        WHERE o.person_id = r.person_id
            AND o.actor = r.actor
            AND o.office = r.office
            AND o.article_id <> r.article_id
            AND LOWER(o.title) NOT LIKE '%' || LOWER(r.title) || '%'
            AND LOWER(r.title) NOT LIKE '%' || LOWER(o.title) || '%'
    )
ORDER BY 1, 7, 3, 2, 5, 6;
