-- 23 For and against an initiative
--
-- Who spoke for and who against an initiative, since when, until when, and in how many articles?
--
-- param initiative: Belt and Road Initiative
-- columns: initiative, actor, side, first_on, last_on, claims, articles, originals
--
-- For it are those who support, praise or agree to it, or pledge to put it into practice; against it, those who oppose it, and those who deny their support.
-- Days are those of publication. An actor that said both has two rows.
WITH named AS MATERIALIZED (
    SELECT i.initiative_id, i.name
    FROM v_initiatives AS i
    WHERE LOWER(i.name) LIKE LOWER(:initiative)
),
told AS MATERIALIZED (
    SELECT i.name AS initiative, c.claim_id, c.article_id, CASE WHEN (c.act = 'oppose') = (c.polarity = 'positive') THEN 'against' ELSE 'for' END AS side
    FROM named AS n
    CROSS JOIN v_claim_initiatives AS i
    JOIN v_claims AS c ON c.claim_id = i.claim_id
    WHERE i.initiative_id = n.initiative_id
        AND c.act IN ('support', 'praise', 'agree', 'pledge', 'oppose')
)
SELECT
    t.initiative,
    b.name AS actor,
    t.side,
    MIN(a.published_on) AS first_on,
    MAX(a.published_on) AS last_on,
    COUNT(DISTINCT t.claim_id) AS claims,
    COUNT(DISTINCT t.article_id) AS articles,
    COUNT(DISTINCT COALESCE(a.duplicate_of, a.article_id)) AS originals
FROM told AS t
JOIN v_claim_actors AS b ON b.claim_id = t.claim_id AND b.relation = 'on_behalf_of'
JOIN v_articles AS a ON a.article_id = t.article_id
GROUP BY t.initiative, b.name, t.side
ORDER BY 1, 4, 2, 3
