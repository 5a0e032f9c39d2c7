-- The closed list of topics, with how often claims are about each.
CREATE VIEW v_topics AS
SELECT
    t.id AS topic_id,
    t.name AS topic,
    t.definition,
    COUNT(c.id) AS claim_count,
    COUNT(DISTINCT c.article_id) AS article_count,
    COUNT(DISTINCT COALESCE(ar.duplicate_of, ar.id)) AS original_count
FROM topics AS t
LEFT JOIN claim_topics AS ct ON ct.topic_id = t.id
LEFT JOIN claims AS c ON c.id = ct.claim_id
LEFT JOIN articles AS ar ON ar.id = c.article_id
GROUP BY t.id, t.name, t.definition
