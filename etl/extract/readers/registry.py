"""The readers by name: those of this project, and every spaCy pipeline that is installed."""

from __future__ import annotations

from etl.extract.readers.reader import RULES, Reader
from etl.extract.readers.trained import load_trained

READERS: dict[str, Reader] = {RULES.name: RULES}


def load_reader(name: str) -> Reader:
    """The reader of that name: one of `READERS`, else an installed spaCy pipeline or the folder of one.

    Raises ReaderError, which says what is missing, when there is none or it cannot be used.
    """
    return READERS.get(name) or load_trained(name)
