"""Who holds the floor: discourse state from sentence to sentence, and what pronouns and descriptions stand for.

The state is small: the last speaker(s), the persons last named, the meeting that is being told. "He" is the last speaker of fitting gender;
"the two leaders" are the principals of the meeting; "the two sides" are its actors, nobody named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from etl.extract.layers import Layers, Nominal, Sentence
from etl.records import ActorRef, MeetingReport


class Holder(NamedTuple):
    """Who says it (person indexes, possibly unnamed holders of an office), and for whom."""

    people: tuple[int, ...]
    actors: tuple[ActorRef, ...]
    sure: float


_COUNT = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_OTHERS = frozenset({"counterpart", "counterparts", "host", "hosts", "guest", "guests", "interlocutor", "interlocutors"})


@dataclass(slots=True)
class Discourse:
    """State while the sentences of an article are read in order."""

    layers: Layers
    floor: Holder | None = None
    floor_paragraph: int = -1
    recent: list[int] = field(default_factory=list)
    """Persons in the order they were last named as subject, the last one at the end."""
    meeting: MeetingReport | None = None

    def __post_init__(self) -> None:
        current = [m for m in self.layers.meetings if not m.background and m.status != "cancelled"]
        self.meeting = current[0] if current else None

    def enter(self, sentence: Sentence) -> None:
        """Move on to a sentence: the meeting it tells of becomes the one in view."""
        span = self.layers.tokens.span(sentence.start, sentence.end)
        for report in self.layers.meetings:
            if not report.background and any(e.start < span.end and span.start < e.end for e in report.evidence):
                speakers = set(self.floor.people) if self.floor and self.floor_paragraph == sentence.paragraph else set()
                members = {p.person for p in report.participants}
                if self.meeting is None or not speakers or speakers & members or sentence.first:
                    self.meeting = report
                    break

    def leave(self, sentence: Sentence) -> None:
        """Remember whom the sentence named as its subject."""
        for nominal in self.layers.nominals:
            if nominal.start >= sentence.end:
                break
            if nominal.start >= sentence.start and nominal.kind == "person" and nominal.people:
                person = nominal.people[0]
                if person in self.recent:
                    self.recent.remove(person)
                self.recent.append(person)

    def hold(self, holder: Holder, paragraph: int) -> None:
        """Give somebody the floor; a nameless voice of the same actors ("it was noted") does not take it from named speakers."""
        if not holder.people and self.floor is not None and self.floor.people and set(holder.actors) <= set(self.floor.actors):
            self.floor_paragraph = paragraph
            return
        self.floor = holder
        self.floor_paragraph = paragraph

    def actors_of(self, people: tuple[int, ...]) -> tuple[ActorRef, ...]:
        """The actors that persons act for, in order, each once."""
        return tuple(dict.fromkeys(a for a in (self.layers.people[p].actor for p in people) if a is not None))

    def resolve(self, nominal: Nominal | None, sentence: Sentence, excluded: frozenset[int] = frozenset()) -> Holder | None:
        """What a source nominal stands for; None when it cannot be told."""
        if nominal is None:
            return None
        if nominal.kind == "group" or (nominal.kind in ("person", "office") and nominal.people):
            return Holder(nominal.people, self.actors_of(nominal.people) or nominal.actors, 1.0 if nominal.kind != "office" else 0.9)
        if nominal.kind in ("office", "role") and nominal.head in _OTHERS and not nominal.people:
            people = self.counterparts(self.floor.people if self.floor else ())
            return Holder(people, self.actors_of(people), 0.7)
        if nominal.kind == "office":
            person = self._by_title(nominal.head)
            return Holder((person,), self.actors_of((person,)), 0.75) if person is not None else Holder((), (), 0.4)
        if nominal.kind == "pronoun":
            return self._pronoun(nominal, sentence)
        if nominal.kind == "parties":
            return self._parties(nominal, excluded)
        return Holder((), nominal.actors, 0.8 if nominal.kind == "actor" else 0.6)

    def _by_title(self, title: str) -> int | None:
        members = [p.person for p in self.meeting.participants if p.person is not None] if self.meeting else []
        for person in [*reversed(self.recent), *members]:
            if title in {t.lower() for t in self.layers.people[person].titles}:
                return person
        if title in ("president", "leader"):
            for person in reversed(self.recent):
                if "head_of_state" in self.layers.people[person].offices:
                    return person
        return None

    def _pronoun(self, nominal: Nominal, sentence: Sentence) -> Holder | None:
        if nominal.head in ("he", "she"):
            gender = "m" if nominal.head == "he" else "f"
            in_sentence = [m.person for m in self.layers.person_mentions if sentence.start <= m.start and m.end <= nominal.start]
            options: list[int] = []
            if self.floor_paragraph != sentence.paragraph:
                # a new paragraph that names somebody goes on with that person, not with an earlier speaker
                options += [p for p in reversed(self.recent) if p in self._named_in(sentence)]
            if self.floor is not None and len(self.floor.people) == 1:
                options += [p for p in self.floor.people if p not in options]
            options += [p for p in reversed(self.recent) if p not in options]
            options += [p for p in reversed(in_sentence) if p not in options]
            for person in options:
                entity = self.layers.people[person]
                if entity.gender is None or entity.gender == gender:
                    sure = 0.95 if self.floor is not None and person in self.floor.people else 0.75
                    return Holder((person,), self.actors_of((person,)), sure)
            return Holder((), self.floor.actors, 0.4) if self.floor is not None and not self.floor.people else None
        if nominal.head == "they":
            if self.floor is not None and (len(self.floor.people) > 1 or len(self.floor.actors) > 1):
                return self.floor._replace(sure=0.9)
            return self._parties(Nominal(nominal.start, nominal.end, "parties", plural=True, head="leaders"), frozenset())
        if nominal.head in ("we", "i"):
            return self.floor
        if nominal.head == "it" and self.floor is not None and not self.floor.people:
            return self.floor
        return None

    def _named_in(self, sentence: Sentence) -> set[int]:
        begun = [s for s in self.layers.sentences if s.paragraph == sentence.paragraph and s.start < sentence.start]
        return {m.person for m in self.layers.person_mentions if begun and begun[0].start <= m.start < sentence.start}

    def _parties(self, nominal: Nominal, excluded: frozenset[int]) -> Holder | None:
        if self.meeting is None:
            return Holder((), (), 0.5)
        if nominal.head == "leaders" and not nominal.actors and not excluded and self._again(nominal) and self.floor is not None:
            return self.floor._replace(sure=0.85)  # the same ones again
        numbered = any(w in _COUNT for w in self.layers.tokens.lower[nominal.start : nominal.end])
        told = [] if numbered else [m for m in self.layers.meetings if m.span == self.meeting.span and not m.background]
        everyone = dict.fromkeys(p for m in told or [self.meeting] for p in m.participants)
        members = [p for p in everyone if p.person is None or p.person not in excluded]
        actors = tuple(dict.fromkeys(p.actor for p in members if p.actor is not None))
        if nominal.head == "leaders":
            people = tuple(p.person for p in members if p.person is not None)
            return Holder(people, self.actors_of(people) or actors, 0.85)
        return Holder((), actors, 0.85)

    def _again(self, nominal: Nominal) -> bool:
        """Whether "the leaders" are those who spoke last: several, and as many as a number in the phrase says."""
        if self.floor is None or len(self.floor.people) < 2:
            return False
        numbers = [_COUNT[w] for w in self.layers.tokens.lower[nominal.start : nominal.end] if w in _COUNT]
        return all(n == len(self.floor.people) for n in numbers)

    def counterparts(self, speakers: tuple[int, ...]) -> tuple[int, ...]:
        """The other participants of the meeting in view: those whom the speakers address."""
        if self.meeting is None:
            return ()
        own = set(self.actors_of(speakers))
        members = [p.person for p in self.meeting.participants if p.person is not None]
        if speakers and not set(speakers) & set(members):
            return ()
        return tuple(p for p in members if p not in speakers and (self.layers.people[p].actor not in own or not own))
