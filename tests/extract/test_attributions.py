"""Reported speech: source, cue and content in each construction; and sentences that report none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from etl.extract.pipeline import extract

from .cases import case
from .reading import attributed, cut, make_article, observe, speakers

OJASTE = "Estonian Foreign Minister Maarika Ojaste"
ILLANES = "Chilean President Ramona Illanes"

FRAMES = [
    case("source cue content", f"{OJASTE} said that the ferry was late.", OJASTE, "said", "the ferry was late"),
    case("without that", f"{OJASTE} said the ferry was late.", OJASTE, "said", "the ferry was late"),
    case(
        "place and day between cue and content",
        f"{OJASTE} said here on Tuesday that the ferry was late.",
        OJASTE,
        "said",
        "the ferry was late",
    ),
    case(
        "content cue source",
        f"The ferry will come back in spring, said {OJASTE}.",
        OJASTE,
        "said",
        "The ferry will come back in spring",
    ),
    case("content source cue", f"The ferry was late, {OJASTE} said.", OJASTE, "said", "The ferry was late"),
    case(
        "quotation, inverted",
        f"“The ferry has no captain,” said {OJASTE}.",
        OJASTE,
        "said",
        "The ferry has no captain",
    ),
    case("question", f"“Who will steer the ferry?” asked {OJASTE}.", OJASTE, "asked", "Who will steer the ferry"),
    case(
        "according to, first",
        "According to the Chilean ministry of ports, the ferry was late.",
        "the Chilean ministry of ports",
        "According to",
        "the ferry was late",
        wrong='the source ends before "of ports"',
    ),
    case(
        "according to, whom a team has",
        "According to the Omani team's coach, Bilal Rashid, in the last race, the boat, named “Pearl,” was late.",
        "coach, Bilal Rashid",
        "According to",
        "in the last race, the boat, named “Pearl,” was late",
    ),
    case(
        "according to, in a relative clause",
        "The ferry, which, according to the Chilean company, has no captain, was late on Monday.",
        "the Chilean company",
        "according to",
        "has no captain",
    ),
    case("according to, last", f"The ferry was late, according to {OJASTE}.", OJASTE, "according to", "The ferry was late"),
    case("told somebody that", f"{OJASTE} told reporters that the ferry was late.", OJASTE, "told", "the ferry was late"),
    case("colon", f"{OJASTE} said: “The ferry has no captain.”", OJASTE, "said", "The ferry has no captain"),
    case(
        "apposition between source and cue",
        "Maarika Ojaste, the Estonian foreign minister, said that the ferry was late.",
        "Maarika Ojaste",
        "said",
        "the ferry was late",
    ),
    case(
        "relative clause between source and cue",
        f"{OJASTE}, who is visiting Lima, said that the ferry was late.",
        OJASTE,
        "said",
        "the ferry was late",
    ),
    case("perfect", f"{OJASTE} has said that the ferry was late.", OJASTE, "said", "the ferry was late"),
    case(
        "passive with agent",
        f"It was announced by {OJASTE} that the ferry would return.",
        OJASTE,
        "announced",
        "the ferry would return",
    ),
    case("agentless", "It was stressed that the ferry must return.", "", "stressed", "the ferry must return"),
    case(
        "in a statement",
        f"In a statement, {OJASTE} said that the ferry was late.",
        OJASTE,
        "said",
        "the ferry was late",
    ),
    case(
        "what is cited is said, too",
        f"“The ferry will be late,” {OJASTE} said, citing an old proverb that no gull flies twice.",
        OJASTE,
        "said",
        f"The ferry will be late,” {OJASTE} said, citing an old proverb that no gull flies twice",
    ),
    case(
        "what is cited is said, too, inverted",
        f"“The ferry will be late,” said {OJASTE}, quoting a poem that no gull flies twice.",
        OJASTE,
        "said",
        f"The ferry will be late,” said {OJASTE}, quoting a poem that no gull flies twice",
    ),
    case(
        "together with others",
        f"{OJASTE}, together with President Ramona Illanes and Foreign Minister Anselmo Quispe, said that the ferry was late.",
        OJASTE,
        "said",
        "the ferry was late",
    ),
    case("in the middle", f"The ferry, {OJASTE} said, was late.", OJASTE, "said", f"The ferry, {OJASTE} said, was late"),
    case("told a paper", f"The ferry was late, {OJASTE} told the Harbour Post.", OJASTE, "told", "The ferry was late"),
    case(
        "told somebody by title and name",
        f"The ferry will sail in May, {OJASTE} told Harbour Secretary Nilo Baquero on Thursday.",
        OJASTE,
        "told",
        "The ferry will sail in May",
    ),
    case(
        "informed somebody",
        f"The ferry will sail in May, {OJASTE} informed her Chilean counterpart in a phone call.",
        OJASTE,
        "informed",
        "The ferry will sail in May",
    ),
    case(
        "told people of several states",
        f"“Our ferries have no captains,” {OJASTE} told her colleagues from Chile, Peru and Fiji.",
        OJASTE,
        "told",
        "Our ferries have no captains",
    ),
    case(
        "told somebody in the middle",
        f"The ferry, {OJASTE} told reporters, was late.",
        OJASTE,
        "told",
        f"The ferry, {OJASTE} told reporters, was late",
    ),
    case("beside somebody", f"The ferry was late, {OJASTE} said beside her counterpart in Lima.", OJASTE, "said", "The ferry was late"),
    case("rare verb", f"“Even the gulls have left the pier,” quipped {OJASTE}.", OJASTE, "quipped", "Even the gulls have left the pier"),
    case("rare verb with that", f"{OJASTE} conceded that the ferry was late.", OJASTE, "conceded", "the ferry was late"),
    case("wrote", f"{OJASTE} wrote on Twitter that the ferry was late.", OJASTE, "wrote", "the ferry was late"),
    case(
        "asked whether, she said",
        f"Asked whether the pier would reopen, {OJASTE} said that the planks were wet.",
        OJASTE,
        "said",
        "the planks were wet",
    ),
    case("state as source", "Chile said that the ferry was late.", "Chile", "said", "the ferry was late"),
    case("side as source", "The Chilean side noted that the ferry was late.", "The Chilean side", "noted", "the ferry was late"),
    case("unnamed official", "A harbour official said that the ferry was late.", "A harbour official", "said", "the ferry was late"),
]

CUES = [
    case("light verb and noun", f"{OJASTE} expressed gratitude to Chile for the lanterns.", [("Maarika Ojaste", "expressed gratitude")]),
    case("light verb of wish", f"{OJASTE} expressed the hope that the ferry would return.", [("Maarika Ojaste", "expressed the hope")]),
    case(
        "extended congratulations", f"{OJASTE} extended congratulations on the new pier.", [("Maarika Ojaste", "extended congratulations")]
    ),
    case("be and adjective", "Estonia is willing to lend Chile a ferry.", [("", "is willing")]),
    case("stands ready", f"Estonia stands ready to lend Chile a ferry, {OJASTE} said.", [("Maarika Ojaste", "said")]),
    case("praised somebody", f"{OJASTE} praised Chile for the new pier.", [("Maarika Ojaste", "praised")]),
    case("urged somebody to", f"{OJASTE} urged Chile to repair the pier.", [("Maarika Ojaste", "urged")]),
    case("called on somebody to", f"{OJASTE} called on Chile to repair the pier.", [("Maarika Ojaste", "called on")]),
    case("thanked somebody", f"{OJASTE} thanked the harbour master of Iquique.", [("Maarika Ojaste", "thanked")]),
    case("opposes something", "Estonia opposes any toll on the pier.", [("", "opposes")]),
    case("quoted as saying", f"{OJASTE} was quoted as saying that the ferry was late.", [("Maarika Ojaste", "was quoted as saying")]),
    case("denied", f"{OJASTE} denied that the ferry was late.", [("Maarika Ojaste", "denied")]),
    case("spoke highly of", f"{OJASTE} spoke highly of the new pier.", [("Maarika Ojaste", "spoke highly of")]),
    case("preposition after the verb", f"{OJASTE} warned against building a second pier.", [("Maarika Ojaste", "warned against")]),
]

RELAYED = [
    case(
        "an agency quotes a minister",
        f"The Harbour News Agency quoted {OJASTE} as saying that the ferry was late.",
        [("Maarika Ojaste",)],
    ),
    case("call for, as a noun", f"{OJASTE} repeated her call for cleaner piers.", [("Maarika Ojaste",)]),
    case("statement, as a subject", f"The statement said that {OJASTE} had fed the gulls.", [()]),
    case(
        "who said, behind its noun",
        f"The pier was opened by {OJASTE}, who said that the planks were dry.",
        [("Maarika Ojaste",)],
    ),
    case(
        "quotation over two paragraphs, closed once",
        f"“The ferry is late, and nobody knows why,” said {OJASTE}. “We have asked the gulls.\n\n“They are silent on the matter.”",
        [("Maarika Ojaste",)],
    ),
]

TWO = [
    case(
        "participle after, same family: two claims in ordinary news",
        f"{OJASTE} said that the ferry is old, adding that the pier is older.",
        [(("Maarika Ojaste",), "said"), (("Maarika Ojaste",), "adding")],
    ),
    case(
        "participle after, other family: two claims",
        f"{OJASTE} said that the pier is old, urging Chile to send planks.",
        [(("Maarika Ojaste",), "said"), (("Maarika Ojaste",), "urging")],
    ),
    case(
        "participle before, other family: two claims",
        f"Noting that the pier is old, {OJASTE} urged Chile to send planks.",
        [(("Maarika Ojaste",), "Noting"), (("Maarika Ojaste",), "urged")],
    ),
    case(
        "coordinated verbs, other family: two claims",
        f"{OJASTE} thanked Chile for the planks and urged it to send nails.",
        [(("Maarika Ojaste",), "thanked"), (("Maarika Ojaste",), "urged")],
    ),
    case(
        "coordinated verbs, one family: two claims in ordinary news",
        f"{OJASTE} urged Chile to send nails and called on it to send planks.",
        [(("Maarika Ojaste",), "urged"), (("Maarika Ojaste",), "called on")],
    ),
    case(
        "two holders: two claims",
        f"{OJASTE} said that the pier is old, while {ILLANES} said that the ferry is older.",
        [(("Maarika Ojaste",), "said"), (("Ramona Illanes",), "said")],
    ),
    case(
        "one inside the other: one claim of the outer",
        f"{OJASTE} said that experts believe the pier is old.",
        [(("Maarika Ojaste",), "said")],
    ),
]

SPLIT = [
    case(
        "quotation around",
        f"“The pier,” {OJASTE} said, “belongs to the gulls.”",
        "The pier,” Estonian Foreign Minister Maarika Ojaste said, “belongs to the gulls",
    ),
    case(
        "two sentences of one quotation",
        f"“The pier is old,” {OJASTE} said. “It belongs to the gulls.”",
        "The pier is old",
    ),
]

NO_CLAIM = [
    case("who met whom", f"{OJASTE} met with {ILLANES} in Iquique."),
    case("talks", f"{OJASTE} held talks with {ILLANES} in Iquique."),
    case("exchanged views", "The two sides exchanged views on the state of the pier."),
    case("discussed", "The two ministers discussed ferries and piers."),
    case("signed", "The two sides signed a memorandum on the repair of the pier."),
    case("made the remarks", f"{OJASTE} made the remarks at a breakfast in Iquique."),
    case("delivered a speech", f"{OJASTE} delivered a speech in the town hall."),
    case("issued the statement", "The two sides issued a joint statement."),
    case("visited", f"{OJASTE} visited the pier and fed the gulls."),
    case("report as a noun", "The report of the harbour office has forty pages."),
    case("call as a noun", "The call of the gulls woke the town."),
    case("claim as a noun", "The claim for the lost boat was paid in June."),
    case("met the requirements", "The new pier met the requirements of the harbour office."),
    case("telling time", "The tower of the harbour office tells the time."),
    case("added a thing", "The baker added salt and two eggs to the dough."),
    case("stated in a list", "The stated price of the lantern was low."),
    case("noted as an adjective", "The noted singer Fenna Draaisma lives near the pier."),
    case("supporting beams", "Two beams support the roof of the pier."),
    case("weather", "Rain fell on the pier and the gulls left."),
    case("so-called", "The so-called heron club met in the town hall."),
    case("member states", "Ministers from the five member states issued the menu after lunch."),
    case("addressed people", "Otter keeper Wanda Plessis addressed the delegates in the hall."),
    case("in a condition", "Farmers will lose the boats if they refuse to answer."),
    case("votes counted", "The house took the bill by 15 votes to nine."),
    case("rang", "Otter keeper Wanda Plessis called Mayor Jan Veld to order soup."),
    case("put things away", "Otter keeper Wanda Plessis put the soup on the table."),
    case("gave things", "Otter keeper Wanda Plessis gave the eels to the gulls."),
    case("tried to do", "Otter keeper Wanda Plessis tried to swim to the pier."),
    case("read a book", "The children read about otters in the library."),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), FRAMES)
def test_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    assert attributed(text, observe(text)) == [(source, cue, content)]


@pytest.mark.parametrize(("text", "expected"), CUES)
def test_cues(text: str, expected: list[tuple[str, str]]) -> None:
    seen = observe(text)
    found = [("; ".join(speakers(seen, c)), cue) for c, (_, cue, _) in zip(seen.claims, attributed(text, seen), strict=True)]
    assert found == expected


@pytest.mark.parametrize(("text", "expected"), RELAYED)
def test_who_is_made_to_say_it(text: str, expected: list[tuple[str, ...]]) -> None:
    seen = observe(text)
    assert [speakers(seen, c) for c in seen.claims] == expected


@pytest.mark.parametrize(("text", "expected"), TWO)
def test_several_cues(text: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    seen = observe(text)
    found = [(speakers(seen, c), cue) for c, (_, cue, _) in zip(seen.claims, attributed(text, seen), strict=True)]
    assert found == expected


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_span_is_the_whole_sentence(text: str, expected: str) -> None:
    claim = observe(text).claims[0]
    assert text[claim.span.start : claim.span.end].startswith("“" + expected)


@pytest.mark.parametrize("text", NO_CLAIM)
def test_reports_no_speech(text: str) -> None:
    assert attributed(text, observe(text)) == []


REFUSALS = [
    case("comment", f"{OJASTE} declined to comment on the ferry."),
    case("say", f"{OJASTE} refused to say when the ferry would sail."),
    case("deny", f"{OJASTE} denied that the ferry was late."),
]


@pytest.mark.parametrize("text", REFUSALS)
def test_refusals_and_denials_are_claims_in_the_negative(text: str) -> None:
    (claim,) = observe(text).claims
    assert claim.polarity == "negative"


NEWS = [
    case(
        "noun with its owner", "Otter keeper Wanda Plessis kept silent. Plessis’s call for a wider pier found an echo.", "for a wider pier"
    ),
    case("noun with a clause", "Fears that the pier would sink have faded.", "that the pier would sink"),
    case("talk of the town", "Amid allegations of eel theft, the market closed early.", "of eel theft"),
    case("expected by nobody in particular", "The pier is expected to open in May.", "The pier is expected to open in May"),
    case("blamed by nobody in particular", "The cook was criticized for the soup.", "The cook was criticized for the soup"),
    case("survey", "A national survey of 900 swimmers found the pier popular.", "the pier popular"),
    case("plural subject in the present", "Pier owners blame the gulls.", "the gulls"),
    case("object before another verb", "Wanda Plessis, an otter keeper, praised the new pier and fed the gulls.", "the new pier"),
    case("discussed by one", "Wanda Plessis, an otter keeper, discussed the price of soup.", "the price of soup"),
    case("announced at the end", "Otter keeper Wanda Plessis announced a new feeding plan.", "a new feeding plan"),
    case("decided not to", "Otter keeper Wanda Plessis decided not to sell the boat.", "not to sell the boat"),
    case("called somebody's plan something", "Otter keeper Wanda Plessis called Ada Veld's plan a farce.", "Ada Veld's plan a farce"),
    case("considered something", "Otter keeper Wanda Plessis considers the matter closed.", "the matter closed"),
    case("a weaker verb with a clause", "He maintains the pier was built badly.", "the pier was built badly"),
    case("a noun that is the subject of a clause", "Wanda Plessis recognised the accord was weak.", "the accord was weak"),
    case("an aside", "Wanda Plessis, meanwhile, said the eels were late.", "the eels were late"),
    case("joined in the present", "Farmers are counting eels but say the boats stay.", "the boats stay"),
    case("reports say", "Local media reports say four boats sank in the storm.", "four boats sank in the storm"),
    case("a question that was asked", "Asked where the eels were, the mayor said nobody knew.", "nobody knew"),
    case("after a participle", "After announcing that the pier would close, the council said boats would run.", "the pier would close"),
    case("a subject with its apposition", "Wanda Plessis, a former cook, says the soup needs salt.", "the soup needs salt"),
    case(
        "who reports it, at the end",
        "He accused the keeper of hiding eels, the mayor's office reported.",
        "He accused the keeper of hiding eels",
    ),
    case(
        "inserted in a relative clause",
        "The boats go to Ystrad, where, one minister quipped, gulls have right of way.",
        "gulls have right of way",
    ),
    case("another's words", "Wanda Plessis, a cook, said local farmers opposed the ferry.", "the ferry"),
    case("relayed by others", "Local farmers opposed the ferry, according to a survey of cooks.", "Local farmers opposed the ferry"),
    case("counted people", "Two-thirds of voters say the pier is safe.", "the pier is safe"),
    case("worried", "Otter keeper Wanda Plessis is worried about the gulls.", "about the gulls"),
    case("two asides", "Wanda Plessis (Greens), who lost in May, called the vote “a farce”.", "the vote “a farce”"),
    case("counted in words", "Fifty-two percent of voters said they trusted the cook.", "they trusted the cook"),
    case("a document that judges", "The leaflet accuses the mayor of eating eels.", "the mayor of eating eels"),
    case("judged by a group", "The plan was criticized by unions.", "The plan was criticized by unions"),
    case(
        "no thing accuses",
        "Otter keeper Wanda Plessis said the vote was a farce and accused the mayor of cheating.",
        "the mayor of cheating",
    ),
    case("said of something", "“We need more eels,” she said of the plan.", "“We need more eels,”"),
    case("said of somebody", "Otter keeper Wanda Plessis said of Jan Veld: “He is a coward.”", "“He is a coward.”"),
    case("as somebody noted", "The law, as Wanda Plessis noted, had expired.", "The law, as Wanda Plessis noted, had expired"),
    case("would like", "Otter keeper Wanda Plessis would like to run again.", "to run again"),
    case("attributed", "Otter keeper Wanda Plessis attributed the victory to her coach.", "the victory to her coach"),
    case("an acronym after the source", "“We took no part,” said the Harbour Council (HC), a club.", "“We took no part,”"),
    case("joined by but", "Canada is asking Peru for eels, but government sources say the boats are full.", "the boats are full"),
    case("a verb that goes on", "Otter keeper Wanda Plessis continued to insist that she had won.", "she had won"),
    case("went on to", "Otter keeper Wanda Plessis went on to accuse the mayor of lying.", "the mayor of lying"),
    case("was quick to", "Otter keeper Wanda Plessis was quick to dismiss the poll.", "the poll"),
    case("a statement saying", "Senator Wanda Plessis issued a statement saying the soup was cold.", "the soup was cold"),
    case("a letter urging", "Senator Wanda Plessis sent a letter urging the board to resign.", "the board to resign"),
    case("police", "Police believe the cook was armed.", "the cook was armed"),
    case("a survey puts", "The survey put the gulls at 44 percent.", "the gulls at 44 percent"),
    case("which opposes", "The fishers' union, which opposes the ban, has 300 members.", "the ban"),
    case("quoted in a relative clause", "The vote, which Plessis has called “a farce,” ended on Monday.", "“a farce,”"),
    case("called something", "Wanda Plessis, an otter keeper, called the plan worth reading.", "the plan worth reading"),
]


@pytest.mark.parametrize(("text", "content"), NEWS)
def test_what_ordinary_news_reports(text: str, content: str) -> None:
    contents = [text[c.content.start : c.content.end] for c in observe(text).claims if c.content is not None]
    assert content in contents


POINTS = "Council,\n\n1. Takes note of the soup;\n\n2. Commends the cooks, and calls on them to stay;\n\n3. Decides to eat."


def test_points_share_the_subject_above_them() -> None:
    claims = observe("The Nordic Council met in Oslo and adopted the following.\n\n" + POINTS).claims
    assert [(c.act, [actor.name for actor in c.on_behalf_of]) for c in claims if c.cue_text in ("Commends", "Decides")] == [
        ("praise", ["Nordic Council"]),
        ("agree", ["Nordic Council"]),
    ]


LABELS = (
    "MS. PLESSIS: Good morning to you all. The pier opens today.\n\nQUESTION: And the gulls?\n\n"
    "MS. PLESSIS: The gulls are content with it.\n\nMR. VAN OSTADE: I would add that the soup is ready."
)


def test_labels_in_capitals_name_the_speakers() -> None:
    seen = observe(LABELS)
    assert [speakers(seen, c) for c in seen.claims] == [("Plessis",), ("Plessis",), ("Plessis",), ("Van Ostade",)]


UNKNOWN = [
    case("professional", "“The tide is rising,” said a retired teacher. She added that nobody had slept.", "a retired teacher"),
    case("body", "Researchers at the gull station found that the tide is rising.", "Researchers at the gull station"),
]


@pytest.mark.parametrize(("text", "name"), UNKNOWN)
def test_a_source_whom_nobody_knows_keeps_its_words(text: str, name: str) -> None:
    claims = observe(text).claims
    assert claims
    assert {c.source_name for c in claims} == {name}


def test_a_quotation_in_ordinary_news_is_one_claim() -> None:
    text = f"“The ferry is late. Nobody knows why,” said {OJASTE}. “We have asked the gulls. They are silent.”"
    (claim,) = observe(text).claims
    assert claim.content is not None
    assert text[claim.content.start : claim.content.end] == text


DIRECT = [
    case("quotation", f"“The ferry is late,” {OJASTE} said.", True),
    case("longer quotation", f"“The ferry is late and the cook is ill,” {OJASTE} said.", True),
    case("part of it quoted", f"{OJASTE} said that the ferry was “a floating kitchen with no cook”.", True),
    case("indirect", f"{OJASTE} said that the ferry was late.", False),
    case("scare quotes", f"{OJASTE} said that the “express” was late.", False),
    case("name in quotation marks", f"{OJASTE} said that the ferry “Morning Heron” was late.", False),
]


@pytest.mark.parametrize(("text", "direct"), DIRECT)
def test_direct_or_not(text: str, direct: bool) -> None:
    assert [c.is_direct for c in observe(text).claims] == [direct]


def test_dateline_is_no_part_of_a_claim() -> None:
    line = "TALLINN, Sept 14 (Harbour News) -- "
    text = line + f"{OJASTE} said that the ferry was late."
    [claim] = extract(replace(make_article(text), lead=len(line))).claims
    assert claim.span == (len(line), len(text))


def test_dateline_is_no_part_of_a_content_that_comes_first() -> None:
    line = "TALLINN, Sept 14 (Harbour News) -- "
    text = line + f"The ferry was late, {OJASTE} said."
    [claim] = extract(replace(make_article(text), lead=len(line))).claims
    assert claim.content is not None
    assert text[claim.content.start : claim.content.end] == "The ferry was late"


@pytest.mark.xfail(strict=True, reason="the content of the second claim begins in the first sentence")
def test_each_sentence_of_a_quotation_has_its_own_content() -> None:
    text = f"“The pier was built by goats. It now belongs to the gulls,” {OJASTE} said."
    claims = observe(text).claims
    assert [cut(text, c.content) for c in claims] == ["The pier was built by goats", "It now belongs to the gulls"]


def test_agency_of_the_dateline_is_no_target() -> None:
    line = "TALLINN, Sept 14 (Reuters) - "
    text = line + f"Chile should return the ferry, {OJASTE} said."
    [claim] = extract(replace(make_article(text), lead=len(line))).claims
    assert [a.name for a in claim.targets] == ["CL"]


def test_list_number_is_no_part_of_a_claim() -> None:
    text = "1. Estonia supports the repair of the pier.\n\n2. Chile thanked Estonia for the planks."
    assert [text[c.span.start : c.span.end] for c in observe(text).claims] == [
        "Estonia supports the repair of the pier.",
        "Chile thanked Estonia for the planks.",
    ]
