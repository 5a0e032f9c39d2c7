"""Judgements about single things, put into what was observed in an article. Pure; what is not judged stays as it was.

Rows that are set or found right have the rule `judgement` and confidence 1. Indices never change: what is left out leaves a gap, so that
every other row keeps its key.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Literal, NamedTuple, cast

from etl.judgements.records import Judgement, NameAnchor, Property
from etl.judgements.values import Named, names, period, place
from etl.lexicon.actors import load_actors
from etl.lexicon.people import load_people
from etl.records import (
    Act,
    ActorRef,
    Claim,
    DateBasis,
    MeetingKind,
    MeetingReport,
    MeetingStatus,
    Mention,
    Observations,
    Participant,
    PersonReference,
)
from etl.resolve.bearers import NameKey, key_of_name
from etl.resolve.names import name_words

RULE = "judgement"


class Located(NamedTuple):
    """A judgement and the observation that it is about (its index, or the mention itself); of a name, None."""

    judgement: Judgement
    which: int | Mention | None


def name_key(anchor: NameAnchor) -> NameKey:
    """Return the key under which resolving knows the person of a name."""
    if anchor.known:
        return NameKey(True, anchor.name, "", "")
    return NameKey(False, " ".join(name_words(anchor.name)), anchor.actor_kind, anchor.actor)


def apply_judgements(seen: Observations, located: Collection[Located]) -> Observations:
    """Return the observations with the judgements (earliest first) in them. Those about pairs say nothing here."""
    if not located:
        return seen
    last: dict[tuple[object, ...], Located] = {}
    for one in located:
        judgement = one.judgement
        about = judgement.subject if one.which is None else one.which
        last[judgement.about, about, judgement.question] = one
    # What is wrong goes last: until then everything can be found by its index.
    for one in sorted(last.values(), key=lambda x: x.judgement.decision == "reject"):
        judgement = one.judgement
        if judgement.decision == "set" and isinstance(one.which, int):
            seen = _set(seen, judgement, one.which)
        elif judgement.decision == "accept" and isinstance(one.which, int):
            seen = _accepted(seen, judgement, one.which)
        elif judgement.decision == "reject":
            seen = _REJECT[judgement.about](seen, judgement.subject if one.which is None else one.which)
    return seen


def _set(seen: Observations, judgement: Judgement, index: int) -> Observations:
    value = judgement.value or ""
    if judgement.field == "speaker":
        return _with_speakers(seen, index, names(value))
    if judgement.about == "claim":
        return _with_claim(seen, index, lambda claim: claim._replace(act=cast(Act, value)))
    return _with_report(seen, index, lambda report: _set_of_report(report, judgement.field, value))


def _set_of_report(report: MeetingReport, field: Property | None, value: str) -> MeetingReport:
    match field:
        case "date":
            start, end, precision = period(value)
            dated_by: DateBasis = "explicit" if start else "unknown"
            return replace(report, start_on=start, end_on=end, date_precision=precision, dated_by=dated_by)
        case "place":
            where, state = place(value)
            return replace(report, place=where, place_state=state)
        case "kind":
            return replace(report, kind=cast(MeetingKind, value))
        case "status":
            return replace(report, status=cast(MeetingStatus, value))
    raise ValueError(f"{field} cannot be set of a meeting")


def _accepted(seen: Observations, judgement: Judgement, index: int) -> Observations:
    if judgement.about == "claim":
        return _with_claim(seen, index, lambda claim: claim)
    if judgement.about == "meeting_report":
        return _with_report(seen, index, lambda report: report)
    people = tuple(p._replace(rule=RULE, confidence=1.0) if p.index == index else p for p in seen.people)
    return replace(seen, people=people)


def _with_claim(seen: Observations, index: int, change: Callable[[Claim], Claim]) -> Observations:
    claims = tuple(change(c)._replace(rule=RULE, confidence=1.0) if c.index == index else c for c in seen.claims)
    return replace(seen, claims=claims)


def _with_report(seen: Observations, index: int, change: Callable[[MeetingReport], MeetingReport]) -> Observations:
    meetings = tuple(replace(change(m), rule=RULE, confidence=1.0) if m.index == index else m for m in seen.meetings)
    return replace(seen, meetings=meetings)


def _with_speakers(seen: Observations, index: int, said_by: tuple[Named, ...]) -> Observations:
    """The people named become the speakers, on behalf of whom they stand for. Who is not among the article's people is added to them."""
    people = list(seen.people)
    speakers: list[PersonReference] = []
    for named in said_by:
        speaker = _person(people, named)
        if speaker is None:
            speaker = _new_person(max((p.index for p in people), default=-1) + 1, named)
            people.append(speaker)
        speakers.append(speaker)
    actors = tuple(sorted({p.actor for p in speakers if p.actor}))

    def change(claim: Claim) -> Claim:
        spoken = tuple(sorted({p.index for p in speakers}))
        return claim._replace(
            speakers=spoken,
            on_behalf_of=actors if actors or spoken else claim.on_behalf_of,
            addressees=tuple(p for p in claim.addressees if p not in spoken),
            mentions_people=tuple(p for p in claim.mentions_people if p not in spoken),
            source_name=None,
        )

    return _with_claim(replace(seen, people=tuple(people)), index, change)


