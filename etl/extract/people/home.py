"""Whose country an article is written in: the state whose officials it need not call by it."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Final

from etl.extract.filing import filed_from
from etl.extract.layers import ACTOR_NAMES, Entity, Layers, once
from etl.extract.people.publishing import publisher_state, publishing_body, state_in_name, state_itself_in
from etl.extract.wordlists import WordList
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_words
from etl.lexicon.naming import load_naming_words
from etl.lexicon.parties import load_party_words
from etl.lexicon.people import load_people
from etl.lexicon.publishers import state_of_medium
from etl.records import ActorRef

_HEADING_LINES: Final = 4
_CLOSING_LINES: Final = 4
_MAX_HEADING: Final = 14
"""Tokens of a line that may stand above a text."""
_HEADLINE_WEIGHT: Final = 3
_STATE_NAMES: Final = frozenset({"state", "demonym", "metonym"})
_TOLD_OF, _OF_ORGAN, _ORGAN_REACH = 3, 2, 2
"""How much a state is named in a report that tells of it, how much a name beside a word of government counts, and how near that stands."""
_AGAIN: Final = 2
"""How often a state is named at least in a report that tells of it."""
_GUESTS: Final = frozenset("ambassador ambassadors envoy envoys embassy consulate delegation guest visitors".split())
"""Words behind a state's name of those who are abroad."""
_HOST_NAMED: Final = 2
"""How often a report from abroad names the state it is filed from when it is that one's officials of whom it writes."""


def home_state(layers: Layers) -> ActorRef | None:
    """The state whose officials the article need not call by it: its publisher's, else the one that it was written in or tells of."""
    publisher = publisher_state(layers)
    if publisher is not None:
        return publisher
    home = _written_at(layers)
    return (_told_of(layers, home) or home) if home is not None else None


def _told_of(layers: Layers, home: ActorRef) -> ActorRef | None:
    """The other state that a report from abroad tells of: it names that one again and again, and its own home and its people nowhere.

    "The defence minister" in a paper of Dublin's report on Caracas is Venezuela's. Whose envoys or guests it tells of is not at home.
    """
    actors = load_actors()
    if any(person.actor == home and person.known_by == "name" for person in layers.people) or home in in_headline(layers):
        return None
    told, named = Counter[ActorRef](), Counter[ActorRef]()
    for entity in layers.entities:
        if layers.tokens.starts[entity.start] < layers.article.lead:
            continue
        place = actors.places.get(entity.name, ("", ""))[1] if entity.kind == "place" else ""
        state = ActorRef("state", place) if place else entity.actor if entity.kind in _STATE_NAMES and not entity.nested else None
        if state == home:
            return None
        if state is not None:
            told[state] += _weight_abroad(layers, entity)
            named[state] += 1
    told.update(dict.fromkeys(in_headline(layers), 1))
    known = {person.actor for person in layers.people if person.actor is not None and person.known_by == "name"}
    told.update(dict.fromkeys((actor for actor in known if actor.kind == "state"), _OF_ORGAN))
    named.update([*in_headline(layers), *known])
    ranked = told.most_common(2)
    if not ranked or ranked[0][0].kind != "state" or ranked[0][1] < _TOLD_OF or named[ranked[0][0]] < _AGAIN:
        return None
    return ranked[0][0] if len(ranked) < 2 or 2 * ranked[0][1] >= 3 * ranked[1][1] else None


def _weight_abroad(layers: Layers, entity: Entity) -> int:
    """How much a name tells that an article is about its state: more with a word of government behind it, the contrary with an envoy."""
    index = entity.end + (layers.tokens.lower[entity.end : entity.end + 1] in (["'s"], ["'"]))
    words, parties = layers.tokens.lower[index : index + _ORGAN_REACH], load_party_words()
    if not parties.envoy_titles.isdisjoint(words) or not _GUESTS.isdisjoint(words):
        return -_TOLD_OF
    return 1 + _OF_ORGAN * (not parties.state_voices.isdisjoint(words))


@once
def in_headline(layers: Layers) -> set[ActorRef]:
    """The states whose names and capitals stand in the headline."""
    actors, found = load_actors(), set[ActorRef]()
    for word in (layers.article.title or "").replace(",", " ").split():
        name = word.removesuffix("'s").removesuffix("’s")
        for table in (actors.by_name, actors.by_demonym, actors.by_metonym):
            if (actor := table.get(name)) is not None and actor.kind == "state":
                found.add(actor)
    return found


