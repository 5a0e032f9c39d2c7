"""Where a visitor is: the last visit that the text has told of, and what took place during it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from etl.extract.filing import dateline_place
from etl.extract.layers import PLACE_KINDS, Layers, Sentence
from etl.extract.meetings.candidate import Candidate
from etl.extract.meetings.presence import presences
from etl.extract.meetings.towns import Town, town_of
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.records import MeetingReport


class Stay(NamedTuple):
    """The last visit that the text has told of: who the guests are, and where."""

    guests: frozenset[int | None]
    place: str | None
    state: str | None


def stay_of(report: MeetingReport) -> Stay | None:
    """The stay that a visit is; None for other meetings and visits that are only looked back at."""
    if report.kind != "visit" or (report.background and report.status == "held"):
        return None
    return Stay(frozenset(p.person for p in report.participants if p.role == "guest"), report.place, report.place_state)


def is_town(place: str) -> bool:
    """Whether a place is more than a state; a city that is a state of its own, like Singapore, is both."""
    actors = load_actors()
    return place not in actors.state_names.values() or place in actors.places


_ANOTHER: Final = frozenset({"a", "an"})


def at_stay(layers: Layers, candidate: Candidate, report: MeetingReport, stay: Stay | None) -> MeetingReport:
    """A meeting "during the visit" is where the visit was, if that was a town."""
    words = layers.tokens.lower[candidate.sentence.start : candidate.sentence.end]
    nouns = load_meeting_words().visit_nouns
    during = "during" in words and any(w in nouns and _ANOTHER.isdisjoint(words[max(0, i - 4) : i]) for i, w in enumerate(words))
    if stay is None or report.kind in ("visit", "call") or report.place is not None or not during:
        return report
    town = stay.place is not None and is_town(stay.place)
    guests = any(p.person in stay.guests for p in report.participants)
    return replace(report, place=stay.place, place_state=stay.state) if town and guests else report


def where_told(layers: Layers, report: MeetingReport) -> MeetingReport:
    """A meeting of which a sentence behind it says where it was: "… held talks on Monday. In the meeting, held in Quito, they agreed …"."""
    if report.kind in ("visit", "call") or report.status != "held" or report.place not in (None, dateline_place(layers)):
        return report
    number = layers.number_of(report.span)
    if number is None:
        return report
    for sentence in layers.sentences[number + 1 : number + 1 + _TOLD_BEHIND]:
        if (place := _held_in(layers, sentence)) is not None:
            return replace(report, place=place[0], place_state=place[1])
    return report


def _held_in(layers: Layers, sentence: Sentence) -> Town | None:
    """Where a sentence that opens with "the meeting" says that it was held."""
    nouns, lower = load_meeting_terms().nouns, layers.tokens.lower
    for index in range(sentence.start + 1, min(sentence.end - 3, sentence.start + _OPENING)):
        if lower[index] not in nouns or lower[index - 1] not in ("the", "this"):
            continue
        after = lower[index + 1 : min(sentence.end, index + _OPENING)]
        held = next((i for i, pair in enumerate(pairwise(after)) if pair in _HELD_IN), None)
        if held is None or held > _HELD_REACH:
            return None
        start = index + 1 + held + 2
        cities = (e for e in layers.entities.within(start, min(sentence.end, start + _VENUE)) if e.kind in PLACE_KINDS)
        city = next((e for e in cities if e.start == start or lower[e.start - 1] in ("of", "city", "capital", "in")), None)
        return town_of(layers, city)
    return None


_TOLD_BEHIND: Final = 2
"""Sentences behind the one that tells of a meeting in which it may be said where that was."""
_VENUE: Final = 14
"""Tokens of the phrase that says where it was."""
_HELD_IN: Final = frozenset((verb, preposition) for verb in ("held", "place", "happened", "conducted") for preposition in ("in", "at"))
_HELD_REACH: Final = 4
_OPENING: Final = 7
"""Tokens of the opening of a sentence that names the meeting."""


_STAYED: Final = frozenset({"held", "planned"})


def where_visited(layers: Layers, report: MeetingReport, reports: list[MeetingReport]) -> MeetingReport:
    """A meeting of a guest with somebody of the state visited, on the days of the visit to one of its towns, is in that town.

    So is one of which the same sentence says what the guest came for: "held talks with X, who arrived in Lima for a visit".
    """
    guessed = report.place is not None and report.place == dateline_place(layers)
    if (
        report.kind in ("visit", "call", "summit")
        or report.status not in _STAYED
        or report.on_sidelines
        or not (report.place is None or guessed)
    ):
        return report
    people = {p.person for p in report.participants if p.person is not None}
    hosts = {p.actor.name for p in report.participants if p.actor is not None}
    towns: set[tuple[str | None, str | None]] = {
        (visit.place, visit.place_state)
        for visit in reports
        if visit.kind == "visit"
        and visit.status in _STAYED
        and (visit.status == "held" or report.status == "planned")
        and any(p.person in people and p.actor is not None and p.actor.name != visit.place_state for p in visit.participants)
        and visit.place_state in hosts
        and (
            visit.span in report.evidence
            or ((not guessed or _is_at_home(report, visit)) and _is_during(report, visit))
            or (guessed and _is_told_from_home(report, visit))
        )
    }
    known = [p for p in presences(layers) if p.person in people]
    towns = towns or {(p.place, p.state) for p in known if p.state in hosts}
    if report.status != "held" and len(towns) != 1:
        return report
    towns = towns or _of_gathering(report, reports) or _abroad(report, reports)
    if _is_news(layers, report):
        homes = {p.actor.name for p in report.participants if p.person in {who.person for who in known} and p.actor is not None}
        away = not guessed or report.place_state in homes
        towns = towns or {(p.place, p.state) for p in known if not p.by_arrival and away}
        towns = towns or {(p.place, p.state) for p in known if p.start < report.span.start and report.place is None}
    if len(towns) != 1:
        return report
    ((place, state),) = towns
    abroad = guessed and report.place_state not in (None, state)  # written at home, while the guest is abroad
    return replace(report, place=place, place_state=state) if abroad or (place is not None and is_town(place)) else report


def _is_at_home(report: MeetingReport, visit: MeetingReport) -> bool:
    """Whether the place of the news is the guest's own state, which the guest had left: "LIMA – X returned on Monday from Quito"."""
    homes = {p.actor.name for p in visit.participants if p.role == "guest" and p.actor is not None}
    return report.place_state in homes and visit.end_on is not None and visit.end_on != visit.start_on


