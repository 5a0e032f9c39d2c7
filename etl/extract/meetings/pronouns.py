"""Whom "him" and "her" stand for after a verb of meeting: "he flew to Lima, where X received him", "Y was in Lima. X met her there"."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from etl.extract.grammar import MODALS
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate, Side, make_candidate
from etl.extract.meetings.sides import members, with_subject
from etl.extract.meetings.subjects import subject_of_form
from etl.extract.meetings.verb_places import VerbPlace, is_awaited

_PRONOUNS: Final = frozenset({"him", "her"})
_AFTER: Final = frozenset(
    "again before after when . , ; in at to on and for there over upon with during later today yesterday earlier last this".split()
)
"""What stands after a pronoun that is the object, and not after "her" of something."""
_SENTENCES: Final = 2
"""Sentences before one among which those are named for whom a pronoun stands."""
_HEADS: Final = frozenset({"he", "she"})


def pronoun_after(place: VerbPlace) -> Side | None:
    """The one for whom a pronoun stands that is a verb's object: the person last told of who is not its subject."""
    lower = place.layers.tokens.lower
    told = place.verb.form == "past" or (place.verb.form == "gerund" and is_awaited(lower, place.at)) or _is_governed(place)
    if not told or lower[place.end : place.end + 1] == [] or lower[place.end] not in _PRONOUNS:
        return None
    if lower[place.end + 1] not in _AFTER and place.layers.dates.starting(place.end + 1) is None:
        return None
    subject = subject_of_form(place.layers, place.sentence, place.at, None)
    acting = {side.person for side in with_subject(place.layers, subject)} - {None}
    return _antecedent(place, subject, acting) if subject is not None and acting else None


def _is_governed(place: VerbPlace) -> bool:
    """Whether a bare form is what somebody will do or had to: "will receive him", "is due to meet her"."""
    return place.verb.form == "base" and (
        place.layers.tokens.lower[place.at - 1] in MODALS or place.layers.tokens.lower[place.at - 1] == "to"
    )


def _antecedent(place: VerbPlace, subject: Nominal, acting: Set[int | None]) -> Side | None:
    """The subject of the clause before, or of one of the sentences before, for whom a pronoun may stand; none of those who act."""
    layers, number = place.layers, place.layers.sentence_of[place.at]
    for sentence in reversed(layers.sentences[max(0, number - _SENTENCES) : number + 1]):
        for nominal in layers.nominals.within(sentence.start, min(sentence.end, subject.start)):
            sides = _of_one(layers, nominal, sentence)
            if sides and sides[0].person is not None and sides[0].person not in acting:
                return sides[0]
    return None


def _of_one(layers: Layers, nominal: Nominal, sentence: Sentence) -> list[Side]:
    """The one person whom a nominal names, or for whom "he" stands that opens a sentence."""
    if nominal.kind in ("person", "office") and len(nominal.people) == 1:
        return members(layers, nominal)
    if nominal.kind == "pronoun" and nominal.head in _HEADS and nominal.start == sentence.start:
        return with_subject(layers, nominal)
    return []


def of_pronoun(place: VerbPlace, other: Side, rule: str) -> Candidate | None:
    """The meeting of a subject with the one for whom a pronoun stands."""
    hosts = with_subject(place.layers, subject_of_form(place.layers, place.sentence, place.at, None))
    alike = not hosts or other.actor is None or any(host.actor in (None, other.actor) for host in hosts)
    return None if alike else make_candidate(place.layers, place.at, [*hosts, other], rule, 0.7, end=place.end + 1)
