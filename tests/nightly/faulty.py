"""What extracts in worker processes of tests, and fails as a text's first word says."""

from __future__ import annotations

import os
import time

from etl.ingest.documents import ExtractedDocument
from etl.ingest.extraction import Extract, prepare_extractor
from etl.records import Document


def prepare() -> Extract:
    """Return an extractor with faults."""
    sound = prepare_extractor("rules", {})

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
