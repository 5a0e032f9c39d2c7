"""The observations that can be judged: where each stands in its article, and what tells it from others at the same passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz

from etl.judgements.records import About
from etl.records import Mention, Observations, Span


class Thing(NamedTuple):
    """An observation: which (its index, or the mention itself), where, and what tells it apart."""

    which: int | Mention
    span: Span
    hint: str


OVERLAP = 0.5
"""Another version of the extractor may cut a claim a little differently: of both spans together so much must be shared."""
SAME_HINT: Mapping[About, float] = {"mention": 100.0, "meeting_report": 50.0, "claim": 50.0, "person_reference": 50.0}
"""How alike hints must be (rapidfuzz, 0 to 100). A mention that is read as something else is no longer the one judged."""


def things_of(about: About, seen: Observations, text: str) -> Iterator[Thing]:
    """Yield the observations of one sort."""
    yield from _THINGS[about](seen, text)


def find_thing(about: About, span: Span, hint: str, seen: Observations, text: str) -> Thing | None:
    """Return the observation that best fits a passage and a hint (ties: the first), None when there is none."""
    best: tuple[float, float, Thing] | None = None
    for thing in things_of(about, seen, text):
        shared = _shared(span, thing.span)
        alike = fuzz.ratio(hint, thing.hint)
        if shared < (1.0 if about == "mention" else OVERLAP) or alike < SAME_HINT[about]:
            continue
        if best is None or (shared, alike) > best[:2]:
            best = (shared, alike, thing)
    return best[2] if best else None


def _shared(a: Span, b: Span) -> float:
    both = min(a.end, b.end) - max(a.start, b.start)
    return both / (max(a.end, b.end) - min(a.start, b.start)) if both > 0 else 0.0


def _claims(seen: Observations, text: str) -> Iterator[Thing]:
    for claim in seen.claims:
        content = claim.content or claim.span
        yield Thing(claim.index, claim.span, text[content.start : content.end])


def _meeting_reports(seen: Observations, _: str) -> Iterator[Thing]:
    """Several meetings may stand in one sentence: who took part tells them apart."""
    people = {p.index: p.name or p.title or "" for p in seen.people}
    for report in seen.meetings:
        who = sorted(people.get(p.person, "") if p.person is not None else p.actor.name if p.actor else "" for p in report.participants)
        yield Thing(report.index, report.span, "; ".join(who))


def _mentions(seen: Observations, _: str) -> Iterator[Thing]:
    for mention in seen.mentions:
        yield Thing(mention, mention.span, f"{mention.kind} {mention.name}")


def _person_references(seen: Observations, _: str) -> Iterator[Thing]:
    """A person of an article stands where each of their mentions stands."""
    people = {p.index: p.name or p.title or "" for p in seen.people}
    for mention in sorted((m for m in seen.mentions if m.person is not None), key=lambda m: (m.span.start, -m.span.end)):
        if mention.person is not None:
            yield Thing(mention.person, mention.span, people.get(mention.person, ""))


_THINGS: dict[About, Callable[[Observations, str], Iterator[Thing]]] = {
    "claim": _claims,
    "meeting_report": _meeting_reports,
    "mention": _mentions,
    "person_reference": _person_references,
}
