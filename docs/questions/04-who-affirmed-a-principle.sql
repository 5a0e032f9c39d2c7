-- 04 Who affirmed a principle
--
-- Who affirmed a principle, for which state, to whom, and in which articles?
--
-- param principle: One-China principle
-- columns: speaker, state, addressee, article, article_id
--
-- Affirming is adhering to it, supporting it, praising or agreeing to it. Calling on others to respect it (act "urge") is not.
-- Addressees are those to whom the words were said at a meeting; empty where the text gives none.
WITH named AS MATERIALIZED (
    SELECT i.initiative_id, i.name
    FROM v_initiatives AS i
    WHERE LOWER(i.name) LIKE LOWER(:principle)
),
told AS MATERIALIZED (
    SELECT c.claim_id, c.article_id, p.name AS speaker, s.name AS state
    FROM named AS n
    CROSS JOIN v_claim_initiatives AS i
    JOIN v_claims AS c ON c.claim_id = i.claim_id
    JOIN v_claim_people AS p ON p.claim_id = c.claim_id AND p.relation = 'speaker'
    JOIN v_claim_actors AS s ON s.claim_id = c.claim_id AND s.relation = 'on_behalf_of' AND s.kind = 'state'
    WHERE i.initiative_id = n.initiative_id
        AND c.act IN ('support', 'praise', 'agree')
        AND c.polarity = 'positive'
),
addressees AS MATERIALIZED (
    SELECT t.claim_id, p.name
    FROM told AS t
    JOIN v_claim_people AS p ON p.claim_id = t.claim_id
    WHERE p.relation = 'addressee'
)
SELECT DISTINCT
    t.speaker,
    t.state,
    COALESCE(d.name, '') AS addressee,
    a.title AS article,
    t.article_id
FROM told AS t
JOIN v_articles AS a ON a.article_id = t.article_id
LEFT JOIN addressees AS d ON d.claim_id = t.claim_id
ORDER BY 1, 2, 3, 4, 5;
