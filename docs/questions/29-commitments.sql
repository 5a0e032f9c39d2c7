-- 29 Commitments
--
-- What did an actor commit itself to in a period, through whom, and to whom?
--
-- param actor: CN
-- param since: 2024-07-01
-- param until: 2024-07-31
-- columns: published_on, speaker, addressee, commitment, modality, article, claim_id
--
-- Commitments are claims of act "pledge". One that several are addressed by has a row for each.
SELECT
    a.published_on,
    c.speakers AS speaker,
    COALESCE(t.name, '') AS addressee,
    c.text AS commitment,
    c.modality,
    a.title AS article,
    c.claim_id
FROM v_claim_links AS b
JOIN v_claims AS c ON c.claim_id = b.claim_id
JOIN v_articles AS a ON a.article_id = c.article_id
LEFT JOIN v_claim_links AS t ON t.claim_id = c.claim_id AND t.relation = 'addressee'
WHERE b.relation = 'on_behalf_of'
    AND b.name = :actor
    AND c.act = 'pledge'
    AND c.polarity = 'positive'
    AND a.published_on BETWEEN :since AND :until
ORDER BY a.published_on, a.title, c.article_id, c.char_start, 3
