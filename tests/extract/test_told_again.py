"""Who goes on speaking when spoken of again: officials without names, statements issued together, short forms, those who answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from etl.extract.pipeline import extract

from .cases import case
from .reading import held_for, make_article, observe, people

TALKS = "Peruvian Foreign Minister Anselmo Quispe met Chadian Foreign Minister Ramona Illanes in Lima on Monday. "

HELD_FOR = [
    case(
        "officials who were brought in by whose they are",
        TALKS + "The two ministers reviewed the ferry, NATO officials said. The pier is next, the officials said.",
        [("NATO officials said", ["North Atlantic Treaty Organization"]), ("the officials said", ["North Atlantic Treaty Organization"])],
    ),
    case(
        "two officials who met",
        TALKS + "The two officials agreed to repair the pier.",
        [("agreed to repair", ["PE", "TD"])],
    ),
    case(
        "a statement quoted on and on",
        'The Peruvian ministry spoke of the pier in a statement. It is shut, the statement added. "It will stay so," the statement said.',
        [("the statement added", ["PE"]), ("the statement said", ["PE"])],
    ),
    case(
        "a country spoken of by what it is like",
        "A protest came from Chad, where the landlocked country called the canal a threat.",
        [("called the canal", ["TD"])],
    ),
    case(
        "a statement by whom it is, later in its phrase",
        'A statement on Saturday by the presidency of Chad said the pier was shut. "It will stay so," the statement said.',
        [("the statement said", ["TD"])],
    ),
    case(
        "a readout and the statement that it is",
        "A White House readout of the call dwelt on the pier. The statement said the pier was shut.",
        [("The statement said", ["US"])],
    ),
    case(
        "the presidency of the one leader there is",
        "The Presidency on Saturday said it had shut the pier. President Emmanuel Macron thanked the rowers.",
        [("The Presidency", ["FR"])],
    ),
    case(
        "we who declare",
        "1. We, the leaders of Peru, Chile and Chad, met in Lima. 2. We welcomed the pier. 3. We need ferries.",
        [("We welcomed", ["CL", "PE", "TD"])],
    ),
    case(
        "a ministry by the letters behind its name",
        "The Department of Foreign Affairs (DXA) said the pier was shut. The DXA said it leaked. Foreign Minister Anselmo Quispe "
        "of Peru wrote to China.",
        [("Department of Foreign Affairs", ["PE"]), ("The DXA said", ["PE"])],
    ),
    case(
        "another's statement between",
        "In a statement the Peruvian ministry condemned the strike. It welcomed the statement by Chadian Premier Ramona Illanes. The pier "
        "is shut, the statement said.",
        [("the statement said", ["PE"])],
    ),
    case(
        "they of a document",
        'The UN Security Council met. "The members of the Security Council condemned the strike," said a press statement. They urged calm.',
        [("urged calm", ["United Nations Security Council"])],
    ),
    case(
        "a house by its number",
        "The pier stays open, No10 said on Monday.",
        [("No10 said", ["GB"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), HELD_FOR)
def test_for_whom(text: str, expected: list[tuple[str, list[str]]]) -> None:
    seen = observe(text)
    for words, actors in expected:
        claim = next(c for c in seen.claims if words in text[c.span.start : c.span.end])
        assert held_for(claim) == "+".join(actors), words


SPOKEN = [
    case(
        "a short form in brackets",
        'President Theodor Albu (Theo) of Romania opened the pier. "It is a long one," said Theo.',
        ["Theodor Albu"],
    ),
    case("no short form", "President Theodor Albu (Rower) of Romania opened the pier. He said it was long.", ["Theodor Albu"]),
    case(
        "an honorific of South-East Asia",
        "Foreign Minister Ramona Illanes of Chad came to Lima. Mdm Illanes said the pier was long.",
        ["Ramona Illanes"],
    ),
    case(
        "a participle before a surname",
        "Premier Anselmo Quispe of Peru said the pier was shut. Echoing Quispe, President Ramona Illanes of Chad said it would stay so.",
        ["Anselmo Quispe", "Ramona Illanes"],
    ),
    case("an office that is two", "High Representative/Vice-President Anna Berg said the pier was shut.", ["Anna Berg"]),
    case(
        "an office named in the phrase before",
        "The President of Chad, Ramona Illanes, said the pier was shut. In the Secretary-General's meeting with the President of Peru, the "
        "President expressed gratitude for the ferry.",
        ["Ramona Illanes", None],
    ),
    case(
        "a sign-off set close to the last word",
        TALKS + "The pier will be long, according to the Chadian FM.-VNA",
        ["Ramona Illanes"],
    ),
    case(
        "two offices under one article",
        "Deputy Secretary of State Anna Berg met Danish Acting Permanent Secretary Jens Krog on Monday. The Deputy Secretary and Acting "
        "Permanent Secretary stressed that the pier was shut.",
        ["Anna Berg", "Jens Krog"],
    ),
    case(
        "a hotel with a name",
        "Foreign Minister Anselmo Quispe of Peru sat at the Hotel Zorrilla. The Foreign Minister said the pier was shut.",
        ["Anselmo Quispe"],
    ),
    case("two hats of one person", "ECOWAS Chairman and Chadian President Ramona Illanes said the pier was shut.", ["Ramona Illanes"]),
    case(
        "two who are the subject of what is said",
        "President Anselmo Quispe of Peru said he and his Chadian counterpart also discussed Lima's concerns over the pier.",
        ["Anselmo Quispe"],
    ),
    case(
        "a paragraph in the first person without marks",
        TALKS + "\n\nWe believe that it is a fine pier. Ours is longer. We will extend it, said Quispe.",
        ["Anselmo Quispe"] * 3,
    ),
    case(
        "a quotation over paragraphs",
        TALKS + "\n\n“I think that it is a fine pier.\n\n“It is long.\n\n“We will extend it. It is ours,” Quispe said.",
        ["Anselmo Quispe"] * 4,
    ),
    case(
        "a spokesman with the occasion",
        "Foreign Office Spokesperson Zaida Tanvir said the pier was shut. Meanwhile, the foreign office spokesperson at her briefing "
        "said that it leaked.",
        ["Zaida Tanvir"] * 2,
    ),
    case(
        "two premiers in short",
        "Deputy Prime Minister Anselmo Quispe of Peru met his Chadian counterpart Ramona Illanes on Monday. The two Deputy PMs affirmed "
        "their resolve to build the pier.",
        ["Anselmo Quispe", "Ramona Illanes"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_by_whom(text: str, expected: list[str | None]) -> None:
    seen = observe(text)
    assert [seen.people[index].name for claim in seen.claims for index in claim.speakers] == expected


ACTS = [
    case("wished well", "Premier Quispe of Peru wished her success.", "convey"),
    case("wished to do", "Premier Quispe of Peru wished to stay.", "pledge"),
    case("an infinitive after a verb of saying", "Premier Quispe of Peru affirmed to closely work together.", "pledge"),
    case("thanks that are wanted", '"I want to thank you for the pier," Premier Quispe of Peru said.', "thank"),
    case("seemed to say", "Premier Quispe of Peru appeared to suggest that the pier was shut.", "assess"),
    case("what is wished to be told", "The ministry of Peru wishes to confirm that the pier is shut.", "assess"),
    case("wishes", "Premier Quispe of Peru extended her best wishes to the rowers.", "convey"),
    case("a decision announced", "Premier Quispe of Peru announced her decision to step down.", "announce"),
    case("what is asked for", '"We kindly ask that the pier be respected," Premier Quispe of Peru said.', "urge"),
    case("who is convinced", "Premier Quispe of Peru is convinced that the pier is shut.", "assess"),
    case("what is further condemned", '"We further condemn that the pier was shut," Premier Quispe of Peru said.', "oppose"),
    case("support that is sought", "Premier Quispe of Peru sought the support of Chad.", "urge"),
    case("a firm belief", "Premier Quispe of Peru was of the firm belief that the pier was long.", "assess"),
    case("condolences", '"We extend our deepest condolences to the rowers," Premier Quispe of Peru said.', "convey"),
    case("what is stressed on", "Premier Quispe of Peru stressed on more visits.", "urge"),
    case("what is offered", "Premier Quispe of Peru offered to build the pier.", "pledge"),
    case("a recovery hoped for", "Premier Quispe of Peru hoped for a speedy recovery of the rowers.", "convey"),
    case("an end hoped for", "Premier Quispe of Peru hoped for an end of the strike.", "urge"),
    case("what is made very clear", "Premier Quispe of Peru made it explicitly clear that the pier is shut.", "assess"),
    case("a verb again", "Premier Quispe of Peru opened the pier and once again urged all parties to talk.", "urge"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_what_is_done(text: str, act: str) -> None:
    assert [claim.act for claim in observe(text).claims] == [act]


NOBODY = [
    case("ideas exchanged", TALKS + "The two ministers exchanged ideas on the pier."),
    case("a speech that was published", "A video of her speech was published on the ministry's page."),
    case("special attention", "Special attention was paid to the pier."),
    case("opposite interests", "The interests of the two sides are diametrically opposed."),
    case("a plan that was proposed", "Most of the proposed plan is Chadian."),
    case("a visit concluded", "Premier Quispe of Peru, who concluded a two-day visit to Chad, rowed home."),
    case("what is meant", "Referring to the pier, Premier Quispe of Peru smiled."),
    case("reports that are wrong", "The reports that Premier Quispe of Peru offered support for the ban are untrue."),
    case("good wishes exchanged by nobody", "Good wishes were on the wall."),
    case("initials of the reporters", TALKS + "(RK/LM)"),
    case("what guests are to visit", TALKS + "The Chadian delegation is scheduled to visit the pier."),
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_words_of_anybody(text: str) -> None:
    assert not observe(text).claims


def test_whom_the_headline_announces_answers() -> None:
    text = (
        "Premier Anselmo Quispe of Peru and Minister Ramona Illanes of Chad come to Lima.\n\nQ: Is the pier shut?\n\n"
        "A: We shut the pier for a year.\n\nQ: Why is that?\n\nA: We found the pier rotten."
    )
    article = replace(make_article(text), title="Foreign Ministry Spokesperson Jacinta Roque's Regular Press Conference")
    seen = extract(article)
    assert [seen.people[index].name for claim in seen.claims for index in claim.speakers] == ["Jacinta Roque"] * 2


def test_who_asks_an_official_is_none() -> None:
    text = (
        "Shri Anand Varier, Official Spokesperson: Welcome to the briefing.\n\nJaya Lenka: Sir, has Chad shut the pier?\n\n"
        "Mohan Pujar: Sir, what of the Chadian ferry?\n\nShri Anand Varier, Official Spokesperson: It is open."
    )
    placed = people(observe(text, publisher="Ministry of External Affairs of India"))
    assert (placed["Jaya Lenka"][0], placed["Mohan Pujar"][0]) == (None, None)
    assert placed["Anand Varier"][0] == "IN"
