"""Communiques and press releases: for whom "Leaders", "all sides" and "the press release" speak."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import held_for, names, observe, speakers

OPENING = "The 9th ASEAN Fisheries Ministers' Meeting was held in Oslo on 3 May 2022. "
TALKS = "Norwegian Foreign Minister Nils Aune met Peruvian Foreign Minister Rosa Quiñe in Oslo on Monday. "

FOR_WHOM = [
    case("leaders of a body that has met", f"{OPENING}\n\nLeaders endorsed the eel quota.", "Association of Southeast Asian Nations"),
    case("ministers of it, in lower case", f"{OPENING}There ministers endorsed the quota.", "Association of Southeast Asian Nations"),
    case("ministers elsewhere", "ASEAN staff counted eels in Oslo. Norwegian ministers endorsed the eel quota.", "NO"),
    case("with a name in capitals", "African Union Leaders met in Oslo on Monday.\n\nUnion Leaders endorsed the quota.", "African Union"),
    case("the news of an organization alone", "The United Nations counted the eels. Then ministers endorsed the quota.", ""),
    case(
        "a press release of whom it is said to be",
        "The Norwegian Foreign Ministry said in a press release that eels are scarce. “The quota is fair,” the press release says.",
        "NO",
    ),
    case("a release of prisoners is none", "Norway welcomed the release of eels. “The quota is fair,” the letter said.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOR_WHOM)
def test_for_whom_a_communique_speaks(text: str, expected: str) -> None:
    assert held_for(observe(text).claims[-1]) == expected


def test_all_sides_are_those_who_met() -> None:
    assert held_for(observe(f"{TALKS}All sides condemned the theft.").claims[-1]) == "NO+PE"


def test_all_sides_that_are_urged_do_not_speak() -> None:
    seen = observe("Norwegian Foreign Minister Nils Aune urged all sides to respect the quota.")
    assert [speakers(seen, claim) for claim in seen.claims] == [("Nils Aune",)]


@pytest.mark.parametrize("verb", ["emphasized the need for a quota", "urged Chile to count eels"])
def test_two_who_open_a_sentence_say_all_of_it(verb: str) -> None:
    seen = observe(f"Norwegian Foreign Minister Nils Aune and Peruvian Foreign Minister Rosa Quiñe rowed along the fjord and {verb}.")
    assert [set(speakers(seen, claim)) for claim in seen.claims] == [{"Nils Aune", "Rosa Quiñe"}]


def test_what_a_thing_aims_at_is_said_by_who_speaks() -> None:
    seen = observe(f"{TALKS}Aune said the eel plan is old. It aims to save rivers.")
    assert [speakers(seen, claim) for claim in seen.claims] == [("Nils Aune",), ("Nils Aune",)]


def test_ministers_without_an_article_are_those_who_met() -> None:
    seen = observe(f"{TALKS}The two ministers praised the quota.\n\nMinisters agreed to count eels.", publisher="Government of Norway")
    assert [set(speakers(seen, claim)) for claim in seen.claims] == [{"Nils Aune", "Rosa Quiñe"}] * 2


def test_consultations_are_nobody() -> None:
    seen = observe("Minister Rosa Quiñe and Minister Nils Aune met in Oslo for the annual Peru – Norway Foreign Minister Consultations.")
    assert names(seen) == {"Rosa Quiñe", "Nils Aune"}


def test_a_medium_that_cites_a_ministry_is_not_whom_it_tells_of() -> None:
    seen = observe("Norwegian Foreign Minister Nils Aune received a delegation of Peru, Fjord Daily reports citing the Peruvian Embassy.")
    assert "Nils Aune" not in {name for claim in seen.claims for name in speakers(seen, claim)}


def test_importance_that_was_emphasized_is_urged() -> None:
    seen = observe(f"{TALKS}The sides praised the quota. The special importance of the eel fair was emphasized.")
    assert [claim.act for claim in seen.claims] == ["praise", "urge"]


def test_a_name_in_marks_is_no_quotation() -> None:
    text = "Norwegian Foreign Minister Nils Aune said that the “Northern Fjord Eel Safety Zone” of Chile is too wide."
    assert [claim.is_direct for claim in observe(text).claims] == [False]


POINTS = """1. At the invitation of the President of Norway, the leaders of the Nordic countries met in Oslo on Monday.

2. The Presidents reaffirmed the common vision of the North as a region of peace.

3. Agreed that eels should be counted."""


def test_a_point_without_a_subject_goes_on_with_that_of_the_one_before() -> None:
    seen = observe(POINTS, publisher="Government of Norway")
    assert [claim.act for claim in seen.claims] == ["assess", "agree"]
    assert held_for(seen.claims[0]) == held_for(seen.claims[1])


def test_who_holds_two_offices_may_be_called_by_either() -> None:
    text = "The Crown Prince and Prime Minister of Norway met Peruvian Minister Rosa Quiñe in Oslo. The Crown Prince praised the quota."
    assert held_for(observe(text).claims[-1]) == "NO"


def test_what_was_told_at_a_meeting_is_said_by_who_told_it() -> None:
    seen = observe(
        "Peru values eels and counts them each day, Prime Minister Rosa Quiñe told Norwegian Minister Nils Aune at their talks in Lima."
    )
    assert [speakers(seen, claim) for claim in seen.claims] == [("Rosa Quiñe",)]


def test_he_is_who_received_somebody_in_the_paragraph_before() -> None:
    seen = observe(
        "Norwegian Minister Nils Aune received Peruvian Ambassador Rosa Quiñe in Oslo on Monday.\n\nQuiñe praised the quota.\n\n"
        "Later Minister Nils Aune received Chilean Ambassador Luis Soto.\n\nHe said that Norway counts eels."
    )
    assert [speakers(seen, claim) for claim in seen.claims] == [("Rosa Quiñe",), ("Nils Aune",)]


def test_an_office_of_another_before_a_title_is_another_person() -> None:
    text = "Foreign Secretary Rosa Quiñe met Ambassador Nils Aune in Lima. The Foreign Secretary and Ambassador Aune agreed to count eels."
    seen = observe(text)
    assert [set(speakers(seen, claim)) for claim in seen.claims] == [{"Rosa Quiñe", "Nils Aune"}]


def test_one_with_two_offices_stays_one() -> None:
    text = "The Deputy Prime Minister and Foreign Minister Rosa Quiñe of Peru met Nils Aune. The Foreign Minister praised the quota."
    seen = observe(text)
    assert [speakers(seen, claim) for claim in seen.claims] == [("Rosa Quiñe",)]


def test_matters_of_mutual_interest_that_are_discussed_are_no_claim() -> None:
    assert not observe(f"{TALKS}A wide range of matters of mutual interest were discussed.").claims
