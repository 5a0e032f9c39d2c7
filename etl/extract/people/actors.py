"""Whom an official acts for when no title says so."""

from __future__ import annotations

from etl.extract.layers import Layers, PersonEntity
from etl.lexicon.actors import load_actors
from etl.lexicon.naming import load_naming_words
from etl.records import ActorRef

_DELEGATION_REACH = 8
"""Tokens before the leader of a delegation among which its state is looked for."""


def infer_actors(layers: Layers) -> None:
    """An official without a state in the title acts for the publisher's state, or for the one of the article's two states that is left.

    Ministries write of their own officials without naming the country. Both are guesses, and lower the person's confidence.
    """
    open_cases = [p for p in layers.people if p.actor is None and p.titles and p.offices - {"none"}]
    if not open_cases:
        return
    publisher = publisher_state(layers)
    counts: dict[str, int] = {}
    for entity in layers.entities:
        if entity.kind in ("state", "demonym") and not entity.nested:
            counts[entity.name] = counts.get(entity.name, 0) + 1
    ranked = _two_sides(counts)
    for person in open_cases:
        if (led := _delegation_of(layers, person)) is not None:
            person.actor = led
            continue
        if publisher is not None:
            person.actor = publisher
        elif (state := _state_left(layers, person, ranked)) is not None:
            person.actor = ActorRef("state", state)
        else:
            continue
        person.confidence = round(person.confidence * 0.8, 2)
        person.rule = "actor_inferred"


def _two_sides(counts: dict[str, int]) -> list[str]:
    """The two states an article is about, when it is about two: each named at least twice as often as any third."""
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    if len(ordered) < 2 or (len(ordered) > 2 and counts[ordered[1]] < 2 * counts[ordered[2]]):
        return []
    return ordered[:2]


def _delegation_of(layers: Layers, person: PersonEntity) -> ActorRef | None:
    """The state of "the delegation of Peru headed by X"."""
    lower = layers.tokens.lower
    for mention in layers.person_mentions:
        start = mention.start
        if mention.person == person.index and start > 1 and lower[start - 1] == "by" and lower[start - 2] in ("headed", "led"):
            for entity in layers.entities.within(max(0, start - _DELEGATION_REACH), start - 2):
                if entity.kind in ("state", "demonym"):
                    return entity.actor
    return None


def _state_left(layers: Layers, person: PersonEntity, ranked: list[str]) -> str | None:
    """Of the article's two foremost states the one that is not taken: by those who stand with the person, else by all titled persons."""
    if len(ranked) < 2:
        return None
    sentences = {layers.sentence_of[m.start] for m in layers.person_mentions if m.person == person.index}
    beside = {m.person for m in layers.person_mentions if layers.sentence_of[m.start] in sentences} - {person.index}
    for group in (beside, set(range(len(layers.people)))):
        taken = {p.actor.name for i in group if (p := layers.people[i]).actor is not None and p.titles}
        left = [name for name in ranked if name not in taken]
        if len(left) == 1:
            return left[0]
    return None


def publisher_state(layers: Layers) -> ActorRef | None:
    """The state whose organ published the article, when the publisher's name says so; agencies and papers do not count."""
    actors = load_actors()
    publisher = layers.article.publisher or ""
    known = actors.by_name.get(publisher) or actors.by_metonym.get(publisher) or actors.by_metonym.get(publisher.removeprefix("The "))
    if known is not None:
        if known.kind == "state":
            return known
        state = actors.state_of(known)
        return ActorRef("state", state) if state and actors.organization_kinds.get(known.name) == "state_organ" else None
    if not any(word in publisher.lower() for word in load_naming_words().publisher_organs):
        return None
    found = {actors.by_name[w] for w in publisher.replace(",", " ").split() if w in actors.by_name}
    return found.pop() if len(found) == 1 else None
