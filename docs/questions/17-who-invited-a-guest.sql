-- 17 Who invited a guest
--
-- Who invited a person to a state, and which posts do they hold?
--
-- param guest: Zhao Leji
-- param state: UZ
-- columns: person, title, actor, person_id
--
-- The inviters of visits that the person made, to the state that hosts them or invites. A post is a title and the state or organization
-- that it belongs to, one row for each that articles give.
WITH inviters AS MATERIALIZED (
    SELECT DISTINCT i.person, i.person_id
    FROM v_meetings AS m
    JOIN v_meeting_participants AS g ON g.meeting_id = m.meeting_id AND g.role = 'guest'
    JOIN v_meeting_participants AS i ON i.meeting_id = m.meeting_id AND i.role IN ('inviter', 'host') AND i.person_id IS NOT NULL
    WHERE m.kind = 'visit'
        AND LOWER(g.person) LIKE LOWER(:guest)
        AND (m.place_state = :state OR i.actor = :state)
),
posts AS MATERIALIZED (
    SELECT DISTINCT o.person_id, o.title, o.actor
    FROM inviters AS i
    CROSS JOIN v_office_reports AS o
    WHERE o.person_id = i.person_id
)
SELECT
    i.person,
    o.title,
    o.actor,
    i.person_id
FROM inviters AS i
LEFT JOIN posts AS o ON o.person_id = i.person_id
ORDER BY 1, 2, 3;
