"""Visits of which one speaker talks to another: my visit to your country · your visit to Peru · you visited Peru · I invite you to Peru.

And the meetings of both: we met in Lima in 2019 · we had talks in Lima last year.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from etl.extract.claims.turns import turn_at
from etl.extract.layers import DateValue, Entity, Layers, Nominal, Sentence, once
from etl.extract.meetings.candidate import PEOPLE_IN_VIEW, Candidate, Side, make_candidate
from etl.extract.meetings.destinations import destination_at
from etl.extract.meetings.speakers import speaker_of
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words

RULE: Final = "addressed"
INVITING_YOU: Final = frozenset({"invite", "inviting"})
_OWN: Final = frozenset({"my", "your"})
_PAIR: Final = 2
_FIRST: Final = 2
"""Sentences of a text before the first turn that tell who is there."""
_OWNED_REACH: Final = 5
"""Tokens of "your last official visit"."""
_INVITED_REACH: Final = 7
"""Tokens of "invite you to pay a visit to"."""
_COMING: Final = frozenset({"visit", "come", "visits"})
_BEFORE_VERB: Final = frozenset({"have", "had", "recently", "also", "last", "will", "just"})
_COUNTRIES: Final = frozenset({"country", "capital", "beautiful", "wonderful", "great"})
_BACK: Final = frozenset({"last", "previous", "recently", "recent", "earlier", "ago", "first", "then"})
"""Words by which a speaker looks back at another meeting than the one that is held."""


@once
def _pair(layers: Layers) -> tuple[int, ...]:
    """The two persons who speak to each other in a transcript: those of its turns, or its one speaker and the one named before."""
    turns = [turn for number, s in enumerate(layers.sentences) if layers.in_turn[number] and s.first and (turn := turn_at(layers, s))]
    speaking = tuple(dict.fromkeys(turn.person for turn in turns if turn.person is not None))
    if len(speaking) == 1:
        first = next(number for number, spoken in enumerate(layers.in_turn) if spoken)
        before = layers.person_mentions.within(0, layers.sentences[min(first, _FIRST)].start)
        named = dict.fromkeys(m.person for m in before if layers.people[m.person].titles)
        speaking = tuple(dict.fromkeys((*speaking, *named)))
    return speaking if len(speaking) == _PAIR else ()


def _sides(layers: Layers, index: int) -> tuple[Side, Side] | None:
    """Who speaks and who is spoken to at a token, of two actors; None outside a transcript of two."""
    if not layers.in_turn[layers.sentence_of[index]]:
        return None
    pair, speaker = _pair(layers), speaker_of(layers, index)
    if len(speaker) != 1 or speaker[0].person not in pair:
        return None
    other = next(person for person in pair if person != speaker[0].person)
    listener = Side(other, layers.people[other].actor)
    return (speaker[0], listener) if None not in (speaker[0].actor, listener.actor) and speaker[0].actor != listener.actor else None


def read_addressed(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The visit of who speaks or is spoken to, with its day; or to which one invites the other."""
    lower = layers.tokens.lower
    if not layers.in_turn[layers.sentence_of[index]] or (sides := _sides(layers, index)) is None:
        return None
    speaker, listener = sides
    if lower[index] in INVITING_YOU:
        return _invited(layers, sentence, index, speaker, listener)
    guest, after = _guest_of(layers, sentence, index, speaker, listener)
    destination = _destination(layers, after, speaker, listener) if guest is not None else None
    day = _day(layers, sentence, index)
    if guest is None or destination is None or day is None or destination.name == getattr(guest.actor, "name", ""):
        return None
    found = _visit(layers, index, [guest._replace(role="guest")], destination)
    if found is None:
        return None
    published = layers.reference_date
    ahead = published is not None and day.start > published
    return replace(found, status="planned" if ahead else "held", earlier=False)


