"""Relations that an article states: levels of relations between two actors, memberships in organizations, documents signed."""

from __future__ import annotations

from etl.extract.layers import Layers, Sentence
from etl.lexicon.actors import load_actors
from etl.records import ActorRef, RelationReport

_LEVEL_HEADS = ("partnership", "relationship", "alliance", "coordination")
_STATUSES = (
    ("dialogue", "partner"),
    ("observer", "status"),
    ("observer",),
    ("full", "member"),
    ("member",),
    ("full", "membership"),
    ("membership",),
)
_SIGNED = frozenset({"signed", "signing", "inked", "concluded", "initialed"})
_ISSUED = frozenset({"issued", "adopted", "released"})
_DOCUMENTS = (
    ("joint", "statement"), ("joint", "declaration"), ("joint", "communique"), ("memorandum",), ("treaty",), ("agreement",), ("agreements",), ("protocol",),
    ("cooperation", "documents"), ("documents",), ("declaration",), ("roadmap",),
)  # fmt: skip


def find_relations(layers: Layers) -> None:
    """Fill `relations`."""
    for sentence in layers.sentences:
        _levels(layers, sentence)
        _memberships(layers, sentence)
        _agreements(layers, sentence)


def _states(layers: Layers, start: int, end: int) -> list[ActorRef]:
    found: list[ActorRef] = []
    for entity in layers.entities:
        if entity.start >= end:
            break
        if entity.start >= start and entity.kind in ("state", "demonym"):
            found.append(ActorRef("state", entity.name))
    return list(dict.fromkeys(found))


def _pair_in_view(layers: Layers, sentence: Sentence) -> list[ActorRef]:
    """The two states of the meeting that is being told, or None when it is not between two."""
    span = layers.tokens.span(sentence.start, sentence.end)
    best = None
    for report in layers.meetings:
        if report.background:
            continue
        if best is None or any(e.start <= span.start for e in report.evidence):
            best = report
    if best is None:
        return []
    world = load_actors()
    states = [ActorRef("state", s) for p in best.participants if p.actor is not None and (s := world.state_of(p.actor))]
    unique = list(dict.fromkeys(states))
    return unique if len(unique) == 2 else []


def _levels(layers: Layers, sentence: Sentence) -> None:
    tokens = layers.tokens
    for initiative in layers.initiatives:
        if initiative.kind != "partnership" or not sentence.start <= initiative.span.start < sentence.end:
            continue
        words = tokens.lower[initiative.span.start : initiative.span.end]
        if not any(head in words for head in _LEVEL_HEADS) or "strategic" not in words:
            continue
        pair = _states(layers, initiative.span.start, initiative.span.end)
        if len(pair) != 2:
            named = _states(layers, sentence.start, sentence.end)
            pair = named if len(named) == 2 else _pair_in_view(layers, sentence)
        if len(pair) != 2:
            continue
        start = next(
            k
            for k in range(initiative.span.start, initiative.span.end)
            if tokens.lower[k] in ("all", "comprehensive", "strategic", "privileged", "special", "enhanced", "permanent", "eternal")
        )
        level = tokens.surface(start, initiative.span.end)
        span = tokens.span(initiative.span.start, initiative.span.end)
        a, b = sorted(pair)
        layers.relations.append(RelationReport("relationship", (a, b), level, None, None, "unknown", None, span, "level", 0.85))


def _memberships(layers: Layers, sentence: Sentence) -> None:
    """ "X, (now) an SCO dialogue partner", "X joined the SCO", "X became a member of the SCO", "countries with SCO observer status"."""
    tokens = layers.tokens
    lower = tokens.lower
    organizations = [e for e in layers.entities if e.kind == "organization" and sentence.start <= e.start < sentence.end and not e.nested]
    for organization in organizations:
        ref = ActorRef("organization", organization.name)
        status, end = _status_after(lower, organization.end, sentence.end)
        if status:
            members = _states(layers, max(sentence.start, organization.start - 12), organization.start)
            for member in (
                members[-2:] if len(members) > 1 and "and" in lower[organization.start - 8 : organization.start] else members[-1:]
            ):
                _membership(layers, sentence, member, ref, status)
            continue
        before = lower[max(sentence.start, organization.start - 4) : organization.start]
        if "joining" in before or "joined" in before:
            verb = max(
                k for k in range(max(sentence.start, organization.start - 4), organization.start) if lower[k] in ("joining", "joined")
            )
            members = _states(layers, max(sentence.start, verb - 6), verb)
            if members:
                _membership(layers, sentence, members[-1], ref, "member")
        elif lower[organization.start - 1 : organization.start] in (["of"], ["the"]) and any(w in ("member", "membership") for w in before):
            members = _states(layers, sentence.start, organization.start)
            if (
                len(members) == 1
                and "become" not in lower[sentence.start : organization.start]
                and "candidate" not in lower[sentence.start : organization.start]
            ):
                _membership(layers, sentence, members[0], ref, "member")


def _status_after(lower: list[str], index: int, limit: int) -> tuple[str | None, int]:
    for words in _STATUSES:
        if tuple(lower[index : index + len(words)]) == words and index + len(words) <= limit:
            following = lower[index + len(words)] if index + len(words) < limit else ""
            if following in ("states", "countries", "state"):
                return None, index
            return {"observer": "observer", "dialogue": "dialogue partner"}.get(words[0], "member"), index + len(words)
    return None, index


def _membership(layers: Layers, sentence: Sentence, member: ActorRef, organization: ActorRef, status: str) -> None:
    span = layers.tokens.span(sentence.start, sentence.end)
    layers.relations.append(
        RelationReport("membership", (member, organization), status, None, None, "unknown", None, span, "membership", 0.7)
    )


def _agreements(layers: Layers, sentence: Sentence) -> None:
    """Documents that were signed or issued, by the parties of the meeting in view."""
    lower = layers.tokens.lower
    for index in range(sentence.start, sentence.end):
        word = lower[index]
        if word not in _SIGNED and word not in _ISSUED:
            continue
        found = None
        for words in _DOCUMENTS if word in _SIGNED else _DOCUMENTS[:3]:
            for start in range(sentence.start, sentence.end - len(words) + 1):
                if tuple(lower[start : start + len(words)]) == words:
                    found = (start, start + len(words), words)
                    break
            if found:
                break
        if found is None or any(w in lower[max(sentence.start, index - 3) : index] for w in ("will", "to", "not")):
            continue
        start, end, words = found
        limit = end
        while limit < sentence.end and lower[limit] not in (",", ".", ";", "and", "was", "were", "on") and limit - end < 14:
            limit += 1
        if limit < sentence.end and lower[limit] == "on":
            limit += 1
            while limit < sentence.end and lower[limit] not in (",", ".", ";", "was", "were") and limit - end < 16:
                limit += 1
        parties = _pair_in_view(layers, sentence) or _states(layers, sentence.start, sentence.end)
        if len(parties) < 2:
            continue
        report = next((m for m in layers.meetings if not m.background and m.status == "held"), None)
        kind = "_".join(words).removesuffix("s")
        kind = {
            "memorandum": "memorandum",
            "document": "other",
            "cooperation_document": "other",
            "protocol": "other",
            "roadmap": "other",
        }.get(kind, kind)
        title = layers.tokens.surface(start, limit)
        signed = report.start_on if report is not None and report.date_precision == "day" else None
        layers.relations.append(
            RelationReport(
                "agreement",
                tuple(sorted(parties)),
                title,
                kind,
                signed,
                "day" if signed else "unknown",
                report.index if report else None,
                layers.tokens.span(sentence.start, sentence.end),
                "signed",
                0.75,
            )
        )
        return
