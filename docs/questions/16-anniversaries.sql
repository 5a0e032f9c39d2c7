-- 16 Anniversaries
--
-- Which anniversaries fall in a year, according to the texts?
--
-- param year: 2024
-- columns: ordinal, occasion
--
-- The store has no table of anniversaries. This reads the words "…th anniversary of …" in claims published in the year (or at an
-- unknown date), up to the next comma or full stop. It does not put two wordings of one anniversary together, does not split "of ties
-- between A and B and between A and C", does not see those named outside claims, and cannot tell this year's from an earlier year's.
WITH RECURSIVE named AS (
    SELECT c.claim_id, c.text || '.' AS text
    FROM v_claims AS c
    JOIN v_articles AS a ON a.article_id = c.article_id
    WHERE LOWER(c.text) LIKE '% anniversary of %'
        AND (a.published_on IS NULL OR SUBSTR(CAST(a.published_on AS TEXT), 1, 4) = :year)
),
places (n) AS (
    SELECT 1
    UNION ALL
    SELECT n + 1 FROM places WHERE n < (SELECT MAX(LENGTH(text)) FROM named)
),
found AS (
    SELECT
        t.text,
        p.n,
        -- The end: the first comma, stop or "as well as" after the word.
        (
            SELECT MIN(e.n)
            FROM places AS e
            WHERE e.n > p.n + 15
                AND (SUBSTR(t.text, e.n, 1) IN (',', '.', ';') OR SUBSTR(t.text, e.n, 12) = ' as well as ')
        ) AS stop,
        SUBSTR(t.text, 1, p.n - 1) AS before
    FROM named AS t
    JOIN places AS p ON SUBSTR(t.text, p.n, 16) = ' anniversary of '
)
SELECT DISTINCT
    -- The last word before it.
    REPLACE(before, RTRIM(before, REPLACE(before, ' ', '')), '') AS ordinal,
    SUBSTR(text, n + 16, stop - n - 16) AS occasion
FROM found
ORDER BY 1, 2;
