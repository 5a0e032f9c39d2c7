"""A claim before its offsets and links."""

from __future__ import annotations

from typing import Final, NamedTuple

from etl.extract.claims.attribution import Attribution
from etl.extract.claims.openings import statement_start
from etl.extract.claims.talk import Holder
from etl.extract.grammar import NAME_CONNECTORS
from etl.extract.layers import Layers, Sentence, TokenSpan
from etl.lexicon.words import load_words

_MIN_QUOTED: Final = 5
"""Words in one pair of marks that make a quotation; fewer are a name or scare quotes."""


class Draft(NamedTuple):
    """A claim before its offsets and links: one or more attributions of one holder. `attribution` is the first of them."""

    span: TokenSpan
    content: TokenSpan
    source: TokenSpan | None
    cue: TokenSpan | None
    attribution: Attribution | None
    holder: Holder
    direct: bool
    continuation: bool
    rule: str
    confidence: float


def bare_draft(layers: Layers, sentence: Sentence, holder: Holder, rule: str, confidence: float, *, continuation: bool) -> Draft:
    """A whole sentence as a claim, without words that attribute it."""
    span = TokenSpan(statement_start(layers, sentence), sentence.end)
    direct = is_direct(layers, span) or is_all_quoted(layers, span)
    return Draft(span, span, None, None, None, holder, direct, continuation, rule, confidence)


def is_direct(layers: Layers, span: TokenSpan) -> bool:
    """Whether the span quotes: enough words in one pair of marks, or an opening dash (continental style)."""
    if layers.tokens.words[span.start] in {"–", "—", "-"} and layers.sentence_at(span.start).first:
        return True
    if not any(layers.quoted[span.start : span.end]):
        return False
    run: list[int] = []
    for index in range(span.start, span.end):
        if layers.quoted[index]:
            run += [index] if layers.tokens.words[index][0].isalnum() else []
            continue
        if len(run) >= _MIN_QUOTED and not _is_name(layers, run):
            return True
        run = []
    return len(run) >= _MIN_QUOTED and not _is_name(layers, run)


def _is_name(layers: Layers, run: list[int]) -> bool:
    """Whether words in quotation marks are what something is called: the “Northern Harbour Safety Zone”."""
    tokens = layers.tokens
    called = run[0] > 1 and tokens.lower[run[0] - 2] in load_words().determiners
    return called and all(tokens.capitalized[index] or tokens.lower[index] in NAME_CONNECTORS for index in run)


def is_all_quoted(layers: Layers, content: TokenSpan) -> bool:
    """Whether the whole content stands in quotation marks, however short."""
    return content.end - content.start >= 3 and all(layers.quoted[content.start : content.end])
