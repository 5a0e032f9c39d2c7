-- Statements, each once, however many claims in however many articles report them.
CREATE VIEW v_statements AS
SELECT
    s.id AS statement_id,
    s.text,
    COALESCE((
        -- group_concat takes the rows in the order in which the inner query gives them.
        SELECT group_concat(name, '; ')
        FROM (
            SELECT DISTINCT p.name
            FROM statement_claims AS l
            JOIN claim_people AS cp ON cp.claim_id = l.claim_id AND cp.relation = 'speaker'
            JOIN person_identities AS i ON i.person_reference_id = cp.person_reference_id
            JOIN people AS p ON p.id = i.person_id
            WHERE l.statement_id = s.id
            ORDER BY p.name
        )
    ), '') AS speakers,
    s.act,
    (
        SELECT MIN(la.published_on)
        FROM statement_claims AS l
        JOIN claims AS lc ON lc.id = l.claim_id
        JOIN articles AS la ON la.id = lc.article_id
        WHERE l.statement_id = s.id
    ) AS first_published_on,
    (SELECT COUNT(*) FROM statement_claims AS l WHERE l.statement_id = s.id) AS claim_count,
    (
        SELECT COUNT(DISTINCT lc.article_id)
        FROM statement_claims AS l
        JOIN claims AS lc ON lc.id = l.claim_id
        WHERE l.statement_id = s.id
    ) AS article_count,
    (
        SELECT COUNT(DISTINCT la.publisher_id)
        FROM statement_claims AS l
        JOIN claims AS lc ON lc.id = l.claim_id
        JOIN articles AS la ON la.id = lc.article_id
        WHERE l.statement_id = s.id
    ) AS publisher_count,
    (
        SELECT COUNT(DISTINCT COALESCE(la.duplicate_of, la.id))
        FROM statement_claims AS l
        JOIN claims AS lc ON lc.id = l.claim_id
        JOIN articles AS la ON la.id = lc.article_id
        WHERE l.statement_id = s.id
    ) AS original_count,
    (
        SELECT MAX(la.published_on)
        FROM statement_claims AS l
        JOIN claims AS lc ON lc.id = l.claim_id
        JOIN articles AS la ON la.id = lc.article_id
        WHERE l.statement_id = s.id
    ) AS last_published_on,
    (
        -- Of those of the first day an original, not a copy of it.
        SELECT p.name
        FROM statement_claims AS l
        JOIN claims AS lc ON lc.id = l.claim_id
        JOIN articles AS la ON la.id = lc.article_id
        JOIN publishers AS p ON p.id = la.publisher_id
        WHERE l.statement_id = s.id AND la.published_on IS NOT NULL
        ORDER BY la.published_on, la.duplicate_of IS NOT NULL, p.name
        LIMIT 1
    ) AS first_publisher,
    (
        SELECT MIN(h.statement_id)
        FROM statement_claims AS l
        JOIN statement_claims AS h ON h.claim_id = l.covered_by
        WHERE l.statement_id = s.id AND h.statement_id <> s.id
    ) AS covered_by
FROM statements AS s
