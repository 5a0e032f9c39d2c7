-- 13 Support in safeguarding sovereignty
--
-- Which states did an actor support in safeguarding their independence and sovereignty, and in which articles?
--
-- param actor: CN
-- param words_a: %independence%
-- param words_b: %sovereignty%
-- columns: state, article, article_id
--
-- Statements of support on behalf of that actor alone, not joint ones, in whose words both patterns occur, directed at another state.
SELECT DISTINCT
    t.name AS state,
    a.title AS article,
    c.article_id
FROM v_claims AS c
JOIN v_articles AS a ON a.article_id = c.article_id
JOIN v_claim_links AS t ON t.claim_id = c.claim_id AND t.relation = 'target' AND t.kind = 'state'
WHERE c.on_behalf_of = :actor
    AND c.act = 'support'
    AND c.polarity = 'positive'
    AND LOWER(c.text) LIKE LOWER(:words_a)
    AND LOWER(c.text) LIKE LOWER(:words_b)
    AND t.name <> :actor
ORDER BY 1, 2, 3;
