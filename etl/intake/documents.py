"""One document through the pure stages, and what comes of it into the store's tables of documents and observations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection

from etl.articles import split_articles
from etl.errors import DocumentError, RunError, in_one_line
from etl.extract.pipeline import extract_all, extractor_version
from etl.extract.readers.reader import Reader
from etl.intake.workers import at_stage
from etl.judgements import Book
from etl.load import (
    ArticleObservations,
    JudgedDocument,
    article_id,
    batches,
    judge_document,
    key_of,
    read_documents,
    read_judgements,
    store_documents,
    store_observations,
    store_targets,
)
from etl.records import Article, Document, Observations
from etl.sources import read_document

BATCH_DOCUMENTS = 50


@dataclass(frozen=True, slots=True)
class ExtractedDocument:
    """A document that went through all the pure stages. `ordinal`: its place in the run; `seconds`: how long that took."""

    ordinal: int
    document: Document
    articles: tuple[Article, ...]
    judged: JudgedDocument
    seconds: float | None = None

    @property
    def observations(self) -> tuple[Observations, ...]:
        """What the articles say, judgements of people included."""
        return self.judged.observations

    @property
    def article_keys(self) -> Iterator[int]:
        """Yield the keys of the articles."""
        key = key_of(self.document)
        return (article_id(key, article.position) for article in self.articles)


class Extractor:
    """The pure stages as one reader and the judgements in `book` make them; `version` is what the store notes beside the articles."""

    def __init__(self, reader: Reader, book: Book) -> None:
        self.version = extractor_version(reader)
        self.book = book
        self._reader = reader

    def extract(self, ordinal: int, document: Document) -> ExtractedDocument:
        """Split, extract and judge. Raises DocumentError, with the stage, for whatever goes wrong, and MemoryError."""
        (found,) = self.extract_together([(ordinal, document)])
        if isinstance(found, DocumentError):
            raise found
        return found

    def extract_together(self, given: Sequence[tuple[int, Document]]) -> list[ExtractedDocument | DocumentError]:
        """Split, extract and judge documents, each given with its ordinal, and return what came of each. Raises RunError and MemoryError.

        The articles of all are read together, which is faster. Where that fails, each document is read alone: one error is not all's.
        """
        at_stage("split")
        split = [self._split(document) for _, document in given]
        at_stage("extract")
        readable = [article for articles in split if not isinstance(articles, DocumentError) for article in articles]
        try:
            observed = iter(list(extract_all(readable, self._reader)))
            came = list[ExtractedDocument | DocumentError]()
            for (ordinal, document), articles in zip(given, split, strict=True):
                if isinstance(articles, DocumentError):
                    came.append(articles)
                    continue
                judged = judge_document(self.book, document, articles, tuple(islice(observed, len(articles))))
                came.append(ExtractedDocument(ordinal, document, articles, judged))
            return came
        except (RunError, MemoryError):
            raise
        except Exception as error:
            if len(given) > 1:
                return [found for one in given for found in self.extract_together([one])]
            ((_, document),) = given
            return [_failed(document, "extract", error)]

    def _split(self, document: Document) -> tuple[Article, ...] | DocumentError:
        try:
            return split_articles(document)
        except (RunError, MemoryError):
            raise
        except Exception as error:
            return _failed(document, "split", error)


def _failed(document: Document, stage: str, error: Exception) -> DocumentError:
    if isinstance(error, DocumentError):
        return error
    failed = DocumentError(document.name, stage, in_one_line(error))
    failed.__cause__ = error
    return failed


def store_extracted(connection: Connection, extracted: Sequence[ExtractedDocument], version: str) -> None:
    """Write documents with their articles, what these say, and which judgements mean what in them."""
    store_documents(connection, ((e.document, e.articles) for e in extracted), version)
    store_observations(connection, (found for e in extracted for found in _observations_of(e)))
    store_targets(connection, (key for e in extracted for key in e.article_keys), (t for e in extracted for t in e.judged.targets))


def extract_again(connection: Connection, keys: Iterable[int], reader: Reader) -> None:
    """Extract documents of the store anew from the bytes that it holds, judgements included. Nothing is resolved.

    Raises DocumentError when a document can no longer be read.
    """
    extractor = Extractor(reader, Book(read_judgements(connection)))
    for chunk in batches(sorted(set(keys)), BATCH_DOCUMENTS):
        documents = read_documents(connection, chunk)
        extracted = [extractor.extract(ordinal, read_document(document)) for ordinal, document in enumerate(documents)]
        store_extracted(connection, extracted, extractor.version)


def _observations_of(extracted: ExtractedDocument) -> Iterator[ArticleObservations]:
    for key, article, observations in zip(extracted.article_keys, extracted.articles, extracted.observations, strict=True):
        yield ArticleObservations(key, article.text, observations)
