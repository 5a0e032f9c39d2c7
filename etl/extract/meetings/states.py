"""Of which state those who meet are, where the text leaves it out or says it beside another description of the person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from etl.extract.layers import ACTOR_NAMES, PLACE_KINDS, Layers, Sentence
from etl.extract.meetings.attendance import RULE as ATTENDED
from etl.extract.meetings.candidate import Candidate, Side
from etl.extract.meetings.descriptions import Descriptions
from etl.extract.meetings.diplomacy import is_counterpart, is_private, may_be_home, share_office, sovereign_of
from etl.extract.meetings.leading import LED
from etl.extract.meetings.stays import Stay
from etl.extract.people.home import home_state
from etl.lexicon.actors import load_actors
from etl.lexicon.parties import load_party_words
from etl.lexicon.people import load_people
from etl.records import ActorRef

_OF_ONE_SIDE: Final = frozenset({ATTENDED, LED})


def with_states(
    layers: Layers, described: Descriptions, candidate: Candidate, sides: tuple[Side, ...], stay: Stay | None = None
) -> tuple[Side, ...]:
    """Sides with the state that a description of the person names, or else that of the text or of the place where they meet.

    A text names the state of foreign officials and leaves out that of its own. What was only guessed of a person gives way where it would
    make both sides one: who meets the writer's own official abroad is of the place.
    """
    stated: dict[int | None, ActorRef | None] = {s.person: described.actor(s.person) for s in sides if s.person is not None}
    own = candidate.rule in _OF_ONE_SIDE  # the sentence says whose side they are of
    sides = tuple(s._replace(actor=stated.get(s.person) or s.actor) if s.actor is None or not own else s for s in sides)
    sides = _inviting(candidate, sides, stated)
    sides = _at_home(layers, described, candidate, _of_stay(layers, described, sides, stay))
    return sides if own else _abroad(layers, candidate, sides, stated)


def _inviting(candidate: Candidate, sides: tuple[Side, ...], stated: dict[int | None, ActorRef | None]) -> tuple[Side, ...]:
    """Who invites to a visit is of the state visited, unless the text says otherwise: "in Peru at the invitation of X"."""
    states = {state for name in candidate.destinations if (state := _state_of_place(name))}
    if candidate.format != "visit" or len(states) != 1:
        return sides
    host = ActorRef("state", states.pop())
    return tuple(s._replace(actor=host) if s.role == "inviter" and s.actor is None and not stated.get(s.person) else s for s in sides)


def _of_stay(layers: Layers, described: Descriptions, sides: tuple[Side, ...], stay: Stay | None) -> tuple[Side, ...]:
    """Those whom a visitor meets are of the state visited, where the text leaves it out or it was only inferred from where it appears."""
    if stay is None or stay.state is None or not any(side.person in stay.guests for side in sides):
        return sides
    host = ActorRef("state", stay.state)
    return tuple(
        side._replace(actor=host)
        if side.person is not None and side.person not in stay.guests and _is_left_open(layers, described, side)
        else side
        for side in sides
    )


def _is_left_open(layers: Layers, described: Descriptions, side: Side) -> bool:
    """Whether nothing in the text says of which state somebody in office is."""
    if side.person is None or is_private(layers.people[side.person]) or described.actor(side.person) is not None:
        return False
    inferred = layers.people[side.person].rule == "actor_inferred"
    return inferred or (side.actor is None and _needs_home(layers, described, side))


def _at_home(layers: Layers, described: Descriptions, candidate: Candidate, sides: tuple[Side, ...]) -> tuple[Side, ...]:
    if all(side.actor is not None or side.person is None for side in sides):
        return sides
    foreign = {sovereign_of(side.actor) for side in sides if side.actor is not None}
    foreign |= {state for name in candidate.destinations if (state := _state_of_place(name))}
    if not foreign:
        # "in Vientiane, he met with Deputy Minister X": X is of the place
        there = next(_places_named(layers, candidate), None)
        if all(_is_legislator(layers, side) for side in sides[: candidate.hosts]) and next(_of_text(layers), there) == there:
            return sides  # a senator and a mayor of nobody knows where
        return tuple(
            side._replace(actor=ActorRef("state", there))
            if there and i >= candidate.hosts and _needs_home(layers, described, side)
            else side
            for i, side in enumerate(sides)
        )
    home = next((state for state in _homes(layers, candidate) if state not in foreign), None)
    if home is None:
        return sides
    left_out = [side for side in sides if _needs_home(layers, described, side)]
    if share_office(layers, left_out):
        return sides  # "Presidents X and Y": only one of them can be of the home state
    return tuple(side._replace(actor=ActorRef("state", home)) if side in left_out else side for side in sides)


def _abroad(layers: Layers, candidate: Candidate, sides: tuple[Side, ...], stated: dict[int | None, ActorRef | None]) -> tuple[Side, ...]:
    """Where two would be of one state and only the first is said to be: the others are of the place where they meet."""
    if len(sides) < 2 or len({sovereign_of(side.actor) for side in sides if side.actor is not None}) != 1:
        return sides
    own = next((sovereign_of(side.actor) for side in sides if side.actor is not None), "")
    guessed = [side for side in sides if side.person is not None and stated.get(side.person) is None and _is_guess(layers, side)]
    if len(guessed) == sum(side.actor is not None for side in sides):
        guessed = _foreigners(layers, candidate, guessed, sides)
    if not 0 < len(guessed) < len(sides):
        return sides
    homes = (ActorRef("state", state) for state in _homes(layers, candidate) if state != own)
    there = next(homes, None) or _publishing_body(layers) or _other_actor(layers, candidate, own, guessed)
    if there is None:
        return sides
    return tuple(side._replace(actor=there) if side in guessed else side for side in sides)


def _is_legislator(layers: Layers, side: Side) -> bool:
    titles = layers.people[side.person].titles if side.person is not None else []
    return any(title.lower().split()[-1] in load_party_words().legislator_titles for title in titles)


def _foreigners(layers: Layers, candidate: Candidate, guessed: list[Side], sides: tuple[Side, ...]) -> list[Side]:
    """Who is of the other state where nobody's is said: envoys, but at an embassy those whom they meet; else the partners."""
    envoys = [side for side in guessed if side.person is not None and _is_envoy(layers, side.person)]
    if not 0 < len(envoys) < len(sides):
        return [side for side in guessed if side not in sides[: candidate.hosts]]
    abroad = not _MISSIONS.isdisjoint((layers.article.publisher or "").lower().split())
    return [side for side in guessed if side not in envoys] if abroad else envoys


