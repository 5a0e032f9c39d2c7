-- 30 What became of commitments
--
-- To which initiatives did an actor commit itself, and what did it or anybody else say about them later?
--
-- param actor: UZ
-- param initiative: %
-- columns: initiative, pledged_on, later_on, by, act, later, article, claim_id
--
-- A commitment is the first claim of act "pledge" made on behalf of the actor that is about the initiative. Later are claims about the same initiative in articles published after that day.
WITH named AS MATERIALIZED (
    SELECT i.initiative_id, i.name
    FROM v_initiatives AS i
    WHERE LOWER(i.name) LIKE LOWER(:initiative)
),
pledged AS MATERIALIZED (
    SELECT i.initiative_id, i.name AS initiative, MIN(a.published_on) AS pledged_on
    FROM named AS n
    CROSS JOIN v_claim_initiatives AS i
    JOIN v_claim_actors AS b ON b.claim_id = i.claim_id
    JOIN v_claims AS c ON c.claim_id = i.claim_id
    JOIN v_articles AS a ON a.article_id = c.article_id
    WHERE i.initiative_id = n.initiative_id
        AND b.relation = 'on_behalf_of'
        AND b.name = :actor
        AND c.act = 'pledge'
    GROUP BY i.initiative_id, i.name
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
JOIN v_claim_initiatives AS i ON i.initiative_id = p.initiative_id
JOIN v_claims AS c ON c.claim_id = i.claim_id
JOIN v_articles AS a ON a.article_id = c.article_id AND a.published_on > p.pledged_on
ORDER BY 1, 3, a.title, c.article_id, c.char_start
