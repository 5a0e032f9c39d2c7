"""Who holds the floor, from sentence to sentence.

The state is small: the last speaker(s), the persons and the organization last named, the meeting that is being told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

from etl.extract.claims.openings import main_subject
from etl.extract.grammar import GOVERNORS
from etl.extract.layers import Layers, Nominal, Sentence, TokenSpan
from etl.extract.meetings.assemblies import RULE as ASSEMBLY
from etl.extract.meetings.gatherings import RULE as GATHERING
from etl.extract.people.home import home_state, is_official
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words
from etl.records import ActorRef, MeetingReport

_TURNING: Final = 10
"""Tokens among which "in turn" tells that the other side speaks."""
_ASKED: Final = frozenset({"question", "questions", "query", "queries", "reporter", "reporters", "journalist", "journalists"})
_OPENING: Final = 5
"""Sentences within which a meeting is told if what follows is said at it."""


@cache
def _answering() -> re.Pattern[str]:
    """How a sentence opens that answers: "In response, …", "he, for his part, …"; "he said it was in response to a letter" does not."""
    phrases = "|".join(re.escape(phrase) for phrase in sorted(load_party_words().answering_phrases))
    return re.compile(rf"^(?:{phrases})|, (?:{phrases}) | (?:{phrases}) [,.] ")


class Holder(NamedTuple):
    """Who says it (person indexes, possibly unnamed holders of an office), and for whom."""

    people: tuple[int, ...]
    actors: tuple[ActorRef, ...]
    sure: float
    words: TokenSpan | None = None
    """What the text calls a source that is no known person: "the researchers", "the ministry"."""

    @property
    def described(self) -> bool:
        """Whether nothing but a description is known of it."""
        return self.words is not None and not self.people and not self.actors

    def agrees(self, other: Holder) -> bool:
        """Whether it is the same voice, however sure that is."""
        alike = (self.people, self.actors) == (other.people, other.actors)
        return alike and (not self.described or self.words == other.words)


def words_of(nominal: Nominal) -> TokenSpan:
    """What the text calls a source."""
    return TokenSpan(nominal.start, nominal.end)


class Setting(NamedTuple):
    """In what a claim is made: the index of the meeting, where its speakers take part in one, and the persons whom they address there."""

    meeting: int | None
    addressees: tuple[int, ...]
    diplomatic: bool
    official: bool


@dataclass(slots=True)
class Talk:
    """State while the sentences of an article are read in order."""

    layers: Layers
    readout: bool = False
    """Whether the article reports talks, sentence by sentence in the parties' names; otherwise it is ordinary news."""
    floor: Holder | None = None
    floor_paragraph: int = -1
    quoted_paragraph: int = -2
    """The last paragraph in which somebody was quoted."""
    recent: list[int] = field(default_factory=list)
    """Persons in the order they were last named as subject, the last one at the end."""
    subject: int | None = None
    """The person whom the sentence before is about."""
    voices: dict[str, tuple[ActorRef, ...]] = field(default_factory=dict)
    """For whom those spoke who were last quoted without a name, by the noun for them: official, spokesman."""
    joint: Holder | None = None
    """The joint statement that spoke last, for those who made it."""
    organization: ActorRef | None = None
    """The organization that spoke last, or that a sentence was last about."""
    introduced: dict[int, tuple[ActorRef, ...]] = field(default_factory=dict)
    """For whom persons speak who bear no office, by the words with which they are brought in: "X Y of the Red Cross"."""
    meeting: MeetingReport | None = None

    official: bool = field(init=False)
    """Whether a state organ or an international organization published the article."""
    diplomatic: bool = field(init=False)
    """Whether the article tells of dealings between states: it names a meeting, or officials of two actors."""
    home: ActorRef | None = field(init=False)
    """Whose officials the article does not call by their state."""
    sided: list[MeetingReport] = field(init=False)
    """Meetings of those who are named: "the ministers" of a gathering are more than the few whom the text names."""

    def __post_init__(self) -> None:
        self.home = home_state(self.layers)
        placed = ((person.actor, person) for person in self.layers.people if person.actor is not None)
        # of whom only the state is told ("Fiji's delegate, X") acts for it as well
        officials = {actor for actor, p in placed if p.titles or (actor.kind == "state" and p.known_by == "text")}
        self.official = is_official(self.layers)
        self.diplomatic = self.readout or self.official or bool(self.layers.meetings) or len(officials) > 1
        self.sided = [meeting for meeting in self.layers.meetings if meeting.rule not in (ASSEMBLY, GATHERING)]
        current = [m for m in self.sided if not m.background and m.status != "cancelled"]
        opening = self.layers.sentences[:_OPENING]
        end = self.layers.tokens.ends[opening[-1].end - 1] if opening else 0
        self.meeting = next((m for m in current if any(e.start < end for e in m.evidence)), None)

    def enter(self, sentence: Sentence) -> None:
        """Move on to a sentence: the meeting it tells of becomes the one in view."""
        if not self.sided:
            return
        span = self.layers.tokens.span(sentence.start, sentence.end)
        told = [r for r in self.sided if not r.background and any(e.start < span.end and span.start < e.end for e in r.evidence)]
        if not told:
            return
        # "Meeting X, she noted that he had met Y last week" tells of the new meeting, and looks back at the one told before.
        told.sort(key=lambda r: r.span.start < span.start)
        for report in told:
            speakers = set(self.floor.people) if self.floor and self.floor_paragraph == sentence.paragraph else set()
            members = {p.person for p in report.participants}
            if self.meeting is None or not speakers or speakers & members or sentence.first:
                self.meeting = report
                break

    def leave(self, sentence: Sentence) -> None:
        """Remember whom the sentence named, and who its subject is; whom only a speaker names stays behind whom the article names."""
        for nominal in self.layers.nominals.within(sentence.start, sentence.end):
            if nominal.kind == "person" and nominal.people:
                person = nominal.people[0]
                if self.layers.quoted[nominal.start]:
                    if person not in self.recent:
                        self.recent.insert(0, person)
                    continue
                if person in self.recent:
                    self.recent.remove(person)
                self.recent.append(person)
        subject = main_subject(self.layers, sentence)
        self.subject = subject.people[0] if subject is not None and self.is_told_person(subject) else None
        if subject is None and (about := main_subject(self.layers, sentence, actors=True)) is not None:
            self._recall(about.actors)

    def is_told_person(self, subject: Nominal) -> bool:
        """Whether a subject is a person of whom the article tells, not one whom a quotation names."""
        return subject.kind == "person" and not self.layers.quoted[subject.start]

    def hold(self, holder: Holder, paragraph: int) -> None:
        """Give somebody the floor; a nameless voice of the same actors ("it was noted") does not take it from named speakers."""
        nameless = not holder.people and not self.is_unnamed(holder)
        silent = not holder.described or self.readout
        if nameless and silent and self.floor is not None and self.floor.people and set(holder.actors) <= set(self.floor.actors):
            self.floor_paragraph = paragraph
            return
        self.floor = holder
        self.floor_paragraph = paragraph
        self._recall(holder.actors)

    def _recall(self, actors: tuple[ActorRef, ...]) -> None:
        if len(actors) == 1 and actors[0].kind == "organization":
            self.organization = actors[0]

    def actors_of(self, people: tuple[int, ...]) -> tuple[ActorRef, ...]:
        """The actors that persons act for, in order, each once."""
        if len(people) == 1:  # as mostly
            actor = self.layers.people[people[0]].actor
            return self.introduced.get(people[0], ()) if actor is None else (actor,)
        actors = [self.layers.people[p].actor for p in people]
        return tuple(dict.fromkeys([actor for actor in actors if actor is not None]))

    def setting(self, holder: Holder) -> Setting:
        """In what the holder speaks, as things stand now."""
        meeting, addressees = self.meeting, self.counterparts(holder.people) if holder.people else ()
        takes_part = meeting is not None and (addressees or any(p.person in holder.people for p in meeting.participants))
        return Setting(
            meeting.index if meeting is not None and takes_part else None, addressees, self.diplomatic, self.readout or self.official
        )

    def counterparts(self, speakers: tuple[int, ...]) -> tuple[int, ...]:
        """The other participants of the meeting in view: those whom the speakers address."""
        if self.meeting is None:
            return ()
        own = set(self.actors_of(speakers))
        members = [p.person for p in self.meeting.participants if p.person is not None]
        if speakers and not set(speakers) & set(members):
            return ()
        return tuple(p for p in members if p not in speakers and (self.layers.people[p].actor not in own or not own))

    def before(self, sentence: Sentence, index: int) -> tuple[list[int], int | None]:
        """Persons named before a token, the last one first, and who has spoken so far; who answers is not who has spoken."""
        inside = [m.person for m in self.layers.person_mentions.within(sentence.start, index)]
        named = list(dict.fromkeys([*reversed(inside), *reversed(self.recent)]))
        speaker = self.floor.people[0] if self.floor is not None and len(self.floor.people) == 1 else None
        return ([p for p in named if p != speaker] if self.answers(sentence) else named), speaker

    def answers(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of the other side: "In response, …", "He, for his part, …"."""
        words = self.layers.tokens.lower[sentence.start : sentence.start + _TURNING]
        if not _ASKED.isdisjoint(words):
            return False  # "In response to a question, he said": who has been asked all along
        return _answering().search(f"{' '.join(words)} ") is not None

    def is_unnamed(self, floor: Holder) -> bool:
        """Whether one unnamed person has the floor: "the representative of Liberia"."""
        words = load_words()
        head = self.layers.tokens.lower[floor.words.start : floor.words.end] if floor.words is not None and not floor.people else []
        phrase = head[: next((i for i, word in enumerate(head) if word in GOVERNORS), len(head))]
        if phrase[:1] == ["one"] and head[1:2] == ["of"]:
            return any(word in words.persons for word in head)  # "one of the sailors"
        nouns = [word for word in phrase if word in words.persons or word in words.collective]
        if head and not any(word in words.persons for word in nouns) and head[-1] in load_party_words().unnamed_voices:
            nouns = head[-1:]  # "the House of Assembly spokesman"
        return bool(nouns) and nouns[-1] in words.persons and not nouns[-1].endswith("s")

    def resolve(self, nominal: Nominal | None, sentence: Sentence, excluded: frozenset[int] = frozenset()) -> Holder | None:
        """What a source nominal stands for; None when it cannot be told. `Discourse` knows how. (mypyc takes no abstract dataclasses.)"""
        raise NotImplementedError
