"""Which columns each listing shows as a table, under which headings. JSON and CSV hold them all."""

from __future__ import annotations

from etl.report.tables import Listing, when

MEETINGS = Listing(
    columns=(
        ("start_on", "on"), ("title", "meeting"), ("kind", "kind"), ("status", "status"), ("place", "place"), ("host_event", "event"),
        ("article_count", "articles"),
    ),
    empty="no meetings match",
    cells={"start_on": when},
)  # fmt: skip
CLAIMS = Listing(
    columns=(("published_on", "published"), ("speakers", "speaker"), ("on_behalf_of", "for"), ("act", "act"), ("text", "claim")),
    empty="no claims match",
)
PEOPLE = Listing(
    columns=(("name", "person"), ("actor", "for"), ("first_seen", "first seen"), ("last_seen", "last seen"), ("article_count", "articles")),
    empty="no people match",
)
INITIATIVES = Listing(
    columns=(
        ("name", "initiative"), ("kind", "kind"), ("proposers", "proposed by"), ("article_count", "articles"), ("claim_count", "claims"),
    ),
    empty="no initiatives yet",
)  # fmt: skip
PROVISIONAL = Listing(
    columns=(
        ("entity_id", "id"), ("kind", "kind"), ("name", "name"), ("actor", "for"), ("first_seen", "first seen"),
        ("article_count", "articles"),
    ),
    empty="nothing is waiting for review",
)  # fmt: skip
JUDGEMENTS = Listing(
    columns=(
        ("judgement_id", "id"), ("decision", "decision"), ("field", "set"), ("value", "to"), ("what", "of"), ("other", "and"),
        ("decided_by", "by"), ("state", "state"),
    ),
    empty="nobody has decided anything yet",
)  # fmt: skip
