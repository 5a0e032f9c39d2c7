"""Small makers of observed articles: what a test says, and plain values for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from etl.records import (
    Act,
    ActorRef,
    Claim,
    DateBasis,
    DatePrecision,
    MeetingKind,
    MeetingReport,
    MeetingStatus,
    Mention,
    Observations,
    ObservedArticle,
    OfficeReport,
    Participant,
    PersonReference,
    RelationReport,
    Role,
    Span,
)

NOWHERE = Span(0, 1)


def actor(name: str | None) -> ActorRef | None:
    """A two-letter name is a state, any other an organization."""
    if name is None:
        return None
    return ActorRef("state" if len(name) == 2 and name.isupper() else "organization", name)


def sure_actor(name: str) -> ActorRef:
    found = actor(name)
    assert found is not None
    return found


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


class Draft:
    """An article in the making; every method returns the index of what it added."""

    def __init__(self, article_id: int, published_on: str | None = "2031-05-06", publisher: str | None = None) -> None:
        self.article_id = article_id
        self.published_on = published_on
        self.publisher = publisher
        self.text = ""
        self.people: list[PersonReference] = []
        self.mentions: list[Mention] = []
        self.meetings: list[MeetingReport] = []
        self.claims: list[Claim] = []
        self.offices: list[OfficeReport] = []
        self.relations: list[RelationReport] = []

    def person(
        self,
        name: str | None,
        of: str | None = None,
        *,
        title: str | None = None,
        gender: Literal["f", "m"] | None = None,
        known_by: Literal["name", "office", "text"] = "text",
        surfaces: Sequence[str] = (),
    ) -> int:
        index = len(self.people)
        self.people.append(PersonReference(index, name, actor(of), title, gender, known_by, "test", 0.9))
        self.mentions.extend(Mention(NOWHERE, "person", name or "", surface, "test", 0.9, index) for surface in surfaces)
        return index

    def meet(
        self,
        *who: int | str | tuple[int | str, Role],
        on: str | None = None,
        until: str | None = None,
        precision: DatePrecision | None = None,
        dated_by: DateBasis = "explicit",
        kind: MeetingKind = "bilateral",
        status: MeetingStatus = "held",
        background: bool = False,
        place: str | None = None,
        state: str | None = None,
        event: str | None = None,
        sidelines: bool = False,
        confidence: float = 0.9,
    ) -> int:
        """`who`: people of the article by index, actors by name; with a role or as principals."""
        index = len(self.meetings)
        parties = []
        for one in who:
            party, role = one if isinstance(one, tuple) else (one, "principal")
            parties.append(
                Participant(party, self.people[party].actor, role) if isinstance(party, int) else Participant(None, actor(party), role)
            )
        shown: DatePrecision = precision or ("range" if until else "day" if on else "unknown")
        self.meetings.append(
            MeetingReport(
                index, kind, status, background, day(on), day(until) or (day(on) if shown == "day" else None), shown,
                dated_by if on else "unknown", place, state, event, sidelines, tuple(parties), NOWHERE, (NOWHERE,), "test", confidence,
            )
        )  # fmt: skip
        return index

    def claim(
        self,
        text: str,
        *speakers: int,
        behalf: Sequence[str] = (),
        to: Sequence[int] = (),
        about: Sequence[str] = (),
        act: Act = "assert",
        meeting: int | None = None,
        direct: bool = False,
    ) -> int:
        index = len(self.claims)
        start = len(self.text)
        self.text += text + "\n"
        span = Span(start, start + len(text))
        self.claims.append(
            Claim(
                index, span, span, None, None, None, speakers, None, tuple(sure_actor(b) for b in behalf), tuple(to), (), (),
                tuple(sure_actor(a) for a in about), (), act, direct, False, "positive", "actual", meeting, "test", 0.9,
            )
        )  # fmt: skip
        return index

    def office(self, person: int, title: str, of: str) -> None:
        self.offices.append(OfficeReport(person, title, actor(of), NOWHERE, "test", 0.9))

    def relation(
        self,
        kind: Literal["relationship", "membership", "agreement"],
        label: str,
        *parties: str,
        since: str | None = None,
        precision: DatePrecision | None = None,
        detail: str | None = None,
        meeting: int | None = None,
    ) -> int:
        shown: DatePrecision = precision or ("day" if since else "unknown")
        named = tuple(sure_actor(p) for p in parties)
        self.relations.append(RelationReport(kind, named, label, detail, day(since), shown, meeting, NOWHERE, "test", 0.9))
        return len(self.relations) - 1

    def done(self) -> ObservedArticle:
        return ObservedArticle(
            article_id=self.article_id,
            document_name=f"{self.article_id}.txt",
            title=None,
            publisher=self.publisher,
            published_on=day(self.published_on),
            text=self.text,
            observations=Observations(
                people=tuple(self.people),
                mentions=tuple(self.mentions),
                meetings=tuple(self.meetings),
                claims=tuple(self.claims),
                offices=tuple(self.offices),
                relations=tuple(self.relations),
            ),
        )
