-- States and organizations under the names by which the other views call them, and how to print them: the dimension of actors.
CREATE VIEW dim_actor AS
SELECT
    a.name AS actor,
    a.kind AS actor_kind,
    COALESCE(s.common_name, a.name) AS actor_name,
    s.alpha3,
    s.region,
    o.kind AS organization_kind,
    a.provisional
FROM actors AS a
LEFT JOIN states AS s ON s.actor_id = a.id
LEFT JOIN organizations AS o ON o.actor_id = a.id
