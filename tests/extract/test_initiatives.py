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
    case("programme of a state", "Officials were trained under the Peru Housing Programme.", "Peru Housing Programme"),
    case("initiative", "Oman presented the Quiet Lanterns Initiative.", "Quiet Lanterns Initiative"),
    case("programme", "Ghana presented the Steppe Kite Programme.", "Steppe Kite Programme"),
    case("for inside the name", "Ghana presented the Initiative for Cleaner Harbours in 2019.", "Initiative for Cleaner Harbours"),
    case("to inside the name", "Ghana presented the Sand to Glass Initiative.", "Sand to Glass Initiative"),
    case("noun first, and a list", "Peru signed the Pact for Quiet Seas and Clear Skies.", "Pact for Quiet Seas and Clear Skies"),
    case("noun first, of a class noun", "Peru recalled the Declaration of Principles.", "Declaration of Principles"),
    case("another name after and", "Peru recalled the Charter of Tacna and later events.", "Charter of Tacna"),
    case("year after the noun", "Fiji presented Vision 2041 in Suva.", "Vision 2041"),
    case("year of something", "Fiji announced the Year of the Reef.", "Year of the Reef"),
    case("place and noun in lower case", "The ministers praised the Windhoek process on migration.", "Windhoek process"),
    case("places of a pipeline", "Work on the Tacna-Arica gas pipeline goes on.", "Tacna-Arica gas pipeline"),
    case("a genitive in the owner's name", "The 5th Session of the Peace Pact for Peru's Lakes met.", "Pact for Peru's Lakes"),
    case("a dash in the owner's name", "The 5th meeting of the Peru – Chile Fish Committee in Lima ended.", "Peru – Chile Fish Committee"),
    case("called after a person", "Kofi Annan spoke. Peru rejected the Annan plan.", "Annan plan"),
    case("words of kind alone", "They signed the Comprehensive Peace Agreement.", "Comprehensive Peace Agreement"),
    case("two class nouns", "They opened the Fijian National Dialogue Congress.", "National Dialogue Congress"),
    case("capitalised preposition after it", "They signed the Labour Mobility Treaty Between Peru and Chile.", "Labour Mobility Treaty"),
    case("organization holds it", "She attended the ASEAN ministerial meeting.", "ASEAN ministerial meeting"),
    case("organization in its name", "She attended the Commonwealth Finance Leaders Meeting.", "Commonwealth Finance Leaders Meeting"),
    case("organization of a pair", "They ended the ASEAN-Peru Free Trade Agreement negotiations.", "ASEAN-Peru Free Trade Agreement"),
    case("joint commission", "The Joint Fisheries Commission met.", "Joint Fisheries Commission"),
    case("commission of a pair", "The Peruvian-Chilean Commission for Trade met.", "Peruvian-Chilean Commission for Trade"),
    case("free zone", "They praised the Andean Nuclear-Weapon-Free Zone.", "Nuclear-Weapon-Free Zone"),
    case("founded", "He proposed to establish the Two Lagoons Academy.", "Two Lagoons Academy"),
    case("counted", "She travelled to COP41.", "COP41"),
    case("counted with a space", "She travelled to COP 41.", "COP41"),
    case("strategic partnership of a field", "They agreed on a strategic water partnership.", "strategic water partnership"),
    case("privileged partnership", "They praised their privileged partnership.", "privileged partnership"),
    case("owner of a plan", "Fiji rejected the Chilean peace plan.", "Chilean peace plan"),
    case("owner with a genitive", "Fiji rejected Norway's ceasefire proposal.", "Norway's ceasefire proposal"),
    case(
        "author of a plan", "Fiji rejected the peace plan put forward by the African Union.", "peace plan put forward by the African Union"
    ),
    case("quoted after the noun", "Oman presented the project “Harbour of Birds” in Sohar.", "Harbour of Birds"),
    case("called", "Oman launched an initiative called Harbour of Birds.", "Harbour of Birds"),
    case("dubbed, with marks", 'Oman launched a programme, dubbed "Birds for All", in Sohar.', "Birds for All"),
    case("and inside the name", "Peru presented the Salt and Honey Corridor.", "Salt and Honey Corridor"),
    case("pair of states", "They inspected the Peru-Chile railway.", "Peru-Chile railway"),
    case("quoted", "Oman presented the “Harbour of Birds” initiative.", "Harbour of Birds"),
    case("Roman ordinal", "They opened the XIV Meeting of the Eel Committee.", "XIV Meeting of the Eel Committee"),
    case(
        "between two",
        "They signed a free trade agreement between Tonga and the European Union.",
        "European Union-Tonga free trade agreement",
    ),
    case("dialogue between two", "They opened a strategic dialogue between Fiji and Tonga.", "Fiji-Tonga strategic dialogue"),
    case("contact group", "They met in the Trilateral Contact Group.", "Trilateral Contact Group"),
    case("genitive in a field", "They praised the Compact for Oceania's Recovery.", "Compact for Oceania's Recovery"),
    case("several stages", "Fiji rejected the three-stage ceasefire plan.", "three-stage ceasefire plan"),
    case("points in figures", "Fiji praised the 14-point reef initiative and a 14-point peace roadmap.", "14-point peace roadmap"),
    case(
        "hyphen inside a word", "They signed the Treaty of Friendship and Co-operation in Tonga.", "Treaty of Friendship and Co-operation"
    ),
    case("numbered by Roman figures", "They recalled the Tacna Concord II.", "Tacna Concord II"),
    case("council to be founded", "He proposed creating the Permanent Council of Lagoon States.", "Permanent Council of Lagoon States"),
    case("two class nouns of a pair", "They praised the Peru-Chile Ministerial Consultations.", "Peru-Chile Ministerial Consultations"),
    case("quoted, the noun described", 'Oman launched the "Quiet Harbour" national programme.', "Quiet Harbour programme"),
    case(
        "twenty-first", "They held the Twenty-First Regular Session of the Eel Council.", "Twenty-First Regular Session of the Eel Council"
    ),
    case(
        "whole name of an organization", "He opened the 6th Summit of the League of Arab States.", "6th Summit of the League of Arab States"
    ),
    case("hyphen before the noun", "They praised the Andean Co-operation Programme.", "Andean Co-operation Programme"),
    case(
        "hyphen in the body's name",
        "They opened the 5th summit of the Inter-Lagoon Co-operation Union.",
        "5th summit of the Inter-Lagoon Co-operation Union",
    ),
    case(
        "bracket and genitive in a counted meeting",
        "They went to the 9th Heron-Lagoon Cooperation (HLC) Foreign Ministers' Meeting in Lima.",
        "9th Heron-Lagoon Cooperation (HLC) Foreign Ministers' Meeting",
    ),
    case("friends of a state", "The Friends of Tonga group met.", "Friends of Tonga"),
    case("power plant", "They toured the Quiroga nuclear power plant.", "Quiroga nuclear power plant"),
    case("cascade", "They toured the Upper Quiroga cascade.", "Upper Quiroga cascade"),
    case(
        "a level inside an agreement",
        "They praised the EU-Fiji Partnership and Fishing Agreement.",
        "EU-Fiji Partnership and Fishing Agreement",
    ),
    case("and inside a pair's treaty", "They signed the Peru-Chile Friendship and Trade Treaty.", "Peru-Chile Friendship and Trade Treaty"),
    case("quoted after of", "Oman explained the concept of “One Reef, One Harbour”.", "One Reef, One Harbour"),
    case("in apposition without marks", "He presented the programme Reefs Without Nets, which Fiji joined.", "Reefs Without Nets"),
    case("forum", "The envoys opened the Second Andean Puppet Forum.", "Andean Puppet Forum"),
]

