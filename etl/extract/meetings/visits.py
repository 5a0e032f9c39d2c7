"""Visits: a guest, a destination, and those who invited. X paid a visit to A · X visited A · a visit to A by X · X's visit to A."""

from __future__ import annotations

from etl.extract.claims.sources import source_left
from etl.extract.layers import Entity, Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate, Side, make_candidate
from etl.extract.meetings.parties import inviters, other_person, possessor, with_subject
from etl.lexicon.meetings import MeetingTerms
from etl.lexicon.words import Words

_MODIFIERS = frozenset(
    "a an the his her their state official goodwill working successful friendly day two three four five - private return brief first second historic"
    " unannounced short landmark".split()
)
_PAYING = frozenset({"paid", "pays", "pay", "paying", "made", "makes", "began", "concluded", "starts", "started"})
_ABOUT = frozenset({"on", "for", "during"})
_OWN = frozenset({"his", "her", "their"})


def read_visit(layers: Layers, sentence: Sentence, index: int, terms: MeetingTerms, words: Words) -> Candidate | None:
    """The candidate of a visit at a token, verb or noun, if one stands there."""
    lower = layers.tokens.lower
    verb = any(v.sense == "visit" for v in terms.verbs.get(lower[index], ())) and layers.nominal_ending(index) is not None
    noun = lower[index] in ("visit", "visits", "trip") and lower[index + 1 : index + 2] == ["to"]
    if not verb and not noun:
        return None
    step = index + (1 if verb and not noun else 2)
    step += lower[step : step + 1] == ["the"]
    destination = _destination(layers, step)
    if destination is None:
        return None
    guest = source_left(layers, index, sentence, words)[0] if verb and not noun else _guest(layers, sentence, index, destination, words)
    if guest is None or guest.kind not in ("person", "pronoun", "office", "group"):
        return None
    sides: list[Side] = [(p, a, "guest") for p, a, _ in with_subject(layers, guest, index)]
    if not sides:
        return None
    guests = {s[0] for s in sides}
    sides += [s for s in inviters(layers, sentence) if s[0] not in guests]
    surface = destination.name if destination.kind != "metonym" else layers.tokens.surface(destination.start, destination.end)
    return make_candidate(layers, sentence, index, "visit", "visit", sides, "visit", 0.85, destination=surface, end=destination.end)


def _destination(layers: Layers, index: int) -> Entity | None:
    return next((e for e in layers.entities if e.start == index and e.kind in ("state", "place", "metonym") and not e.nested), None)


def _guest(layers: Layers, sentence: Sentence, index: int, destination: Entity, words: Words) -> Nominal | None:
    """Whose visit the noun names: "by X" after it, "X's" before it, the subject of "paid a visit", or of the clause it hangs on."""
    lower = layers.tokens.lower
    if lower[destination.end : destination.end + 1] == ["by"]:
        guest = layers.nominal_starting(destination.end + 1)
        if guest is not None:
            return guest
    guest = possessor(layers, index, sentence)
    if guest is not None:
        return guest
    step = index - 1
    owned = False
    while step > sentence.start and lower[step] in _MODIFIERS:
        owned |= lower[step] in _OWN
        step -= 1
    if lower[step] in _PAYING:
        return source_left(layers, step, sentence, words)[0]
    return other_person(layers, sentence, index, None) if owned or lower[step] in _ABOUT else None
