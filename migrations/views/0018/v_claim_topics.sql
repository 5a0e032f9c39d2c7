-- The topics that a claim is about, each with the term of the article's text that shows it best.
CREATE VIEW v_claim_topics AS
SELECT
    ct.claim_id,
    c.article_id,
    t.name AS topic,
    SUBSTR(a.text, ct.char_start + 1, ct.char_end - ct.char_start) AS term,
    ct.char_start,
    ct.char_end,
    ct.rule,
    ct.confidence
FROM claim_topics AS ct
LEFT JOIN claims AS c ON c.id = ct.claim_id
LEFT JOIN articles AS a ON a.id = c.article_id
JOIN topics AS t ON t.id = ct.topic_id
