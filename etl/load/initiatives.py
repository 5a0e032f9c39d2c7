"""What is known of initiatives that articles brought: whatever the articles that speak of them say, and nothing that others said once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import get_args

from sqlalchemy import Connection, select

from etl.load.upsert import compare_within, replace, select_in, table
from etl.records import InitiativeKind

INITIATIVE_PROPOSERS = ("initiative_id", "actor_id")
_KINDS = get_args(InitiativeKind)


def settle_initiatives(connection: Connection, initiatives: Collection[int] | None = None) -> None:
    """Set kind and proposers of provisional initiatives (None: of all) by what articles say of them.

    The kind is the first in the vocabulary that any article gives it, whichever article came first; proposers are all that are given.
    """
    target, reports, named = table("initiatives"), table("initiative_reports"), table("initiative_report_proposers")
    # Another loader may be adding an article of its own that says something else: who locks the row last has seen what both say.
    provisional = select(target.c.id, target.c.kind).where(target.c.provisional.is_(True)).order_by(target.c.id)
    provisional = provisional.with_for_update(key_share=True)
    rows = connection.execute(provisional) if initiatives is None else select_in(connection, provisional, target.c.id, initiatives)
    stands: dict[int, str] = {row[0]: row[1] for row in rows}
    kinds: dict[int, set[str]] = defaultdict(set)
    for key, kind in select_in(connection, select(reports.c.initiative_id, reports.c.kind).distinct(), reports.c.initiative_id, stands):
        kinds[key].add(kind)
    for key, kind in sorted(stands.items()):
        now = min(kinds[key], key=_KINDS.index, default="other")
        if now != kind:
            connection.execute(target.update().where(target.c.id == key).values(kind=now))
    proposers = set(select_in(connection, select(named.c.initiative_id, named.c.actor_id), named.c.initiative_id, stands))
    columns = INITIATIVE_PROPOSERS
    replace(connection, compare_within(connection, "initiative_proposers", columns, sorted(proposers), column="initiative_id", keys=stands))
