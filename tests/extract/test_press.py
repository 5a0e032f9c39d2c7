"""Who says what as parliaments, parties and press offices are reported: titles of several names, joined verbs, statements set apart."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import attributed, observe, speakers, spoken

WHIP = "Senate Minority Whip Wanda Plessis"

QUOTED = [
    case("title that opens with a body", f"“The pier is a scandal,” {WHIP} said.", "Wanda Plessis"),
    case("party and seat in brackets", f"“The pier is a scandal,” {WHIP} (D-N.Y.) said on the floor.", "Wanda Plessis"),
    case("party and seat after a comma", f"“The pier is a scandal,” {WHIP}, D-Ill., said in a statement.", "Wanda Plessis"),
    case("title in small letters", "“The pier is a scandal,” harbour service spokeswoman Wanda Plessis said.", "Wanda Plessis"),
    case("whose spokeswoman", "“The pier is a scandal,” Latvia's harbour service spokeswoman Wanda Plessis said.", "Wanda Plessis"),
    case("a verb that is none of saying", "“The pier is a scandal,” harbour minister Wanda Plessis shrugged.", "Wanda Plessis"),
    case("such a verb first", "“The pier is a scandal,” thundered harbour chief Wanda Plessis.", "Wanda Plessis"),
    case("quoted by an agency", "“The pier is a scandal,” the state-run Gull news agency quoted Plessis as saying on Monday.", "Plessis"),
]

CONTENTS = [
    case(
        "a participle after a clause that reports nothing",
        "Opposition parties left the hall, saying the vote was a farce.",
        [("Opposition parties", "the vote was a farce")],
    ),
    case(
        "a participle after the marks of a quotation",
        "Wanda Plessis, an otter keeper, called the pier “a scandal,” adding that the gulls deserve better.",
        [("Wanda Plessis", "the pier “a scandal"), ("Wanda Plessis", "the gulls deserve better")],
    ),
    case(
        "who warns in a phrase with “with”",
        "The house was divided, with fishermen warning of a flood and councillors insisting that the pier would hold.",
        [("fishermen", "a flood"), ("councillors", "the pier would hold")],
    ),
    case(
        "but in another form",
        "Wanda Plessis has refused to name the cooks but says they are safe.",
        [("Wanda Plessis", "to name the cooks"), ("Wanda Plessis", "they are safe")],
    ),
    case(
        "but with an auxiliary",
        "Wanda Plessis insists the pier will open, but has declined to say when.",
        [("Wanda Plessis", "the pier will open"), ("Wanda Plessis", "to say when")],
    ),
    case(
        "within dashes that are hyphens",
        "Wanda Plessis - who came to the pier in May - accused the cooks of sleeping.",
        [("Wanda Plessis", "the cooks of sleeping")],
    ),
    case(
        "an adjective with its phrase",
        "The harbour council, wary of the gulls, said that the pier would close.",
        [("The harbour council", "the pier would close")],
    ),
    case(
        "what it is called comes first",
        "Wanda Plessis dismissed as “absurd” claims that the pier would sink.",
        [("Wanda Plessis", "as “absurd” claims that the pier would sink")],
    ),
    case(
        "by the other members",
        "The complaint of the cooks was dismissed by the harbour council as a stunt.",
        [("the harbour council", "The complaint of the cooks was dismissed by the harbour council as a stunt")],
    ),
    case(
        "after a phrase in front, joined to an infinitive",
        "Back in Lima, Senator Wanda Plessis, D-Ohio, rose to condemn the vote and claimed the cooks were asleep.",
        [("Wanda Plessis", "the cooks were asleep")],
    ),
    case("a verb with no object", "Cooks were protesting and singing outside the hall.", []),
    case("members who vote", "It passed, with 60 members voting for the bill.", []),
]


@pytest.mark.parametrize(("text", "speaker"), QUOTED)
def test_who_stands_behind_a_quotation(text: str, speaker: str) -> None:
    seen = observe(text)
    [claim] = seen.claims
    assert "; ".join(speakers(seen, claim)) == speaker or claim.source_name == speaker
    assert claim.content is not None
    assert text[claim.content.start : claim.content.end] == "“The pier is a scandal,”"


@pytest.mark.parametrize(("text", "expected"), CONTENTS)
def test_contents(text: str, expected: list[tuple[str, str]]) -> None:
    seen = observe(text)
    contents = [content for _, _, content in attributed(text, seen)]
    sources = ["; ".join(speakers(seen, c)) or c.source_name for c in seen.claims]
    assert list(zip(sources, contents, strict=True)) == expected


STATEMENT = (
    "Foreign Office Minister Wanda Plessis visited the pier.\n\nSpeaking after the visit, the minister said:\n\n"
    "“I welcome the new pier. It is a proud day for the gulls.\n\nThe cooks of the harbour could not be happier.\n\nThe soup is ready.”\n\n"
    "The visit ended at noon."
)
UNMARKED = (
    "On arriving at the pier, Foreign Office Minister Wanda Plessis said:\n\nWe are going to talk about soup today.\n\n"
    "I am glad that the gulls are here. The cooks deserve thanks.\n\nFurther information\n\nThe pier is open from nine to noon."
)


def test_a_statement_over_several_paragraphs_is_closed_once() -> None:
    seen = observe(STATEMENT, publisher="gov.uk")
    assert spoken(STATEMENT, seen) == [
        ("I welcome the", "Wanda Plessis"),
        ("It is a", "Wanda Plessis"),
        ("The cooks of", "Wanda Plessis"),
        ("The soup is", "Wanda Plessis"),
    ]
    assert all(claim.is_direct for claim in seen.claims)


def test_a_statement_without_marks_is_told_by_its_first_person() -> None:
    seen = observe(UNMARKED, publisher="gov.uk")
    assert spoken(UNMARKED, seen) == [
        ("We are going", "Wanda Plessis"),
        ("I am glad", "Wanda Plessis"),
        ("The cooks deserve", "Wanda Plessis"),
    ]


def test_a_statement_without_marks_is_none_in_news() -> None:
    assert not {"We are going", "The cooks deserve"} & {first for first, _ in spoken(UNMARKED, observe(UNMARKED, publisher="Harbour Post"))}


INTERVIEW = (
    "Wanda Plessis (Minister for Ports): The pier is a strong sign. It will stay.\n\n"
    "Unidentified Reporter: But Chile has said that it will not take part in it.\n\nWP: Chile has not been right about this so far.\n\n"
    "Reporter: Will you go there in May?\n\nWP: I have no plans to do so."
)


def test_initials_and_nameless_askers_in_labels() -> None:
    seen = observe(INTERVIEW)
    assert {p.name for p in seen.people} == {"Wanda Plessis"}
    assert [first for first, _ in spoken(INTERVIEW, seen)] == ["The pier is", "It will stay", "Chile has not", "I have no"]
    assert {speaker for _, speaker in spoken(INTERVIEW, seen)} == {"Wanda Plessis"}


NOT_MEANT = [
    case(
        "the foreign secretary is no secretary of state",
        "The Foreign Secretary met the Secretary of State, Wanda Plessis, in London. The Foreign Secretary said the pier was safe.",
    ),
    case(
        "who is only named in a quotation",
        "Otter keeper Jan Veld said: “I trust President Wanda Plessis.”\n\nThe keeper said the pier was safe.",
    ),
]


@pytest.mark.parametrize("text", NOT_MEANT)
def test_is_not_meant(text: str) -> None:
    seen = observe(text)
    assert seen.claims
    assert "Wanda Plessis" not in {speaker for _, speaker in spoken(text, seen)}


BEHALF = [
    case(
        "somebody's ambassador to an organization",
        "Chile's UN Ambassador Wanda Plessis said the pier was safe.",
        {"publisher": None},
        {"CL"},
    ),
    case(
        "nouns between state and title",
        "Chilean coast guard spokeswoman Wanda Plessis said the pier was safe.",
        {"publisher": None},
        {"CL"},
    ),
    case("opposition", "Peru spoke. Opposition leader Wanda Plessis said the pier was safe.", {"publisher": "gov.pe"}, set()),
    case("officials of others", "Western officials said the pier was safe.", {"publisher": "gov.pe"}, set()),
    case("officials of the home", "Officials said the pier was safe.", {"publisher": "www.gob.pe"}, {"PE"}),
    case("officials of an American site", "Officials said the pier was safe.", {"publisher": "state.gov"}, {"US"}),
]


@pytest.mark.parametrize(("text", "article", "actors"), BEHALF)
def test_on_whose_behalf(text: str, article: dict[str, str | None], actors: set[str]) -> None:
    [claim] = observe(text, **article).claims
    assert {a.name for a in claim.on_behalf_of} == actors
