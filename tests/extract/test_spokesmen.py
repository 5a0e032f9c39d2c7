"""Who speaks where offices are named in many ways: spokesmen named after their office, envoys, regions, several titles of one person."""

from __future__ import annotations

from datetime import date

import pytest

from .cases import case
from .reading import cut, held_for, line_of, observe, people, speakers, spoken

VOICES = [
    case(
        "a ministry's spokesman named in the next sentence",
        "Peru's foreign ministry spokesman dismissed the reports about the pier.\n\nAnselmo Quispe said that the pier was sound.\n\n"
        "The Foreign Ministry spokesman said that the ferry was late.",
        ["Anselmo Quispe"] * 3,
    ),
    case(
        "spokesman and spokesperson",
        "Peruvian Energy Ministry Spokesman Anselmo Quispe said that the dam was full. The Peruvian spokesperson added that it leaked.",
        ["Anselmo Quispe"] * 2,
    ),
    case(
        "a press secretary spoken of as the spokesman",
        "Presidential Press Secretary Rómulo Saire of Peru said that President Anselmo Quispe had phoned. According to Peru's spokesman, "
        "Quispe is due to travel.",
        ["Rómulo Saire"] * 2,
    ),
    case(
        "an office and whose it is, spoken of again",
        "President Ramona Illanes of Chad phoned President-elect of the Republic of Peru Anselmo Quispe. The President-elect of the "
        "Republic of Peru confirmed the commitment of his country to the pier.",
        ["Anselmo Quispe"],
    ),
    case(
        "a surname with its particle after an honorific",
        "The king received Yemeni Premier Dr. Walid Omar bin Saddah. Dr. bin Saddah said that it rained.",
        ["Walid Omar bin Saddah"],
    ),
    case(
        "an agency passes on what a president says",
        "According to SANA, the Peruvian president said that the pier was sound, noting that it leaked. He pointed out that it was late.",
        ["?"] * 3,
    ),
    case(
        "a delegation goes on as they",
        "President Ramona Illanes of Chad received Peruvian envoy Anselmo Quispe. The Peruvian delegation said that it rained. They added "
        "that Lima was wet.",
        ["Anselmo Quispe"] * 2,
    ),
    case(
        "a double surname that begins like a title",
        "Peruvian Foreign Minister Anselmo Amir-Quispe phoned. Amir-Quispe expressed hope that it would rain.",
        ["Anselmo Amir-Quispe"],
    ),
    case(
        "who speaks on an occasion, one comma",
        "Minister Anselmo Quispe of Peru at the start of his weekly Cabinet meeting, said that the pier was sound.",
        ["Anselmo Quispe"],
    ),
    case(
        "the chairman of a committee of a house",
        "Anselmo Quispe, Chairman of the Ports Committee of the Senate, left. The Chairman of the Ports Committee of the Senate said that "
        "it rained.",
        ["Anselmo Quispe"],
    ),
    case(
        "a state's top diplomat",
        "Peruvian Foreign Minister Anselmo Quispe and Peruvian President Ana Lopes left. The top Peruvian diplomat said that it rained.",
        ["Anselmo Quispe"],
    ),
    case(
        "talks intended to remove something are nobody's words",
        "Peru's president met Chad's minister. The two sides discussed the state of the talks intended to remove the piers.",
        [],
    ),
    case(
        "the presidency's official spokesman",
        "Counselor Rómulo Saire, the Presidency's official spokesman, said it was wet. According to the official spokesman, it rained.",
        ["Rómulo Saire"] * 2,
    ),
    case(
        "a spokesman is no minister",
        "Peruvian Government Spokesman Anselmo Quispe said that the dam was full. The Peruvian minister said that it leaked.",
        ["Anselmo Quispe", "?"],
    ),
    case(
        "who is asked has not been answered",
        "Peruvian Energy Minister Anselmo Quispe thanked General Rómulo Saire. In response to a question, he said that it rained.",
        ["Anselmo Quispe"] * 2,
    ),
    case(
        "an unnamed spokesman goes on in the next paragraph",
        "A spokesman for the port said that General Rómulo Saire was late.\n\nHe added that the pier was closed.",
        ["", ""],
    ),
    case(
        "where nobody has spoken, he is the subject",
        "Anselmo Quispe opened the day by greeting President Ramona Illanes and Minister Rómulo Saire.\n\nHe said that it rained.",
        ["Anselmo Quispe"],
    ),
    case(
        "the main clause after a clause of time",
        "Soon after the port authority announced the closure on Monday, the Peruvian minister wrote that it was wrong. "
        "He added that the ferry was late.",
        ["", "?", "?"],
    ),
    case(
        "head of a region beside the head of a state",
        "President of Peru Anselmo Quispe received President of Russia's Republic of Bashkortostan Marat Sadykov. "
        "The President of Bashkortostan said that honey was sweet. The President said that it was cheap.",
        ["Marat Sadykov", "Anselmo Quispe"],
    ),
    case(
        "the ambassador is nobody with another title",
        "The letter came with Salem Hilal al-Kindi, the Sultanate's ambassador to Peru, when President Anselmo Quispe received him. "
        "The ambassador conveyed the Sultan's greetings.",
        ["Salem Hilal al-Kindi"],
    ),
    case(
        "a minister among other things",
        "President of Peru Anselmo Quispe received Li Fangzhou, member of the State Council, Minister of Commerce of China. "
        "The Chinese minister thanked President Quispe for the tea.",
        ["Li Fangzhou"],
    ),
    case(
        "who is named in a quotation does not speak it",
        "Peruvian Foreign Minister Anselmo Quispe called the talks with Minister Rómulo Saire useful.\n\n"
        "“The talks were held between me and Minister Saire, and they were long,” he noted.",
        ["Anselmo Quispe"] * 2,
    ),
    case(
        "the leader is the president of the day",
        "As Alexander Lukashenko noted, rain is never late. The Belarusian leader thanked the diplomat for the lamps. Aleh Surikau waved.",
        ["Alexander Lukashenko"] * 2,
    ),
    case(
        "leaders of a state are nobody in particular",
        "Peru's opposition leaders have agreed to talk.\n\nAnselmo Quispe, leader of the Condor party, said that it rained.",
        ["", "Anselmo Quispe"],
    ),
    case(
        "the presidency's spokesman is not of the other side",
        "Egyptian President Ali Omari phoned his Palestinian counterpart Salem Khalil, the presidential spokesman Bassam Rabi said. "
        "Rabi added that it rained.",
        ["Bassam Rabi"] * 2,
    ),
    case(
        "participles that report nothing",
        "Peruvian Minister Anselmo Quispe warned of floods, dragging the coast into grief and threatening the pier.",
        ["Anselmo Quispe"],
    ),
    case(
        "norms say nothing",
        "The pier was closed according to international law. Minister Anselmo Quispe said so in Lima.",
        ["Anselmo Quispe"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), VOICES)
def test_voices(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert ["; ".join(speakers(seen, c)) for c in seen.claims] == expected


SIDES = [
    case("an envoy is not of where he serves", "Karl Lindqvist, ambassador to Peru, waved to President Ramona Illanes of Chad.", {}),
    case("an envoy of who sends", "Kenya's ambassador to Rwanda Omari Mwangi waved.", {"Omari Mwangi": "KE"}),
    case(
        "deputy premier and minister",
        "Ana Lopes, Deputy Prime Minister and Minister of Ports and Fisheries of Portugal, waved.",
        {"Ana Lopes": "PT"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_whose_side(text: str, expected: dict[str, str]) -> None:
    found = {name: actor for name, (actor, _) in people(observe(text)).items() if actor}
    assert {name: actor for name, actor in found.items() if name != "Ramona Illanes"} == expected


NO_SPEECH = [
    case("who receives a letter does not speak", "President Ramona Illanes of Chad received a letter from the King of Spain on trade."),
    case("congratulations received", "President Ramona Illanes of Chad receives congratulations from heads of foreign states on the day."),
    case("welcomed at the airport", "President Ramona Illanes of Chad landed in Lima and was welcomed by Minister Anselmo Quispe."),
    case("shared goals", "A letter came to President Ramona Illanes of Chad on the close ties and shared goals of both peoples."),
]


@pytest.mark.parametrize("text", NO_SPEECH)
def test_no_speech(text: str) -> None:
    assert observe(text).claims == ()


def test_a_speech_announced_by_one_label() -> None:
    text = (
        "President of Peru Anselmo Quispe met Ramona Illanes of Chad in Lima.\n\nPresident of Peru Anselmo Quispe:\n\n"
        "I am glad to see you in Lima. We have repaired the pier."
    )
    seen = observe(text)
    assert [name for _, name in spoken(text, seen)] == ["Anselmo Quispe"] * 2
    assert all(claim.is_direct for claim in seen.claims)


def test_labels_of_abbreviated_offices() -> None:
    text = (
        "FM Quispe: This morning United Nations Secretary-General Ana Lopes and I spoke of the pier.\n\n"
        "SG: Thank you for the kind words about the pier."
    )
    assert [name for _, name in spoken(text, observe(text))] == ["Quispe", "Ana Lopes"]


def test_a_bare_surname_of_the_foreign_minister_of_the_day() -> None:
    text = "Lavrov noted that Russia and Peru had spoken of the pier."
    seen = observe(text, on=date(2018, 8, 14))
    assert [(p.name, held_for(seen.claims[0])) for p in seen.people] == [("Sergey Lavrov", "RU")]
    assert [p.name for p in observe("Lavrov noted that Chad and Peru had spoken of the pier.").people] == ["Lavrov"]


def test_threats_in_a_state_are_no_promise_of_it() -> None:
    text = "Peruvian Minister Anselmo Quispe warned that threats in Peru would cause harm."
    assert [c.act for c in observe(text).claims] == ["assess"]


def test_what_was_discussed_may_lie_ahead() -> None:
    text = (
        "President Ramona Illanes of Chad and President Anselmo Quispe of Peru discussed the fish summit to be held in Quito in May 2023."
    )
    seen = observe(text)
    assert [line_of(seen, m) for m in seen.meetings] == ["bilateral held 2022-09-14 -: Anselmo Quispe/PE; Ramona Illanes/TD"]


def test_a_meeting_that_is_not_ruled_out_is_none() -> None:
    text = "Peruvian Foreign Minister Anselmo Quispe does not rule out a meeting with Chadian Foreign Minister Ramona Illanes in Lima."
    assert observe(text).meetings == ()


def test_an_organ_that_goes_on_is_no_person() -> None:
    text = "President Ramona Illanes of Chad chaired the session. The cabinet reviewed the reports. It condemned the theft of the buoys."
    assert [c.source_name or speakers(observe(text), c) for c in observe(text).claims] == ["The cabinet"]


@pytest.mark.parametrize(("publisher", "actor"), [("Jamestown Monitor", None), ("Lusaka Times", "ZM"), ("Zambia Daily", "ZM")])
def test_a_paper_known_by_a_city_may_be_of_another(publisher: str, actor: str | None) -> None:
    seen = observe("Prime Minister Rómulo Saire said that it rained.", publisher=publisher)
    assert [p.actor and p.actor.name for p in seen.people] == [actor]


def test_a_city_and_a_colon_before_the_text_are_no_claim() -> None:
    text = "Tehran: President Anselmo Quispe has said that the pier is sound."
    assert [cut(text, c.span) for c in observe(text).claims] == ["President Anselmo Quispe has said that the pier is sound"]


def test_results_of_talks_are_told_after_them() -> None:
    text = "King Salman of Saudi Arabia briefed the cabinet on the results of his talks with President Anselmo Quispe of Peru."
    assert [m.start_on for m in observe(text).meetings] == [None]


def test_a_plan_is_not_of_the_day_on_which_it_is_told() -> None:
    text = "The sides agreed to arrange a meeting of Presidents Anselmo Quispe of Peru and Ramona Illanes of Chad, Lima said on Monday."
    assert [(m.status, m.start_on) for m in observe(text).meetings] == [("planned", None)]


def test_a_body_whose_name_begins_with_general_is_nobody() -> None:
    assert {p.name for p in observe("Majed Farouk, head of the General Intelligence Service, spoke to General Ali Omari.").people} == {
        "Majed Farouk",
        "Ali Omari",
    }


def test_credentials_are_presented_one_by_one() -> None:
    text = "The ambassadors of Peru, Chad and Kenya presented their credentials to President Ali Omari of Egypt on Monday."
    pairs = [{p.actor.name for p in m.participants if p.actor} for m in observe(text).meetings]
    assert pairs == [{"EG", "PE"}, {"EG", "TD"}, {"EG", "KE"}]


def test_a_place_of_what_is_discussed_is_not_where_they_met() -> None:
    text = (
        "President Ramona Illanes of Chad met President Anselmo Quispe of Peru to discuss the floods and the many broken piers in Jakarta."
    )
    assert [m.place for m in observe(text).meetings] == [None]


def test_names_with_and_without_article_and_accents() -> None:
    seen = observe("Turkey's Mevlüt Cavuşoğlu phoned Jordanian Minister Ayman Al-Safadi. Safadi thanked him.", on=date(2019, 5, 2))
    assert [(p.name, p.actor and p.actor.name) for p in seen.people] == [("Mevlut Cavusoglu", "TR"), ("Ayman Safadi", "JO")]


def test_those_who_attended_with_their_offices() -> None:
    text = (
        "President Ramona Illanes of Chad received President Anselmo Quispe of Peru. The meeting was attended by Rómulo Saire, Diplomatic "
        "Adviser to the President of Peru; Ana Lopes, Minister of Ports of Peru; and Karl Lindqvist, Minister of Fish of Peru."
    )
    seen = observe(text)
    [meeting] = seen.meetings
    present = {seen.people[p.person].name for p in meeting.participants if p.person is not None}
    assert present == {"Ramona Illanes", "Anselmo Quispe", "Rómulo Saire", "Ana Lopes", "Karl Lindqvist"}


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian Foreign Ministry issued a statement on Monday. The statement said that it rained.",
        "The Peruvian Foreign Ministry said in a statement that it was wet. The statement added that it rained.",
        "The Chadian minister read a statement from the Peruvian presidency. The statement said that it rained.",
        "According to a statement from the Peruvian Foreign Ministry, it rained.",
    ],
)
def test_whose_a_statement_is(text: str) -> None:
    seen = observe(text)
    assert [a.name for a in seen.claims[-1].on_behalf_of] == ["PE"]


def test_who_leads_a_delegation_that_is_received_is_a_guest() -> None:
    seen = observe("Peruvian President Ana Lopes received the delegation led by the Chairman of the Harbour Union, Anselmo Quispe.")
    assert {p.name: p.actor and p.actor.name for p in seen.people} == {"Ana Lopes": "PE", "Anselmo Quispe": None}


def test_one_name_written_together_and_apart() -> None:
    seen = observe("Oman's Badr al-Bu Saidi phoned Ana Lopes of Peru. Badr al-Busaidi thanked her.", on=date(2022, 5, 2))
    assert [p.name for p in seen.people] == ["Badr al-Busaidi", "Ana Lopes"]


def test_a_place_of_what_is_prepared_is_not_where_they_met() -> None:
    text = "President Ramona Illanes of Chad met President Anselmo Quispe of Peru in preparation for the summit in Jakarta."
    assert [m.place for m in observe(text).meetings] == [None]


def test_a_spokesman_is_not_of_the_side_that_is_left() -> None:
    text = "Counselor Rómulo Saire, the Presidency's official spokesman, spoke of Chad. President Anselmo Quispe of Peru left Chad."
    assert {p.name: p.actor and p.actor.name for p in observe(text).people} == {"Rómulo Saire": None, "Anselmo Quispe": "PE"}


def test_who_is_named_after_a_visitor_is_no_visitor() -> None:
    text = (
        "President Anselmo Quispe met Minister Ana Lopes of Chad, who is visiting the country. Ministry Spokesperson Rómulo "
        "Saire said that it rained in Chad."
    )
    assert [held_for(c) for c in observe(text, publisher="Ministry of Foreign Affairs of Peru").claims] == ["PE"]


def test_the_leaders_of_governments_are_all_of_them() -> None:
    text = "The leaders of the governments of Peru, Chad, Kenya and Fiji thanked President Ali Omari of Egypt for the welcome."
    assert [held_for(c) for c in observe(text).claims] == ["FJ+KE+PE+TD"]


def test_a_surname_with_another_article() -> None:
    seen = observe("President El-Sisi of Egypt said that it rained.", on=date(2023, 11, 29))
    assert [p.name for p in seen.people] == ["Abdel-Fattah al-Sisi"]
