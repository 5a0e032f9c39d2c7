"""Decisions outweigh every comparison: what is judged the same is one, what is judged different is not."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.resolve import Decisions, resolve
from etl.resolve.bearers import NameKey
from etl.resolve.clusters import complete_link, scored
from etl.resolve.scoring import Score
from etl.resolve.verdicts import Verdicts, verdicts_of

from .builders import Draft
from .test_order import random_articles

Item = tuple[int]
Pairs = Sequence[tuple[int, int]]


def linked(alike: set[tuple[int, int]], *, same: Pairs = (), different: Pairs = ()) -> list[list[int]]:
    """The groups of 1 to 9, of which the pairs in `alike` agree."""
    verdicts: Verdicts[Item] = verdicts_of(
        [((a,), (b,), one, "ana") for pairs, one in ((same, True), (different, False)) for a, b in pairs]
    )

    @verdicts.ruling
    def compare(a: Item, b: Item) -> Score | None:
        return Score(0.9, (), ()) if (a[0], b[0]) in alike or (b[0], a[0]) in alike else None

    items = [(i,) for i in range(1, 10)]
    edges = scored([(a, b) for a in items for b in items if a < b], compare, 0.5)
    return [[i for (i,) in group] for group in complete_link(items, edges, compare, 0.5, verdicts=verdicts) if len(group) > 1]


def test_two_groups_with_members_judged_the_same_are_one() -> None:
    alike = {(1, 2), (3, 4)}
    assert linked(alike) == [[1, 2], [3, 4]]
    assert linked(alike, same=[(2, 3)]) == [[1, 2, 3, 4]]
    assert linked(alike, same=[(5, 9)]) == [[1, 2], [3, 4], [5, 9]]


def test_judged_different_stays_apart_whatever_agrees() -> None:
    assert linked({(1, 2), (2, 3), (1, 3)}, different=[(1, 3)]) == [[1, 2]]


def test_what_is_different_is_so_from_all_that_is_the_same() -> None:
    assert linked({(1, 2)}, same=[(2, 3)], different=[(1, 3)]) == [[2, 3]]


def test_where_other_members_are_apart_the_judged_ones_leave() -> None:
    assert linked({(1, 2), (3, 4)}, same=[(1, 3)], different=[(2, 4)]) == [[1, 3]]


def drafts() -> list[Draft]:
    return [Draft(number, "2031-05-07") for number in (1, 2)]


def test_meetings_are_joined_and_parted() -> None:
    made = drafts()
    for draft, day in zip(made, ("2031-05-06", "2031-04-02"), strict=True):
        people = [draft.person("Ingrid Solberg", "NO"), draft.person("Mateus Carvalho", "BR")]
        draft.meet(*people, on=day)
    articles = [draft.done() for draft in made]
    assert len(resolve(articles).meetings) == 2
    one = resolve(articles, Decisions(meetings=verdicts_of([((1, 0), (2, 0), True, "ana")])))
    assert len(one.meetings) == 1
    assert {link.reasons[-1] for link in one.meeting_links} == {"judged the same by ana"}


def test_a_report_without_a_date_is_joined_to_whom_it_was_judged_the_same() -> None:
    made = [Draft(1, "2031-05-07"), Draft(2, None)]
    made[0].meet(made[0].person("Ingrid Solberg", "NO"), made[0].person("Mateus Carvalho", "BR"), on="2031-05-06")
    made[1].meet(made[1].person("Siv Moen", "NO"), "SE")
    articles = [draft.done() for draft in made]
    assert len(resolve(articles).meetings) == 2
    assert len(resolve(articles, Decisions(meetings=verdicts_of([((1, 0), (2, 0), True, "ana")]))).meetings) == 1


def test_people_are_merged_parted_and_renamed() -> None:
    made = drafts()
    made[0].person("Mateus Carvalho", "BR")
    made[1].person("Matheus Carvalho", "BR")
    articles = [draft.done() for draft in made]
    mateus, matheus = (NameKey(False, f"{name} carvalho", "state", "BR") for name in ("mateus", "matheus"))
    assert len(resolve(articles).people) == 1
    assert len(resolve(articles, Decisions(people=verdicts_of([(mateus, matheus, False, "ana")]))).people) == 2
    (renamed,) = resolve(articles, Decisions(names={matheus: "Mateus de Carvalho"})).people
    assert renamed.name == "Mateus de Carvalho"
    assert set(renamed.aliases) >= {"Mateus Carvalho", "Matheus Carvalho"}


def test_a_surname_judged_to_be_somebody_is_looked_up_no_more() -> None:
    made = drafts()
    made[0].person("Mateus Carvalho", "BR")
    made[1].person("Moen", "NO")
    articles = [draft.done() for draft in made]
    full, surname = NameKey(False, "mateus carvalho", "state", "BR"), NameKey(False, "moen", "state", "NO")
    resolution = resolve(articles, Decisions(people=verdicts_of([(full, surname, True, "ana")])))
    assert [p.name for p in resolution.people] == ["Mateus Carvalho"]
    assert len(resolution.identities) == 2


@settings(deadline=None)
@given(seed=st.integers(0, 10_000), order=st.randoms(use_true_random=False))
def test_any_order_gives_the_same_rows_with_decisions(seed: int, order: random.Random) -> None:
    articles = random_articles(seed)
    reports = [(a.article_id, m.index) for a in articles for m in a.observations.meetings]
    claims = [(a.article_id, c.index) for a in articles for c in a.observations.claims]
    pairs = [[(*order.sample(keys, 2), order.random() < 0.6, "ana") for _ in range(4)] for keys in (reports, claims)]
    decisions = Decisions(meetings=verdicts_of(pairs[0]), statements=verdicts_of(pairs[1]))
    expected = resolve(articles, decisions)
    shuffled = list(articles)
    order.shuffle(shuffled)
    assert resolve(shuffled, decisions) == expected
    meeting_of = {(x.article_id, x.meeting_index): x.meeting_id for x in expected.meeting_links}
    assert all(meeting_of[a] == meeting_of[b] for a, b in decisions.meetings.same)
    united = decisions.meetings.united
    assert all(meeting_of[a] != meeting_of[b] for a, b in decisions.meetings.different if united(a, b) is None)
