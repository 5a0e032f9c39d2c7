-- Every day of the years in which something happened or was published, with its names in the calendar: the dimension of dates.
CREATE VIEW dim_date AS
WITH RECURSIVE
bounds AS (
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
    )
),
days AS (
    SELECT date(first, 'start of year') AS date, date(last, 'start of year', '+1 year', '-1 day') AS last
    FROM bounds
    WHERE first IS NOT NULL
    UNION ALL
    SELECT date(date, '+1 day'), last
    FROM days
    WHERE date < last
),
read AS (
    -- A week belongs to the year that holds its Thursday (ISO 8601).
    SELECT
        date,
        CAST(strftime('%Y', date) AS INTEGER) AS year,
        CAST(strftime('%m', date) AS INTEGER) AS month,
        CAST(strftime('%d', date) AS INTEGER) AS day_of_month,
        CAST(strftime('%j', date) AS INTEGER) AS day_of_year,
        CAST(strftime('%w', date, '-1 day') AS INTEGER) + 1 AS weekday,
        date(date, '-3 days', 'weekday 4') AS thursday
    FROM days
)
SELECT
    date,
    year,
    (month + 2) / 3 AS quarter,
    printf('%04d-Q%d', year, (month + 2) / 3) AS year_quarter,
    month,
    CASE month
        WHEN 1 THEN 'January' WHEN 2 THEN 'February' WHEN 3 THEN 'March' WHEN 4 THEN 'April' WHEN 5 THEN 'May' WHEN 6 THEN 'June'
        WHEN 7 THEN 'July' WHEN 8 THEN 'August' WHEN 9 THEN 'September' WHEN 10 THEN 'October' WHEN 11 THEN 'November' ELSE 'December'
    END AS month_name,
    printf('%04d-%02d', year, month) AS year_month,
    date(date, 'start of month') AS month_start,
    CAST(strftime('%Y', thursday) AS INTEGER) AS iso_year,
    (CAST(strftime('%j', thursday) AS INTEGER) + 6) / 7 AS iso_week,
    printf('%s-W%02d', strftime('%Y', thursday), (CAST(strftime('%j', thursday) AS INTEGER) + 6) / 7) AS year_week,
    date(thursday, '-3 days') AS week_start,
    weekday,
    CASE weekday
        WHEN 1 THEN 'Monday' WHEN 2 THEN 'Tuesday' WHEN 3 THEN 'Wednesday' WHEN 4 THEN 'Thursday' WHEN 5 THEN 'Friday'
        WHEN 6 THEN 'Saturday' ELSE 'Sunday'
    END AS weekday_name,
    day_of_month,
    day_of_year
FROM read
