"""Markdown: the document's text is the file's, with its marks blanked.

Emphasis, heading signs, link targets, tags and front matter are overwritten with as many spaces, line ends stay. So a reader sees what the
rendered page shows, and an offset into the text is the same offset into the file. YAML front matter is metadata, never text; only its flat
`key: value` lines are read, and no YAML library is needed for those.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from html import unescape
from typing import TYPE_CHECKING

from etl.errors import DocumentError
from etl.records import Document
from etl.sources.decoding import UndecodableError, decode, unusable
from etl.sources.metadata import noted_date, one_line

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.DOTALL | re.MULTILINE)
FIELD = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:[ \t]*(?P<value>.*)")
KEYS = {
    "title": "title", "headline": "title",
    "date": "published_on", "published": "published_on", "published_on": "published_on",
    "publisher": "publisher", "source": "publisher",
    "url": "url", "link": "url",
    "lang": "language", "language": "language",
}  # fmt: skip
"""Front matter key -> field of `Document`."""

BLOCK = re.compile(r"[^\n\r]+(?:(?:\r\n|\r|\n)[^\n\r]+)*")
LONGEST_BLOCK = 20_000
"""Characters without a blank line between them."""
LINE_END = re.compile(r"\r\n|\r|\n")
TAG = re.compile(r"<[^>]*>")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});")


def parse(content: bytes, *, name: str, origin: str, charset: str | None = None) -> Document:
    from markdown_it import MarkdownIt

    try:
        source, notes = decode(content, declared=(charset,))
    except UndecodableError as error:
        raise DocumentError(name, "read", str(error)) from error
    fields, unused, body = split_front_matter(source)
    if any(found.end() - found.start() > LONGEST_BLOCK for found in BLOCK.finditer(body)):
        # The time that marks take grows with the square of how many there are in a paragraph.
        tokens, text = [], body
        notes += (f"a paragraph of more than {LONGEST_BLOCK} characters: read as plain text",)
    else:
        tokens = MarkdownIt("commonmark").parse(body)
        text = without_marks(body, tokens)
    reason = unusable(text)
    if reason:
        raise DocumentError(name, "read", reason)
    published_on, date_notes = noted_date(fields.get("published_on"), field="front matter: date")
    if unused:
        notes += (f"front matter not used: {', '.join(unused)}",)
    return Document(
        name=name,
        origin=origin,
        media_type="text/markdown",
        content=content,
        text=text,
        title=fields.get("title") or first_heading(tokens),
        publisher=fields.get("publisher"),
        published_on=published_on,
        url=fields.get("url"),
        language=fields.get("language"),
        notes=notes + date_notes,
    )


def split_front_matter(source: str) -> tuple[dict[str, str], list[str], str]:
    """The front matter's fields by `Document` field, the keys that mean nothing here, and the file with the front matter blanked."""
    found = FRONT_MATTER.match(source)
    if not found:
        return {}, [], source
    fields: dict[str, str] = {}
    unused = []
    for line in found["fields"].splitlines():
        field = FIELD.fullmatch(line.rstrip())
        if not field:
            continue
        value = one_line(field["value"].strip().strip("\"'"))
        target = KEYS.get(field["key"].lower())
        if target is None:
            unused.append(field["key"])
        elif value:
            fields.setdefault(target, value)
    return fields, unused, blank(found[0]) + source[found.end() :]


def first_heading(tokens: list[Token]) -> str | None:
    """The heading the text opens with, or the first of the first level; a later subheading is no title."""
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and (index == 0 or token.tag == "h1"):
            return one_line(visible(tokens[index + 1].children or []))
    return None


def visible(children: Iterable[Token]) -> str:
    """The text of inline tokens: emphasis and link targets are gone, line breaks stay, images leave nothing."""
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content if child.type in ("text", "code_inline") else ""
        for child in children
    )


def without_marks(source: str, tokens: Iterable[Token]) -> str:
    """`source` with everything but the visible text blanked; as long as it was."""
    breaks = [found.span() for found in LINE_END.finditer(source)]
    lines = [0, *(end for _, end in breaks), len(source)]
    text = list(blank(source))
    for token in tokens:
        if not token.map:
            continue
        start, end = lines[token.map[0]], lines[min(token.map[1], len(lines) - 1)]
        if token.type == "inline":
            place_runs(source, breaks, start, end, token.children or [], text)
        elif token.type in ("fence", "code_block"):
            place(source, breaks, start, end, token.content, text)
        elif token.type == "html_block":
            text[start:end] = TAG.sub(lambda tag: blank(tag[0]), source[start:end])
    return "".join(text)


def blank(source: str) -> str:
    return "".join(character if character in "\r\n" else " " for character in source)


Breaks = list[tuple[int, int]]
"""Where the line ends of a source begin and end."""


def place_runs(source: str, breaks: Breaks, start: int, end: int, children: Iterable[Token], text: list[str]) -> None:
    """Writes the visible runs of one block into `text`, each where it stands in `source[start:end]`."""
    target = ""
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            start = line_end(breaks, start, end, after=True)
        elif child.type == "link_open":
            target = str(child.attrGet("href") or "")
        elif child.type == "link_close" and source.startswith("](", start):
            # Past the link's target, whose letters could be taken for those of the next run.
            start = max(start, source.find(target, start, end) + len(target))
        elif child.type in ("text", "code_inline"):
            start = place(source, breaks, start, end, child.content, text)


def line_end(breaks: Breaks, start: int, end: int, *, after: bool = False) -> int:
    """Where the line ends that `start` is on, before or after its line end; `end` when that comes first."""
    index = bisect_left(breaks, (start, 0))
    return breaks[index][after] if index < len(breaks) and breaks[index][0] < end else end


def place(source: str, breaks: Breaks, start: int, end: int, run: str, text: list[str]) -> int:
    """Writes one run where it stands, on the line it is expected on if it can; returns where it ends."""
    run = run.strip()
    line = line_end(breaks, start, end)
    spelled = spell(source, start, line, run) or find(source, start, end, run) or spell(source, start, end, run, lenient=True) or []
    for position, _, character in spelled:
        text[position] = character
    return spelled[-1][1] if spelled else start


Spelled = list[tuple[int, int, str]]
"""Where each character begins and ends in the source, and what it is."""


def find(source: str, start: int, end: int, run: str) -> Spelled | None:
    found = source.find(run, start, end)
    return [(found + offset, found + offset + 1, character) for offset, character in enumerate(run)] if found >= 0 else None


def spell(source: str, start: int, end: int, run: str, *, lenient: bool = False) -> Spelled | None:
    """A run as a whole, or, when it has escapes or entities in it, character by character; None when one is missing, unless `lenient`."""
    if whole := find(source, start, end, run):
        return whole
    spelled = []
    for character in run:
        if character.isspace():
            continue
        position = start
        while position < end and not (length := written(source, position, end, character)):
            position += 1
        if position < end:
            spelled.append((position, position + length, character))
            start = position + length
        elif not lenient:
            return None
    return spelled


def written(source: str, position: int, end: int, character: str) -> int:
    """With how many characters `source` writes `character` at `position`: as an entity, as itself, or (0) not at all."""
    entity = ENTITY.match(source, position, end)
    if entity and unescape(entity[0]) == character:
        return len(entity[0])
    return int(source[position] == character)
