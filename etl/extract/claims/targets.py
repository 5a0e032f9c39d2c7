"""At which state or organization a claim is aimed: whom it praises, thanks, urges, supports, opposes or promises something.

Only such acts have a target; a plain statement is aimed at nobody, whoever is named in it. The target is the object of the word that does
the act: of the cue ("thanked Oman for", "urged the Swiss side to"), or of the stance in what is said ("Peru supports Chile's bid"). It is
never an actor that merely stands somewhere in the sentence, and never the speaker's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from etl.extract.claims.draft import Draft
from etl.extract.claims.stances import Hit, clauses_of, stances_of
from etl.extract.grammar import BE, DETERMINERS, FINITE, HAVE, MODALS, RELATIVES
from etl.extract.layers import ACTOR_NAMES, Layers, Nominal, TokenSpan
from etl.lexicon.actors import load_actors
from etl.lexicon.parties import load_party_words
from etl.lexicon.speech import load_speech_words
from etl.records import Act, ActorRef

Actors = tuple[ActorRef, ...]

_DIRECTED: Final[frozenset[Act]] = frozenset(
    {"praise", "thank", "congratulate", "support", "oppose", "pledge", "urge", "propose", "convey"}
)
_GIVEN: Final[frozenset[Act]] = frozenset({"thank", "congratulate"})
"""Acts that are done to whom one talks to where nobody else is named: thanks for the welcome."""
_ASKING: Final[frozenset[Act]] = frozenset({"urge", "propose"})
"""Acts whose target is the subject of the clause that says what is to be done."""
_DEMANDS: Final[frozenset[Act]] = _ASKING | {"pledge"}
"""Acts that a cue of hoping leaves to what is hoped."""

_ENDS: Final = RELATIVES | frozenset('that because while when although but if after before as until whether ; : — – ( ) “ ” " .'.split())
"""What an object does not reach over."""
_LINKS: Final = frozenset("of by from with to".split())
"""Prepositions between the head of an object and whose it is: the support of Chile, the help given by Peru."""
_CIRCUMSTANCES: Final = frozenset(
    "for on in at against over about during since between among amid despite regarding concerning under within through toward".split()
)
"""Prepositions of why, when, where and against whom: what follows them is not whom the act is aimed at."""
_FINITE: Final = FINITE | BE | HAVE | MODALS
_ADDRESSED: Final = frozenset({"you", "him", "her", "them"})


def targets(layers: Layers, draft: Draft, act: Act, counterparts: Iterable[int]) -> Actors:
    """The actors at whom the claim is aimed. `counterparts`: the persons whom its speakers address."""
    if act not in _DIRECTED:
        return ()
    reader = _Reader(layers, _own(layers, draft), tuple(counterparts))
    cue = draft.attribution.cue if draft.attribution is not None else None
    if act == "convey":
        return reader.receiver(draft.content)
    if cue is not None and cue.act == act and cue.end <= draft.content.end:
        start = cue.end if cue.start < draft.content.start else draft.content.start
        return reader.object_of(TokenSpan(start, draft.content.end), act)
    found = next((found for clause, hit in _stances(layers, draft.content, act) if (found := reader.of_stance(clause, hit))), ())
    return found or (reader.object_of(draft.content, act) if cue is not None and act in _DEMANDS else ())


def _own(layers: Layers, draft: Draft) -> frozenset[ActorRef]:
    persons = (layers.people[index].actor for index in draft.holder.people)
    return frozenset(draft.holder.actors) | {actor for actor in persons if actor is not None}


def _stances(layers: Layers, content: TokenSpan, act: Act) -> Iterator[tuple[TokenSpan, Hit]]:
    for clause in clauses_of(layers, content):
        for hit in stances_of(layers, clause):
            if hit.stance.act == act:
                yield clause, hit


class _Reader:
    """Finds the actors in the object of an act."""

    def __init__(self, layers: Layers, own: frozenset[ActorRef], counterparts: tuple[int, ...]) -> None:
        self.layers = layers
        self.own = own
        self.counterparts = counterparts

    @property
    def others(self) -> Actors:
        """The actors of those whom the speakers address."""
        persons = [self.layers.people[index].actor for index in self.counterparts]
        return tuple(dict.fromkeys([actor for actor in persons if actor is not None and actor not in self.own]))

    def of_stance(self, clause: TokenSpan, hit: Hit) -> Actors:
        """The target of an act that a stance in a clause does."""
        act = hit.stance.act
        if act in _ASKING:
            return self._subject(clause, hit.at)
        found = self.object_of(TokenSpan(hit.end, clause.end), act)
        return found or (self._subject(clause, hit.at) if act == "praise" else ())

    def object_of(self, span: TokenSpan, act: Act) -> Actors:
        """The first actor in the object that a span opens with."""
        lower = self.layers.tokens.lower
        index = span.start
        if act in _ASKING and lower[index : index + 1] == ["that"]:
            index += 1
        opening, seen = index, False
        while index < span.end and not self._ends(index, span, seen=seen, opening=opening, act=act):
            if act == "oppose" and self._suffers(index, span):
                break
            nominal = self._nominal(index)
            actors = self._actors(index, nominal)
            if actors and not self._names_event(index):
                return self._receiving_organ(index) or actors if act in _GIVEN else actors
            if lower[index] in _ADDRESSED or (nominal is not None and self._is_addressed(nominal, act)):
                return self.others
            if lower[index] in load_party_words().renamed_states and "the" in lower[opening:index]:
                return self._last_before(opening)
            seen = seen or (nominal is not None and bool(nominal.people))
            index += 1
        if act == "pledge":
            return self._after("with", span)
        return self.others if act in _GIVEN and opening < span.end and lower[opening] in _CIRCUMSTANCES else ()

    def receiver(self, span: TokenSpan) -> Actors:
        """To whom greetings or an invitation go."""
        return self._after("to", span) or self.object_of(span, "convey")

    def _after(self, preposition: str, span: TokenSpan) -> Actors:
        """The first actor right after a preposition, in the clause that a span opens with."""
        lower = self.layers.tokens.lower
        for index in range(span.start + 1, span.end):
            if lower[index] in _ENDS:
                break
            if lower[index - 1] == preposition:
                step = index + (lower[index] in DETERMINERS)
                if found := self._actors(step, self._nominal(index) or self._nominal(step)):
                    return found
        return ()

    def _last_before(self, index: int) -> Actors:
        """The actor named last in the sentence before a token: "the nation" stands for it."""
        sentence = self.layers.sentence_at(index)
        named = [found for at in range(sentence.start, index) if (found := self._actors(at, self._nominal(at)))]
        return named[-1] if named else ()

    def _is_addressed(self, nominal: Nominal, act: Act) -> bool:
        """Whether a description stands for whom the speaker talks to."""
        if nominal.kind == "parties":
            return act in _ASKING
        return nominal.head in load_party_words().other_party_nouns

    def _ends(self, index: int, span: TokenSpan, *, seen: bool, opening: int, act: Act) -> bool:
        """Whether an object that opened at a token is over: at a clause, at a comma, and at a preposition of circumstance."""
        lower = self.layers.tokens.lower
        word = lower[index]
        if index == opening:
            return word in _ENDS and word not in ("“", '"')
        if word in _ENDS or word in _FINITE or word == ",":
            return True
        if word == "to" and act == "pledge":
            return False
        if word == "to":
            return index + 1 >= span.end or (self._nominal(index + 1) is None and not self._actors(index + 1, None))
        if word in _LINKS:
            return seen
        return word in _CIRCUMSTANCES

    def _names_event(self, index: int) -> bool:
        """Whether a token stands in the name of an event: who wishes a party's congress success does not wish it to the party's state."""
        named = self.layers.initiatives.covering(index)
        return bool(named) and any(initiative.kind == "forum_event" for initiative in named)

    def _receiving_organ(self, index: int) -> Actors:
        """The state organ whose name begins at a token: thanks are given to it, while demands on it are demands on its state."""
        start = index + (self.layers.tokens.lower[index] in DETERMINERS)
        entity = self.layers.entity_at(start)
        organ = entity is not None and load_actors().organization_kinds.get(entity.name) == "state_organ"
        return (entity.actor,) if entity is not None and organ else ()

    def _suffers(self, index: int, span: TokenSpan) -> bool:
        """Whether what follows "of" suffers what is opposed: the killing of X. Whose doing it is stands before it."""
        lower = self.layers.tokens.lower
        return lower[index] == "of" and index > span.start and lower[index - 1] in load_speech_words().suffered_nouns

    def _subject(self, clause: TokenSpan, end: int) -> Actors:
        """Who shall do what a clause asks for: its subject, if it is not the speaker's own side."""
        lower = self.layers.tokens.lower
        while end > clause.start and (lower[end - 1].endswith("ly") or lower[end - 1] in ("also", "always", ",")):
            end -= 1
        nominal = self.layers.nominals.ending(end)
        if nominal is None or nominal.start < clause.start:
            return ()
        if nominal.kind == "parties" or lower[nominal.start] in _ADDRESSED:
            return self.others
        return tuple(actor for actor in nominal.actors if actor not in self.own)

    def _nominal(self, index: int) -> Nominal | None:
        return self.layers.nominals.starting(index)

    def _actors(self, index: int, nominal: Nominal | None) -> Actors:
        """The actors of the nominal or of the names that begin at a token."""
        if nominal is not None and nominal.actors:
            found: Iterable[ActorRef] = nominal.actors
        elif not self.layers.tokens.is_capitalized(index):
            return ()
        else:
            found = [e.actor for e in self.layers.entities.within(index, index + 1) if e.kind in ACTOR_NAMES and e.kind != "metonym"]
        return tuple(dict.fromkeys(actor for actor in found if actor not in self.own))
