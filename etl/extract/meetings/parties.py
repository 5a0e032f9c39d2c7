"""Who takes part in a candidate: subjects, objects, those named together before, antecedents of pronouns, inviters."""

from __future__ import annotations

from dataclasses import replace

from etl.extract.claims.sources import main_subject, source_left
from etl.extract.grammar import PERSONAL
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Side
from etl.lexicon.meetings import load_meeting_words
from etl.records import ActorRef

_LOOK_BACK = 4
"""Sentences before "the two ministers" among which those whom it means are looked for."""
_MAX_SILENCE = 6
"""Sentences over which "he" still goes on with an earlier subject."""
_MAX_DELEGATION, _MAX_LEADER = 6, 9
"""Tokens among which "delegation" and "headed by" are looked for."""
_MAX_VENUE = 4
_MAX_TITLE = 10
"""Tokens of a title's list of fields."""
_MAX_INVITERS = 3
_OBJECT_KINDS = frozenset({"person", "group", "office", "actor", "role"})
_NAMED_KINDS = frozenset({"person", "group", "office"})
_TITLE_CONNECTORS = frozenset({",", "and", "of", "for", "the"})
_PLACE_KINDS = frozenset({"place", "metonym", "state"})
_BEFORE_OBJECTS = frozenset("with on from by his her the , via their".split())


def members(layers: Layers, nominal: Nominal) -> list[Side]:
    """The persons of a nominal, or its actors when it names nobody."""
    if nominal.kind == "parties" and nominal.head == "leaders":
        return group_before(layers, nominal.start)
    if nominal.people:
        return [Side(p, layers.people[p].actor) for p in nominal.people]
    return [Side(None, a) for a in nominal.actors] if nominal.kind == "actor" else []


def with_subject(layers: Layers, subject: Nominal | None, position: int) -> list[Side]:
    """The sides of a subject; a pronoun goes back to its antecedent."""
    if subject is None:
        return []
    if subject.kind != "pronoun":
        return members(layers, subject)
    if subject.head == "they":
        return group_before(layers, position)
    person = _antecedent(layers, position, subject.head)
    return [Side(person, layers.people[person].actor)] if person is not None else []


def group_before(layers: Layers, position: int) -> list[Side]:
    """Whom "the two ministers" or "the talks" go back to: the persons of different actors that the sentences just before name together."""
    number = layers.sentence_of[position]
    for sentence in reversed(layers.sentences[max(0, number - _LOOK_BACK) : number]):
        named = [m.person for m in layers.person_mentions.within(sentence.start, sentence.end)]
        nominals = layers.nominals.within(sentence.start, sentence.end)
        chosen: dict[ActorRef, Side] = {}
        for person in (*named, *(p for n in nominals if n.kind in ("office", "group") for p in n.people)):
            actor = layers.people[person].actor
            if actor is not None:
                chosen.setdefault(actor, Side(person, actor))
        if len(chosen) >= 2:
            return list(chosen.values())
    return []


def _antecedent(layers: Layers, position: int, pronoun: str) -> int | None:
    """The person a pronoun in subject position goes on with: the first one named in its own sentence before it, or in the latest before."""
    gender = {"he": "m", "she": "f"}.get(pronoun)
    number = layers.sentence_of[position]
    for sentence in reversed(layers.sentences[max(0, number - _MAX_SILENCE) : number + 1]):
        for mention in layers.person_mentions.within(sentence.start, min(sentence.end, position)):
            if layers.people[mention.person].gender in (None, gender):
                return mention.person
    return None


def subject_of(layers: Layers, verb: int, sentence: Sentence) -> Nominal | None:
    """The subject of the verb at a token: the nominal before it, or after "and" that of the main clause."""
    subject, _ = source_left(layers, verb, sentence)
    if subject is None and layers.tokens.lower[verb - 1 : verb] == ["and"]:
        return main_subject(layers, sentence)
    return subject


