"""Where a meeting was that the headline tells of: "X holds talks with Y in Lima"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from etl.extract.layers import Layers, once
from etl.extract.meetings.towns import Town
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_terms
from etl.records import MeetingReport

_LEAD: Final = 3
"""Sentences of a text that tell what its headline does."""
_MAX_TOWN: Final = 3
_MEETING: Final = frozenset({"meet", "receive", "host", "call_on", "hold"})
_OF_ANOTHER: Final = frozenset("on over about of after amid despite before following as for against from to".split())
"""Words behind the meeting's by which a place belongs to something else: "talks with X on the war in Quito"."""
_EDGES: Final = ".,:;–—-'’“”\"()"


def where_headline(layers: Layers, report: MeetingReport) -> MeetingReport:
    """A meeting of the lead, of which nothing else says where it was, is in the town of the headline that tells of it."""
    town = _town_of_headline(layers)
    if town is None or report.place is not None or report.kind in ("visit", "call") or report.status == "cancelled" or report.background:
        return report
    number = layers.number_of(report.span)
    if number is None or number >= _LEAD or not _is_named(layers, report):
        return report
    return replace(report, place=town[0], place_state=town[1])


def _is_named(layers: Layers, report: MeetingReport) -> bool:
    """Whether the headline names one of those who take part, or one of their states."""
    title = set(_words(layers))
    people = (layers.people[p.person] for p in report.participants if p.person is not None)
    return any(person.name is not None and not title.isdisjoint(person.name.lower().split()) for person in people)


@once
def _town_of_headline(layers: Layers) -> Town | None:
    """The town in which a headline says that somebody meets; None where it does not."""
    words, plain = (layers.article.title or "").split(), _words(layers)
    terms = load_meeting_terms()
    told = next(
        (i for i, word in enumerate(plain) if word in terms.nouns or any(v.sense in _MEETING for v in terms.verbs.get(word, ()))), None
    )
    if told is None:
        return None
    at = next((i for i in range(told + 1, len(plain)) if plain[i] == "in"), None)
    if at is None or not _OF_ANOTHER.isdisjoint(plain[told + 1 : at]):
        return None
    places = load_actors().places
    for size in range(_MAX_TOWN, 0, -1):
        place = places.get(" ".join(word.strip(_EDGES) for word in words[at + 1 : at + 1 + size]))
        if place is not None and place[1]:
            return place[0], place[1]
    return None


def _words(layers: Layers) -> list[str]:
    """The words of the headline, in small letters, without marks at their edges."""
    return [word.strip(_EDGES).removesuffix("'s").removesuffix("’s").lower() for word in (layers.article.title or "").split()]
