"""XML from strangers: nothing is declared, nothing is loaded, nothing grows, and what is broken is read as far as it goes."""

from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import TYPE_CHECKING

from etl.errors import FetchError

if TYPE_CHECKING:
    from lxml.etree import _Element

MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]{0,200}?\?>")
DECLARED = re.compile(rb"\A\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)[\"']")
DOCTYPE = re.compile(r"<!DOCTYPE\b[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
DOCTYPE_START = re.compile("<!DOCTYPE", re.IGNORECASE)
ENTITIES = re.compile("<!ENTITY", re.IGNORECASE)
REFERENCE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?:#(?P<decimal>\d{1,7})|#x(?P<hex>[0-9a-f]{1,6})|(?P<name>[a-z][a-z0-9]{0,31}));|&",
    re.DOTALL | re.IGNORECASE,
)
"""What an ampersand may begin. Inside CDATA it begins nothing."""

XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse_xml(content: bytes, charset: str | None, *, url: str) -> tuple[_Element, tuple[str, ...]]:
    """Return the root, and notes on what was broken. Raises FetchError when there is no root.

    The document type goes before anything is parsed, and every reference to an entity that it may have declared becomes plain text.
    Entities of HTML, which many feeds use without declaring them, become their characters.
    """
    from lxml import etree

    text, notes = _without_doctype(DECLARATION.sub("", decode(content, charset).lstrip("\ufeff"), count=1))
    text = UNWRITABLE.sub("", REFERENCE.sub(_reference, text)).strip()
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8"), parser) if text.startswith("<") else None
    except etree.LxmlError as error:
        raise FetchError(url, f"it is no XML: {error}") from error
    if root is None:
        raise FetchError(url, "it is no XML")
    broken = [f"broken XML, read as far as it goes: {entry.message} (line {entry.line})" for entry in list(parser.error_log)[:1]]
    return root, (*notes, *broken)


def decode(content: bytes, charset: str | None) -> str:
    """Return the text: by its byte order mark, as UTF-8 if it is that, as its header says, as it declares; the rest replaced."""
    for mark, encoding in MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    declared = DECLARED.match(content)
    for name in ("utf-8", charset, declared[1].decode("ascii") if declared else None, "cp1252"):
        try:
            if name:
                return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("utf-8", errors="replace")


def local_name(element: _Element) -> str:
    """Return an element's name without its namespace, in small letters; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def _without_doctype(text: str) -> tuple[str, tuple[str, ...]]:
    start = DOCTYPE_START.search(text)
    found = DOCTYPE.match(text, start.start()) if start else None
    if not found:
        return text, ()
    declares = ENTITIES.search(found[0])
    return text[: found.start()] + text[found.end() :], ("its document type declares entities, which were ignored",) if declares else ()


def _reference(found: re.Match[str]) -> str:
    if not found[0].startswith("&"):
        return found[0]
    name = found["name"]
    if name and name in XML_ENTITIES:
        return found[0]
    if name and name in name2codepoint:
        return f"&#{name2codepoint[name]};"
    number = int(found["decimal"]) if found["decimal"] else int(found["hex"], 16) if found["hex"] else None
    if number is None:
        # It begins nothing that is known here, so it stands for itself.
        return f"&amp;{found[0][1:]}"
    return found[0] if number <= 0x10FFFF and (number in (9, 10, 13) or number >= 32) and not UNWRITABLE.match(chr(number)) else ""
