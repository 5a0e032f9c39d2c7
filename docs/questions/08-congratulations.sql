-- 08 Congratulations
--
-- Who congratulated whom, in which articles?
--
-- param speaker: %
-- columns: speaker, target, article, article_id
--
-- Congratulated is the target of the claim: a person, a state or an organization. Where good wishes go to an event alone
-- ("wished the session a complete success"), the event is what they are for.
WITH told AS MATERIALIZED (
    SELECT c.claim_id, c.article_id, p.name AS speaker
    FROM v_claims AS c
    CROSS JOIN v_claim_people AS p
    WHERE c.act = 'congratulate'
        AND p.claim_id = c.claim_id
        AND p.relation = 'speaker'
        AND LOWER(p.name) LIKE LOWER(:speaker)
),
targets AS MATERIALIZED (
    SELECT t.claim_id, o.name
    FROM told AS t
    CROSS JOIN v_claim_actors AS o
    WHERE o.claim_id = t.claim_id
        AND o.relation = 'target'
),
occasions AS MATERIALIZED (
    SELECT t.claim_id, i.name
    FROM told AS t
    CROSS JOIN v_claim_initiatives AS i
    WHERE i.claim_id = t.claim_id
        AND t.claim_id NOT IN (SELECT claim_id FROM targets)
)
SELECT DISTINCT
    t.speaker,
    COALESCE(o.name, e.name) AS target,
    a.title AS article,
    t.article_id
FROM told AS t
JOIN v_articles AS a ON a.article_id = t.article_id
LEFT JOIN targets AS o ON o.claim_id = t.claim_id
LEFT JOIN occasions AS e ON e.claim_id = t.claim_id
ORDER BY 1, 2, 3, 4;
