"""Which state or international organization published an article, by its publisher's name, and which body an article opens with."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from etl.extract.layers import Layers
from etl.lexicon.actors import load_actors
from etl.lexicon.naming import load_naming_words
from etl.records import ActorRef

_OPENING: Final = 3
"""Sentences in which the body that speaks is named."""
_INTERNATIONAL: Final = frozenset({"international", "regional"})


def publishing_body(layers: Layers) -> ActorRef | None:
    """The international organization that published an article."""
    return _body_of_publisher(layers.article.publisher or "")


@lru_cache(maxsize=4096)
def _body_of_publisher(publisher: str) -> ActorRef | None:
    """The organization that a publisher is, or that its name opens with: "ASEAN Secretariat", "European Commission Spokesman's Service"."""
    actors, words = load_actors(), publisher.replace("’", "'").split()
    for end in range(len(words), 0, -1):
        body = actors.by_name.get(" ".join(words[:end]).removeprefix("The ").removesuffix("'s"))
        if body is not None and body.kind == "organization":
            organ = end == len(words) or not _BODY_ORGANS.isdisjoint(word.lower() for word in words[end:])
            if not organ or actors.organization_kinds.get(body.name) not in _INTERNATIONAL:
                return None
            serves = body.name.split()[-1].lower() in _SERVING and body.name in actors.parents
            return actors.ref(actors.parents[body.name]) if serves else body
    return None


_SERVING: Final = frozenset({"secretariat", "service"})
"""Last words of bodies that write for the organization they belong to."""
_BODY_ORGANS: Final = frozenset(
    {"secretariat", "commission", "service", "office", "division", "department", "council", "spokesperson", "press", "presidency"}
)


def publisher_state(layers: Layers) -> ActorRef | None:
    """The state whose organ published the article, when the publisher's name says so; agencies and papers do not count."""
    return _state_of_publisher(layers.article.publisher or "")


@lru_cache(maxsize=4096)  # asked for several times an article, and of few publishers
def _state_of_publisher(publisher: str) -> ActorRef | None:
    actors = load_actors()
    known = actors.by_name.get(publisher) or actors.by_metonym.get(publisher) or actors.by_metonym.get(publisher.removeprefix("The "))
    if known is not None:
        if known.kind == "state":
            return known
        state = actors.state_of(known)
        return ActorRef("state", state) if state and actors.organization_kinds.get(known.name) == "state_organ" else None
    if (site := _state_of_site(publisher)) is not None:
        return site
    if not any(word in publisher.lower() for word in load_naming_words().publisher_organs):
        return None
    return state_in_name(publisher)


def _state_of_site(publisher: str) -> ActorRef | None:
    """The state that a site's address says it is of: "gov.uk", "www.mfa.gov.tr"; one without a country's ending is the United States'."""
    labels = publisher.lower().split("/")[0].split(".")
    if len(labels) < _SITE_LABELS or " " in publisher or load_naming_words().government_domains.isdisjoint(labels):
        return None
    ending = labels[-1]
    code = "US" if ending in load_naming_words().government_domains else _OTHER_ENDINGS.get(ending, ending.upper())
    return ActorRef("state", code) if code in load_actors().state_names else None


_SITE_LABELS: Final = 2
_OTHER_ENDINGS: Final = {"uk": "GB"}
"""Endings of addresses that are not the state's code."""


@lru_cache(maxsize=4096)
def state_itself_in(name: str) -> ActorRef | None:
    """The state that a body's or paper's name holds by name or adjective."""
    actors, phrases = load_actors(), _phrases(name)
    for table in (actors.by_name, actors.by_demonym):
        for phrase in phrases:
            actor = table.get(phrase)
            if actor is not None and actor.kind == "state":
                return actor
    return None


def _phrases(name: str) -> list[str]:
    words = [word.strip(",.()") for word in name.split()]
    return [" ".join(words[i : i + n]) for n in (3, 2, 1) for i in range(len(words) - n + 1)]


@lru_cache(maxsize=4096)
def state_in_name(name: str) -> ActorRef | None:
    """The state that a body's or paper's name holds: by name, by adjective, else by a city ("State House, Lusaka")."""
    if (itself := state_itself_in(name)) is not None:
        return itself
    places = load_actors().places
    state = next((places[phrase][1] for phrase in _phrases(name) if phrase in places and places[phrase][1]), None)
    return ActorRef("state", state) if state else None


def convening_body(layers: Layers, head: str = "") -> ActorRef | None:
    """The international organization that an article opens with, whose council or meeting speaks in it.

    `head`: a noun that, where the name of an organization holds it, means that one ("the Council").
    """
    kinds, opening = load_actors().organization_kinds, layers.sentences[:_OPENING]
    bodies = [e for e in layers.entities if e.kind == "organization" and not e.nested]
    called = [e for e in bodies if head and head in e.name.lower().split()]
    if called:
        return called[0].actor
    if (stating := _stating_body(layers.article.title or "")) is not None:
        return stating
    end = opening[-1].end if opening else 0
    return next((e.actor for e in bodies if e.start < end and kinds.get(e.name) in _INTERNATIONAL), None) or publishing_body(layers)


def _stating_body(title: str) -> ActorRef | None:
    """The one international organization that the title of a statement names: "Chairman's Statement of the 9th ASEAN Dialogue"."""
    words, actors = title.replace(",", " ").split(), load_actors()
    if _STATEMENTS.isdisjoint(word.lower() for word in words):
        return None
    named = {actor for word in words if (actor := actors.by_name.get(word)) is not None}
    bodies = [actor for actor in named if actors.organization_kinds.get(actor.name) in _INTERNATIONAL]
    return bodies[0] if len(bodies) == 1 else None


_STATEMENTS: Final = frozenset({"statement", "declaration", "communique", "communiqué"})


def gathered_body(layers: Layers) -> ActorRef | None:
    """The international organization whose leaders or ministers an article opens with, met as such: "The 9th ASEAN Ministers' Meeting"."""
    kinds, opening = load_actors().organization_kinds, layers.sentences[:_OPENING]
    lower, end = layers.tokens.lower, opening[-1].end if opening else 0
    for entity in layers.entities:
        if entity.start < end and entity.kind == "organization" and not entity.nested and kinds.get(entity.name) in _INTERNATIONAL:
            after = lower[entity.end : min(end, entity.end + _GATHERED_REACH)]
            before = lower[max(0, entity.start - _GATHERED_REACH) : entity.start]
            if not _MEMBERS.isdisjoint(after) or (before[-1:] in (["of"], ["the"]) and not _MEMBERS.isdisjoint(before) and "of" in before):
                return entity.actor
    return None


_GATHERED_REACH: Final = 5
_MEMBERS: Final = frozenset({"leaders", "ministers", "heads"})
