"""One event in one article: what is told twice there is one meeting, what is told beside it is another, and who was there together.

Lines and the articles' day are as in `test_meeting_reports`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from .cases import case
from .reading import line_of, observe

OJASTE = "Estonian President Maarika Ojaste"
QUISPE = "Peruvian President Anselmo Quispe-Rojas"
MOALA = "Tongan Prime Minister Sione Moala"
BOTH = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"
ALL = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE; Sione Moala/TO"
WITH_MOALA = "Maarika Ojaste/EE; Sione Moala/TO"

CAME_TO_PASS = [
    case(
        "what came first of a day, and then",
        f"{OJASTE} arrived in Lima on Tuesday. Ojaste first met {QUISPE} before being received by {MOALA}.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}", f"bilateral held 2022-09-13 Lima: {WITH_MOALA}"],
    ),
    case(
        "whom one first met long ago",
        f"{OJASTE} first met {QUISPE} in May 2019 and then lost sight of him.",
        [f"bilateral held 2019-05-01/2019-05-31 - looked back: {BOTH}"],
    ),
    case(
        "what somebody came for, and how it went",
        f"{OJASTE} arrived in Lima on Tuesday to meet {QUISPE}. The two met at the Government Palace on Tuesday.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}"],
    ),
    case(
        "a plan without a day comes first",
        f"{OJASTE} is due to meet {QUISPE}. Ojaste and Quispe-Rojas met in Lima on Tuesday.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}"],
    ),
    case(
        "another one is planned",
        f"{OJASTE} met {QUISPE} in Lima on Wednesday. The two leaders are to meet again on September 14 over dinner.",
        [f"bilateral held 2022-09-14 Lima: {BOTH}", f"bilateral planned 2022-09-14 -: {BOTH}"],
    ),
    case(
        "another day is planned",
        f"{OJASTE} met {QUISPE} in Lima on Tuesday. The two leaders will meet on Friday.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}", f"bilateral planned 2022-09-16 -: {BOTH}"],
    ),
    case(
        "who visited a place to hold talks held them",
        f"{OJASTE} visited the State House in Lima on Sunday, September 11 to hold talks with {QUISPE}.",
        [f"bilateral held 2022-09-11 Lima: {BOTH}"],
    ),
    case(
        "who was there to meet",
        f"{OJASTE} was in Lima on Monday to meet {QUISPE}.",
        ["visit held 2022-09-12 Lima: ?/PE; Maarika Ojaste/EE", f"bilateral held 2022-09-12 Lima: {BOTH}"],
    ),
    case(
        "who will be there to meet",
        f"{OJASTE} will be in Lima on Friday to meet {QUISPE}.",
        ["visit planned 2022-09-16 Lima: ?/PE; Maarika Ojaste/EE", f"bilateral planned 2022-09-16 Lima: {BOTH}"],
    ),
    case(
        "what a planned meeting is for is none beside it",
        f"{OJASTE} is planning to meet with {QUISPE} this Friday in Lima for fish negotiations.",
        [f"bilateral planned 2022-09-16 Lima: {BOTH}"],
    ),
]

TOGETHER = [
    case(
        "the next sentence says that all three met",
        f"{OJASTE} met with {QUISPE} and {MOALA} in Lima on Tuesday. The three leaders spoke of fish.",
        [f"trilateral held 2022-09-13 Lima: {ALL}"],
    ),
    case(
        "another meeting of three is to follow",
        f"{OJASTE} met with {QUISPE} and {MOALA} in Lima on Tuesday. A trilateral meeting is planned for May.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}", f"bilateral held 2022-09-13 Lima: {WITH_MOALA}"],
    ),
    case(
        "three days are not three leaders",
        f"{OJASTE} met with {QUISPE} and {MOALA} in Lima on Tuesday. During the three days she saw much fish.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}", f"bilateral held 2022-09-13 Lima: {WITH_MOALA}"],
    ),
    case(
        "somebody's one meeting with several",
        f"{OJASTE} said her meeting with {QUISPE} and {MOALA} in Lima had been difficult.",
        [f"trilateral held 2022-09-14 Lima: {ALL}"],
    ),
    case(
        "somebody's meetings with several",
        f"{OJASTE} said her meetings with {QUISPE} and {MOALA} in Lima had been difficult.",
        [f"bilateral held 2022-09-14 Lima: {BOTH}", f"bilateral held 2022-09-14 Lima: {WITH_MOALA}"],
    ),
    case(
        "along with a third",
        f"{OJASTE} and {QUISPE}, along with {MOALA}, met in Lima on Tuesday.",
        [f"trilateral held 2022-09-13 Lima: {ALL}"],
    ),
    case(
        "a state's own person as the second subject",
        f"{OJASTE} and Peru's Anselmo Quispe-Rojas opened their second summit in Lima on Tuesday.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}"],
    ),
    case(
        "as well as with others",
        f"{OJASTE} met with {QUISPE} and an envoy for the Fish Dialogue, as well as with {MOALA}.",
        [f"bilateral held 2022-09-14 -: {BOTH}", f"bilateral held 2022-09-14 -: {WITH_MOALA}"],
    ),
    case(
        "two leaders who speak to others do not telephone",
        f"{OJASTE} met {QUISPE} in Lima on Tuesday. The two presidents laid a wreath and talked to students.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}"],
    ),
    case(
        "a counterpart says that the other is in office",
        "Maria Ojaste met her Peruvian counterpart, President Anselmo Quispe-Rojas, in Lima on Tuesday.",
        ["bilateral held 2022-09-13 Lima: Anselmo Quispe-Rojas/PE; Maria Ojaste/-"],
    ),
]

DATED = [
    case(
        "a count of meetings is no date",
        f"{OJASTE} and {QUISPE} met earlier in the day, their third meeting this year.",
        [f"bilateral held 2022-09-14 -: {BOTH}"],
    ),
    case(
        "days after another meeting",
        f"Two weeks after she met {MOALA} in Suva, {OJASTE} received {QUISPE} in Tallinn on Monday.",
        [f"bilateral held 2022-09-12 Tallinn: {BOTH}"],
    ),
    case(
        "the first meeting that a report begins with is its news",
        f"{OJASTE} and {QUISPE} held their first informal talks in Lima and agreed on fish.",
        [f"bilateral held 2022-09-14 Lima: {BOTH}"],
    ),
    case(
        "earlier in the morning of the day that was told of",
        f"{OJASTE} met {QUISPE} in Lima on Tuesday. Earlier in the morning, a delegation headed by her had been received by {MOALA}.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}", f"bilateral held 2022-09-13 Lima: {WITH_MOALA}"],
    ),
    case(
        "later that evening",
        f"{OJASTE} met {QUISPE} in Lima on Monday. Later that evening, {MOALA} hosted a dinner for Ojaste.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}", f"bilateral held 2022-09-12 Lima: {WITH_MOALA}"],
    ),
    case(
        "earlier in the year, in a text about a day",
        f"{OJASTE} met {QUISPE} in Lima on Tuesday. Earlier in the year, she was received by {MOALA}.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}", f"bilateral held 2022-01-01/2022-12-31 - looked back: {WITH_MOALA}"],
    ),
    case(
        "earlier this month, in a text about a day",
        f"{OJASTE} met {QUISPE} in Lima on Tuesday. Earlier this month {MOALA} hosted Ojaste in Suva.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}", f"bilateral held 2022-09-01/2022-09-30 Suva looked back: {WITH_MOALA}"],
    ),
    case(
        "recently, in a text about something else",
        f"The pier is old. {OJASTE} recently hosted {QUISPE} in Tallinn.",
        [f"bilateral held - Tallinn looked back: {BOTH}"],
    ),
    case(
        "a meeting at a summit is no summit",
        f"{OJASTE} told a paper of the last trilateral meeting between her, {QUISPE} and {MOALA}, held in Lima in May within the framework "
        "of the summit.",
        [f"trilateral held 2022-05 Lima looked back: {ALL}"],
        wrong="whom a pronoun in a list means is not told",
    ),
]


TOLD = [
    case(
        "a press office tells the news",
        f"Three presidents signed a treaty in Lima on Tuesday.\n\nAccording to the Peruvian presidential press service, {OJASTE}, {QUISPE} "
        f"and {MOALA} held a trilateral meeting in Lima to seal it.",
        [f"trilateral held 2022-09-13 Lima: {ALL}"],
    ),
    case(
        "what had been said of a meeting that has been told of",
        f"{OJASTE} was welcomed by {QUISPE} on Tuesday at the palace in Lima.\n\n"
        "Spokesman Abel Lanza said on Sunday that Ojaste and Quispe-Rojas would hold talks on fish.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}"],
    ),
    case(
        "a look back goes on",
        f"{OJASTE} will visit Suva on Friday.\n\nEarlier, on March 31 this year, she was received by {QUISPE} in Lima. "
        "Ojaste held talks with Quispe-Rojas on fish.",
        ["visit planned 2022-09-16 Suva: ?/FJ; Maarika Ojaste/EE", f"bilateral held 2022-03-31 Lima looked back: {BOTH}"],
    ),
    case(
        "a day of what was said at a meeting",
        f"During the talks between {OJASTE} and {QUISPE}, it was noted that the fair would open on October 31.",
        [f"bilateral held 2022-09-14 -: {BOTH}"],
    ),
    case(
        "the pair in view, not those whose deals are spoken of",
        f"{OJASTE} met with {QUISPE} in Lima on Tuesday. She recalled the deals made by {MOALA} and Chadian President Ramona Illanes. "
        "The pair last met in May in Tallinn.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}", f"bilateral held 2022-05-01/2022-05-31 Tallinn looked back: {BOTH}"],
    ),
    case(
        "a summit of three presidents to come",
        "The first trilateral summit of the presidents of Estonia, Peru and Tonga will take place in Lima on October 3.",
        ["trilateral planned 2022-10-03 Lima: ?/EE; ?/PE; ?/TO"],
    ),
    case(
        "a visit to the city of",
        f"{OJASTE} paid a working visit to the city of Lima on Tuesday.",
        ["visit held 2022-09-13 Lima: ?/PE; Maarika Ojaste/EE"],
    ),
]


BESIDE = [
    case(
        "a year before the noun",
        f"{OJASTE} met {QUISPE} in Lima on Tuesday. They did without the jokes of the 2001 meeting between Presidents Sione Moala of Tonga "
        "and Ramona Illanes of Chad.",
        [
            f"bilateral held 2022-09-13 Lima: {BOTH}",
            "bilateral held 2001-01-01/2001-12-31 - looked back: Ramona Illanes/TD; Sione Moala/TO",
        ],
    ),
    case(
        "future talks",
        f"In March, {MOALA} met {OJASTE} in Lima in order to build grounds for future discussions of Ojaste and {QUISPE}.",
        [f"bilateral held 2022-03-01/2022-03-31 Lima looked back: {WITH_MOALA}", f"bilateral planned - Lima: {BOTH}"],
    ),
    case(
        "what came before other talks was held",
        f"Ahead of the Lima talks, {OJASTE} met with {QUISPE}.",
        [f"bilateral held 2022-09-14 -: {BOTH}"],
    ),
    case(
        "also expected to be there",
        f"{OJASTE} met {QUISPE} in Lima on Tuesday. {MOALA}, who was also expected to be in Lima today, stayed at home.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}", "visit planned 2022-09-14 Lima: ?/PE; Sione Moala/TO"],
    ),
    case(
        "whose envoy leads the delegation",
        "Estonia and Peru held a second round of talks in Lima on Monday. The Peruvian delegation was led by President Anselmo "
        "Quispe-Rojas's special envoy, Rosa Ibarra.",
        ["bilateral held 2022-09-12 Lima: ?/EE; Rosa Ibarra/PE"],
    ),
    case("commenting on a recent visit", f"{QUISPE} said this on Tuesday when commenting on the recent visit by {OJASTE}.", []),
    case(
        "two states joined by a dash are no place",
        f"{OJASTE} held a rare meeting with {QUISPE}, a novelty in Tonga-Chad trade.",
        [f"bilateral held 2022-09-14 -: {BOTH}"],
    ),
]


CALLS = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"
IN_PASSING = [
    case(
        "thanked for a call",
        f"{OJASTE} thanked {QUISPE} for a “frank and useful” phone call on Monday, saying fish would sail.",
        [f"call held 2022-09-12 -: {CALLS}"],
    ),
    case("thanked for an invitation to talks", f"{OJASTE} thanked {QUISPE} for the invitation to talks on Monday.", []),
    case(
        "after the two spoke",
        f"{OJASTE} praised {QUISPE} on Monday. After the two spoke today, fish was cheaper.",
        [f"call held 2022-09-14 -: {CALLS}"],
    ),
    case(
        "the dialogue is the call",
        f"{OJASTE} spoke by phone with {QUISPE} on Monday. She was late because of her dialogue with Quispe-Rojas.",
        [f"call held 2022-09-12 -: {CALLS}"],
    ),
    case(
        "whose engagements they were",
        f"{OJASTE} and {QUISPE} met in Lima on Tuesday. Quispe-Rojas was tired before his meeting with Ojaste. "
        "His prior engagements included talks with the foreign ministers of Tonga and Chad.",
        [
            f"bilateral held 2022-09-13 Lima: {BOTH}",
            "bilateral held - - looked back: ?/TO; Anselmo Quispe-Rojas/PE",
            "bilateral held - - looked back: ?/TD; Anselmo Quispe-Rojas/PE",
        ],
    ),
    case(
        "a party in brackets",
        f"At their meeting in Lima on Tuesday, {OJASTE} (Reform), {QUISPE} and {MOALA} agreed on fish.",
        [f"trilateral held 2022-09-13 Lima: {ALL}"],
    ),
    case(
        "along with a third who stands nearest to the verb",
        f"The Estonian and Peruvian presidents, along with {MOALA}, met in Lima on Tuesday.",
        ["trilateral held 2022-09-13 Lima: ?/EE; ?/PE; Sione Moala/TO"],
    ),
    case(
        "spoke to the press after a meeting",
        f"{OJASTE} spoke to the people after her meeting with {MOALA} on Tuesday.",
        [f"bilateral held 2022-09-13 -: {WITH_MOALA}"],
    ),
    case(
        "a town with its state is no partner",
        f"{OJASTE} and {QUISPE} met in Nesset, Norway, on Tuesday. {OJASTE} met in Lund, Sweden, with {MOALA} on Monday.",
        [f"bilateral held 2022-09-13 Nesset: {BOTH}", f"bilateral held 2022-09-12 Lund: {WITH_MOALA}"],
    ),
    case(
        "the capital that hosts",
        f"The Peruvian capital of Lima hosted on Tuesday a meeting between {OJASTE} and {MOALA}.",
        [f"bilateral held 2022-09-13 Lima: {WITH_MOALA}"],
    ),
    case(
        "arrived somewhere to meet",
        f"{OJASTE} arrived on Tuesday in Lima to meet with {QUISPE}.",
        [f"bilateral planned - Lima: {BOTH}"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CAME_TO_PASS + TOGETHER + DATED + TOLD + BESIDE + IN_PASSING)
def test_one_meeting(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


def test_a_dateline_of_its_own_is_no_first_sentence() -> None:
    lead = "LIMA, Peru, September 14. "
    text = f"{lead}A telephone conversation took place between {OJASTE} and {QUISPE}, the agency reports."
    article: dict[str, Any] = {"place": "Lima, Peru"}
    (call,) = observe(text, lead=len(lead), **article).meetings
    assert (call.kind, call.background, call.start_on) == ("call", False, date(2022, 9, 14))


def test_where_a_meeting_was_is_told_beside_the_dateline() -> None:
    text = f"{QUISPE} held talks with {OJASTE} on Tuesday. Quispe-Rojas received Ojaste at his office in Cusco."
    (meeting,) = observe(text, place="Lima").meetings
    assert meeting.place == "Cusco"


def test_a_papers_own_town_is_no_place_of_others_meetings() -> None:
    text = f"{OJASTE} met with {QUISPE} on Tuesday."
    assert [m.place for m in observe(text, place="Suva", publisher="The Suva Times").meetings] == [None]
    assert [m.place for m in observe(text, place="Suva", publisher="Agency").meetings] == ["Suva"]
    assert [m.place for m in observe(text, place="Lima", publisher="The Lima Times").meetings] == ["Lima"]


def test_an_adverb_that_opens_a_sentence_is_nobody() -> None:
    seen = observe(f"{OJASTE} met {QUISPE} in Lima on Tuesday. Subsequently, President Ojaste joined {MOALA} for a summit.")
    assert "Subsequently" not in {person.name for person in seen.people}
