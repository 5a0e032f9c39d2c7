-- 43 Agreements of an actor
--
-- What did an actor sign or issue together with others, when, with whom, and at which meeting?
--
-- param actor: CN
-- columns: signed_on, title, kind, parties, meeting, articles, originals, agreement_id
--
-- Parties are written in alphabetical order and joined by +. Documents without a date come last.
SELECT
    g.signed_on,
    g.title,
    g.kind,
    g.parties,
    (SELECT m.title FROM v_meetings AS m WHERE m.meeting_id = g.meeting_id) AS meeting,
    g.article_count AS articles,
    g.original_count AS originals,
    g.agreement_id
FROM v_agreements AS g
WHERE '+' || g.parties || '+' LIKE '%+' || :actor || '+%'
ORDER BY g.signed_on IS NULL, g.signed_on, g.title, g.agreement_id
