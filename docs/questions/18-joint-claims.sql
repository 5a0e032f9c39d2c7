-- 18 Joint claims
--
-- Which claims are joint claims of two or more states, with act and article?
--
-- param state: %
-- columns: states, act, article, claim_id, article_id
--
-- Joint is what is claimed on behalf of several states at once: by their leaders together, or by "the two sides". "state" narrows the
-- answer to claims in which that state has a part. One row for each claim.
SELECT
    c.on_behalf_of AS states,
    c.act,
    a.title AS article,
    c.claim_id,
    c.article_id
FROM v_claims AS c
JOIN v_articles AS a ON a.article_id = c.article_id
WHERE (
        SELECT COUNT(DISTINCT s.name)
        FROM v_claim_links AS s
        WHERE s.claim_id = c.claim_id AND s.relation = 'on_behalf_of' AND s.kind = 'state'
    ) >= 2
    AND EXISTS (
        SELECT 1
        FROM v_claim_links AS s
        WHERE s.claim_id = c.claim_id AND s.relation = 'on_behalf_of' AND s.kind = 'state' AND s.name LIKE :state
    )
ORDER BY a.published_on IS NULL, a.published_on, a.title, c.article_id, c.char_start, c.claim_id;