def _guest_of(layers: Layers, sentence: Sentence, index: int, speaker: Side, listener: Side) -> tuple[Side | None, int]:
    """Whose visit a noun or verb names, and where the destination begins: "my visit to", "you visited"."""
    lower, words = layers.tokens.lower, load_meeting_words()
    if lower[index] in words.visit_nouns and lower[index + 1 : index + 2] == ["to"]:
        own = next((i for i in range(index - 1, max(sentence.start, index - _OWNED_REACH) - 1, -1) if lower[i] in _OWN), None)
        if own is not None and all(lower[i] in words.visit_fillers or lower[i] in _BACK for i in range(own + 1, index)):
            return (speaker if lower[own] == "my" else listener), index + 2
    if any(v.sense == "visit" and v.form == "past" for v in load_meeting_terms().verbs.get(lower[index], ())):
        subject = index - 1
        while subject > sentence.start and lower[subject] in _BEFORE_VERB:
            subject -= 1
        if lower[subject] in ("you", "i"):
            return (speaker if lower[subject] == "i" else listener), index + 1
    return None, index


def _destination(layers: Layers, index: int, speaker: Side, listener: Side) -> Entity | None:
    """Where the visit leads: a place by name, "your country", "our country"."""
    lower = layers.tokens.lower
    if lower[index : index + 1] in (["your"], ["our"], ["my"]):
        step = index + 1
        while step < len(lower) and lower[step] in _COUNTRIES and lower[step] != "country":
            step += 1
        actor = (listener if lower[index] == "your" else speaker).actor
        own = lower[step : step + 1] == ["country"] and actor is not None and actor.kind == "state"
        return Entity(index, step + 1, "state", actor.name, False) if own and actor is not None else None
    return destination_at(layers, index)


def _invited(layers: Layers, sentence: Sentence, index: int, speaker: Side, listener: Side) -> Candidate | None:
    """ "I invite you to (pay a visit to) Peru": a visit to come, the speaker's state being the one that invites."""
    lower = layers.tokens.lower
    if lower[index + 1 : index + 3] != ["you", "to"]:
        return None
    coming = next((i for i in range(index + 3, min(sentence.end, index + _INVITED_REACH)) if lower[i] in _COMING), index + 2)
    after = coming + 1 + (lower[coming + 1 : coming + 2] == ["to"])
    destination = _destination(layers, after, speaker, listener)
    if destination is None or destination.name == getattr(listener.actor, "name", ""):
        return None
    found = _visit(layers, index, [listener._replace(role="guest"), speaker._replace(person=None, role="inviter")], destination)
    return replace(found, trigger=destination.start, status="planned", earlier=False) if found is not None else None


def _visit(layers: Layers, index: int, sides: list[Side], destination: Entity) -> Candidate | None:
    name = layers.tokens.surface(destination.start, destination.end) if destination.kind == "metonym" else destination.name
    ends, at = destination.end, (destination.start,)
    return make_candidate(layers, index, sides, RULE, 0.75, format="visit", noun="visit", destinations=(name,), stops=at, end=ends)


def _day(layers: Layers, sentence: Sentence, index: int) -> DateValue | None:
    """The day, month or year in a sentence nearest to a token."""
    return min(layers.dates.within(sentence.start, sentence.end), key=lambda d: abs(d.span.start - index), default=None)


def both_who_speak(layers: Layers, sentence: Sentence, subject: Nominal | None, index: int) -> list[Side]:
    """Who "we" are that met: both who speak to each other, where the speaker looks back at another day; else nobody."""
    if subject is None or subject.kind != "pronoun" or subject.head != "we" or _sides(layers, index) is None:
        return []
    day, published = _day(layers, sentence, index), layers.reference_date
    before = day is not None and published is not None and (published - day.end).days > 1
    words = layers.tokens.lower[sentence.start : sentence.end]
    return [PEOPLE_IN_VIEW] if before or (day is None and not _BACK.isdisjoint(words)) else []
