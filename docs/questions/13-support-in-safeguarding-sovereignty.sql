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
FROM v_claim_actors AS b
JOIN v_claims AS c ON c.claim_id = b.claim_id
JOIN v_claim_actors AS t ON t.claim_id = c.claim_id AND t.relation = 'target' AND t.kind = 'state'
JOIN v_articles AS a ON a.article_id = c.article_id
WHERE b.relation = 'on_behalf_of'
    AND b.name = :actor
    AND c.on_behalf_of = :actor
    AND c.act = 'support'
    AND c.polarity = 'positive'
    AND LOWER(c.text) LIKE LOWER(:words_a)
    AND LOWER(c.text) LIKE LOWER(:words_b)
    AND t.name <> :actor
ORDER BY 1, 2, 3;
