"""Verbs on which an infinitive hangs that is said all the same: "went on to accuse", "took the opportunity to thank", "met X to thank"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.constructions import construction_of
from etl.extract.grammar import BE, FINITE
from etl.extract.layers import Layers, Sentence
from etl.lexicon.speech import load_speech_words

_TAKEN_REACH: Final = 9
"""Tokens between "took" and the infinitive: "took advantage of his stay in the capital | to thank"."""
_SPOKEN_REACH, _OTHER_REACH = 26, 4
"""Tokens between "spoke" and the infinitive, past titles, name and state of the other and a day; and before the other."""
_CLAUSE_MARKS: Final = frozenset({";", ":", "that", "which", "who"})


def chain_start(layers: Layers, index: int, sentence: Sentence) -> int:
    """Where the verb begins on which the infinitive at `index` hangs; the same place if it hangs on none."""
    lower, speech = layers.tokens.lower, load_speech_words()
    if index - 2 <= sentence.start or lower[index - 1] != "to":
        return index
    before = index - 2
    if lower[before] == "on" and lower[before - 1] in ("went", "goes", "gone"):
        return before - 1  # "went on to accuse"
    if lower[before] == "out" and lower[before - 1] in ("came", "come", "comes"):
        return before - 1  # "has come out to say"
    if lower[before] in speech.chain_verbs and construction_of(layers, before, "past", sentence)[0] == "finite":
        return before
    if lower[before] in speech.chain_adjectives and lower[before - 1] in BE:
        return before
    taken = _taken(layers, index, sentence)
    return taken if taken < index else _spoken_to(layers, index, sentence)


def _spoken_to(layers: Layers, index: int, sentence: Sentence) -> int:
    """Where "spoke with X (today) to" or "called X to" begins, before what is done by saying it: "spoke with X to congratulate him"."""
    lower, speech = layers.tokens.lower, load_speech_words()
    if lower[index] not in speech.purpose_verbs:
        return index
    verb = next((i for i in range(index - 2, max(sentence.start, index - _SPOKEN_REACH), -1) if lower[i] in speech.talking_verbs), None)
    if verb is None or construction_of(layers, verb, "past", sentence)[0] != "finite":
        return index
    between = lower[verb + 1 : index - 1]
    other = next((n for n in layers.nominals.within(verb + 1, index - 1) if n.kind in ("person", "office", "group")), None)
    clear = FINITE.isdisjoint(between) and _CLAUSE_MARKS.isdisjoint(between)
    return verb if clear and other is not None and other.start - verb <= _OTHER_REACH else index


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
