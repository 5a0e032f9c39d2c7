"""Judgements as CSV: one line a judgement, the same columns always, and back again without loss."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TextIO, cast, get_args

from etl.judgements.records import NAMED, About, Anchor, Decision, Judgement, NameAnchor, Property, TextAnchor
from etl.judgements.values import PROPERTIES, check_value

_HEAD = ("about", "decision", "field", "value", "decided_by", "decided_at", "note")
_TEXT = ("document_name", "origin", "url", "document", "text_hash", "start", "quote", "before", "after", "hint")
_NAME = ("name", "known", "actor_kind", "actor")
COLUMNS = (*_HEAD, *(f"{side}_{column}" for side in ("subject", "other") for column in (*_NAME, *_TEXT)))


class SheetError(ValueError):
    """A line of a file of judgements cannot be read; the message says which and why."""


def write_sheet(judgements: Iterable[Judgement], file: TextIO) -> None:
    """Write judgements with a header line. Nothing is an empty cell, instants are ISO 8601 in UTC."""
    writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(_row, judgements))


def read_sheet(file: TextIO) -> Iterator[Judgement]:
    """Yield the judgements of a file. Raises SheetError for a file of other columns or a line that means nothing."""
    reader = csv.DictReader(file)
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise SheetError(f"not a file of judgements: the columns {', '.join(missing[:3])} are missing")
    for row in reader:
        try:
            yield _judgement({column: row[column] or "" for column in COLUMNS})
        except (ValueError, KeyError) as error:
            raise SheetError(f"line {reader.line_num}: {error}") from error


def _row(judgement: Judgement) -> dict[str, str]:
    row = {
        "about": judgement.about,
        "decision": judgement.decision,
        "field": judgement.field or "",
        "value": judgement.value or "",
        "decided_by": judgement.decided_by,
        "decided_at": judgement.decided_at.astimezone(UTC).isoformat(),
        "note": judgement.note or "",
    }
    for side, anchor in zip(("subject", "other"), judgement.anchors, strict=False):
        for column, value in anchor._asdict().items():
            row[f"{side}_{column}"] = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return row


def _judgement(row: dict[str, str]) -> Judgement:
    about, decision = _word(row["about"], get_args(About)), _word(row["decision"], get_args(Decision))
    pair = decision in ("same", "different")
    field, value = cast("Property | None", row["field"] or None), None
    if (decision == "set") != (field is not None) or (field is not None and field not in PROPERTIES.get(cast(About, about), ())):
        raise ValueError(f"{field!r} cannot be set of a {about}" if field else "what is set is not said")
    if field is not None:
        value = check_value(field, row["value"])
    decided_at = datetime.fromisoformat(row["decided_at"])
    if decided_at.tzinfo is None:
        raise ValueError(f"{row['decided_at']!r} has no time zone")
    named = about in NAMED
    return Judgement(
        cast(About, about), cast(Decision, decision), _anchor(row, "subject", named=named),
        _anchor(row, "other", named=named) if pair else None, field, value, row["note"] or None, row["decided_by"], decided_at,
    )  # fmt: skip


def _anchor(row: dict[str, str], side: str, *, named: bool) -> Anchor:
    cells = {column: row[f"{side}_{column}"] for column in (*_NAME, *_TEXT)}
    if named:
        if not cells["name"]:
            raise ValueError(f"{side}_name is empty")
        return NameAnchor(cells["name"], cells["known"] == "true", cells["actor_kind"], cells["actor"])
    if not cells["quote"]:
        raise ValueError(f"{side}_quote is empty")
    return TextAnchor(
        int(cells["document"]), cells["document_name"], cells["origin"], cells["url"] or None, cells["text_hash"], int(cells["start"]),
        cells["quote"], cells["before"], cells["after"], cells["hint"],
    )  # fmt: skip


def _word(word: str, words: tuple[str, ...]) -> str:
    if word not in words:
        raise ValueError(f"{word!r} is none of {', '.join(words)}")
    return word