def _person(people: Iterable[PersonReference], named: Named) -> PersonReference | None:
    """The article's person of that name, written in full or by its last word alone where only one is called so."""
    known = load_people().by_name.get(named.name)
    wanted = name_words(known.name if known else named.name)
    fits = [p for p in people if p.name and not (named.actor and p.actor and p.actor != named.actor)]
    exact = [p for p in fits if name_words(p.name or "") == wanted]
    partial = [p for p in fits if len(wanted) == 1 and wanted[0] in name_words(p.name or "")]
    return exact[0] if exact else partial[0] if len(partial) == 1 else None


def _new_person(index: int, named: Named) -> PersonReference:
    known = load_people().by_name.get(named.name)
    if known is None:
        return PersonReference(index, named.name, named.actor, None, None, "text", RULE, 1.0)
    gender: Literal["f", "m"] | None = "f" if known.gender == "f" else "m" if known.gender == "m" else None
    return PersonReference(index, known.name, named.actor or _actor_of(known.actor), None, gender, "name", RULE, 1.0)


def _actor_of(name: str) -> ActorRef | None:
    return load_actors().ref(name) if name else None


def _without_claim(seen: Observations, which: object) -> Observations:
    claims = tuple(c for c in seen.claims if c.index != which)
    return replace(seen, claims=claims, topics=tuple(t for t in seen.topics if t.claim != which))


def _without_report(seen: Observations, which: object) -> Observations:
    return replace(
        seen,
        meetings=tuple(m for m in seen.meetings if m.index != which),
        claims=tuple(c._replace(meeting=None) if c.meeting == which else c for c in seen.claims),
        relations=tuple(r._replace(meeting=None) if r.meeting == which else r for r in seen.relations),
    )


def _without_mention(seen: Observations, which: object) -> Observations:
    return replace(seen, mentions=tuple(m for m in seen.mentions if m != which))


def _with_participants(meetings: Iterable[MeetingReport], still: Callable[[Participant], Participant]) -> tuple[MeetingReport, ...]:
    """Return the meetings with what `still` leaves of their participants; those of whom it leaves nothing are gone."""
    return tuple(
        replace(m, participants=tuple(p for p in map(still, m.participants) if p.person is not None or p.actor is not None))
        for m in meetings
    )


def _without_people(seen: Observations, gone: frozenset[int]) -> Observations:
    """Without some people: nobody says, hears or does anything as them; an actor whom they stood for stays."""

    def kept(people: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(p for p in people if p not in gone)

    def still(participant: Participant) -> Participant:
        return replace(participant, person=None) if participant.person in gone else participant

    return replace(
        seen,
        people=tuple(p for p in seen.people if p.index not in gone),
        mentions=tuple(m for m in seen.mentions if m.person is None or m.person not in gone),
        meetings=_with_participants(seen.meetings, still),
        claims=tuple(
            c._replace(speakers=kept(c.speakers), addressees=kept(c.addressees), mentions_people=kept(c.mentions_people))
            for c in seen.claims
        ),
        offices=tuple(o for o in seen.offices if o.person not in gone),
    )


def _without_person_reference(seen: Observations, which: object) -> Observations:
    return _without_people(seen, frozenset(p.index for p in seen.people if p.index == which))


def _without_person(seen: Observations, which: object) -> Observations:
    assert isinstance(which, NameAnchor)
    return _without_people(seen, frozenset(p.index for p in seen.people if key_of_name(p) == name_key(which)))


def _without_initiative(seen: Observations, which: object) -> Observations:
    assert isinstance(which, NameAnchor)
    return replace(
        seen,
        initiatives=tuple(i for i in seen.initiatives if i.name != which.name),
        mentions=tuple(m for m in seen.mentions if m.kind != "initiative" or m.name != which.name),
        claims=tuple(c._replace(initiatives=tuple(n for n in c.initiatives if n != which.name)) for c in seen.claims),
    )


def _without_organization(seen: Observations, which: object) -> Observations:
    assert isinstance(which, NameAnchor)
    gone = ActorRef("organization", which.name)

    def kept(actors: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
        return tuple(a for a in actors if a != gone)

    def still(participant: Participant) -> Participant:
        return replace(participant, actor=None) if participant.actor == gone else participant

    return replace(
        seen,
        organizations=tuple(name for name in seen.organizations if name != which.name),
        people=tuple(p._replace(actor=None) if p.actor == gone else p for p in seen.people),
        initiatives=tuple(replace(i, proposers=kept(i.proposers)) for i in seen.initiatives),
        mentions=tuple(m for m in seen.mentions if m.kind != "organization" or m.name != which.name),
        meetings=_with_participants(seen.meetings, still),
        claims=tuple(
            c._replace(on_behalf_of=kept(c.on_behalf_of), targets=kept(c.targets), mentions_actors=kept(c.mentions_actors))
            for c in seen.claims
        ),
        offices=tuple(o for o in seen.offices if o.actor != gone),
        relations=tuple(r for r in seen.relations if gone not in r.parties),
    )


_REJECT: dict[str, Callable[[Observations, object], Observations]] = {
    "claim": _without_claim,
    "meeting_report": _without_report,
    "mention": _without_mention,
    "person_reference": _without_person_reference,
    "person": _without_person,
    "initiative": _without_initiative,
    "organization": _without_organization,
}
