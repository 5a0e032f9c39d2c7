"""The subject whose relative clause without commas ends before a verb: "A man who lost his house | said"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.edges import is_finite
from etl.extract.claims.openings import statement_start
from etl.extract.claims.phrases import with_premodifiers
from etl.extract.claims.wholes import whole_phrase
from etl.extract.grammar import GENITIVES
from etl.extract.layers import Layers, Nominal, Sentence
from etl.lexicon.cues import load_cues
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_MAX_RELATIVE: Final = 16
"""Tokens of a relative clause."""
_PERSONAL, _THINGS = "who", frozenset({"that", "which"})
_RELATIVE: Final = _THINGS | {_PERSONAL}
_JOINING: Final = frozenset({"and", "or", "but", "then"})
_MIN_CLAUSE: Final = 2


def restricted_subject(layers: Layers, verb: int, sentence: Sentence) -> Nominal | None:
    """Who opens a sentence, or what stands after its fronted phrase, and is told by "who" and a verb of its own before this one."""
    lower = layers.tokens.lower
    if _RELATIVE.isdisjoint(lower[max(sentence.start, verb - _MAX_RELATIVE) : verb]):
        return None
    for which in range(verb - 1, max(sentence.start, verb - _MAX_RELATIVE), -1):
        if lower[which] in _CLOSING:
            return None
        if lower[which] == _PERSONAL or (lower[which] in _THINGS and is_finite(layers, which + 1)):
            break
    else:
        return None
    if which > verb - _MIN_CLAUSE - 1:
        return None
    first = next((i for i in range(which + 1, verb) if _is_verb(layers, i)), None)
    plain = layers.nominals.starting(which + 1) is None and not layers.tokens.is_capitalized(which + 1)
    if first is None and lower[which] == _PERSONAL and plain:
        first = which + 1  # "people who live nearby"
    joined = lower[verb - 1] in _JOINING or lower[verb - 1] in GENITIVES or lower[verb - 1] in load_words().determiners
    if first is None or first > which + _MIN_CLAUSE or joined or _reports(lower[first]):
        return None  # "the man who said the police told …": the police
    head = layers.nominals.ending(which)
    if head is None and lower[which] in _THINGS:
        return _with_thing(layers, which, sentence)
    if head is None or head.kind not in ("role", "office", "parties", "person") or head.start < sentence.start:
        return None
    head = whole_phrase(layers, head, sentence) or head
    head = with_premodifiers(layers, head, sentence.start)
    opens = head.start == statement_start(layers, sentence) or lower[head.start - 1] == ","
    return head if opens else None


def _with_thing(layers: Layers, which: int, sentence: Sentence) -> Nominal | None:
    """Who opens a sentence, where a relative clause tells of what is theirs: "Opponents of the plan | that bans boats | welcomed"."""
    lower, start = layers.tokens.lower, statement_start(layers, sentence)
    opening = layers.nominals.starting(start)
    if opening is None or opening.kind != "role" or lower[opening.end] not in ("of", "to"):
        return None
    plain = not any(is_finite(layers, i) or lower[i] in _CLOSING for i in range(opening.end, which))
    return opening._replace(end=which) if plain else None


_CLOSING: Final = frozenset({",", ";", ":", "“", "”", '"', "(", ")", "—", "–"})


def _is_verb(layers: Layers, index: int) -> bool:
    return is_finite(layers, index) or layers.tokens.lower[index] in load_speech_words().irregular_pasts


def _reports(word: str) -> bool:
    """Whether a clause may depend on a verb form."""
    return any("clause" in cue.frames and cue.weight >= _SAYING and not cue.following for cue, _ in load_cues().verbs.get(word, ()))


_SAYING: Final = 0.5
