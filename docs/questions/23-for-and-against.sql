-- 23 For and against an initiative
--
-- Who spoke for and who against an initiative, since when, until when, and in how many articles?
--
-- param initiative: Belt and Road Initiative
-- columns: initiative, actor, side, first_on, last_on, claims, articles, originals
--
-- For it are those who support, praise or agree to it, or pledge to put it into practice; against it, those who oppose it, and those who deny their support.
-- Days are those of publication. An actor that said both has two rows.
SELECT
    i.name AS initiative,
    b.name AS actor,
    CASE WHEN (c.act = 'oppose') = (c.polarity = 'positive') THEN 'against' ELSE 'for' END AS side,
    MIN(a.published_on) AS first_on,
    MAX(a.published_on) AS last_on,
    COUNT(DISTINCT c.claim_id) AS claims,
    COUNT(DISTINCT c.article_id) AS articles,
    COUNT(DISTINCT COALESCE(a.duplicate_of, a.article_id)) AS originals
FROM v_claim_links AS i
JOIN v_claims AS c ON c.claim_id = i.claim_id
JOIN v_articles AS a ON a.article_id = c.article_id
JOIN v_claim_links AS b ON b.claim_id = c.claim_id AND b.relation = 'on_behalf_of'
WHERE i.relation = 'of_initiative'
    AND LOWER(i.name) LIKE LOWER(:initiative)
    AND c.act IN ('support', 'praise', 'agree', 'pledge', 'oppose')
GROUP BY i.name, b.name, 3
ORDER BY 1, 4, 2, 3
