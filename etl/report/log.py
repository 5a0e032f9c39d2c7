"""A night as it runs: bars on a terminal, and otherwise one JSON object a line on standard error, one for each document."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

from etl.report.run import ProgressLine

if TYPE_CHECKING:
    from etl.cluster import Cluster, PartDone
    from etl.intake import Progress
    from etl.load import Item


class RunLog:
    """Tells of a run while it goes on. Use it as a context manager; its methods are what the run calls."""

    def __init__(self) -> None:
        self._line = ProgressLine() if sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        if self._line:
            self._line.__enter__()
        else:
            _event("run_begun")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._line:
            self._line.__exit__(kind, error, trace)
        elif error:
            _event("run_failed", error=str(error))
        else:
            _event("run_ended")

    def progress(self, progress: Progress) -> None:
        """Show how far the run is."""
        if self._line:
            self._line(progress)

    def items(self, items: Sequence[Item]) -> None:
        """Tell what became of documents."""
        if self._line:
            return
        for item in items:
            said = {
                "status": item.status, "document": item.document_name, "origin": item.origin, "source": item.source, "stage": item.stage,
                "error": item.error, "notes": list(item.notes) or None, "articles": item.articles or None,
                "seconds": None if item.seconds is None else round(item.seconds, 4),
            }  # fmt: skip
            _event("document", **{name: value for name, value in said.items() if value is not None})

    def cluster(self, cluster: Cluster) -> None:
        """Tell which cluster works."""
        if self._line:
            print(f"{cluster.workers} workers of {cluster.address}; dashboard: {cluster.dashboard}", file=sys.stderr)
        else:
            _event("cluster", scheduler=cluster.address, dashboard=cluster.dashboard, workers=cluster.workers)

    def part(self, part: PartDone) -> None:
        """Tell what came of a part of an archive."""
        if not self._line:
            _event("part", **asdict(part))


def _event(event: str, **said: object) -> None:
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    print(json.dumps({"time": now, "event": event, **said}, ensure_ascii=False), file=sys.stderr, flush=True)
