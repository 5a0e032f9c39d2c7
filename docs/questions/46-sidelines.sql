-- 46 On the sidelines
--
-- Who met whom on the sidelines of a summit or conference?
--
-- param event: %Shanghai Cooperation Organization%
-- columns: host_event, date, kind, title, place, articles, meeting_id
--
-- Meetings beside the event and during it; the event is named in the words of the texts.
SELECT m.host_event, m.start_on AS date, m.kind, m.title, m.place, m.article_count AS articles, m.meeting_id
FROM v_meetings AS m
WHERE m.host_event > ''
    AND LOWER(m.host_event) LIKE LOWER(:event)
    AND m.kind IN ('bilateral', 'trilateral', 'multilateral', 'other')
ORDER BY 1, 2, 4, 7
