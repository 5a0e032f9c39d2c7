"""Hits of a search on the terminal, or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from etl.report.tables import make_console, print_json, show

if TYPE_CHECKING:
    from etl.search import Hit


def print_hits(hits: Sequence[Hit], *, as_json: bool) -> None:
    """Print hits: who, when and where published, then the words, those that were asked for in brackets (and colour)."""
    from rich.text import Text

    if as_json:
        print_json([{**asdict(hit), "marked": hit.marked()} for hit in hits])
        return
    if not hits:
        print("nothing matches")
        return
    console = make_console()
    for hit in hits:
        head = ", ".join(
            part for part in (hit.speakers, show(hit.published_on), hit.publisher, f"“{hit.title}”" if hit.title else "") if part
        )
        console.print(Text(head, style="dim"))
        line, end = Text("  "), 0
        for start, stop in hit.marks:
            line.append(hit.snippet[end:start])
            line.append(f"[{hit.snippet[start:stop]}]", style="bold yellow")
            end = stop
        line.append(hit.snippet[end:])
        console.print(line)
