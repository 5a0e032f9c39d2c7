-- 04 Who affirmed a principle
--
-- Who affirmed a principle, for which state, to whom, and in which articles?
--
-- param principle: One-China principle
-- columns: speaker, state, addressee, article, article_id
--
-- Affirming is adhering to it, supporting it, praising or agreeing to it. Calling on others to respect it (act "urge") is not.
-- Addressees are those to whom the words were said at a meeting; empty where the text gives none.
SELECT DISTINCT
    p.name AS speaker,
    s.name AS state,
    COALESCE(t.name, '') AS addressee,
    a.title AS article,
    c.article_id
FROM v_claim_links AS i
JOIN v_claims AS c ON c.claim_id = i.claim_id
JOIN v_articles AS a ON a.article_id = c.article_id
JOIN v_claim_links AS p ON p.claim_id = c.claim_id AND p.relation = 'speaker'
JOIN v_claim_links AS s ON s.claim_id = c.claim_id AND s.relation = 'on_behalf_of' AND s.kind = 'state'
LEFT JOIN v_claim_links AS t ON t.claim_id = c.claim_id AND t.relation = 'addressee'
WHERE i.relation = 'of_initiative'
    AND LOWER(i.name) LIKE LOWER(:principle)
    AND c.act IN ('support', 'praise', 'agree')
    AND c.polarity = 'positive'
ORDER BY 1, 2, 3, 4, 5;
