"""The field of a ministry or minister: "the Department of Foreign Affairs and Trade", "the Peruvian Minister of Ports" is one phrase."""

from __future__ import annotations

from typing import Final

from etl.extract.layers import Layers, Sentence
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words

_OPENERS: Final = frozenset({"of", "for"})
_JOINTS: Final = frozenset({"and", ",", "of", "for", "the"})
_MAX_FIELD: Final = 10


def past_field(layers: Layers, noun: int, sentence: Sentence) -> int:
    """The token after a capitalised organ and the capitalised words of its field."""
    tokens = layers.tokens
    organ = tokens.is_capitalized(noun) and tokens.lower[noun] in load_party_words().field_organs
    return past_portfolio(layers, noun + 1, sentence) if organ else noun + 1


def past_portfolio(layers: Layers, end: int, sentence: Sentence) -> int:
    """The token after "of" or "for" and the capitalised words that follow it, the first of which must be one of portfolios; else `end`."""
    tokens = layers.tokens
    noun, step = end - 1, end
    if step + 1 >= sentence.end or tokens.lower[step] not in _OPENERS or not _is_of_field(layers, step + 1):
        return end
    while step < sentence.end and step - noun < _MAX_FIELD:
        if tokens.lower[step] in _JOINTS:
            step += 1
        elif _is_of_field(layers, step):
            step = end = step + 1
        else:
            break
    return end


def _is_of_field(layers: Layers, index: int) -> bool:
    """A capitalised word of a portfolio, or between two of them; the name of an actor or person is no field."""
    tokens = layers.tokens
    if not tokens.is_capitalized(index) or layers.entity_at(index) is not None or layers.person_mentions.covering(index):
        return False
    portfolios = load_words().portfolios
    return (
        tokens.lower[index] in portfolios
        or tokens.lower[index + 1 : index + 2] == ["affairs"]
        or tokens.lower[index - 1] in _JOINTS
        or tokens.lower[index - 1] in portfolios
    )
