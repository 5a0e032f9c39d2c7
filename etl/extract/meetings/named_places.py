"""Places that a sentence names with "in" or "at", near a verb or noun of meeting."""

from __future__ import annotations

from collections.abc import Set
from functools import cache
from typing import Final

from etl.extract.grammar import BE, HAVE, MODALS
from etl.extract.layers import PLACE_KINDS, Entity, Layers, Sentence
from etl.extract.meetings.candidate import Candidate
from etl.extract.meetings.host_events import EVENT_WORDS
from etl.extract.meetings.mentions import beyond_mention
from etl.extract.meetings.objects import state_beside
from etl.extract.meetings.other_days import is_of_other_time, is_of_what_follows
from etl.extract.meetings.towns import Town, town_of
from etl.extract.meetings.voices import is_told_by_person, told_alike
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.words import load_words

_HOST_PREPOSITIONS: Final = frozenset({"in", "at", "of", "near", "outside"})
_TOWNS: Final = frozenset("city town resort port village capital suburb district island municipality settlement".split())
"""What a place may be called before its name: "in the Black Sea resort of Eforie"."""
_TOWN_ATTRIBUTES: Final = frozenset(
    "capital downtown central nearby neighbouring neighboring northern southern eastern western historic".split()
)
"""Attributes of a place after its preposition: "in capital Lima", "in southern Chile"."""
_CLAUSES: Final = frozenset("because when while but who whose which although though since as that".split())
_TEMPORAL: Final = frozenset({"after", "before"})
_VENUE: Final = 12
"""Tokens of a venue's name and address before its town."""
_TOPIC_REACH: Final = 6
"""Tokens from "to discuss" on after which a place belongs to what is discussed."""
_UNLISTED_REACH: Final = 24
"""Tokens after a trigger among which a place that no list has is looked for."""
_MAX_UNLISTED: Final = 3
"""Words that such a place may have."""
_AFTER_PLACES: Final = frozenset(
    ", . ; from between on for to and where after before during ahead ) with as at late early last this next".split()
)
_MATTERS: Final = frozenset(
    "situation situations developments events war conflict crisis fighting violence ceasefire truce hostilities turbulences".split()
)
"""What is spoken of at a meeting: its place is not that of the meeting."""
_BESIDE_WORDS: Final = frozenset({"sidelines", "margins", "fringes", "at", "during"})
_POINTING: Final = frozenset({"those", "that"})
_UNDERWAY: Final = frozenset({"underway", "held", "taking", "ongoing", "hosted"})
_BEGUN: Final = frozenset({"opened", "began", "started", "kicked", "convened", "concluded", "ended", "closed", "took"})
_CONTINENTS: Final = frozenset({"africa", "america", "asia", "europe", "oceania", "pacific", "peninsula"})


def named_place(layers: Layers, candidate: Candidate, at: int | None = None) -> Town | None:
    """The place nearest to the trigger after a preposition, told by the same voice; the next one after `at` where that is given."""
    tokens, trigger = layers.tokens, candidate.trigger if at is None else at
    found: list[tuple[int, Town]] = []
    for entity in layers.entities.within(candidate.sentence.start, candidate.sentence.end):
        if entity.kind not in PLACE_KINDS or entity.start == 0:
            continue
        before = _before_attributes(tokens.lower, entity.start)
        beside = tokens.lower[before] in _HOST_PREPOSITIONS or _is_of_residence(tokens.lower, entity)
        beside = beside or _is_attribute(layers, entity, candidate)
        if not beside and not _after_venue(layers, candidate.sentence, entity):
            continue
        if tokens.lower[entity.start - 2] == "held" and _is_of_other_event(tokens.lower, candidate, entity.start - 2):
            continue
        if candidate.status == "held" and tokens.lower[entity.start - 4 : entity.start - 1] == ["to", "be", "held"]:
            continue  # "met X ahead of the forum, to be held in Lima": where something else will be
        if entity.start < trigger and _is_left_before_where(layers, entity, trigger):
            continue
        if _is_apart_by_journey(tokens.lower, entity, trigger):
            continue
        if tokens.lower[entity.start - 1] == "at" and tokens.lower[entity.end : entity.end + 1] in _BUILDINGS:
            continue  # "at Hyderabad house"
        if tokens.lower[candidate.sentence.start] in _PREPARED and "," in tokens.lower[trigger : entity.start]:
            continue  # "To prepare for the talks of X and Y, their deputies will meet in Lima"
        if _is_of_event(layers, candidate, entity.start) or _is_of_situation(layers, entity.start):
            continue
        if _in_brackets(tokens.lower, candidate.sentence, entity.start, trigger) or tokens.lower[entity.end - 1].endswith("american"):
            continue  # "the ambassador (residence in Lima)", "a South American summit"
        if tokens.lower[entity.end - 1] in _CONTINENTS or tokens.lower[entity.start - 2] in _MATTERS:
            continue  # "developments in Northeast Asia", "the situation in Quito"
        if beyond_clause(layers, trigger, entity.start) or (at is not None and entity.start < at):
            continue
        fronted = is_of_what_follows(layers, candidate.sentence, entity.start, trigger)
        if fronted or is_of_other_time(layers, candidate.sentence, entity.start, trigger):
            continue
        told_there = entity.start < trigger and (candidate.earlier or candidate.status == "planned")
        if told_there and is_told_by_person(layers, trigger, entity.start):
            continue  # "in Athens, X said that Y and Z will meet": where it was said
        of_city = tokens.lower[entity.start - 1] != "of" or tokens.lower[entity.start - 2] in _TOWNS
        if of_city and (town := town_of(layers, entity)) is not None and told_alike(layers, trigger, entity.start):
            found.append((abs(entity.start - trigger), town))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _is_left_before_where(layers: Layers, entity: Entity, trigger: int) -> bool:
    """Whether "where" goes back to a further place: "arrived in Lima, coming from Quito where he had held talks"."""
    lower = layers.tokens.lower
    where = next((i for i in range(trigger, entity.end, -1) if lower[i] == "where"), None)
    return where is not None and any(e.kind in PLACE_KINDS for e in layers.entities.within(entity.end, where))


