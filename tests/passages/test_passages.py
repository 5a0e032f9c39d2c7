"""The program against short passages of the most varied wording: no figure falls under its floor (`README.md` says what they are)."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from etl.evaluate import AttributionFigures, Evaluation, evaluate

HERE = Path(__file__).parent
_DOCUMENT = ("id", "title", "publisher", "text")
_KEYS = ("claims", "meetings", "people", "states", "organizations", "initiatives")

FLOORS = [
    ("claims", "claims", 0.76),
    ("claims", "claim speaker", 0.7),
    ("claims", "claim on behalf of", 0.65),
    ("claims", "claim act", 0.63),
    ("meetings_a", "meetings", 0.8),
    ("meetings_a", "participants", 0.91),
    ("meetings_a", "background or planned meetings found", 0.28),
    ("meetings_b", "meetings", 0.53),
    ("meetings_b", "participants", 0.84),
    ("speakers_a", "claims", 0.88),
    ("speakers_a", "claim speaker", 0.79),
    ("speakers_a", "claim on behalf of", 0.75),
    ("speakers_a", "headless claims found", 0.84),
    ("speakers_b", "claims", 0.85),
    ("speakers_b", "claim speaker", 0.79),
    ("speakers_b", "claim on behalf of", 0.63),
    ("speakers_b", "headless claims found", 0.56),
]


@pytest.fixture(scope="module")
def evaluated(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Evaluation]:
    """The evaluation of a file of passages, made once."""

    @cache
    def one(name: str) -> Evaluation:
        folder = tmp_path_factory.mktemp(name)
        gold = folder / "gold"
        gold.mkdir()
        rows = [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        with (folder / "passages.jsonl").open("w", encoding="utf-8") as documents:
            for row in rows:
                documents.write(json.dumps({key: row[key] for key in _DOCUMENT} | {"published_on": row["date"]}) + "\n")
                wanted = {key: row.get(key, []) for key in _KEYS} | {"doc_name": row["id"]}
                wanted["neutral"] = row.get("neutral", []) if "claims" in row else [[0, len(row["text"])]]
                (gold / f"{row['id']}.json").write_text(json.dumps(wanted), encoding="utf-8")
        return evaluate(gold, articles=(folder / "passages.jsonl",))

    return one


@pytest.mark.parametrize(("name", "figure", "floor"), FLOORS)
def test_reaches_its_floor(evaluated: Callable[[str], Evaluation], name: str, figure: str, floor: float) -> None:
    figures = evaluated(name).figures
    assert not isinstance(figures, AttributionFigures)
    reached = figures[figure].value
    assert reached is not None
    assert reached >= floor
