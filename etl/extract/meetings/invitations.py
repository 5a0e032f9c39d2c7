"""Visits to which somebody is invited: X invited Y to visit A · X extended an invitation to Y to pay a visit to A · Y accepted one."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from etl.extract.grammar import BE
from etl.extract.layers import Entity, Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate, Side, make_candidate
from etl.extract.meetings.destinations import destination_at
from etl.extract.meetings.objects import object_of
from etl.extract.meetings.sides import members, with_subject
from etl.extract.meetings.subjects import possessor, subject_of_form
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.parties import load_party_words

RULE: Final = "invitation"
_VERBS: Final = frozenset({"invited", "invites", "inviting"})
_NOUNS: Final = frozenset({"invitation", "invitations"})
INVITING: Final = _VERBS | _NOUNS
_HANDING: Final = frozenset(
    "extended extends extending issued issues conveyed conveys conveying renewed renews reiterated reiterates reaffirmed "
    "repeated handed delivered gave sent transmitted".split()
)
"""What one does with an invitation to somebody."""
_ACCEPTING: Final = frozenset({"accepted", "accepts", "accepting"})
_REACH: Final = 6
"""Tokens before "invitation" among which the verb stands that hands it over or accepts it, past "a formal", "to X an"."""
_ADDRESSED_REACH: Final = 24
"""The same, past the titles and the name of whom it is for: "extended to the Minister of Foreign Affairs X an invitation"."""
_VISIT_REACH: Final = 8
"""Tokens of "to pay a second official visit to"."""
_MAKING: Final = frozenset({"pay", "make", "undertake"})
_OWN: Final = frozenset({"his", "her", "their", "the"})
_COUNTRY: Final = frozenset({"country", "nation", "kingdom", "republic"})
_ENDS: Final = frozenset({".", ",", ";", "and", "at", "in", "on", "for", "which", "soon", "again", "next", "later", "this"})
"""What may follow "invited her to visit", where the country is that of who invites."""
_PRONOUNS: Final = {"him": "m", "her": "f"}
_TO: Final = frozenset({"to", "for"})
_FROM: Final = frozenset({"from", "of", "by"})


def read_invitation(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The planned visit of whom the word at a token invites, where it says where to, and both sides are known."""
    lower = layers.tokens.lower
    pronoun = _PRONOUNS.get("".join(lower[index + 1 : index + 2]))
    if lower[index] in _NOUNS:
        guest, host, end = _by_noun(layers, sentence, index)
    elif lower[index - 1] in BE:
        guest, host, end = _passive(layers, sentence, index)
    elif pronoun is not None and not _TO.isdisjoint(lower[index + 2 : index + 3]):
        host = with_subject(layers, subject_of_form(layers, sentence, index, None))
        guest, end = _other(layers, index, host, pronoun), index + 2
    else:
        invited = object_of(layers, index + 1, sentence)
        guest, host = _sides(layers, invited), with_subject(layers, subject_of_form(layers, sentence, index, invited))
        end = invited.end if invited is not None else index + 1
    if len(guest) != 1 or guest[0].actor is None:
        return None
    # Whom the guest will meet is not said: the host is the state that invites.
    inviting = [side._replace(person=None, role="inviter") for side in host if side.actor not in (None, guest[0].actor)][:1]
    destination = _destination(layers, sentence, end, inviting)
    if destination is None:
        return None
    found = make_candidate(
        layers,
        index,
        [guest[0]._replace(role="guest"), *inviting],
        RULE,
        0.75,
        format="visit",
        noun="visit",
        destinations=(layers.tokens.surface(destination.start, destination.end) if destination.kind == "metonym" else destination.name,),
        stops=(destination.start,),
        end=destination.end,
    )
    if found is None or found.status == "cancelled":
        return None
    return replace(found, trigger=destination.start, status="planned", earlier=False)


def _sides(layers: Layers, nominal: Nominal | None) -> list[Side]:
    """Who a phrase is; "his Peruvian counterpart" is somebody of that state, whoever that is."""
    if nominal is None or nominal.plural:
        return []
    found = members(layers, nominal)
    counterpart = nominal.kind == "role" and nominal.head in load_party_words().counterpart_nouns and len(nominal.actors) == 1
    return found or ([Side(None, nominal.actors[0])] if counterpart else [])


