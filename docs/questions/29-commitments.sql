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
WITH told AS MATERIALIZED (
    SELECT c.claim_id
    FROM v_articles AS a
    JOIN v_claims AS c ON c.article_id = a.article_id
    JOIN v_claim_actors AS b ON b.claim_id = c.claim_id
    WHERE a.published_on BETWEEN :since AND :until
        AND c.act = 'pledge'
        AND c.polarity = 'positive'
        AND b.relation = 'on_behalf_of'
        AND b.name = :actor
),
addressees AS MATERIALIZED (
    SELECT t.claim_id, p.name
    FROM told AS t
    JOIN v_claim_people AS p ON p.claim_id = t.claim_id
    WHERE p.relation = 'addressee'
)
SELECT
    a.published_on,
    c.speakers AS speaker,
    COALESCE(d.name, '') AS addressee,
    c.text AS commitment,
    c.modality,
    a.title AS article,
    c.claim_id
FROM told AS t
JOIN v_claims AS c ON c.claim_id = t.claim_id
JOIN v_articles AS a ON a.article_id = c.article_id
LEFT JOIN addressees AS d ON d.claim_id = c.claim_id
ORDER BY a.published_on, a.title, c.article_id, c.char_start, 3
