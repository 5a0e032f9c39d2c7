"""Which texts are one, and which only sound alike. All texts are made up."""

from __future__ import annotations

import pytest

from etl.duplicates import Likeness, compare, may_be_alike, sign, words_of
from etl.duplicates.likeness import COPIED, HELD

WIRE = (
    "Foreign Minister Ragnhild Testesen received her Brazilian counterpart Tadeu Provador in Oslo on Tuesday for talks on fisheries and "
    "shipping. The two sides agreed to open a direct ferry line between Bergen and Recife by the end of 2032. Testesen said that the line "
    "would carry 40,000 containers a year and spare the climate much of what goes by air today. Provador thanked his host and invited her "
    "to Recife in the spring. Before the talks he laid a wreath at the harbour memorial. A joint committee of engineers will meet every "
    "three months and report to both ministers. The ministry gave no figure for the cost of the new terminals."
)
SENTENCES = [f"{sentence.rstrip('.')}." for sentence in WIRE.split(". ")]

COPIES = {
    "as it is": WIRE,
    "in another house's spelling": WIRE.replace("Provador", "Provadór").replace("40,000", "40000").replace("2032", "2032,").upper(),
    "with a dateline and a closing line": f"OSLO, May 6 (Testwire) -- {WIRE} (Testwire/NTB)",
    "touched up": WIRE.replace("received", "hosted").replace("thanked his host", "thanked her").replace("today", "at present"),
    "a figure corrected": WIRE.replace("40,000", "45,000"),
    "another spelling of a name": WIRE.replace("Provador", "Provadorr"),
    "a sentence of its own at the end": f"{WIRE} Readers in Bergen have waited for such a line for more than thirty years.",
    "paragraphs moved": " ".join([*SENTENCES[:2], *SENTENCES[4:], *SENTENCES[2:4]]),
}
CUT = {
    "from the end": " ".join(SENTENCES[:3]),
    "the middle left out": " ".join([*SENTENCES[:2], SENTENCES[-2]]),
    "and a few words of its own": " ".join([*SENTENCES[:3], "It is the first of its kind."]),
}


@pytest.mark.parametrize("name", COPIES)
def test_versions_of_one_text(name: str) -> None:
    likeness = compare(words_of(WIRE), words_of(COPIES[name]))
    assert likeness is not None
    assert likeness.is_mutual
    assert not likeness.is_cut


@pytest.mark.parametrize("name", CUT)
def test_cut_versions(name: str) -> None:
    likeness = compare(words_of(WIRE), words_of(CUT[name]))
    assert likeness is not None
    assert likeness.is_cut
    assert likeness.other_share >= HELD > COPIED > likeness.share


@pytest.mark.parametrize("text", [*COPIES.values(), *CUT.values()])
def test_copies_meet_under_a_key(text: str) -> None:
    wire, copy = sign(words_of(WIRE)), sign(words_of(text))
    assert wire.blocks() & copy.blocks()
    assert may_be_alike(wire, copy)
    assert may_be_alike(copy, wire)


GREETING = (
    "President {who} on Monday sent a message of congratulations to {whom} on the national day of {where}. In the message the President "
    "said that relations with {where} had developed smoothly for decades, and that he attached great importance to their growth. He wished "
    "{whom} good health and the people of {where} peace and prosperity. The two states established relations in {year}."
)
BULLETIN = (
    "The central bank said on Friday that reserves stood at {a} billion at the end of {month}. Exports rose by {b} percent and imports by "
    "{c} percent against the month before. The governor said that the bank would keep its rate at {d} percent and would act if needed."
)
CLOSING = "The two sides also exchanged views on international and regional issues of common interest and agreed to keep in close contact."
APART = {
    "one template, two states": (
        GREETING.format(who="Adaeze Provera", whom="King Olav Testad", where="Norway", year=1961),
        GREETING.format(who="Adaeze Provera", whom="President Lucía Ensayo", where="Chile", year=1972),
    ),
    "one template, two months": (
        BULLETIN.format(a="31.4", month="March", b="2.1", c="1.7", d="4.5"),
        BULLETIN.format(a="32.0", month="April", b="0.4", c="3.3", d="4.25"),
    ),
    "a closing formula": (
        f"Minister Testesen met the Brazilian envoy in Oslo on Tuesday and spoke with him about salmon and ships. {CLOSING}",
        f"Secretary Nakuru Provera flew to Suva for a day, where the prime minister showed her the rebuilt sea wall. {CLOSING}",
    ),
    "two reports of one event in their own words": (
        WIRE,
        "Norway and Brazil want ships to sail straight from Bergen to Recife. So said the foreign ministers of both after they met in the "
        "Norwegian capital. Engineers will now look at the plan four times a year. What the terminals cost, nobody would say on Tuesday.",
    ),
    "too short to tell": ("Watch the video of the talks in Oslo.", "Watch the video of the talks in Oslo."),
}


@pytest.mark.parametrize("name", APART)
def test_texts_that_only_sound_alike(name: str) -> None:
    one, other = (words_of(text) for text in APART[name])
    assert compare(one, other) is None
    assert compare(other, one) is None


def test_it_does_not_matter_which_comes_first() -> None:
    for text in (*COPIES.values(), *CUT.values()):
        there, back = compare(words_of(WIRE), words_of(text)), compare(words_of(text), words_of(WIRE))
        assert there is not None
        assert back == Likeness(there.other_share, there.share)


def test_names_are_not_what_opens_a_sentence() -> None:
    words = words_of('The envoy met Solberg. "Trade grew by 3.5%," Solberg said.\nNobody asked.')
    assert [words.keys[i] for i in sorted(words.names)] == ["solberg", "solberg"]
    assert [words.keys[i] for i in sorted(words.numbers)] == ["3.5"]


def test_short_texts_have_no_keys() -> None:
    assert sign(words_of("Nothing to report.")).blocks() == frozenset()
    assert not may_be_alike(sign(words_of("Nothing.")), sign(words_of("Nothing.")))
