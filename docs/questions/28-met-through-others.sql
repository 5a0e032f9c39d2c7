-- 28 Friends of friends
--
-- Whom has a person not met, but people whom the person met have, and through how many of them?
--
-- param person: Xi Jinping
-- param at_least: 1
-- columns: far, actor, through, person_id
--
-- Meetings held, in any kind but visits, over the whole store. "through" is the number of people who met both.
WITH pairs AS (
    SELECT DISTINCT a.person_id AS one, b.person_id AS two
    FROM v_meeting_participants AS a
    JOIN v_meeting_participants AS b ON b.meeting_id = a.meeting_id AND b.person_id <> a.person_id
    JOIN v_meetings AS m ON m.meeting_id = a.meeting_id
    WHERE m.status = 'held'
        AND m.kind <> 'visit'
        AND a.role NOT IN ('inviter', 'accompanying')
        AND b.role NOT IN ('inviter', 'accompanying')
),
self AS (
    SELECT DISTINCT p.person_id FROM v_people AS p WHERE LOWER(p.name) LIKE LOWER(:person)
),
near AS (
    SELECT DISTINCT two AS person_id FROM pairs WHERE one IN (SELECT person_id FROM self)
)
SELECT p.name AS far, p.actor, COUNT(DISTINCT x.one) AS through, p.person_id
FROM pairs AS x
JOIN v_people AS p ON p.person_id = x.two
WHERE x.one IN (SELECT person_id FROM near)
    AND x.two NOT IN (SELECT person_id FROM near)
    AND x.two NOT IN (SELECT person_id FROM self)
GROUP BY p.person_id, p.name, p.actor
HAVING COUNT(DISTINCT x.one) >= CAST(:at_least AS INTEGER)
ORDER BY 3 DESC, 1
