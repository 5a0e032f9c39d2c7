-- 32 First words on an initiative
--
-- When did each actor first speak about an initiative, through whom, and in which words?
--
-- param initiative: Global Development Initiative
-- columns: actor, first_on, speaker, act, text, article, claim_id
--
-- Claims of the first day of each actor; a claim of an article of unknown date is not asked about.
WITH named AS MATERIALIZED (
    SELECT i.initiative_id, i.name
    FROM v_initiatives AS i
    WHERE LOWER(i.name) LIKE LOWER(:initiative)
),
spoken AS MATERIALIZED (
    SELECT b.name AS actor, c.claim_id, a.published_on
    FROM named AS n
    CROSS JOIN v_claim_initiatives AS i
    JOIN v_claim_actors AS b ON b.claim_id = i.claim_id AND b.relation = 'on_behalf_of'
    JOIN v_claims AS c ON c.claim_id = i.claim_id
    JOIN v_articles AS a ON a.article_id = c.article_id
    WHERE i.initiative_id = n.initiative_id
        AND a.published_on IS NOT NULL
),
firsts AS MATERIALIZED (
    SELECT actor, MIN(published_on) AS first_on FROM spoken GROUP BY actor
)
SELECT f.actor, f.first_on, c.speakers AS speaker, c.act, c.text, a.title AS article, c.claim_id
FROM firsts AS f
JOIN spoken AS s ON s.actor = f.actor AND s.published_on = f.first_on
JOIN v_claims AS c ON c.claim_id = s.claim_id
JOIN v_articles AS a ON a.article_id = c.article_id
ORDER BY 2, 1, a.title, c.article_id, c.char_start
