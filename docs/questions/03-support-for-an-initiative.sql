-- 03 Support for an initiative
--
-- Which states expressed support for an initiative, through whom, and in which articles?
--
-- param initiative: Global Security Initiative
-- columns: state, speaker, article, article_id
--
-- Support is what is supported, welcomed, praised or agreed to, and also a readiness to put it into practice (act "pledge").
-- A statement that nobody is named for (a ministry, "the two sides") has an empty speaker.
WITH named AS MATERIALIZED (
    SELECT i.initiative_id, i.name
    FROM v_initiatives AS i
    WHERE LOWER(i.name) LIKE LOWER(:initiative)
),
told AS MATERIALIZED (
    SELECT c.claim_id, c.article_id, s.name AS state
    FROM named AS n
    CROSS JOIN v_claim_initiatives AS i
    JOIN v_claims AS c ON c.claim_id = i.claim_id
    JOIN v_claim_actors AS s ON s.claim_id = c.claim_id AND s.relation = 'on_behalf_of' AND s.kind = 'state'
    WHERE i.initiative_id = n.initiative_id
        AND c.act IN ('support', 'praise', 'agree', 'pledge')
        AND c.polarity = 'positive'
),
speakers AS MATERIALIZED (
    SELECT t.claim_id, p.name
    FROM told AS t
    JOIN v_claim_people AS p ON p.claim_id = t.claim_id
    WHERE p.relation = 'speaker'
)
SELECT DISTINCT
    t.state,
    COALESCE(p.name, '') AS speaker,
    a.title AS article,
    t.article_id
FROM told AS t
JOIN v_articles AS a ON a.article_id = t.article_id
LEFT JOIN speakers AS p ON p.claim_id = t.claim_id
ORDER BY 1, 2, 3, 4;
