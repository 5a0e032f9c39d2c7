-- 30 What became of commitments
--
-- To which initiatives did an actor commit itself, and what did it or anybody else say about them later?
--
-- param actor: UZ
-- param initiative: %
-- columns: initiative, pledged_on, later_on, by, act, later, article, claim_id
--
-- A commitment is the first claim of act "pledge" made on behalf of the actor that is about the initiative. Later are claims about the same initiative in articles published after that day.
WITH pledged AS (
    SELECT i.name AS initiative, MIN(a.published_on) AS pledged_on
    FROM v_claim_links AS b
    JOIN v_claims AS c ON c.claim_id = b.claim_id
    JOIN v_claim_links AS i ON i.claim_id = c.claim_id AND i.relation = 'of_initiative'
    JOIN v_articles AS a ON a.article_id = c.article_id
    WHERE b.relation = 'on_behalf_of'
        AND b.name = :actor
        AND c.act = 'pledge'
        AND LOWER(i.name) LIKE LOWER(:initiative)
    GROUP BY i.name
)
SELECT
    p.initiative,
    p.pledged_on,
    a.published_on AS later_on,
    COALESCE(NULLIF(c.on_behalf_of, ''), c.speakers) AS by,
    c.act,
    c.text AS later,
    a.title AS article,
    c.claim_id
FROM pledged AS p
JOIN v_claim_links AS i ON i.relation = 'of_initiative' AND i.name = p.initiative
JOIN v_claims AS c ON c.claim_id = i.claim_id
JOIN v_articles AS a ON a.article_id = c.article_id AND a.published_on > p.pledged_on
ORDER BY 1, 3, a.title, c.article_id, c.char_start
