"""States, organizations and places that a text names, and names that only look like them."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import mentioned, observe

STATES = [
    case("name", "Rain fell on Estonia and on Peru.", {"EE", "PE"}),
    case("demonym", "A Chilean baker met a Kenyan cook.", {"CL", "KE"}),
    case("plural demonym", "Norwegians and Bolivians like soup.", {"NO", "BO"}),
    case("possessive", "Ghana’s pier and Fiji's pier are wet.", {"GH", "FJ"}),
    case("side", "The Uzbek side sent melons to the Lao side.", {"UZ", "LA"}),
    case("with the article", "The ferry links the Maldives and the Philippines to nobody in the Netherlands.", {"MV", "NL", "PH"}),
    case("long name", "The Republic of Korea and the Kingdom of Tonga share a stamp.", {"KR", "TO"}),
    case("accents", "A boat sailed from Türkiye to Côte d’Ivoire.", {"TR", "CI"}),
    case("older and newer spelling", "Turkey and Czechia play chess; so do Eswatini and Cabo Verde.", {"TR", "CZ", "SZ", "CV"}),
    case("abbreviation", "The U.S. and the UAE sent lanterns; so did the UK.", {"US", "AE", "GB"}),
    case("capital letters of a dateline", "NAIROBI — Kenya planted trees.", {"KE"}),
    case("hyphenated pair", "The Peru-Chile bridge is painted green.", {"PE", "CL"}),
    case("hyphenated demonym", "A Chilean-Peruvian choir sang in Malta.", {"CL", "PE", "MT"}),
    case("inside an organization", "The Bank of Ghana closed early.", {"GH"}),
    case("inside an initiative", "They spoke of the one-China principle.", {"CN"}, wrong="no state is named"),
    case("North and South", "South Sudan and North Macedonia exchanged maps.", {"SS", "MK"}),
    case("Guinea's neighbours", "Guinea-Bissau, Equatorial Guinea and Papua New Guinea exchanged maps.", {"GW", "GQ", "PG"}),
    case("two Congos", "The Democratic Republic of the Congo has a longer coast road than the Republic of the Congo.", {"CD", "CG"}),
    case("Georgia with its capital", "In Tbilisi, Georgia signed for the lanterns.", {"GE"}),
]

NOT_STATES = [
    case("New Mexico", "The potters came from New Mexico.", set()),
    case("Indian Ocean", "The buoys drift in the Indian Ocean.", set()),
    case("South China Sea", "The buoys drift in the South China Sea.", set()),
    case("Gulf of Guinea", "The buoys drift in the Gulf of Guinea.", set()),
    case("Lake Chad", "Herons nest at Lake Chad.", set()),
    case("New Jersey", "The potters came from New Jersey.", set()),
    case("turkey", "They ate a turkey and drank from fine china.", set()),
    case("person named Jordan", "Coach Michael Jordan Pell polished the cup.", set(), wrong="JO is named"),
    case("person named Chad", "Chad Wexley said that the cup was tin.", set(), wrong="TD is named"),
    case("Georgia beside Atlanta", "The potters came from Atlanta, Georgia.", set(), wrong="GE is named"),
    case("capital as a place", "The potters met in Lima and flew to Helsinki.", set()),
    case("capital after a preposition of direction", "The letter was sent to Canberra by boat.", set()),
    case("American Samoa is itself", "The potters came from American Samoa.", {"AS"}),
    case("Northern Ireland is not Ireland", "The potters came from Northern Ireland.", set()),
]

METONYMS = [
    case("capital that says", "Helsinki said that the lantern was never lost.", {"FI"}),
    case("capital that is willing", "Nairobi is ready to lend the drums.", {"KE"}),
    case("capital that urges another", "Lima urged Santiago to return the bell.", {"PE"}),
]

ORGANIZATIONS = [
    case("acronym", "The buoy belongs to ASEAN.", {"Association of Southeast Asian Nations"}),
    case("full name", "The buoy belongs to the European Union.", {"European Union"}),
    case("both are one", "The World Health Organization (WHO) bought soap. WHO likes soap.", {"World Health Organization"}),
    case("who in lower case", "The man who bought soap is happy.", set()),
]

PLACES = [
    case("city", "The potters rested in Valparaiso.", "Valparaiso"),
    case("capital", "The potters rested in Tallinn.", "Tallinn"),
]


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_states(text: str, expected: set[str]) -> None:
    assert mentioned(observe(text), "state") == expected


@pytest.mark.parametrize(("text", "expected"), NOT_STATES)
def test_names_that_hold_a_state_and_are_none(text: str, expected: set[str]) -> None:
    assert mentioned(observe(text), "state") == expected


@pytest.mark.parametrize(("text", "expected"), METONYMS)
def test_capital_stands_for_its_state_where_it_speaks(text: str, expected: set[str]) -> None:
    assert mentioned(observe(text), "state") == expected


@pytest.mark.parametrize(("text", "expected"), ORGANIZATIONS)
def test_organizations(text: str, expected: set[str]) -> None:
    assert mentioned(observe(text), "organization") == expected


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places(text: str, expected: str) -> None:
    assert expected in mentioned(observe(text), "place")


def test_a_mention_shows_its_own_words() -> None:
    text = "Rain fell on Côte d’Ivoire."
    [mention] = [m for m in observe(text).mentions if m.kind == "state"]
    assert text[mention.span.start : mention.span.end] == mention.surface == "Côte d’Ivoire"
