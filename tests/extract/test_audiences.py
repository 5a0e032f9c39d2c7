"""Guests received one after the other, leaders before they are named, and states that are only talked about."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import line_of, observe, spoken

ORTON = "British Prime Minister Ian Hallam met President Bela Orton."
AUDIENCES = [
    case(
        "they are those of the last meeting",
        "Czech Ambassador Tomas Smet called on Pakistani Foreign Minister Tariq Sethi. They expressed satisfaction over ties.\n\n"
        "Turkmen Ambassador Atajan Movlam also called on Foreign Minister Sethi and discussed trade. They expressed the resolve to go on.",
        [("They expressed satisfaction", "Tariq Sethi; Tomas Smet"), ("They expressed the", "Atajan Movlam; Tariq Sethi")],
    ),
    case(
        "the phrase of a participle is not what is said",
        "Talking to Czech Ambassador Tomas Smet, Pakistani Foreign Minister Tariq Sethi emphasized on regular dialogue and trade.",
        [("Talking to Czech", "Tariq Sethi")],
    ),
    case(
        "what is recalled before a quotation",
        "It should be recalled that on March 8, 2022, Pakistani Foreign Minister Tariq Sethi wrote on his page: “We welcome the mill.”",
        [("It should be", "Tariq Sethi")],
    ),
    case(
        "who meets a president is another",
        "The President received French President Luc Martin today. The President said that ties are good. Mr Martin thanked his host.",
        [("The President said", ""), ("Mr Martin thanked", "Luc Martin")],
    ),
    case(
        "the president, of two, is who spoke",
        "Vietnamese President Vo Van Tho met Mongolian President Bat Khurel on Monday. Speaking to the press, President Vo Van Tho said "
        "that ties were good. The President said that trade would grow.\n\nThe rain went on. The President expressed his belief in it.",
        [("Speaking to the", "Vo Van Tho"), ("The President said", "Vo Van Tho"), ("The President expressed", "Vo Van Tho")],
    ),
    case(
        "by a protocol it is done, not said",
        "The ceremony for President Bat Khurel of Mongolia was held in Hanoi according to the protocol reserved for heads of state.",
        [],
    ),
    case(
        "a title, a comma and a name without another comma",
        "The AU Commissioner for Peace and Security, Smail Chergi received Peruvian Foreign Minister Ana Rojas. Mr Chergi thanked her.",
        [("Mr Chergi thanked", "Smail Chergi")],
    ),
    case(
        "those who declare say all of it",
        "We, the Foreign Ministers of Estonia, Finland and Poland, express concern about the drills.\n\nThese are raising tensions "
        "at sea.\n\nThe sea lanes are vital to all. We oppose any threat to it.",
        [
            ("We, the Foreign", "?; ?; ?"),
            ("These are raising", "?; ?; ?"),
            ("The sea lanes", "?; ?; ?"),
            ("We oppose any", "?; ?; ?"),
        ],
    ),
    case(
        "the president is named further down",
        "The President spoke today to British Prime Minister Ian Hallam. The President expressed support for the plan. "
        "President Orton also invited Mr Hallam.",
        [("The President expressed", "Orton"), ("President Orton also", "Orton")],
    ),
    case(
        "a participle between the subject and its verb",
        "Kenyan Foreign Minister Ada Oti met Peruvian Foreign Minister Luis Rojas. Ms Oti, stressing the need for peace, thanked her host.",
        [("Ms Oti, stressing", "Ada Oti"), ("thanked her host", "Ada Oti")],
    ),
    case("views that were exchanged are nobody's", f"{ORTON} During the talks, views were also exchanged on fish.", []),
]


@pytest.mark.parametrize(("text", "expected"), AUDIENCES)
def test_who_says_what(text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(text, observe(text)) == expected


@pytest.mark.parametrize(
    "talk", ["They discussed the war in Syria.", "On Syria, they agreed to go on.", "They spoke about Syria.", "The Syrian crisis goes on."]
)
def test_a_state_that_is_talked_about_has_no_president_there(talk: str) -> None:
    seen = observe(f"{ORTON} {talk} President Orton said the talks were good.")
    assert [person.actor for person in seen.people if person.name == "Bela Orton"] == [None]


def test_a_state_in_which_they_are_has_its_president_there() -> None:
    seen = observe(f"{ORTON} The two spoke about trade between Syria and Britain. President Orton said the talks were good.")
    assert [person.actor and person.actor.name for person in seen.people if person.name == "Bela Orton"] == ["SY"]


def test_who_heads_a_body_known_by_its_letters_acts_for_no_state() -> None:
    seen = observe("QORTAM President Ane Lund said trade would grow. Trade Minister Ola Berg said that he was glad.", place="Oslo")
    actors = {person.name: person.actor and person.actor.name for person in seen.people}
    assert actors == {"Ane Lund": None, "Ola Berg": "NO"}


def test_they_who_met_are_the_two_of_the_sentence() -> None:
    seen = observe(
        "Vietnamese President Vo Van Phu received President Bela Maro of Sierra Leone on Tuesday. President Maro also met Premier Ha "
        "Van Chinh of Vietnam. The Vietnamese President had invited President Maro when they met in New York in May 2021."
    )
    assert line_of(seen, seen.meetings[-1]) == "bilateral held 2021-05-01/2021-05-31 New York looked back: Bela Maro/SL; Vo Van Phu/VN"
