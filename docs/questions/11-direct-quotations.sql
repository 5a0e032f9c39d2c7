-- 11 Direct quotations
--
-- Which claims contain direct quotation, by whom, to whom, and is the whole statement quoted or only a part?
--
-- param speaker: %
-- columns: speaker, addressee, article, extent, claim_id, article_id
--
-- "full": nothing of what is claimed stands outside the quotation marks. A mark may be open still, or open already, where a quotation
-- runs over several sentences, and a transcript has none at all. Single quotation marks are not told from apostrophes.
-- One row for each addressee.
WITH named AS MATERIALIZED (
    SELECT p.person_id
    FROM v_people AS p
    WHERE LOWER(p.name) LIKE LOWER(:speaker)
        OR LOWER(:speaker) LIKE '%' || LOWER(p.name) || '%'
),
spoken AS MATERIALIZED (
    SELECT p.claim_id
    FROM named AS n
    CROSS JOIN v_claim_people AS p
    WHERE p.person_id = n.person_id
        AND p.relation = 'speaker'
    UNION
    SELECT s.claim_id
    FROM v_claim_sources AS s
    WHERE LOWER(s.source_name) LIKE LOWER(:speaker)
    UNION
    -- Whoever may be asked for may have no name: only then are all claims gone through.
    SELECT c.claim_id
    FROM (SELECT 1 AS asked WHERE '' LIKE LOWER(:speaker)) AS anybody
    CROSS JOIN v_claims AS c
    WHERE c.is_direct
        AND c.source_name IS NULL
),
quoted AS MATERIALIZED (
    SELECT
        c.claim_id,
        c.article_id,
        c.speakers,
        c.char_start,
        CASE WHEN c.text LIKE '%"%' OR c.text LIKE '%“%' OR c.text LIKE '%”%' THEN 1 ELSE 0 END AS has_marks,
        -- What is claimed, with all double quotation marks written alike and without the punctuation around it.
        TRIM(
            REPLACE(
                REPLACE(SUBSTR(c.text, c.content_start - c.char_start + 1, c.content_end - c.content_start), '“', '"'),
                '”',
                '"'
            ),
            ' ,.;!?–-'
        ) AS said
    FROM spoken AS s
    CROSS JOIN v_claims AS c
    WHERE c.claim_id = s.claim_id
        AND c.is_direct
        AND LOWER(c.speakers) LIKE LOWER(:speaker)
),
addressees AS MATERIALIZED (
    SELECT DISTINCT q.claim_id, p.name
    FROM quoted AS q
    CROSS JOIN v_claim_people AS p
    WHERE p.claim_id = q.claim_id
        AND p.relation = 'addressee'
)
SELECT
    q.speakers AS speaker,
    COALESCE(t.name, '') AS addressee,
    a.title AS article,
    CASE
        WHEN LENGTH(q.said) - LENGTH(REPLACE(q.said, '"', '')) >= 2
            THEN CASE WHEN SUBSTR(q.said, 1, 1) = '"' AND SUBSTR(q.said, LENGTH(q.said), 1) = '"' THEN 'full' ELSE 'partial' END
        WHEN LENGTH(q.said) - LENGTH(REPLACE(q.said, '"', '')) = 1
            THEN CASE WHEN SUBSTR(q.said, 1, 1) = '"' OR SUBSTR(q.said, LENGTH(q.said), 1) = '"' THEN 'full' ELSE 'partial' END
        WHEN q.has_marks = 1 THEN 'partial'
        ELSE 'full'
    END AS extent,
    q.claim_id,
    q.article_id
FROM quoted AS q
JOIN v_articles AS a ON a.article_id = q.article_id
LEFT JOIN addressees AS t ON t.claim_id = q.claim_id
ORDER BY a.title, q.article_id, q.char_start, q.claim_id, 2;
