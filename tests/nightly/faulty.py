"""What reads and extracts in worker processes of tests, and fails as a text's first word says."""

from __future__ import annotations

import os
import time
from pathlib import Path

from etl.intake.documents import ExtractedDocument
from etl.intake.extraction import Extract, prepare_extractor
from etl.records import Document
from etl.sources import plain_text


def prepare() -> Extract:
    """Return an extractor with faults, and let the reader of plain text have some."""
    sound = prepare_extractor("rules", {})
    parse = plain_text.parse

    def faulty(content: bytes, *, name: str, origin: str, charset: str | None = None) -> Document:
        match content.split()[0]:
            case b"Unending":
                time.sleep(600)
            case b"Bloated":
                bytearray(8_000_000_000)
            case b"Fatal":
                os.abort()
            case b"Twisted":
                raise ValueError("too twisted")
        return parse(content, name=name, origin=origin, charset=charset)

    plain_text.parse = faulty

    def extract(ordinal: int, document: Document) -> ExtractedDocument:
        match document.text.split()[0]:
            case "Endless":
                time.sleep(600)
            case "Hungry":
                return len(bytearray(8_000_000_000))  # type: ignore[return-value]
            case "Deadly":
                os.abort()
            case "Deep":
                raise RecursionError("too deep")
        return sound(ordinal, document)

    return extract


def prepare_after(ended: Path, times: int) -> Extract:
    """Return an extractor once so many processes have ended in preparing one, each with a line in the file `ended`."""
    with ended.open("a+") as lines:
        lines.seek(0)
        if len(lines.readlines()) < times:
            lines.write("ended\n")
            lines.flush()
            os._exit(9)
    return prepare()
