"""Whom "they", "the two leaders" and "the two sides" go back to: those just named together, or those of the meeting in view."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from etl.extract.layers import Layers, PersonMention, Sentence
from etl.extract.meetings.candidate import ACTORS_IN_VIEW, GUEST_IN_VIEW, HOST_IN_VIEW, PEOPLE_IN_VIEW, Candidate, Side
from etl.extract.meetings.descriptions import Descriptions
from etl.extract.meetings.sides import offices_of, titles_of
from etl.lexicon.numbers import load_numbers
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words
from etl.records import ActorRef, MeetingReport

_LOOK_BACK: Final = 4
"""Sentences before "the two ministers" among which those whom it means are looked for."""
_OFFICES: Final = frozenset({"presidents", "premiers", "ambassadors", "chancellors"})
"""Plural offices that say who of those named is meant; "ministers" and "leaders" are of many kinds."""
_SPOKEN_FOR: Final = _OFFICES | {"ministers", "leaders", "heads"}
_FORMER: Final = frozenset({"former", "late", "ex", "then", "erstwhile"})
_UNITS: Final = frozenset("minute minutes hour hours day days week weeks month months year years times".split())
"""What is counted where a number tells how long or how often: "the two met three days after they had talked"."""
_OPENING_SENTENCES, _LOOK_AHEAD = 1, 2
"""Number of the last sentence in which "the two" may be those who are named next, and sentences after it that name them."""
_PAIR, _TRIO = 2, 3
_BOTH: Final = frozenset({"two", "both"})
_BELONGING: Final = frozenset({"by", "of", "between", "for"})
_HEADS: Final = frozenset({"head_of_state", "head_of_government"})
_HEADS_REACH: Final = 6
"""Tokens after a noun of meeting among which "between both heads of state" says whose it is."""
_MINISTERS_REACH: Final = 8
"""Tokens before a trigger among which "the foreign ministers of the two countries" says who met."""
_NUMBER_REACH: Final = 6
"""Tokens before a trigger among which "the three leaders" says how many there are."""


class View:
    """The meetings that an article has told of so far, the last one first in mind."""

    def __init__(self, layers: Layers, described: Descriptions) -> None:
        self._layers = layers
        self._described = described
        self.last: MeetingReport | None = None
        self.told: MeetingReport | None = None
        """The last that was held and that the article is about."""
        self.passed_over = False
        """Whether the text has told last of a meeting that is none of states, so that whoever "also attended" attended that."""
        self._all: list[MeetingReport] = []

    def remember(self, report: MeetingReport) -> None:
        """Put a meeting of two sides or more in view."""
        if len({p.actor for p in report.participants}) >= 2:
            self.last = report
            self._all.append(report)
            news = report.status == "held" and not report.background
            if news and (report.kind != "visit" or self.told is None):
                self.told = report

    def resolve(self, candidate: Candidate) -> tuple[Side, ...]:
        """The sides of a candidate, with those whom it only refers to; empty when nobody is in view, or not as many as it says."""
        sides: list[Side] = []
        named = {side.actor for side in candidate.sides if side.actor is not None}
        for side in candidate.sides:
            if side == GUEST_IN_VIEW:
                sides += [guest for guest in self._of_last() if guest.person is not None and guest.actor not in named][:1]
                continue
            if side == HOST_IN_VIEW:
                sides += self._host(candidate)
                continue
            if side == PEOPLE_IN_VIEW:
                sides += self._named(candidate)
            elif side == ACTORS_IN_VIEW:
                sides += [Side(None, actor) for actor in self._actors(candidate)]
            else:
                sides.append(side)
        unheld = candidate.sides[:1] == (PEOPLE_IN_VIEW,) and sides == list(candidate.sides[1:])
        return () if unheld else tuple(dict.fromkeys(sides))  # "they also met X": nobody says who

    def _named(self, candidate: Candidate) -> list[Side]:
        office = self._office(candidate)
        if office and (bearers := self._bearers(candidate, office)):
            return bearers
        if self._is_of_heads(candidate):
            return self._heads(candidate)
        if self._is_of_foreign_ministers(candidate):
            last = self._together(candidate) or self._of_last() or self._before(candidate) or self._of_states_named(candidate)
            return [self._unless_head(side) for side in last]
        found = self._together(candidate) or self._of_last(following=self._follows(candidate)) or self._before(candidate)
        found = found or self._named_next(candidate)
        lower = self._layers.tokens.lower
        if not _SPOKEN_FOR.isdisjoint(lower[max(candidate.sentence.start, candidate.trigger - _NUMBER_REACH) : candidate.trigger]):
            found = [self._unless_speaking(side) for side in found]
        found = found or self._of_states_named(candidate)
        wanted = self._number(candidate)
        return found if wanted in (None, len({side.actor for side in found})) else self._as_many(candidate, wanted)

    def _of_states_named(self, candidate: Candidate) -> list[Side]:
        """ "A and B draw closer. The foreign ministers of the two countries met": of each of the two states last named together."""
        layers, number = self._layers, self._layers.sentence_of[candidate.trigger]
        words = layers.tokens.lower[max(candidate.sentence.start, candidate.trigger - _MINISTERS_REACH) : candidate.trigger]
        if not any(a in _BOTH and b in load_party_words().party_nouns for a, b in pairwise(words)):
            return []
        for sentence in reversed(layers.sentences[max(0, number - _LOOK_BACK) : number + 1]):
            named = layers.nominals.within(sentence.start, min(sentence.end, candidate.trigger))
            pair = next((n.actors for n in reversed(named) if n.kind == "actor" and n.plural and len(n.actors) == _PAIR), ())
            if pair and all(actor.kind == "state" for actor in pair):
                return [Side(None, actor) for actor in pair]
        return []

    def _unless_speaking(self, side: Side) -> Side:
        """Who spoke for the ministers that are meant is none of them."""
        titles = self._layers.people[side.person].titles if side.person is not None else []
        return side._replace(person=None) if any("spokes" in title.lower() for title in titles) else side

    def _is_of_heads(self, candidate: Candidate) -> bool:
        """Whether the phrase speaks of heads of state or government, or of a summit, while the meeting in view is one of others."""
        lower, end = self._layers.tokens.lower, candidate.trigger + _HEADS_REACH
        words = lower[max(candidate.sentence.start, candidate.trigger - _NUMBER_REACH) : min(candidate.sentence.end, end)]
        heads = any(a == "heads" and b == "of" for a, b in pairwise(words)) or candidate.noun in ("summit", "summits")
        last = self._of_last()
        people = [side.person for side in last if side.person is not None]
        leading = {self._layers.people[person].actor for person in people if offices_of(self._layers, person) & _HEADS}
        return heads and bool(people) and len(leading) < _PAIR

    def _is_of_foreign_ministers(self, candidate: Candidate) -> bool:
        """Whether the phrase speaks of foreign ministers, "of the two countries" or of those in view; or of two of transport."""
        lower, start = self._layers.tokens.lower, candidate.sentence.start
        words = lower[max(start, candidate.trigger - _MINISTERS_REACH) : candidate.trigger]
        behind = lower[candidate.trigger : min(candidate.sentence.end, candidate.trigger + 2 * _MINISTERS_REACH)]
        between = behind[behind.index("between") :] if "between" in behind else []
        return any(b == "ministers" and (a == "foreign" or a in load_words().portfolios) for a, b in pairwise([*words, "", *between]))

    def _unless_head(self, side: Side) -> Side:
        """Whoever heads a state or government is none of its foreign ministers."""
        offices = offices_of(self._layers, side.person) if side.person is not None else set[str]()
        return side._replace(person=None) if offices & _HEADS and "foreign_minister" not in offices else side

    def _heads(self, candidate: Candidate) -> list[Side]:
        """The heads of state or government whom the text has named, of the actors in view; nobody where it has not named two."""
        actors = {side.actor for side in self._of_last()}
        chosen: dict[ActorRef, Side] = {}
        for mention in reversed(self._layers.person_mentions.within(0, candidate.sentence.end)):
            person = self._layers.people[mention.person]
            if person.actor is not None and person.actor in actors and offices_of(self._layers, mention.person) & _HEADS:
                chosen.setdefault(person.actor, Side(mention.person, person.actor))
        return list(reversed(chosen.values())) if len(chosen) >= _PAIR else []

    def _as_many(self, candidate: Candidate, wanted: int) -> list[Side]:
        """ "The three": all officials that the text has named before, one of each actor, where they are as many, and more than a pair."""
        chosen: dict[ActorRef, Side] = {}
        met = {p.person: p.actor for report in self._all for p in report.participants}
        unnamed = (p for n in self._layers.nominals.within(0, candidate.trigger) if n.kind in ("office", "group") for p in n.people)
        for person in (*(m.person for m in self._layers.person_mentions.within(0, candidate.trigger)), *unnamed):
            actor = met.get(person) or self._layers.people[person].actor
            if actor is not None:
                chosen.setdefault(actor, Side(person, actor))
        if len(chosen) == wanted > _PAIR:
            return list(chosen.values())
        named = dict.fromkeys(m.person for m in self._layers.person_mentions.within(0, candidate.trigger))
        several = len(named) == wanted > _PAIR  # "the trio": two of one state, and one of another
        return [Side(p, met.get(p) or self._layers.people[p].actor) for p in named] if several else []

    def _office(self, candidate: Candidate) -> str:
        """The office that "the two presidents" names; empty where leaders, officials or sides are meant."""
        before = self._layers.tokens.lower[max(candidate.sentence.start, candidate.trigger - _NUMBER_REACH) : candidate.trigger]
        return next((word.removesuffix("s") for word in before if word in _OFFICES), "")

    def _bearers(self, candidate: Candidate, office: str) -> list[Side]:
        """Those of the meeting last told where all bear an office; else the last persons before of different actors who do."""
        last = self._of_last() if not self._together(candidate) else []
        bear = [s for s in last if s.person is not None and any(office in t.lower().split() for t in titles_of(self._layers, s.person))]
        if last and len(bear) == len(last) == (self._number(candidate) or _PAIR):
            return bear
        chosen: dict[ActorRef, Side] = {}
        for mention in reversed(self._layers.person_mentions.within(0, candidate.trigger)):
            person = self._layers.people[mention.person]
            if person.actor is not None and any(office in title.lower().split() for title in titles_of(self._layers, mention.person)):
                chosen.setdefault(person.actor, Side(mention.person, person.actor))
            if len(chosen) == (self._number(candidate) or 2):
                return list(reversed(chosen.values()))
        return []

    def _actors(self, candidate: Candidate) -> list[ActorRef]:
        return list(dict.fromkeys(side.actor for side in self._named(candidate) if side.actor is not None))

    def _number(self, candidate: Candidate) -> int | None:
        lower, numbers = self._layers.tokens.lower, load_numbers().parties
        start = max(candidate.sentence.start, candidate.trigger - _NUMBER_REACH)
        if "trio" in lower[start : candidate.trigger]:
            return _TRIO
        counted = (i for i in range(start, candidate.trigger) if lower[i] in numbers and lower[i + 1] not in _UNITS)
        return next((numbers[lower[i]] for i in counted), None)

    def _together(self, candidate: Candidate) -> list[Side]:
        """Those whom the same sentence before the trigger, or the sentence before it, names side by side ("X and Y")."""
        layers = self._layers
        number = layers.sentence_of[candidate.trigger]
        named = dict.fromkeys(m.person for m in layers.person_mentions.within(candidate.sentence.start, candidate.trigger))
        pair = [Side(p, layers.people[p].actor or self._described.actor(p)) for p in named]
        if len(pair) == len({side.actor for side in pair} - {None}) == _PAIR:
            return pair
        for sentence in reversed(layers.sentences[max(0, number - 1) : number + 1]):
            end = min(sentence.end, candidate.trigger)
            for nominal in layers.nominals.within(sentence.start, end):
                aside = sentence is not candidate.sentence and self.told is not None and _is_aside(layers, nominal.start)
                if nominal.kind == "group" and nominal.end <= end and not aside:
                    sides = [Side(p, layers.people[p].actor) for p in nominal.people]
                    if len({side.actor for side in sides if side.actor is not None}) >= 2:
                        return sides
        return []

    def _follows(self, candidate: Candidate) -> bool:
        """Whether "one" goes back to the meeting just named, whatever it was."""
        return self._layers.tokens.lower[candidate.trigger] == "one"

    def _host(self, candidate: Candidate) -> list[Side]:
        """Who takes part in all meetings so far; before any, the person whom the text names first."""
        if self._all:
            shared = set.intersection(*({p.person for p in report.participants} for report in self._all))
            own = [p for p in self._all[0].participants if p.person in shared and p.person is not None]
            met = {side.actor for side in candidate.sides}
            return [Side(p.person, p.actor) for p in sorted(own, key=lambda p: p.actor in met)][:1]
        first = next(iter(self._layers.person_mentions.within(0, candidate.sentence.start)), None)
        return [Side(first.person, self._layers.people[first.person].actor)] if first is not None else []

    def _of_last(self, *, following: bool = False) -> list[Side]:
        report = self.last if following else self.told or self.last
        if report is not None and report.kind == "visit" and not following:
            report = next((r for r in reversed(self._all) if sum(p.person is not None for p in r.participants) >= _PAIR), report)
        met = [p for p in report.participants if p.role != "accompanying"] if report is not None else []
        named = {p.actor for p in met if p.person is not None}
        return [Side(p.person, p.actor) for p in met if p.person is not None or p.actor not in named]

    def _named_next(self, candidate: Candidate) -> list[Side]:
        """Whom an article that opens with "the two ministers" names next, when they are two officials of two actors."""
        layers, number = self._layers, self._layers.sentence_of[candidate.trigger]
        if number > _OPENING_SENTENCES or layers.person_mentions.within(0, candidate.sentence.start):
            return []
        following = layers.sentences[number : number + 1 + _LOOK_AHEAD]
        named = dict.fromkeys(m.person for m in layers.person_mentions.within(candidate.trigger, following[-1].end))
        pair = [Side(person, layers.people[person].actor or self._described.actor(person)) for person in named]
        return pair if len(pair) == len({side.actor for side in pair} - {None}) == _PAIR else []

    def _before(self, candidate: Candidate) -> list[Side]:
        return named_together(self._layers, candidate.sentence)


def _is_aside(layers: Layers, index: int) -> bool:
    """Whether those named are only whose something is: "the deals made by X and Y", beside whom the text has others in view."""
    return layers.tokens.lower[index - 1] in _BELONGING


def named_together(layers: Layers, sentence: Sentence) -> list[Side]:
    """The persons of different actors that one of the sentences just before names together."""
    number = layers.sentence_of[sentence.start]
    for earlier in reversed(layers.sentences[max(0, number - _LOOK_BACK) : number]):
        mentions = layers.person_mentions.within(earlier.start, earlier.end)
        named = sorted(mentions, key=lambda m: _is_former(layers, m))
        nominals = layers.nominals.within(earlier.start, earlier.end)
        chosen: dict[ActorRef, Side] = {}
        for person in (*(m.person for m in named), *(p for n in nominals if n.kind in ("office", "group") for p in n.people)):
            actor = layers.people[person].actor
            if actor is not None:
                chosen.setdefault(actor, Side(person, actor))
        if len(chosen) >= 2:
            return list(chosen.values())
    return []


def _is_former(layers: Layers, mention: PersonMention) -> bool:
    """Whether a mention is of somebody who is in office or alive no more: "the late X", "former president X"."""
    start = max(layers.sentence_at(mention.start).start, mention.start - 1)
    return not _FORMER.isdisjoint(layers.tokens.lower[start : mention.name_start])
