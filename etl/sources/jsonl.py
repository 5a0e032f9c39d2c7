"""JSON Lines: one article a line, read line by line, so that a file may be larger than memory and one broken line stops no other.

Fields: id, title, publisher, published_on (YYYY-MM-DD), url, lang, text. Only `text` must be there. Fields that mean nothing here are
named in the document's notes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from etl.errors import DocumentError
from etl.records import Document
from etl.sources.decoding import unusable
from etl.sources.metadata import noted_date, one_line

FIELDS = frozenset({"id", "title", "publisher", "published_on", "url", "lang", "text"})


def read(path: Path) -> Iterator[Document | DocumentError]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            content = line.strip(b"\r\n")
            if number == 1:
                content = content.removeprefix(b"\xef\xbb\xbf")
            if not content.strip():
                continue
            try:
                yield parse(content, place=f"{path.name}:{number}", origin=f"{path.resolve()}:{number}")
            except DocumentError as error:
                yield error


def parse(content: bytes, *, place: str, origin: str) -> Document:
    """One line. `place` ("file.jsonl:3") names it in errors, and when it has no id."""
    row = parse_row(content, place)
    text = row.get("text")
    if not isinstance(text, str):
        raise DocumentError(place, "read", 'the field "text" is missing' if text is None else 'the field "text" is not a string')
    reason = unusable(text)
    if reason:
        raise DocumentError(place, "read", f"text: {reason}")
    published_on, notes = noted_date(row.get("published_on"), field="published_on")
    unknown = sorted(row.keys() - FIELDS)
    if unknown:
        notes += (f"unknown fields: {one_line(', '.join(unknown))}",)
    return Document(
        name=one_line(row.get("id")) or place,
        origin=origin,
        media_type="application/jsonl",
        content=content,
        text=text,
        title=one_line(row.get("title")),
        publisher=one_line(row.get("publisher")),
        published_on=published_on,
        url=one_line(row.get("url")),
        language=one_line(row.get("lang")),
        notes=notes,
    )


def parse_row(content: bytes, place: str) -> dict[str, object]:
    try:
        row = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DocumentError(place, "read", f"the line is not UTF-8: {error.reason} at byte {error.start}") from error
    except (ValueError, RecursionError) as error:
        raise DocumentError(place, "read", f"the line is not JSON: {error}") from error
    if not isinstance(row, dict):
        raise DocumentError(place, "read", "the line is not a JSON object")
    return row
