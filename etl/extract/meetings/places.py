"""Where a meeting took place, and at which gathering."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from etl.extract.claims.openings import statement_start
from etl.extract.filing import city_of, filed_from
from etl.extract.grammar import BE, HAVE
from etl.extract.layers import Entity, Layers, Sentence
from etl.extract.meetings.candidate import Candidate, Side
from etl.extract.meetings.dating import When, is_of_other_time, is_of_what_follows
from etl.extract.meetings.happenings import predicate_of
from etl.extract.meetings.mentions import beyond_mention
from etl.extract.meetings.objects import state_beside
from etl.extract.meetings.voices import is_told_by_person, told_alike
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.words import load_words

_HOST_PREPOSITIONS: Final = frozenset({"in", "at", "of", "near"})
_PLACE_KINDS: Final = frozenset({"place", "metonym"})
_BESIDE: Final = frozenset({("sidelines", "of"), ("margins", "of"), ("fringes", "of"), ("ahead", "of")})
_CLAUSES: Final = frozenset("because when while but who whose which although though since as that".split())
_TEMPORAL: Final = frozenset({"after", "before"})
_WHERE_REACH: Final = 8
_HERE_REACH: Final = 5
_VENUE: Final = 12
"""Tokens of a venue's name and address before its town."""
_TO_VERB: Final = 3
"""Tokens of "the meeting was co-" before the verb by which it is told of."""
_HOSTING_REACH: Final = 7
"""Tokens at a sentence's beginning among which the city that hosts stands."""
_CAPITALS: Final = frozenset({"capital", "city", "town", "of"})
_NEWS_DAYS: Final = 7
"""Days before publication within which what took place is news."""
_PURPOSE_REACH: Final = 10
_TOPIC_REACH: Final = 6
"""Tokens from "to discuss" on after which a place belongs to what is discussed."""
_UNLISTED_REACH, _MAX_UNLISTED = 24, 3
"""Tokens after a trigger among which a place that no list has is looked for, and how many words it may have."""
_AFTER_PLACES: Final = frozenset(
    ", . ; from between on for to and where after before during ahead ) with as at late early last this next".split()
)
_MATTERS: Final = frozenset(
    "situation situations developments events war conflict crisis fighting violence ceasefire truce hostilities turbulences".split()
)
"""What is spoken of at a meeting: its place is not that of the meeting."""
_EVENT_WORDS: Final = frozenset({"summit", "meeting", "(", ")", "session", "conference"})
_BESIDE_WORDS: Final = frozenset({"sidelines", "margins", "fringes", "at", "during"})
_EVENT_CONNECTORS: Final = frozenset({"of", "the", "for", "and"})


def place_of(
    layers: Layers, candidate: Candidate, when: When, sides: Iterable[Side], *, told: bool, anchor: int | None = None
) -> tuple[str | None, str | None]:
    """Place and state: named with "in" or "at" near the trigger, the host city that opens the sentence, or the dateline.

    `anchor`: where the phrase about one of several partners stands, whose own place is the one after it.
    """
    if candidate.format == "call":
        return None, None
    dateline = filed_from(layers)
    if dateline and when.basis not in ("unknown", "visit") and _is_here(layers, candidate):
        return city_of(dateline)
    named = _held_in(layers, candidate) or (
        (anchor is not None and _named_place(layers, candidate, at=anchor))
        or _named_place(layers, candidate)
        or _unlisted_place(layers, candidate)
        or _named_state(layers, candidate)
    )
    named = (
        named
        or _visited(layers, candidate)
        or _capital(layers, candidate)
        or _where(layers, candidate)
        or _gone_to(layers, candidate)
        or _there(layers, candidate)
    )
    if named is not None:
        return named
    if (host := _hosting_city(layers, candidate.sentence)) is not None:
        return host
    if told or candidate.status != "held" or candidate.earlier:
        return None, None
    if _beside_general_assembly(layers, candidate.sentence):
        return _GENERAL_ASSEMBLY_IN
    event, beside = host_event(layers, candidate.sentence)
    if beside and event is not None and event.islower():
        return None, None  # beside "the summit" of which the text has told, wherever that was
    hosting = _place_before(layers, candidate)
    if hosting is not None:
        return hosting
    if dateline is None or when.basis in ("unknown", "visit") or _is_long_over(layers, when) or _is_papers_own(layers, dateline, sides):
        return None, None
    return city_of(dateline)


