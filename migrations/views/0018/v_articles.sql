-- Articles, with where they stand in their documents.
CREATE VIEW v_articles AS
SELECT
    a.id AS article_id,
    a.document_id,
    d.name AS document_name,
    a.title,
    p.name AS publisher,
    a.published_on,
    a.dated_by,
    a.dateline_place,
    a.char_start,
    a.char_end,
    a.language,
    a.duplicate_of,
    a.cluster_id
FROM articles AS a
LEFT JOIN documents AS d ON d.id = a.document_id
LEFT JOIN publishers AS p ON p.id = a.publisher_id
