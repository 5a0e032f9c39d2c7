"""Attribution gold: texts in which every attribution is annotated, one JSON object a line; docs/evaluate.md describes the form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.evaluate.fields import Fields, GoldError, read_json, read_text
from etl.evaluate.speakers import is_pronoun
from etl.records import Span

TYPES = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """What somebody is reported to say. `source`: the words that name who; `source_names`: who a pronoun or description stands for.

    `content`: from its first to its last character; `parts`: without the words in between that are not content.
    """

    content: Span
    content_words: str
    parts: tuple[Span, ...]
    type: str
    source: str | None
    source_span: Span | None
    source_is_pronoun: bool
    source_names: tuple[str, ...]
    source_guesses: tuple[str, ...]
    """Who a pronoun stands for as far as a program could tell; asked only where `source_names` is empty."""


@dataclass(frozen=True, slots=True)
class AttributedText:
    """A text with all its attributions, and what is known of its publication."""

    name: str
    text: str
    attributions: tuple[GoldAttribution, ...]
    publisher: str | None = None
    date: str | None = None


def read_attribution_gold(path: Path) -> tuple[AttributedText, ...]:
    """Return the texts of a gold file in their order. Raises GoldError, naming line and key, for what cannot be used."""
    texts = tuple(_texts(path))
    if not texts:
        raise GoldError(f"{path}: there is no gold: the file holds no row")
    names: set[str] = set()
    for text in texts:
        if text.name in names:
            raise GoldError(f'{path}: doc_id: "{text.name}" is there twice')
        names.add(text.name)
    return texts


def _texts(path: Path) -> Iterator[AttributedText]:
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if line.strip():
            fields = read_json(line, f"{path}:{number}")
            text = fields.string("text")
            rows = tuple(_attribution(row, text) for row in fields.rows("attributions"))
            yield AttributedText(fields.string("doc_id"), text, rows, fields.maybe("publisher"), fields.date("date"))
            fields.finish()


def _attribution(fields: Fields, text: str) -> GoldAttribution:
    content, source = fields.quoted("content"), fields.quoted("source")
    if content is None:
        fields.fail("content", "is missing")
    for key, quoted in (("content", content), ("source", source)):
        if quoted and quoted[0].end > len(text):
            fields.fail(key, f"ends at {quoted[0].end}, behind the end of the text at {len(text)}")
    words = source[1] if source else None
    attribution = GoldAttribution(
        content=content[0],
        content_words=content[1],
        parts=fields.spans("content_frags") or (content[0],),
        type=fields.choice("type", TYPES),
        source=words,
        source_span=source[0] if source else None,
        source_is_pronoun=fields.flag("source_is_pronoun", otherwise=bool(words) and is_pronoun(words or "")),
        source_names=fields.strings("source_names"),
        source_guesses=fields.strings("source_names_silver"),
    )
    fields.finish()
    return attribution
