"""Who holds the floor: discourse state from sentence to sentence, and what pronouns and descriptions stand for.

The state is small: the last speaker(s), the persons last named, the meeting that is being told. "He" is the last speaker of fitting gender;
"the two leaders" are the principals of the meeting; "the two sides" are its actors, nobody named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from etl.extract.claims.descriptions import described_person, described_spokesman
from etl.extract.claims.sources import main_subject
from etl.extract.grammar import GOVERNORS
from etl.extract.layers import ACTOR_NAMES, Layers, Nominal, Sentence, TokenSpan
from etl.extract.meetings.gatherings import RULE as GATHERING
from etl.extract.people.actors import two_sides
from etl.extract.people.home import home_state, is_official
from etl.extract.people.publishing import convening_body, publishing_body
from etl.lexicon.actors import load_actors
from etl.lexicon.numbers import load_numbers
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words
from etl.records import ActorRef, MeetingReport

_MAX_BACK = 40
"""Sentences of a paragraph among which a pronoun's person is looked for."""
_PAIR = 2
_TOLD_REACH = 4
"""Tokens at the beginning of what is said in which its subject stands."""
_SUBORDINATORS = frozenset({"when", "as", "after", "before", "while", "once", "since", "because", "although", "though"})
"""Conjunctions with which a clause before the main one opens."""
_TURNING = 10
"""Tokens among which "in turn" tells that the other side speaks."""
_ASKED = frozenset({"question", "questions", "query", "queries", "reporter", "reporters", "journalist", "journalists"})
_BARE = frozenset({"they", "their", "them", "two", "both"})
"""Words of parties that name nobody."""
_SHORTEST_AGENCY = 3
_MAX_OWN = 3
"""Tokens of "his (new) government"."""
_ENVOYS = frozenset({"envoys", "ambassadors", "diplomats", "commissioners"})
_ISSUED = frozenset({"statement", "communique", "communiqué", "readout"})
_ISSUING = frozenset({"issued", "released", "published", "made", "adopted", "signed"})
_NO_GROUPS = frozenset({"media", "company", "state_organ"})
"""Kinds of organizations that no "group" is."""
_ISSUING_REACH, _ISSUED_BACK = 4, 8
"""Tokens between "issued" and "statement", and sentences back among which it is looked for."""
_OPENING = 5
"""Sentences within which a meeting is told if what follows is said at it."""


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


class Setting(NamedTuple):
    """In what a claim is made: the index of the meeting, where its speakers take part in one, and the persons whom they address there."""

    meeting: int | None
    addressees: tuple[int, ...]
    diplomatic: bool
    official: bool


def _is_of_nations(word: str) -> bool:
    """Whether a word is the acronym of a mission or agency of the United Nations, by how they begin."""
    return word.isupper() and word.startswith("UN") and len(word) > _SHORTEST_AGENCY


def _singular(noun: str) -> str:
    return noun.removesuffix("s")


def _words(nominal: Nominal) -> TokenSpan:
    return TokenSpan(nominal.start, nominal.end)


