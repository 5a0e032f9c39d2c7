"""Who is who across articles."""

from __future__ import annotations

from typing import Any

import pytest

from etl.keys import stable_id
from etl.resolve import Resolution, resolve
from etl.resolve.names import begin_alike, fold, same_name, skeleton

from .builders import Draft

# Each case: references (name, actor, keywords), one per article; expected: which of them are one person (groups of positions).
Reference = tuple[str | None, str | None, dict[str, Any]]
CASES: list[tuple[str, list[Reference], list[set[int]]]] = [
    ("same name, same actor", [("Ilse Vandermeer", "NL", {}), ("Ilse Vandermeer", "NL", {})], [{0, 1}]),
    ("accents and honorific", [("Tomáš Dvořák", "CZ", {}), ("Dr. Tomas Dvorak", "CZ", {})], [{0, 1}]),
    ("transliteration", [("Oleksiy Zhadanov", "UA", {}), ("Oleksii Jadanov", "UA", {})], [{0, 1}]),
    ("a hard c", [("Victor Moldovan", "RO", {}), ("Viktor Moldovan", "RO", {})], [{0, 1}]),
    ("an initial of two letters", [("Ts. Ganzorig", "MN", {}), ("Tserendorj Ganzorig", "MN", {})], [{0, 1}]),
    ("two letters that are a name", [("Yu Ganzorig", "MN", {}), ("Yundendorj Ganzorig", "MN", {})], [{0}, {1}]),
    ("a particle written apart", [("Karim Ben Hadda", "TN", {}), ("Kareem Benhaddah", "TN", {})], [{0, 1}]),
    ("particles before two names", [("Karim Ben Saleh", "TN", {}), ("Karim Bensalem", "TN", {})], [{0}, {1}]),
    ("name order", [("Tanaka Haruto", "JP", {}), ("Haruto Tanaka", "JP", {})], [{0, 1}]),
    ("middle name", [("Maria Clara Azevedo", "BR", {}), ("Maria Azevedo", "BR", {})], [{0, 1}]),
    ("initial", [("J. Okonkwo-Bell", "GH", {}), ("Joseph Okonkwo-Bell", "GH", {})], [{0, 1}]),
    ("namesakes of two actors", [("Pedro Lima", "BR", {}), ("Pedro Lima", "PT", {})], [{0}, {1}]),
    ("brother and sister", [("Ivan Kolarov", "BG", {"gender": "m"}), ("Ivana Kolarova", "BG", {"gender": "f"})], [{0}, {1}]),
    ("other given name", [("Anders Holm", "DK", {}), ("Jesper Holm", "DK", {})], [{0}, {1}]),
    ("actor unknown, one namesake", [("Lars Ekdahl", "SE", {}), ("Lars Ekdahl", None, {})], [{0, 1}]),
    ("actor unknown, two namesakes", [("Pedro Lima", "BR", {}), ("Pedro Lima", "PT", {}), ("Pedro Lima", None, {})], [{0}, {1}, {2}]),
    ("state and its ministry", [("Mina Aryal", "NP", {}), ("Mina Aryal", "Ministry of Water of Nepal", {})], [{0, 1}]),
    ("variant of a lexicon name", [("Sunita Aryal", "NP", {"known_by": "name"}), ("Suneeta Aryal", "NP", {})], [{0, 1}]),
    ("two lexicon names", [("Ana Sousa", "PT", {"known_by": "name"}), ("Anna Souza", "PT", {"known_by": "name"})], [{0}, {1}]),
    ("surname of one", [("Bolormaa Ganzorig", "MN", {}), ("Ganzorig", "MN", {})], [{0, 1}]),
    ("surname of two", [("Petr Novak", "CZ", {}), ("Jana Novak", "CZ", {}), ("Novak", "CZ", {})], [{0}, {1}, {2}]),
    ("surname, other actor", [("Petr Novak", "CZ", {}), ("Novak", "SI", {})], [{0}, {1}]),
    ("surname, gender decides",
     [("Petr Novak", "CZ", {"gender": "m"}), ("Jana Novak", "CZ", {"gender": "f"}), ("Novak", "CZ", {"gender": "f"})],
     [{0}, {1, 2}]),
]  # fmt: skip


def groups(resolution: Resolution) -> list[set[int]]:
    found: dict[int, set[int]] = {}
    for identity in resolution.identities:
        found.setdefault(identity.person_id, set()).add(identity.article_id)
    return sorted(found.values(), key=min)


