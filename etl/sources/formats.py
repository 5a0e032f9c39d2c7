"""The formats that can be read, by suffix, and what reads the documents in them, by media type: a new format is a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.errors import DocumentError
from etl.records import Document, RawDocument
from etl.sources import csv_rows, html, jsonl, markdown, packed, parquet_rows, plain_text, tar_members, warc, zip_members
from etl.sources.decoding import is_utf8
from etl.sources.media_types import type_and_charset
from etl.sources.opened import Opened, Skipped, suffix_of

Reader = Callable[[Opened], Iterator[RawDocument | Opened | Skipped | DocumentError]]

PAGES: dict[str, str] = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
}
"""Suffix -> media type of files that are one document each."""

READERS: dict[str, Reader] = {
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".csv": csv_rows.read,
    ".tsv": csv_rows.read,
    ".parquet": parquet_rows.read,
    ".warc": warc.read,
    ".warc.gz": warc.read_packed,
    ".zip": zip_members.read,
    ".tar": tar_members.read,
    **dict.fromkeys(packed.INNER, packed.read),
}
"""Suffix -> reader of files that hold many documents, or other files."""

SUFFIXES = (*PAGES, *READERS)


def format_of(path: str) -> str | None:
    """Return the suffix by which a path is read; None when no reader knows it, or what is packed in it."""
    suffix = suffix_of(path)
    longer = suffix_of(path[: -len(suffix)]) + suffix if suffix else ""
    if longer in READERS:
        return longer
    if suffix in packed.INNER and format_of(packed.unpacked_path(path)) is None:
        return None
    return suffix if suffix in PAGES or suffix in READERS else None


def read_content(media_type: str, content: bytes, *, name: str, origin: str) -> Document:
    """Return the document that bytes of a media type hold, as its reader makes it. Raises DocumentError when they cannot be read.

    A media type may have the charset of a server ("text/html; charset=windows-1251"). The document keeps it where it was needed, so that
    its bytes are read again as they were read.
    """
    kept = kept_type(media_type, content, name=name)
    kind, charset = type_and_charset(kept)
    match kind:
        case "text/plain":
            document = plain_text.parse(content, name=name, origin=origin, charset=charset)
        case "text/markdown":
            document = markdown.parse(content, name=name, origin=origin, charset=charset)
        case "text/html":
            document = html.parse(content, name=name, origin=origin, charset=charset)
        case _:
            document = jsonl.parse(content, name=name, origin=origin)
    return replace(document, media_type=kept)


def kept_type(media_type: str, content: bytes, *, name: str) -> str:
    """Return the media type that a document of these bytes has, which needs no parsing. Raises DocumentError when none can be read of it.

    It has a charset where that was said and the bytes do not speak for themselves.
    """
    kind, charset = type_and_charset(media_type)
    match kind:
        case "application/jsonl":
            return kind
        case "text/plain" | "text/markdown" | "text/html":
            kept = kind
        case "application/xhtml+xml":
            kept = "text/html"
        case "application/xml" | "text/xml" if html.is_page(content):
            kept = "text/html"
        case _:
            raise DocumentError(name, "read", f"documents of the type {kind} cannot be read")
    return f"{kept}; charset={charset}" if charset and not is_utf8(content) else kept
