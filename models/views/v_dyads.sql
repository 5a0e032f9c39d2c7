-- Each unordered pair of actors that met, once a meeting, with actor_a before actor_b in the alphabet.
CREATE VIEW v_dyads AS
SELECT DISTINCT
    m.id AS meeting_id,
    m.kind,
    m.status,
    m.start_on,
    m.place,
    g.name AS host_event,
    a.name AS actor_a,
    b.name AS actor_b
FROM meetings AS m
JOIN meeting_participants AS pa ON pa.meeting_id = m.id
JOIN meeting_participants AS pb ON pb.meeting_id = m.id
JOIN actors AS a ON a.id = pa.actor_id
JOIN actors AS b ON b.id = pb.actor_id AND a.name < b.name
LEFT JOIN gatherings AS g ON g.id = m.gathering_id
