"""Who speaks when the sentence itself does not say it: pronouns, descriptions, sentences without a source, and where narration resumes."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import cut, held_for, observe, spoken

TALKS = "Estonian Foreign Minister Ms. Maarika Ojaste met with Peruvian Foreign Minister Mr. Anselmo Quispe-Rojas in Lima on Tuesday. "
OJ, QR = "Maarika Ojaste", "Anselmo Quispe-Rojas"

SPEAKERS = [
    case(
        "she and he by gender",
        TALKS + "She said that the ferry was late. He noted that the pier was closed.",
        [("She said that", OJ), ("He noted that", QR)],
    ),
    case(
        "he goes on with the last speaker",
        TALKS + "Quispe-Rojas said that the ferry was late. He added that the pier was closed.",
        [("Quispe-Rojas said that", QR), ("He added that", QR)],
    ),
    case(
        "she passes over a man named between",
        TALKS + "Ojaste thanked Quispe-Rojas for the planks. She said that the ferry was late.",
        [("Ojaste thanked Quispe-Rojas", OJ), ("She said that", OJ)],
    ),
    case(
        "the two ministers are the persons",
        TALKS + "The two ministers agreed that the pier should be painted.",
        [("The two ministers", f"{QR}; {OJ}")],
    ),
    case("they are the persons", TALKS + "They agreed that the pier should be painted.", [("They agreed that", f"{QR}; {OJ}")]),
    case("the two sides are nobody in person", TALKS + "The two sides agreed that the pier should be painted.", [("The two sides", "")]),
    case(
        "his guest is not he",
        TALKS + "Quispe-Rojas said that the ferry was late. His guest noted that the pier was closed.",
        [("Quispe-Rojas said that", QR), ("His guest noted", OJ)],
    ),
    case(
        "who answers is the other one",
        TALKS + "Quispe-Rojas said that the ferry was late. In response, the Minister noted that the pier was closed.",
        [("Quispe-Rojas said that", QR), ("In response, the", OJ)],
    ),
    case(
        "the one of a nationality",
        TALKS + "The Estonian diplomat noted that the pier was closed.",
        [("The Estonian diplomat", OJ)],
    ),
    case(
        "in her opinion",
        TALKS + "Ojaste said that the ferry was late. In her opinion, the pier has a future.",
        [("Ojaste said that", OJ), ("In her opinion,", OJ)],
    ),
    case("a state is nobody in person", TALKS + "Chile said that the pier was never blue.", [("Chile said that", "")]),
    case(
        "counterpart named by nationality",
        TALKS + "Ojaste said that the ferry was late. Her Peruvian counterpart said that the pier was closed.",
        [("Ojaste said that", OJ), ("Her Peruvian counterpart", QR)],
    ),
    case(
        "counterpart",
        TALKS + "Ojaste said that the ferry was late. Her counterpart noted that the pier was closed.",
        [("Ojaste said that", OJ), ("Her counterpart noted", QR)],
    ),
    case(
        "description by office and state",
        TALKS + "The Peruvian minister said that the pier was closed.",
        [("The Peruvian minister", QR)],
    ),
    case(
        "sentence without a source goes on",
        TALKS + "Ojaste said that relations with Peru are warm. Estonia supports Peru's bid for the kite festival.",
        [("Ojaste said that", OJ), ("Estonia supports Peru's", OJ)],
    ),
    case(
        "what both states share goes on",
        TALKS
        + "Ojaste said that relations with Peru are warm. As members of the Coastal Union, Estonia and Peru share a consensus on kelp.",
        [("Ojaste said that", OJ), ("As members of", OJ)],
    ),
    case(
        "what both states did is told of both",
        TALKS + "Ojaste said that relations with Peru are warm. Estonia and Peru welcomed the progress on kelp.",
        [("Ojaste said that", OJ), ("Estonia and Peru", "")],
    ),
    case(
        "what the sides should adhere to goes on",
        TALKS + "Ojaste said that relations with Peru are warm. The two sides should adhere to the kelp treaty.",
        [("Ojaste said that", OJ), ("The two sides", OJ)],
    ),
    case(
        "what the sides should do goes on",
        TALKS + "Ojaste said that relations with Peru are warm. The two sides should share their buoys and count them together.",
        [("Ojaste said that", OJ), ("The two sides", OJ)],
    ),
    case(
        "narration resumes: they signed",
        TALKS + "Ojaste said that relations with Peru are warm. The two ministers signed a memorandum on buoys.",
        [("Ojaste said that", OJ)],
    ),
    case(
        "narration resumes: a person acts",
        TALKS + "Ojaste said that relations with Peru are warm. Quispe-Rojas walked to the pier.",
        [("Ojaste said that", OJ)],
    ),
    case(
        "narration resumes: passive event",
        TALKS + "Ojaste said that relations with Peru are warm. The talks were held in the town hall.",
        [("Ojaste said that", OJ)],
    ),
    case(
        "narration resumes: next paragraph",
        TALKS + "Ojaste said that relations with Peru are warm.\n\nThe pier of Callao was built in 1904.",
        [("Ojaste said that", OJ)],
    ),
    case(
        "no readout, no continuation",
        "Maarika Ojaste said that the ferry was late. The harbour fund pays for nets and lamps. "
        "It is kept in a drawer. Estonia has nine lighthouses. They will need paint.",
        [("Maarika Ojaste said", OJ)],
    ),
    case(
        "quotation goes on after the attribution",
        TALKS + "“The ferry is late and nobody knows why,” Ojaste said. “We have asked the gulls, and they are silent.”",
        [("The ferry is", OJ), ("We have asked", OJ)],
    ),
    case(
        "quotation before its attribution, another paragraph",
        TALKS + "\n\n“We have asked the gulls, and they are silent.”\n\n“The ferry is late and nobody knows why,” Ojaste said.",
        [("We have asked", OJ), ("The ferry is", OJ)],
    ),
    case(
        "the last speaker is not asked when a new paragraph quotes another",
        TALKS
        + "“The pier is closed to goats and to dancers,” Quispe-Rojas said.\n\n“The ferry is late and nobody knows why,” said Ojaste.",
        [("The pier is", QR), ("The ferry is", OJ)],
    ),
]

TURNS = [
    case(
        "labels with names",
        "President of Estonia Tarmo Ilves-Saar: Good morning, dear friends. The pier is open again.\n\n"
        "Rasa Norkutė: Thank you for the honey. Our bees are jealous of it.",
        [
            ("Good morning, dear", "Tarmo Ilves-Saar"),
            ("The pier is", "Tarmo Ilves-Saar"),
            ("Thank you for", "Rasa Norkutė"),
            ("Our bees are", "Rasa Norkutė"),
        ],
    ),
    case(
        "a turn goes on over paragraphs",
        "President of Estonia Tarmo Ilves-Saar: The pier is open again.\n\nThe ferry will follow in the spring.\n\n"
        "Rasa Norkutė: Our bees are jealous of it.",
        [("The pier is", "Tarmo Ilves-Saar"), ("The ferry will", "Tarmo Ilves-Saar"), ("Our bees are", "Rasa Norkutė")],
    ),
    case(
        "questions are nobody's statements",
        "Question: Why is the ferry late?\n\nPresident of Estonia Tarmo Ilves-Saar: The cook of the ferry is ill.",
        [("The cook of", "Tarmo Ilves-Saar")],
    ),
    case(
        "labels with nothing but names",
        "Tarmo Ilves-Saar: The cook of the ferry is ill.\n\nRasa Norkutė: Our bees are jealous of it.",
        [("The cook of", "Tarmo Ilves-Saar"), ("Our bees are", "Rasa Norkutė")],
    ),
]

BEHALF = [
    case("a person for the state", TALKS + "Ojaste said that the ferry was late.", ["EE"]),
    case("the two sides for both", TALKS + "The two sides agreed to paint the pier.", ["EE+PE"]),
    case("the two ministers for both", TALKS + "The two ministers agreed to paint the pier.", ["EE+PE"]),
    case("a state for itself", TALKS + "Chile said that the pier was never blue.", ["CL"]),
    case("an organization for itself", "The European Union condemned the theft of the buoys.", ["European Union"]),
    case("the head of an organization", "Arab League Secretary-General Fadl Benhaddou condemned the theft of the buoys.", ["Arab League"]),
    case("an unnamed holder for the state", "The foreign minister of Nauru said that rain was welcome.", ["NR"]),
    case("a private person for nobody", "The otters are back, said Jukka Haapamaa, who counts them.", [""]),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speakers(text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(text, observe(text)) == expected


@pytest.mark.parametrize(("text", "expected"), TURNS)
def test_turns(text: str, expected: list[tuple[str, str]]) -> None:
    seen = observe(text)
    assert spoken(text, seen) == expected
    assert all(c.is_direct for c in seen.claims)


@pytest.mark.parametrize(("text", "expected"), BEHALF)
def test_on_whose_behalf(text: str, expected: list[str]) -> None:
    assert [held_for(c) for c in observe(text).claims] == expected


def test_he_said_is_a_cue_and_no_continuation() -> None:
    seen = observe(
        TALKS + "Quispe-Rojas said that the ferry was late. He said that the pier was closed. Peru supports the repair of the pier."
    )
    assert [c.is_continuation for c in seen.claims] == [False, False, True]


def test_the_other_minister_is_addressed_and_the_other_state_is_the_target() -> None:
    seen = observe(TALKS + "Ojaste urged Peru to count its buoys.")
    [claim] = seen.claims
    assert [seen.people[p].name for p in claim.addressees] == [QR]
    assert [a.name for a in claim.targets] == ["PE"]


def test_a_sentence_that_looks_back_at_another_meeting_goes_on_with_its_own() -> None:
    seen = observe(
        TALKS + "Ojaste said that the ferry was late.\n\n"
        "Meeting with Prime Minister Rosalía Huamán on Wednesday, Ojaste noted that she had met with Quispe-Rojas in Lima a day earlier. "
        "Huamán said that the pier was closed."
    )
    assert [[seen.people[p].name for p in c.addressees] for c in seen.claims] == [[QR], ["Rosalía Huamán"], [OJ]]


def test_in_news_that_quotes_others_nobody_goes_on_speaking() -> None:
    text = (
        "Estonian Foreign Minister Maarika Ojaste met with Chilean President Ramona Illanes on Tuesday. "
        "Ojaste said that the pier is old.\n\n"
        "Estonia will have a new pier in May. Local fishermen said the gulls had left. A police officer said nobody was hurt."
    )
    assert [c.rule for c in observe(text).claims] == ["source-finite"] * 3


def test_people_of_somebody_are_not_that_person() -> None:
    text = "Energy minister Rosa Lindqvist said the dam was late. The minister's people blame the weather."
    assert [c.source_name for c in observe(text).claims] == [None, "The minister's people"]


def test_claims_of_the_talks_belong_to_the_meeting() -> None:
    assert [c.meeting for c in observe(TALKS + "Ojaste said that the ferry was late.").claims] == [0]


def test_what_officials_begin_with_is_what_they_say_where_it_names() -> None:
    lead = "Estonian President Maarika Ojaste met Peruvian President Anselmo Quispe-Rojas in Lima on Tuesday.\n\n"
    text = f"{lead}Calling Estonia and Peru old friends, Ojaste said the relationship has maintained healthy development."
    assert [cut(text, claim.content) for claim in observe(text).claims][:1] == ["Estonia and Peru old friends"]
