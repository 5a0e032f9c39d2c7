-- What can be searched: every claim, and every article.
CREATE VIEW v_search AS
SELECT
    'claim' AS kind,
    c.id,
    c.article_id,
    c.id AS claim_id,
    a.title,
    p.name AS publisher,
    a.published_on,
    COALESCE((
        SELECT string_agg(DISTINCT pe.name, '; ' ORDER BY pe.name)
        FROM claim_people AS cp
        JOIN person_identities AS i ON i.person_reference_id = cp.person_reference_id
        JOIN people AS pe ON pe.id = i.person_id
        WHERE cp.claim_id = c.id AND cp.relation = 'speaker'
    ), c.source_name, '') AS speakers,
    c.text,
    c.char_start,
    c.char_end
FROM claims AS c
JOIN articles AS a ON a.id = c.article_id
LEFT JOIN publishers AS p ON p.id = a.publisher_id
UNION ALL
SELECT
    'article' AS kind,
    a.id,
    a.id AS article_id,
    NULL AS claim_id,
    a.title,
    p.name AS publisher,
    a.published_on,
    '' AS speakers,
    a.text,
    0 AS char_start,
    LENGTH(a.text) AS char_end
FROM articles AS a
LEFT JOIN publishers AS p ON p.id = a.publisher_id
