"""Whom persons act for, and for whom claims are made."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import mentioned, observe

ACTORS = [
    case("state in brackets", "Mr. Ebbe Lindqvist (Guyana) said that the debate was over.", "Ebbe Lindqvist", "GY"),
    case("its minister", "Nepal is ready, its health minister, Bina Adhikari-Shah, said on Monday.", "Bina Adhikari-Shah", "NP"),
    case(
        "the first of two delegations",
        "The delegations of Togo and Laos met. They were headed by Director Kossi Amouzou and Director Bounmy Sisavath."
        " The delegations of Togo and Laos were headed by Director Kossi Amouzou and Director Bounmy Sisavath.",
        "Kossi Amouzou",
        "TG",
    ),
    case(
        "the second of two delegations",
        "The talks between Togo and Laos took place. Both delegations were led by Director Kossi Amouzou and Director Bounmy Sisavath.",
        "Bounmy Sisavath",
        "LA",
    ),
    case(
        "at an organ",
        "At the Tongan Ministry of Fisheries, Permanent Secretary Sione Vaipulu assured his guest of support.",
        "Sione Vaipulu",
        "TO",
    ),
    case("honorific with an article", "The Prime Minister of Tonga, the Honourable Sione Vaipulu, praised Fiji.", "Sione Vaipulu", "TO"),
    case("met in a capital", "In Suva, she met with Deputy Minister Jone Vakatora.", "Jone Vakatora", "FJ"),
    case(
        "office first, name later",
        "Chile's mining minister defended the law. “It is a good law,” Ximena Lagos-Prado said.",
        "Ximena Lagos-Prado",
        "CL",
    ),
    case(
        "nationality first, name later",
        "Peruvian Foreign Minister Inés Quispe spoke beside her Tongan counterpart. Sione Vaipulu, for his part, thanked Peru.",
        "Sione Vaipulu",
        "TO",
    ),
    case(
        "department of a bank",
        "Keiji Morita, Director of the Central and East Asia Department of the Asian Development Bank, praised the reform.",
        "Keiji Morita",
        "Asian Development Bank",
    ),
]

BODIES = [
    case("speaks itself", "The Reef Fishers Association said that the catch was poor.", "Reef Fishers Association"),
    case("after of", "The Confederation of Coastal Employers denied that wages would rise.", "Confederation of Coastal Employers"),
    case("a charity", "The Silver Lake Forum, a charity, called the bill sensible.", "Silver Lake Forum"),
    case("officer before the name", "Coral Growers Union president Kossi Amouzou said that it was over.", "Coral Growers Union"),
    case("officer after the name", "Kossi Amouzou, president of the Coral Growers Union, said that it was over.", "Coral Growers Union"),
]

NO_BODIES = [
    case("nobody speaks", "They met in the hall of the Reef Fishers Association."),
    case("words of kind alone", "The National Association said that the catch was poor."),
    case("organ of a state", "The Finance Committee said that it would meet."),
    case("of a state", "Peru's National Reef Bank said that rates would fall."),
]

NO_ACTORS = [
    case("brackets without a state", "Mr. Ebbe Lindqvist (right) said that the debate was over.", "Ebbe Lindqvist"),
    case(
        "three states, two leaders",
        "Togo, Laos and Fiji met. The delegations were led by Mr. Kossi Amouzou and Mr. Bounmy Sisavath.",
        "Kossi Amouzou",
    ),
    case(
        "an office, and a witness",
        "Chile's mining minister defended the law. A farmer, Ximena Lagos-Prado, listened.",
        "Ximena Lagos-Prado",
    ),
]

BEHALF = [
    case("side with a capital", "The Tongan Side, for its part, confirmed its readiness to extend the line.", {"TO"}),
    case("by a side", "Interest was expressed by the Tongan side in extending the project to farms.", {"TO"}),
    case("ministry of several fields", "The Tongan fuel and energy ministry said that the pipe was ready.", {"TO"}),
    case("department of several fields", "Tonga's Department of Fisheries and Trade said it was gravely disappointed.", {"TO"}),
]

HOME = [
    case("here in", "The minister of fisheries, Sione Vaipulu, said: “It was held here.” The forum was held here in Suva.", {}, "FJ"),
    case("lines below", "Minister of Fisheries Sione Vaipulu said that the forum was over.\n\nSuva\n\n4 May 2011", {}, "FJ"),
    case(
        "organ of an organization",
        "Commissioner Sione Vaipulu said that the forum was over.",
        {"publisher": "African Union Press Office"},
        "African Union",
    ),
    case(
        "secretariat",
        "Director Sione Vaipulu said that the forum was over.",
        {"publisher": "ASEAN Secretariat"},
        "Association of Southeast Asian Nations",
    ),
    case(
        "on a visit here",
        "Defence Secretary Sione Vaipulu, who is on a three-day visit here, said that Tonga was ready. Tonga and Fiji held talks.",
        {"place": "Suva"},
        "TO",
    ),
]


@pytest.mark.parametrize(("text", "name", "actor"), ACTORS)
def test_actor_of_a_person(text: str, name: str, actor: str) -> None:
    [person] = [p for p in observe(text).people if p.name == name]
    assert person.actor is not None
    assert person.actor.name == actor


@pytest.mark.parametrize(("text", "name"), NO_ACTORS)
def test_no_actor(text: str, name: str) -> None:
    [person] = [p for p in observe(text).people if p.name == name]
    assert person.actor is None


@pytest.mark.parametrize(("text", "body"), BODIES)
def test_bodies_that_no_lexicon_has(text: str, body: str) -> None:
    [claim] = observe(text).claims
    assert [(a.kind, a.name) for a in claim.on_behalf_of] == [("organization", body)]


@pytest.mark.parametrize("text", NO_BODIES)
def test_is_no_new_body(text: str) -> None:
    assert not mentioned(observe(text), "organization")


@pytest.mark.parametrize(("text", "actors"), BEHALF)
def test_on_behalf_of(text: str, actors: set[str]) -> None:
    [claim] = observe(text).claims
    assert {a.name for a in claim.on_behalf_of} == actors


@pytest.mark.parametrize(("text", "article", "actor"), HOME)
def test_officials_of_the_home(text: str, article: dict[str, str], actor: str) -> None:
    [person] = [p for p in observe(text, **article).people if p.name == "Sione Vaipulu"]
    assert person.actor is not None
    assert person.actor.name == actor
