-- 28 Friends of friends
--
-- Whom has a person not met, but people whom the person met have, and through how many of them?
--
-- param person: Xi Jinping
-- param at_least: 1
-- columns: far, actor, through, person_id
--
-- Meetings held, in any kind but visits, over the whole store. "through" is the number of people who met both.
WITH self AS MATERIALIZED (
    SELECT DISTINCT p.meeting_id, p.person_id
    FROM v_meeting_participants AS p
    JOIN v_meetings AS m ON m.meeting_id = p.meeting_id
    WHERE LOWER(p.person) LIKE LOWER(:person)
        AND p.role NOT IN ('inviter', 'accompanying')
        AND m.status = 'held'
        AND m.kind <> 'visit'
),
near AS MATERIALIZED (
    SELECT DISTINCT b.person_id
    FROM self AS s
    JOIN v_meeting_participants AS b ON b.meeting_id = s.meeting_id AND b.person_id <> s.person_id
    WHERE b.role NOT IN ('inviter', 'accompanying')
),
pairs AS MATERIALIZED (
    SELECT DISTINCT n.person_id AS one, b.person_id AS two, b.person AS far, b.person_actor AS actor
    FROM near AS n
    JOIN v_meeting_participants AS a ON a.person_id = n.person_id
    JOIN v_meetings AS m ON m.meeting_id = a.meeting_id
    JOIN v_meeting_participants AS b ON b.meeting_id = a.meeting_id AND b.person_id <> n.person_id
    WHERE m.status = 'held'
        AND m.kind <> 'visit'
        AND a.role NOT IN ('inviter', 'accompanying')
        AND b.role NOT IN ('inviter', 'accompanying')
)
SELECT x.far, x.actor, COUNT(DISTINCT x.one) AS through, x.two AS person_id
FROM pairs AS x
WHERE x.two NOT IN (SELECT person_id FROM near)
    AND LOWER(x.far) NOT LIKE LOWER(:person)
GROUP BY x.two, x.far, x.actor
HAVING COUNT(DISTINCT x.one) >= CAST(:at_least AS INTEGER)
ORDER BY 3 DESC, 1
