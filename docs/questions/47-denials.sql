-- 47 Denials
--
-- What did people or actors deny or say is not so in a period?
--
-- param speaker: %
-- param since: 2024-01-01
-- param until: 2024-12-31
-- columns: published_on, speakers, on_behalf_of, act, modality, text, article, claim_id
--
-- Claims of negative polarity: the main verb of what is said is denied, or the word of saying denies it.
SELECT
    a.published_on,
    c.speakers,
    c.on_behalf_of,
    c.act,
    c.modality,
    c.text,
    a.title AS article,
    c.claim_id
FROM v_articles AS a
JOIN v_claims AS c ON c.article_id = a.article_id
WHERE c.polarity = 'negative'
    AND LOWER(c.speakers) LIKE LOWER(:speaker)
    AND a.published_on BETWEEN :since AND :until
ORDER BY a.published_on, a.title, c.article_id, c.char_start
