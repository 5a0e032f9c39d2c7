-- Runs of jobs, with how much came in.
CREATE VIEW v_runs AS
SELECT
    r.id AS run_id,
    r.job,
    r.started_at,
    r.finished_at,
    r.status,
    r.documents,
    r.articles,
    r.claims,
    r.meetings,
    r.quarantined,
    r.seconds
FROM runs AS r
