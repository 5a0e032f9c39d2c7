"""Figures over event gold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from etl.evaluate.bcubed import BCubed
from etl.evaluate.figures import Miss, Rate, Tally


@dataclass(slots=True)
class EventFigures:
    """Figures over event gold. Those `found` look only at reports and claims that were found: they judge the merging by itself."""

    reports: Tally = field(default_factory=Tally)
    meetings: BCubed = field(default_factory=lambda: BCubed(None, None))
    meetings_found: BCubed = field(default_factory=lambda: BCubed(None, None))
    statements: Tally = field(default_factory=Tally)
    statements_found: Tally = field(default_factory=Tally)
    duplicates: Tally = field(default_factory=Tally)
    status: Rate = field(default_factory=Rate)
    date: Rate = field(default_factory=Rate)
    apart: Rate = field(default_factory=Rate)
    traps: dict[str, Rate] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def as_record(self) -> dict[str, Any]:
        """Return the figures for JSON, without the misses."""
        names = ("reports", "meetings", "meetings_found", "statements", "statements_found", "duplicates", "status", "date", "apart")
        record = {name: getattr(self, name).as_record() for name in names}
        return record | {"traps": {name: rate.as_record() for name, rate in self.traps.items()}}