NONE = [
    case("plain noun", "The initiative of the baker pleased the mayor."),
    case("lower case", "The plan to paint the bridge failed."),
    case("one word", "The Programme began at noon."),
    case("hotel", "They slept at the Amber Bridge Hotel."),
    case("charity", "The Silver Lake Forum, a private charity, met in Oslo."),
    case("department", "The Department for Trade and Partnership closed."),
    case("street", "They met at the Elm Street Forum."),
    case("dateline", "LIMA – Talks on the dam failed."),
    case("body of many states", "The Intergovernmental Oceanographic Commission met."),
    case("institution", "They met at the Johnson Marine Center."),
    case("calendar", "Last Year was dry."),
    case("relationship", "They praised the Peru-Chile bilateral relationship."),
    case("agenda", "They spoke of the Peruvian-Chilean agenda."),
    case("quoted speech", 'Peru said of the plan: "Never." The plan "is dead", it added.'),
    case("a zone that is not free", "They entered the Northern Harbour Zone."),
    case("owner without a plan of peace", "They rejected the Chilean tax plan."),
    case("a council that is there", "The City Council met in Lima."),
    case("a regular meeting", "He recalled another Regular Meeting in Lima."),
    case("several parts of what is no plan", "It was a two-part series in a 5-point font."),
    case("between two, of no field", "They signed a bilateral agreement between Fiji and Tonga, an agreement between Fiji and Tonga."),
    case(
        "an officer's field",
        "Ana Rojas, High Representative for Foreign Affairs and Security Policy, met the Special Envoy for the Andes Peace Process.",
    ),
    case("an ordinal alone", "Peru spoke at the Ninth Meeting."),
    case("an aside in brackets", "She was at the fourth (and last) meeting in Lima."),
    case("between ministries", "They spoke of Peru-Chile inter-ministerial cooperation."),
    case("a factory", "They toured the Quiroga cement plant and the Salto railway station."),
    case("somebody's friends", "Friends of Tonga and friends of Ana Rojas sang."),
    case("what a statement is about", "They adopted the Harbour Statement on Partnership for Clean Seas."),
    case("numbered words of kind", "They adopted Work Plan III."),
    case("whose plan it is", "They read the plan Northern Ferries wants and the plan Ana Rojas presented."),
    case("one word after of", "The plan of “Juan” failed."),
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


def test_two_quoted_names_share_a_plural_noun() -> None:
    seen = observe("Oman explained its “Harbour of Birds” and “Clear Reef” policies.")
    assert mentioned(seen, "initiative") == {"Harbour of Birds policy", "Clear Reef policy"}


def test_an_acronym_is_its_initiative() -> None:
    seen = observe("Peru praised the Clean Rivers Pact (CRP). Chile left the CRP.")
    assert [i.name for i in seen.initiatives] == ["Clean Rivers Pact"]
    assert sum(m.kind == "initiative" for m in seen.mentions) == 2


def test_an_acronym_of_a_known_initiative_is_it() -> None:
    seen = observe("Iceland praised the Northern Dimension (ND). Iceland supports the ND.")
    assert [claim.initiatives for claim in seen.claims] == [("Northern Dimension",)] * 2


@pytest.mark.parametrize(("state", "name"), [("Kenyan", "Vision 2030"), ("Saudi", "Saudi Vision 2030")])
def test_a_dated_strategy_is_of_a_state_that_the_text_names(state: str, name: str) -> None:
    assert mentioned(observe(f"The {state} minister praised Vision 2030."), "initiative") == {name}


def test_a_claim_names_the_initiatives_inside_it() -> None:
    seen = observe(
        "Nepali President Bishal Thapaliya said that Nepal supports the Global Development Initiative. The Paris Agreement is old."
    )
    assert [c.initiatives for c in seen.claims] == [("Global Development Initiative",)]


def test_known_initiatives_bring_their_proposers() -> None:
    [initiative] = observe("Nepal praised the Global Development Initiative.").initiatives
    assert [a.name for a in initiative.proposers] == ["CN"]
