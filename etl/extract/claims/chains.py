"""Verbs on which an infinitive hangs that is said all the same: "went on to accuse", "took the opportunity to thank"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.constructions import construction_of
from etl.extract.grammar import BE, FINITE
from etl.extract.layers import Layers, Sentence
from etl.lexicon.speech import load_speech_words

_TAKEN_REACH: Final = 9
"""Tokens between "took" and the infinitive: "took advantage of his stay in the capital | to thank"."""


def chain_start(layers: Layers, index: int, sentence: Sentence) -> int:
    """Where the verb begins on which the infinitive at `index` hangs; the same place if it hangs on none."""
    lower, speech = layers.tokens.lower, load_speech_words()
    if index - 2 <= sentence.start or lower[index - 1] != "to":
        return index
    before = index - 2
    if lower[before] == "on" and lower[before - 1] in ("went", "goes", "gone"):
        return before - 1  # "went on to accuse"
    if lower[before] in speech.chain_verbs and construction_of(layers, before, "past", sentence)[0] == "finite":
        return before
    if lower[before] in speech.chain_adjectives and lower[before - 1] in BE:
        return before
    return _taken(layers, index, sentence)


def _taken(layers: Layers, index: int, sentence: Sentence) -> int:
    """Where "took the opportunity (of the visit) to" begins."""
    lower, speech = layers.tokens.lower, load_speech_words()
    taken = False
    for step in range(index - 2, max(sentence.start, index - _TAKEN_REACH), -1):
        if lower[step] in speech.taken_nouns:
            taken = True
        elif lower[step] in speech.taking_verbs:
            return step if taken and construction_of(layers, step, "past", sentence)[0] == "finite" else index
        elif lower[step] in FINITE or lower[step] in (",", ";", "that"):
            return index
    return index
