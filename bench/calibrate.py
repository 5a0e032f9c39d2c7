"""Fits confidence to the development gold anew, and says how well it does on documents that were left out of the fit.

    python -m bench.calibrate [--check]

Writes `seeds/calibration/confidence.csv`; with --check nothing is written, and the exit code says whether anything would change.
The test part is no part of this: `communique evaluate --gold tests/test_part --reliability` shows what the confidence is worth there.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from etl.articles import split_articles
from etl.evaluate.attribution_gold import AttributedText, read_attribution_gold
from etl.evaluate.calibration import fit
from etl.evaluate.gold import read_gold
from etl.evaluate.judging import Judged, judge_document, judge_text
from etl.evaluate.reliability import reliability
from etl.evaluate.stored import Observed
from etl.extract.assemble import assemble
from etl.extract.pipeline import read_layers
from etl.lexicon.confidence import Calibration, Step
from etl.records import Document
from etl.sources import read_paths

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "seeds" / "calibration" / "confidence.csv"
DEVELOPMENT = ROOT / "tests" / "development"
ATTRIBUTIONS = ROOT / "tests" / "attribution" / "development.jsonl"
HEADER = ("kind", "rule", "score_from", "rows", "right", "confidence")
FOLDS = 5


def development() -> Iterator[tuple[Judged, ...]]:
    """Yield the judged rows of each document of the development gold, with the scores that the rules give.

    The sample articles are no part of it: rules were written with them open from the first day, so they would flatter.
    """
    articles = read_paths([DEVELOPMENT / "articles"])
    documents = {document.name: document for document in articles if isinstance(document, Document)}
    for wanted in read_gold(DEVELOPMENT / "gold"):
        yield tuple(judge_document(wanted, observed(documents[wanted.name])))
    for text in read_attribution_gold(ATTRIBUTIONS):
        yield tuple(judge_text(text, observed(document_of(text))))


def document_of(text: AttributedText) -> Document:
    """A text of attribution gold as a document."""
    return Document(text.name, text.name, "text/plain", text.text.encode(), text.text, publisher=text.publisher)


def observed(document: Document) -> list[Observed]:
    """What is observed in a document, before calibration."""
    return [Observed(article.char_start, assemble(read_layers(article))) for article in split_articles(document)]


def applied(steps: Iterable[Step], rows: Iterable[Judged]) -> Iterator[Judged]:
    """Yield the rows with calibrated confidence."""
    calibration = Calibration(steps)
    for row in rows:
        yield replace(row, confidence=calibration.confidence(row.kind, row.rule, row.confidence))


def left_out(documents: Sequence[Sequence[Judged]]) -> Iterator[Judged]:
    """Yield all rows, each with the confidence that it gets when its document and others are left out of the fit."""
    for fold in range(FOLDS):
        others = chain.from_iterable(rows for i, rows in enumerate(documents) if i % FOLDS != fold)
        yield from applied(fit(others), chain.from_iterable(documents[fold::FOLDS]))


def table(steps: Iterable[Step]) -> str:
    """The steps as CSV, by kind, rule and score."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(HEADER)
    for step in sorted(steps, key=lambda s: (s.kind, s.rule, s.low)):
        writer.writerow((step.kind, step.rule, f"{step.low:.1f}", step.rows, step.right, f"{step.confidence:.2f}"))
    return lines.getvalue()


def main() -> None:
    """Fit, write and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    documents = list(development())
    rows = list(chain.from_iterable(documents))
    print(f"{'':<16} {'rows':>5} {'right':>6}   error of scores   error of confidence, left out   Brier of both")
    for before, after in zip(reliability(rows), reliability(left_out(documents)), strict=True):
        errors = f"{before.calibration_error:>15.3f}   {after.calibration_error:>29.3f}"
        print(f"{before.kind:<16} {before.rows:>5} {before.right / before.rows:>6.3f}   {errors}   {before.brier:.3f} {after.brier:.3f}")
    made = table(fit(rows))
    changed = not TABLE.exists() or TABLE.read_text(encoding="utf-8") != made
    if check:
        sys.exit(f"{TABLE.relative_to(ROOT)} is out of date: python -m bench.calibrate" if changed else 0)
    TABLE.write_text(made, encoding="utf-8")
    print(f"{TABLE.relative_to(ROOT)}: {'written anew' if changed else 'unchanged'}")


if __name__ == "__main__":
    main()