def _written_at(layers: Layers) -> ActorRef | None:
    """The state of the publisher or the dateline, as far as they tell."""
    filed = _filed_from(filed_from(layers)) or _opens_with_place(layers)
    if filed is not None and not layers.article.publisher and (sender := _of_correspondent(layers, filed)) is not None:
        return sender  # an agency writes for readers anywhere
    worldwide = (layers.article.publisher or "").lower() in load_naming_words().world_agency_names
    if filed is not None and worldwide:
        return filed
    actors = load_actors()
    medium = actors.by_name.get(layers.article.publisher or "")
    state = actors.state_of(medium) if medium is not None and not worldwide else None
    if state is not None:
        return ActorRef("state", state)
    national = state_of_medium(layers.article.publisher or "") if not worldwide else None
    if national is not None:
        named = [e for e in layers.entities if e.kind in ("state", "demonym", "metonym") and e.actor == filed]
        return filed if filed is not None and len(named) >= _HOST_NAMED else national
    written = _written_in(layers) or _written_here(layers)
    return filed or written or _state_of_paper(layers) or _unlabelled(layers) or _of_ministry(layers)


def _of_correspondent(layers: Layers, filed: ActorRef) -> ActorRef | None:
    """The one state whose well-known officials a report from abroad calls by no state, while it calls those of the place by theirs.

    "MOSCOW - Secretary of State X met Soviet leader Y": of an American paper.
    """
    called: dict[ActorRef, bool] = {}
    """Whether the first official of a state is called by it."""
    for mention in sorted(layers.person_mentions, key=lambda mention: mention.start):
        person = layers.people[mention.person]
        if person.known_by != "name" or person.actor is None or person.actor.kind != "state" or not person.titles:
            continue
        beside = layers.entities.within(max(0, mention.start - 1), min(mention.end + _BESIDE, len(layers.tokens)))
        called.setdefault(person.actor, any(e.kind in ACTOR_NAMES and e.actor == person.actor for e in beside))
    plain = [state for state, named in called.items() if not named]
    return plain[0] if called.get(filed) and len(plain) == 1 else None


_BESIDE: Final = 4
"""Tokens behind a name among which the state of its bearer is named."""


def _opens_with_place(layers: Layers) -> ActorRef | None:
    """The state of a city with which a text opens, before a dash or a date: "Lusaka - The Minister of Ports …"."""
    first = next((e for e in layers.entities.within(0, 1) if e.start == 0 and e.kind in ("place", "metonym")), None)
    if first is None:
        return None
    dated = layers.dates.starting(first.end) is not None
    if not dated and layers.tokens.words[first.end : first.end + 1] not in (["-"], ["--"], ["–"], ["—"], [":"], ["("]):
        return None
    return first.actor if first.kind == "metonym" else _filed_from(layers.tokens.surface(first.start, first.end))


def _filed_from(dateline: str | None) -> ActorRef | None:
    """The state of a dateline: that of the country it names, or of its city."""
    if not dateline:
        return None
    actors = load_actors()
    for part in reversed([part.strip() for part in dateline.split(",")]):
        for form in (part, part.title()):
            state = actors.by_name.get(form) or actors.by_metonym.get(form)
            if state is not None and state.kind == "state":
                return state
            if form in actors.places and actors.places[form][1]:
                return ActorRef("state", actors.places[form][1])
    return None


def _unlabelled(layers: Layers) -> ActorRef | None:
    """The state of the first official, if the reader is expected to know it: "President X received …" without a state beside the name."""
    first = min(layers.person_mentions, key=lambda mention: mention.start, default=None)
    person = layers.people[first.person] if first is not None else None
    if first is None or person is None or person.known_by != "name" or person.actor is None or person.actor.kind != "state":
        return None
    opening = layers.sentence_at(first.start).start
    if layers.tokens.lower[opening] == "the" and any(title.start == opening + 1 and title.end < first.start for title in layers.titles):
        return None  # "The Prime Minister spoke to President X": the one without a name is at home
    about = layers.entity_at(opening)
    if about is not None and about.kind == "state" and not about.nested and about.actor != person.actor:
        return None  # "Peru denied it after President X said so": of Peru
    beside = layers.entities.within(max(0, first.start - 1), first.end + 1)
    return None if any(e.kind in ACTOR_NAMES and e.actor == person.actor for e in beside) else person.actor


@cache
def _ministries() -> WordList:
    return WordList({"ministry"})


