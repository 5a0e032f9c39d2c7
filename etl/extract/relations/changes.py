"""Verbs and nouns by which relations change, and whether what they tell has happened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from etl.extract.grammar import MODALS, NEGATIONS
from etl.extract.layers import Layers, Sentence
from etl.lexicon.relations import load_relation_changes, load_relation_words

_REACH: Final = 7
"""Tokens before a verb that tell whether it is a wish."""
_SIGN_REACH: Final = 4
_STOPS: Final = frozenset({";", ":", "that", "while", "but", "which", "who", "when", "“", "”", '"'})
_SUPPOSED: Final = MODALS | NEGATIONS | frozenset({"if", "whether", "unless", "without", "hopes", "hope", "hoped", "hoping"})
_CONTINUING: Final = frozenset(
    {"since", "after", "by", ",", "communique", "communiqué", "declaration", "agreement", "statement", "protocol"}
)
"""What a form in -ing follows that tells of a fact."""


class Change(NamedTuple):
    """Tokens of a change, what it does (`raised`, `severed`, …), and whether it is told as done."""

    start: int
    end: int
    kind: str
    real: bool
    anniversary: bool


def changes(layers: Layers, sentence: Sentence) -> Iterator[Change]:
    """The changes of a sentence, in text order."""
    lower, table = layers.tokens.lower, load_relation_changes()
    index = sentence.start
    while index < sentence.end:
        for words, form, kind in table.get(lower[index], ()):
            end = index + len(words)
            if end <= sentence.end and tuple(lower[index:end]) == words:
                signs = lower[max(sentence.start, index - _SIGN_REACH) : index]
                yield Change(index, end, kind, is_told(lower, sentence, index, form), "anniversary" in signs)
                index = end - 1
                break
        index += 1


def is_told(lower: list[str], sentence: Sentence, verb: int, form: str) -> bool:
    """Whether a verb or noun tells of what has happened or was decided, not of what is hoped, denied or supposed."""
    begin = max(sentence.start, verb - _REACH)
    begin = max((k + 1 for k in range(begin, verb) if lower[k] in _STOPS), default=begin)
    before, words = [lower[k] for k in range(begin, verb) if not _is_month(lower, k)], load_relation_words()
    if not _SUPPOSED.isdisjoint(before) or before[-1:] in (["be"], ["being"]):
        return False
    if form == "base":
        return before[-1:] == ["to"] and not words.decision_words.isdisjoint(before[-5:-1])
    if form == "noun":
        return not words.fact_signs.isdisjoint(lower[max(sentence.start, verb - _SIGN_REACH) : verb])
    return form == "past" or before[-1:] == [] or before[-1] in _CONTINUING


def _is_month(lower: list[str], index: int) -> bool:
    """Whether "may" is May: after "in" or beside a number."""
    if lower[index] != "may":
        return False
    return lower[index - 1] in ("in", "last", "since", "early", "late") or lower[index - 1].isdigit() or lower[index + 1].isdigit()
