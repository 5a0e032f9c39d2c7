"""Whom a person acts for where the text says it beside the name rather than in the title: "Mr. X (Guinea)", "its defence minister, X"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from etl.extract.grammar import BE, GENITIVE_S
from etl.extract.layers import Layers, PersonEntity, PersonMention, Sentence
from etl.extract.people.letters import of_lettered_body
from etl.extract.people.phrases import NATIONAL_TITLES
from etl.extract.titles.owners import actor_of_entity
from etl.lexicon.actors import load_actors
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words
from etl.records import ActorRef

_OWNERS: Final = frozenset({"its", "their"})
_LEADING: Final = frozenset({"headed", "led", "chaired", "co-chaired"})
_LEADERS: Final = frozenset({"leading", "heading", "chairing", "co-chairing"})
_PLURALS: Final = frozenset({"delegations", "sides", "ministries"})
_MEETING: Final = frozenset({"met", "with", "by", "on", "between"})
"""Words before whoever is met in "In Suva, she met with Minister X", "was received by X", "called on X"."""
_CHIEFS: Final = ("of the secretary - general", "of the secretary general")
_PAIR: Final = 2
_MAX_PREMODIFIERS: Final = 3


def stated_actor(layers: Layers, person: PersonEntity) -> ActorRef | None:
    """The actor that stands beside a person's name; None where none does."""
    for mention in layers.mentions_of(person.index):
        for read in _READERS:
            if (actor := read(layers, person, mention)) is not None:
                return actor
    return None


def _in_brackets(layers: Layers, _: PersonEntity, mention: PersonMention) -> ActorRef | None:
    """ "Mr. X (Guinea)", as minutes and summaries of debates have it."""
    words, end = layers.tokens.words, mention.end
    if end + 2 >= len(words) or words[end] != "(":
        return None
    state = layers.entity_at(end + 1)
    return state.actor if state is not None and state.kind == "state" and words[state.end : state.end + 1] == [")"] else None


def _of_mission(layers: Layers, person: PersonEntity, mention: PersonMention) -> ActorRef | None:
    """ "OSCE mission chief X": whose mission or team somebody leads."""
    lower, end = layers.tokens.lower, mention.name_start
    if _MISSIONS.isdisjoint(lower[max(0, end - _MISSION_REACH) : end]):
        return None
    body = next((e for e in layers.entities.within(max(0, end - _MISSION_REACH), end) if e.kind == "organization" and not e.nested), None)
    if body is None or not person.titles or lower[body.start - 1] in ("former", "ex"):
        return None
    between = lower[body.end : end]
    plain = all(word.rstrip(".").isalpha() for word in between)  # "WHO country representative Dr. X"
    return actor_of_entity(body) if between and between[0] in _MISSIONS and plain else None


_MISSION_REACH: Final = 7
_MISSIONS: Final = frozenset({"mission", "team", "delegation", "observer", "monitoring", "country", "office"})
"""What an organization sends, before the title of whoever leads it."""


def _owned(layers: Layers, _: PersonEntity, mention: PersonMention) -> ActorRef | None:
    """ "Nigeria is ready, its defence minister, X, said": the state named last before it in the sentence, or what opens the one before."""
    comma = mention.name_start - 1
    if layers.tokens.words[comma] != ",":
        return None
    sentence = layers.sentence_at(mention.start)
    title = next((t for t in layers.titles if t.end == comma), None)
    if title is None or _OWNERS.isdisjoint(layers.tokens.lower[max(sentence.start, title.start - _MAX_PREMODIFIERS) : title.start + 1]):
        return None
    before = [e for e in layers.entities.within(sentence.start, title.start) if e.kind in ("state", "organization") and not e.nested]
    if before or layers.tokens.lower[sentence.start] not in _OWNERS:
        return actor_of_entity(before[-1]) if before else None
    number = layers.sentence_of[sentence.start]
    opening = layers.sentences[number - 1].start if number else sentence.start
    subject = layers.entity_at(opening + (layers.tokens.lower[opening] == "the"))
    return actor_of_entity(subject) if subject is not None and subject.kind in ("state", "metonym", "organization") else None


