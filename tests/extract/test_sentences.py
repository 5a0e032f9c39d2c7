"""Where sentences and paragraphs end, and what stands in quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest

from .cases import case
from .reading import sentence_layers, surface

ONE = [
    case("a body after initials with an article", "He thanked the U.S. Congress and the crew."),
    case("abbreviated title", "Dr. Pihla Ranta-aho flew to Lima with Gen. Otso Kivelä and Mrs. Vega."),
    case("initials", "The envoy J. K. Appiah-Dankwa thanked A.R. Thapaliya for the umbrella."),
    case("military ranks", "Lt. Col. Bram Zijlstra greeted Adm. Yaa Konadu on the pier."),
    case("month", "The accord of Sept. 3 was signed in Quito on Jan. 9 by both envoys."),
    case("number", "Exports of quinoa rose by 3.5 percent to 1.2 million tonnes."),
    case("No. before a number", "He cited Resolution No. 14 of the fisheries council."),
    case("U.S. before a noun", "The U.S. Embassy lent the museum a canoe."),
    case("U.S. before a name", "Visiting U.S. Senator Marla Teague said the canoe was older than the museum."),
    case("e.g. and i.e.", "Small ports, e.g. Paita, i.e. those without cranes, wait longest."),
    case("company", "Lanterns from Opal Reef Co. Ltd. were hung over the pier."),
    case("question with who asked", "“Where is the second key?” asked the Omani envoy."),
    case("exclamation with name and verb", "“We will mend the roof!” Minister Ilves told reporters."),
    case("question with pronoun", "“Who counts the otters?” he said."),
    case("straight quotes", '"Is that all?" the ambassador asked.'),
    case("ellipsis inside", "The road … was never paved."),
    case("lower case after a stop", "The company yahoo! and others paid for the lamps."),
]

SEVERAL = [
    case("two sentences", "Peru sent a pump. Chile sent two.", ["Peru sent a pump.", "Chile sent two."]),
    case(
        "U.S. at the end",
        "The pump was built in the U.S. The Peruvian side paid for it.",
        ["The pump was built in the U.S.", "The Peruvian side paid for it."],
    ),
    case(
        "quotation that closes its sentence",
        "“The well is dry.” The envoy left early.",
        ["“The well is dry.”", "The envoy left early."],
    ),
    case(
        "question whose quotation nobody is named for",
        "“Is the well dry?” The villages had waited for years.",
        ["“Is the well dry?”", "The villages had waited for years."],
    ),
    case(
        "brackets",
        "The bridge opened in 1987. (It was closed again in 1990.)",
        ["The bridge opened in 1987.", "(It was closed again in 1990.)"],
    ),
    case(
        "a sentence that begins with a quotation",
        "Ranta nodded. “The bridge stays.” Nobody objected.",
        ["Ranta nodded.", "“The bridge stays.”", "Nobody objected."],
    ),
    case("a year begins a sentence", "The ferry is old. 1987 was its first year.", ["The ferry is old.", "1987 was its first year."]),
    case("p.m. at the end", "The talks ended at 4 p.m. The envoys then dined.", ["The talks ended at 4 p.m.", "The envoys then dined."]),
    case(
        "numbered points",
        "1. The sides opened a kiosk.\n\n2. The sides closed a kiosk.",
        ["1. The sides opened a kiosk.", "2. The sides closed a kiosk."],
    ),
    case(
        "a paragraph without a stop ends there",
        "Rain over Apia\nThe envoy brought an umbrella.",
        ["Rain over Apia", "The envoy brought an umbrella."],
    ),
    case(
        "lines wrapped by hand",
        "The envoy of Samoa thanked the\nharbour master for the loan of\nan umbrella. He will return it\n"
        "before the rains. It is an old\numbrella.",
        [
            "The envoy of Samoa thanked the harbour master for the loan of an umbrella.",
            "He will return it before the rains.",
            "It is an old umbrella.",
        ],
    ),
    case("three dots at the end", "He waited… The boat came.", ["He waited…", "The boat came."]),
    case("bullets", "• Water for Nauru\n• Salt for Palau", ["• Water for Nauru", "• Salt for Palau"]),
]

QUOTED = [
    case("curly", "He said “two wells” and left.", "“ two wells"),
    case("straight", 'He said "two wells" and left.', '" two wells'),
    case("guillemets", "He said «two wells» and left.", "« two wells"),
    case("apostrophes are no quotation marks", "Peru’s wells and Chile's wells are the envoys’ pride.", ""),
    case("opened again at a sentence", '"The well is dry. "Nobody drinks," he said.', '" The well is dry . " Nobody drinks ,'),
    case("left open at the end of a paragraph", "“The well is dry.\nNobody drinks.", "“ The well is dry ."),
]


def _sentences(text: str) -> list[str]:
    layers = sentence_layers(text)
    return [surface(layers, s) for s in layers.sentences]


@pytest.mark.parametrize("text", ONE)
def test_is_one_sentence(text: str) -> None:
    assert _sentences(text) == [text]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_splits(text: str, expected: list[str]) -> None:
    assert _sentences(text) == expected


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_words_in_quotation_marks(text: str, expected: str) -> None:
    layers = sentence_layers(text)
    inside = [w for w, q in zip(layers.tokens.words, layers.quoted, strict=True) if q and w not in "”»"]
    closed = inside[:-1] if inside[-1:] == ['"'] and len(inside) > 1 else inside
    assert " ".join(closed) == expected


def test_a_quotation_goes_on_when_the_next_paragraph_opens_with_a_mark() -> None:
    layers = sentence_layers("“The well is dry.\n\n“Nobody drinks from it,” the envoy said.")
    assert [s.paragraph for s in layers.sentences] == [0, 1]
    assert [layers.quoted[layers.tokens.words.index(w)] for w in ("dry", "Nobody", "envoy")] == [True, True, False]


def test_paragraphs_number_their_sentences_and_mark_the_first() -> None:
    layers = sentence_layers("One well. Two wells.\n\nThree wells. Four wells.")
    assert [(s.paragraph, s.first) for s in layers.sentences] == [(0, True), (0, False), (1, True), (1, False)]


def test_every_token_belongs_to_the_sentence_that_is_said_to_hold_it() -> None:
    layers = sentence_layers("One well. “Two wells?” asked Ilves.\nThree wells.")
    assert len(layers.sentence_of) == len(layers.tokens)
    assert all(layers.sentences[n].start <= i < layers.sentences[n].end for i, n in enumerate(layers.sentence_of))


def test_what_is_too_long_for_a_sentence_is_read_in_parts() -> None:
    layers = sentence_layers("pier, " * 700 + "and a ferry. The end.")
    assert [sentence.first for sentence in layers.sentences] == [True, False, False, False]
    assert [(before.end, after.start) for before, after in pairwise(layers.sentences)] == [(500, 500), (1000, 1000), (1404, 1404)]
