"""Before which noun an apposition, a relative clause or a parenthesis stands: "X Y, who lost in May, said"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.clause_subjects import clause_subject
from etl.extract.claims.phrases import with_premodifiers
from etl.extract.claims.wholes import whole_phrase
from etl.extract.grammar import APPOSITION_OPENERS, FRONTING, GENITIVE_S, GOVERNORS, RELATIVES
from etl.extract.layers import Layers, Nominal, Sentence
from etl.lexicon.cues import load_cues
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_MAX_PARENTHESIS: Final = 34
_PARTS: Final = frozenset({"for", "on", "in", "meanwhile", "however", "too", "also", "though", "instead", "by", "then", "earlier", "later"})
"""Words with which what stands between a subject and its verb begins: "he, for his part, said"."""
_TAILS: Final = frozenset({"role", "actor", "thing"})
"""What may close an apposition."""
_OCCUPATIONS: Final = _TAILS | {"office"}
_ADJECTIVAL: Final = ("able", "ible", "ful", "ous", "ive", "less")
_MAX_LABEL: Final = 4
"""Tokens of a party, place or name that stands between commas after a source."""


def before_aside(layers: Layers, close: int, sentence: Sentence) -> Nominal | None:
    """The nominal before an apposition or relative clause that closes at `close`."""
    lower = layers.tokens.lower
    opener = {",": ",", ")": "("}.get(lower[close], lower[close])
    nearest: Nominal | None = None
    for index in range(close - 1, max(sentence.start, close - _MAX_PARENTHESIS) - 1, -1):
        if lower[index] != opener or is_hyphen(layers, index):
            continue
        nominal = layers.nominals.ending(index)
        if nominal is not None and opener == "," and nominal.kind in _OCCUPATIONS and lower[index + 1] not in ("who", "whose"):
            nominal = whole_phrase(layers, nominal, sentence) or nominal  # "X of Lima, the mayor, said"
        if nominal is not None and opener == "," and _is_met(layers, nominal, sentence):
            return None  # "the decision to meet X, who lost in May, showed"
        if nominal is not None and opener == "," and _is_spoken_to(layers, nominal, sentence):
            named = layers.nominals.ending(close)  # "Speaking to our reporter, counsel for the union X Y, said"
            return named if named is not None and named.kind == "person" and named.start > index else None
        if nominal is not None and opener == "(":
            nominal = whole_phrase(layers, nominal, sentence) or clause_subject(layers, index, sentence)[0]  # "X of the union (ABC)"
        if nominal is None and lower[index - 1] == ")" and opener != ")":
            nominal = before_aside(layers, index - 1, sentence)  # "X (Y), who lost in May, said"
        if nominal is None and opener == ",":
            nominal = _labelled(layers, clause_subject(layers, index, sentence)[0])
            before = lower[nominal.start - 1] if nominal is not None and nominal.start > sentence.start else ""
            if nominal is not None and (before == "and" or (before == "," and lower[nominal.start].endswith("ing"))):
                continue  # the last of several; "the court, | sitting in Lima, on Sunday, …"
        if nominal is None or (nominal.kind == "pronoun" and lower[index + 1] not in _PARTS):
            continue
        named, joined = (
            layers.nominals.starting(index + 1),
            nominal.start > 1 and lower[nominal.start - 1] == "and" != lower[nominal.start - 2],
        )
        joined &= lower[nominal.start - 2] != ","  # "…, and its minister, Y Z, said" is a clause of its own
        member = named is not None and named.kind == "person" and lower[named.end] in ("of", "from") and "," not in lower[named.end : close]
        if (
            named is not None
            and named.kind == "person"
            and (named.end == close or member)
            and (nominal.kind in ("role", "office", "thing", "actor") or _is_office_unknown(layers, nominal))
        ):
            if not joined:
                return named._replace(start=nominal.start)  # "her rival, Y Z, said"
            continue  # "X and her counterpart, Y Z, said"
        inside = lower[index + 1]
        if inside in ("who", "whose") and nominal.kind == "actor":
            whole = whole_phrase(layers, nominal, sentence)
            if whole is None or whole.kind == "actor":
                continue  # "officials in the capital, Lima, who asked for tea, said": a place is no who
            nominal = whole
        if inside in ("who", "which", "whose") and _is_apposed(layers, nominal, sentence):
            nearest = nearest or nominal
            continue
        if inside in ("who", "which", "whose"):
            return nominal  # a relative clause may hold appositions of its own
        if (nearest is None or nearest.kind in _TAILS) and (
            opener != ","
            or nominal.kind == "pronoun"
            or (index + 2 == close and inside in load_words().between)
            or inside in APPOSITION_OPENERS
            or inside in _PARTS
            or inside[:1].isdigit()
            or _is_aside(layers, index + 1, close)
        ):
            nearest = nominal
    return nearest


def _is_office_unknown(layers: Layers, nominal: Nominal) -> bool:
    """Whether one capitalised word with "the" stands for an office that no list has: "the Rigsmand, Ms X, said"."""
    alone = nominal.kind == "name" and nominal.end - nominal.start == _OF_ONE_WORD
    return alone and layers.tokens.lower[nominal.start] == "the" and layers.tokens.words[nominal.end - 1].istitle()


_OF_ONE_WORD: Final = 2


def _is_spoken_to(layers: Layers, nominal: Nominal, sentence: Sentence) -> bool:
    """Whether a phrase with a participle that opens a sentence ends with a noun: "Speaking to | our reporter"."""
    lower, start = layers.tokens.lower, sentence.start
    first = lower[start].endswith("ing") and lower[start] not in FRONTING and "," not in lower[start : nominal.start]
    return first and start < nominal.start - 1 and lower[nominal.start - 1] in GOVERNORS


def _is_met(layers: Layers, nominal: Nominal, sentence: Sentence) -> bool:
    """Whether a person is the object of an infinitive: "to meet | President X"."""
    if nominal.kind != "person":
        return False
    start = with_premodifiers(layers, nominal, sentence.start).start
    lower = layers.tokens.lower
    return start - 2 > sentence.start and lower[start - 2] == "to" and layers.tokens.words[start - 1].islower()


def _labelled(layers: Layers, nominal: Nominal | None) -> Nominal | None:
    """The person to whom a short label between commas belongs: "X Y, R-Ariz., chairman of …"; any other nominal as it is."""
    if nominal is None or nominal.kind != "name" or nominal.end - nominal.start > _MAX_LABEL or nominal.start == 0:
        return nominal
    named = layers.nominals.ending(nominal.start - 1) if layers.tokens.lower[nominal.start - 1] == "," else None
    return named if named is not None and named.kind == "person" else nominal


def is_hyphen(layers: Layers, index: int) -> bool:
    """Whether a dash binds two words instead of standing between them."""
    return layers.tokens.words[index] == "-" and layers.tokens.glued(index)


def _is_apposed(layers: Layers, nominal: Nominal, sentence: Sentence) -> bool:
    """Whether a phrase is the end of an apposition, or all of it: "X Y, chairman of the Joint Chiefs of Staff, who …"."""
    if nominal.kind not in _TAILS or nominal.start == sentence.start:
        return False
    before = layers.tokens.lower[nominal.start - 1]
    named = layers.nominals.ending(nominal.start - 1) if before == "," else None
    return before in GOVERNORS or (named is not None and named.kind == "person")


def _is_aside(layers: Layers, start: int, end: int) -> bool:
    """Whether an apposition of office or role or a participle stands there: "X, chief executive of Y," "X, elected in May,"."""
    first = layers.tokens.lower[start]
    participle = first.endswith(("ed", "ing")) or first in load_speech_words().irregular_participles
    following = layers.tokens.lower[start + 1]
    stance = (first in load_cues().adjectives or first.endswith(_ADJECTIVAL)) and (following in GOVERNORS or following == "that")
    if layers.in_office[start] or participle or stance or first in FRONTING or first in RELATIVES:
        return True  # "X, wary of a second vote, said"
    if not GENITIVE_S.isdisjoint(layers.tokens.lower[start + 1 : min(start + _MAX_LABEL, end)]):
        return True  # "X, the union's fixer in parliament, said"
    if end - start <= _MAX_LABEL and layers.tokens.is_capitalized(start) and layers.tokens.is_capitalized(end - 1):
        return True  # "X, R-Idaho," "her rival, Y Z,"
    opening = (layers.nominals.starting(index) for index in range(start, min(start + 4, end)))
    return any(n is not None and n.kind in ("office", "role", "group", "actor") for n in opening)