def _is_envoy(layers: Layers, person: int) -> bool:
    return any(title.lower().split()[-1] in load_party_words().envoy_titles for title in layers.people[person].titles)


def _gone_to(layers: Layers, end: int) -> set[str]:
    """The states in whose places the text says that something took place, before a token."""
    lower, tokens = layers.tokens.lower, layers.tokens
    cities = (e for e in layers.entities.within(0, end) if e.kind in PLACE_KINDS and lower[e.start - 1] == "in")
    return {state for e in cities if (state := _state_of_place(tokens.surface(e.start, e.end)))}


def _is_of_foreign_affairs(layers: Layers, side: Side) -> bool:
    return side.person is not None and (_is_envoy(layers, side.person) or "foreign_minister" in layers.people[side.person].offices)


_MISSIONS: Final = frozenset({"embassy", "mission", "consulate", "legation"})


def _publishing_body(layers: Layers) -> ActorRef | None:
    """The international organization that publishes a text: "African Union Commission"."""
    words, world = (layers.article.publisher or "").replace(",", " ").split(), load_actors()
    names = (" ".join(words[:size]) for size in range(len(words), 0, -1))
    found = next((actor for name in names if (actor := world.by_name.get(name)) is not None and actor.kind == "organization"), None)
    return found if found is not None and world.organization_kinds.get(found.name) in ("international", "regional") else None


