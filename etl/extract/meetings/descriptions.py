"""What the words around a name say of a person's state and office: "Peru's chief of staff, Gen. X", "X, adviser to Peru's President"."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import FINITE
from etl.extract.layers import ACTOR_NAMES, Entity, Layers, PersonMention
from etl.extract.meetings.objects import LEADERSHIP
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.parties import load_party_words
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words
from etl.records import ActorRef

_BEFORE, _AFTER = 14, 14
"""Tokens before and after a name among which a description of its bearer may stand."""
_BOUNDS: Final = frozenset('; . : ( ) with between among by from that who which whose while when where as but than to told " “ ”'.split())
"""What a description does not reach over. "To" is one only before a name: "sent to X", and "adviser to the President of A" after it."""
_OCCASIONS: Final = frozenset({"in", "on", "at", "during", "within"})
"""Prepositions that behind a comma open when and where something was, and no office."""
_LINKS: Final = frozenset({"of", "for", "to"})
_DELEGATIONS: Final = frozenset({"delegation", "delegations", "mission"})
"""Those whom somebody leads to a meeting in a public office, whatever it is."""
_ADDRESSEES: Final = frozenset({"to", "in", "on", "at", "from", "with"})
"""Prepositions of a state to which somebody is sent or of which is spoken."""


class Descriptions:
    """What the text says of each person's state and office, read once for each."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._actors: dict[int, ActorRef | None] = {}
        self._offices: dict[int, bool] = {}

    def actor(self, person: int) -> ActorRef | None:
        """The state or organization that stands with a person's name, in the title or in a description around it; None when none does."""
        if person not in self._actors:
            self._actors[person] = _stated_actor(self._layers, person)
        return self._actors[person]

    def in_office(self, person: int) -> bool:
        """Whether a noun of office stands in the description of a person, though no title was read."""
        if person not in self._offices:
            self._offices[person] = _is_described_in_office(self._layers, person)
        return self._offices[person]


def _stated_actor(layers: Layers, person: int) -> ActorRef | None:
    known = layers.people[person].actor
    if known is not None and (layers.people[person].known_by == "name" or layers.people[person].name is None):
        return known  # an office without a name is told by its state
    mentions = layers.mentions_of(person)
    for mention in mentions:
        inside = layers.entities.within(mention.start, mention.end)
        if known is not None and any(e.kind in ACTOR_NAMES and e.actor == known for e in inside):
            return known
    if known is not None and any(e.actor == known for mention in mentions for e in _owners_after(layers, mention)):
        return known  # "X, minister of A, Y, minister of B": the office of each stands behind the name
    beside = next((actor for mention in mentions if (actor := _beside(layers, mention)) is not None), None)
    return beside or next((actor for mention in mentions if (actor := _of_delegation(layers, mention)) is not None), None)


def _delegation(layers: Layers, mention: PersonMention) -> int | None:
    """Where the delegation stands of "a Peruvian delegation headed by X"; None where nobody of the kind is led."""
    lower, sentence = layers.tokens.lower, layers.sentence_at(mention.start)
    start = mention.start - (lower[mention.start - 1] == "the")
    if lower[start - 1 : start] != ["by"] or lower[start - 2] not in LEADERSHIP:
        return None
    for index in range(start - 3, max(sentence.start, start - _BEFORE) - 1, -1):
        if lower[index] in _DELEGATIONS:
            return index
        if lower[index] in FINITE or lower[index] in ("and", ";"):
            return None
    return None


def _of_delegation(layers: Layers, mention: PersonMention) -> ActorRef | None:
    """Whose delegation somebody heads: "a delegation of the Peruvian Senate led by X", "the Peruvian delegation, headed by X,"."""
    at = _delegation(layers, mention)
    if at is None:
        return None
    words = layers.tokens.lower
    inside = [e for e in layers.entities.within(max(layers.sentence_at(at).start, at - 3), mention.start) if e.kind in ACTOR_NAMES]
    owners = [e for e in inside if e.start > at or (e.kind != "metonym" and "," not in words[e.end : at])]
    return owners[0].actor if owners else None


def _is_described_in_office(layers: Layers, person: int) -> bool:
    offices = load_meeting_words().government_titles
    lower = layers.tokens.lower
    return any(
        not offices.isdisjoint(lower[_start(layers, m) : m.name_start])
        or not offices.isdisjoint(lower[m.name_end : _end(layers, m)])
        or _delegation(layers, m) is not None
        for m in layers.mentions_of(person)
    )