def _is_apart_by_journey(lower: list[str], entity: Entity, trigger: int) -> bool:
    """Whether somebody goes elsewhere between a place and a meeting: "met X in Lima and flew to Suva for talks", "for talks after meeting
    X in Lima"."""
    verbs = load_meeting_terms().verbs
    if entity.start < trigger:
        between = range(entity.end, trigger - 1)
        return any(
            lower[i + 1] in _TOWARDS and any(v.sense == "travel" and v.form == "past" for v in verbs.get(lower[i], ())) for i in between
        )
    then = (i for i in range(trigger + 1, entity.start - 1) if lower[i] in _TEMPORAL)
    return any(v.form == "gerund" for i in then for v in verbs.get(lower[i + 1], ()))


_TOWARDS: Final = frozenset({"to", "into", "for"})


def _in_brackets(lower: list[str], sentence: Sentence, index: int, trigger: int) -> bool:
    """Whether a place stands in brackets in which the trigger does not."""
    opened = next((i for i in range(index - 1, sentence.start - 1, -1) if lower[i] in ("(", ")")), None)
    if opened is None or lower[opened] == ")":
        return False
    closed = next((i for i in range(index, sentence.end) if lower[i] == ")"), None)
    return closed is not None and not opened < trigger < closed


def _before_attributes(lower: list[str], index: int) -> int:
    """The token before a place's name and its attributes."""
    index -= 1
    while lower[index] in _TOWN_ATTRIBUTES:
        index -= 1
    return index


def _is_attribute(layers: Layers, entity: Entity, candidate: Candidate) -> bool:
    """ "The Batumi talks", "Monday's Lima meeting": the town right before the noun of meeting that is the trigger."""
    lower, start = layers.tokens.lower, entity.start
    while start > candidate.sentence.start and lower[start - 1] in load_meeting_words().meeting_fillers - _BEFORE_TOWNS:
        start -= 1
    if entity.end != candidate.trigger or lower[start - 1] not in _BEFORE_TOWNS or candidate.noun not in load_meeting_terms().nouns:
        return False
    return town_of(layers, entity) is not None


_BEFORE_TOWNS: Final = frozenset({"the", "'s", "his", "her", "their", "a", "an", "this", "that"})


def _is_of_residence(lower: list[str], entity: Entity) -> bool:
    """ "At his Quito residence"."""
    owned = lower[entity.start - 2] == "at" and lower[entity.start - 1] in ("his", "her", "their", "the")
    return owned and not load_meeting_words().residence_nouns.isdisjoint(lower[entity.end : entity.end + 1])


def _after_venue(layers: Layers, sentence: Sentence, entity: Entity) -> bool:
    """The town after where in it: "at State House, Entebbe", "at the Cultural Centre, Park Avenue, Georgetown"."""
    tokens, step = layers.tokens, entity.start - 1
    venue = tokens.lower[step] in load_meeting_words().residence_nouns and tokens.is_capitalized(step)  # "at State House Entebbe"
    if not venue and (tokens.lower[step] != "," or layers.entities.ending(step) is not None):
        return False
    while (
        step > sentence.start and entity.start - step < _VENUE and (tokens.is_capitalized(step) or tokens.lower[step] in (",", "the", "of"))
    ):
        step -= 1
    return tokens.lower[step] == "at" and step < entity.start - 2


