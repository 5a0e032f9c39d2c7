"""Passages of articles on the terminal: the words that are meant stand out among those around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from etl.report.tables import show

if TYPE_CHECKING:
    from etl.decisions import Told


def source_of(told: Told) -> str:
    """Return where a passage stands: headline, publisher, date."""
    parts = ", ".join(part for part in (told.publisher, show(told.published_on)) if part)
    return f"“{told.title or told.document_name}”" + (f" ({parts})" if parts else "")


def passage_text(told: Told) -> Any:
    """Return a passage with what stands around it; it is marked by » « where there are no colours."""
    from rich.text import Text

    text = Text()
    text.append(_flat("…" + told.before if len(told.before) and told.char_start > len(told.before) else told.before), style="dim")
    text.append("»", style="dim")
    text.append(_flat(told.passage).strip(), style="bold yellow")
    text.append("«", style="dim")
    text.append(_flat(told.after), style="dim")
    return text


def _flat(words: str) -> str:
    """Line ends are spaces; a space at either end stays."""
    flat = " ".join(words.split())
    return (" " if words[:1].isspace() else "") + flat + (" " if words[-1:].isspace() and flat else "")


def features_line(features: tuple[tuple[str, float], ...]) -> str:
    """Return features with their values, as "date 1.00, place 0.50"."""
    return ", ".join(f"{name} {value:.2f}" for name, value in features)
