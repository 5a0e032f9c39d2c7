"""The figures of an evaluation as a person or a program reads them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from etl.report.tables import make_console, print_json

if TYPE_CHECKING:
    from etl.evaluate import AttributionFigures, BCubed, Evaluation, EventFigures, Figures, Miss, Rate, Reliability, Tally


def print_evaluation(evaluation: Evaluation, *, misses: int, as_json: bool) -> None:
    """Print figures to standard output, then as many misses as asked for; to standard error what could not be read."""
    for item in evaluation.quarantined:
        print(f"quarantined: {item.document_name}: {item.error}", file=sys.stderr)
    figures = evaluation.figures
    told = figures.misses[:misses]
    if as_json:
        record = figures.as_record()
        if evaluation.reliability:
            record["reliability"] = {found.kind: found.as_record() for found in evaluation.reliability}
        if misses:
            record["misses"] = [asdict(miss) for miss in told]
        print_json(record)
        return
    tallies, rates = _named(figures)
    _print_table(("found", "F1", "precision", "recall", "right", "too many", "missing"), [_tally(*row) for row in tallies])
    _print_table(("right value", "share", "right", "of"), [_rate(*row) for row in rates])
    if evaluation.reliability:
        _print_reliability(evaluation.reliability)
    _print_misses(told, len(figures.misses))


_Tallies = Sequence[tuple[str, "Tally | BCubed"]]
_Rates = Sequence[tuple[str, "Rate"]]


def _named(figures: Figures | AttributionFigures | EventFigures) -> tuple[_Tallies, _Rates]:
    from etl.evaluate import AttributionFigures, EventFigures

    if isinstance(figures, EventFigures):
        return _of_events(figures)
    return _of_attributions(figures) if isinstance(figures, AttributionFigures) else _of_documents(figures)


def _of_documents(figures: Figures) -> tuple[_Tallies, _Rates]:
    asked = [(name, tally) for name, tally in figures.tallies.items() if tally.value is not None]
    return asked, sorted(figures.rates.items(), key=lambda item: (_SUBJECTS.index(item[0].split()[0]), item[0]))


_SUBJECTS = ("article", "claim", "headless", "meeting", "background", "initiatives")
"""First words of what is judged, in the order of the table."""


def _of_attributions(figures: AttributionFigures) -> tuple[_Tallies, _Rates]:
    tallies = [
        ("content, half of it shared", figures.found),
        ("content, the same words", figures.exact),
        ("content, but for a leading that or to", figures.nearly_exact),
        ("content and speaker", figures.end_to_end),
    ]
    speakers = figures.speakers
    rates = [
        *((f"{name} contents found", rate) for name, rate in figures.by_type.items()),
        ("speaker", speakers.lenient),
        ("speaker, in the same words", speakers.strict),
        ("speaker where a name is the source", speakers.named_lenient),
        ("speaker where a pronoun is the source", speakers.pronoun_lenient),
        ("pronoun resolved to the right name", speakers.resolved),
    ]
    return tallies, rates


def _of_events(figures: EventFigures) -> tuple[_Tallies, _Rates]:
    tallies: _Tallies = [
        ("reports of meetings", figures.reports),
        ("meetings, B-cubed", figures.meetings),
        ("meetings, B-cubed, of reports found", figures.meetings_found),
        ("pairs of one statement", figures.statements),
        ("pairs of one statement, of claims found", figures.statements_found),
        ("articles that are copies", figures.duplicates),
    ]
    rates = [
        ("meeting status", figures.status),
        ("meeting date", figures.date),
        ("statements that only sound alike kept apart", figures.apart),
        *((f"meetings in one piece: {trap}", rate) for trap, rate in sorted(figures.traps.items())),
    ]
    return tallies, rates


def _tally(name: str, tally: Tally | BCubed) -> list[str]:
    from etl.evaluate import BCubed

    shares = [_share(share) for share in (tally.f1, tally.precision, tally.recall)]
    counts = ("", "", "") if isinstance(tally, BCubed) else (tally.right, tally.too_many, tally.missing)
    return [name, *shares, *map(str, counts)]


def _rate(name: str, rate: Rate) -> list[str]:
    return [name, _share(rate.value), str(rate.right), str(rate.of)]


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.table import Table

    table: Any = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for i, heading in enumerate(headings):
        table.add_column(heading, justify="right" if i else "left", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    make_console().print(table)


def _print_reliability(found: Sequence[Reliability]) -> None:
    """Print the bins of each kind of rows, then what they come to."""
    bins = [
        [one.kind, f"{b.low:.1f} to {b.high:.1f}", str(b.rows), _share(b.confidence), _share(b.share)] for one in found for b in one.bins
    ]
    _print_table(("rows", "confidence", "judged", "on average", "right"), bins)
    sums = [
        [one.kind, str(one.rows), *map(_share, (one.confidence, one.right / one.rows, one.calibration_error, one.brier))] for one in found
    ]
    _print_table(("rows", "judged", "confidence", "right", "calibration error", "Brier score"), sums)


def _print_misses(misses: Sequence[Miss], of: int) -> None:
    for miss in misses:
        print(f"{miss.kind}: {miss.document}: {miss.what}")
    if misses and len(misses) < of:
        print(f"and {of - len(misses)} more")
