"""Judgements and anchors made by hand."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import Any

from etl.judgements import About, Anchor, Decision, JudgedText, Judgement, Property, TextAnchor, around, things_of
from etl.load.identity import text_hash
from etl.records import Observations, Span

NOON = datetime(2031, 5, 7, 12, tzinfo=UTC)
PLACE = ("/in/talks.txt", "talks.txt")
DOCUMENT = 77


def anchor_at(text: str, span: Span, hint: str = "") -> TextAnchor:
    quote, before, after = around(text, span)
    return TextAnchor(DOCUMENT, PLACE[1], PLACE[0], None, text_hash(text), span.start, quote, before, after, hint)


def anchor_of(about: About, text: str, seen: Observations, number: int = 0) -> TextAnchor:
    thing = list(things_of(about, seen, text))[number]
    return anchor_at(text, thing.span, thing.hint)


def judged(
    about: About,
    decision: Decision,
    subject: Anchor,
    other: Anchor | None = None,
    field: Property | None = None,
    value: str | None = None,
    at: datetime = NOON,
) -> Judgement:
    return Judgement(about, decision, subject, other, field, value, None, "ana", at)


def read(text: str, seen: Observations) -> JudgedText:
    return JudgedText(text, text_hash(text), None, seen)


def moved(value: Any, by: int) -> Any:
    """The same observations of a text with `by` characters more before it."""
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*(moved(part, by) for part in value))
    if isinstance(value, tuple):
        return tuple(moved(part, by) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: moved(getattr(value, f.name), by) for f in fields(value)})
    return value
