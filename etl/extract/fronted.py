"""Phrases that open a sentence and say as what its subject acts: "As members of the African Union, A and B …"."""

from __future__ import annotations

from etl.extract.grammar import FINITE
from etl.extract.layers import Layers


def ends_at_comma(layers: Layers, index: int, end: int) -> bool:
    """Whether a list over tokens index..end runs over the comma that ends such a phrase: what follows it is the subject.

    "As leaders of A, B and C, they …" closes with a comma of its own: all of the list stands in the phrase.
    """
    lower, sentence = layers.tokens.lower, layers.sentence_at(index)
    before = lower[sentence.start : index]
    opens = before[:1] == ["as"] and "," not in before and FINITE.isdisjoint(before)
    return opens and end < sentence.end and lower[end] not in (",", ".", ";")
