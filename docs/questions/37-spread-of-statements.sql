-- 37 Spread of statements
--
-- Which statements first published in a period did most publishers take up, who was first, and when was it last told?
--
-- param since: 2024-07-01
-- param until: 2024-07-31
-- param at_least: 2
-- columns: text, speakers, first_published_on, first_publisher, last_published_on, articles, originals, publishers, statement_id
--
-- A copy of an article spreads a statement as well: "originals" counts the articles that repeat one another once.
WITH recent AS MATERIALIZED (
    SELECT DISTINCT c.statement_id
    FROM v_articles AS a
    JOIN v_claims AS c ON c.article_id = a.article_id
    WHERE a.published_on BETWEEN :since AND :until
        AND c.statement_id IS NOT NULL
)
SELECT
    s.text,
    s.speakers,
    s.first_published_on,
    s.first_publisher,
    s.last_published_on,
    s.article_count AS articles,
    s.original_count AS originals,
    s.publisher_count AS publishers,
    s.statement_id
FROM recent AS r
JOIN v_statements AS s ON s.statement_id = r.statement_id
WHERE s.claim_count >= CAST(:at_least AS INTEGER)
    AND s.article_count >= CAST(:at_least AS INTEGER)
    AND s.first_published_on BETWEEN :since AND :until
ORDER BY s.article_count DESC, s.first_published_on, s.text, s.statement_id
