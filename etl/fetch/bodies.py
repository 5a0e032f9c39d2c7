"""Bodies of answers: decompressed bit by bit, so that a bomb is stopped at the limit and not after it.

Only gzip and deflate are asked for and taken. httpx would decompress a whole block at once, which a bomb makes a thousand times larger.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from etl.errors import FetchError

PIECE = 1 << 16
ENCODINGS = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}
"""Content-Encoding -> window bits."""

GZIP = b"\x1f\x8b"


class BrokenBodyError(Exception):
    """The body ends too early or cannot be decompressed: another try may bring a whole one."""


class TooLargeError(Exception):
    """The body is larger than the limit. `beginning` is what fits."""

    def __init__(self, beginning: bytes) -> None:
        super().__init__("the body is too large")
        self.beginning = beginning


def read_body(pieces: Iterable[bytes], encoding: str, *, limit: int, url: str) -> bytes:
    """Return the decompressed body.

    Raises TooLargeError, BrokenBodyError, and FetchError for a Content-Encoding that nobody asked for.
    """
    names = [name for part in encoding.split(",") if (name := part.strip().lower()) and name != "identity"]
    if len(names) > 1 or any(name not in ENCODINGS for name in names):
        raise FetchError(url, f"the answer is encoded as {', '.join(names)}, which was not asked for", again=False)
    body = bytearray()
    for piece in inflate(pieces, ENCODINGS[names[0]]) if names else pieces:
        body += piece
        if len(body) > limit:
            raise TooLargeError(bytes(body[:limit]))
    return bytes(body)


def inflate(pieces: Iterable[bytes], window: int) -> Iterator[bytes]:
    """Yield decompressed pieces of bounded size, of all members of a gzip stream. Raises BrokenBodyError."""
    decoder = zlib.decompressobj(window)
    begun = False
    for data in pieces:
        if not begun and window == zlib.MAX_WBITS and not _is_zlib(data):
            # "deflate" is zlib's format by the standard, and the bare stream inside it by some servers.
            decoder = zlib.decompressobj(-window)
        begun = begun or bool(data)
        while data:
            if decoder.eof:
                # What follows is another member, or padding.
                if not data.startswith(GZIP):
                    return
                decoder = zlib.decompressobj(window)
            out = _some(decoder, data)
            while out:
                yield out
                out = _some(decoder, decoder.unconsumed_tail) if len(out) == PIECE else b""
            data = decoder.unused_data if decoder.eof else b""
    if begun and not decoder.eof:
        raise BrokenBodyError("it ends before its compressed stream does")


def _some(decoder: zlib._Decompress, data: bytes) -> bytes:
    try:
        return decoder.decompress(data, PIECE)
    except zlib.error as error:
        raise BrokenBodyError(f"it cannot be decompressed: {error}") from error


def _is_zlib(data: bytes) -> bool:
    return len(data) < 2 or (data[0] & 0x0F == zlib.DEFLATED and int.from_bytes(data[:2], "big") % 31 == 0)
