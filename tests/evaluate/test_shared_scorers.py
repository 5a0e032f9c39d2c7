"""The figures are those of the project's own judges, where they are at hand (they are not part of this project)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from etl.evaluate import evaluate
from etl.intake import ingest, sample_paths

from .sets import SAMPLES, SETS

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED") or Path(__file__).parents[3] / "shared")
ARTICLES = ("articles/seeds", "articles/readouts/readouts.jsonl", "articles/news/wikinews.jsonl")

pytestmark = pytest.mark.skipif(not (SHARED / "eval").is_dir(), reason="the judges are not at hand: set COMMUNIQUE_SHARED")


def judged(script: str, *arguments: Path | str) -> str:
    command = [sys.executable, SHARED / "eval" / script, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True).stdout


@pytest.fixture(scope="module")
def store(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real documents and the samples in one store."""
    path = tmp_path_factory.mktemp("judged") / "store.sqlite"
    path.write_bytes(sqlite_template.read_bytes())
    assert ingest([*(SHARED / name for name in ARTICLES), *sample_paths()], f"sqlite:///{path}").quarantined == ()
    return path


@pytest.mark.parametrize("gold", [SHARED / "gold/seeds", SHARED / "gold/readouts", SETS[SAMPLES].gold], ids=lambda gold: gold.name)
def test_figures_of_documents_are_the_same(store: Path, gold: Path) -> None:
    expected: dict[str, Any] = json.loads(judged("score.py", store, gold, "--json"))
    assert len(expected) > 15
    assert evaluate(gold, store=f"sqlite:///{store}").figures.as_record() == expected


def test_figures_of_attributions_are_the_same(store: Path, tmp_path: Path) -> None:
    gold = SHARED / "gold/news/wikinews.jsonl"
    (tmp_path / "found.jsonl").write_text(judged("store_to_pred.py", store), encoding="utf-8")
    expected: dict[str, Any] = json.loads(judged("score_attribution.py", gold, tmp_path / "found.jsonl", "--json"))
    del expected["cue_overlap_on_matched"]  # the judge is not told where the cues are
    assert expected["docs"] == 24
    assert evaluate(gold, store=f"sqlite:///{store}").figures.as_record() == expected
