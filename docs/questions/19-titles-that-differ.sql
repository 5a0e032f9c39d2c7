-- 19 Titles that differ
--
-- Which person appears with different titles for the same office in different articles?
--
-- param actor: %
-- columns: person, title, actor, office, article, article_id, person_id
--
-- The same office is known of heads of state and of government and of foreign ministers of one state. A title that only says more of the
-- same ("president", "executive president") is no other one.
WITH offices AS MATERIALIZED (
    SELECT t.title, t.office
    FROM v_office_titles AS t
    WHERE t.office <> 'other'
),
told AS MATERIALIZED (
    SELECT DISTINCT r.person_id, r.name, r.title, r.actor, o.office, r.article_id
    -- IN finds the reports by the index of their titles; for a join SQLite would make one anew.
    FROM v_office_reports AS r
    JOIN offices AS o ON o.title = r.title
    WHERE r.title IN (SELECT title FROM offices)
        AND r.actor_kind = 'state'
        AND r.actor LIKE :actor
),
several AS MATERIALIZED (
    SELECT person_id, actor, office
    FROM told
    GROUP BY person_id, actor, office
    HAVING COUNT(DISTINCT LOWER(title)) > 1
)
SELECT DISTINCT
    r.name AS person,
    r.title,
    r.actor,
    r.office,
    a.title AS article,
    r.article_id,
    r.person_id
FROM several AS s
JOIN told AS r ON r.person_id = s.person_id AND r.actor = s.actor AND r.office = s.office
JOIN v_articles AS a ON a.article_id = r.article_id
WHERE EXISTS (
    SELECT 1
    FROM told AS o
    WHERE o.person_id = r.person_id
        AND o.actor = r.actor
        AND o.office = r.office
        AND o.article_id <> r.article_id
        AND LOWER(o.title) NOT LIKE '%' || LOWER(r.title) || '%'
        AND LOWER(r.title) NOT LIKE '%' || LOWER(o.title) || '%'
)
ORDER BY 1, 7, 3, 2, 5, 6;
