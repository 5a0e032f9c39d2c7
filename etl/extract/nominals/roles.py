"""Persons and bodies by a common noun: "a ministry official", "two residents of the valley"."""

from __future__ import annotations

from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.nominals.taken import Taken
from etl.lexicon.words import load_words

_MAX_MODIFIERS = 4
_NO_MODIFIERS = frozenset({"and", "or", "of", "to", "said", "that", "as", "by", "with", "in"})


def take_roles(layers: Layers, taken: Taken) -> None:
    """Common nouns of persons and bodies that are still free, with the words before them."""
    words = load_words()
    lower = layers.tokens.lower
    for sentence in layers.sentences:
        for index in range(sentence.start, sentence.end):
            if taken.covered[index] or (lower[index] not in words.persons and lower[index] not in words.collective):
                continue
            end = index + 1
            while end < sentence.end and not taken.covered[end] and (lower[end] in words.persons or lower[end] in words.collective):
                end += 1  # "a ministry official"
            head = lower[end - 1]
            taken.take(Nominal(_opening(layers, index, sentence, taken), end, "role", plural=head.endswith("s"), head=head))


def _opening(layers: Layers, index: int, sentence: Sentence, taken: Taken) -> int:
    """Where the phrase of a noun begins: at its determiner, or after at most a few modifiers."""
    tokens, determiners = layers.tokens, load_words().determiners
    start = index
    while start > sentence.start and index - start < _MAX_MODIFIERS and not taken.covered[start - 1]:
        previous = tokens.lower[start - 1]
        if previous in determiners:
            return start - 1
        if not previous.isalpha() or tokens.glued(start) or previous in _NO_MODIFIERS:
            break
        start -= 1
    return start