def _is_of_other_event(lower: list[str], candidate: Candidate, held: int) -> bool:
    """Whether what is held is the subject behind the phrase that names the meeting: "After talks with X, the vote will be held in Lima"."""
    fronted = lower[candidate.sentence.start] in _FRONTED and candidate.trigger < held
    return fronted and "," in lower[candidate.trigger : held]


_FRONTED: Final = frozenset({"after", "following"})
_BUILDINGS: Final = (["house"], ["palace"], ["lodge"], ["hall"], ["street"], ["road"], ["avenue"])
_PREPARED: Final = frozenset({"before", "ahead", "prior", "to"})
"""First words of what is still to come, before the clause that tells of something else."""


def _is_of_event(layers: Layers, candidate: Candidate, index: int) -> bool:
    """Whether a place is that of another event which is only talked about: "discussed the forthcoming summit in Lima"."""
    lower = layers.tokens.lower
    if not candidate.implied or index <= candidate.trigger + 2:
        return False
    return lower[index - 2] in EVENT_WORDS and _BESIDE_WORDS.isdisjoint(lower[candidate.trigger : index])


def _is_of_situation(layers: Layers, index: int) -> bool:
    """Whether a place is where something goes on that is talked about: "met X over the conflict in Lima", "events including those in A"."""
    lower = layers.tokens.lower
    return lower[index - 1] == "in" and (lower[index - 2] in load_meeting_words().situation_nouns or lower[index - 2] in _POINTING)


