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
SELECT DISTINCT
    i.person,
    o.title,
    o.actor,
    i.person_id
FROM v_meetings AS m
JOIN v_meeting_participants AS g ON g.meeting_id = m.meeting_id AND g.role = 'guest'
JOIN v_meeting_participants AS i ON i.meeting_id = m.meeting_id AND i.role IN ('inviter', 'host') AND i.person_id IS NOT NULL
LEFT JOIN v_offices AS o ON o.person_id = i.person_id
WHERE m.kind = 'visit'
    AND LOWER(g.person) LIKE LOWER(:guest)
    AND (m.place_state = :state OR i.actor = :state)
ORDER BY 1, 2, 3;
