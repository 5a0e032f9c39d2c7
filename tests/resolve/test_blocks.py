"""Pairs worth comparing: each once, and never all of a large block in memory."""

from __future__ import annotations

import tracemalloc
from collections import Counter
from itertools import product

import pytest

from etl.records import ActorRef
from etl.resolve.bearers import Bearer, NameKey, join_bearers
from etl.resolve.blocks import Key, pairs_within

A, B, C, D = (("a",), ("b",), ("c",), ("d",))
Name = tuple[str]

CASES: list[tuple[str, dict[Key, list[Name]], list[tuple[Name, Name]]]] = [
    ("nothing", {}, []),
    ("one alone", {("x",): [A]}, []),
    ("each two of a block, in their order", {("x",): [C, A, B]}, [(A, B), (A, C), (B, C)]),
    ("two that share two blocks", {("x",): [B, A], ("y",): [A, B]}, [(A, B)]),
    ("one that stands twice in a block", {("x",): [A, A, B]}, [(A, B)]),
    ("through different blocks", {("x",): [D, B], ("y",): [B, A], ("z",): [C]}, [(A, B), (B, D)]),
]


@pytest.mark.parametrize(("blocks", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_two_of_a_block_are_a_pair_once(blocks: dict[Key, list[Name]], expected: list[tuple[Name, Name]]) -> None:
    assert list(pairs_within(blocks)) == expected


SETTLED: list[tuple[str, dict[Name, int], list[tuple[Name, Name]]]] = [
    ("all of one group", {A: 1, B: 1, C: 1, D: 1}, [(A, B), (A, C), (A, D), (B, C), (B, D), (C, D)]),
    ("each of its own group", {A: 1, B: 2, C: 3, D: 4}, []),
    ("two of one group", {A: 1, B: 2, C: 1, D: 4}, [(A, C)]),
    ("one that changed", {A: 1, B: 2, D: 4}, [(A, C), (B, C), (C, D)]),
    ("the first changed", {B: 2, C: 3, D: 4}, [(A, B), (A, C), (A, D)]),
]


@pytest.mark.parametrize(("settled", "expected"), [case[1:] for case in SETTLED], ids=[case[0] for case in SETTLED])
def test_what_was_compared_before_is_no_pair_again(settled: dict[Name, int], expected: list[tuple[Name, Name]]) -> None:
    assert list(pairs_within({("x",): [A, B, C, D], ("y",): [B, C]}, settled)) == expected


def test_names_of_one_block_are_joined_without_all_their_pairs_in_memory() -> None:
    # 65,000 pairs, of which hardly any is one person's: all of them at once would be eight megabytes more than what caches keep.
    middles = [f"b{a}{one}{b}{other}" for a, b in product("ae", repeat=2) for one, other in product("bdgklmnrt", repeat=2)]
    keys = [NameKey(False, f"dal {middle} rin", "state", "NP") for middle in middles]
    bearers = {key: Bearer(key, Counter([key.name]), Counter([ActorRef("state", "NP")])) for key in keys}
    tracemalloc.start()
    try:
        people, _ = join_bearers(bearers)
        megabytes = tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()
    assert people
    assert megabytes < 8
