"""Memberships in organizations: held, entered, left, suspended; as member, observer or dialogue partner."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import BE, NEGATIONS
from etl.extract.layers import Entity, Layers, Sentence
from etl.extract.relations.changes import is_told
from etl.extract.relations.dating import UNDATED, Since, since_of
from etl.extract.relations.implied import fellow_members
from etl.extract.relations.parties import object_from, states_within, subject_of
from etl.lexicon.relations import load_membership_changes, load_membership_statuses, load_relation_words
from etl.records import ActorRef, RelationReport

_REACH_BACK: Final = 12
"""Tokens before an organization's name within which its member is looked for."""
_GAP: Final = 3
"""Words between a verb and the organization it governs: "joined the ten-member"."""
_GAP_BREAKS: Final = frozenset({",", ";", ":", "and", "or", "in", "on", "at", "with", "for", "of", "'s", "to", "by", "talks", "meeting"})
_FOLLOWERS: Final = frozenset(
    ". , ; : ) ( — – in on as last this after when at during by following before because over since and but with while two three".split()
)
"""What may follow the organization that somebody joined, so that its name is no attribute: not "joined the AU summit"."""
_STATUS_REACH: Final = 12


def find_memberships(layers: Layers, sentence: Sentence) -> None:
    """ "X, (now) an SCO dialogue partner", "X joined the SCO", "X became a member of the SCO", "the SCO granted X observer status"."""
    if not NEGATIONS.isdisjoint(layers.tokens.lower[sentence.start : sentence.end]):
        return  # whoever is said not to be a member is none
    for entity in layers.entities.within(sentence.start, sentence.end):
        if entity.kind != "organization" or entity.nested:
            continue
        if _granted(layers, entity, sentence) or _congratulated(layers, entity, sentence) or _changed(layers, entity, sentence):
            continue
        status = _status_after(layers.tokens.lower, entity.end, sentence.end)
        members = _status_holders(layers, entity, sentence) if status else _called_members(layers, entity, sentence)
        since = _held_since(layers, entity, sentence) if members else UNDATED
        for member in members:
            _membership(layers, sentence, member, entity.actor, status or "member", since)
    told = {report.parties for report in layers.relations if report.kind == "membership"}
    for member, organization in fellow_members(layers, sentence):
        if (member, organization) not in told:
            _membership(layers, sentence, member, organization, "member", UNDATED)


def _changed(layers: Layers, organization: Entity, sentence: Sentence) -> bool:
    """Whether a verb of joining or leaving governs an organization, or it admitted or suspended somebody; such rows are made."""
    lower = layers.tokens.lower
    present = set(lower[sentence.start : sentence.end])
    for words, by_member, status in load_membership_changes():
        if not present.issuperset(words):
            continue
        if by_member:
            reach = range(max(sentence.start, organization.start - _GAP - len(words)), organization.start - len(words) + 1)
        else:
            reach = range(organization.end, min(sentence.end - len(words), organization.end + _GAP) + 1)
        for verb in reach:
            end = verb + len(words)
            if tuple(lower[verb:end]) != words:
                continue
            if by_member:
                free = _GAP_BREAKS.isdisjoint(lower[end : organization.start]) and _stands_alone(layers, organization.end, sentence)
                members = subject_of(layers, sentence, verb) if free else []
            else:
                members, after = object_from(layers, sentence, end)
                direct = all(w in ("has", "had", "also") or w.endswith("ly") for w in lower[organization.end : verb])
                members = members if direct and _stands_alone(layers, after, sentence) else []
            if members and is_told(lower, sentence, verb, "past"):
                status = _status_as(lower, organization.end if by_member else end, sentence.end) or status
                for member in members:
                    _membership(layers, sentence, member, organization.actor, status, since_of(layers, sentence, verb))
                return True
    return False


def _congratulated(layers: Layers, organization: Entity, sentence: Sentence) -> bool:
    """ "Congratulated X on (officially) joining the SCO": who is congratulated has joined."""
    lower = layers.tokens.lower
    for verb in range(max(sentence.start, organization.start - _GAP), organization.start):
        if lower[verb] not in ("joining", "to") or (lower[verb] == "to" and lower[verb - 1] not in ("accession", "acceding")):
            continue
        opening = next((k for k in range(sentence.start, verb) if lower[k].startswith("congratulat")), None)
        members, after = object_from(layers, sentence, opening + 1) if opening is not None else ([], 0)
        if members and lower[after] in ("on", "for", "upon") and verb - after <= _GAP:
            for member in members:
                _membership(layers, sentence, member, organization.actor, "member", UNDATED)
            return True
    return False


