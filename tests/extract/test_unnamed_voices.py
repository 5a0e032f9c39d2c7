"""Who says what where agencies quote the unnamed and the little known: survivors, monitors, groups of states, a lawyer of a party."""

from __future__ import annotations

import pytest

from etl.records import Claim, Observations

from .cases import case
from .reading import attributed, held_for, observe, speakers, spoken

ROAD = "“The road is open,”"


def _voice(seen: Observations, claim: Claim) -> str:
    """Whoever speaks, by name or in the article's words."""
    return "; ".join(speakers(seen, claim)) or claim.source_name or ""


TOLD = [
    case(
        "an adverb opens",
        "However, the minister of ports Ana Lopes said in a statement that the pier was safe.",
        [("Ana Lopes", "the pier was safe")],
    ),
    case(
        "an adverb and a day",
        "Also on Monday, the Red Cross said in a report that the camp was full.",
        [("the Red Cross", "the camp was full")],
    ),
    case("a clause before the source", "The pier leaks, Ana Lopes said in a letter on Monday.", [("Ana Lopes", "The pier leaks")]),
    case("monitors", "However, monitors said the count was fair.", [("monitors", "the count was fair")]),
    case("a group of states", "Gulf states said they would pay.", [("Gulf states", "they would pay")]),
    case(
        "a group of states, in passing",
        "The coup met with anger, with Nordic nations saying the road was closed.",
        [("Nordic nations", "the road was closed")],
    ),
    case(
        "owner known by capitals alone",
        "“The pier is sold,” the RPZ's lawyer, Zeno Vlk, told journalists.",
        [("Zeno Vlk", "The pier is sold")],
    ),
    case(
        "owner of what the voices live in",
        "Officials in Ruritania's largest port said the pier was safe.",
        [("Officials in Ruritania's largest port", "the pier was safe")],
    ),
    case("familiar with what", f"{ROAD} said a driver familiar with the plan.", [("a driver familiar with the plan", "The road is open")]),
    case(
        "close to what, and who",
        f"{ROAD} said a driver close to the talks, who asked for tea.",
        [("a driver close to the talks", "The road is open")],
    ),
    case("who lost what", f"{ROAD} said a driver who lost his van.", [("a driver", "The road is open")]),
    case("named in passing", f"{ROAD} a driver identified only as Zeno told local radio.", [("Zeno", "The road is open")]),
    case("of whom a deed is told", "The mayor identified the driver as Zeno.", [("The mayor", "the driver as Zeno")]),
    case(
        "brackets before a relative",
        "It was called by the Dockers' Union (DU), which said the pier was closed.",
        [("Union", "the pier was closed")],
    ),
    case("told a listener of an event", "A driver told local radio the pier sank at night.", [("A driver", "the pier sank at night")]),
    case(
        "told a paper soon after",
        "“It wasn't sold,” Ana Lopes told the Associated Press shortly after the plan was released in private to officials in Lima.",
        [("Ana Lopes", "It wasn't sold")],
    ),
]

