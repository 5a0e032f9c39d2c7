"""Where sentences and paragraphs end, and what stands in quotation marks."""

from __future__ import annotations

import pytest

from .reading import sentence_layers, surface

ONE = [
    ("abbreviated title", "Dr. Pihla Ranta-aho flew to Lima with Gen. Otso Kivelä and Mrs. Vega."),
    ("initials", "The envoy J. K. Appiah-Dankwa thanked A.R. Thapaliya for the umbrella."),
    ("military ranks", "Lt. Col. Bram Zijlstra greeted Adm. Yaa Konadu on the pier."),
    ("month", "The accord of Sept. 3 was signed in Quito on Jan. 9 by both envoys."),
    ("number", "Exports of quinoa rose by 3.5 percent to 1.2 million tonnes."),
    ("No. before a number", "He cited Resolution No. 14 of the fisheries council."),
    ("U.S. before a noun", "The U.S. Embassy lent the museum a canoe."),
    ("U.S. before a name", "Visiting U.S. Senator Marla Teague said the canoe was older than the museum."),
    ("e.g. and i.e.", "Small ports, e.g. Paita, i.e. those without cranes, wait longest."),
    ("company", "Lanterns from Opal Reef Co. Ltd. were hung over the pier."),
    ("question with who asked", "“Where is the second key?” asked the Omani envoy."),
    ("exclamation with name and verb", "“We will mend the roof!” Minister Ilves told reporters."),
    ("question with pronoun", "“Who counts the otters?” he said."),
    ("straight quotes", '"Is that all?" the ambassador asked.'),
    ("ellipsis inside", "The road … was never paved."),
    ("lower case after a stop", "The company yahoo! and others paid for the lamps."),
]

SEVERAL = [
    ("two sentences", "Peru sent a pump. Chile sent two.", ["Peru sent a pump.", "Chile sent two."]),
    (
        "U.S. at the end",
        "The pump was built in the U.S. The Peruvian side paid for it.",
        ["The pump was built in the U.S.", "The Peruvian side paid for it."],
    ),
    (
        "quotation that closes its sentence",
        "“The well is dry.” The envoy left early.",
        ["“The well is dry.”", "The envoy left early."],
    ),
    (
        "question whose quotation nobody is named for",
        "“Is the well dry?” The villages had waited for years.",
        ["“Is the well dry?”", "The villages had waited for years."],
    ),
    ("brackets", "The bridge opened in 1987. (It was closed again in 1990.)", ["The bridge opened in 1987.", "(It was closed again in 1990.)"]),
    (
        "a sentence that begins with a quotation",
        "Ranta nodded. “The bridge stays.” Nobody objected.",
        ["Ranta nodded.", "“The bridge stays.”", "Nobody objected."],
    ),
    ("a year begins a sentence", "The ferry is old. 1987 was its first year.", ["The ferry is old.", "1987 was its first year."]),
    ("p.m. at the end", "The talks ended at 4 p.m. The envoys then dined.", ["The talks ended at 4 p.m.", "The envoys then dined."]),
    (
        "numbered points",
        "1. The sides opened a kiosk.\n\n2. The sides closed a kiosk.",
        ["1. The sides opened a kiosk.", "2. The sides closed a kiosk."],
    ),
    (
        "a paragraph without a stop ends there",
        "Rain over Apia\nThe envoy brought an umbrella.",
        ["Rain over Apia", "The envoy brought an umbrella."],
    ),
    (
        "lines wrapped by hand",
        "The envoy of Samoa thanked the\nharbour master for the loan of\nan umbrella. He will return it\nbefore the rains. It is an old\numbrella.",
        [
            "The envoy of Samoa thanked the harbour master for the loan of an umbrella.",
            "He will return it before the rains.",
            "It is an old umbrella.",
        ],
    ),
    ("three dots at the end", "He waited… The boat came.", ["He waited…", "The boat came."]),
    ("bullets", "• Water for Nauru\n• Salt for Palau", ["• Water for Nauru", "• Salt for Palau"]),
]

QUOTED = [
    ("curly", "He said “two wells” and left.", "“ two wells"),
    ("straight", 'He said "two wells" and left.', '" two wells'),
    ("guillemets", "He said «two wells» and left.", "« two wells"),
    ("apostrophes are no quotation marks", "Peru’s wells and Chile's wells are the envoys’ pride.", ""),
    ("left open at the end of a paragraph", "“The well is dry.\nNobody drinks.", "“ The well is dry ."),
]


def _sentences(text: str) -> list[str]:
    layers = sentence_layers(text)
    return [surface(layers, s) for s in layers.sentences]


@pytest.mark.parametrize(("what", "text"), ONE, ids=[row[0] for row in ONE])
def test_is_one_sentence(what: str, text: str) -> None:
    assert _sentences(text) == [text]


@pytest.mark.parametrize(("what", "text", "expected"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_splits(what: str, text: str, expected: list[str]) -> None:
    assert _sentences(text) == expected


@pytest.mark.parametrize(("what", "text", "expected"), QUOTED, ids=[row[0] for row in QUOTED])
def test_words_in_quotation_marks(what: str, text: str, expected: str) -> None:
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
