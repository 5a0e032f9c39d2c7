"""Where a meeting took place, and at which gathering."""

from __future__ import annotations

from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.candidate import Candidate
from etl.extract.meetings.dating import When
from etl.extract.meetings.voices import told_alike
from etl.lexicon.actors import load_actors

_HOST_PREPOSITIONS = frozenset({"in", "at", "of", "near"})
_PLACE_KINDS = frozenset({"place", "metonym"})
_BESIDE = frozenset({("sidelines", "of"), ("margins", "of"), ("fringes", "of"), ("ahead", "of")})
_EVENT_WORDS = frozenset({"summit", "meeting", "(", ")", "session", "conference"})
_EVENT_CONNECTORS = frozenset({"of", "the", "for", "and"})


def place_of(layers: Layers, candidate: Candidate, when: When, *, told: bool) -> tuple[str | None, str | None]:
    """Place and state: named with "in" or "at" near the trigger, the host city that opens the sentence, or the dateline."""
    if candidate.format == "call":
        return None, None
    named = _named_place(layers, candidate)
    if named is not None:
        return named
    if told or candidate.status != "held":
        return None, None
    hosting = _hosting_city(layers, candidate.sentence)
    if hosting is not None:
        return hosting
    dateline = layers.article.dateline_place
    return _dateline(dateline) if dateline and when.basis != "unknown" else (None, None)


def destination_of(name: str) -> tuple[str | None, str | None]:
    """State and place of a visit's destination."""
    world = load_actors()
    if name in world.state_names:
        return name, None
    place, state = world.places.get(name, (None, None))
    return state or None, place


def _named_place(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
    """The place nearest to the trigger after a preposition, told by the same voice."""
    tokens, places, trigger = layers.tokens, load_actors().places, candidate.trigger
    found: list[tuple[int, tuple[str, str]]] = []
    for entity in layers.entities.within(candidate.sentence.start, candidate.sentence.end):
        if entity.kind not in _PLACE_KINDS or entity.start == 0 or tokens.lower[entity.start - 1] not in _HOST_PREPOSITIONS:
            continue
        surface = tokens.surface(entity.start, entity.end)
        of_city = tokens.lower[entity.start - 1] != "of" or tokens.lower[entity.start - 2] == "city"
        if surface in places and of_city and told_alike(layers, trigger, entity.start):
            found.append((abs(entity.start - trigger), places[surface]))
    if not found:
        return None
    name, state = min(found, key=lambda pair: pair[0])[1]
    return name, state or None


def _hosting_city(layers: Layers, sentence: Sentence) -> tuple[str, str | None] | None:
    """A readout's first sentence may open with the host city: "Ashgabat hosts talks between …"."""
    tokens = layers.tokens
    first = next((e for e in layers.entities.within(sentence.start, sentence.start + 1) if e.kind in _PLACE_KINDS), None)
    if first is None or tokens.lower[first.end : first.end + 1] not in (["hosts"], ["hosted"]):
        return None
    name, state = load_actors().places.get(tokens.surface(first.start, first.end), ("", ""))
    return (name, state or None) if name else None


def _dateline(name: str) -> tuple[str, str | None]:
    places = load_actors().places
    for form in (name, name.title(), name.capitalize()):
        if form in places:
            return places[form][0], places[form][1] or None
    return name.title(), None


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
