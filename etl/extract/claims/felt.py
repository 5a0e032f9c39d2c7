"""Nouns of feeling that say what is done: "expressed “her grave concern”", "we wish to convey our congratulations"."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import OWN_DETERMINERS
from etl.extract.layers import Layers, TokenSpan
from etl.lexicon.cues import load_cues
from etl.lexicon.speech import load_speech_words
from etl.records import Act

_CONVEYING: Final = frozenset({"convey", "extend", "express", "offer", "send"})
_COURTESIES: Final = frozenset({"congratulate", "thank", "convey"})
_REACH: Final = 7
"""Tokens between a verb of conveying and its noun."""


def felt_noun(layers: Layers, content: TokenSpan) -> Act | None:
    """The act of the noun that a quotation behind "expressed" begins with: "her grave concern at …"."""
    index = _past_fillers(layers, content.start, content.end - 1)
    noun = load_cues().nouns.get(layers.tokens.lower[index])
    return noun.act if noun is not None and layers.quoted[index] else None


def felt_after(layers: Layers, index: int, end: int) -> Act | None:
    """The act of the courtesy that is the object of a verb of conveying at a token: "convey | our heartfelt congratulations"."""
    lower, nouns = layers.tokens.lower, load_cues().nouns
    if index >= end or lower[index] not in _CONVEYING:
        return None
    found = (nouns[word].act for word in lower[index + 1 : min(end, index + _REACH)] if word in nouns)
    act = next(found, None)
    return act if act in _COURTESIES else None


def _past_fillers(layers: Layers, index: int, end: int) -> int:
    lower, speech = layers.tokens.lower, load_speech_words()
    while index < end and (not lower[index].isalpha() or lower[index] in OWN_DETERMINERS or lower[index] in speech.stance_adjectives):
        index += 1
    return index
