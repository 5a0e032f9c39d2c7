-- 20 Support for an organization
--
-- Which statements did a person make in support of an organization or its events (one row per claim)?
--
-- param speaker: Xi Jinping
-- param organization: United Nations
-- columns: target, article, claim_id, article_id
--
-- A claim of support that is directed at the organization, or at an event of the organization and at nobody else. Where it is about an
-- event, the event is given, otherwise the organization.
SELECT
    COALESCE(e.name, o.name) AS target,
    a.title AS article,
    c.claim_id,
    c.article_id
FROM v_claims AS c
JOIN v_articles AS a ON a.article_id = c.article_id
LEFT JOIN v_claim_links AS o
    ON o.claim_id = c.claim_id
    AND o.relation = 'target'
    AND o.kind = 'organization'
    AND LOWER(o.name) LIKE LOWER(:organization)
LEFT JOIN (
    SELECT l.claim_id, i.name
    FROM v_claim_links AS l
    JOIN v_initiatives AS i ON i.name = l.name
    WHERE l.relation = 'of_initiative'
        AND i.kind = 'forum_event'
        AND LOWER(i.proposers) LIKE LOWER(:organization)
) AS e ON e.claim_id = c.claim_id
WHERE c.act = 'support'
    AND c.polarity = 'positive'
    AND EXISTS (
        SELECT 1
        FROM v_claim_links AS p
        WHERE p.claim_id = c.claim_id AND p.relation = 'speaker' AND LOWER(p.name) LIKE LOWER(:speaker)
    )
    AND (
        o.name IS NOT NULL
        OR (
            e.name IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM v_claim_links AS t WHERE t.claim_id = c.claim_id AND t.relation = 'target')
        )
    )
ORDER BY a.published_on IS NULL, a.published_on, a.title, c.article_id, c.char_start, c.claim_id, 1;
