-- 27 Network of a person
--
-- Whom did a person meet, how often, when first and when last, and as whose representative?
--
-- param person: Xi Jinping
-- param since: 1900-01-01
-- param until: 2100-01-01
-- columns: counterpart, actor, meetings, in_person, calls, first_on, last_on, person_id
--
-- Everybody who took part in a meeting with the person. Who only invited, or accompanied somebody, is left out.
WITH own AS (
    SELECT m.meeting_id, m.kind, m.start_on
    FROM v_meeting_participants AS p
    JOIN v_meetings AS m ON m.meeting_id = p.meeting_id
    WHERE LOWER(p.person) LIKE LOWER(:person)
        AND p.role NOT IN ('inviter', 'accompanying')
        AND m.status = 'held'
        AND m.kind <> 'visit'
        AND m.start_on <= :until
        AND COALESCE(m.end_on, m.start_on) >= :since
)
SELECT
    p.person AS counterpart,
    MIN(p.actor) AS actor,
    COUNT(DISTINCT o.meeting_id) AS meetings,
    COUNT(DISTINCT CASE WHEN o.kind <> 'call' THEN o.meeting_id END) AS in_person,
    COUNT(DISTINCT CASE WHEN o.kind = 'call' THEN o.meeting_id END) AS calls,
    MIN(o.start_on) AS first_on,
    MAX(o.start_on) AS last_on,
    p.person_id
FROM own AS o
JOIN v_meeting_participants AS p ON p.meeting_id = o.meeting_id
WHERE p.person_id IS NOT NULL
    AND p.role NOT IN ('inviter', 'accompanying')
    AND LOWER(p.person) NOT LIKE LOWER(:person)
GROUP BY p.person_id, p.person
ORDER BY 3 DESC, 1
