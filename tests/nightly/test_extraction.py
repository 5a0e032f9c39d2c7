"""Worker processes: what one document does to its process is no other document's business."""

from __future__ import annotations

import pytest

from etl.errors import DocumentError
from etl.extract.readers.reader import RULES
from etl.ingest.documents import Extractor
from etl.ingest.extraction import Extraction, InThisProcess, InWorkers, Limits
from etl.judgements import Book
from etl.records import Document

from .faulty import prepare

SOUND = "{} The foreign ministers of Norway and Chile met in Oslo on Tuesday. They agreed to study a fisheries treaty, the ministry said."


def documents(*first: str) -> list[Document]:
    return [
        Document(f"{number}.txt", f"/in/{number}.txt", "text/plain", word.encode(), SOUND.format(word)) for number, word in enumerate(first)
    ]


def outcome(extraction: Extraction, given: list[Document]) -> list[str]:
    """What became of each: how many articles, or why it failed."""
    pending = [extraction.begin(number, document) for number, document in enumerate(given)]
    found = []
    for number, wait in enumerate(pending):
        try:
            done = wait()
        except DocumentError as error:
            assert (error.document, error.stage) == (given[number].name, "extract")
            found.append(error.reason)
        else:
            assert (done.ordinal, done.document) == (number, given[number])
            found.append(f"{len(done.articles)} articles")
    return found


def test_a_process_that_is_stuck_starved_or_dead_is_replaced() -> None:
    limits = Limits(workers=2, seconds_per_document=4.0, megabytes_per_worker=2000)
    with InWorkers(prepare, limits) as extraction:
        found = outcome(extraction, documents("Sound", "Endless", "Sound", "Hungry", "Deep", "Deadly", "Sound", "Sound"))
    good = "1 articles"
    assert [found[i] for i in (0, 2, 6, 7)] == [good] * 4
    assert found[1] == "took longer than 4 seconds"
    assert found[3] == "needs more than 2000 megabytes"
    assert found[4] == "RecursionError: too deep"
    assert found[5].startswith("the process that extracted it died")


@pytest.mark.parametrize("workers", [1, 2])
def test_workers_extract_what_this_process_would(workers: int) -> None:
    given = documents("Sound", "Other", "Third")
    extractor = Extractor(RULES, Book({}))
    with InThisProcess(extractor.extract) as here:
        expected = [here.begin(number, document)() for number, document in enumerate(given)]
    with InWorkers(prepare, Limits(workers=workers)) as extraction:
        pending = [extraction.begin(number, document) for number, document in enumerate(given)]
        found = [wait() for wait in pending]
    assert [(f.document, f.articles, f.judged) for f in found] == [(e.document, e.articles, e.judged) for e in expected]
