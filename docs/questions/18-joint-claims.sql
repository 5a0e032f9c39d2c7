-- 18 Joint claims
--
-- Which claims are joint claims of two or more states, with act and article?
--
-- param state: %
-- columns: states, act, article, claim_id, article_id
--
-- Joint is what is claimed on behalf of several states at once: by their leaders together, or by "the two sides". "state" narrows the
-- answer to claims in which that state has a part. One row for each claim.
WITH parts AS MATERIALIZED (
    SELECT s.claim_id
    FROM v_claim_actors AS s
    WHERE s.relation = 'on_behalf_of'
        AND s.kind = 'state'
    GROUP BY s.claim_id
    HAVING COUNT(*) >= 2
        AND MAX(CASE WHEN s.name LIKE :state THEN 1 ELSE 0 END) = 1
)
SELECT
    c.on_behalf_of AS states,
    c.act,
    a.title AS article,
    c.claim_id,
    c.article_id
FROM parts AS p
JOIN v_claims AS c ON c.claim_id = p.claim_id
JOIN v_articles AS a ON a.article_id = c.article_id
ORDER BY a.published_on IS NULL, a.published_on, a.title, c.article_id, c.char_start, c.claim_id;
