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
SELECT
    a.published_on,
    c.speakers AS speaker,
    COALESCE(t.name, '') AS target,
    c.text,
    a.title AS article,
    c.claim_id
FROM v_claim_links AS b
JOIN v_claims AS c ON c.claim_id = b.claim_id
JOIN v_articles AS a ON a.article_id = c.article_id
LEFT JOIN v_claim_links AS t ON t.claim_id = c.claim_id AND t.relation = 'target'
WHERE b.relation = 'on_behalf_of'
    AND b.name = :actor
    AND c.act = 'urge'
    AND a.published_on BETWEEN :since AND :until
ORDER BY a.published_on, a.title, c.article_id, c.char_start, 3
