-- 33 Relations over time
--
-- How did the relations of an actor with each partner change, from which level to which, and when?
--
-- param actor: CN
-- columns: partner, since, since_precision, before, level, articles, originals
--
-- A history in the words of the texts, earliest first; levels without a date come first, as nobody says since when they are. "before" is the level that an article names as the one before,
-- else the one of the row above.
WITH history AS (
    SELECT
        CASE WHEN r.actor_a = :actor THEN r.actor_b ELSE r.actor_a END AS partner,
        r.since,
        r.since_precision,
        r.previous_level,
        r.level,
        r.article_count,
        r.original_count
    FROM v_relationships AS r
    WHERE :actor IN (r.actor_a, r.actor_b)
)
SELECT
    h.partner,
    h.since,
    h.since_precision,
    COALESCE(h.previous_level, LAG(h.level) OVER (PARTITION BY h.partner ORDER BY h.since IS NOT NULL, h.since, h.level), '') AS before,
    h.level,
    h.article_count AS articles,
    h.original_count AS originals
FROM history AS h
ORDER BY h.partner, h.since IS NOT NULL, h.since, h.level
