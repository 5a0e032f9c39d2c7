"""Topics of claims, and the words that show them."""

from __future__ import annotations

import pytest

from etl.records import Observations

from .cases import case
from .reading import observe

SAID = "Peruvian Foreign Minister Anselmo Quispe-Rojas said that "


def topics(text: str, seen: Observations) -> dict[str, str]:
    """Topic to term."""
    return {t.topic: text[t.term.start : t.term.end] for t in seen.topics}


TOPICS = [
    case("a plain term", "the two countries would sign a visa agreement.", {"migration": "visa"}),
    case("a plural and a verb's form", "tariffs hurt those who invested in Peru.", {"trade": "tariffs", "investment": "invested"}),
    case(
        "several topics in a list",
        "they would work on energy, tourism and railways.",
        {"energy": "energy", "culture": "tourism", "transport": "railways"},
    ),
    case("the term that weighs most is shown", "the budget would feed the economy.", {"economy": "economy"}),
    case("a word that may mean another thing is not enough", "the border was quiet.", {}),
    case("two such words together are", "the border runs through an island.", {"sovereignty": "border"}),
    case("one such word twice is not", "a border is a border.", {}),
    case("a longer term takes its words", "food security mattered most.", {"agriculture": "food security"}),
    case("a phrase in which the word says nothing", "trade unions in a climate of trust wished him good health.", {}),
    case("such a phrase may belong to another topic", "no business climate is better.", {"investment": "business climate"}),
    case("an acronym needs its capitals", "the man who aids them is late.", {}),
    case("an acronym", "the WHO would send doctors.", {"health": "WHO"}),
    case("hyphens", "the trade-off was fair.", {}),
    case(
        "civil and military use of the atom",
        "a nuclear power plant is no nuclear weapon.",
        {"energy": "nuclear power plant", "nuclear": "nuclear weapon"},
    ),
    case("humanitarian in the sense of culture", "humanitarian ties would grow.", {"culture": "humanitarian ties"}),
    case("a place is not what is spoken of", "he had slept well in Port Moresby.", {}),
    case("an office is not what is spoken of", "he would call Trade Minister Rasa Norkutė.", {}),
    case(
        "nor is an organization that may be spoken of for anything",
        "the Organization for Security and Co-operation in Europe was late.",
        {},
    ),
    case(
        "unless its name says it plainly",
        "the United Nations Framework Convention on Climate Change was late.",
        {"climate": "Climate Change"},
    ),
]


@pytest.mark.parametrize(("said", "expected"), TOPICS)
def test_topics(said: str, expected: dict[str, str]) -> None:
    text = SAID + said
    assert topics(text, observe(text)) == expected


def test_only_what_is_claimed_counts() -> None:
    text = (
        "At a conference on climate finance, Lithuanian Agriculture Minister Rasa Norkutė told a trade journal that the visas were ready."
    )
    assert topics(text, observe(text)) == {"migration": "visas"}


def test_several_words_together_are_told_from_one_that_says_it_alone() -> None:
    (plain,) = observe(SAID + "the visas were ready.").topics
    (together,) = observe(SAID + "the border runs through an island.").topics
    (more,) = observe(SAID + "visas for refugees were ready.").topics
    assert (plain.rule, together.rule, more.rule) == ("term", "terms", "term")
    assert together.confidence < plain.confidence < more.confidence <= 0.95


def test_each_claim_has_its_own() -> None:
    seen = observe(SAID + "the tariffs were too high. He thanked Lithuania for the vaccines.")
    assert [(t.claim, t.topic) for t in seen.topics] == [(0, "trade"), (1, "health")]


def test_a_term_stands_inside_its_claims_content() -> None:
    seen = observe(SAID + "the tariffs, the visas and the railways were talked about. “Our tourists bring rice,” he added.")
    contents = {c.index: c.content for c in seen.claims}
    assert len(seen.topics) >= 4
    for topic in seen.topics:
        content = contents[topic.claim]
        assert content is not None
        assert content.start <= topic.term.start < topic.term.end <= content.end


def test_the_same_text_gives_the_same_topics() -> None:
    text = SAID + "energy, trade, energy and trade were one thing."
    assert observe(text).topics == observe(text).topics
