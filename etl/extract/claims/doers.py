"""Whose doing a clause tells of: the speaker's own side's, or somebody else's."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.openings import statement_start
from etl.extract.grammar import GOVERNORS, HAVE, NEGATIONS, OWNERS, PERSONAL, PHRASE_OPENERS
from etl.extract.layers import Layers, Nominal, TokenSpan
from etl.lexicon.parties import load_party_words
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words
from etl.records import ActorRef

_OTHERS: Final = frozenset({"actor", "person", "office", "role", "group"})
"""Kinds of nominals that stand for somebody, or for a state or side."""


def is_told_of(layers: Layers, index: int, clause: TokenSpan, own: tuple[ActorRef, ...]) -> bool:
    """Whether a past form says what somebody else did: "nobody asked for more time", "the union rejected the offer"."""
    lower = layers.tokens.lower
    if not (lower[index].endswith("ed") or lower[index] in load_speech_words().irregular_pasts):
        return False
    step = index
    while step > clause.start and (lower[step - 1].endswith("ly") or lower[step - 1] in HAVE or lower[step - 1] == "also"):
        step -= 1
    if step > clause.start and lower[step - 1] in NEGATIONS:
        return True  # "Peru never demanded it"
    if step > clause.start + 1 and lower[step - 2] in _SOME and lower[step - 1].endswith("s"):
        return True  # "some countries have proposed it"
    if step > clause.start and lower[step - 1] in ("percent", "%", "cent"):
        return True  # "48 percent favoured it"
    nominal = layers.nominals.ending(step)
    other = nominal is not None and nominal.kind in _OTHERS and not (set(nominal.actors) & set(own)) and lower[nominal.start] not in OWNERS
    return other or (step > clause.start and lower[step - 1] in ("nobody", "somebody", "anyone", "everybody", "none"))


_SOME: Final = frozenset({"some", "certain", "several", "many", "other", "few"})
_INSIDE: Final = GOVERNORS - {"of", "by"}
"""Prepositions that make a state the tail of another noun's phrase."""


def is_own_subject(layers: Layers, index: int, clause: TokenSpan, own: tuple[ActorRef, ...]) -> bool:
    """Whether what will act is the speaker's own side, or both sides together."""
    lower = layers.tokens.lower
    step = index
    while step > clause.start and (lower[step - 1].endswith("ly") or lower[step - 1] in ("also", "always", ",", "as")):
        step -= 1
    if step == clause.start:
        return _is_own_before(layers, index, clause, own)  # coordinated with the clause before: same subject
    nominal = layers.nominals.ending(step)
    if nominal is None and lower[step] == ",":
        nominal = layers.nominals.starting(clause.start)  # "Peru, she added, will …"
    if nominal is None:
        return False
    if nominal.head == "it":
        return _is_own_it(layers, nominal, index, own)
    if nominal.head in PERSONAL and (lower[index] == "'ll" or layers.quoted[index]):
        return False  # "they'll be back": in the speaker's own words others
    if nominal.kind == "actor" and nominal.start > clause.start and lower[nominal.start - 1] in _INSIDE:
        return False  # "threats against Peru would": the threats
    if nominal.kind == "role" and not nominal.actors and nominal.head in load_party_words().own_side_nouns:
        return True  # "the Government will …", of whoever speaks
    return nominal.kind in ("parties", "pronoun") or bool(set(nominal.actors) & set(own)) or (nominal.kind == "actor" and not own)


def _is_own_before(layers: Layers, index: int, clause: TokenSpan, own: tuple[ActorRef, ...]) -> bool:
    """Whether the clause before, which this one goes on with, tells of the own side: "that the storm is over | and will help", does not."""
    lower, sentence = layers.tokens.lower, layers.sentence_at(clause.start)
    if lower[clause.start - 1] not in ("and", "but", ",") or clause.start == sentence.start:
        return True
    start = next(
        (i + 1 for i in range(clause.start - 1, sentence.start, -1) if lower[i] in _BEFORE_CLAUSES), statement_start(layers, sentence)
    )
    if lower[start] in PHRASE_OPENERS and "," in lower[start : clause.start]:
        start = lower.index(",", start) + 1  # "on its part, | Peru has a law and would …"
    nominal = layers.nominals.starting(start)
    if nominal is None:
        return lower[start] not in load_words().determiners  # "the expansion of the conflict"
    if nominal.head == "it":
        return _is_own_it(layers, nominal, index, own)
    return nominal.kind != "thing" and not (nominal.kind == "actor" and own and set(own).isdisjoint(nominal.actors))


_BEFORE_CLAUSES: Final = frozenset({"that", ":", "“", "«", '"'})
"""What a statement's own words begin after."""


def _is_own_it(layers: Layers, pronoun: Nominal, index: int, own: tuple[ActorRef, ...]) -> bool:
    """Whether "it" stands for the state or body that speaks: "Peru said it would send ships", and not "that it would be wrong"."""
    lower, sentence = layers.tokens.lower, layers.sentence_at(pronoun.start)
    if lower[index + 1 : index + 2] in _IMPERSONAL or not own:
        return False
    before = [n for n in layers.nominals.within(sentence.start, pronoun.start) if n.kind != "thing"]
    return bool(before) and before[-1].kind in ("actor", "role") and set(before[-1].actors) == set(own)


_IMPERSONAL: Final = (["be"], ["take"], ["seem"], ["not"], ["have"], ["become"], ["mean"])
"""Verbs after "it will" that tell of no deed of anybody."""


def is_others(layers: Layers, index: int, clause: TokenSpan, own: tuple[ActorRef, ...]) -> bool:
    """Whether the subject of the verb at `index` is another state, or somebody of another: "Chad stands ready", said by a Peruvian."""
    lower, step = layers.tokens.lower, index
    while step > clause.start and (lower[step - 1].endswith("ly") or lower[step - 1] in HAVE or lower[step - 1] in ("also", "always")):
        step -= 1
    if lower[index] in ("continue", "continues") and lower[step - 1] == "," and (opening := layers.nominals.starting(clause.start)):
        step = opening.end  # "Peru, she added, continues to support smugglers"
    if layers.quoted[index] and layers.quoted[step - 1] and lower[step - 1] in ("he", "she", "they"):
        return True  # nobody calls their own side so in their own words
    nominal = layers.nominals.ending(step)
    if nominal is not None and nominal.kind == "role" and nominal.plural and not nominal.actors and lower[nominal.start] not in OWNERS:
        return True  # "fishermen are interested in"
    named = nominal is not None and nominal.kind in ("actor", "person", "office", "group") and lower[nominal.start] not in OWNERS
    states = nominal is not None and named and all(actor.kind == "state" for actor in (*own, *nominal.actors))
    return nominal is not None and states and bool(own and nominal.actors) and set(own).isdisjoint(nominal.actors)


def is_open(lower: list[str], start: int, at: int, end: int) -> bool:
    """Whether nobody knows yet what will be done: "it is unclear | whether we will go", "she will probably go"."""
    return "whether" in lower[start:at] or not _CHANCES.isdisjoint(lower[at : end + 1]) or lower[at - 1] in _CHANCES


def may_be(lower: list[str], start: int, at: int, verb: str) -> bool:
    """Whether somebody perhaps is ready, or perhaps not: "they may not yet | be ready to"."""
    return verb == "be" and not {"may", "might"}.isdisjoint(lower[max(start, at - _MAY_REACH) : at + 1])


_MAY_REACH: Final = 3
_CHANCES: Final = frozenset({"probably", "possibly", "perhaps", "likely", "maybe"})
