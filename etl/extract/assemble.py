"""The last step: layers to observations. Initiatives get their names, mentions their canonical names, claims what they are about."""

from __future__ import annotations

from operator import attrgetter

from etl.extract.initiatives.pairs import pair_name
from etl.extract.layers import Entity, Layers
from etl.extract.spans import Spans
from etl.lexicon.actors import load_actors
from etl.lexicon.initiatives import Initiative, load_initiatives
from etl.records import Claim, InitiativeReference, Mention, Observations, PersonReference, Span


def assemble(layers: Layers) -> Observations:
    """Put the layers together."""
    named, references = _initiatives(layers)
    mentions = sorted({*_entity_mentions(layers), *_person_mentions(layers), *named}, key=lambda m: (m.span, m.kind, m.name))
    claims = [_with_initiatives(claim, named) for claim in layers.claims] if named else layers.claims
    people = tuple(
        PersonReference(p.index, p.name, p.actor, p.titles[0] if p.titles else None, p.gender, p.known_by, p.rule, p.confidence)
        for p in layers.people
    )
    return Observations(
        people=people,
        organizations=tuple(sorted(layers.new_organizations)),
        initiatives=tuple(sorted(references.values(), key=lambda r: r.name)),
        mentions=tuple(mentions),
        meetings=tuple(layers.meetings),
        claims=tuple(claims),
        topics=tuple(layers.topics),
        offices=tuple(layers.offices),
        relations=tuple(layers.relations),
    )


def _with_initiatives(claim: Claim, named: list[Mention]) -> Claim:
    inside = {mention.name for mention in named if claim.span.start <= mention.span.start < claim.span.end}
    return claim._replace(initiatives=tuple(sorted(inside))) if inside else claim


def _entity_mentions(layers: Layers) -> list[Mention]:
    tokens = layers.tokens
    found: list[Mention] = []
    for entity in layers.entities:
        span, surface = tokens.span(entity.start, entity.end), tokens.surface(entity.start, entity.end)
        if entity.kind in ("state", "demonym"):
            found.append(Mention(span, "state", entity.name, surface, entity.kind, 0.95))
        elif entity.kind == "organization" and entity.name in layers.new_organizations:
            found.append(Mention(span, "organization", entity.name, surface, layers.new_organizations[entity.name], 0.6))
        elif entity.kind == "organization":
            found.append(Mention(span, "organization", entity.name, surface, "lexicon", 0.95))
        elif entity.kind == "place":
            found.append(Mention(span, "place", entity.name, surface, "lexicon", 0.85))
        elif entity.kind == "metonym" and _speaks(layers, entity.start, entity.end):
            found.append(Mention(span, "state", entity.name, surface, "metonym", 0.7))
    return found


def _speaks(layers: Layers, start: int, end: int) -> bool:
    """A capital stands for its government only as the source of an attribution."""
    return any(
        a.source is not None and a.source.start <= start and end <= a.source.end and a.source.kind == "actor"
        for a in layers.attributions.get(layers.sentence_of[start], ())
    )


def _person_mentions(layers: Layers) -> list[Mention]:
    tokens = layers.tokens
    return [
        Mention(
            tokens.span(m.name_start, m.name_end),
            "person",
            layers.people[m.person].name or "",
            tokens.surface(m.name_start, m.name_end),
            m.rule,
            layers.people[m.person].confidence,
            m.person,
        )
        for m in layers.person_mentions
    ]


def _initiatives(layers: Layers) -> tuple[list[Mention], dict[str, InitiativeReference]]:
    """Mentions and references of known initiatives, then of those found by their form."""
    actors = load_actors()
    known = load_initiatives()
    mentions: list[Mention] = []
    references: dict[str, InitiativeReference] = {}
    # "the A-B community with a shared future" is not the general one
    longer = Spans((i for i in layers.initiatives if i.kind == "partnership"), attrgetter("span"))
    for entity in layers.entities:
        if entity.kind == "initiative" and not any(entity.end <= i.span.end for i in longer.covering(entity.start)):
            initiative = known[entity.name]
            if (written := _of_another_state(layers, entity, initiative)) is not None:
                references.setdefault(written, InitiativeReference(written, initiative.kind, (), False))
                mentions.append(_initiative_mention(layers, entity.start, entity.end, written, "form", 0.7))
                continue
            proposers = tuple(actors.ref(p) for p in initiative.proposers)
            references.setdefault(initiative.name, InitiativeReference(initiative.name, initiative.kind, proposers, True))
            mentions.append(_initiative_mention(layers, entity.start, entity.end, initiative.name, "lexicon", 0.95))
    for new in layers.initiatives:
        if new.kind != "partnership" and any(e.kind == "initiative" and e.end <= new.span.end for e in layers.entities.within(*new.span)):
            continue  # "the seventh X Expo" is the known one
        name = _relation_name(layers, new.span.start, new.name) if new.kind == "partnership" else new.name
        references.setdefault(name, InitiativeReference(name, new.kind, (), False))
        mentions.append(_initiative_mention(layers, new.span.start, new.span.end, name, "form", 0.7))
    return mentions, references


def _of_another_state(layers: Layers, entity: Entity, initiative: Initiative) -> str | None:
    """A dated strategy as it is written, where the text does not name the state whose it would be: "Vision 2030" of another state."""
    written = layers.tokens.surface(entity.start, entity.end)
    if initiative.kind != "national_strategy" or not written[-1].isdigit() or written == initiative.name or not initiative.proposers:
        return None
    named = {e.name for e in layers.entities if e.kind in ("state", "demonym", "metonym")}
    return written if named.isdisjoint(initiative.proposers) else None


def _initiative_mention(layers: Layers, start: int, end: int, name: str, rule: str, confidence: float) -> Mention:
    return Mention(layers.tokens.span(start, end), "initiative", name, layers.tokens.surface(start, end), rule, confidence)


def _relation_name(layers: Layers, index: int, name: str) -> str:
    """A level of relations is named with its pair: the one that the relation report found at the same place."""
    offset = layers.tokens.starts[index]
    for relation in layers.relations:
        if relation.kind == "relationship" and relation.span == Span(offset, relation.span.end):
            return f"{pair_name(relation.parties)} {relation.label}"
    return name
