-- 24 Those who spoke for and against
--
-- Which actors spoke both for and against an initiative, and what did they say first and last?
--
-- param initiative: %
-- columns: initiative, actor, for_since, against_since, last, last_on
--
-- For and against are read as in question 23. Days are those of publication; "last" is "both" when both were published on the last day.
WITH named AS MATERIALIZED (
    SELECT i.initiative_id, i.name
    FROM v_initiatives AS i
    WHERE LOWER(i.name) LIKE LOWER(:initiative)
),
told AS MATERIALIZED (
    SELECT i.name AS initiative, c.claim_id, c.article_id, CASE WHEN (c.act = 'oppose') = (c.polarity = 'positive') THEN 'against' ELSE 'for' END AS side
    FROM named AS n
    CROSS JOIN v_claim_initiatives AS i
    JOIN v_claims AS c ON c.claim_id = i.claim_id
    WHERE i.initiative_id = n.initiative_id
        AND c.act IN ('support', 'praise', 'agree', 'pledge', 'oppose')
),
sides AS MATERIALIZED (
    SELECT t.initiative, b.name AS actor, t.side, a.published_on
    FROM told AS t
    JOIN v_claim_actors AS b ON b.claim_id = t.claim_id AND b.relation = 'on_behalf_of'
    JOIN v_articles AS a ON a.article_id = t.article_id
),
spans AS (
    SELECT
        initiative,
        actor,
        MIN(CASE WHEN side = 'for' THEN published_on END) AS for_since,
        MIN(CASE WHEN side = 'against' THEN published_on END) AS against_since,
        MAX(CASE WHEN side = 'for' THEN published_on END) AS for_until,
        MAX(CASE WHEN side = 'against' THEN published_on END) AS against_until
    FROM sides
    GROUP BY initiative, actor
)
SELECT
    initiative,
    actor,
    for_since,
    against_since,
    CASE WHEN for_until = against_until THEN 'both' WHEN for_until > against_until THEN 'for' ELSE 'against' END AS last,
    CASE WHEN for_until > against_until THEN for_until ELSE against_until END AS last_on
FROM spans
WHERE for_since IS NOT NULL
    AND against_since IS NOT NULL
ORDER BY 1, 2