def _beside_general_assembly(layers: Layers, sentence: Sentence) -> bool:
    """Whether a meeting was held on the sidelines of the General Assembly, which sits in New York, wherever the news was filed."""
    lower = layers.tokens.lower
    for index in range(sentence.start, sentence.end - 2):
        if (lower[index], lower[index + 1]) in _BESIDE and lower[index] != "ahead":
            named = layers.entities.within(index + 2, min(sentence.end, index + 2 + _EVENT_REACH))
            return any(entity.name == "United Nations General Assembly" for entity in named)
    return False


_GENERAL_ASSEMBLY_IN: Final = ("New York", "US")
_EVENT_REACH: Final = 14
"""Tokens of "the high-level week of the 78th session of the UN General Assembly"."""


def _is_long_over(layers: Layers, when: When) -> bool:
    """Whether a meeting is no news, so that the place of the news says nothing of it."""
    published = layers.article.published_on
    return published is not None and when.end is not None and (published - when.end).days > _NEWS_DAYS


def _is_papers_own(layers: Layers, dateline: str, sides: Iterable[Side]) -> bool:
    """Whether a dateline is only the town of the paper, as its name says, and in a state that takes no part: "ASTANA – A and B met"."""
    place, state = city_of(dateline)
    publisher = (layers.article.publisher or "").lower()
    return place is not None and place.lower() in publisher and all(side.actor is None or side.actor.name != state for side in sides)


def destination_of(name: str) -> tuple[str | None, str | None]:
    """State and place of a visit's destination."""
    world = load_actors()
    if name in world.state_names:
        return name, world.state_names[name]
    place, state = world.places.get(name, (None, None))
    return state or None, place


def _named_place(layers: Layers, candidate: Candidate, at: int | None = None) -> tuple[str, str | None] | None:
    """The place nearest to the trigger after a preposition, told by the same voice; the next one after `at` where that is given."""
    tokens, places, trigger = layers.tokens, load_actors().places, candidate.trigger if at is None else at
    found: list[tuple[int, tuple[str, str]]] = []
    for entity in layers.entities.within(candidate.sentence.start, candidate.sentence.end):
        if entity.kind not in _PLACE_KINDS or entity.start == 0:
            continue
        beside = tokens.lower[entity.start - 1] in _HOST_PREPOSITIONS or _is_of_residence(tokens.lower, entity)
        if not beside and not _after_venue(layers, candidate.sentence, entity):
            continue
        surface = tokens.surface(entity.start, entity.end)
        if _is_of_event(layers, candidate, entity.start) or _is_of_situation(layers, entity.start):
            continue
        if tokens.lower[entity.end - 1] in _CONTINENTS or tokens.lower[entity.start - 2] in _MATTERS:
            continue  # "developments in Northeast Asia", "the situation in Quito"
        if _beyond_clause(layers, trigger, entity.start) or (at is not None and entity.start < at):
            continue
        fronted = is_of_what_follows(layers, candidate.sentence, entity.start, trigger)
        if fronted or is_of_other_time(layers, candidate.sentence, entity.start, trigger):
            continue
        told_there = entity.start < trigger and (candidate.earlier or candidate.status == "planned")
        if told_there and is_told_by_person(layers, trigger, entity.start):
            continue  # "in Athens, X said that Y and Z will meet": where it was said
        of_city = tokens.lower[entity.start - 1] != "of" or tokens.lower[entity.start - 2] == "city"
        if surface in places and of_city and told_alike(layers, trigger, entity.start):
            found.append((abs(entity.start - trigger), places[surface]))
    if not found:
        return None
    name, state = min(found, key=lambda pair: pair[0])[1]
    return name, state or None


def _is_of_residence(lower: list[str], entity: Entity) -> bool:
    """ "At his Quito residence"."""
    owned = lower[entity.start - 2] == "at" and lower[entity.start - 1] in ("his", "her", "their", "the")
    return owned and not load_meeting_words().residence_nouns.isdisjoint(lower[entity.end : entity.end + 1])


def _after_venue(layers: Layers, sentence: Sentence, entity: Entity) -> bool:
    """The town after where in it: "at State House, Entebbe", "at the Cultural Centre, Park Avenue, Georgetown"."""
    tokens, step = layers.tokens, entity.start - 1
    if tokens.lower[step] != "," or layers.entities.ending(step) is not None:
        return False
    while (
        step > sentence.start and entity.start - step < _VENUE and (tokens.is_capitalized(step) or tokens.lower[step] in (",", "the", "of"))
    ):
        step -= 1
    return tokens.lower[step] == "at" and step < entity.start - 2


