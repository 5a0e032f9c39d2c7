-- Claims as they stand in articles, with who makes them and on whose behalf.
CREATE VIEW v_claims AS
SELECT
    c.id AS claim_id,
    c.article_id,
    l.meeting_id,
    s.statement_id,
    COALESCE((
        SELECT string_agg(DISTINCT p.name, '; ' ORDER BY p.name)
        FROM claim_people AS cp
        JOIN person_identities AS i ON i.person_reference_id = cp.person_reference_id
        JOIN people AS p ON p.id = i.person_id
        WHERE cp.claim_id = c.id AND cp.relation = 'speaker'
    ), c.source_name, '') AS speakers,
    COALESCE((
        SELECT string_agg(a.name, '+' ORDER BY a.name)
        FROM claim_actors AS ca
        JOIN actors AS a ON a.id = ca.actor_id
        WHERE ca.claim_id = c.id AND ca.relation = 'on_behalf_of'
    ), '') AS on_behalf_of,
    c.act,
    c.is_direct,
    c.is_continuation,
    c.cue,
    c.text,
    c.char_start,
    c.char_end,
    c.content_start,
    c.content_end,
    c.source_start,
    c.source_end,
    c.cue_start,
    c.cue_end,
    c.polarity,
    c.modality,
    c.rule,
    c.confidence,
    ar.duplicate_of,
    s.covered_by,
    c.source_name
FROM claims AS c
LEFT JOIN articles AS ar ON ar.id = c.article_id
LEFT JOIN meeting_report_links AS l ON l.meeting_report_id = c.meeting_report_id
LEFT JOIN statement_claims AS s ON s.claim_id = c.id
