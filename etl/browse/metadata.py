"""What Datasette is told of a store: titles, descriptions, facets, the names of rows, the questions, the dashboard."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from etl.browse.dashboard import dashboards
from etl.questions import questions
from models import Base
from models.views import VIEWS, view_sql

DATABASE = "communique"
"""What the store is called in addresses, whatever its file is called."""

_FACETS: Mapping[str, tuple[str, ...]] = {
    "v_articles": ("publisher", "dated_by", "language"),
    "v_agreements": ("kind",),
    "v_claim_links": ("relation", "kind"),
    "v_claim_topics": ("topic", "rule"),
    "v_claims": ("act", "on_behalf_of", "is_direct", "polarity", "modality"),
    "v_dyads": ("kind", "status", "actor_a", "actor_b"),
    "v_initiative_positions": ("position", "actor"),
    "v_initiatives": ("kind",),
    "v_meeting_participants": ("actor", "role"),
    "v_meetings": ("kind", "status", "place_state", "date_precision"),
    "v_memberships": ("organization", "status"),
    "v_mentions": ("kind",),
    "v_offices": ("actor",),
    "v_people": ("actor", "actor_kind"),
    "v_provisional": ("kind",),
    "v_relationships": ("level",),
    "v_runs": ("status",),
    "v_statements": ("act",),
    "dim_actor": ("actor_kind", "region", "organization_kind"),
    "fact_meetings": ("actor_name", "counterpart_name", "kind", "status"),
    "fact_positions": ("initiative", "actor_name", "position"),
}
_SORTED: Mapping[str, str] = {
    "v_articles": "published_on",
    "v_meetings": "start_on",
    "v_people": "article_count",
    "v_initiatives": "claim_count",
    "v_statements": "article_count",
    "v_dyads": "start_on",
    "fact_meetings": "start_on",
    "fact_positions": "published_on",
}
"""Views that are shown with the greatest of this column first."""

_WORDS: Mapping[str, tuple[str, str]] = {"v_articles": ("article_words", "article_id"), "v_claims": ("claim_words", "claim_id")}
"""Views that can be searched by words: the index of the words, and the column that its rows are called by."""

_NAMES: Mapping[str, str] = {
    "actors": "name",
    "agreements": "title",
    "articles": "title",
    "claims": "text",
    "documents": "name",
    "gatherings": "name",
    "initiatives": "name",
    "meetings": "title",
    "offices": "title",
    "people": "name",
    "publishers": "name",
    "statements": "text",
    "topics": "name",
}
"""Tables whose rows read as this column where another table points at them."""


def metadata() -> dict[str, Any]:
    """Return the metadata of a store."""
    return {
        "title": "Communique",
        "description": (
            "Who met whom, and who said what, with the words that say so. "
            "Views (v_…, dim_…, fact_…) are for asking; the tables beneath them may change."
        ),
        "databases": {
            DATABASE: {
                "title": "Events",
                "tables": {
                    **{view: _view(view) for view in VIEWS},
                    **{table: _table(table) for table in Base.metadata.tables},
                    "alembic_version": {"hidden": True},
                },
                "queries": {question.name: _query(question.number) for question in questions()},
            }
        },
        "plugins": {"datasette-dashboards": dashboards(DATABASE)},
    }


def _view(view: str) -> dict[str, Any]:
    told: dict[str, Any] = {"description": _comment(view)}
    if view in _FACETS:
        told["facets"] = list(_FACETS[view])
    if view in _WORDS:
        told["fts_table"], told["fts_pk"] = _WORDS[view]
    if view in _SORTED:
        told["sort_desc"] = _SORTED[view]
    return told


def _table(table: str) -> dict[str, Any]:
    columns = Base.metadata.tables[table].columns
    told: dict[str, Any] = {
        "description": Base.metadata.tables[table].comment or "",
        "columns": {column.name: column.comment for column in columns if column.comment},
        "hidden": True,
    }
    if table in _NAMES:
        told["label_column"] = _NAMES[table]
    return told


def _comment(view: str) -> str:
    """The comment above a view's SQL."""
    return " ".join(line.removeprefix("-- ") for line in view_sql(view, "sqlite").splitlines() if line.startswith("-- "))


def _query(number: int) -> dict[str, Any]:
    """A documented question. Datasette has no defaults of parameters: a field that is left empty stands for that of the question."""
    question = next(q for q in questions() if q.number == number)
    code = re.sub(r"^--.*\n", "", question.sql, flags=re.MULTILINE).strip().removesuffix(";")
    for name, default in question.params.items():
        quoted = default.replace("'", "''")
        code = re.sub(rf"(?<![:\w]):{name}\b", f"COALESCE(NULLIF(:{name}, ''), '{quoted}')", code)
    defaults = "; ".join(f"{name} = {value}" for name, value in question.params.items())
    return {
        "title": f"{question.number:02} {question.title}",
        "description": f"{question.question} {question.notes}" + (f" Fields left empty mean: {defaults}." if defaults else ""),
        "sql": code,
        "params": list(question.params),
        "hide_sql": True,
    }
