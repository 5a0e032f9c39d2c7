"""Who repeats whom, by what is alike."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from etl.duplicates import Copy, Likeness, Verdict, Version, decide

SAME, HALF = Likeness(0.9, 0.9), Likeness(0.3, 0.95)
ALONE = Verdict(None, None)


def on(day: int) -> date:
    return date(2031, 5, day)


def test_the_first_published_is_the_original() -> None:
    versions = [Version(1, on(7), 100), Version(2, on(6), 100), Version(3, None, 100), Version(4, on(6), 100)]
    found = decide(versions, [Copy(1, 2, SAME), Copy(2, 3, SAME)])
    assert found == {1: Verdict(2, 1), 2: Verdict(None, 1), 3: Verdict(2, 1), 4: ALONE}


def test_of_one_day_the_longest_then_the_smallest_key() -> None:
    versions = [Version(1, on(6), 100), Version(2, on(6), 110), Version(3, on(6), 110)]
    assert decide(versions, [Copy(1, 2, SAME), Copy(2, 3, SAME)]) == {1: Verdict(2, 1), 2: Verdict(None, 1), 3: Verdict(2, 1)}


def test_a_flash_goes_to_the_report_that_holds_it_also_when_it_came_first() -> None:
    versions = [Version(1, on(7), 400), Version(2, on(6), 60)]
    assert decide(versions, [Copy(1, 2, HALF)]) == {1: Verdict(None, 1), 2: Verdict(1, 1)}


def test_two_reports_that_hold_one_flash_stay_two() -> None:
    versions = [Version(1, on(7), 400), Version(2, on(6), 60), Version(3, on(6), 500)]
    found = decide(versions, [Copy(1, 2, HALF), Copy(2, 3, Likeness(0.95, 0.3))])
    assert found == {1: ALONE, 2: Verdict(3, 2), 3: Verdict(None, 2)}


def test_two_reports_in_one_review_are_not_copies_of_each_other() -> None:
    versions = [Version(1, on(6), 100), Version(2, on(6), 100), Version(3, on(8), 300)]
    found = decide(versions, [Copy(1, 3, Likeness(0.95, 0.3)), Copy(2, 3, Likeness(0.95, 0.3))])
    assert found == {1: Verdict(3, 1), 2: Verdict(3, 1), 3: Verdict(None, 1)}


def test_a_cut_of_a_cut_goes_to_the_whole() -> None:
    versions = [Version(1, on(6), 400), Version(2, on(6), 200), Version(3, on(5), 60)]
    found = decide(versions, [Copy(1, 2, HALF), Copy(2, 3, HALF)])
    assert found == {1: Verdict(None, 1), 2: Verdict(1, 1), 3: Verdict(1, 1)}


def test_a_text_without_a_date_does_not_join_two_occasions() -> None:
    versions = [Version(1, on(6), 100), Version(2, None, 110), Version(3, date(2032, 5, 6), 100), Version(4, None, 110)]
    found = decide(versions, [Copy(1, 2, SAME), Copy(2, 3, SAME), Copy(2, 4, SAME)])
    assert found == {1: Verdict(None, 1), 2: Verdict(1, 1), 3: ALONE, 4: Verdict(1, 1)}


@given(seed=st.integers(0, 10_000))
def test_any_order_gives_the_same_and_nobody_repeats_a_copy(seed: int) -> None:
    rnd = random.Random(seed)
    versions = [Version(key, rnd.choice([None, on(6), on(7)]), rnd.randrange(20, 400)) for key in range(9)]
    copies = [
        Copy(a, b, Likeness(round(rnd.uniform(0.7, 1), 2), round(rnd.uniform(0.2, 1), 2)))
        for a in range(9)
        for b in range(a + 1, 9)
        if rnd.random() < 0.2
    ]
    likely = [copy for copy in copies if copy.likeness.is_mutual or copy.likeness.is_cut]
    found = decide(versions, likely)
    rnd.shuffle(versions)
    rnd.shuffle(likely)
    assert decide(versions, likely) == found
    for verdict in found.values():
        if verdict.duplicate_of is not None:
            assert found[verdict.duplicate_of] == Verdict(None, verdict.cluster_id)
