"""Who a source is when its name and office stand apart: in headings, labels, other states' ways of naming an office."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import observe, spoken

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
