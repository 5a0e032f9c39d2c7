"""What holds of extraction whatever the text: it is pure, it never fails, and every observation leads back to its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from etl.articles import split_articles
from etl.extract.pipeline import build_pipeline, extract, extract_all, extractor_version
from etl.extract.tokens import Tokens
from etl.intake import sample_paths
from etl.records import Act, Article, Document, Observations, Span
from etl.sources import read_paths

from .reading import WEDNESDAY, make_article

READOUT = (
    "Estonian Foreign Minister Ms. Maarika Ojaste met with Peruvian Foreign Minister Mr. Anselmo Quispe-Rojas in Lima on Tuesday.\n\n"
    "Ojaste said that relations with Peru are warm, adding that Estonia supports the Global Development Initiative. "
    "Estonia stands ready to lend a ferry.\n\n"
    "“We thank Estonia,” Quispe-Rojas said. “Our pier is open.” The two sides signed a memorandum on buoys.\n"
)
OTHER = "Chilean President Ramona Illanes will visit Kenya next week. According to Nairobi, the visit is a kite festival with speeches."

SENTENCES = [
    *(s.strip() for s in READOUT.split("\n") if s.strip()),
    OTHER,
    "He said so.",
    "They agreed that it was late.",
    "“Why?” asked the envoy.",
    "“An open quotation, said Ojaste.",
    "Closing only,” she said",
    "said said said, said",
    "According to",
    "The two sides",
    "Talks between and with.",
    "met with",
    "President of",
    "the foreign ministers of Estonia, Latvia and",
    "Question: Who?",
    "President of Estonia Tarmo Ilves-Saar: We will mend it.",
    "* * *",
    "1.",
    "(",
    "“”",
    "From July 6 to 9, on February 30, 2021, a day later, last May.",
    "U.S.",
    "H.E. Dr.",
    "Noting that, adding that, stressing",
    "Joining the European Union, Fiji’s 'pier'",
    "–—…",
    "Ramona Illanes, president and",
    "They signed a cooperation plan on trade,",
]
JOINTS = [" ", "\n", "\n\n", "", "\t", "\u00a0", "\r\n", "\u2002"]


def _spans(seen: Observations) -> Iterator[Span]:
    for mention in seen.mentions:
        yield mention.span
    for meeting in seen.meetings:
        yield meeting.span
        yield from meeting.evidence
    for claim in seen.claims:
        yield claim.span
        yield from (s for s in (claim.content, claim.source, claim.cue) if s is not None)
    for office in seen.offices:
        yield office.span
    for relation in seen.relations:
        yield relation.span


def _check(article: Article) -> Observations:
    seen = extract(article)
    text = article.text
    for span in _spans(seen):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end], "no blanks at the edges"
    for mention in seen.mentions:
        assert mention.surface == " ".join(text[mention.span.start : mention.span.end].split()), "white space as one blank"
    for row in (*seen.people, *seen.mentions, *seen.meetings, *seen.claims, *seen.offices, *seen.relations):
        assert 0 < row.confidence <= 1
        assert row.rule
    everybody = range(len(seen.people))
    assert [p.index for p in seen.people] == list(everybody)
    assert [m.index for m in seen.meetings] == list(range(len(seen.meetings)))
    assert [c.index for c in seen.claims] == list(range(len(seen.claims)))
    for claim in seen.claims:
        assert claim.act in get_args(Act)
        assert {*claim.speakers, *claim.addressees, *claim.mentions_people} <= set(everybody)
        assert claim.meeting is None or claim.meeting in range(len(seen.meetings))
        assert claim.cue is None or claim.cue_text
    for meeting in seen.meetings:
        assert all(p.person is not None or p.actor is not None for p in meeting.participants)
        assert all(p.person is None or p.person in everybody for p in meeting.participants)
        assert (meeting.start_on is None) == (meeting.date_precision == "unknown")
        if meeting.start_on and meeting.end_on:
            assert meeting.start_on <= meeting.end_on
    return seen


def test_articles_read_together_are_read_as_each_alone() -> None:
    articles = [make_article(text) for text in (READOUT, *SENTENCES, OTHER * 700, "", *SENTENCES)]
    assert list(extract_all(articles)) == [extract(article) for article in articles]
    assert list(extract_all([])) == []


def test_components_are_spacy_factories_in_the_order_of_work() -> None:
    names = build_pipeline().pipe_names
    assert names[0] == "communique_sentences"
    assert names.index("communique_entities") < names.index("communique_people") < names.index("communique_claims")
    assert all(Language.has_factory(name) for name in names)


def test_a_component_of_ones_own_can_stand_among_them() -> None:
    article, seen = make_article(READOUT), list[str]()
    expected = extract(article)

    @Language.component("test_only_reader")
    def read(doc: Doc) -> Doc:
        seen.extend(token.text for token in doc if not token.is_space)
        assert doc._.layers.entities and not doc._.layers.claims
        return doc

    nlp = build_pipeline()
    nlp.add_pipe("test_only_reader", before="communique_claims")
    try:
        assert extract(article) == expected
    finally:
        nlp.remove_pipe("test_only_reader")
    assert seen == Tokens.from_text(READOUT).words


def test_version_names_rules_and_lexicons() -> None:
    rules, _, lexicons = extractor_version().partition("+")
    assert rules and lexicons


def test_sees_people_meeting_claims_initiative_and_agreement_of_a_readout() -> None:
    seen = _check(make_article(READOUT))
    assert [len(rows) for rows in (seen.people, seen.meetings, seen.initiatives, seen.relations)] == [2, 1, 1, 1]
    assert len(seen.claims) == 5


def test_the_same_article_twice_gives_the_same() -> None:
    article = make_article(READOUT)
    assert extract(article) == extract(replace(article))


def test_what_was_read_before_changes_nothing() -> None:
    first, second = make_article(READOUT), make_article(OTHER)
    one, two = extract(first), extract(second)
    assert (extract(second), extract(first)) == (two, one)


def test_where_the_article_stands_in_its_document_changes_nothing() -> None:
    article = make_article(READOUT)
    assert extract(replace(article, position=3, char_start=5000, char_end=5000 + len(READOUT))) == extract(article)


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "“", "\u200b", "🙂", "\ufeff", "a", "\x00"])
def test_next_to_nothing_gives_nothing(text: str) -> None:
    assert _check(make_article(text)) == Observations()


@pytest.mark.xfail(strict=True, reason="datelines and quotations of two sentences: content begins before its claim")
def test_content_and_cue_stand_inside_their_claim() -> None:
    outside = [
        (document.name, claim.span, part)
        for document in read_paths(sample_paths())
        if isinstance(document, Document)
        for article in split_articles(document)
        for claim in extract(article).claims
        for part in (claim.content, claim.cue)
        if part is not None and not claim.span.start <= part.start < part.end <= claim.span.end
    ]
    assert outside == []


_days = st.one_of(st.none(), st.just(WEDNESDAY), st.dates(date(1900, 1, 1), date(2100, 12, 31)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(JOINTS)), max_size=12), _days)
def test_any_sentences_in_any_order(parts: list[tuple[str, str]], on: date | None) -> None:
    _check(make_article("".join(sentence + joint for sentence, joint in parts), on=on))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200), _days)
def test_any_characters(text: str, on: date | None) -> None:
    _check(make_article(text, on=on))


_words = sorted({w for s in SENTENCES for w in s.split()})


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_words), max_size=60), st.sampled_from([WEDNESDAY, None]))
def test_any_order_of_words(words: list[str], on: date | None) -> None:
    _check(make_article(" ".join(words), on=on))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(READOUT)), st.integers(0, len(READOUT)))
def test_any_slice_of_an_article(start: int, end: int) -> None:
    _check(make_article(READOUT[start:end]))
