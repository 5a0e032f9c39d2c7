-- 05 Levels of relations
--
-- What level of relationship with an actor is named for each partner?
--
-- param actor: CN
-- columns: state, level, since, article_count
--
-- A pair has a row for every level that texts name: an earlier level beside a later one, each with its date where a date is given.
SELECT
    CASE WHEN r.actor_a = :actor THEN r.actor_b ELSE r.actor_a END AS state,
    r.level,
    r.since,
    r.article_count
FROM v_relationships AS r
WHERE :actor IN (r.actor_a, r.actor_b)
ORDER BY 1, r.since IS NULL, r.since, r.level;
