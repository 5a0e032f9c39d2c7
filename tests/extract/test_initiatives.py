"""Initiatives: known by the lexicon, or new and recognised by their form."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import mentioned, observe

KNOWN = [
    case("full name", "Nepal praised the Belt and Road Initiative.", {"Belt and Road Initiative"}),
    case("two forms are one", "The Belt and Road Initiative (BRI) is old; the BRI is long.", {"Belt and Road Initiative"}),
    case("short form without the article", "Nepal joined Belt and Road cooperation.", {"Belt and Road Initiative"}),
    case("principle", "Tonga adheres to the one-China principle.", {"One-China principle"}),
    case("policy", "Tonga follows the one-China policy.", {"One-China principle"}),
    case("agreement", "Fiji kept to the Paris Agreement.", {"Paris Agreement"}),
    case("agenda", "Fiji kept to the 2030 Agenda for Sustainable Development.", {"2030 Agenda for Sustainable Development"}),
    case("two in one sentence", "Nepal praised the Global Development Initiative and the Global Security Initiative.", {
        "Global Development Initiative",
        "Global Security Initiative",
    }),
    case("shared head", "Nepal praised the Global Development and Global Security Initiatives.", {
        "Global Development Initiative",
        "Global Security Initiative",
    }, wrong="neither is found"),
]  # fmt: skip

NEW = [
    case("initiative", "Oman presented the Quiet Lanterns Initiative.", "Quiet Lanterns Initiative"),
    case("programme", "Ghana presented the Steppe Kite Programme.", "Steppe Kite Programme"),
    case(
        "for inside the name",
        "Ghana presented the Initiative for Cleaner Harbours in 2019.",
        "Initiative for Cleaner Harbours",
        wrong="nothing is found",
    ),
    case("and inside the name", "Peru presented the Salt and Honey Corridor.", "Salt and Honey Corridor"),
    case("pair of states", "They inspected the Peru-Chile railway.", "Peru-Chile railway"),
    case("quoted", "Oman presented the “Harbour of Birds” initiative.", "Harbour of Birds", wrong="nothing is found"),
    case("forum", "The envoys opened the Second Andean Puppet Forum.", "Andean Puppet Forum"),
]

NONE = [
    case("plain noun", "The initiative of the baker pleased the mayor."),
    case("lower case", "The plan to paint the bridge failed."),
    case("one word", "The Programme began at noon."),
    case("hotel", "They slept at the Amber Bridge Hotel.", wrong="Amber Bridge is found"),
    case("taking the initiative", "Peru took the initiative and painted the bridge."),
]


@pytest.mark.parametrize(("text", "expected"), KNOWN)
def test_known_initiatives(text: str, expected: set[str]) -> None:
    seen = observe(text)
    assert mentioned(seen, "initiative") == expected
    assert all(i.known for i in seen.initiatives)


@pytest.mark.parametrize(("text", "expected"), NEW)
def test_new_initiatives(text: str, expected: str) -> None:
    seen = observe(text)
    [initiative] = seen.initiatives
    assert expected in initiative.name
    assert not initiative.known


@pytest.mark.parametrize("text", NONE)
def test_is_no_initiative(text: str) -> None:
    assert observe(text).initiatives == ()


def test_a_claim_names_the_initiatives_inside_it() -> None:
    seen = observe(
        "Nepali President Bishal Thapaliya said that Nepal supports the Global Development Initiative. The Paris Agreement is old."
    )
    assert [c.initiatives for c in seen.claims] == [("Global Development Initiative",)]


def test_known_initiatives_bring_their_proposers() -> None:
    [initiative] = observe("Nepal praised the Global Development Initiative.").initiatives
    assert [a.name for a in initiative.proposers] == ["CN"]
