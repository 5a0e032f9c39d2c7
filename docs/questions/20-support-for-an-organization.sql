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
WITH named AS MATERIALIZED (
    SELECT p.person_id
    FROM v_people AS p
    WHERE LOWER(p.name) LIKE LOWER(:speaker)
),
told AS MATERIALIZED (
    SELECT DISTINCT c.claim_id, c.article_id, c.char_start
    FROM named AS n
    CROSS JOIN v_claim_people AS p
    CROSS JOIN v_claims AS c
    WHERE p.person_id = n.person_id
        AND p.relation = 'speaker'
        AND c.claim_id = p.claim_id
        AND c.act = 'support'
        AND c.polarity = 'positive'
),
targets AS MATERIALIZED (
    SELECT t.claim_id, o.name, o.kind
    FROM told AS t
    JOIN v_claim_actors AS o ON o.claim_id = t.claim_id
    WHERE o.relation = 'target'
),
events AS MATERIALIZED (
    SELECT t.claim_id, i.name
    FROM told AS t
    JOIN v_claim_initiatives AS l ON l.claim_id = t.claim_id
    JOIN v_initiatives AS i ON i.initiative_id = l.initiative_id
    WHERE i.kind = 'forum_event'
        AND LOWER(i.proposers) LIKE LOWER(:organization)
)
SELECT
    COALESCE(e.name, o.name) AS target,
    a.title AS article,
    c.claim_id,
    c.article_id
FROM told AS c
JOIN v_articles AS a ON a.article_id = c.article_id
LEFT JOIN targets AS o ON o.claim_id = c.claim_id AND o.kind = 'organization' AND LOWER(o.name) LIKE LOWER(:organization)
LEFT JOIN events AS e ON e.claim_id = c.claim_id
WHERE o.name IS NOT NULL
    OR (e.name IS NOT NULL AND c.claim_id NOT IN (SELECT claim_id FROM targets))
ORDER BY a.published_on IS NULL, a.published_on, a.title, c.article_id, c.char_start, c.claim_id, 1;
