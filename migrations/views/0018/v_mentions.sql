-- Spans that name an entity, under the name that resolving gave it. People whom nobody could name are left out.
CREATE VIEW v_mentions AS
SELECT
    m.article_id,
    m.char_start,
    m.char_end,
    m.kind,
    CASE m.kind
        WHEN 'person' THEN p.name
        WHEN 'place' THEN m.name
        WHEN 'initiative' THEN n.name
        ELSE a.name
    END AS name,
    m.surface,
    m.id AS mention_id,
    m.person_reference_id,
    m.initiative_id
FROM mentions AS m
LEFT JOIN person_identities AS i ON i.person_reference_id = m.person_reference_id
LEFT JOIN people AS p ON p.id = i.person_id
LEFT JOIN actors AS a ON a.id = m.actor_id
LEFT JOIN initiatives AS n ON n.id = m.initiative_id
WHERE m.kind <> 'person' OR p.id IS NOT NULL
