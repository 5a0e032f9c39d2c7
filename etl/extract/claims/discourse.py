"""What the sources of reported speech stand for: names, offices, descriptions, pronouns and bodies, as the text has come so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from etl.extract.claims.bodies import (
    again_unnamed,
    body_of,
    country_of,
    issuer_of,
    names_another,
    nation_of,
    renamed,
    singular,
    spelled_out,
    unnamed_voices,
)
from etl.extract.claims.declaring import titled
from etl.extract.claims.descriptions import described_person, described_spokesman
from etl.extract.claims.joint import makers_of
from etl.extract.claims.openings import statement_start
from etl.extract.claims.pronouns import pronoun_holder
from etl.extract.claims.several import several_holder
from etl.extract.claims.talk import Holder, Talk, words_of
from etl.extract.layers import ACTOR_NAMES, Nominal, Sentence
from etl.lexicon.numbers import load_numbers
from etl.lexicon.parties import load_party_words
from etl.records import ActorRef

_PAIR: Final = 2
_UNNAMED_REACH: Final = 80
"""Tokens within which somebody unnamed is spoken of again."""
_SPOKESMEN: Final = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_MAX_OWN: Final = 3
"""Tokens of "his (new) government"."""


@dataclass(slots=True)
class Discourse(Talk):
    """The state of an article, and what the sources of its sentences stand for."""

    def resolve(self, nominal: Nominal | None, sentence: Sentence, excluded: frozenset[int] = frozenset()) -> Holder | None:
        """What a source nominal stands for; None when it cannot be told."""
        if nominal is None:
            return None
        if nominal.kind == "office" and not self._says_whose(nominal) and self.answers(sentence) and self._speaks(nominal.people):
            nominal = nominal._replace(people=(), actors=())  # "In response, the Minister …": another minister
        if nominal.kind == "office" and nominal.people and self._is_unnamed_again(nominal):
            nominal = nominal._replace(people=(), actors=())  # "a senior minister said … The minister added": that one
        if nominal.kind == "person" and len(nominal.people) == 1 and len(nominal.actors) == 1:
            self.introduced.setdefault(nominal.people[0], nominal.actors)
        if nominal.kind == "person" and (served := self._named_after(nominal, sentence)):
            self.introduced.setdefault(nominal.people[0], served)
        if nominal.kind == "group" or (nominal.kind in ("person", "office") and nominal.people):
            return Holder(nominal.people, self.actors_of(nominal.people) or nominal.actors, 1.0 if nominal.kind != "office" else 0.9)
        before, speaker = self.before(sentence, nominal.start)
        described = described_spokesman(self.layers, nominal, before)
        if described is None and not self._is_unnamed_again(nominal):
            described = described_person(self.layers, nominal, before, self.home, speaker)
        if described is not None:
            return Holder((described.person,), self.actors_of((described.person,)), described.sure)
        if nominal.kind in ("office", "role") and nominal.head in load_party_words().other_party_nouns and not nominal.people:
            people = self.counterparts(self.floor.people if self.floor else ())
            return Holder(people, self.actors_of(people), 0.7)
        if self._is_speaker_again(nominal) and self.floor is not None:
            return self.floor._replace(sure=0.6)
        if self._is_own_side(nominal) and self.floor is not None:
            return self.floor._replace(sure=0.7)  # "his country supports …": whoever has spoken says so
        if nominal.kind == "pronoun":
            return pronoun_holder(self, nominal, sentence)
        if self._are_those_who_met(nominal, sentence):
            nominal = nominal._replace(kind="parties", head="leaders")
        if self._are_of_both(nominal):
            nominal = nominal._replace(kind="parties", head="sides")
        if nominal.kind == "parties" and (voices := unnamed_voices(self, nominal)) is not None:
            return voices
        if nominal.kind == "parties":
            parties = several_holder(self, nominal, excluded)
            nobody = parties is None or not (parties.people or parties.actors)
            if nobody and not nominal.actors and (signers := self._signers(nominal)):
                return Holder((), signers, 0.7, words_of(nominal))
            unnamed = nominal.actors and nobody
            return Holder((), nominal.actors, 0.7, words_of(nominal)) if unnamed else parties
        if nominal.kind == "actor" and nominal.head in load_party_words().side_nouns and (voice := self._voice_of(nominal)) is not None:
            return voice
        if not nominal.actors and self._have_signed(nominal) and (signers := self._signers(nominal)):
            return Holder((), signers, 0.7, words_of(nominal))
        if makers := makers_of(self, nominal, sentence):
            self.joint = Holder((), makers, 0.7, words_of(nominal))
            return self.joint
        actors = nominal.actors or again_unnamed(self, nominal) or body_of(self, nominal)
        actors = (
            actors
            or issuer_of(self, nominal, sentence)
            or renamed(self, nominal)
            or country_of(self, nominal, sentence)
            or spelled_out(self, nominal)
            or nation_of(self, nominal)
        )
        if not actors and nominal.head in load_party_words().renamed_organizations and names_another(self, nominal):
            self.organization = None  # "the Chilean rights group Red Sur": another than the one before
        if actors and nominal.head:
            self.voices[singular(nominal.head)] = actors
        sure = {"actor": 0.8, "office": 0.4}.get(nominal.kind, 0.6)
        return Holder((), actors, sure, words_of(nominal))

    def _are_those_who_met(self, nominal: Nominal, sentence: Sentence) -> bool:
        """Whether "Ministers", without an article at the head of a sentence of a readout, are those whose meeting it reports."""
        alone = nominal.kind == "role" and nominal.plural and nominal.end - nominal.start == 1 and not nominal.actors
        told = self.meeting is not None and len(self.meeting.participants) > 1 and (self.readout or self.official)
        return (
            alone and told and nominal.head in load_party_words().leader_nouns and nominal.start == statement_start(self.layers, sentence)
        )

    def _are_of_both(self, nominal: Nominal) -> bool:
        """Whether somebody unnamed is of both sides: "the delegations of the two countries", "the teams from both countries"."""
        tail = self.layers.nominals.ending(nominal.end)
        plural = nominal.kind == "role" and nominal.plural and not nominal.actors and tail is not None and tail.start > nominal.start + 1
        return plural and tail is not None and tail.kind == "parties" and self.layers.tokens.lower[tail.start - 1] in ("of", "from")

    def _have_signed(self, nominal: Nominal) -> bool:
        """Whether a phrase stands for all who make a statement: "the undersigned ministers", "our countries"."""
        lower = self.layers.tokens.lower
        ours = lower[nominal.start] == "our" and nominal.plural
        ours |= lower[nominal.start : nominal.end] in (["our", "countries"], ["our", "states"], ["our", "governments"])
        return ours or (nominal.plural and nominal.head in load_party_words().leader_nouns)

    def _signers(self, nominal: Nominal) -> tuple[ActorRef, ...]:
        """Those whom the title of a statement lists, when a phrase does not count fewer of them: "the three ministers" of four."""
        signers, counts = titled(self.layers), load_numbers().speakers
        words = self.layers.tokens.lower[nominal.start : nominal.end]
        return signers if all(counts.get(word, len(signers)) == len(signers) for word in words) else ()

    def _voice_of(self, nominal: Nominal) -> Holder | None:
        """The one person who takes part for a side: "the Moldovan side" speaks by its minister."""
        if self.meeting is None or len(nominal.actors) != 1:
            return None
        people = [p.person for p in self.meeting.participants if p.person is not None and p.actor == nominal.actors[0]]
        named = [p for p in dict.fromkeys(people) if self.layers.people[p].name]
        return Holder((named[0],), nominal.actors, 0.7) if len(named) == 1 else None

    def _is_speaker_again(self, nominal: Nominal) -> bool:
        """Whether "the official" is the one named official who has the floor, no other having been quoted without a name."""
        lower, noun = self.layers.tokens.lower, singular(nominal.head)
        again = nominal.end - nominal.start == 2 and lower[nominal.start] == "the" and noun in load_party_words().unnamed_voices
        speaks = self.floor is not None and len(self.floor.people) == 1 and bool(self.layers.people[self.floor.people[0]].titles)
        return again and speaks and not nominal.plural and not nominal.people and noun not in self.voices

    def _is_unnamed_again(self, nominal: Nominal) -> bool:
        """Whether "the minister" goes back to "a senior cabinet minister", who has come in since anybody of that office was named."""
        lower, head = self.layers.tokens.lower, nominal.head
        if nominal.kind not in ("office", "role") or nominal.end - nominal.start != _PAIR or lower[nominal.start] != "the":
            return False
        for earlier in reversed(self.layers.nominals.within(max(0, nominal.start - _UNNAMED_REACH), nominal.start)):
            if lower[earlier.end - 1] == head and not earlier.people and not earlier.plural:
                if lower[earlier.start] in ("a", "an", "another"):
                    return True
            elif earlier.people and any(head in title.lower().split() for p in earlier.people for title in self.layers.people[p].titles):
                return False
        return False

    def _is_own_side(self, nominal: Nominal) -> bool:
        """Whether it is the country or government of whoever spoke: one person, "his delegation"."""
        lower, floor = self.layers.tokens.lower, self.floor
        owned = lower[nominal.start] in ("his", "her") and lower[nominal.end - 1] in load_party_words().own_side_nouns
        return owned and nominal.end - nominal.start <= _MAX_OWN and floor is not None and len(floor.people) == 1

    def _named_after(self, nominal: Nominal, sentence: Sentence) -> tuple[ActorRef, ...]:
        """For whom somebody speaks who is named for the first time and without a title: "a spokesman for X denied it.¶ “…,” Y Z said"."""
        floor, mentions = self.floor, self.layers.mentions_of(nominal.people[0]) if len(nominal.people) == 1 else []
        if floor is None or floor.people or floor.words is None or not mentions or mentions[0].start < sentence.start:
            return ()
        person, lower = self.layers.people[nominal.people[0]], self.layers.tokens.lower
        plain = person.actor is None and not person.titles and person.known_by == "text" and " " in (person.name or "")
        near = sentence.paragraph <= self.floor_paragraph + 1 and lower[floor.words.start] in ("a", "an")
        spokesman = not _SPOKESMEN.isdisjoint(lower[floor.words.start : floor.words.end])
        return floor.actors if plain and near and spokesman else ()

    def _says_whose(self, nominal: Nominal) -> bool:
        """Whether a description names the state or body of the office."""
        return any(e.kind in ACTOR_NAMES for e in self.layers.entities.within(nominal.start, nominal.end))

    def _speaks(self, people: tuple[int, ...]) -> bool:
        return bool(people) and self.floor is not None and people == self.floor.people