def _of_ministry(layers: Layers) -> ActorRef | None:
    """The one state whose foreign ministry the article quotes: "Foreign Minister X met Y, Lima's foreign ministry said"."""
    lower, found = layers.tokens.lower, set[ActorRef]()
    for index in layers.tokens.where(_ministries()):
        if lower[index - 1] != "foreign":
            continue
        before = index - 1 - (lower[index - 2] in ("'s", "'"))
        owners = layers.entities.within(before - 1, before)
        found |= {e.actor for e in owners if e.end == before and e.kind in ("state", "demonym", "metonym")}
    return found.pop() if len(found) == 1 else None


def _written_in(layers: Layers) -> ActorRef | None:
    """The state of the place or organ that stands in the lines above the text: "Parliament House, Canberra"."""
    actors = load_actors()
    for sentence in layers.sentences[:_HEADING_LINES]:
        if sentence.end - sentence.start > _MAX_HEADING or layers.tokens.words[sentence.end - 1] in {".", "!", "?"}:
            return None
        for entity in layers.entities.within(sentence.start, sentence.end):
            if entity.kind == "metonym":
                return entity.actor
            state = actors.state_of(entity.actor) if entity.kind == "organization" else actors.places.get(entity.name, ("", ""))[1]
            if state and entity.kind in ("organization", "place"):
                return ActorRef("state", state)
    return None


@cache
def _here() -> WordList:
    return WordList({"here"})


def _written_here(layers: Layers) -> ActorRef | None:
    """The state of "here in New Delhi", and of the place that stands alone in the lines below the text."""
    lower, places = layers.tokens.lower, load_actors().places
    for index in layers.tokens.where(_here()):
        if lower[index + 1 : index + 2] == ["in"] and not layers.quoted[index]:
            named = (e for e in layers.entities.within(index + 2, index + 3 + 1) if e.start == index + 2 and e.kind in ("place", "metonym"))
            state = next((e.name if e.kind == "metonym" else places.get(e.name, ("", ""))[1] for e in named), "")
            if state:
                return ActorRef("state", state)
    for sentence in reversed(layers.sentences[-_CLOSING_LINES:]):
        longest = layers.entities.starting(sentence.start)
        if longest is None or longest.end < sentence.end:
            continue
        alone = [e for e in layers.entities.within(sentence.start, sentence.end) if e.start == sentence.start and e.end == sentence.end]
        state = next(
            (e.name if e.kind == "metonym" else places.get(e.name, ("", ""))[1] for e in alone if e.kind in ("place", "metonym")), ""
        )
        if state:
            return ActorRef("state", state)
    return None


def _state_of_paper(layers: Layers) -> ActorRef | None:
    """The state in the name of a paper; of a territory without offices of its own, known by a city, only where the article names it.

    Cities of such names lie in other countries, too: Jamestown, Hamilton.
    """
    publisher = layers.article.publisher or ""
    state = state_in_name(publisher)
    if state is None or state_itself_in(publisher) == state or load_people().by_actor.get(state.name):
        return state
    return state if named_states(layers)[state.name] else None


def is_official(layers: Layers) -> bool:
    """Whether a state organ or an international organization published an article."""
    organ = any(word in (layers.article.publisher or "").lower() for word in load_naming_words().publisher_organs)
    return publishing_body(layers) is not None or publisher_state(layers) is not None or (organ and home_state(layers) is not None)


def _is_topic(layers: Layers, entity: Entity) -> bool:
    """Whether a state is named as what others talk about: "on Syria", "the war in Yemen", "the Sudanese conflict"."""
    lower, situations = layers.tokens.lower, load_meeting_words().situation_nouns
    before = entity.start - (lower[entity.start - 1] == "the")
    if before <= 0:
        return False
    if lower[before - 1] in _ON or (lower[entity.end : entity.end + 1] and lower[entity.end] in situations):
        return True
    return lower[before - 1] in ("in", "of") and not situations.isdisjoint(lower[max(0, before - _SITUATION_REACH) : before - 1])


_ON: Final = frozenset({"on", "over", "about", "regarding", "concerning"})
_SITUATION_REACH: Final = 3


def named_states(layers: Layers) -> Counter[str]:
    """How often states are named, but for what others talk about; those in the headline, which the text leaves out, count for more."""
    counts = Counter(e.name for e in layers.entities if e.kind in ("state", "demonym") and not e.nested and not _is_topic(layers, e))
    by_name = load_actors().by_name
    for word in (layers.article.title or "").replace(",", " ").split():
        actor = by_name.get(word.removesuffix("'s").removesuffix("’s"))
        if actor is not None and actor.kind == "state":
            counts[actor.name] += _HEADLINE_WEIGHT
    return counts
