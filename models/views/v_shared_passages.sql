-- Passages that two articles share, one of which is a copy of the other: each seen from either of the two.
CREATE VIEW v_shared_passages AS
SELECT
    l.article_id,
    l.other_id AS other_article_id,
    p.char_start,
    p.char_end,
    p.other_start,
    p.other_end,
    p.word_count,
    l.share,
    l.other_share
FROM shared_passages AS p
JOIN article_likenesses AS l ON l.id = p.likeness_id
UNION ALL
SELECT
    l.other_id,
    l.article_id,
    p.other_start,
    p.other_end,
    p.char_start,
    p.char_end,
    p.word_count,
    l.other_share,
    l.share
FROM shared_passages AS p
JOIN article_likenesses AS l ON l.id = p.likeness_id
