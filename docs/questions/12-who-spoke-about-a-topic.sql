-- 12 Who spoke about a topic
--
-- Who spoke about a topic, and in which articles?
--
-- param topic: %Ukraine%
-- columns: speaker, article, article_id
--
-- The topic is one of the list in v_topics (climate, trade, …), or words between % signs. A claim is about it when it is one of its topics,
-- when its words name it, or when an initiative that it is about has it in its full name ("the six-point consensus" is the one on the
-- settlement of the Ukraine crisis). What only the sentences around it show is not seen.
SELECT DISTINCT
    p.name AS speaker,
    a.title AS article,
    c.article_id
FROM v_claims AS c
JOIN v_articles AS a ON a.article_id = c.article_id
JOIN v_claim_links AS p ON p.claim_id = c.claim_id AND p.relation = 'speaker'
WHERE LOWER(c.text) LIKE LOWER(:topic)
    OR EXISTS (
        SELECT 1
        FROM v_claim_topics AS t
        WHERE t.claim_id = c.claim_id AND t.topic = LOWER(:topic)
    )
    OR EXISTS (
        SELECT 1
        FROM v_claim_links AS i
        WHERE i.claim_id = c.claim_id AND i.relation = 'of_initiative' AND LOWER(i.name) LIKE LOWER(:topic)
    )
ORDER BY 1, 2, 3;