def _of_owner(layers: Layers, _: PersonEntity, mention: PersonMention) -> ActorRef | None:
    """ "IGAD's lead mediator, Ambassador X": the organization whose own words for somebody stand before the comma."""
    lower, comma = layers.tokens.lower, mention.start - 1
    if comma < 1 or lower[comma] != ",":
        return None
    opening = max(layers.sentence_at(mention.start).start, comma - _OWNER_REACH)
    mark = next((i for i in range(comma - 1, opening, -1) if lower[i] in GENITIVE_S or not lower[i].isalpha()), None)
    if mark is None or lower[mark] not in GENITIVE_S or not 0 < comma - mark - 1 <= _OWNER_REACH or lower[comma - 1] not in _SENT_OUT:
        return None
    owner = layers.entities.ending(mark)
    return actor_of_entity(owner) if owner is not None and owner.kind in ("organization", "state", "metonym") else None


_OWNER_REACH: Final = 5
_SENT_OUT: Final = frozenset({"mediator", "envoy", "negotiator", "facilitator", "representative", "delegate", "coordinator", "observer"})


def _of_chief(layers: Layers, person: PersonEntity, mention: PersonMention) -> ActorRef | None:
    """ "The Special Representative of the Secretary-General for X, Y Z": the United Nations', where no other body is named beside it."""
    title = layers.tokens.lower[mention.start : mention.name_start]
    if "secretary" not in title or not any(chief in " ".join(title) for chief in _CHIEFS):
        return load_actors().ref("United Nations") if _is_sent(layers, person) else None
    named = [e for e in layers.entities.within(mention.start, mention.name_start) if e.kind == "organization" and not e.nested]
    return actor_of_entity(named[0]) if named else load_actors().ref("United Nations")


def _is_sent(layers: Layers, person: PersonEntity) -> bool:
    """Whether the article has told of the chief's envoy before it names one: "the Secretary-General's Special Envoy … Special Envoy X"."""
    lower = layers.tokens.lower
    sent = (title for title in layers.titles if title.title.title.lower() in _SENT and title.title.title in person.titles)
    owned = (title.start - 1 for title in sent if lower[title.start - 1] in GENITIVE_S)
    return any(" ".join(lower[max(0, mark - _SENDER_REACH) : mark]).endswith(_SENDERS) for mark in owned)


_SENT: Final = frozenset({"special envoy", "personal envoy", "special representative", "special adviser", "envoy"})
_SENDER_REACH: Final = 3
_SENDERS: Final = ("secretary - general", "secretary-general", "secretary general")


def _of_short_name(layers: Layers, _: PersonEntity, mention: PersonMention) -> ActorRef | None:
    """ "The Bank's Vice-President X": the one organization that the article names so in full."""
    lower, start = layers.tokens.lower, mention.start
    noun = next((i - 1 for i in range(start, mention.name_start) if lower[i] in GENITIVE_S), start - 2)
    noun = noun if noun >= start or (start > 1 and lower[start - 1] in GENITIVE_S) else -1
    if noun < 1 or not layers.tokens.is_capitalized(noun) or lower[noun - 1] != "the" or layers.entity_at(noun) is not None:
        return None
    whole = {e.actor for e in layers.entities if e.kind == "organization" and lower[noun] in e.actor.name.lower().split()}
    return whole.pop() if len(whole) == 1 else None


def _respective(layers: Layers, _: PersonEntity, mention: PersonMention) -> ActorRef | None:
    """ "The delegations of A and B were headed by X and Y": each leads the delegation of the state in the same place of the order."""
    sentence = layers.sentence_at(mention.start)
    lower = layers.tokens.lower[sentence.start : sentence.end]
    if _PLURALS.isdisjoint(lower):
        return None
    verb = next((k for k, word in enumerate(lower) if word in _LEADING or word in _LEADERS), None)
    if verb is None:
        return None
    index = sentence.start + verb
    within = (index, sentence.end) if lower[verb] in _LEADING else (sentence.start, index)
    led = list(dict.fromkeys(m.person for m in layers.person_mentions.within(*within)))
    states = _pair_of_states(layers, sentence, index)
    if len(led) != _PAIR or len(states) != _PAIR or mention.person not in led:
        return None
    return states[led.index(mention.person)]


def _pair_of_states(layers: Layers, sentence: Sentence, limit: int) -> list[ActorRef]:
    """The two states that a sentence names before a token, else the sentence before it; none where they are more or fewer."""
    number = layers.sentence_of[sentence.start]
    spans = [(sentence.start, limit)] + [(s.start, s.end) for s in layers.sentences[max(0, number - 1) : number]]
    for start, end in spans:
        named = [e.actor for e in layers.entities.within(start, end) if e.kind in ("state", "demonym")]
        states = list(dict.fromkeys(named))
        if len(states) > 1:
            return states
    return []


