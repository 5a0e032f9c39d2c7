"""Who says what as parliaments, parties and press offices are reported: titles of several names, joined verbs, statements set apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from etl.extract.marks import plain_marks
from etl.extract.pipeline import extract

from .cases import case
from .reading import attributed, held_for, make_article, mentioned, observe, speakers, spoken

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
        "a question before a long title",
        f"“What is the pier for?” {WHIP}, New York Democrat, said.",
        [("Wanda Plessis", "What is the pier for")],
    ),
    case(
        "a question before an apposition",
        "“What is the pier for?” Wanda Plessis, the mayor of Lima, said.",
        [("Wanda Plessis", "What is the pier for")],
    ),
    case("a chief of staff", "Her chief of staff, Zolin Arvado, said the pier was safe.", [("Zolin Arvado", "the pier was safe")]),
    case(
        "asked with an apposition",
        "Wanda Plessis, an otter keeper, asked Zeno Vlk, the port's new cook, whether he would stay.",
        [("Wanda Plessis", "whether he would stay")],
    ),
    case(
        "whose advisers",
        "Advisers to the mayor, facing complaints, said the pier was safe.",
        [("Advisers to the mayor", "the pier was safe")],
    ),
    case(
        "the head of a mission",
        "The pier was safe, the head of the mission in Lima told the council today.",
        [("the head of the mission in Lima", "The pier was safe")],
    ),
    case("a clause of a vote", "The pier stays, some delegates warned after a vote that narrowly approved a plan.", []),
    case("a vote of confidence", "Zeno Vlk would hold a confidence vote in parliament.", []),
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


REMARKS = (
    "Check against delivery!\n\nGood morning!\n\nWe have a busy day with the harbour ministers. I think we need to talk about soup.\n\n"
    "Chile will be asked for more eels.\n\nQ. What about the gulls?\n\nI have nothing to say of the gulls today."
)


def test_a_speech_is_its_speakers_whom_the_headline_names() -> None:
    article = replace(make_article(REMARKS, publisher="European Commission"), title="Remarks by Commissioner Wanda Plessis at the pier")
    seen = extract(article)
    assert spoken(REMARKS, seen) == [
        ("We have a", "Wanda Plessis"),
        ("I think we", "Wanda Plessis"),
        ("Chile will be", "Wanda Plessis"),
        ("I have nothing", "Wanda Plessis"),
    ]
    assert "Chile will be" not in {first for first, _ in spoken(REMARKS, extract(replace(article, publisher="Harbour Post")))}


TOLD = [
    case("to a paper", "Wanda Plessis told the Harbour Post the pier was safe.", "the pier was safe"),
    case("to reporters, there", "Wanda Plessis told reporters there was no pier.", "there was no pier"),
    case("to a body of several names", "Wanda Plessis told the National Harbour Council she was tired.", "she was tired"),
    case("when", "Wanda Plessis told her cooks on Monday they must stay.", "they must stay"),
    case("with that", "Wanda Plessis told the cooks that the pier was safe.", "the pier was safe"),
    case("that points at something", "Wanda Plessis said that was too late.", "that was too late"),
    case(
        "according to, inserted",
        "The pier, according to Wanda Plessis, opened in May.",
        "The pier, according to Wanda Plessis, opened in May",
    ),
    case("label of a seat", "Sen. Wanda Plessis, R-Ariz., chairman of the Harbour Committee, said the pier was safe.", "the pier was safe"),
    case(
        "a clause after a preposition",
        "The vote was put off after Senator Wanda Plessis of Ohio objected to the plan.",
        "the plan",
    ),
    case("so far", "Wanda Plessis has so far rejected their offers.", "their offers"),
    case("in saying", "Wanda Plessis was very frank in saying the pier was safe.", "the pier was safe"),
    case("by pointing out", "Wanda Plessis countered by pointing out that the pier was safe.", "the pier was safe"),
    case("quoted as writing", "Wanda Plessis was quoted as writing that the pier was safe.", "the pier was safe"),
    case(
        "through an interpreter", "Wanda Plessis responded through an interpreter: “The pier is quite safe.”", "“The pier is quite safe.”"
    ),
    case(
        "a warning from somebody",
        "The work went on despite a warning from Mayor Wanda Plessis that the pier was closed.",
        "that the pier was closed",
    ),
    case("single marks", "‘It is the cooks’ soup,’ Wanda Plessis said.", "‘It is the cooks’ soup,’"),
    case("typed single marks", "'It is a shambles and a shame,' Wanda Plessis said.", "'It is a shambles and a shame,'"),
    case("marks of wires", "``It is a shambles and a shame,`` Wanda Plessis said.", "``It is a shambles and a shame,``"),
    case("marks of archives", "''It is a shambles and a shame,'' Wanda Plessis said.", "''It is a shambles and a shame,''"),
]


@pytest.mark.parametrize(("text", "content"), TOLD)
def test_what_is_told(text: str, content: str) -> None:
    [claim] = observe(text).claims
    assert claim.content is not None
    assert text[claim.content.start : claim.content.end] == content


LATER = [
    case(
        "at an occasion",
        "It began when Wanda Plessis held a news conference saying that the pier was safe.",
        [("Wanda Plessis", "the pier was safe")],
    ),
    case(
        "in front with “with”",
        "With several lawmakers praising the cooks for the soup, the harbour council voted to adopt the plan.",
        [("several lawmakers", "the cooks for the soup"), ("the harbour council", "adopt the plan")],
    ),
    case(
        "what somebody calls something, and goes on",
        "Wanda Plessis took a sharp tone, referring to the plan as a “farce” and calling on the cooks to leave.",
        [("Wanda Plessis", "the plan as a “farce"), ("Wanda Plessis", "the cooks to leave")],
    ),
    case(
        "an acronym within a title",
        "“They are eating all the soup,” Harbour Party (HP) candidate Wanda Plessis told journalists.",
        [("Wanda Plessis", "They are eating all the soup")],
    ),
    case("plural at the end", "The pier would be a waste of planks, analysts say.", [("analysts", "The pier would be a waste of planks")]),
    case(
        "as another says",
        "Senator Wanda Plessis accused the cooks of being lazy as Mayor Otto Veld claimed the soup was cold.",
        [("Wanda Plessis", "the cooks of being lazy"), ("Otto Veld", "the soup was cold")],
    ),
    case(
        "and another says",
        "Peru has refused to open the pier and Mayor Otto Veld says the soup is cold.",
        [("Peru", "to open the pier"), ("Otto Veld", "the soup is cold")],
    ),
    case(
        "asked somebody if",
        "Wanda Plessis asked the minister if the pier would open.",
        [("Wanda Plessis", "if the pier would open")],
    ),
    case(
        "told with a condition",
        "Wanda Plessis told reporters she believes the pier will stay open, if the cooks agree.",
        [("Wanda Plessis", "she believes the pier will stay open, if the cooks agree")],
    ),
    case("told and not what", "Wanda Plessis told reporters.", []),
    case("described when", "It was the plan that Wanda Plessis described during the talks.", []),
    case(
        "revealed that, after a comma",
        "The survey of the cooks, printed this week, revealed that children like soup.",
        [("The survey of the cooks", "children like soup")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LATER)
def test_who_says_what(text: str, expected: list[tuple[str, str]]) -> None:
    test_contents(text, expected)


NOTHING = [
    case("a deed", "The pier was attacked by masked cooks last night."),
    case("an event", "The harbour statement was made at noon."),
    case("another's support", "The next mayor will have his support."),
]


@pytest.mark.parametrize("text", NOTHING)
def test_says_nothing(text: str) -> None:
    assert not observe(text).claims


def test_an_unnamed_official_goes_on_speaking() -> None:
    text = (
        "President Luis Vargas of Peru signaled his approval of the plan. “We have agreed on the pier,” the harbour official said. "
        "However, he said, some planks are missing."
    )
    assert [claim.source_name for claim in observe(text).claims][1:] == ["the harbour official", "the harbour official"]


def test_past_perfect_goes_on_with_whom_somebody_tells_of() -> None:
    text = "Ana Plessis told reporters that Minister Otto Veld had visited the pier. He had said that it was safe."
    assert [speaker for _, speaker in spoken(text, observe(text))] == ["Ana Plessis", "Otto Veld"]


def test_soviet_officials_are_those_of_the_state_that_continues_it() -> None:
    text = "Soviet Foreign Minister Otto Veldov said the pier was safe."
    assert [held_for(c) for c in observe(text, on=date(1987, 9, 16)).claims] == ["RU"]
    assert not mentioned(observe(text), "state")


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
    case("members of a parliament", "MEPs said the European Union was slow.", {"publisher": None}, set()),
    case("ministers in a broadcast to the world", "Many ministers said the pier was safe.", {"publisher": "VOA"}, set()),
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
    case("an envoy's sender", "The Secretary-General's Special Envoy for Peru warned that the pier must close.", {}, {"United Nations"}),
    case("opposition", "Peru spoke. Opposition leader Wanda Plessis said the pier was safe.", {"publisher": "gov.pe"}, set()),
    case("officials of others", "Western officials said the pier was safe.", {"publisher": "gov.pe"}, set()),
    case("officials of the home", "Officials said the pier was safe.", {"publisher": "www.gob.pe"}, {"PE"}),
    case("officials of an American site", "Officials said the pier was safe.", {"publisher": "state.gov"}, {"US"}),
]


@pytest.mark.parametrize(("text", "article", "actors"), BEHALF)
def test_on_whose_behalf(text: str, article: dict[str, str | None], actors: set[str]) -> None:
    [claim] = observe(text, **article).claims
    assert {a.name for a in claim.on_behalf_of} == actors


MARKS = [
    case("apostrophes and genitives", "The cooks’ soup isn’t Jan’s."),
    case("inches", "The board is 5'11'' long."),
    case("within double marks", "“He said ‘no’ to the cooks’ soup.”"),
    case("years", "the summer of ’68 and the ’90s"),
]


@pytest.mark.parametrize("text", MARKS)
def test_marks_that_are_no_quotation(text: str) -> None:
    assert plain_marks(text) == text


def test_marks_keep_their_places() -> None:
    text = "‘So it is,’ he said of ``soup`` and ''eels''."
    assert len(plain_marks(text)) == len(text)
    assert plain_marks(text).count("“") == plain_marks(text).count("”") == 3
