-- Who took part in which meeting; person is empty where only an actor is known.
CREATE VIEW v_meeting_participants AS
SELECT
    mp.meeting_id,
    mp.person_id,
    p.name AS person,
    a.name AS actor,
    a.kind AS actor_kind,
    mp.role,
    h.name AS person_actor
FROM meeting_participants AS mp
LEFT JOIN people AS p ON p.id = mp.person_id
LEFT JOIN actors AS a ON a.id = mp.actor_id
LEFT JOIN actors AS h ON h.id = p.actor_id