def _other_actor(layers: Layers, candidate: Candidate, own: str, guessed: list[Side]) -> ActorRef | None:
    """The one other state or organization that the sentence names in any way, or else the one state that was before.

    Who meets an official of the text's own state is of another only where the sentence says so, by an office of foreign affairs, in
    a place of that state, or by calling only the other one by it: at home most are of the same state.
    """
    sentence, home = candidate.sentence, home_state(layers)
    foreign = home is None or home.name != own or any(_is_of_foreign_affairs(layers, side) for side in guessed)
    foreign = foreign or _is_set_apart(layers, sentence, own, guessed)
    before = layers.entities.within(0, sentence.start)
    before = before if foreign else [e for e in before if e.actor is not None and sovereign_of(e.actor) in _gone_to(layers, sentence.start)]
    for entities in (layers.entities.within(sentence.start, sentence.end), before):
        named = {e.actor for e in entities if e.kind in ACTOR_NAMES and not e.nested and sovereign_of(e.actor) != own}
        states = {ActorRef("state", sovereign_of(actor)) for actor in named if load_actors().state_of(actor)}
        if len(states) == 1:
            return states.pop()
        if len(named) == 1:
            return named.pop()
    return None


def _is_set_apart(layers: Layers, sentence: Sentence, own: str, guessed: list[Side]) -> bool:
    """Whether the sentence names somebody without a state, and then an official by the state: "Minister X and Chilean Minister Y".

    A writer who calls the second one by a state of both would call the first one so.
    """
    people = {side.person for side in guessed}
    mentions = [m for m in layers.person_mentions.within(sentence.start, sentence.end) if m.person in people]
    if not mentions:
        return False
    end = mentions[0].end
    labels = (e for e in layers.entities.within(end, sentence.end) if e.kind in ("state", "demonym") and e.actor is not None)
    labelled = {e.end + (layers.tokens.lower[e.end : e.end + 1] in (["'s"], ["’s"])) for e in labels if sovereign_of(e.actor) == own}
    others = (m for m in layers.person_mentions.within(end, sentence.end) if m.person not in people)
    return any(m.start <= label <= m.name_start for m in others for label in labelled)


def _is_guess(layers: Layers, side: Side) -> bool:
    return side.person is not None and side.actor is not None and layers.people[side.person].known_by == "text"


def _needs_home(layers: Layers, described: Descriptions, side: Side) -> bool:
    if side.person is None or side.actor is not None:
        return False
    person = layers.people[side.person]
    if is_private(person):
        return False
    return may_be_home(person) or described.in_office(side.person) or is_counterpart(layers, side.person)


def _homes(layers: Layers, candidate: Candidate) -> Iterator[str]:
    yield from _of_dateline(layers)
    yield from _places_named(layers, candidate)
    yield from _of_text(layers)


def _of_text(layers: Layers) -> Iterator[str]:
    """The states that a text is of: where it was written, whose organ published it."""
    if (home := home_state(layers)) is not None:
        yield home.name
    named = {e.actor.name for e in layers.entities if e.kind in ACTOR_NAMES}
    papers = _of_publisher(layers.article.publisher or "")
    yield from (state for state in papers if home is None or state in named or load_people().by_actor.get(state))
    yield from _of_dateline(layers)


def _of_dateline(layers: Layers) -> Iterator[str]:
    dateline = (layers.article.dateline_place or "").split(",")[0].strip()
    for name in (dateline, dateline.title()):
        if state := _state_of_place(name):
            yield state


def _of_publisher(publisher: str) -> Iterator[str]:
    """The state in a publisher's name: "State House, Accra", "Office of the Prime Minister, Fiji", "Mongolian Radio"."""
    world = load_actors()
    words = publisher.replace(",", " ").replace("(", " ").replace(")", " ").split()
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            name = " ".join(words[start : start + size]).removesuffix("'s")
            actor = world.by_demonym.get(name)
            if state := actor.name if actor is not None and actor.kind == "state" else _state_of_place(name):
                yield state


def _places_named(layers: Layers, candidate: Candidate) -> Iterator[str]:
    for entity in layers.entities.within(candidate.sentence.start, candidate.sentence.end):
        lower = layers.tokens.lower
        left = lower[entity.start - 1] == "from" and "where" in lower[entity.end : entity.end + 2]  # "returned from Lima, where he met X"
        here = entity.kind in PLACE_KINDS and (lower[entity.start - 1] in ("in", "at") or left)
        if here and (state := _state_of_place(layers.tokens.surface(entity.start, entity.end))):
            yield state


def _state_of_place(name: str) -> str:
    world = load_actors()
    if name in world.state_names:
        return name
    state = world.by_name.get(name)
    return world.places.get(name, ("", ""))[1] or (state.name if state is not None and state.kind == "state" else "")
