"""Where a sentence begins to say something, and who opens it: its main subject."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import FINITE, FRONTING, POSSESSIVES
from etl.extract.layers import Layers, Nominal, Sentence
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words

_MAIN_KINDS: Final = frozenset({"person", "group", "office", "pronoun", "parties"})


def statement_start(layers: Layers, sentence: Sentence) -> int:
    """The first token of what a sentence says: after a dateline and after the number of a point."""
    start = layers.statements.get(sentence.start)
    if start is None:
        start = layers.statements[sentence.start] = _statement_start(layers, sentence)
    return start


def _statement_start(layers: Layers, sentence: Sentence) -> int:
    tokens, start, end, lead = layers.tokens, sentence.start, sentence.end, layers.article.lead
    while start < end - 1 and tokens.starts[start] < lead:
        start += 1
    if not sentence.first or start + 2 >= end:
        return start
    if start == 0 and (filed := _filed_from(layers)) is not None:
        return filed
    word, following = tokens.words[start : start + 2]
    if word in BULLETS:
        return start + 1
    if word == "(":
        return start + 3 if len(following) <= 4 and tokens.words[start + 2] == ")" else start
    if following == ":" and tokens.lower[start] in load_words().capitalized and tokens.is_capitalized(start):
        return start + 2  # "Details: …"
    if following not in {".", ")"}:
        return start
    numbered = (len(word) <= 3 and word.isalnum() and not word.isalpha()) or _is_roman(word)
    return start + 2 if numbered else start


def _filed_from(layers: Layers) -> int | None:
    """The token after the city, with its state or not, and the colon with which an article opens: "Tehran: The President …"."""
    lower, place = layers.tokens.lower, layers.entity_at(0)
    if place is None or place.kind not in ("place", "metonym"):
        return None
    end = place.end
    state = layers.entity_at(end + 1) if lower[end : end + 1] == [","] else None
    if state is not None and state.kind == "state":
        end = state.end
    return end + 1 if lower[end : end + 1] == [":"] and end + 1 < len(lower) else None


BULLETS: Final = frozenset({"•", "*", "·"})


def _is_roman(word: str) -> bool:
    return bool(word) and all(letter in "ivxIVX" for letter in word)


def main_subject(layers: Layers, sentence: Sentence, *, actors: bool = False, roles: bool = False) -> Nominal | None:
    """The subject of the sentence's main clause: the nominal that opens it, or the first one after a fronted phrase and its comma.

    `actors`: states and organizations count too; `roles`: unnamed persons and bodies.
    """
    asked = sentence.start, actors, roles
    if asked not in layers.openers:
        layers.openers[asked] = _main_subject(layers, sentence, actors=actors, roles=roles)
    return layers.openers[asked]


def _main_subject(layers: Layers, sentence: Sentence, *, actors: bool, roles: bool) -> Nominal | None:
    """`main_subject`, not asked before."""
    start = statement_start(layers, sentence)
    for nominal in layers.nominals.within(start, sentence.end):
        if nominal.kind in _MAIN_KINDS or (actors and nominal.kind == "actor") or (roles and nominal.kind == "role"):
            titled = layers.nominals.ending(nominal.start)  # "otter keeper | X Y"
            first = titled.start if titled is not None and titled.kind == "role" else nominal.start
            first = _before_honorifics(layers, first, start)
            fronted = first > start and layers.tokens.lower[first - 1] in FRONTING
            opens = (first - start <= 1 and not fronted) or layers.tokens.lower[first - 1] == ","
            if (not opens and _is_fronted(layers, start, first)) or _is_aside(layers, start, first, nominal):
                continue
            named = layers.nominals.starting(nominal.end) if nominal.kind == "role" else None
            if named is not None and named.kind == "person":
                nominal = named._replace(start=nominal.start)  # "Senate | Majority Leader X Y"
            return _whole(layers, nominal) if opens else None
    return None


def _is_aside(layers: Layers, start: int, first: int, nominal: Nominal) -> bool:
    """Whether a name before the subject ends a fronted phrase ("In talks with Peru's minister, X, the envoy said"), or has one of its own
    ("…, with X preparing to leave, the envoy said")."""
    lower = layers.tokens.lower
    if lower[first - 1] == "," and lower[nominal.end : nominal.end + 1] == [","] and lower[start] in FRONTING:
        following = layers.nominals.starting(nominal.end + 1)
        return following is not None and following.kind in _MAIN_KINDS and lower[following.end : following.end + 1] != [","]
    with_at = first - 1 - (lower[first - 1] in load_words().honorifics)
    return with_at > start and lower[with_at - 1 : with_at + 1] == [",", "with"]


def _whole(layers: Layers, first: Nominal) -> Nominal:
    """The coordination that a nominal begins: "The President | and Prime Minister discussed"."""
    whole = layers.nominals.starting(first.start)
    return whole if whole is not None and whole.kind == "group" and whole.end > first.end else first


def _before_honorifics(layers: Layers, index: int, start: int) -> int:
    """Where the honors before a title begin: "His Highness | the Emir", "HH | the Emir"."""
    lower, honorifics = layers.tokens.lower, load_words().honorifics
    if index - 2 >= start and lower[index - 2] in POSSESSIVES and lower[index - 1] in load_party_words().dignity_nouns:
        return index - 2
    return index - 1 if index - 1 >= start and lower[index - 1] in honorifics and lower[index] == "the" else index


def _is_fronted(layers: Layers, start: int, index: int) -> bool:
    """Whether a token stands in a phrase before the clause: "Back in camp, …", "In a hall full of critics, …"."""
    lower = layers.tokens.lower
    before = lower[start:index]
    return not FRONTING.isdisjoint(before[:2]) and "," not in before and FINITE.isdisjoint(before)