TOLD += [
    case(
        "who lost what, and said",
        "A driver who lost his van told reporters the army came at night.",
        [("A driver", "the army came at night")],
    ),
    case("who fled", "Villagers who fled the fighting said the pier was sold.", [("Villagers", "the pier was sold")]),
    case(
        "who was what",
        "A senior official who was in office during the crisis denied Friday that the pier was sold.",
        [("A senior official", "the pier was sold")],
    ),
    case("an apposition with who", "Zeno Vlk, the cook who was there, said the pier was sold.", [("Zeno Vlk", "the pier was sold")]),
    case(
        "quoted by an agency as saying",
        "The mayor was quoted on Monday by the Gull agency as saying the pier was shut.",
        [("The mayor", "the pier was shut")],
    ),
    case(
        "an apposition before as saying",
        "The statement quoted the firm's chief executive officer, Zeno Vlk, as saying it made no sense.",
        [("Zeno Vlk", "it made no sense")],
    ),
    case(
        "one of several as saying",
        f"{ROAD} the group quoted one of 53 drivers interviewed for the report as saying.",
        [("one of 53 drivers interviewed for the report", "The road is open")],
    ),
    case(
        "an inversion behind a fronted phrase",
        "In this case, believes the mayor, it would be better to wait.",
        [("the mayor", "it would be better to wait")],
    ),
    case(
        "in an interview to",
        "The mayor of Lima Zeno Vlk in an interview to local TV channels reported that the pier was shut.",
        [("Zeno Vlk", "the pier was shut")],
    ),
    case(
        "where the listeners met",
        f"{ROAD} Zeno Vlk told a meeting in Callao, Lima Province.",
        [("Zeno Vlk", "The road is open")],
    ),
    case(
        "a quotation goes on behind a phrase",
        "“We will wait,” Zeno Vlk said, his voice low, “until May or later.”",
        [("Zeno Vlk", "We will wait,” Zeno Vlk said, his voice low, “until May or later")],
    ),
    case("what somebody calls it", "Chile is dismissing what it calls slander.", [("Chile", "what it calls slander")]),
    case(
        "what another state accuses of",
        "The Gull agency says Chile denies the report and accuses Peru of spying.",
        [("The Gull agency", "Chile denies the report and accuses Peru of spying")],
    ),
    case("a date in brackets", "The mayor pledged on Thursday (Jan 11) to end the strike.", [("The mayor", "to end the strike")]),
    case(
        "a main clause that reports nothing",
        "Hours before the union declared the pier a ruin, Zeno Vlk flew to Chile.",
        [("the union", "the pier a ruin")],
    ),
    case(
        "a release",
        "“It is no secret that the firm is poor,” the release added.",
        [("the release", "It is no secret that the firm is poor")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_sources_and_contents(text: str, expected: list[tuple[str, str]]) -> None:
    seen = observe(text)
    told = attributed(text, seen)
    assert [(_voice(seen, claim), content) for claim, (_, _, content) in zip(seen.claims, told, strict=True)] == expected


UNSAID = [
    case("given by", "It was less than the sums given earlier by the port police.", []),
    case("asked whether", "“No,” Ana Lopes said, when asked by reporters whether the envoy hinted at a ban.", ["Ana Lopes"]),
    case("was to be", "The oil, which was supposed to be shipped to Lima, was stolen.", []),
    case("dismissed from office", "The general has dismissed Prime Minister Zeno Vlk.", []),
    case("a protest", "Dock workers on Tuesday staged a peaceful protest outside the port.", []),
    case("an assurance that was given", "The plan rests on the assurance that Vlk gave at a meeting in Lima.", []),
    case("campaigning for a vote", "Zeno Vlk is campaigning for the March 2 election.", []),
    case("a town attacked", "On Saturday, the rebels attacked Rukaramba, spreading panic.", []),
    case("a plan attacked", "The general attacked the plan as a farce.", ["The general"]),
    case("known as", "He was hurt by a militia, the Gulls, and by another, known as Interport, which hides in the hills.", []),
    case("the state of", "Rebels rampaging in the African state of Benin burned a pier, a governor said.", ["a governor"]),
    case("a place is no who", "Officials in the capital, Lima, who asked for tea, said it was late.", ["Officials in the capital"] * 2),
    case("who in a place", "A nurse in Lima, who asked not to be named, said it was late.", ["A nurse in Lima"]),
    case("dismissed a claim", "The general has dismissed Prime Minister Zeno Vlk's claim as false.", ["The general"]),
]


@pytest.mark.parametrize(("text", "expected"), UNSAID)
def test_what_nobody_says(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [_voice(seen, claim) for claim in seen.claims] == expected


AGAIN = [
    case(
        "one of several",
        "Ana Lopes, a passenger, said the van shook.\n\nOne of the sailors told local radio the pier sank.\n\n“It was dark,” he said.",
        ["Ana Lopes", "One of the sailors", "One of the sailors"],
    ),
    case(
        "a quotation between two",
        "“It must end,” Zeno Vlk told the paper on Monday.\n\n“Nobody will win.”\n\n“We are calm,” Ana Lopes told reporters.",
        ["Zeno Vlk", "Zeno Vlk", "Ana Lopes"],
    ),
    case(
        "of whom the paragraph before told",
        "Harbour chairman Zeno Vlk called a conference to answer a report on former harbour chief Luis Soto.\n\n“I never did it,” he said.",
        ["Zeno Vlk"],
    ),
    case("several are no she", "Drivers said the pier sank. She said it was dark.", ["Drivers", ""]),
    case(
        "another minister of the same state",
        "Chile's defence minister, Juan Solano, said it was late. The pier was sold, according to the Chilean justice minister.",
        ["Juan Solano", ""],
    ),
]


@pytest.mark.parametrize(("text", "expected"), AGAIN)
def test_who_is_spoken_of_again(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [_voice(seen, claim).replace("?", "") for claim in seen.claims] == expected


POINTING = [
    case("told about it", "Schools reopen on Monday. Minister Ana Lopes told reporters about it.", [("Schools reopen on", "Ana Lopes")]),
    case("informed an agency", "Schools reopen on Monday. The Ministry of Ports informed the Gull agency.", [("Schools reopen on", "")]),
    case("told of another thing", "Schools reopen on Monday. Ana Lopes told her aide of a plan.", [("Ana Lopes told", "Ana Lopes")]),
]


@pytest.mark.parametrize(("text", "expected"), POINTING)
def test_pointing_back(text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(text, observe(text)) == expected


def test_titles_behind_the_names_of_speakers() -> None:
    turns = (
        "ANA RUIZ: The army has closed the parliament. Our man is in Lima tonight.",
        "JUAN PAZ, PERU FOREIGN MINISTER: We have nothing to hide from anybody.",
        "ANA RUIZ: The opposition does not believe it at all.",
        "LUIS SOTO, OUR CORRESPONDENT: Nobody here has any power left.",
    )
    claims = observe("\n\n".join(turns)).claims
    assert [held_for(claim) for claim in claims] == ["", "", "PE", "", ""]
