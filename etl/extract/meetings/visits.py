"""Visits: a guest, a destination, and those who invited. X paid a visit to A · X visited A · a visit to A by X · X's visit to A."""

from __future__ import annotations

from etl.extract.claims.sources import source_left
from etl.extract.layers import Entity, Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate, make_candidate
from etl.extract.meetings.parties import inviters, other_person, possessor, with_subject
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words

_GUEST_KINDS = frozenset({"person", "pronoun", "office", "group"})
_DESTINATION_KINDS = frozenset({"state", "place", "metonym"})
_ABOUT = frozenset({"on", "for", "during"})
_OWN = frozenset({"his", "her", "their"})


def read_visit(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The candidate of a visit at a token, verb or noun, if one stands there."""
    lower = layers.tokens.lower
    noun = lower[index] in load_meeting_words().visit_nouns and lower[index + 1 : index + 2] == ["to"]
    if not noun and not _is_verb(layers, index):
        return None
    destination = _destination(layers, index + (2 if noun else 1))
    if destination is None:
        return None
    guest = _guest(layers, sentence, index, destination) if noun else source_left(layers, index, sentence)[0]
    if guest is None or guest.kind not in _GUEST_KINDS:
        return None
    guests = [side._replace(role="guest") for side in with_subject(layers, guest, index)]
    if not guests:
        return None
    visiting = {side.person for side in guests}
    hosts = [side for side in inviters(layers, sentence) if side.person not in visiting]
    where = layers.tokens.surface(destination.start, destination.end) if destination.kind == "metonym" else destination.name
    sides = guests + hosts
    return make_candidate(layers, index, sides, "visit", 0.85, format="visit", noun="visit", destination=where, end=destination.end)


def _is_verb(layers: Layers, index: int) -> bool:
    verbs = load_meeting_terms().verbs.get(layers.tokens.lower[index], ())
    return any(verb.sense == "visit" for verb in verbs) and layers.nominals.ending(index) is not None


def _destination(layers: Layers, index: int) -> Entity | None:
    """The state or place at a token, past "the"."""
    index += layers.tokens.lower[index : index + 1] == ["the"]
    return next((e for e in layers.entities.within(index, index + 1) if e.kind in _DESTINATION_KINDS and not e.nested), None)


def _guest(layers: Layers, sentence: Sentence, index: int, destination: Entity) -> Nominal | None:
    """Whose visit the noun names: "by X" after it, "X's" before it, the subject of "paid a visit", or of the clause it hangs on."""
    lower, words = layers.tokens.lower, load_meeting_words()
    guest = layers.nominals.starting(destination.end + 1) if lower[destination.end : destination.end + 1] == ["by"] else None
    guest = guest or possessor(layers, index, sentence)
    if guest is not None:
        return guest
    step = index - 1
    while step > sentence.start and lower[step] in words.visit_fillers:
        step -= 1
    if lower[step] in words.paying_verbs:
        return source_left(layers, step, sentence)[0]
    owned = not _OWN.isdisjoint(lower[step + 1 : index])
    return other_person(layers, sentence, index, None) if owned or lower[step] in _ABOUT else None
