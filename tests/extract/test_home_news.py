"""News of parliaments, unions, courts and budgets at home: for whom is spoken by whom a paper calls by no state, and with what act."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import cut, held_for, observe, speakers

WHO = "Asha Mwinyi"

FOR_WHOM = [
    case(
        "a union by the name of its state",
        f"Kenya Federation of Bakers secretary general {WHO} said it was late.",
        "Kenya Federation of Bakers",
    ),
    case(
        "a union behind its officer's title",
        f"The secretary general of the Kenya Union of Bakers, {WHO}, said it was late.",
        "Kenya Union of Bakers",
    ),
    case("a union of common words alone", f"The president of the Harbour Union of Dockers, {WHO}, said it was late.", ""),
    case("a chamber by the name of a capital", "The Lima Chamber of Trade estimated that it was late.", "Lima Chamber of Trade"),
    case("a senator of the opposition", f"Opposition senator {WHO} described the pier as a shame.", ""),
    case("the leader of the opposition", f"The leader of the opposition, {WHO}, said it was late.", ""),
    case("a shadow minister", f"Shadow minister {WHO} said it was late.", ""),
    case("a party's leader", f"Fianna Mara president {WHO} said it was late.", ""),
    case("a party's spokeswoman", f"Fianna Mara's finance spokeswoman, Ms {WHO}, said it was late.", ""),
    case("a minister at home", f"Finance Minister {WHO} said it was late.", "KE"),
    case("the ministry's spokesman", f"The Foreign Ministry's spokesman, {WHO}, said it was late.", "KE"),
    case("the president of a state's chamber", f"National Assembly President {WHO} said it was late.", "KE"),
    case("initials before a secretary", f"MEA joint secretary {WHO} said it was late.", "KE"),
    case("an agency's man in the country", f"WHO country representative Dr. {WHO} said it was late.", "World Health Organization"),
    case("its minister, after a sentence about a state", f"Asmara rejected it. Its information minister, {WHO}, said it was late.", "ER"),
    case("her office", f"The chairwoman of the African Union, {WHO}, is ill. Her office said it was late.", "African Union"),
    case("her spokesman", f"The Peruvian minister {WHO} is ill. Her spokesman said it was late.", "PE"),
    case("an association of a state's name", "The Law Association of Zambia said it was late.", "Law Association of Zambia"),
    case("a ministry of a capital", "Seoul's unification ministry said it was late.", "KR"),
    case("a company", "Verdant Motors on Monday said it would wait.", "Verdant Motors"),
    case("a minister's field is no company", f"Kisumu Industries Minister {WHO} said it would wait.", "KE"),
    case("who runs a company that nobody knows", f"“Wait,” Chairman and Managing Director {WHO} said.", ""),
    case("who fights the state", f"Rebel spokesman Brig. Gen. {WHO} said it was late.", ""),
    case(
        "a body's own mediator", f"IGAD's lead mediator, Ambassador {WHO}, said it was late.", "Intergovernmental Authority on Development"
    ),
    case("a spokesman in his capital", f"Belarus is far. “It was late,” Foreign Ministry spokesman {WHO} said in Minsk.", "BY"),
    case("diplomats in a capital", "Diplomats in Lima said it was late.", ""),
    case("officials in a capital", "Officials in Lima said it was late.", "PE"),
    case("a state's delegate", "Luxembourg's delegate said it was late.", "LU"),
    case(
        "the chief's envoy, named later",
        f"It was late, the Secretary-General's Special Envoy told the board. Special Envoy {WHO} said it was late.",
        "United Nations",
    ),
]

CLAIMS = [
    case("dared to do it", f"{WHO} challenged the mayor to publish the bill.", [("the mayor to publish the bill", "urge")]),
    case("challenged a thing", f"{WHO} challenged the verdict.", [("the verdict", "oppose")]),
    case("sought an inquiry", f"{WHO} sought an inquiry into the pier.", [("an inquiry into the pier", "urge")]),
    case("experts expect", "Analysts expect the cabinet to give in.", [("the cabinet to give in", "assess")]),
    case("states expect", "Peru expects Chile to return the boats.", [("Chile to return the boats", "urge")]),
    case("things are expected to", "Peru expects trade to grow.", [("trade to grow", "assess")]),
    case("what others favoured", "A survey found that 48 percent favored the pier.", [("48 percent favored the pier", "assess")]),
    case("would like to see", f"{WHO} said that it would like to see it go.", [("it would like to see it go", "urge")]),
    case("denied that it will", f"{WHO} denied that the ferry would sail.", [("the ferry would sail", "assert")]),
    case(
        "a quotation of several sentences",
        f"{WHO} said: “The mayor has been asleep. She should come and explain herself.”",
        [("The mayor has been asleep. She should come and explain herself", "urge")],
    ),
    case(
        "the same pronoun again",
        f"{WHO} came. She argued that the bill is bad, and she promised a ferry.",
        [("the bill is bad", "assess"), ("a ferry", "pledge")],
    ),
    case(
        "another speaks after an infinitive",
        "The dockers agreed to delay a vote on the pier, and Peru signaled that it could pay.",
        [("to delay a vote on the pier", "agree"), ("it could pay", "assert")],
    ),
    case(
        "it said and urged",
        "Peru said it was following events and pressed the two governments to wait.",
        [("it was following events", "assert"), ("the two governments to wait", "urge")],
    ),
    case(
        "advised to do, and denied",
        f"{WHO} advised the residents to seek help and belied reports that the pier was old.",
        [("the residents to seek help", "urge"), ("reports that the pier was old", "oppose")],
    ),
    case("reported seeing", "Residents of Callao reported hearing shots.", [("hearing shots", "assert")]),
    case("did not want to be named", "A clerk, who did not want to be named, said it was late.", [("it was late", "assert")]),
    case("declined to be identified", "A clerk who declined to be identified said it was late.", [("it was late", "assert")]),
    case("his country is ready", "The envoy of Togo said his country stood ready to pay.", [("his country stood ready to pay", "pledge")]),
    case("member states", "Member states broadly supported the plan.", [("the plan", "support")]),
    case(
        "a felt noun and another verb",
        f"{WHO} voiced doubts and said that it was late.",
        [("doubts", "oppose"), ("it was late", "assert")],
    ),
    case("what should have been", f"{WHO} said that it should never have been opened.", [("it should never have been opened", "assess")]),
    case("a position in doing", f"{WHO} reiterated her position in rejecting tolls.", [("her position in rejecting tolls", "oppose")]),
    case("the own army", f"Defence Minister {WHO} said that the army would help.", [("the army would help", "pledge")]),
    case("a mission is sent", "The EU sent an assessment mission.", []),
    case("said somebody of a body", f"“It was late,” said {WHO} of the Landless Bakers' Forum.", [("It was late", "assert")]),
    case("evinced interest", f"{WHO} evinced keen interest in the port.", [("keen interest in the port", "pledge")]),
    case("felt nouns in a row", f"{WHO} voiced doubts and fears.", [("doubts and fears", "oppose")]),
    case("millions", "Peru said it had paid £90m. Dockers urged Chile to pay.", [("it had paid £90m", "assert"), ("Chile to pay", "urge")]),
    case("no ends a sentence", "Peru asked, and the answer was no. Chile said that it was late.", [("it was late", "assert")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actor"), FOR_WHOM)
def test_for_whom_at_home(text: str, actor: str) -> None:
    last = observe(text, place="Nairobi").claims[-1]
    assert held_for(last) == actor


@pytest.mark.parametrize(("text", "claims"), CLAIMS)
def test_claims_at_home(text: str, claims: list[tuple[str, str]]) -> None:
    found = observe(text, place="Nairobi").claims
    assert [(cut(text, c.content).removeprefix("that "), c.act) for c in found] == claims


def test_a_dateline_is_no_part_of_the_source() -> None:
    text = "CALLAO, June 8, 1994 - Senate leaders agreed Wednesday to wait."
    seen = observe(text, lead=22)
    assert [cut(text, claim.source) for claim in seen.claims] == ["Senate leaders"]
    assert [speakers(seen, claim) for claim in seen.claims] == [()]


def test_the_first_of_two_offices_is_borne_too() -> None:
    text = f"Deputy Prime Minister and Minister of Ports {WHO} came. The Deputy Prime Minister said it was late."
    seen = observe(text, place="Nairobi")
    assert [speakers(seen, claim) for claim in seen.claims] == [(WHO,)]


def test_who_is_called_by_letters_is_meant_by_the_words() -> None:
    text = (
        f"HE Minister of Ports {WHO} met HE Peruvian Foreign Minister Luis Vega. {WHO} said it was late. His Excellency said it was dark."
    )
    seen = observe(text, place="Nairobi")
    assert [speakers(seen, claim) for claim in seen.claims] == [(WHO,), (WHO,)]


def test_the_authors_of_a_statement_go_on_behind_what_some_of_them_said() -> None:
    title = "Joint Statement of the Foreign Ministers of Peru, Chile and Chad"
    text = f"{title}\n\nWe were pleased with the piers. Several ministers voiced concern over the tolls. We urged all parties to wait."
    assert [held_for(claim) for claim in observe(text).claims] == ["CL+PE+TD"] * 3
