-- 14 Claims nobody else reports
--
-- Which claims of an article have no counterpart in any other article?
--
-- param article: Xi has separate meetings%
-- columns: document_offset, speaker, act, text, claim_id
--
-- A claim has a counterpart when another article's claim reports the same statement. "document_offset" is where the claim begins in the
-- document (the views count characters, not lines). Speakers are joined by "; ".
SELECT
    a.char_start + c.char_start AS document_offset,
    c.speakers AS speaker,
    c.act,
    c.text,
    c.claim_id
FROM v_articles AS a
JOIN v_claims AS c ON c.article_id = a.article_id
WHERE LOWER(a.title) LIKE LOWER(:article)
    AND NOT EXISTS (
        SELECT 1
        FROM v_claims AS o
        WHERE o.statement_id = c.statement_id AND o.article_id <> c.article_id
    )
ORDER BY c.article_id, c.char_start, c.claim_id;
