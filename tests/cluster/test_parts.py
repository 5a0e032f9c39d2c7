"""How an archive is divided."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from etl.cluster import Part, PartFile, plan
from etl.cluster.parts import MOST_BYTES, MOST_FILES, NUMBERS, PARTS_PER_WORKER


def files(*sizes: int) -> list[PartFile]:
    return [PartFile(Path(f"{number}.jsonl"), size, f"{number}", "") for number, size in enumerate(sizes)]


def held(parts: list[Part]) -> list[int]:
    return [len(part.files) for part in parts]


@pytest.mark.parametrize(
    ("sizes", "workers", "expected"),
    [
        ([100] * 32, 2, [2] * 16),
        ([100] * 3, 2, [1, 1, 1]),
        ([5 * MOST_BYTES, *[1] * 40], 1, [1, 6, 6, 6, 6, 6, 6, 4]),
        ([MOST_BYTES // 2] * 1000, 1, [2] * 500),
        ([0] * 5000, 1, [625 + 1] * 7 + [5000 - 7 * 626]),
        ([1] * (MOST_FILES * 40), 1, [MOST_FILES] * 40),
        ([7], 100, [1]),
        ([], 2, []),
    ],
)
def test_parts_are_as_large_as_workers_can_share(sizes: list[int], workers: int, expected: list[int]) -> None:
    parts = plan(files(*sizes), workers)
    assert held(parts) == expected
    assert [file.size for part in parts for file in part.files] == sizes


def test_every_part_has_numbers_of_its_own_by_its_size() -> None:
    parts = plan(files(10, 0, 3_000_000, *[70_000] * 50), PARTS_PER_WORKER, first=3)
    assert parts[0].first == 3
    assert parts[-1].beyond == NUMBERS
    assert all(one.beyond == next_one.first for one, next_one in pairwise(parts))
    assert all(part.beyond - part.first > NUMBERS // (3 * len(parts)) for part in parts)
    largest = max(parts, key=lambda part: part.beyond - part.first)
    assert any(file.size == 3_000_000 for file in largest.files)
