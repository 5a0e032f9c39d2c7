"""JSON Lines: one article a line, read line by line, so that a file may be larger than memory and one broken line stops no other.

Fields: id, title, publisher, published_on (YYYY-MM-DD), url, lang (or language), text. Only `text` must be there. Fields that mean nothing
here are named in the document's notes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from etl.errors import DocumentError
from etl.records import Document, RawDocument
from etl.sources.columns import FIELDS
from etl.sources.decoding import unusable
from etl.sources.lines import TOO_LONG, lines_of
from etl.sources.metadata import noted_date, one_line
from etl.sources.opened import Opened
from etl.sources.origins import numbered
from etl.sources.tables import MEDIA_TYPE, row_document

KNOWN = frozenset(name for names in FIELDS.values() for name in names)

BLANK = (b"\n", b"\r\n")


def read(opened: Opened) -> Iterator[RawDocument | DocumentError]:
    """Yield each line as it stands there, or with its fields under their usual names where the source calls them otherwise."""
    for number, line in enumerate(lines_of(opened.stream, b"\n"), start=1):
        if line in BLANK:
            continue
        name, origin = numbered(opened.name, number), numbered(opened.origin, number)
        if line is None:
            yield DocumentError(name, "read", TOO_LONG, origin=origin)
            continue
        content = line.strip(b"\r\n")
        if number == 1:
            content = content.removeprefix(b"\xef\xbb\xbf")
        if not content.strip():
            continue
        if not opened.columns.named:
            yield RawDocument(name, origin, MEDIA_TYPE, content)
            continue
        try:
            yield _renamed(opened, number, content, name)
        except DocumentError as error:
            yield DocumentError(name, "read", error.reason, origin=origin, content=content)


def _renamed(opened: Opened, number: int, content: bytes, name: str) -> RawDocument:
    row = parse_row(content, name)
    columns = opened.columns.among(row)
    if "text" not in columns:
        raise DocumentError(name, "read", f'the field "{opened.columns.named.get("text", "text")}" is missing')
    return row_document(opened, number, row, columns, row.keys() - columns.values())


def parse(content: bytes, *, name: str, origin: str) -> Document:
    """Return the document of one line; `name` ("file.jsonl:3") is what it is called when it has no id. Raises DocumentError."""
    row = parse_row(content, name)
    text = row.get("text")
    if not isinstance(text, str):
        raise DocumentError(name, "read", 'the field "text" is missing' if text is None else 'the field "text" is not a string')
    reason = unusable(text)
    if reason:
        raise DocumentError(name, "read", f"text: {reason}")
    published_on, notes = noted_date(row.get("published_on"), field="published_on")
    unknown = sorted(row.keys() - KNOWN)
    if unknown:
        notes += (f"unknown fields: {one_line(', '.join(unknown))}",)
    return Document(
        name=one_line(row.get("id")) or name,
        origin=origin,
        media_type=MEDIA_TYPE,
        content=content,
        text=text,
        title=one_line(row.get("title")),
        publisher=one_line(row.get("publisher")),
        published_on=published_on,
        url=one_line(row.get("url")),
        language=one_line(row.get("lang")) or one_line(row.get("language")),
        notes=notes,
    )


def parse_row(content: bytes, name: str) -> dict[str, object]:
    """Return the object that a line holds. Raises DocumentError."""
    try:
        row = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DocumentError(name, "read", f"the line is not UTF-8: {error.reason} at byte {error.start}") from error
    except (ValueError, RecursionError) as error:
        raise DocumentError(name, "read", f"the line is not JSON: {error}") from error
    if not isinstance(row, dict):
        raise DocumentError(name, "read", "the line is not a JSON object")
    return row
