"""The views that the dashboards read, with the names that charts print and what is counted in them."""

from __future__ import annotations

from etl.bi.records import Column, Dataset, Metric

MEETINGS = Dataset(
    view="fact_meetings",
    about="Each actor at a meeting with each other one there, both ways round.",
    day="start_on",
    columns=(
        Column("meeting_id", "Meeting key", "key"),
        Column("title", "Meeting"),
        Column("kind", "Kind"),
        Column("status", "Status"),
        Column("start_on", "Day", "date"),
        Column("date_precision", "Precision of the day"),
        Column("place", "Place"),
        Column("place_state", "Code of the place's state"),
        Column("place_state_name", "State of the place"),
        Column("host_event", "Part of"),
        Column("actor", "Code of the actor"),
        Column("actor_name", "Actor"),
        Column("counterpart", "Code of the counterpart"),
        Column("counterpart_name", "Counterpart"),
    ),
    metrics=(
        Metric("meetings", "Meetings", "COUNT(DISTINCT meeting_id)"),
        Metric("actors", "Actors", "COUNT(DISTINCT actor)"),
        Metric("counterparts", "Counterparts", "COUNT(DISTINCT counterpart)"),
        Metric(
            "pairs",
            "Pairs",
            "COUNT(DISTINCT CASE WHEN actor < counterpart THEN actor || '|' || counterpart ELSE counterpart || '|' || actor END)",
        ),
        Metric("places", "Places", "COUNT(DISTINCT place)"),
        Metric("first_day", "First", "MIN(start_on)"),
        Metric("last_day", "Last", "MAX(start_on)"),
    ),
)

POSITIONS = Dataset(
    view="fact_positions",
    about="What each claim about an initiative says of where an actor stands on it.",
    day="published_on",
    columns=(
        Column("claim_id", "Claim key", "key"),
        Column("article_id", "Article key", "key"),
        Column("published_on", "Published", "date"),
        Column("initiative", "Initiative"),
        Column("initiative_kind", "Kind of initiative"),
        Column("actor", "Code of the actor"),
        Column("actor_name", "Actor"),
        Column("position", "Position"),
        Column("act", "Act"),
        Column("speakers", "Speakers"),
        Column("text", "Statement"),
        Column("confidence", "Confidence", "share"),
        Column("publisher", "Publisher"),
        Column("duplicate_of", "Copy of", "key"),
    ),
    metrics=(
        Metric("claims", "Claims", "COUNT(DISTINCT claim_id)"),
        Metric("articles", "Articles", "COUNT(DISTINCT article_id)"),
        Metric("initiatives", "Initiatives", "COUNT(DISTINCT initiative)"),
        Metric("actors", "Actors", "COUNT(DISTINCT actor)"),
        Metric("first_day", "Since", "MIN(published_on)"),
        Metric("last_day", "Last", "MAX(published_on)"),
    ),
)

DATASETS = (MEETINGS, POSITIONS)
