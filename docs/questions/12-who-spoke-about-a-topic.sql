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
WITH about AS MATERIALIZED (
    SELECT c.claim_id
    FROM v_claims AS c
    WHERE LOWER(c.text) LIKE LOWER(:topic)
    UNION
    SELECT t.claim_id
    FROM v_claim_topics AS t
    WHERE t.topic = LOWER(:topic)
    UNION
    SELECT i.claim_id
    FROM v_claim_initiatives AS i
    WHERE LOWER(i.name) LIKE LOWER(:topic)
)
SELECT DISTINCT
    p.name AS speaker,
    a.title AS article,
    c.article_id
FROM about AS t
JOIN v_claims AS c ON c.claim_id = t.claim_id
JOIN v_articles AS a ON a.article_id = c.article_id
JOIN v_claim_people AS p ON p.claim_id = c.claim_id AND p.relation = 'speaker'
ORDER BY 1, 2, 3;
