"""The contract views: what BI tools, notebooks and commands read. Their SQL is in `models/views/`, one file a view."""

from __future__ import annotations

from importlib.resources import files

VIEWS = (
    "v_articles",
    "v_shared_passages",
    "v_people",
    "v_offices",
    "v_office_reports",
    "v_office_titles",
    "v_meetings",
    "v_meeting_participants",
    "v_meeting_reports",
    "v_dyads",
    "v_claims",
    "v_claim_links",
    "v_claim_people",
    "v_claim_sources",
    "v_claim_actors",
    "v_claim_initiatives",
    "v_claim_topics",
    "v_topics",
    "v_mentions",
    "v_statements",
    "v_initiatives",
    "v_initiative_positions",
    "v_relationships",
    "v_memberships",
    "v_agreements",
    "v_provisional",
    "v_runs",
    "v_search",
    "dim_date",
    "dim_actor",
    "fact_meetings",
    "fact_positions",
)
"""All views, in the order in which they are created."""


def view_file(view: str, dialect: str) -> str:
    """Return the name of the file that holds `view` for `dialect` ("sqlite" or "postgresql").

    A view is one portable file, or one for each dialect where they join strings differently. Raises KeyError for an unknown view.
    """
    if view not in VIEWS:
        raise KeyError(view)
    own = f"{view}.{dialect}.sql"
    return own if (files("models") / "views" / own).is_file() else f"{view}.sql"


def view_sql(view: str, dialect: str) -> str:
    """Return the CREATE VIEW statement of `view` for `dialect` ("sqlite" or "postgresql"). Raises KeyError for an unknown view."""
    return (files("models") / "views" / view_file(view, dialect)).read_text(encoding="utf-8")
