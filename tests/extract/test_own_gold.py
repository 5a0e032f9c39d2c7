"""The sample articles against the gold of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from gold import scoring

from etl.ingest import ingest, sample_paths

GOLD = Path(scoring.__file__).parent
FLOORS = {"claims": 0.92, "speaker": 0.90, "act": 0.85, "meetings": 0.85, "persons": 0.90, "states": 0.95}


@pytest.fixture(scope="module")
def store(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles, ingested."""
    path = tmp_path_factory.mktemp("own") / "samples.sqlite"
    path.write_bytes(sqlite_template.read_bytes())
    assert ingest(sample_paths(), f"sqlite:///{path}").quarantined == ()
    return path


@pytest.fixture(scope="module")
def scores(store: Path) -> scoring.Scores:
    return scoring.score(store, GOLD)


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_reaches_its_floor(scores: scoring.Scores, name: str, floor: float) -> None:
    figure = scores[name]
    assert figure.value >= floor, "\n".join([f"{name} {figure.value:.3f}", *figure.why()])


def test_every_sample_has_its_gold(store: Path) -> None:
    described = {file.name.removesuffix(".json") for file in GOLD.glob("*.json")}
    assert described == set(scoring.documents(store))


def test_nothing_is_met_at_the_athletics_meet_nor_among_the_batteries(store: Path) -> None:
    held = scoring.documents(store)
    assert [held[name]["meetings"] for name in ("athletics-meet.txt", "seagrass-battery.txt")] == [[], []]
