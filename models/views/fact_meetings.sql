-- Each actor at a meeting with each other one there, both ways round, so that whoever is asked for stands on one side.
CREATE VIEW fact_meetings AS
SELECT
    m.id AS meeting_id,
    m.title,
    m.kind,
    m.status,
    m.start_on,
    m.date_precision,
    m.place,
    h.alpha2 AS place_state,
    h.common_name AS place_state_name,
    g.name AS host_event,
    a.name AS actor,
    COALESCE(sa.common_name, a.name) AS actor_name,
    b.name AS counterpart,
    COALESCE(sb.common_name, b.name) AS counterpart_name
FROM (
    SELECT DISTINCT pa.meeting_id, pa.actor_id, pb.actor_id AS counterpart_id
    FROM meeting_participants AS pa
    JOIN meeting_participants AS pb ON pb.meeting_id = pa.meeting_id AND pb.actor_id <> pa.actor_id
) AS met
JOIN meetings AS m ON m.id = met.meeting_id
JOIN actors AS a ON a.id = met.actor_id
JOIN actors AS b ON b.id = met.counterpart_id
LEFT JOIN states AS sa ON sa.actor_id = a.id
LEFT JOIN states AS sb ON sb.actor_id = b.id
LEFT JOIN states AS h ON h.actor_id = m.place_state_id
LEFT JOIN gatherings AS g ON g.id = m.gathering_id
