"""From bytes to text: shared by every format.

Order: byte order mark, UTF-8, what is declared (by the server, then by the file), then a detector. Nothing is replaced or translated, so
that offsets into the text lead back to the file; what had to be guessed is said in a note.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
"""In this order: the mark of UTF-16 is the beginning of that of UTF-32."""

DETECTABLE = [
    "cp1252", "cp1251", "koi8_r", "cp1250", "cp1254", "cp1253", "cp1255", "cp1256",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
"""The encodings news pages were written in before UTF-8. A free choice makes Mac or DOS code pages out of short texts."""

MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
"""What browsers read for a declared encoding (https://encoding.spec.whatwg.org/#names-and-labels), and so what writers mean by it."""

ALLOWED_CONTROLS = frozenset("\t\n\r\f\x1a")
MAX_CONTROL_SHARE = 0.01


class Decoded(NamedTuple):
    text: str
    notes: tuple[str, ...]


class UndecodableError(ValueError):
    """The bytes are not text. The message is the reason, for a person."""


def decode(content: bytes, *, declared: Iterable[str | None] = ()) -> Decoded:
    """The text of `content` without its byte order mark; raises `UndecodableError` for binary or empty content.

    `declared`: names of encodings that it is said to have, the likeliest first.
    """
    decoded = _decode(content, declared)
    reason = unusable(decoded.text)
    if reason:
        raise UndecodableError(reason)
    return decoded


def unusable(text: str) -> str | None:
    """Why this is not a text that can be stored and read, or None."""
    if not text.strip():
        return "it holds no text"
    if "\0" in text:
        return "it holds NUL characters: a binary file, or text in an unmarked UTF-16"
    if any("\ud800" <= character <= "\udfff" for character in text):
        return "it holds half surrogate pairs, which no database can store"
    controls = sum(character < " " and character not in ALLOWED_CONTROLS for character in text)
    if controls > MAX_CONTROL_SHARE * len(text):
        return "it looks like a binary file (control characters)"
    return None


def is_utf8(content: bytes) -> bool:
    """Whether the bytes are UTF-8, or marked otherwise, so that nothing that is declared matters."""
    if any(content.startswith(mark) for mark in BYTE_ORDER_MARKS):
        return True
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decode(content: bytes, declared: Iterable[str | None]) -> Decoded:
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            try:
                return Decoded(content[len(mark) :].decode(encoding), ())
            except UnicodeDecodeError as error:
                raise UndecodableError(f"it begins like {encoding} and is not: {error.reason} at byte {error.start + len(mark)}") from error
    with suppress(UnicodeDecodeError):
        return Decoded(content.decode("utf-8"), ())
    for name in filter(None, declared):
        # ValueError: a name that holds a NUL, and encodings that are none of text.
        with suppress(LookupError, ValueError):
            encoding = MEANT.get(codecs.lookup(name).name, name)
            return Decoded(content.decode(encoding), (f"not UTF-8, read as {encoding}, as it declares",))
    if b"\0" in content:
        raise UndecodableError("it holds NUL bytes: a binary file, or text in an unmarked UTF-16")
    return _detect(content)


def _detect(content: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(content, cp_isolation=DETECTABLE).best()
    if best is None:
        raise UndecodableError("its encoding could not be found out: save it as UTF-8")
    return Decoded(content.decode(best.encoding), (f"not UTF-8, read as {best.encoding} (guessed)",))