def _at_organ(layers: Layers, _: PersonEntity, mention: PersonMention) -> ActorRef | None:
    """ "At the Tongan Ministry of Fisheries, Permanent Secretary X said": who speaks there is of it."""
    sentence, lower = layers.sentence_at(mention.start), layers.tokens.lower
    if lower[sentence.start : sentence.start + 2] != ["at", "the"] or lower[mention.start - 1] != ",":
        return None
    owner = layers.entity_at(sentence.start + 2)
    if owner is None or owner.kind not in ("state", "demonym"):
        return None
    organs = load_party_words().field_organs
    return owner.actor if not organs.isdisjoint(lower[owner.end : mention.start]) else None


def _met_abroad(layers: Layers, person: PersonEntity, mention: PersonMention) -> ActorRef | None:
    """ "In Suva, she met with Deputy Minister X": who is met in a capital, by one who need not be named, is of that state."""
    sentence, lower = layers.sentence_at(mention.start), layers.tokens.lower
    if lower[sentence.start] != "in" or not any(title.lower().split()[-1] in NATIONAL_TITLES for title in person.titles):
        return None
    place = layers.entity_at(sentence.start + 1)
    if place is None or place.kind != "metonym" or lower[place.end : place.end + 1] != [","]:
        return None
    subject = lower[place.end + 1 : place.end + 2] in (["he"], ["she"], ["they"])
    return place.actor if subject and lower[mention.start - 1] in _MEETING else None


def _of_colleague(layers: Layers, _: PersonEntity, mention: PersonMention) -> ActorRef | None:
    """ "Her counterpart from (the Kingdom of) Norway, Mr. X"."""
    lower = layers.tokens.lower
    state = layers.entities.ending(mention.start - 1) if mention.start and lower[mention.start - 1] == "," else None
    if state is None or state.kind != "state":
        return None
    before = lower[: state.start - (lower[state.start - 1] == "the")][-2:]
    return state.actor if before[1:] in (["from"], ["of"]) and before[0] in load_party_words().colleague_nouns else None


def _in_city(layers: Layers, person: PersonEntity, mention: PersonMention) -> ActorRef | None:
    """ "In Managua, Interior Minister X said": who speaks in a capital is of that state, as nothing else is said."""
    sentence, lower = layers.sentence_at(mention.start), layers.tokens.lower
    place = layers.entity_at(sentence.start + 1) if lower[sentence.start] in ("in", "from") else None
    first = layers.mentions_of(person.index)[0]
    if place is None or place.kind != "metonym" or first != mention or not person.titles:
        return None
    if lower[mention.end : mention.end + 1] and lower[mention.end] in BE:
        return None  # "in Lima, Minister X was received by …": a guest there
    return place.actor if lower[place.end : place.end + 1] == [","] and mention.start == place.end + 1 else None


def _in_own_capital(layers: Layers, person: PersonEntity, mention: PersonMention) -> ActorRef | None:
    """ "Belarus dismissed it. “…,” Foreign Ministry spokesman X said in Minsk": of the state that the sentence before opens with."""
    lower, end = layers.tokens.lower, mention.end
    number = layers.sentence_of[mention.start]
    if not number or lower[end + 1 : end + 2] != ["in"] or not person.titles or lower[end] not in load_words().quote_verbs:
        return None
    place = layers.entity_at(end + 2)
    if place is None or place.kind != "metonym":
        return None
    numbers = range(max(0, number - _OPENED_BACK), number)
    openings = (layers.entity_at(layers.sentences[n].start) for n in numbers)
    return place.actor if any(e is not None and e.kind == "state" and e.actor == place.actor for e in openings) else None


_OPENED_BACK: Final = 2
_READERS: Final[tuple[Callable[[Layers, PersonEntity, PersonMention], ActorRef | None], ...]] = (
    _in_brackets,
    of_lettered_body,
    _of_mission,
    _owned,
    _of_owner,
    _of_chief,
    _of_short_name,
    _respective,
    _at_organ,
    _met_abroad,
    _of_colleague,
    _in_city,
    _in_own_capital,
)
"""In the order of trust."""