def _is_of_topic(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a state is part of what views are exchanged on: "exchanged views on the forming of a government in Chile"."""
    lower = layers.tokens.lower
    on = next((i for i in range(trigger + 1, index) if lower[i] in _ON), None)
    return on is not None and index - on > _TOPIC_REACH and "," not in lower[on:index]


_ON: Final = frozenset({"on", "about", "regarding", "concerning"})


def beyond_clause(layers: Layers, trigger: int, index: int) -> bool:
    """Whether a clause of its own begins between a trigger and a place: "…, who was in Kenya", "after fog had kept him in Kenya"."""
    between, verbs = layers.tokens.lower[trigger:index], load_meeting_terms().verbs
    earlier = not _TEMPORAL.isdisjoint(between) and not HAVE.isdisjoint(between)
    topic = next((i for i, word in enumerate(between) if between[i - 1 : i + 1] in (["to", "discuss"], ["to", "review"])), None)
    far = topic is not None and len(between) - topic > _TOPIC_REACH
    prepared = any(word.startswith("prepar") and between[i + 1 : i + 2] == ["for"] for i, word in enumerate(between))
    leaving = (i for i, word in enumerate(between[:-2]) if word in (",", "and") and between[i + 2] != "by")
    gone = any(verb.sense == "travel" for i in leaving for verb in verbs.get(between[i + 1], ()))  # "met X(,) and arrived in Lima"
    clause = any(word in _CLAUSES and not _is_held_there(between[i:]) for i, word in enumerate(between))
    clause = clause or _is_coordinated(layers, trigger, index)
    return index > trigger and (gone or earlier or far or prepared or clause or beyond_mention(layers, trigger, index))


def _is_coordinated(layers: Layers, trigger: int, index: int) -> bool:
    """Whether "and" with a subject and a modal of its own stands between: "will hold talks today and tomorrow they will open a yard in"."""
    lower = layers.tokens.lower
    joined = next((i for i in range(trigger, index) if lower[i] == "and"), None)
    if joined is None:
        return False
    modals = (i for i in range(joined + 2, index) if lower[i] in MODALS)
    return any((subject := layers.nominals.ending(i)) is not None and subject.start > joined for i in modals)


def _is_held_there(words: list[str]) -> bool:
    """ "That is currently underway in Quito", "which was held in Quito": where the meeting is."""
    if words[0] not in ("that", "which"):
        return False
    return not _BEGUN.isdisjoint(words[1:2]) or (not BE.isdisjoint(words[1:2]) and not _UNDERWAY.isdisjoint(words[2:5]))


def seat_place(layers: Layers, candidate: Candidate, states: Set[str]) -> Town | None:
    """The town of a seat of power or of an organization's headquarters: "met at the Elysée", "at NATO headquarters".

    `states`: those that take part; others do not meet at a state's seat of power.
    """
    tokens, world, trigger = layers.tokens, load_actors(), candidate.trigger
    for entity in layers.entities.within(trigger, candidate.sentence.end):
        before = entity.start - 1 - (tokens.lower[entity.start - 1] == "the")
        headed = tokens.lower[before - 1 : before + 1] == ["headquarters", "of"]  # "at the headquarters of the African Union"
        before -= (2 + (tokens.lower[before - 2] == "the")) * headed
        welcomed = tokens.lower[before] == "to" and tokens.lower[trigger].startswith("welcom")
        if (
            not (welcomed or tokens.lower[before] in _AT_SEATS)
            or beyond_clause(layers, trigger, entity.start)
            or not told_alike(layers, trigger, before)
        ):
            continue
        after = tokens.lower[entity.end : entity.end + 1]
        town = ""
        if entity.kind == "metonym" and after != ["'s"] and entity.actor.name in states:
            town = world.capitals.get(entity.actor.name, "")
        elif entity.kind == "organization" and (headed or after == ["headquarters"]):
            town = world.seats.get(entity.actor.name, "")
        if town in world.places:
            return town, world.places[town][1] or None
    return None


_AT_SEATS: Final = frozenset({"at", "in", "inside"})


def unlisted_place(layers: Layers, candidate: Candidate, at: int | None = None) -> Town | None:
    """A place that no list has, by its form: capitalised words alone between "in" (the one at `at`) and the end of the phrase."""
    tokens, sentence = layers.tokens, candidate.sentence
    known = load_actors()
    for index in range(candidate.trigger, sentence.end - 1):
        of_town = tokens.lower[index] == "of" and tokens.lower[index - 1] in _TOWNS
        if (at is not None and index != at) or (index >= candidate.trigger + _UNLISTED_REACH and not of_town):
            continue
        if (
            not (of_town or tokens.lower[index] == "in")
            or tokens.lower[index - 1] in _MATTERS
            or not told_alike(layers, candidate.trigger, index)
        ):
            continue
        if beyond_clause(layers, candidate.trigger, index):
            continue
        end = index + 1
        while end < sentence.end and end - index <= _MAX_UNLISTED and tokens.is_capitalized(end) and not tokens.words[end].isupper():
            end += 1
        name = tokens.surface(index + 1, end) if end > index + 1 else ""
        if name and tokens.lower[end - 1] in _CONTINENTS:
            continue
        bounded = end >= sentence.end or tokens.lower[end] in _AFTER_PLACES or layers.dates.starting(end) is not None
        if not name or not bounded or name in known.by_demonym or layers.dates.covering(index + 1):
            continue
        plain = _strange_words().isdisjoint(tokens.lower[index + 1 : end]) and not any(
            layers.entities.covering(i) or layers.person_mentions.covering(i) or layers.initiatives.covering(i)
            for i in range(index + 1, end)
        )
        if plain:
            return _listed_behind(layers, end) or (name, state_beside(layers, end))
    return None


def _listed_behind(layers: Layers, end: int) -> Town | None:
    """The known town behind a part of it: "in Vaskrand, Riga"."""
    behind = layers.entities.within(end + 1, end + 2) if layers.tokens.lower[end : end + 1] == [","] else []
    return town_of(layers, next((entity for entity in behind if entity.kind in PLACE_KINDS), None))


def held_in(layers: Layers, candidate: Candidate) -> Town | None:
    """A state, or a place that no list has, right after the verb: "will be held in Shatti, said the statement adopted in Lima"."""
    lower, sentence = layers.tokens.lower, candidate.sentence
    held = next((i for i in range(candidate.trigger, sentence.end - 2) if lower[i] == "held" and lower[i + 1] == "in"), None)
    if (
        held is None
        or _is_of_other_event(lower, candidate, held)
        or not told_alike(layers, candidate.trigger, held)
        or layers.tokens.surface(held + 2, held + 3) in load_actors().places
    ):
        return None
    state = layers.entity_at(held + 2)
    if state is not None and state.kind == "state" and lower[state.end : state.end + 1] not in (["'s"], ["'"]):
        return load_actors().state_names[state.name], state.name
    return unlisted_place(layers, candidate, held + 1)


@cache
def _strange_words() -> frozenset[str]:
    """Words that no place has in its name."""
    words = load_words()
    return words.capitalized | words.nominal_heads | words.portfolios


def named_state(layers: Layers, candidate: Candidate) -> Town | None:
    """A state as the place: "met in Kenya"."""
    tokens, trigger = layers.tokens, candidate.trigger
    for entity in layers.entities.within(trigger, min(candidate.sentence.end, trigger + _UNLISTED_REACH)):
        alone = entity.kind == "state" and not entity.nested and tokens.lower[_before_attributes(tokens.lower, entity.start)] == "in"
        alone = alone and tokens.lower[entity.start - 2] not in _MATTERS
        if (
            alone
            and not _is_of_situation(layers, entity.start)
            and not _is_of_topic(layers, entity.start, trigger)
            and not is_of_what_follows(layers, candidate.sentence, entity.start, trigger)
            and not beyond_clause(layers, trigger, entity.start)
            and tokens.lower[entity.end : entity.end + 1] not in (["'s"], ["-"], ["–"])
            and told_alike(layers, trigger, entity.start)
        ):
            return load_actors().state_names[entity.name], entity.name
    return None
