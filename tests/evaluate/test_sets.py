"""The program against the project's own gold: no figure falls under its floor."""

from __future__ import annotations

from functools import cache

import pytest

from etl.evaluate import AttributionFigures, Evaluation, EventFigures, evaluate

from .sets import SETS, GoldSet


@cache
def evaluated(name: str) -> Evaluation:
    """The evaluation of a set, made once."""
    return evaluate(SETS[name].gold, articles=SETS[name].articles, with_reliability=bool(SETS[name].errors))


def value(evaluation: Evaluation, figure: str) -> float | None:
    """A figure by its name in `sets.py`."""
    figures = evaluation.figures
    if isinstance(figures, EventFigures):
        reached: float | None = getattr(figures, figure).value
        return reached
    if not isinstance(figures, AttributionFigures):
        return figures[figure].value
    named = {"content": figures.found, "content and speaker": figures.end_to_end}
    rates = {"speaker": figures.speakers.lenient, "pronouns": figures.speakers.resolved, **figures.by_type}
    return (named | rates)[figure].value


def why(found: GoldSet, evaluation: Evaluation) -> str:
    """What was missed, of a set whose misses may be read."""
    return "" if found.unread else "\n".join(f"{miss.kind}: {miss.document}: {miss.what}" for miss in evaluation.figures.misses)


@pytest.mark.parametrize(
    ("name", "figure", "floor"), [(name, figure, floor) for name, found in SETS.items() for figure, floor in found.floors.items()]
)
def test_reaches_its_floor(name: str, figure: str, floor: float) -> None:
    reached = value(evaluated(name), figure)
    assert reached is not None
    if reached < floor:
        pytest.fail(f"{figure} {reached:.3f}, floor {floor}\n{why(SETS[name], evaluated(name))}", pytrace=False)


@pytest.mark.parametrize("name", SETS)
def test_every_document_can_be_read(name: str) -> None:
    assert evaluated(name).quarantined == ()


@pytest.mark.parametrize(
    ("name", "kind", "most"), [(name, kind, most) for name, found in SETS.items() for kind, most in found.errors.items()]
)
def test_confidence_means_what_it_says(name: str, kind: str, most: float) -> None:
    (found,) = (one for one in evaluated(name).reliability if one.kind == kind)
    assert found.calibration_error <= most