def _is_told_from_home(report: MeetingReport, visit: MeetingReport) -> bool:
    """Whether the news was filed at the guest's home, who is abroad and met the hosts there in these days: "VILNIUS – X, on a visit to
    Lima, was received by Y. On Tuesday she met Z".
    """
    homes = {p.actor.name for p in visit.participants if p.role == "guest" and p.actor is not None}
    under_way = (visit.status, visit.background) == ("held", False) and visit.span.start < report.span.start
    if report.place_state not in homes or not under_way or visit.start_on is None or report.start_on is None or report.status != "held":
        return False
    return report.date_precision == "day" and 0 <= (visit.start_on - report.start_on).days <= _NEWS_DAYS


def _of_gathering(report: MeetingReport, reports: list[MeetingReport]) -> set[tuple[str | None, str | None]]:
    """Where a gathering is that one of them attends that day, when the text was written elsewhere."""
    people = {p.person for p in report.participants if p.person is not None}
    return {
        (other.place, other.place_state)
        for other in reports
        if other.kind == "summit"
        and other.status == "held"
        and other.place is not None
        and report.start_on is not None
        and other.start_on == report.start_on
        and any(p.person in people for p in other.participants)
    }


def _abroad(report: MeetingReport, reports: list[MeetingReport]) -> set[tuple[str | None, str | None]]:
    """Where one of them is on the day of the news, away from home: "X is in New York, where she … She also met Y"."""
    return {
        (visit.place, visit.place_state)
        for visit in reports
        if visit.kind == "visit"
        and (visit.status, visit.background) == ("held", False)
        and visit.place is not None
        and is_town(visit.place)
        and visit.start_on is not None
        and visit.start_on == report.start_on
        and visit.span.start < report.span.start
        and {p.person for p in visit.participants if p.role == "guest"} & {p.person for p in report.participants}
    }


def where_that_day(layers: Layers, report: MeetingReport, reports: list[MeetingReport]) -> MeetingReport:
    """A meeting of unknown place, or of which only the state is known, is in the one town where somebody met others on that day."""
    known = report.place if report.place is not None and is_town(report.place) else None
    also = " also " in layers.article.text[report.span.start : report.span.end]
    undated = also and report.date_precision == "unknown" and layers.article.published_on is None and not report.background
    dated = report.date_precision == "day" or undated
    if report.kind in ("visit", "call", "summit") or report.status != "held" or known is not None or not dated:
        return report
    people = {p.person for p in report.participants if p.person is not None and p.role != "accompanying"}
    towns = {
        (other.place, other.place_state)
        for other in reports
        if other.kind not in ("visit", "call")
        and other.status == "held"
        and other.place is not None
        and is_town(other.place)
        and not (undated and other.background)
        and not _comes_first(layers, report, other)
        and (report.place is None or other.place_state == report.place_state)
        and (other.start_on, other.end_on) == (report.start_on, report.end_on)
        and any(p.person in people for p in other.participants)
    }
    if len(towns) != 1:
        return report
    ((place, state),) = towns
    return replace(report, place=place, place_state=state)


def _comes_first(layers: Layers, report: MeetingReport, other: MeetingReport) -> bool:
    """Whether a sentence begins with one meeting and goes on with a journey to the other: "After meeting X, she flew to Lima to see Y"."""
    told = layers.article.text[report.span.start : report.span.end].lower()
    return report.span == other.span and told.startswith(("after ", "following "))


def _is_news(layers: Layers, report: MeetingReport) -> bool:
    """Whether a meeting is of the days of which the text tells what "is" so."""
    published = layers.article.published_on
    return not report.background and (report.start_on is None or published is None or abs((published - report.start_on).days) <= _NEWS_DAYS)


_NEWS_DAYS: Final = 4


def _is_during(report: MeetingReport, visit: MeetingReport) -> bool:
    """Whether a meeting is dated by a visit, or to one of its days."""
    if report.dated_by == "visit" and report.start_on is None:
        return True
    if report.start_on is None or visit.start_on is None or visit.end_on is None:
        return False
    return visit.start_on <= report.start_on <= visit.end_on
