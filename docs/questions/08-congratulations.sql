-- 08 Congratulations
--
-- Who congratulated whom, in which articles?
--
-- param speaker: %
-- columns: speaker, target, article, article_id
--
-- Congratulated is the target of the claim: a person, a state or an organization. Where good wishes go to an event alone
-- ("wished the session a complete success"), the event is what they are for.
SELECT DISTINCT
    p.name AS speaker,
    t.name AS target,
    a.title AS article,
    c.article_id
FROM v_claims AS c
JOIN v_articles AS a ON a.article_id = c.article_id
JOIN v_claim_links AS p ON p.claim_id = c.claim_id AND p.relation = 'speaker'
LEFT JOIN v_claim_links AS t
    ON t.claim_id = c.claim_id
    AND (
        t.relation = 'target'
        OR (
            t.relation = 'of_initiative'
            AND NOT EXISTS (SELECT 1 FROM v_claim_links AS o WHERE o.claim_id = c.claim_id AND o.relation = 'target')
        )
    )
WHERE c.act = 'congratulate'
    AND LOWER(p.name) LIKE LOWER(:speaker)
ORDER BY 1, 2, 3, 4;
