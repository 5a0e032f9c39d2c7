-- 03 Support for an initiative
--
-- Which states expressed support for an initiative, through whom, and in which articles?
--
-- param initiative: Global Security Initiative
-- columns: state, speaker, article, article_id
--
-- Support is what is supported, welcomed, praised or agreed to, and also a readiness to put it into practice (act "pledge").
-- A statement that nobody is named for (a ministry, "the two sides") has an empty speaker.
SELECT DISTINCT
    s.name AS state,
    COALESCE(p.name, '') AS speaker,
    a.title AS article,
    c.article_id
FROM v_claim_links AS i
JOIN v_claims AS c ON c.claim_id = i.claim_id
JOIN v_articles AS a ON a.article_id = c.article_id
JOIN v_claim_links AS s ON s.claim_id = c.claim_id AND s.relation = 'on_behalf_of' AND s.kind = 'state'
LEFT JOIN v_claim_links AS p ON p.claim_id = c.claim_id AND p.relation = 'speaker'
WHERE i.relation = 'of_initiative'
    AND LOWER(i.name) LIKE LOWER(:initiative)
    AND c.act IN ('support', 'praise', 'agree', 'pledge')
    AND c.polarity = 'positive'
ORDER BY 1, 2, 3, 4;