@pytest.mark.parametrize(("references", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_references_of_one_person_join(references: list[Reference], expected: list[set[int]]) -> None:
    articles = []
    for position, (name, actor, more) in enumerate(references):
        draft = Draft(position)
        draft.person(name, actor, **more)
        articles.append(draft.done())
    assert groups(resolve(articles)) == expected


def test_a_surname_is_not_joined_after_sixty_days() -> None:
    full, soon, late = Draft(1, "2031-01-10"), Draft(2, "2031-03-01"), Draft(3, "2031-06-01")
    full.person("Bolormaa Ganzorig", "MN")
    soon.person("Ganzorig", "MN")
    late.person("Ganzorig", "MN")
    assert groups(resolve([full.done(), soon.done(), late.done()])) == [{1, 2}, {3}]


def test_an_office_means_its_only_holder_and_says_so() -> None:
    named, unnamed = Draft(1, "2031-02-01"), Draft(2, "2031-02-20")
    named.person("Rosalind Achterberg", "NL", title="prime minister")
    unnamed.person(None, "NL", title="Prime Minister")
    (first, second) = resolve([named.done(), unnamed.done()]).identities
    assert second.person_id == first.person_id
    assert second.score == 0.5
    assert "only Prime Minister of NL" in second.reason


@pytest.mark.parametrize(
    ("title", "holders", "published"),
    [
        ("foreign minister", ["Ada Quist", "Bo Rask"], "2031-02-20"),
        ("foreign minister", ["Ada Quist"], "2031-09-20"),
        ("spokesperson", ["Ada Quist"], "2031-02-20"),
        ("foreign minister", [], "2031-02-20"),
    ],
    ids=["two holders", "too late", "a title of many", "nobody"],
)
def test_an_office_means_nobody_when_it_is_not_certain(title: str, holders: list[str], published: str) -> None:
    unnamed = Draft(9, published)
    unnamed.person(None, "DK", title=title)
    articles = [unnamed.done()]
    for number, name in enumerate(holders):
        draft = Draft(number, "2031-02-01")
        draft.person(name, "DK", title=title)
        articles.append(draft.done())
    assert 9 not in {identity.article_id for identity in resolve(articles).identities}


@pytest.mark.parametrize(("of_holder", "of_unnamed"), [(None, "2031-02-20"), ("2031-02-01", None), (None, None)])
def test_an_article_without_a_day_tells_nobodys_office(of_holder: str | None, of_unnamed: str | None) -> None:
    named, unnamed = Draft(1, of_holder), Draft(2, of_unnamed)
    named.person("Ada Quist", "DK", title="foreign minister")
    unnamed.person(None, "DK", title="foreign minister")
    assert {identity.article_id for identity in resolve([named.done(), unnamed.done()]).identities} == {1}


def test_keys_names_and_aliases() -> None:
    first, second = Draft(1), Draft(2)
    first.person("Sunita Aryal", "NP", known_by="name", surfaces=["President Sunita Aryal", "Aryal", "the Nepalese president"])
    second.person("Suneeta Aryal", "NP", gender="f")
    second.person("Orsolya Fekete", "HU")
    resolution = resolve([first.done(), second.done()])
    people = {p.name: p for p in resolution.people}
    known, provisional = people["Sunita Aryal"], people["Orsolya Fekete"]
    assert known.person_id == stable_id("person", "Sunita Aryal")
    assert (known.provisional, known.gender, known.family, known.aliases) == (False, "f", "aryal", ("Aryal", "Suneeta Aryal"))
    assert provisional.person_id == stable_id("person", "orsolya fekete", "HU")
    assert provisional.provisional


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Yevgeny Malinin", "Evgenii Malinin", True),
        ("Muhammad Rahimov", "Mohammed Rakhimov", True),
        ("Kim Do-yun", "Kim Doyun", True),
        ("Li Wei", "Li Wen", False),
        ("Ivan Kovalev", "Ivan Kovalenko", False),
        ("Anna Berg", "Hans Berg", False),
        ("Berg", "Anna Berg", False),
    ],
)
def test_names(a: str, b: str, same: bool) -> None:
    assert (same_name(a, b) >= 0.84) is same
    assert same_name(a, b) == same_name(b, a)
    assert begin_alike(a, b) >= same


def test_names_of_one_block_begin_alike_or_are_passed_over() -> None:
    assert not begin_alike("Nguyen Van Thang", "Nguyen Van Dung")
    assert begin_alike("Nguyen Van Thang", "Nguyen Thang")
    assert begin_alike("Abd Alrahman Saleh", "Abdal Rahman Saleh")


def test_folding() -> None:
    assert fold("Bekzod  O‘rinov-Şen, Đặng") == "bekzod orinovsen dang"
    assert skeleton("zhakov") == skeleton("jakov")
