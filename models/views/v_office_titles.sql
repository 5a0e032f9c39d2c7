-- Titles of offices, as articles write them, whose holders the reference data list: which office each mostly is, in the states.
CREATE VIEW v_office_titles AS
SELECT r.title, k.kind AS office
FROM (SELECT DISTINCT title FROM office_reports) AS r
JOIN (
    SELECT t.title, t.kind, ROW_NUMBER() OVER (PARTITION BY t.title ORDER BY t.terms DESC, t.kind) AS place
    FROM (
        SELECT LOWER(f.title) AS title, f.kind, COUNT(*) AS terms
        FROM offices AS f
        JOIN states AS s ON s.actor_id = f.actor_id
        GROUP BY LOWER(f.title), f.kind
    ) AS t
) AS k ON k.title = LOWER(r.title) AND k.place = 1
