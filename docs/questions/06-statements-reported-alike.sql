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
WITH of_a AS MATERIALIZED (
    SELECT DISTINCT c.statement_id
    FROM v_articles AS a
    JOIN v_claims AS c ON c.article_id = a.article_id
    WHERE (LOWER(a.title) LIKE LOWER(:source_a) OR LOWER(a.publisher) LIKE LOWER(:source_a))
        AND c.statement_id IS NOT NULL
),
told AS MATERIALIZED (
    SELECT s.statement_id, c.claim_id, LOWER(a.title) AS title, LOWER(a.publisher) AS publisher
    FROM of_a AS s
    JOIN v_claims AS c ON c.statement_id = s.statement_id
    JOIN v_articles AS a ON a.article_id = c.article_id
),
alike AS MATERIALIZED (
    SELECT statement_id
    FROM told
    GROUP BY statement_id
    HAVING MAX(CASE WHEN title LIKE LOWER(:source_b) OR publisher LIKE LOWER(:source_b) THEN 1 ELSE 0 END) = 1
        AND MAX(CASE WHEN title LIKE LOWER(:source_c) OR publisher LIKE LOWER(:source_c) THEN 1 ELSE 0 END) = 1
)
SELECT p.name AS addressee, COUNT(DISTINCT t.statement_id) AS statements
FROM alike AS s
CROSS JOIN told AS t
CROSS JOIN v_claim_people AS p
WHERE t.statement_id = s.statement_id
    AND p.claim_id = t.claim_id
    AND p.relation = 'addressee'
GROUP BY p.name
ORDER BY 2 DESC, 1;
