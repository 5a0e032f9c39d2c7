-- Offices as articles name them, one row for each time that an article says so.
CREATE VIEW v_office_reports AS
SELECT
    p.id AS person_id,
    p.name,
    o.title,
    COALESCE(k.kind, 'other') AS office,
    a.name AS actor,
    a.kind AS actor_kind,
    o.article_id,
    o.char_start,
    o.char_end
FROM office_reports AS o
JOIN person_identities AS i ON i.person_reference_id = o.person_reference_id
JOIN people AS p ON p.id = i.person_id
LEFT JOIN actors AS a ON a.id = o.actor_id
LEFT JOIN (
    -- Which office a title mostly is, in the states whose office holders are known.
    SELECT t.title, t.kind, ROW_NUMBER() OVER (PARTITION BY t.title ORDER BY t.terms DESC, t.kind) AS place
    FROM (
        SELECT LOWER(f.title) AS title, f.kind, COUNT(*) AS terms
        FROM offices AS f
        JOIN states AS s ON s.actor_id = f.actor_id
        GROUP BY LOWER(f.title), f.kind
    ) AS t
) AS k ON k.title = LOWER(o.title) AND k.place = 1 AND a.kind = 'state'
