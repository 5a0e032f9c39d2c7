"""Scores become shares of right rows: few rows are not believed, a higher score is never trusted less, and the table keeps to that."""

from __future__ import annotations

import csv
from importlib.resources import files
from itertools import pairwise

import pytest

from etl.evaluate.calibration import fit
from etl.evaluate.judging import Judged
from etl.evaluate.reliability import reliability
from etl.lexicon.confidence import ANY_RULE, Calibration, Step


def rows(rule: str, score: float, right: int, wrong: int) -> list[Judged]:
    return [Judged("claim", rule, score, i < right) for i in range(right + wrong)]


def test_many_rows_speak_for_themselves_and_few_follow_the_others() -> None:
    steps = fit([*rows("many", 0.85, 300, 100), *rows("few", 0.85, 0, 1)])
    calibration = Calibration(steps)
    assert calibration.confidence("claim", "many", 0.85) == 0.75
    assert calibration.confidence("claim", "few", 0.85) == pytest.approx(0.75 * 10 / 11, abs=0.01)
    assert calibration.confidence("claim", "unheard of", 0.85) == 0.75
    assert calibration.confidence("relation", "many", 0.85) == 0.85  # no gold says anything: the score stays


def test_a_higher_score_never_gives_less() -> None:
    steps = fit([*rows("odd", 0.55, 10, 90), *rows("odd", 0.65, 90, 10), *rows("odd", 0.95, 60, 40)])
    odd = [step for step in steps if step.rule == "odd"]
    assert [(step.low, step.rows, step.right) for step in odd] == [(0.5, 100, 10), (0.6, 200, 150)]
    assert odd[0].confidence < odd[1].confidence


def test_no_row_is_certain() -> None:
    assert max(step.confidence for step in fit(rows("sure", 0.95, 10_000, 0))) == 0.99


def test_a_score_below_all_steps_takes_the_lowest() -> None:
    calibration = Calibration([Step("claim", "turn", 0.9, 9, 9, 0.98), Step("claim", "turn", 0.6, 9, 5, 0.6)])
    assert [calibration.confidence("claim", "turn", score) for score in (0.2, 0.6, 0.89, 0.9, 1.0)] == [0.6, 0.6, 0.6, 0.98, 0.98]


def test_reliability_of_confidence() -> None:
    (found,) = reliability([*rows("a", 0.95, 9, 1), *rows("b", 0.25, 1, 3), *rows("b", 0.9, 10, 0)])
    assert [(b.low, b.rows, b.right) for b in found.bins] == [(0.2, 4, 1), (0.9, 20, 19)]
    assert (found.rows, found.right) == (24, 20)
    assert found.bins[1].confidence == pytest.approx(0.925)
    assert found.calibration_error == pytest.approx((4 * 0 + 20 * 0.025) / 24)
    assert found.brier == pytest.approx((9 * 0.05**2 + 0.95**2 + 0.75**2 + 3 * 0.25**2 + 10 * 0.1**2) / 24)
    assert reliability([]) == ()


def test_the_table_is_sorted_and_rises_within_each_rule() -> None:
    text = files("seeds").joinpath("calibration", "confidence.csv").read_text(encoding="utf-8")
    header, *lines = csv.reader(text.splitlines())
    assert header == ["kind", "rule", "score_from", "rows", "right", "confidence"]
    assert lines == sorted(lines, key=lambda line: (line[0], line[1], float(line[2])))
    assert {line[0] for line in lines} == {line[0] for line in lines if line[1] == ANY_RULE}
    for one, other in pairwise(lines):
        if one[:2] == other[:2]:
            assert float(one[2]) < float(other[2])
            assert float(one[5]) <= float(other[5])
    assert all(0 < float(line[5]) <= 0.99 and 0 <= int(line[4]) <= int(line[3]) for line in lines)
