"""For whom a joint statement speaks: for all who made it, and not for the one who is named last."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.openings import main_subject, statement_start
from etl.extract.claims.talk import Talk
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.people.actors import two_sides
from etl.extract.tokens import CLOSING_QUOTES
from etl.records import ActorRef

_DOCUMENTS: Final = frozenset({"statement", "communique", "communiqué", "declaration"})
_BACK: Final = 8
"""Sentences back among which a joint statement is told of."""
_PAIR: Final = 2
_OF: Final = frozenset({"by", "of", "between", "from"})
_CLOSING: Final = CLOSING_QUOTES | {","}


def makers_of(talk: Talk, nominal: Nominal, sentence: Sentence) -> tuple[ActorRef, ...]:
    """Those who made the joint statement that speaks: "Peru and Chile issued a joint statement … The statement said …"."""
    lower, layers = talk.layers.tokens.lower, talk.layers
    head = lower[nominal.end - 1]
    if nominal.kind not in ("role", "thing") or head not in _DOCUMENTS:
        return ()
    told = sentence if "joint" in lower[nominal.start : nominal.end] else _told_of(layers, sentence, head, lower[nominal.start])
    if told is None:
        return ()
    subject = main_subject(layers, sentence, actors=True, roles=True)
    if subject is not None and subject.start > nominal.end and subject.kind == "actor" and len(subject.actors) == 1:
        return subject.actors  # "According to a joint statement, Peru welcomes": in it each side speaks for itself too
    number = layers.sentence_of[sentence.start]
    for near in dict.fromkeys((told, *layers.sentences[max(0, number - 1) : number + 1])):
        if named := _named_in(layers, near):
            return named
    met = talk.meeting.participants if talk.meeting is not None else ()
    actors = tuple(dict.fromkeys(p.actor for p in met if p.actor is not None))
    return actors if len(actors) >= _PAIR else two_sides(layers)


def _told_of(layers: Layers, sentence: Sentence, head: str, determiner: str) -> Sentence | None:
    """The sentence shortly before that tells of a joint one, where "the statement" speaks."""
    if determiner not in ("the", "this"):
        return None
    number = layers.sentence_of[sentence.start]
    before = reversed(layers.sentences[max(0, number - _BACK) : number])
    lower = layers.tokens.lower
    return next((s for s in before if any(lower[i - 1 : i + 1] == ["joint", head] for i in range(s.start + 1, s.end))), None)


def _named_in(layers: Layers, sentence: Sentence) -> tuple[ActorRef, ...]:
    """The two or more actors with whom a sentence opens, or of whom it says that the statement is."""
    start, lower = statement_start(layers, sentence), layers.tokens.lower
    for nominal in layers.nominals.within(start, sentence.end):
        opens = nominal.start - start <= 1 or (lower[nominal.start - 1] == "of" and nominal.start - start <= _BACK)
        issues = lower[nominal.start - 1] in _OF and lower[nominal.start - 2] in _DOCUMENTS
        if len(nominal.actors) >= _PAIR and (opens or issues) and not layers.quoted[nominal.start]:
            return nominal.actors
    return ()


def is_joint_again(talk: Talk, pronoun: Nominal, sentence: Sentence) -> bool:
    """Whether "it" is the joint statement: after it spoke, or closing a sentence about several: "The two agreed, | it said"."""
    layers = talk.layers
    if talk.joint is not None and talk.floor == talk.joint and not sentence.first:
        return True
    if talk.joint is None or layers.tokens.words[pronoun.start - 1] not in _CLOSING:
        return False
    subject = main_subject(layers, sentence, actors=True, roles=True)
    several = subject is not None and (subject.plural or len(subject.actors) >= _PAIR)
    return subject is None or several or subject.kind == "pronoun"
