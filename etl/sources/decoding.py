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

NO_ENCODINGS = frozenset(
    """
    base64 bz2 hex idna mbcs oem palmos punycode quopri raw-unicode-escape rot-13 undefined unicode-escape utf-7 uu zlib
    """.split()
)
"""What Python can decode, and no page is written in; some take time that grows with the square of the length."""

STREAMED = {"utf-8": "utf-8-sig", "utf-32-le": "utf-32", "utf-32-be": "utf-32", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
"""What takes the mark away when a file is read as a stream."""

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
    """Whether the bytes are UTF-8, or marked otherwise, so that nothing that is declared matters. (UTF-16 may pass for UTF-8 with NULs.)"""
    if any(content.startswith(mark) for mark in BYTE_ORDER_MARKS):
        return True
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in content


def encoding_of(head: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the encoding of a file that begins with `head`, for reading it as a stream, and notes. Raises `UndecodableError`."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if head.startswith(mark):
            return STREAMED[encoding], ()
    with suppress(UnicodeDecodeError):
        codecs.getincrementaldecoder("utf-8")().decode(head)
        return "utf-8", ()
    encoding = _guess(head)
    return encoding, (f"not UTF-8, read as {encoding} (guessed)",)


def _decode(content: bytes, declared: Iterable[str | None]) -> Decoded:
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            try:
                return Decoded(content[len(mark) :].decode(encoding), ())
            except UnicodeDecodeError as error:
                raise UndecodableError(f"it begins like {encoding} and is not: {error.reason} at byte {error.start + len(mark)}") from error
    names = [name for name in declared if name]
    if is_utf8(content) or not names:
        with suppress(UnicodeDecodeError):
            return Decoded(content.decode("utf-8"), ())
    for name in names:
        # ValueError: a name that holds a NUL, and encodings that are none of text.
        with suppress(LookupError, ValueError):
            codec = codecs.lookup(name).name
            if codec in NO_ENCODINGS:
                continue
            encoding = MEANT.get(codec, name)
            return Decoded(content.decode(encoding), (f"not UTF-8, read as {encoding}, as it declares",))
    encoding = _guess(content)
    return Decoded(content.decode(encoding), (f"not UTF-8, read as {encoding} (guessed)",))


def _guess(content: bytes) -> str:
    from charset_normalizer import from_bytes

    if b"\0" in content:
        raise UndecodableError("it holds NUL bytes: a binary file, or text in an unmarked UTF-16")
    best = from_bytes(content, cp_isolation=DETECTABLE).best()
    if best is None:
        raise UndecodableError("its encoding could not be found out: save it as UTF-8")
    return best.encoding
