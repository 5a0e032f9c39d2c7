-- 06 Statements reported alike
--
-- How many distinct statements are reported by each of three sources alike, per addressee?
--
-- param source_a: Xi has separate meetings%
-- param source_b: Important bilateral meetings%
-- param source_c: Xinhua%
-- columns: addressee, statements
--
-- A source is named by its publisher, or by the title of the article where the publisher is not known; a % stands for the rest.
-- A statement has the addressees of all its claims: one article may name a person whom another leaves out.
WITH told AS (
    SELECT c.claim_id, c.statement_id, LOWER(a.title) AS title, LOWER(COALESCE(a.publisher, '')) AS publisher
    FROM v_claims AS c
    JOIN v_articles AS a ON a.article_id = c.article_id
    WHERE c.statement_id IS NOT NULL
),
alike AS (
    SELECT statement_id FROM told WHERE title LIKE LOWER(:source_a) OR publisher LIKE LOWER(:source_a)
    INTERSECT
    SELECT statement_id FROM told WHERE title LIKE LOWER(:source_b) OR publisher LIKE LOWER(:source_b)
    INTERSECT
    SELECT statement_id FROM told WHERE title LIKE LOWER(:source_c) OR publisher LIKE LOWER(:source_c)
)
SELECT l.name AS addressee, COUNT(DISTINCT t.statement_id) AS statements
FROM alike AS s
JOIN told AS t ON t.statement_id = s.statement_id
JOIN v_claim_links AS l ON l.claim_id = t.claim_id AND l.relation = 'addressee'
GROUP BY l.name
ORDER BY 2 DESC, 1;