def _start(layers: Layers, mention: PersonMention) -> int:
    """Where the description before a name begins."""
    lower, sentence = layers.tokens.lower, layers.sentence_at(mention.start)
    start = mention.name_start
    titled = not load_meeting_words().government_titles.isdisjoint(lower[mention.start : mention.name_start])
    while start > max(sentence.start, mention.name_start - _BEFORE) and not _bounds(layers, start - 1, mention, before=True):
        if titled and start <= mention.start and lower[start - 1] == ",":
            break  # "Kenya's tea, Minister X said": the title has its own beginning
        start -= 1
    if lower[start : start + 1] == ["and"]:
        start += 1
    return start


def _end(layers: Layers, mention: PersonMention) -> int:
    """Where the description after a name and its comma ends."""
    lower, sentence = layers.tokens.lower, layers.sentence_at(mention.start)
    end = mention.name_end
    if lower[end : end + 1] not in ([","], ["("], ["of"]):
        return end
    end += 1
    while end < min(sentence.end, mention.name_end + _AFTER) and not _bounds(layers, end, mention, before=False):
        end += 1
    return end


def _bounds(layers: Layers, index: int, mention: PersonMention, *, before: bool) -> bool:
    """Whether a description ends at a token: at a verb, another person, a comma after a verb or what opens another phrase."""
    lower = layers.tokens.lower
    word = lower[index]
    if (word in _BOUNDS and (before or word != "to")) or (before and word == "on"):
        return True
    if word in FINITE and word != "'s":
        return True
    if not before and word in _OCCASIONS and lower[index - 1] == ",":
        return True  # "X, on the sidelines of the Assembly"
    if word in load_words().quote_verbs or word in load_speech_words().irregular_pasts or _is_past(word):
        return True
    if before and word == "and" and (lower[index - 1] == "," or layers.person_mentions.covering(index - 1)):
        return True
    if not before and word == "and" and lower[index + 1 : index + 2] != ["for"] and any(layers.tokens.capitalized[index + 1 : index + 2]):
        return not layers.in_office[index]
    others = layers.person_mentions.covering(index)
    return bool(others) and any(other.person != mention.person for other in others)


def _is_past(word: str) -> bool:
    """Whether a regular form ends a description: "paid" and "received" do, an attribute of the office does not."""
    return word in load_meeting_terms().verbs and word.endswith(("ed", "met", "held"))


def _beside(layers: Layers, mention: PersonMention) -> ActorRef | None:
    """The actor that owns the office described before or after a name, the nearest first; in "X of A, Y of B, …" that after it."""
    if (state := state_after(layers, mention)) is not None and layers.tokens.lower[mention.name_start - 1] in (",", "and"):
        return state
    before = [e for e in layers.entities.within(_start(layers, mention), mention.name_start) if _owns(layers, e)]
    if before:
        return before[-1].actor if layers.tokens.lower[before[-1].start - 1] == "of" else before[0].actor
    after = _owners_after(layers, mention)
    return after[0].actor if after else None  # whose envoy, before the state for which: "the U.S. envoy for Yemen"


def _owners_after(layers: Layers, mention: PersonMention) -> list[Entity]:
    """The actors that own an office in the description behind a name."""
    return [e for e in layers.entities.within(mention.name_end, _end(layers, mention)) if _owns(layers, e)]


def state_after(layers: Layers, mention: PersonMention) -> ActorRef | None:
    """The state of "X of the Republic of Peru", right after a name."""
    lower, end = layers.tokens.lower, mention.name_end
    if lower[end : end + 1] not in (["of"], ["from"]):
        return None
    state = layers.entity_at(end + 1 + (lower[end + 1 : end + 2] == ["the"]))
    return state.actor if state is not None and state.kind == "state" else None


def _owns(layers: Layers, entity: Entity) -> bool:
    """Whether an office is of an actor: "Peruvian", "Peru's", "of Peru", "of the Republic of Peru", "the UNDP director"; not "to Peru"."""
    if entity.kind not in ACTOR_NAMES or entity.kind == "metonym" or entity.nested:
        return False
    lower = layers.tokens.lower
    before = lower[entity.start - 1] if lower[entity.start - 1] != "the" else lower[entity.start - 2]
    if lower[entity.end : entity.end + 1] in (["'s"], ["'"]):
        return True
    if before in _ADDRESSEES:
        return False
    if before == "for" and lower[lower.index("for", entity.start - 2) - 1] in load_party_words().envoy_titles:
        return False  # "the envoy for Yemen" is not its
    written = layers.tokens.surface(entity.start, entity.end)
    short = entity.kind == "state" and ("." in written or written.isupper())  # "the U.S. envoy", "the UK envoy"
    return short or entity.kind in ("demonym", "organization") or before in _LINKS
