"""Pages of presidencies and ministries: offices without names, one speaker's remarks, who only is spoken of, and what is ruled out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from etl.extract.pipeline import extract
from etl.records import Observations

from .reading import held_for, line_of, make_article, observe, speakers


def _observe(text: str, title: str) -> Observations:
    return extract(replace(make_article(text), title=title))


REMARKS = (
    "Talks took place in Lima on Tuesday. Rosa Quiñe met Prime Minister of Fiji Timo Bole.\n\n"
    "{label}: Mr Prime Minister, dear Timo, friends. I am delighted to welcome you to Lima.\n\n"
    "I want to thank you for the boats."
)


def test_a_label_with_office_and_name_opens_the_only_speech_of_a_page() -> None:
    text = REMARKS.format(label="President of Peru Rosa Quiñe")
    seen = _observe(text, "Talks with the Prime Minister of Fiji")
    assert [(speakers(seen, claim), claim.act) for claim in seen.claims] == [(("Rosa Quiñe",), "assess"), (("Rosa Quiñe",), "thank")]


def test_a_label_before_a_list_opens_no_speech() -> None:
    text = "President of Peru Rosa Quiñe: seven eels.\n\nThe crew sailed.\n\nThe port is closed."
    assert _observe(text, "The catch of the day").claims == ()


def test_whom_only_the_headline_names_is_who_the_text_calls_by_the_office() -> None:
    text = "On Tuesday the External Affairs Minister met the Foreign Minister of Fiji, Timo Bole. EAM thanked Fiji for the boats."
    seen = _observe(text, "On the meetings of External Affairs Minister Mr. Dev Panth in Suva")
    assert [(speakers(seen, claim), held_for(claim)) for claim in seen.claims] == [(("Dev Panth",), "IN")]
    assert [line_of(seen, meeting) for meeting in seen.meetings] == ["bilateral held 2022-09-13 -: Dev Panth/IN; Timo Bole/FJ"]


def test_whom_the_text_names_itself_the_headline_does_not_name_again() -> None:
    text = "Foreign Minister Rosa Quiñe of Peru thanked Fiji for the boats. The Defence Minister said that the eels are safe."
    seen = _observe(text, "Talks of Defence Minister Timo Bole")
    assert "Rosa Quiñe" in {person.name for person in seen.people}
    assert speakers(seen, seen.claims[0]) == ("Rosa Quiñe",)


@pytest.mark.parametrize(
    ("meeting", "day"), [("the meeting between President Timo Bole of Fiji and President Ana Tau of Tonga", "-")], ids=["others"]
)
def test_a_meeting_of_others_to_which_a_call_goes_back_has_not_its_day(meeting: str, day: str) -> None:
    seen = observe(
        "Peruvian Foreign Minister Rosa Quiñe spoke by phone with Chadian Foreign Minister Idris Salgo on Monday. "
        f"They discussed matters that followed up from {meeting}."
    )
    assert [line_of(seen, m) for m in seen.meetings] == [
        "call held 2022-09-12 -: Idris Salgo/TD; Rosa Quiñe/PE",
        f"bilateral held {day} - looked back: Ana Tau/TO; Timo Bole/FJ",
    ]


def test_who_does_not_rule_something_out_opposes_nothing() -> None:
    seen = observe(
        "Peruvian President Rosa Quiñe does not rule out that the dam is safe. Peruvian President Rosa Quiñe ruled out a ban on eels."
    )
    assert [claim.act for claim in seen.claims] == ["assess", "oppose"]


def test_who_is_met_by_an_official_without_a_name_does_not_speak_for_that_one() -> None:
    for text in (
        "The President of the Republic spoke by phone with the new President of the United States, Joe Biden. ",
        "The President of the Republic met with the President of Ukraine, Volodymyr Zelensky. ",
    ):
        seen = observe(
            text + "The President of the Republic reaffirmed his determination to build the pier. The Head of State thanked him."
        )
        assert [speakers(seen, claim) for claim in seen.claims] == [(), ()], text
        assert {held_for(claim) for claim in seen.claims} == {""}


def test_the_state_of_whom_an_unnamed_minister_calls_is_not_at_home() -> None:
    seen = _observe(
        "The Prime Minister spoke to President Volodymyr Zelensky this morning to reiterate the UK’s support for Ukraine. "
        "The Prime Minister said that the eels are safe.",
        "Prime Minister call with President Zelensky of Ukraine",
    )
    assert held_for(seen.claims[-1]) == ""


def test_to_remain_in_contact_is_no_meeting_to_come() -> None:
    text = "Prime Minister Timo Bole of Fiji spoke by phone to President Rosa Quiñe of Peru on Monday. "
    seen = observe(text + "The Prime Minister and President Quiñe agreed to remain in close contact to make progress on the pier.")
    assert [line_of(seen, m) for m in seen.meetings] == ["call held 2022-09-12 -: Rosa Quiñe/PE; Timo Bole/FJ"]


def test_two_under_one_article_agree_together() -> None:
    text = "President Rosa Quiñe of Peru spoke by phone with Prime Minister Timo Bole of Fiji. "
    seen = observe(text + "The President and Prime Minister also discussed eels, agreeing that the dam is safe.")
    assert speakers(seen, seen.claims[-1]) == ("Rosa Quiñe", "Timo Bole")


TURNS = (
    "Rosa Quiñe met with President of Chad Idris Salgo in Lima on Tuesday.\n\n"
    "President of Peru Rosa Quiñe: Mr President, I am glad to see you. {first}\n\n"
    "President of Chad Idris Salgo: Thank you. We value our ties with Peru. {second}"
)
TODAY = "bilateral held 2022-09-13 Lima: Idris Salgo/TD; Rosa Quiñe/PE"


@pytest.mark.parametrize(
    ("first", "second", "further"),
    [
        ("We met in Suva on May 3.", "", "bilateral held 2022-05-03 Suva looked back: Idris Salgo/TD; Rosa Quiñe/PE"),
        (
            "",
            "The last time we met was in Quito in 2019.",
            "bilateral held 2019-01-01/2019-12-31 Quito looked back: Idris Salgo/TD; Rosa Quiñe/PE",
        ),
        ("We recently had useful talks in Suva.", "", "bilateral held - Suva looked back: Idris Salgo/TD; Rosa Quiñe/PE"),
        ("I remember my visit to your country in 2019.", "", "visit held 2019-01-01/2019-12-31 Chad looked back: ?/TD; Rosa Quiñe/PE"),
        ("", "You visited Chad in April.", "visit held 2022-04-01/2022-04-30 Chad looked back: ?/TD; Rosa Quiñe/PE"),
        ("I look forward to your visit to Peru in October.", "", "visit planned 2022-10-01/2022-10-31 Peru: ?/PE; Idris Salgo/TD"),
        ("", "I invite you to visit our beautiful country.", "visit planned - Chad: ?/TD; Rosa Quiñe/PE"),
        ("We met today to speak of eels.", "", None),
        ("I invite you to take the floor.", "You visited the eel fair.", None),
        ("Thank you for your visit to Peru.", "We met the press.", None),
    ],
)
def test_what_two_speakers_say_to_each_other_of_their_visits_and_meetings(first: str, second: str, further: str | None) -> None:
    seen = observe(TURNS.format(first=first, second=second))
    assert [line_of(seen, m) for m in seen.meetings] == [TODAY, *([further] if further else [])]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Peruvian President Rosa Quiñe spoke with Chadian President Idris Salgo to congratulate him on the bridge.", "congratulate"),
        ("Peruvian President Rosa Quiñe called Chadian President Idris Salgo to thank him for his work as the new chairman.", "thank"),
        (
            "Peruvian President Rosa Quiñe met today with Chadian President Idris Salgo in Lima to express her support for the pier.",
            "support",
        ),
    ],
)
def test_what_one_calls_or_meets_another_to_say_is_said(text: str, act: str) -> None:
    seen = observe(text)
    assert [(speakers(seen, claim), claim.act) for claim in seen.claims] == [(("Rosa Quiñe",), act)]


def test_what_one_meets_another_to_do_is_not_said() -> None:
    assert observe("Peruvian President Rosa Quiñe met Chadian President Idris Salgo in Lima to open the pier.").claims == ()


def test_a_greeting_supports_nothing() -> None:
    greeting = TURNS.format(first="Mr President, welcome to Lima. We welcome the plan for a pier.", second="")
    assert [claim.act for claim in observe(greeting).claims if "elcome" in greeting[claim.span.start : claim.span.end]] == [
        "convey",
        "support",
    ]


def test_the_general_debate_is_no_general() -> None:
    seen = observe("On the last day of the General Debate, Peruvian President Rosa Quiñe met Chadian President Idris Salgo.")
    assert {person.name for person in seen.people} == {"Rosa Quiñe", "Idris Salgo"}


def test_an_office_with_its_state_is_who_is_called_by_the_office_alone_before_the_name() -> None:
    seen = observe(
        "The President of Ukraine received the Foreign Minister of Fiji, Timo Bole. The Head of State thanked Fiji.\n\n"
        "Volodymyr Zelensky conveyed his greetings to the President of France, Emmanuel Macron."
    )
    assert speakers(seen, seen.claims[0]) == ("Volodymyr Zelensky",)


@pytest.mark.parametrize(
    "before",
    [
        "In his meeting with Chad’s Minister for Foreign Affairs, Idris Salgo, the Peruvian President raised the floods.",
        "On the day after the vote, with Mr Idris Salgo preparing to leave, the Peruvian President, on behalf of Peru, raised the floods.",
    ],
)
def test_he_is_the_office_that_is_the_subject_before(before: str) -> None:
    seen = observe(
        f"Peruvian President Pedro Quiñe met Chadian Foreign Minister Idris Salgo in Lima.\n\n{before} He stressed that the dam leaks."
    )
    assert speakers(seen, seen.claims[-1]) == ("Pedro Quiñe",)


def test_a_call_has_its_purpose_behind_the_day() -> None:
    seen = observe("Peruvian President Rosa Quiñe called Chadian President Idris Salgo on the evening of September 13 to congratulate him.")
    assert [line_of(seen, m) for m in seen.meetings] == ["call held 2022-09-13 -: Idris Salgo/TD; Rosa Quiñe/PE"]


def test_those_who_came_along_meet_for_themselves() -> None:
    text = "Chadian President Idris Salgo received Peruvian Foreign Minister Rosa Quiñe on Monday. "
    seen = observe(text + "The President said members of his delegation have already held meetings with their Peruvian counterparts.")
    assert [line_of(seen, m) for m in seen.meetings] == ["bilateral held 2022-09-12 -: Idris Salgo/TD; Rosa Quiñe/PE"]
