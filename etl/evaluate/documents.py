"""Where the documents of an evaluation come from: a store that is there, or articles read for the occasion."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection

from etl.evaluate.attribution_gold import AttributedText
from etl.intake import OnProgress, ingest
from etl.load import Item
from etl.queries import reading


@contextmanager
def read_afresh(paths: Sequence[str | Path], reader: str, on_progress: OnProgress | None) -> Iterator[tuple[Connection, tuple[Item, ...]]]:
    """Read articles into a store that is thrown away afterwards; yield it and the documents that could not be read."""
    with TemporaryDirectory(prefix="communique-evaluate-") as folder:
        url = f"sqlite:///{Path(folder) / 'store.sqlite'}"
        report = ingest(paths, url, reader=reader, on_progress=on_progress)
        with reading(url) as connection:
            yield connection, report.quarantined


@contextmanager
def read_texts(
    texts: Iterable[AttributedText], reader: str, on_progress: OnProgress | None
) -> Iterator[tuple[Connection, tuple[Item, ...]]]:
    """Read the texts of attribution gold as `read_afresh` reads articles, each under its name."""
    with TemporaryDirectory(prefix="communique-evaluate-") as folder:
        path = Path(folder) / "texts.jsonl"
        path.write_text("".join(f"{json.dumps(_row(text))}\n" for text in texts), encoding="utf-8")
        with read_afresh([path], reader, on_progress) as found:
            yield found


def _row(text: AttributedText) -> dict[str, str]:
    row = {"id": text.name, "publisher": text.publisher, "published_on": text.date, "text": text.text}
    return {key: value for key, value in row.items() if value}