def _other(layers: Layers, index: int, host: list[Side], gender: str) -> list[Side]:
    """Whom "invited him" means: the only person of fitting gender and of another side that this sentence and the one before name."""
    sentence = layers.sentences[max(0, layers.sentence_of[index] - 1)]
    named = dict.fromkeys(m.person for m in layers.person_mentions.within(sentence.start, index))
    sides = [Side(p, layers.people[p].actor) for p in named if layers.people[p].gender in (None, gender)]
    others = [side for side in sides if host and side.actor not in (None, host[0].actor)]
    return others if len(others) == 1 else []


def _passive(layers: Layers, sentence: Sentence, index: int) -> tuple[list[Side], list[Side], int]:
    """ "Y has been invited by X to visit A"."""
    guest = with_subject(layers, subject_of_form(layers, sentence, index, None))
    host, end = _governed(layers, sentence, index + 1, frozenset({"by"}))
    return guest, host, end


def _by_noun(layers: Layers, sentence: Sentence, index: int) -> tuple[list[Side], list[Side], int]:
    """Whom an invitation is for, from whom, and where its phrase goes on."""
    lower = layers.tokens.lower
    start = max(sentence.start, index - _ADDRESSED_REACH)
    verb = next((i for i in range(index - 1, start - 1, -1) if lower[i] in _HANDING or lower[i] in _ACCEPTING), None)
    if verb is None:
        return [], [], index
    subject = with_subject(layers, subject_of_form(layers, sentence, verb, None))
    if lower[verb] in _ACCEPTING:
        owner = possessor(layers, index, sentence)
        host, end = _governed(layers, sentence, index + 1, _FROM)
        near = index - verb <= _REACH or owner is not None
        return (subject if near else []), (_sides(layers, owner) if owner is not None else host), end
    addressed, past = _governed(layers, sentence, verb + 1, frozenset({"to"}))
    if addressed and past <= index:
        return addressed, subject, index + 1  # "extended to Y an invitation"
    if index - verb > _REACH:
        return [], [], index
    named = object_of(layers, verb + 1, sentence)
    if named is not None and named.end <= index and named.people:
        return _sides(layers, named), subject, index + 1  # "gave Y an invitation"
    host, end = _governed(layers, sentence, index + 1, _FROM)
    guest, end = _governed(layers, sentence, end, _TO)
    return guest, host or subject, end


def _governed(layers: Layers, sentence: Sentence, index: int, prepositions: frozenset[str]) -> tuple[list[Side], int]:
    """The party that a preposition at a token governs, and where the phrase ends; nobody, and the token, where none stands there."""
    if prepositions.isdisjoint(layers.tokens.lower[index : index + 1]):
        return [], index
    nominal = object_of(layers, index + 1, sentence)
    found = _sides(layers, nominal)
    return (found, nominal.end) if nominal is not None and found else ([], index)


def _destination(layers: Layers, sentence: Sentence, index: int, host: list[Side]) -> Entity | None:
    """Where to: "to visit A", "to pay a visit to A", "to come to A", "to A"; "to visit" alone is to the country of who invites."""
    lower, words = layers.tokens.lower, load_meeting_words()
    index += lower[index : index + 1] == [","]
    if index + 2 >= sentence.end or lower[index] not in _TO:
        return None
    step = index + 1
    if lower[step] in _MAKING or lower[step] in ("a", "an") or lower[step] in words.visit_fillers:
        noun = next((i for i in range(step, min(sentence.end - 1, step + _VISIT_REACH)) if lower[i] in words.visit_nouns), None)
        return _place(layers, noun + 2, host) if noun is not None and lower[noun + 1] == "to" else None
    verbs = (v for v in load_meeting_terms().verbs.get(lower[step], ()) if v.sense in ("visit", "travel") and v.form == "base")
    verb = next((v for v in verbs if tuple(lower[step + 1 : step + 1 + len(v.following)]) == v.following), None)
    if verb is None:
        return _place(layers, step, host)
    found = _place(layers, step + 1 + len(verb.following), host)
    if found is None and verb.sense == "visit" and not _ENDS.isdisjoint(lower[step + 1 : step + 2]):
        return _home(host, step, step + 1)
    return found


def _place(layers: Layers, index: int, host: list[Side]) -> Entity | None:
    lower = layers.tokens.lower
    if not _OWN.isdisjoint(lower[index : index + 1]) and not _COUNTRY.isdisjoint(lower[index + 1 : index + 2]):
        return _home(host, index, index + 2)
    return destination_at(layers, index)


def _home(host: list[Side], start: int, end: int) -> Entity | None:
    actor = host[0].actor if host else None
    return Entity(start, end, "state", actor.name, False) if actor is not None and actor.kind == "state" else None
