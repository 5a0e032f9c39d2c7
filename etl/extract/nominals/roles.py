"""Persons and bodies by a common noun: "a ministry official", "two residents of the valley"."""

from __future__ import annotations

from functools import cache
from typing import Final

from etl.extract.grammar import CLAUSE_BOUNDARIES, FINITE, GOVERNORS, PRONOUNS
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.nominals.fields import past_field
from etl.extract.nominals.taken import Taken
from etl.extract.wordlists import WordList
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_MAX_MODIFIERS: Final = 4
_NO_MODIFIERS: Final = (
    CLAUSE_BOUNDARIES | FINITE | GOVERNORS | PRONOUNS | frozenset({"or", "nor", "said", "told", "by", "not", "than", "also"})
)


def take_roles(layers: Layers, taken: Taken) -> None:
    """Common nouns of persons and bodies that are still free, with the words before them."""
    nouns = _nouns()
    lower, occasions, compounding = layers.tokens.lower, load_speech_words().speaking_events, load_speech_words().press_nouns
    for index in layers.tokens.where(_openings()):
        if taken.covered[index]:
            continue
        sentence = layers.sentence_at(index)
        end = index + 1
        while end < sentence.end and not taken.covered[end] and lower[end] in nouns:
            end += 1  # "a ministry official"
        head = lower[end - 1]
        if end < sentence.end and lower[end] in occasions and lower[end - 1] in compounding:
            continue  # "a press | conference"
        end = past_field(layers, end - 1, sentence)
        taken.take(Nominal(_opening(layers, index, sentence, taken), end, "role", plural=head.endswith("s"), head=head))


@cache
def _nouns() -> frozenset[str]:
    words = load_words()
    return words.persons | words.collective


@cache
def _openings() -> WordList:
    return WordList(_nouns())


def _opening(layers: Layers, index: int, sentence: Sentence, taken: Taken) -> int:
    """Where the phrase of a noun begins: at its determiner, or after at most a few modifiers."""
    tokens, determiners = layers.tokens, load_words().determiners
    start = index
    while start > sentence.start and index - start < _MAX_MODIFIERS and not taken.covered[start - 1]:
        previous = tokens.lower[start - 1]
        if previous in determiners:
            return start - 1
        if (aged := _age_before(layers, start)) is not None:
            return aged - (aged > sentence.start and tokens.lower[aged - 1] in determiners)
        if previous == "-" and start - 2 >= sentence.start and tokens.glued(start) and tokens.glued(start - 1):
            start -= 2  # "the anti-corruption | agency"
            continue
        if not previous.isalpha() or tokens.glued(start) or previous in _NO_MODIFIERS or _happened(previous):
            break
        start -= 1
    return start


def _happened(word: str) -> bool:
    """Whether a word is a past form and no participle: "police fought off | protesters"."""
    speech = load_speech_words()
    return word in speech.irregular_pasts and word not in speech.irregular_participles


def _age_before(layers: Layers, end: int) -> int | None:
    """Where "59-year-old" begins that ends before a token."""
    return end - 5 if end > _AGE and layers.tokens.lower[end - 4 : end] == ["-", "year", "-", "old"] else None


_AGE: Final = 5
"""Tokens of "59-year-old"."""
