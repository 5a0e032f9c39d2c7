"""The sample articles have gold, all of them, and those that are not about diplomacy give no meeting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.evaluate import read_documents, read_gold
from etl.evaluate.stored import FoundDocument
from etl.intake import sample_paths
from etl.queries import reading
from etl.records import Document
from etl.sources import read_paths

from .sets import SAMPLES, SETS


@pytest.fixture(scope="module")
def documents(sample_file: Path) -> Iterator[dict[str, FoundDocument]]:
    """What a store holds that read the samples."""
    with reading(f"sqlite:///{sample_file}") as connection:
        yield read_documents(connection, {gold.name for gold in read_gold(SETS[SAMPLES].gold)})


def test_every_sample_has_its_gold() -> None:
    read = {document.name for document in read_paths(sample_paths()) if isinstance(document, Document)}
    assert {gold.name for gold in read_gold(SETS[SAMPLES].gold)} == read


def test_nothing_is_met_at_the_athletics_meet_nor_among_the_batteries(documents: dict[str, FoundDocument]) -> None:
    assert [documents[name].meetings for name in ("athletics-meet.txt", "seagrass-battery.txt")] == [[], []]
