"""Who a source is when its name and office stand apart: in headings, labels, other states' ways of naming an office."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import held_for, observe, spoken

SOURCES = [
    case(
        "a presidency does not call its own head by title",
        "The Head of State received Minister of Trade of Norway Ms. Liv Askeland. Timur Abdrahimov noted that the road is long. "
        "According to the President, it is paved. Timur Abdrahimov added that it is open.",
        "Akorda",
        [(words, "Timur Abdrahimov") for words in ("Timur Abdrahimov noted", "According to the", "Timur Abdrahimov added")],
    ),
    case(
        "an organization's commissioner, after an article that names its body only at the top",
        "Commissioner for Fisheries Else Vinter met Minister Juan Solano of Chile. She said that nets are expensive.",
        "European Commission",
        [("She said that", "Else Vinter")],
    ),
    case(
        "the Secretary-General is not whoever was named last",
        "The Secretary-General met Prime Minister Anna Holm of Denmark. The Secretary-General said that the sea rises.",
        None,
        [("The Secretary-General said", "Antonio Guterres")],
    ),
    case(
        "the Prime Minister is no other minister",
        "Foreign Minister Ravi Kulkarni of India spoke in Delhi. The Prime Minister said that rain is near.",
        None,
        [("The Prime Minister", "")],
    ),
    case(
        "chancellor for foreign minister, as in Latin America",
        "The Foreign Minister of Peru, Luis Arana, met the Foreign Minister of Norway, Liv Askeland. "
        "The Peruvian Chancellor said that fish are scarce.",
        None,
        [("The Peruvian Chancellor", "Luis Arana")],
    ),
    case(
        "a colleague after a comma has the nationality",
        "Foreign Minister Liv Askeland of Norway met her Chilean colleague, Juan Solano. Solano said that fish are scarce.",
        None,
        [("Solano said that", "Juan Solano")],
    ),
    case(
        "the head of state is who presides",
        "President Amos Kirui of Kenya hosted Prime Minister Sara Bekele of Ethiopia. The Head of State said that the dam is full.",
        None,
        [("The Head of", "Amos Kirui")],
    ),
    case(
        "adverb between commas after the subject",
        "Minister Amos Kirui of Kenya spoke. Kirui, meanwhile, said that the dam is full.",
        None,
        [("Kirui, meanwhile, said", "Amos Kirui")],
    ),
    case(
        "what is expected is nobody's word",
        "President Amos Kirui of Kenya said that the dam is full. The harvest is expected to be good.",
        "Gulf Courier",
        [("President Amos Kirui", "Amos Kirui"), ("The harvest is", "")],
    ),
    case(
        "a call on a Minister for something is a visit",
        "Minister Juan Solano of Chile called on Minister for Fisheries Liv Askeland of Norway in Oslo today.",
        None,
        [],
    ),
    case(
        "what the two then did is told by the reporter",
        "Foreign Minister Juan Solano of Chile met Foreign Minister Liv Askeland of Norway in Oslo. Solano said that fish are scarce. "
        "The two ministers later visited the aquarium.",
        None,
        [("Solano said that", "Juan Solano")],
    ),
    case(
        "who is told is no speaker",
        "The head of the fleet, Juan Solano, told Interfax after his return from Oslo that the nets were full.",
        None,
        [("The head of", "Juan Solano")],
    ),
    case(
        "somebody's critics are not he",
        "President Amos Kirui of Kenya spoke in Mombasa. Kirui's critics at home say that the dam is empty.",
        "Gulf Courier",
        [("Kirui's critics at", "")],
    ),
    case(
        "noted with satisfaction",
        "Minister Juan Solano of Chile met Minister Liv Askeland of Norway. Solano noted with satisfaction the growth of the fleet.",
        None,
        [("Solano noted with", "Juan Solano")],
    ),
    case(
        "his Highness is who bears a title",
        "Sheikh Ali Al Tamimi, Minister of Energy of Qatar, met Liv Askeland, Minister of Trade of Chile. His Highness said it is hot.",
        None,
        [("His Highness said", "Ali Al Tamimi")],
    ),
    case(
        "a spokeswoman is she, whatever the name",
        "Minister Juan Solano spoke in Lima. A spokeswoman for the railway, Nana Beridze, said that it rains. She added that they rust.",
        None,
        [("A spokeswoman for", "Nana Beridze"), ("She added that", "Nana Beridze")],
    ),
    case(
        "named a sentence after the office",
        "Chile's deputy fisheries minister said on Monday that the nets were full. There was no need to worry, Juan Solano added. "
        "Solano said that it is early.",
        "Gulf Courier",
        [(words, "Juan Solano") for words in ("Chile's deputy fisheries", "There was no", "Solano said that")],
    ),
    case(
        "a counterpart without a name, who has one a sentence later",
        "Norwegian Foreign Minister Liv Askeland met her Chilean counterpart on Monday. Askeland said that it is early. "
        "Juan Solano, for his part, said that it is late. The Chilean minister added that he would wait.",
        None,
        [("Askeland said that", "Liv Askeland"), ("Juan Solano, for", "Juan Solano"), ("The Chilean minister", "Juan Solano")],
    ),
    case(
        "an analyst is nobody's minister",
        "Chile's fisheries minister said on Monday that the nets were full. Juan Solano, an analyst, said that they were not.",
        "Gulf Courier",
        [("Chile's fisheries minister", "?"), ("Juan Solano, an", "Juan Solano")],
    ),
    case(
        "the head of a nation's diplomacy",
        "The Foreign Minister of Peru, Luis Arana, met Foreign Minister Liv Askeland of Norway. "
        '"We have time", said the head of Peruvian diplomacy.',
        None,
        [('We have time",', "Luis Arana")],
    ),
    case(
        "a surname in capitals",
        "High Representative Josep BORRELLO met Foreign Minister Jean-Luc MARCHANDEAU of France. Mr BORRELLO said that it is early. "
        "Mr Marchandeau said that it is late.",
        None,
        [("Mr BORRELLO said", "Josep Borrello"), ("Mr Marchandeau said", "Jean-Luc Marchandeau")],
    ),
    case(
        "names in capitals at the head of a paragraph, the state in brackets",
        "EKANEM BASSEYO (Nigeria) said that the Council must act. His country stood behind the text.",
        None,
        [("EKANEM BASSEYO (Nigeria)", "Ekanem Basseyo"), ("His country stood", "Ekanem Basseyo")],
    ),
    case(
        "what officials only pass on",
        "Minister Juan Solano of Chile met Minister Liv Askeland of Norway. Solano, who came late, thanked her for boats, officials said.",
        None,
        [("Solano, who came", "Juan Solano")],
    ),
    case(
        "the text turns to another",
        "Minister Juan Solano of Chile said that it is early. Minister Amos Kirui of Kenya, who spoke after him, smiled. "
        '"It is late," he said.',
        None,
        [("Minister Juan Solano", "Juan Solano"), ('It is late,"', "Amos Kirui")],
    ),
    case(
        "the head of the delegation",
        "Minister Juan Solano of Chile arrived at the head of a government delegation. The head of the delegation said that it is late.",
        None,
        [("The head of", "Juan Solano")],
    ),
    case(
        "a quotation after a colon is the subject's",
        "Minister Juan Solano of Chile said that it is early. His Kenyan colleague Amos Kirui was blunt: “It is far too late for that.”",
        None,
        [("Minister Juan Solano", "Juan Solano"), ("His Kenyan colleague", "Amos Kirui")],
    ),
    case(
        "a chairman of something, who stood there",
        "Juan Solano, chairman of the Board of Fisheries, who stood there, said that it is late.",
        None,
        [("Juan Solano, chairman", "Juan Solano")],
    ),
    case(
        "a title of many bodies after the verb",
        '"It is far too late for that," said House Fisheries Committee Chairman Amos Kirui.',
        "Gulf Courier",
        [("It is far", "Amos Kirui")],
    ),
    case(
        "it goes on with a side",
        "Minister Juan Solano of Chile met Minister Amos Kirui of Kenya. The Norwegian side reiterated its support for the boats. "
        "It expressed its readiness to pay.",
        None,
        [("The Norwegian side", ""), ("It expressed its", "")],
    ),
    case(
        "concluded by thanking",
        "Minister Juan Solano of Chile spoke in Oslo. The Minister concluded by thanking the owners for the boats.",
        None,
        [("The Minister concluded", "Juan Solano")],
    ),
    case(
        "a plural of states is no verb",
        "Presidents of the member states signed a paper on boats. Minister Juan Solano of Chile said that it is late.",
        None,
        [("Minister Juan Solano", "Juan Solano")],
    ),
    case(
        "a delegate in capitals anywhere, and a representative without a name",
        "Speaking first, EKANEM BASSEYO (Nigeria) said it is late. The representative of Chile said it is early. He rejected the plan.",
        None,
        [("Speaking first, EKANEM", "Ekanem Basseyo"), ("The representative of", ""), ("He rejected the", "")],
    ),
    case(
        "an initial set close to the name",
        "Minister Amos Kirui of Kenya met Minister Juan Solano of Chile. A.Kirui said that it is late. J.Solano said that it is early.",
        None,
        [("A.Kirui said that", "Amos Kirui"), ("J.Solano said that", "Juan Solano")],
    ),
    case(
        "a crown prince by title alone",
        "Crown Prince Ali bin Tamim of Qatar met Minister Juan Solano of Chile. The crown prince said that it is early.",
        None,
        [("The crown prince", "Ali bin Tamim")],
    ),
    case(
        "the head of a foreign ministry",
        "Foreign Minister Juan Solano of Chile met Foreign Minister Liv Askeland of Norway. "
        "The head of the Norwegian Foreign Ministry said that it is late.",
        None,
        [("The head of", "Liv Askeland")],
    ),
    case(
        "as long as both adhere to something, nobody says it",
        "Foreign Minister Juan Solano of Chile met Foreign Minister Liv Askeland of Norway. Askeland said that it is late. "
        "As long as both sides adhere to respect, the boats will be safe.",
        None,
        [("Askeland said that", "Liv Askeland"), ("As long as", "Liv Askeland")],
    ),
    case(
        "what a state hopes goes on with who speaks for it",
        "Foreign Minister Juan Solano of Chile met Foreign Minister Liv Askeland of Norway. Askeland said that it is late. "
        "Norway hopes to see more boats. It would offer them a harbour.",
        None,
        [("Askeland said that", "Liv Askeland"), ("Norway hopes to", "Liv Askeland"), ("It would offer", "Liv Askeland")],
    ),
    case(
        "what is planned and what came up is told by the reporter",
        "Foreign Minister Juan Solano of Chile met Foreign Minister Liv Askeland of Norway. Askeland said that it is late. "
        "A visit of the king is planned for spring. Matters of trade also came under discussion. The former sailor is on his first visit.",
        None,
        [("Askeland said that", "Liv Askeland")],
    ),
    case(
        "according to somebody with a long title",
        "Boats are under way, according to Oslo Boating Association secretary Juan Solano.",
        "Gulf Courier",
        [("Boats are under", "Juan Solano")],
    ),
    case(
        "who described it stands before it",
        "Liv Askeland, who arrived on Monday at the head of a team, described the harbour scheme of the two towns as small.",
        "Gulf Courier",
        [("Liv Askeland, who", "Liv Askeland")],
    ),
    case(
        "a day and a place between name and verb",
        "The Minister of Ports, Chief Amos Kirui, on Monday in Mombasa called for a new pier.",
        "Gulf Courier",
        [("The Minister of", "Amos Kirui")],
    ),
    case(
        "the premier of an age",
        "Prime Minister Juan Solano of Chile said that it is late. The 59-year-old premier added that it is dark.",
        "Gulf Courier",
        [("Prime Minister Juan", "Juan Solano"), ("The 59-year-old premier", "Juan Solano")],
    ),
    case(
        "led by its secretary",
        "Minister Amos Kirui of Kenya met a delegation of the Union of Chile headed by its secretary Juan Solano. "
        "The head of the delegation said that it is late.",
        None,
        [("The head of", "Juan Solano")],
    ),
    case(
        "an acronym is no surname", "NATO (Brussels) said that it is late. President UNESCO said so.", None, [("NATO (Brussels) said", "")]
    ),
]


@pytest.mark.parametrize(("text", "publisher", "expected"), SOURCES)
def test_sources(text: str, publisher: str | None, expected: list[tuple[str, str]]) -> None:
    assert spoken(text, observe(text, publisher=publisher)) == expected


def test_labels_in_capitals_name_office_state_and_person() -> None:
    text = "PRESIDENT OF NORWAY LIV ASKELAND: Good morning to all of you.\nPRESIDENT OF CHILE JUAN SOLANO: We thank you for it."
    seen = observe(text)
    assert {p.name: p.actor and p.actor.name for p in seen.people} == {"Liv Askeland": "NO", "Juan Solano": "CL"}
    assert {speaker for _, speaker in spoken(text, seen)} == {"Liv Askeland", "Juan Solano"}


def test_note_in_brackets_is_no_speech() -> None:
    text = "MS. HARGROVE: We have no comment on that.\nQUESTION: Why not?\nMS. HARGROVE: It is late.\n(The briefing ended at one o'clock.)"
    assert [first for first, _ in spoken(text, observe(text))] == ["We have no", "It is late"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minister Park Jin-seok said that rice is cheap.", "Park Jin-seok"),
        ("The Park Jin-led delegation said that Minister Park Jin was late.", "Park Jin"),
    ],
)
def test_hyphen_goes_on_with_a_known_name(text: str, name: str) -> None:
    assert name in {p.name for p in observe(text).people}


def test_two_names_after_a_plural_office_share_it_in_order() -> None:
    text = "The foreign ministers of Norway and Chile, Liv Askeland and Juan Solano, met in Lima. Solano said that it is late."
    seen = observe(text)
    assert {p.name: p.actor and p.actor.name for p in seen.people} == {"Liv Askeland": "NO", "Juan Solano": "CL"}


@pytest.mark.parametrize(
    ("text", "publisher", "actor"),
    [
        ("In Lima, Interior Minister Juan Solano said that it is late.", "Gulf Courier", "PE"),
        ("Lima - The Minister of Ports, Juan Solano, said that it is late.", None, "PE"),
        ("Foreign Minister Liv Askeland of Norway met her counterpart from the Republic of Chile, Mr Juan Solano.", None, "CL"),
    ],
)
def test_whose_official_it_is_by_the_place(text: str, publisher: str | None, actor: str) -> None:
    assert {p.name: p.actor and p.actor.name for p in observe(text, publisher=publisher).people}["Juan Solano"] == actor


def test_answers_are_whose_conference_it_is() -> None:
    text = "Spokesperson Juan Solano of Chile met the press.\nQ: Is it late?\nA: We think that it is early.\nQ: Why?\nA: We have no watch."
    assert {speaker for _, speaker in spoken(text, observe(text))} == {"Juan Solano"}


def test_office_alone_may_label_a_turn() -> None:
    text = "FOREIGN MINISTER: We discussed the pier at length today.\nJOURNALIST: Is it late?\nFOREIGN MINISTER: It is not late at all."
    assert [first for first, _ in spoken(text, observe(text, publisher="Ministry of Foreign Affairs of Chile"))] == [
        "We discussed the",
        "It is not",
    ]


def test_we_of_a_communique_is_the_body_it_opens_with() -> None:
    text = (
        "1. We, the Foreign Ministers of the Association of Southeast Asian Nations, sat in Hanoi.\n2. We deplored the loss of the boats."
    )
    seen = observe(text)
    assert [held_for(claim) for claim in seen.claims] == ["Association of Southeast Asian Nations"]
