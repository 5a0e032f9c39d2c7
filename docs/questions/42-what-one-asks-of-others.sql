-- 42 What one asks of others
--
-- What does an actor urge others to do, whom, when and through whom?
--
-- param actor: CN
-- param since: 2024-01-01
-- param until: 2024-12-31
-- columns: published_on, speaker, target, text, article, claim_id
--
-- Claims of act "urge". The target is empty where the words are addressed to nobody in particular.
WITH told AS MATERIALIZED (
    SELECT c.claim_id
    FROM v_articles AS a
    JOIN v_claims AS c ON c.article_id = a.article_id
    JOIN v_claim_actors AS b ON b.claim_id = c.claim_id
    WHERE a.published_on BETWEEN :since AND :until
        AND c.act = 'urge'
        AND b.relation = 'on_behalf_of'
        AND b.name = :actor
),
targets AS MATERIALIZED (
    SELECT t.claim_id, o.name
    FROM told AS t
    JOIN v_claim_actors AS o ON o.claim_id = t.claim_id
    WHERE o.relation = 'target'
)
SELECT
    a.published_on,
    c.speakers AS speaker,
    COALESCE(o.name, '') AS target,
    c.text,
    a.title AS article,
    c.claim_id
FROM told AS t
JOIN v_claims AS c ON c.claim_id = t.claim_id
JOIN v_articles AS a ON a.article_id = c.article_id
LEFT JOIN targets AS o ON o.claim_id = c.claim_id
ORDER BY a.published_on, a.title, c.article_id, c.char_start, 3
