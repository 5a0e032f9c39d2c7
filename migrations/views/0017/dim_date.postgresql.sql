-- Every day of the years in which something happened or was published, with its names in the calendar: the dimension of dates.
CREATE VIEW dim_date AS
WITH bounds AS (
    -- Each bound by itself, so that it is read from the end of an index.
    SELECT MIN(day) AS first, MAX(day) AS last
    FROM (
        SELECT (SELECT MIN(published_on) FROM articles) AS day
        UNION ALL SELECT (SELECT MAX(published_on) FROM articles)
        UNION ALL SELECT (SELECT MIN(start_on) FROM meetings)
        UNION ALL SELECT (SELECT MAX(start_on) FROM meetings)
        UNION ALL SELECT (SELECT MAX(end_on) FROM meetings)
        UNION ALL SELECT (SELECT MIN(signed_on) FROM agreements)
        UNION ALL SELECT (SELECT MAX(signed_on) FROM agreements)
        UNION ALL SELECT (SELECT MIN(since) FROM relationships)
        UNION ALL SELECT (SELECT MAX(since) FROM relationships)
        UNION ALL SELECT (SELECT MIN(since) FROM memberships)
        UNION ALL SELECT (SELECT MAX(since) FROM memberships)
    ) AS told
),
days AS (
    -- Without a time zone: with one, a day would be as long as the clocks of the session say.
    SELECT CAST(day AS DATE) AS date
    FROM
        bounds,
        generate_series(
            date_trunc('year', CAST(first AS TIMESTAMP)),
            date_trunc('year', CAST(last AS TIMESTAMP)) + INTERVAL '1 year' - INTERVAL '1 day',
            INTERVAL '1 day'
        ) AS day
)
SELECT
    date,
    CAST(EXTRACT(YEAR FROM date) AS INTEGER) AS year,
    CAST(EXTRACT(QUARTER FROM date) AS INTEGER) AS quarter,
    to_char(date, 'YYYY-"Q"Q') AS year_quarter,
    CAST(EXTRACT(MONTH FROM date) AS INTEGER) AS month,
    -- In English whatever the server's locale, which to_char asks for TM alone.
    to_char(date, 'FMMonth') AS month_name,
    to_char(date, 'YYYY-MM') AS year_month,
    CAST(date_trunc('month', CAST(date AS TIMESTAMP)) AS DATE) AS month_start,
    CAST(EXTRACT(ISOYEAR FROM date) AS INTEGER) AS iso_year,
    CAST(EXTRACT(WEEK FROM date) AS INTEGER) AS iso_week,
    to_char(date, 'IYYY-"W"IW') AS year_week,
    CAST(date_trunc('week', CAST(date AS TIMESTAMP)) AS DATE) AS week_start,
    CAST(EXTRACT(ISODOW FROM date) AS INTEGER) AS weekday,
    to_char(date, 'FMDay') AS weekday_name,
    CAST(EXTRACT(DAY FROM date) AS INTEGER) AS day_of_month,
    CAST(EXTRACT(DOY FROM date) AS INTEGER) AS day_of_year
FROM days