def _is_of_event(layers: Layers, candidate: Candidate, index: int) -> bool:
    """Whether a place is that of another event which is only talked about: "discussed the forthcoming summit in Lima"."""
    lower = layers.tokens.lower
    if not candidate.implied or index <= candidate.trigger + 2:
        return False
    return lower[index - 2] in _EVENT_WORDS and _BESIDE_WORDS.isdisjoint(lower[candidate.trigger : index])


def _is_of_situation(layers: Layers, index: int) -> bool:
    """Whether a place is where something goes on that is talked about: "met X over the conflict in Lima", "events including those in A"."""
    lower = layers.tokens.lower
    return lower[index - 1] == "in" and (lower[index - 2] in load_meeting_words().situation_nouns or lower[index - 2] in _POINTING)


_POINTING: Final = frozenset({"those", "that"})


def _capital(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
    """ "In the Estonian capital", "in the capital of Estonia"."""
    lower, world, sentence = layers.tokens.lower, load_actors(), candidate.sentence
    for index in range(candidate.trigger, sentence.end - 1):
        if lower[index] != "capital" or _beyond_clause(layers, candidate.trigger, index):
            continue
        owned = layers.entities.ending(index - 1) if lower[index - 1] in ("'s", "'") else None  # "in Estonia's capital"
        owner = owned or layers.entities.ending(index) or (layers.entity_at(index + 2) if lower[index + 1] == "of" else None)
        if owner is not None and owner.actor.name in world.capitals:
            return world.capitals[owner.actor.name], owner.actor.name
    return None


def _is_here(layers: Layers, candidate: Candidate) -> bool:
    """ "Met here on Monday": where the text was written."""
    start, end = (
        max(candidate.sentence.start, candidate.trigger - _HERE_REACH),
        min(candidate.sentence.end, candidate.trigger + _HERE_REACH),
    )
    return "here" in layers.tokens.lower[start:end]


def _visited(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
    """Where somebody is who does it there: "Visiting Lima on Monday, X met Y", "In Peru, X will meet Y"."""
    lower, start, trigger = layers.tokens.lower, candidate.sentence.start, candidate.trigger
    comma = next((i for i in range(start, min(trigger, start + _FRONT)) if lower[i] == ","), 0)
    if not comma or lower[start] not in ("visiting", "in"):
        return None
    there = next((e for e in layers.entities.within(start + 1, start + 2) if e.kind in _DESTINATIONS and not e.nested), None)
    after = lower[there.end : comma] if there is not None else []
    if there is None or (after and layers.dates.starting(there.end + (after[0] == "on")) is None):
        return None
    if there.kind == "state":
        return load_actors().state_names[there.name], there.name
    place = load_actors().places.get(layers.tokens.surface(there.start, there.end))
    return (place[0], place[1] or None) if place is not None else None


_DESTINATIONS: Final = _PLACE_KINDS | {"state"}
_FRONT: Final = 12
"""Tokens of a phrase before the clause that says where its subject is."""


def _where(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
    """The place to which a relative clause belongs: "flew to Lima, where she met X"."""
    tokens, places, trigger = layers.tokens, load_actors().places, candidate.trigger
    where = next((i for i in range(trigger, candidate.sentence.start, -1) if tokens.lower[i] == "where"), None)
    if where is None:
        return None
    named = [e for e in layers.entities.within(max(candidate.sentence.start, where - _WHERE_REACH), where) if e.kind in _PLACE_KINDS]
    known = [places[surface] for e in named if (surface := tokens.surface(e.start, e.end)) in places]
    return (known[-1][0], known[-1][1] or None) if known else None


def _gone_to(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
    """Where somebody goes to meet: "flew to Lima for talks with X"."""
    lower, verbs, places = layers.tokens.lower, load_meeting_terms().verbs, load_actors().places
    start = candidate.sentence.start
    if "for" not in lower[max(start, candidate.trigger - _PURPOSE_REACH) : candidate.trigger]:
        return None
    for entity in reversed(layers.entities.within(start, candidate.trigger)):
        gone = lower[entity.start - 1] in ("to", "into", "for") and any(v.sense == "travel" for v in verbs.get(lower[entity.start - 2], ()))
        if entity.kind in _PLACE_KINDS and gone and (place := places.get(layers.tokens.surface(entity.start, entity.end))) is not None:
            return place[0], place[1] or None
        if entity.kind == "state" and not entity.nested and gone:
            return load_actors().state_names[entity.name], entity.name
    return None


def _there(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
    """ "Talks there with X": the last place that the text has named before."""
    lower, trigger, places = layers.tokens.lower, candidate.trigger, load_actors().places
    at = next(
        (i for i in range(max(candidate.sentence.start, trigger - 2), min(candidate.sentence.end, trigger + 4)) if lower[i] == "there"),
        None,
    )
    if at is None or lower[at + 1 : at + 2] in (["is"], ["are"], ["was"], ["were"], ["had"]):
        return None
    number = layers.sentence_of[trigger]
    before = layers.entities.within(layers.sentences[max(0, number - 1)].start, at)
    named = [place for e in before if e.kind in _PLACE_KINDS and (place := places.get(layers.tokens.surface(e.start, e.end))) is not None]
    return named[-1] if named and named[-1][1] else None  # no sea


def _beyond_clause(layers: Layers, trigger: int, index: int) -> bool:
    """Whether a clause of its own begins between a trigger and a place: "…, who was in Kenya", "after fog had kept him in Kenya"."""
    between, verbs = layers.tokens.lower[trigger:index], load_meeting_terms().verbs
    earlier = not _TEMPORAL.isdisjoint(between) and not HAVE.isdisjoint(between)
    topic = next((i for i, word in enumerate(between) if between[i - 1 : i + 1] in (["to", "discuss"], ["to", "review"])), None)
    far = topic is not None and len(between) - topic > _TOPIC_REACH
    prepared = any(word.startswith("prepar") and between[i + 1 : i + 2] == ["for"] for i, word in enumerate(between))
    leaving = (i for i, word in enumerate(between[:-2]) if word == "," and between[i + 2] != "by")
    gone = any(verb.sense == "travel" for i in leaving for verb in verbs.get(between[i + 1], ()))  # "met X, arrived in Lima"
    clause = any(word in _CLAUSES and not _is_held_there(between[i:]) for i, word in enumerate(between))
    return index > trigger and (gone or earlier or far or prepared or clause or beyond_mention(layers, trigger, index))


def _is_held_there(words: list[str]) -> bool:
    """ "That is currently underway in Quito", "which was held in Quito": where the meeting is."""
    relative = words[0] in ("that", "which") and not BE.isdisjoint(words[1:2])
    return relative and not _UNDERWAY.isdisjoint(words[2:5])


_UNDERWAY: Final = frozenset({"underway", "held", "taking", "ongoing", "hosted"})


_CONTINENTS: Final = frozenset({"africa", "america", "asia", "europe", "oceania", "pacific", "peninsula"})


def _unlisted_place(layers: Layers, candidate: Candidate, at: int | None = None) -> tuple[str, str | None] | None:
    """A place that no list has, by its form: capitalised words alone between "in" (the one at `at`) and the end of the phrase."""
    tokens, sentence = layers.tokens, candidate.sentence
    known = load_actors()
    for index in range(candidate.trigger, min(sentence.end - 1, candidate.trigger + _UNLISTED_REACH)):
        if at is not None and index != at:
            continue
        if tokens.lower[index] != "in" or tokens.lower[index - 1] in _MATTERS or not told_alike(layers, candidate.trigger, index):
            continue
        if _beyond_clause(layers, candidate.trigger, index):
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
            return name, state_beside(layers, end)
    return None


def _held_in(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
    """A state, or a place that no list has, right after the verb: "will be held in Shatti, said the statement adopted in Lima"."""
    lower, sentence = layers.tokens.lower, candidate.sentence
    held = next((i for i in range(candidate.trigger, sentence.end - 2) if lower[i] == "held" and lower[i + 1] == "in"), None)
    if held is None or not told_alike(layers, candidate.trigger, held) or layers.tokens.surface(held + 2, held + 3) in load_actors().places:
        return None
    state = layers.entity_at(held + 2)
    if state is not None and state.kind == "state" and lower[state.end : state.end + 1] not in (["'s"], ["'"]):
        return load_actors().state_names[state.name], state.name
    return _unlisted_place(layers, candidate, held + 1)


@cache
def _strange_words() -> frozenset[str]:
    """Words that no place has in its name."""
    words = load_words()
    return words.capitalized | words.nominal_heads | words.portfolios


def _named_state(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
    """A state as the place: "met in Kenya"."""
    tokens, trigger = layers.tokens, candidate.trigger
    for entity in layers.entities.within(trigger, min(candidate.sentence.end, trigger + _UNLISTED_REACH)):
        alone = entity.kind == "state" and not entity.nested and tokens.lower[entity.start - 1] == "in"
        alone = alone and tokens.lower[entity.start - 2] not in _MATTERS
        if (
            alone
            and not _is_of_situation(layers, entity.start)
            and not is_of_what_follows(layers, candidate.sentence, entity.start, trigger)
            and not _beyond_clause(layers, trigger, entity.start)
            and tokens.lower[entity.end : entity.end + 1] not in (["'s"], ["-"], ["–"])
            and told_alike(layers, trigger, entity.start)
        ):
            return load_actors().state_names[entity.name], entity.name
    return None


def _place_before(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
    """Where the sentence before says that "the talks" were: "…, hours after talks in Riga broke up. The talks brought together …".

    Or that they took place: "The fifth session of the Commission was held in Riga. The session was chaired by …".
    """
    tokens, number = layers.tokens, layers.sentence_of[candidate.trigger]
    at = next((i for i in range(candidate.trigger, candidate.sentence.start, -1) if tokens.lower[i - 1] == "the"), None)
    if number == 0 or at is None or candidate.trigger - at > _TO_VERB or tokens.lower[at] not in load_meeting_terms().nouns:
        return None
    before, noun = layers.sentences[number - 1], tokens.lower[at]
    for index in range(before.start, before.end - 2):
        if tokens.lower[index] != noun:
            continue
        held = predicate_of(tokens.lower, index + 1, before)
        for entity in layers.entities.within(index + 2, before.end if held is not None else index + 3):
            place = load_actors().places.get(tokens.surface(entity.start, entity.end)) if entity.kind in _PLACE_KINDS else None
            if place is not None and tokens.lower[entity.start - 1] in ("in", "at") and not _beyond_clause(layers, index, entity.start):
                return place[0], place[1] or None
    return None


def _hosting_city(layers: Layers, sentence: Sentence) -> tuple[str, str | None] | None:
    """A sentence may open with the host city: "Ashgabat hosts talks between …", "The Turkmen capital (of) Ashgabat hosted …"."""
    tokens, start = layers.tokens, statement_start(layers, sentence)
    opening = (e for e in layers.entities.within(start, min(sentence.end, start + _HOSTING_REACH)) if e.kind in _DESTINATIONS)
    first = next((e for e in opening if _hosts(tokens.lower[e.end : e.end + 3])), None)
    if first is None or (first.start > start and tokens.lower[first.start - 1] not in _CAPITALS):
        return None
    if first.kind == "state":
        return load_actors().state_names[first.name], first.name
    name, state = load_actors().places.get(tokens.surface(first.start, first.end), ("", ""))
    return (name, state or None) if name else None


def _hosts(words: list[str]) -> bool:
    """ "Hosts", "hosted", "is hosting", "will host"."""
    return words[:1] in (["hosts"], ["hosted"]) or words[:2] in (["is", "hosting"], ["will", "host"], ["was", "hosting"], ["to", "host"])


def host_event(layers: Layers, sentence: Sentence) -> tuple[str | None, bool]:
    """ "On the sidelines of X", "ahead of X": the gathering's name as written, and whether the meeting was held beside it."""
    lower = layers.tokens.lower
    for index in range(sentence.start, sentence.end - 2):
        if (lower[index], lower[index + 1]) in _BESIDE:
            named = _event_at(layers, index + 2 + (lower[index + 2] == "the"), sentence)
            if named:
                return named, lower[index] != "ahead"
        if lower[index : index + 2] == ["on", "the"] and "sidelines" in lower[index + 3 : index + 6]:
            return layers.tokens.surface(index + 2, lower.index("sidelines", index + 3)), True  # "on the X sidelines"
    return None, False


def _event_at(layers: Layers, start: int, sentence: Sentence) -> str | None:
    """The name of a gathering: a known name or initiative there, and the capitalised words and nouns of gathering that go on."""
    tokens = layers.tokens
    ends = [i.span.end for i in layers.initiatives.covering(start)] + [e.end for e in layers.entities.covering(start) if not e.nested]
    end = max(ends, default=start)
    while end < sentence.end:
        joins = tokens.lower[end] in _EVENT_CONNECTORS and end + 1 < sentence.end
        joins = joins and (tokens.is_capitalized(end + 1) or tokens.lower[end + 1] == "the")
        if not (tokens.is_capitalized(end) or tokens.lower[end] in _EVENT_WORDS or joins):
            break
        end += 1
    return tokens.surface(start, end) if end > start else None