@dataclass(slots=True)
class Discourse:
    """State while the sentences of an article are read in order."""

    layers: Layers
    readout: bool = False
    """Whether the article reports talks, sentence by sentence in the parties' names; otherwise it is ordinary news."""
    floor: Holder | None = None
    floor_paragraph: int = -1
    recent: list[int] = field(default_factory=list)
    """Persons in the order they were last named as subject, the last one at the end."""
    subject: int | None = None
    """The person whom the sentence before is about."""
    voices: dict[str, tuple[ActorRef, ...]] = field(default_factory=dict)
    """For whom those spoke who were last quoted without a name, by the noun for them: official, spokesman."""
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
        officials = {person.actor for person in self.layers.people if person.titles and person.actor is not None}
        self.official = is_official(self.layers)
        self.diplomatic = self.readout or self.official or bool(self.layers.meetings) or len(officials) > 1
        self.sided = [meeting for meeting in self.layers.meetings if meeting.rule != GATHERING]
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
        self.subject = subject.people[0] if subject is not None and self._is_told_person(subject) else None
        if subject is None and (about := main_subject(self.layers, sentence, actors=True)) is not None:
            self._recall(about.actors)

    def _is_told_person(self, subject: Nominal) -> bool:
        """Whether a subject is a person of whom the article tells, not one whom a quotation names."""
        return subject.kind == "person" and not self.layers.quoted[subject.start]

    def hold(self, holder: Holder, paragraph: int) -> None:
        """Give somebody the floor; a nameless voice of the same actors ("it was noted") does not take it from named speakers."""
        nameless = not holder.people and not self._is_unnamed(holder)
        if nameless and self.floor is not None and self.floor.people and set(holder.actors) <= set(self.floor.actors):
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

    def resolve(self, nominal: Nominal | None, sentence: Sentence, excluded: frozenset[int] = frozenset()) -> Holder | None:
        """What a source nominal stands for; None when it cannot be told."""
        if nominal is None:
            return None
        if nominal.kind == "office" and not self._says_whose(nominal) and self._answers(sentence) and self._speaks(nominal.people):
            nominal = nominal._replace(people=(), actors=())  # "In response, the Minister …": another minister
        if nominal.kind == "person" and len(nominal.people) == 1 and len(nominal.actors) == 1:
            self.introduced.setdefault(nominal.people[0], nominal.actors)
        if nominal.kind == "group" or (nominal.kind in ("person", "office") and nominal.people):
            return Holder(nominal.people, self.actors_of(nominal.people) or nominal.actors, 1.0 if nominal.kind != "office" else 0.9)
        before, speaker = self._before(sentence, nominal.start)
        described = described_spokesman(self.layers, nominal, before)
        if described is None:
            described = described_person(self.layers, nominal, before, self.home, speaker)
        if described is not None:
            return Holder((described.person,), self.actors_of((described.person,)), described.sure)
        if nominal.kind in ("office", "role") and nominal.head in load_party_words().other_party_nouns and not nominal.people:
            people = self.counterparts(self.floor.people if self.floor else ())
            return Holder(people, self.actors_of(people), 0.7)
        if nominal.kind == "office":
            person = self._by_title(nominal.head)
            if person is not None:
                return Holder((person,), self.actors_of((person,)), 0.75)
        if self._is_own_side(nominal) and self.floor is not None:
            return self.floor._replace(sure=0.7)  # "his country supports …": whoever has spoken says so
        if nominal.kind == "pronoun":
            return self._pronoun(nominal, sentence)
        if nominal.kind == "parties":
            parties = self._parties(nominal, excluded)
            unnamed = nominal.actors and (parties is None or not (parties.people or parties.actors))
            return Holder((), nominal.actors, 0.7, _words(nominal)) if unnamed else parties
        if nominal.kind == "actor" and nominal.head in load_party_words().side_nouns and (voice := self._voice_of(nominal)) is not None:
            return voice
        actors = nominal.actors or self._again_unnamed(nominal) or self._body_of(nominal)
        actors = actors or self._issuer_of(nominal, sentence) or self._renamed(nominal)
        if actors and nominal.head:
            self.voices[_singular(nominal.head)] = actors
        sure = {"actor": 0.8, "office": 0.4}.get(nominal.kind, 0.6)
        return Holder((), actors, sure, _words(nominal))

    def _again_unnamed(self, nominal: Nominal) -> tuple[ActorRef, ...]:
        """For whom "the spokesman" or "the officials" spoke who were brought in before: "a Peruvian spokesman said … the spokesman added"."""
        again = nominal.end - nominal.start == _PAIR and self.layers.tokens.lower[nominal.start] == "the"
        unnamed = nominal.kind in ("role", "office") and not nominal.people and _singular(nominal.head) in load_party_words().unnamed_voices
        return self.voices.get(_singular(nominal.head), ()) if again and unnamed else ()

    def _issuer_of(self, nominal: Nominal, sentence: Sentence) -> tuple[ActorRef, ...]:
        """Whose "the statement" is: of whoever is said before to have spoken in one, or to have issued one."""
        lower, layers = self.layers.tokens.lower, self.layers
        if nominal.head not in _ISSUED or nominal.kind != "role" or lower[nominal.start] not in ("the", "this"):
            return ()
        number = layers.sentence_of[sentence.start]
        for back in range(number - 1, max(-1, number - 1 - _ISSUED_BACK), -1):
            before = layers.sentences[back]
            at = next((i for i in range(before.start, before.end) if lower[i] == nominal.head), None)
            if at is None:
                continue
            issuer = layers.nominals.starting(at + 2) if lower[at + 1] in ("by", "from", "of") else None
            if issuer is not None and issuer.actors:
                return issuer.actors
            voices = [a for a in layers.attributions.get(back, ()) if a.source is not None and a.source.head != nominal.head]
            if voices:
                nearest = min(voices, key=lambda a: abs(a.cue.start - at))
                holder = self.resolve(nearest.source, before)
            else:
                issues = not _ISSUING.isdisjoint(lower[max(before.start, at - _ISSUING_REACH) : at])
                holder = self.resolve(main_subject(layers, before, actors=True, roles=True), before) if issues else None
            return holder.actors if holder is not None else ()
        return ()

    def _renamed(self, nominal: Nominal) -> tuple[ActorRef, ...]:
        """The organization that "the (rights) group" or "the watchdog" speaks of again: the one that spoke last.

        A paper or a company is none, and who fights is spoken of as such.
        """
        words, lower = load_party_words(), self.layers.tokens.lower
        again = nominal.kind == "role" and not nominal.plural and lower[nominal.start] == "the"
        if not again or nominal.head not in words.renamed_organizations or self.organization is None:
            return ()
        actors, fighting = load_actors(), not words.armed_words.isdisjoint(lower[nominal.start : nominal.end])
        kind = actors.organization_kinds.get(self.organization.name, "other")
        if kind in _NO_GROUPS or fighting != (kind == "armed_group" and fighting):
            return ()
        return (self.organization,)

    def _voice_of(self, nominal: Nominal) -> Holder | None:
        """The one person who takes part for a side: "the Moldovan side" speaks by its minister."""
        if self.meeting is None or len(nominal.actors) != 1:
            return None
        people = [p.person for p in self.meeting.participants if p.person is not None and p.actor == nominal.actors[0]]
        named = [p for p in dict.fromkeys(people) if self.layers.people[p].name]
        return Holder((named[0],), nominal.actors, 0.7) if len(named) == 1 else None

    def _is_own_side(self, nominal: Nominal) -> bool:
        """Whether it is the country or government of whoever spoke: one person, "his delegation"."""
        lower, floor = self.layers.tokens.lower, self.floor
        owned = lower[nominal.start] in ("his", "her") and lower[nominal.end - 1] in load_party_words().own_side_nouns
        return owned and nominal.end - nominal.start <= _MAX_OWN and floor is not None and len(floor.people) == 1

    def _says_whose(self, nominal: Nominal) -> bool:
        """Whether a description names the state or body of the office."""
        return any(e.kind in ACTOR_NAMES for e in self.layers.entities.within(nominal.start, nominal.end))

    def _speaks(self, people: tuple[int, ...]) -> bool:
        return bool(people) and self.floor is not None and people == self.floor.people

    def _before(self, sentence: Sentence, index: int) -> tuple[list[int], int | None]:
        """Persons named before a token, the last one first, and who has spoken so far; who answers is not who has spoken."""
        inside = [m.person for m in self.layers.person_mentions.within(sentence.start, index)]
        named = list(dict.fromkeys([*reversed(inside), *reversed(self.recent)]))
        speaker = self.floor.people[0] if self.floor is not None and len(self.floor.people) == 1 else None
        return ([p for p in named if p != speaker] if self._answers(sentence) else named), speaker

    def _answers(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of the other side: "In response, …", "He, for his part, …"."""
        words = self.layers.tokens.lower[sentence.start : sentence.start + _TURNING]
        if not _ASKED.isdisjoint(words):
            return False  # "In response to a question, he said": who has been asked all along
        opening = " ".join(words)
        return any(phrase in opening for phrase in load_party_words().answering_phrases)

    def _body_of(self, nominal: Nominal) -> tuple[ActorRef, ...]:
        """Whom an unnamed official or organ speaks for: the actor in the phrase ("Turkish diplomats"), or the article's home.

        Only those whom a state has are meant: a ministry, officials; a professor or a company speaks for itself.
        """
        lower = self.layers.tokens.lower
        bodily = nominal.kind == "role" and not nominal.plural and self.layers.tokens.is_capitalized(nominal.end - 1)
        if bodily and nominal.end - nominal.start <= 2:
            body = convening_body(self.layers, nominal.head)
            if body is not None:
                return (body,)  # "the Council", "the Meeting"
        words = load_party_words()
        fielded = nominal.head in words.field_organs and lower[nominal.end - 1] != nominal.head  # "the Department of Foreign Affairs"
        voiced = fielded or not words.state_voices.isdisjoint(lower[nominal.start : nominal.end])
        voiced |= " ".join(lower[max(nominal.start, nominal.end - 2) : nominal.end]) in words.state_organs
        voiced |= _singular(nominal.head) in words.unnamed_voices and self._follows_name(nominal)  # "a Commission source"
        if nominal.kind not in ("role", "office", "name") or not voiced:
            return ()
        inside = self.layers.entities.within(nominal.start, nominal.end)
        named = [e.actor for e in inside if e.kind in ACTOR_NAMES and not e.nested]
        of = self.layers.entity_at(nominal.end + 1) if lower[nominal.end : nominal.end + 1] == ["of"] and not named else None
        named += [of.actor] if of is not None and of.kind == "state" else []  # "the Central Bank | of Peru"
        people = [m.person for m in self.layers.person_mentions.within(nominal.start, nominal.end)]
        if named or people:
            return tuple(named[-1:]) or self.actors_of((people[0],))  # "X's office"
        if any(_is_of_nations(word) for word in self.layers.tokens.words[nominal.start : nominal.end]):
            return ()  # "a UNMIK spokesman": no state's
        if not words.outside_words.isdisjoint(lower[max(nominal.start, nominal.end - 2) : nominal.end]):
            return ()  # "western officials", "opposition officials"
        own = self.home or publishing_body(self.layers)
        return (own,) if own is not None else self._owner_before(nominal)

    def _follows_name(self, nominal: Nominal) -> bool:
        """Whether the noun of a phrase stands right behind the name of an actor."""
        return any(e.end == nominal.end - 1 for e in self.layers.entities.within(nominal.start, nominal.end))

    def _owner_before(self, nominal: Nominal) -> tuple[ActorRef, ...]:
        """The state whose "the central bank" or "the government" the article has named before: "the Central Bank of Peru", "Peru's government"."""
        lower, layers = self.layers.tokens.lower, self.layers
        phrase = lower[nominal.start + 1 : nominal.end]
        if lower[nominal.start] != "the" or not phrase:
            return ()
        for index in range(nominal.start - 1, -1, -1):
            if lower[index : index + len(phrase)] != phrase:
                continue
            before = index - (lower[index - 1] in ("'s", "'")) if index else index
            owner = next((e for e in layers.entities.within(max(0, before - 4), before) if e.end == before and e.kind in ACTOR_NAMES), None)
            after = index + len(phrase)
            if owner is None and lower[after : after + 1] == ["of"]:
                owner = layers.entity_at(after + 1 + (lower[after + 1 : after + 2] == ["the"]))
            if owner is not None and owner.kind in ("state", "demonym"):
                return (owner.actor,)
        return ()

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
        floor = self.floor
        if nominal.head in ("he", "she"):
            return self._person(nominal, sentence)
        if nominal.head == "it" and (side := self._side_before(sentence) or self._side_here(nominal, sentence)) is not None:
            return side
        if nominal.head == "they" and (pair := self._fronted_pair(nominal, sentence) or self._pair_before(sentence)):
            return Holder(pair, self.actors_of(pair), 0.9)
        if nominal.head == "they":
            if floor is not None and (len(floor.people) > 1 or not floor.people) and not (self._is_one(floor) and self._is_of_two()):
                return floor._replace(sure=0.6 if floor.described else 0.9)
            if (delegation := self._delegation_before(sentence)) is not None:
                return delegation
            return self._parties(Nominal(nominal.start, nominal.end, "parties", plural=True, head="leaders"), frozenset())
        if nominal.head == "we" and floor is None:
            body = convening_body(self.layers)  # "We, the Ministers of …, reaffirmed"
            return Holder((), (body,), 0.6) if body is not None else None
        if nominal.head in ("we", "i") or (floor is not None and not floor.people):
            return floor
        return None

    def _fronted_pair(self, nominal: Nominal, sentence: Sentence) -> tuple[int, ...]:
        """The two persons whom the phrase before "they" names: "During X's talks with Y, they agreed"."""
        lower = self.layers.tokens.lower
        if lower[nominal.start - 1] != "," or lower[sentence.start] not in ("during", "in", "at"):
            return ()
        named = tuple(dict.fromkeys(m.person for m in self.layers.person_mentions.within(sentence.start, nominal.start)))
        return named if len(named) == _PAIR and len(self.actors_of(named)) == _PAIR else ()

    def _pair_before(self, sentence: Sentence) -> tuple[int, ...]:
        """The two persons who are the subject of the sentence before, of the same paragraph, which reports nobody's words."""
        number = self.layers.sentence_of[sentence.start] - 1
        if sentence.first or number < 0 or self.layers.attributions.get(number):
            return ()
        subject = main_subject(self.layers, self.layers.sentences[number])
        whole = self.layers.nominals.starting(subject.start) if subject is not None else None
        return whole.people if whole is not None and whole.kind == "group" and len(whole.people) == _PAIR else ()

    def _is_one(self, floor: Holder) -> bool:
        """Whether one body or state has the floor: "the ministry said" between two sentences about those who met."""
        if floor.people or floor.words is None or len(floor.actors) > 1:
            return False
        phrase = self.layers.nominals.starting(floor.words.start)
        return not (phrase is not None and phrase.plural) and not self.layers.tokens.lower[floor.words.end - 1].endswith("s")

    def _is_of_two(self) -> bool:
        """Whether several persons take part in the meeting in view."""
        return self.meeting is not None and sum(p.person is not None for p in self.meeting.participants) >= _PAIR

    def _person(self, nominal: Nominal, sentence: Sentence) -> Holder | None:
        """Who "he" or "she" is: the first of fitting gender among those who may be meant."""
        floor, gender = self.floor, "m" if nominal.head == "he" else "f"
        if floor is not None and self._still_speaks(floor, sentence):
            return floor._replace(sure=0.6)  # "a diplomat said …; she added …"
        if floor is not None and (before := self._told_before(floor, nominal, sentence)) is not None:
            return Holder((before,), self.actors_of((before,)), 0.7)
        for person in self._candidates(nominal, sentence):
            if self.layers.people[person].gender in (None, gender):
                sure = 0.95 if floor is not None and person in floor.people else 0.75
                return Holder((person,), self.actors_of((person,)), sure)
        return floor._replace(sure=0.4) if floor is not None and not floor.people else None

    def _still_speaks(self, floor: Holder, sentence: Sentence) -> bool:
        """Whether a source without a name goes on: in its paragraph, one person also in the next if nobody came after."""
        unnamed = self._is_unnamed(floor)
        near = unnamed and sentence.first and self.floor_paragraph == sentence.paragraph - 1 and self.subject is None
        return near or ((floor.described or unnamed) and self.floor_paragraph == sentence.paragraph)

    def _told_before(self, floor: Holder, nominal: Nominal, sentence: Sentence) -> int | None:
        """Of whom the speaker of the sentence before tells there, where this one goes on in the past perfect: "He had said …"."""
        number = self.layers.sentence_of[sentence.start] - 1
        if sentence.first or number < 0 or self.layers.tokens.lower[nominal.end : nominal.end + 1] != ["had"]:
            return None
        gender = "m" if nominal.head == "he" else "f"
        told = [a for a in self.layers.attributions.get(number, ()) if a.says and a.order == "after"]
        subjects = [n for a in told for n in self.layers.nominals.within(a.content.start - 1, a.content.start + _TOLD_REACH) if n.people]
        return next(
            (p for n in subjects if (p := n.people[0]) not in floor.people and self.layers.people[p].gender in (None, gender)),
            None,
        )

    def _is_unnamed(self, floor: Holder) -> bool:
        """Whether one unnamed person has the floor: "the representative of Liberia"."""
        words = load_words()
        head = self.layers.tokens.lower[floor.words.start : floor.words.end] if floor.words is not None and not floor.people else []
        phrase = head[: next((i for i, word in enumerate(head) if word in GOVERNORS), len(head))]
        nouns = [word for word in phrase if word in words.persons or word in words.collective]
        if head and not any(word in words.persons for word in nouns) and head[-1] in load_party_words().unnamed_voices:
            nouns = head[-1:]  # "the House of Assembly spokesman"
        return bool(nouns) and nouns[-1] in words.persons and not nouns[-1].endswith("s")

    def _candidates(self, nominal: Nominal, sentence: Sentence) -> list[int]:
        """Persons that a pronoun may stand for, likeliest first: the speaker, those last named, those named in the sentence before it.

        A new paragraph that names somebody goes on with that person, not with an earlier speaker.
        """
        options: list[int] = [*self._fronted_subject(nominal, sentence), *self._turned_to(sentence)]
        if self.floor_paragraph != sentence.paragraph:
            named = self._named_in(sentence)
            options += [p for p in reversed(self.recent) if p in named]
        if self.floor is None and self.subject is not None:
            options.append(self.subject)
        if self.floor is not None and len(self.floor.people) == 1 and not self._answers(sentence):
            options += self.floor.people
        options += reversed(self.recent)
        inside = self.layers.person_mentions.within(sentence.start, nominal.start)
        options += [m.person for m in reversed(inside) if m.end <= nominal.start and not self.layers.quoted[m.start]]
        if self.floor is not None and len(self.floor.people) == 1 and self._answers(sentence):
            options = [p for p in options if p != self.floor.people[0]]
        return list(dict.fromkeys(options))

    def _fronted_subject(self, nominal: Nominal, sentence: Sentence) -> tuple[int, ...]:
        """The person who is the subject of the clause before "he": "When X took the floor, he said"."""
        if self.layers.tokens.lower[sentence.start] not in _SUBORDINATORS or self.layers.tokens.lower[nominal.start - 1] != ",":
            return ()
        subject = next(iter(self.layers.nominals.within(sentence.start, nominal.start)), None)
        opens = subject is not None and subject.kind == "person" and subject.start <= sentence.start + 1
        return subject.people if opens and subject is not None else ()

    def _turned_to(self, sentence: Sentence) -> list[int]:
        """Who is the subject of the sentence before, of the same paragraph, if it reports nobody's words: the text has turned to them."""
        number = self.layers.sentence_of[sentence.start] - 1
        if sentence.first or number < 0 or any(a.source is not None for a in self.layers.attributions.get(number, ())):
            return []
        subject = main_subject(self.layers, self.layers.sentences[number])
        return list(subject.people) if subject is not None and self._is_told_person(subject) else []

    def _delegation_before(self, sentence: Sentence) -> Holder | None:
        """The delegation of one actor that had the floor in the sentence before: "The Russian delegation affirmed …. They …"."""
        number = self.layers.sentence_of[sentence.start] - 1
        subject = None if sentence.first or number < 0 else main_subject(self.layers, self.layers.sentences[number], actors=True)
        if subject is None or len(subject.actors) != 1 or subject.people or subject.head not in load_party_words().side_nouns:
            return None
        return self.resolve(subject, sentence)

    def _side_before(self, sentence: Sentence) -> Holder | None:
        """The state or side that the sentence before, of the same paragraph, is about: "The Slovak side … It …"."""
        number = self.layers.sentence_of[sentence.start] - 1
        if sentence.first or number < 0:
            return None
        before = self.layers.sentences[number]
        subject = main_subject(self.layers, before, actors=True, roles=True)
        organ = (
            subject is not None
            and subject.kind == "role"
            and not subject.plural
            and subject.head in load_words().collective
            and subject.head not in load_words().persons
        )
        side = self.resolve(subject, before) if subject is not None and (subject.kind == "actor" or organ) else None
        own = side is not None and self.floor is not None and self.floor.people and set(side.actors) == set(self.floor.actors)
        if own and not organ:
            return self.floor  # "Chile hopes … It would …", of whoever speaks for it
        return side

    def _side_here(self, nominal: Nominal, sentence: Sentence) -> Holder | None:
        """The body of whose doing the sentence itself tells before "it said": "The Bank of Peru kept its rate, | it said in a statement"."""
        if self.layers.tokens.lower[nominal.start - 1] != "," or (self.floor is not None and not self.floor.people):
            return None
        subject = main_subject(self.layers, sentence, actors=True, roles=True)
        if subject is None or subject.end >= nominal.start or subject.plural or subject.people or subject.head in load_words().persons:
            return None
        return self.resolve(subject, sentence)

    def _named_in(self, sentence: Sentence) -> set[int]:
        """Persons whom the sentences before this one in its paragraph name."""
        number = self.layers.sentence_of[sentence.start]
        earliest = max(0, number - _MAX_BACK)
        while number > earliest and self.layers.sentences[number - 1].paragraph == sentence.paragraph:
            number -= 1
        start = self.layers.sentences[number].start
        return {m.person for m in self.layers.person_mentions.within(start, sentence.start) if not self.layers.quoted[m.start]}

    def _parties(self, nominal: Nominal, excluded: frozenset[int]) -> Holder | None:
        floor = self.floor
        if nominal.head != "leaders" and not nominal.actors and floor is not None and len(floor.actors) > 1:
            return Holder((), floor.actors, 0.85)  # those who have just spoken together
        if self.meeting is None:
            body = convening_body(self.layers)
            sides = two_sides(self.layers) if nominal.head != "leaders" else ()
            words = None if self.layers.tokens.lower[nominal.end - 1] in _BARE else _words(nominal)
            return Holder((), sides or ((body,) if body is not None else ()), 0.5, words)
        if nominal.head == "leaders" and not nominal.actors and not excluded and self._again(nominal) and self.floor is not None:
            return self.floor._replace(sure=0.85)  # the same ones again
        counts = load_numbers().speakers
        numbered = any(w in counts for w in self.layers.tokens.lower[nominal.start : nominal.end])
        same = [m for m in self.layers.meetings if m.span == self.meeting.span and not m.background]
        told = (
            []
            if numbered and not self._are_as_many(nominal, same)
            else [m for m in same if (m.kind == "visit") == (self.meeting.kind == "visit")]
        )
        everyone = dict.fromkeys(p for m in told or [self.meeting] for p in m.participants)
        if len(told) > 1 and not _ENVOYS.isdisjoint(self.layers.tokens.lower[nominal.start : nominal.end]):
            excluded |= self._in_all(told)
        members = [p for p in everyone if p.person is None or p.person not in excluded]
        actors = tuple(dict.fromkeys(p.actor for p in members if p.actor is not None))
        if nominal.head == "leaders":
            people = tuple(p.person for p in members if p.person is not None)
            if len(people) < _PAIR and not nominal.actors:
                people = bearers if len(bearers := self._bearers(nominal)) == _PAIR else self._last_pair() or people
            return Holder(people, self.actors_of(people) or actors, 0.85)
        return Holder((), actors, 0.85)

    @staticmethod
    def _in_all(told: list[MeetingReport]) -> frozenset[int]:
        """Who takes part in each of several meetings: the host who has received envoy after envoy is none of "the envoys"."""
        present = [{p.person for p in report.participants if p.person is not None} for report in told]
        return frozenset(set.intersection(*present))

    def _are_as_many(self, nominal: Nominal, told: list[MeetingReport]) -> bool:
        """Whether those of several meetings of one sentence are as many as a number says: "met A and B. The three leaders …"."""
        counts = load_numbers().speakers
        number = next((counts[w] for w in self.layers.tokens.lower[nominal.start : nominal.end] if w in counts), 0)
        return number > _PAIR and number == len({p.person for m in told for p in m.participants if p.person is not None})

    def _bearers(self, nominal: Nominal) -> tuple[int, ...]:
        """Those whom the article names with the office of which a plural speaks: "the Prime Ministers"."""
        title = " ".join(w for w in self.layers.tokens.lower[nominal.start : nominal.end] if w not in ("the", "both", "two"))
        named = (m.person for m in self.layers.person_mentions)
        return tuple(dict.fromkeys(p for p in named if any(t.lower() == title.removesuffix("s") for t in self.layers.people[p].titles)))

    def _last_pair(self) -> tuple[int, ...]:
        """The persons of the last meeting of several that the article has told of: a visit has one alone."""
        several = [
            people for m in self.layers.meetings if len(people := [p.person for p in m.participants if p.person is not None]) >= _PAIR
        ]
        return tuple(several[-1]) if several else ()

    def _again(self, nominal: Nominal) -> bool:
        """Whether "the leaders" are those who spoke last: several, and as many as a number in the phrase says."""
        if self.floor is None or len(self.floor.people) < 2:
            return False
        counts = load_numbers().speakers
        words = self.layers.tokens.lower[nominal.start : nominal.end]
        return all(counts.get(word, len(self.floor.people)) == len(self.floor.people) for word in words)

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