def _stands_alone(layers: Layers, end: int, sentence: Sentence) -> bool:
    """Whether a name is not an attribute of what follows, nor what follows "in" something done together: "joined the UN in calling"."""
    lower = layers.tokens.lower
    if end >= sentence.end:
        return True
    if lower[end] in ("in", "on") and end + 1 < sentence.end:
        return any(d.span.start == end + 1 for d in layers.dates.within(end, sentence.end)) or lower[end + 1] in ("early", "late", "mid")
    dated = any(d.span.start == end for d in layers.dates.within(end, sentence.end))
    return dated or lower[end] in _FOLLOWERS or lower[end] == "from"


def _status_as(lower: list[str], start: int, end: int) -> str | None:
    """The status after "as (a)"."""
    for index in range(start, min(end, start + _STATUS_REACH)):
        if lower[index] == "as":
            return next((s for k in range(index + 1, min(end, index + 4)) if (s := _status_after(lower, k, end)) is not None), None)
    return None


def _granted(layers: Layers, organization: Entity, sentence: Sentence) -> bool:
    """Whether a status in an organization is said to have been given or gained; such rows are made."""
    lower, verbs = layers.tokens.lower, load_relation_words().status_verbs
    for verb in range(sentence.start, sentence.end):
        if lower[verb] not in verbs or not is_told(lower, sentence, verb, "past"):
            continue
        found = _status_from(lower, verb + 1, sentence.end)
        if found is None:
            continue
        status, begin, end = found
        if organization.end <= verb <= organization.end + _GAP and BE.isdisjoint(lower[organization.end : verb]):
            members, after = object_from(layers, sentence, verb + 1)
            if after > begin:
                members = []
        elif end <= organization.start <= end + _GAP and not {"of", "to", "in", "at", "with", "by"}.isdisjoint(
            lower[end : organization.start]
        ):
            members = subject_of(layers, sentence, verb) if _stands_alone(layers, organization.end, sentence) else []
        else:
            continue
        for member in members:
            _membership(layers, sentence, member, organization.actor, status, since_of(layers, sentence, verb))
        return bool(members)
    return False


def _status_from(lower: list[str], start: int, end: int) -> tuple[str, int, int] | None:
    """The first status named soon after a verb, and where."""
    for index in range(start, min(end, start + _STATUS_REACH)):
        for words, status in load_membership_statuses():
            if tuple(lower[index : index + len(words)]) == words and index + len(words) <= end:
                return status, index, index + len(words)
        if lower[index] in (";", ":", "that", "while", "but"):
            return None
    return None


def _status_after(lower: list[str], index: int, limit: int) -> str | None:
    """The status that the words after an organization's name give; none before "member states"."""
    for words, status in load_membership_statuses():
        end = index + len(words)
        if end <= limit and tuple(lower[index:end]) == words:
            return None if end < limit and lower[end] in load_relation_words().country_nouns else status
    return None


def _status_holders(layers: Layers, organization: Entity, sentence: Sentence) -> list[ActorRef]:
    """Who has a status in an organization: the state named last before it, or the last two joined by "and"."""
    members = states_within(layers, max(sentence.start, organization.start - _REACH_BACK), organization.start)
    both = len(members) > 1 and "and" in layers.tokens.lower[organization.start - 8 : organization.start]
    return members[-2:] if both else members[-1:]


def _held_since(layers: Layers, organization: Entity, sentence: Sentence) -> Since:
    """ "(a member of) the SCO since 2017"."""
    end = organization.end
    since = end < sentence.end and layers.tokens.lower[end] == "since"
    return (
        since_of(layers, sentence, end)
        if since and any(d.span.start == end + 1 for d in layers.dates.within(end, sentence.end))
        else UNDATED
    )


def _called_members(layers: Layers, organization: Entity, sentence: Sentence) -> list[ActorRef]:
    """Who is called a member of an organization."""
    lower = layers.tokens.lower
    begin, end = max(sentence.start, organization.start - 4), organization.start
    of = lower[end - 1] == "of" or lower[end - 2 : end] == ["of", "the"]
    if not of or not any(w in ("member", "membership") for w in lower[begin:end]):
        return []
    members = states_within(layers, sentence.start, end)
    hoped = any(word in lower[sentence.start : end] for word in ("become", "candidate"))
    return members if len(members) == 1 and not hoped else []


def _membership(layers: Layers, sentence: Sentence, member: ActorRef, organization: ActorRef, status: str, since: Since) -> None:
    if member == organization:
        return
    span = layers.tokens.span(sentence.start, sentence.end)
    layers.relations.append(
        RelationReport("membership", (member, organization), status, None, since.start, since.precision, None, span, "membership", 0.7)
    )