def object_of(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The nominal that a verb or preposition before `index` takes, past adverbs, dates, places and "with".

    "The delegation of X headed by Y" is Y.
    """
    while index < sentence.end:
        nominal = layers.nominals.starting(index)
        if nominal is not None and nominal.kind in _OBJECT_KINDS:
            return _led_by(layers, index, sentence) or _named_after(layers, nominal, sentence) or _named_counterpart(layers, nominal)
        size = _passed(layers, index)
        if not size:
            return None
        adverbial = size == 1 and layers.dates.starting(index) is None
        if adverbial and (leader := _led_by(layers, index, sentence)) is not None:
            return leader
        index += size
    return None


def _passed(layers: Layers, index: int) -> int:
    """How many tokens of date, place or adverb stand between a verb and its object at a token; 0 when none do."""
    lower, words = layers.tokens.lower, load_meeting_words()
    word = lower[index]
    date = layers.dates.starting(index)
    if date is not None:
        return date.span.end - index
    if word in ("in", "at"):
        size = _place_size(layers, index + 1)
        return 1 + size if size else 0
    if word in ("this", "that") and index + 1 < len(lower) and lower[index + 1] in words.day_parts:
        return 2
    return int(word in _BEFORE_OBJECTS or word in words.object_openers or word.endswith("ly"))


def _named_counterpart(layers: Layers, nominal: Nominal) -> Nominal:
    """The person named right after "his counterpart"; the nominal itself when nobody is."""
    if nominal.kind != "role" or not nominal.head.startswith("counterpart"):
        return nominal
    named = layers.nominals.starting(nominal.end)
    return named if named is not None and named.kind in ("person", "group") else nominal


def _named_after(layers: Layers, nominal: Nominal, sentence: Sentence) -> Nominal | None:
    """The name at the end of a long title: "the Minister of Ports, Lakes and Canals, X Y"."""
    if nominal.kind != "office" or nominal.people:
        return None
    tokens = layers.tokens
    for step in range(nominal.end, min(sentence.end, nominal.end + _MAX_TITLE)):
        named = layers.nominals.starting(step)
        if named is not None and named.kind == "person" and tokens.lower[step - 1] == ",":
            return named
        if not (tokens.is_capitalized(step) or tokens.lower[step] in _TITLE_CONNECTORS):
            return None
    return None


def _led_by(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """ "(the) delegation of A headed by X": X."""
    lower = layers.tokens.lower
    if "delegation" not in lower[index : min(sentence.end, index + _MAX_DELEGATION)]:
        return None
    for step in range(index, min(sentence.end - 2, index + _MAX_LEADER)):
        if lower[step] in ("headed", "led") and lower[step + 1] == "by":
            return layers.nominals.starting(step + 2)
    return None


def _place_size(layers: Layers, index: int) -> int:
    """Tokens of a place's name at `index`; capitalised words that no lexicon knows may be a venue ("at Jubilee House")."""
    known = next((e for e in layers.entities.within(index, index + 1) if e.kind in _PLACE_KINDS), None)
    if known is not None:
        return known.end - known.start
    size = 0
    while size < _MAX_VENUE and index + size < len(layers.tokens) and layers.tokens.is_capitalized(index + size):
        nominal = layers.nominals.starting(index + size)
        if nominal is not None and nominal.kind in _NAMED_KINDS:
            return 0
        size += 1
    return size


def other_person(layers: Layers, sentence: Sentence, trigger: int, obj: Nominal | None) -> Nominal | None:
    """Who does the meeting when the verb is a gerund or a noun: the nearest person before it, else the first after its object."""
    best: Nominal | None = None
    after = obj.end if obj is not None else trigger
    for nominal in layers.nominals.within(sentence.start, sentence.end):
        if nominal.kind not in _NAMED_KINDS and (nominal.kind != "pronoun" or nominal.head not in PERSONAL):
            continue
        if nominal.end <= trigger:
            best = nominal
        elif best is not None:
            break
        elif nominal.start >= after and layers.tokens.lower[nominal.start - 1] in (",", "and", '"', "”", "said"):
            other = _without(nominal, obj)
            if other is not None:
                return other
    return best


def _without(nominal: Nominal, obj: Nominal | None) -> Nominal | None:
    """A nominal without the persons of the object; None when nobody is left."""
    if nominal.kind == "pronoun":
        return nominal
    others = tuple(p for p in nominal.people if obj is None or p not in obj.people)
    if not others:
        return None
    return nominal if others == nominal.people else replace(nominal, people=others, actors=())


def possessor(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The person of "X's (adjective) talks": looked for up to four words back."""
    lower = layers.tokens.lower
    for step in range(index - 1, max(sentence.start, index - 5), -1):
        if lower[step] in ("'s", "'"):
            return layers.nominals.ending(step)
    return None


def inviters(layers: Layers, sentence: Sentence) -> list[Side]:
    """ "At the invitation of X and Y"."""
    lower = layers.tokens.lower
    for index in range(sentence.start, sentence.end - 2):
        if lower[index] != "invitation" or lower[index + 1] != "of":
            continue
        sides: list[Side] = []
        for nominal in layers.nominals.within(index + 1, sentence.end):
            if nominal.kind == "person":
                if lower[nominal.start - 1] not in ("of", "and", ","):
                    break
                sides += [side._replace(role="inviter") for side in members(layers, nominal)]
        return sides if len(sides) <= _MAX_INVITERS else sides[:1]
    return []
