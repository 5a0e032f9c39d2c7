"""An evaluation from end to end: gold in, documents read or a store opened, figures out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from etl.evaluate.articles import score_articles
from etl.evaluate.attribution_gold import read_attribution_gold
from etl.evaluate.attributions import Attribution, AttributionFigures, score_attributions
from etl.evaluate.claims import score_claims
from etl.evaluate.documents import read_afresh, read_texts
from etl.evaluate.entities import score_entities
from etl.evaluate.event_figures import EventFigures
from etl.evaluate.event_gold import read_event_gold
from etl.evaluate.events import score_events
from etl.evaluate.fields import GoldError
from etl.evaluate.figures import Figures
from etl.evaluate.gold import GoldDocument, read_gold
from etl.evaluate.judging import judge_document, judge_text
from etl.evaluate.meetings import score_meetings
from etl.evaluate.reliability import Reliability, reliability
from etl.evaluate.stored import FoundDocument, Observed, read_documents, read_observed
from etl.evaluate.stored_events import read_events
from etl.extract.readers.reader import RULES
from etl.intake import OnProgress
from etl.load import Item
from etl.queries import reading

EVENT_GOLD = "gold.json"

_Source = AbstractContextManager[tuple[Connection, tuple[Item, ...]]]
"""A store, open for reading, and the documents that could not be read into it."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an evaluation gave. `quarantined`: of the documents that were read for it, those that could not be.

    `reliability`: whether the confidence of each kind of rows means what it says; empty when it was not asked for.
    """

    figures: Figures | AttributionFigures | EventFigures
    quarantined: tuple[Item, ...]
    reliability: tuple[Reliability, ...]


def evaluate(
    gold: Path,
    *,
    store: str | None = None,
    articles: Sequence[str | Path] = (),
    reader: str = RULES.name,
    with_reliability: bool = False,
    on_progress: OnProgress | None = None,
) -> Evaluation:
    """Score a directory of gold, a JSONL file of attribution gold, or a directory with event gold in its `gold.json`.

    `store`: score what it holds; `articles`: read these into a store that is thrown away, and score that. With neither, what comes with
    the gold is read: the directory's `articles` beside its `gold`, `articles.jsonl` beside its `gold.json`, or the texts in the attribution
    gold. `reader`: by whom, where anything is read. Raises GoldError when the gold cannot be used, or describes a document that is not
    there; ReaderError for no such reader.
    """
    if gold.is_file():
        texts = read_attribution_gold(gold)
        source = _source(store, articles, reader, on_progress) if store or articles else read_texts(texts, reader, on_progress)
        found = _read(source, [text.name for text in texts], with_reliability)
        figures = score_attributions(texts, {name: _attributions(document) for name, document in found.documents.items()})
        judged = (row for text in texts for row in judge_text(text, found.observed.get(text.name, ())))
        return Evaluation(figures, found.quarantined, reliability(judged))
    if not gold.is_dir():
        raise GoldError(f"{gold}: there is no such file or directory")
    if (gold / EVENT_GOLD).is_file():
        source = _source(store, articles or [gold / "articles.jsonl"], reader, on_progress)
        return _evaluate_events(gold / EVENT_GOLD, source)
    both = (gold / "gold").is_dir() and (gold / "articles").is_dir()
    if not store and not articles and not both:
        raise GoldError(f"{gold}: holds no articles/ beside gold/: name the articles with --articles, or a store with --db")
    wanted = read_gold(gold / "gold" if (gold / "gold").is_dir() else gold)
    source = _source(store, articles or [gold / "articles"], reader, on_progress)
    found = _read(source, [document.name for document in wanted], with_reliability)
    judged = (row for document in wanted for row in judge_document(document, found.observed.get(document.name, ())))
    return Evaluation(score_documents(wanted, found.documents), found.quarantined, reliability(judged))


def score_documents(golds: Iterable[GoldDocument], documents: Mapping[str, FoundDocument]) -> Figures:
    """Score every document that the gold describes; `documents` by name."""
    figures = Figures()
    for gold in golds:
        found = documents[gold.name]
        score_articles(figures, gold, found)
        score_claims(figures, gold, found)
        score_meetings(figures, gold, found)
        score_entities(figures, gold, found)
    return figures


def _evaluate_events(path: Path, source: _Source) -> Evaluation:
    """Score how reports are merged. Whether confidence is reliable is asked of rows, and nothing is said of them here."""
    gold = read_event_gold(path)
    with source as (connection, quarantined):
        found = read_events(connection, frozenset(gold.articles))
    if missing := sorted(set(gold.articles) - found.articles):
        raise GoldError(f'{path}: the gold describes "{missing[0]}", and there is no document of that file name (in JSONL: id)')
    return Evaluation(score_events(gold, found), quarantined, ())


@contextmanager
def _source(
    store: str | None, articles: Sequence[str | Path], reader: str, on_progress: OnProgress | None
) -> Iterator[tuple[Connection, tuple[Item, ...]]]:
    if store:
        with reading(store) as connection:
            yield connection, ()
    else:
        with read_afresh(articles, reader, on_progress) as found:
            yield found


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of the documents that the gold describes; `observed` is empty when nobody asks how reliable confidence is."""

    documents: Mapping[str, FoundDocument]
    observed: Mapping[str, Sequence[Observed]]
    quarantined: tuple[Item, ...]


def _read(source: _Source, names: Sequence[str], with_observed: bool) -> _Read:
    """Read the documents of these names. Raises GoldError when one is not there, with the reason where that is known."""
    with source as (connection, quarantined):
        documents = read_documents(connection, frozenset(names))
        reasons = {item.document_name: item.error for item in quarantined}
        for name in names:
            if name in reasons:
                raise GoldError(f'"{name}", which the gold describes, could not be read: {reasons[name]}')
            if name not in documents:
                raise GoldError(f'the gold describes "{name}", and there is no document of that file name (in JSONL: id)')
        return _Read(documents, read_observed(connection) if with_observed else {}, quarantined)


def _attributions(document: FoundDocument) -> list[Attribution]:
    return [Attribution(claim.content, "; ".join(claim.speakers)) for claim in document.claims]
