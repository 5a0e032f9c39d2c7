"""Extracting documents of the database again, from the bytes that it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, or_, select

from etl.config import Settings
from etl.errors import ConfigError
from etl.intake import Entry, IngestReport, OnItems, OnProgress, Progress
from etl.load import read_documents
from etl.load.upsert import table
from etl.nightly.running import Job, running


@dataclass(frozen=True, slots=True)
class Which:
    """Which documents: those with articles that another extractor read (`stale`), an article, or articles published since a day."""

    stale: bool = False
    article: int | None = None
    since: date | None = None


def reprocess(
    settings: Settings,
    which: Which,
    *,
    workers: int | None = None,
    on_progress: OnProgress | None = None,
    on_items: OnItems | None = None,
) -> IngestReport:
    """Extract documents again and resolve what changes. Stopped at any moment, the next `reprocess --stale` goes on.

    Raises ConfigError when there is no such article, and what `nightly` raises.
    """
    with running(settings, "reprocess", workers=workers, on_items=on_items, again=not which.stale) as job:
        with job.engine.connect() as connection:
            documents = _documents(connection, which, job.version)
        if which.article is not None and not documents:
            raise ConfigError(f"there is no article {which.article}")
        return job.over(_entries(job, documents, on_progress))


def _documents(connection: Connection, which: Which, version: str) -> list[int]:
    articles = table("articles")
    query = select(articles.c.document_id).distinct().order_by(articles.c.document_id)
    if which.article is not None:
        query = query.where(articles.c.id == which.article)
    if which.since:
        query = query.where(articles.c.published_on >= which.since)
    if which.stale:
        query = query.where(or_(articles.c.extractor_version.is_(None), articles.c.extractor_version != version))
    return list(connection.scalars(query))


def _entries(job: Job, documents: list[int], on_progress: OnProgress | None) -> Iterator[Entry]:
    for done, key in enumerate(documents):
        with job.engine.connect() as connection:
            (document,) = read_documents(connection, [key])
        if on_progress:
            on_progress(Progress(done, len(documents), done + 1, ""))
        yield Entry(document)
    if on_progress:
        on_progress(Progress(len(documents), len(documents), len(documents), ""))
