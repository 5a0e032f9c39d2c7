"""Where a gathering is beside which somebody met, when another sentence tells it: "The forum opened in Lima. … on its sidelines"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from etl.extract.layers import PLACE_KINDS, Layers, Sentence
from etl.extract.meetings.towns import Town, town_of
from etl.records import MeetingReport

_GATHERINGS: Final = frozenset({"summit", "forum", "conference", "session", "assembly", "congress", "dialogue", "expo", "fair", "meeting"})
_HELD: Final = frozenset("held hosted convened opened opens began begins underway gathered kicked concluded ended place".split())
_TO_VERB: Final = 14
"""Tokens of "the summit, which brings together ten leaders, is" before the word by which it is told where that is."""
_TO_TOWN: Final = 6
_NO_TOWNS: Final = frozenset({"ahead", "until", "since"})


def where_beside(layers: Layers, report: MeetingReport) -> MeetingReport:
    """A meeting on the sidelines of a gathering of which the text names one town."""
    if report.place is not None or report.kind in ("visit", "call", "summit"):
        return report
    noun = report.host_event.split()[-1].lower() if report.on_sidelines and report.host_event else _noun_beside(layers, report)
    if noun not in _GATHERINGS:
        return report
    towns = {town for sentence in layers.sentences if (town := _town_of(layers, sentence, noun)) is not None}
    if len(towns) != 1:
        return report
    ((place, state),) = towns
    return replace(report, place=place, place_state=state)


def where_before(layers: Layers, report: MeetingReport) -> MeetingReport:
    """A meeting that goes on from the one town of the sentence before: "X opened a pier in Lima. She also met Y", "… on its sidelines"."""
    if report.place is not None or report.kind in ("visit", "call", "summit") or report.status != "held" or report.background:
        return report
    number = layers.number_of(report.span)
    if not number:
        return report
    sentence, before, lower = layers.sentences[number], layers.sentences[number - 1], layers.tokens.lower
    people = {p.person for p in report.participants if p.person is not None}
    same = any(mention.person in people for mention in layers.person_mentions.within(before.start, before.end))
    also = same and "also" in lower[sentence.start : sentence.start + _ALSO_REACH] and sentence.paragraph == before.paragraph
    beside = any(lower[i] in _BESIDE and lower[i - 1] in _ITS and lower[i + 1] != "of" for i in range(sentence.start + 1, sentence.end - 1))
    if not (also or beside):
        return report
    named = (e for e in layers.entities.within(before.start, before.end) if lower[e.start - 1] in ("in", "at"))
    towns = {town for e in named if (town := town_of(layers, e)) is not None}
    if len(towns) != 1:
        return report
    ((place, state),) = towns
    return replace(report, place=place, place_state=state)


_ALSO_REACH: Final = 8
"""Tokens at a sentence's beginning among which "also" stands."""
_ITS: Final = frozenset({"its", "their", "the"})


def _noun_beside(layers: Layers, report: MeetingReport) -> str | None:
    """What a gathering is called that the sentence names by its noun alone: "on the sidelines of the forum"."""
    number = layers.number_of(report.span)
    if number is None:
        return None
    words = layers.tokens.lower[layers.sentences[number].start : layers.sentences[number].end]
    beside = next((i for i, word in enumerate(words) if word in _BESIDE and words[i + 1 : i + 3] == ["of", "the"]), None)
    return words[beside + 3] if beside is not None and len(words) > beside + 3 else None


_BESIDE: Final = frozenset({"sidelines", "margins", "fringes"})


def _town_of(layers: Layers, sentence: Sentence, noun: str) -> Town | None:
    """The town in which a sentence with the gathering as its subject says that it is held."""
    lower = layers.tokens.lower
    index = next((i for i in range(sentence.start, sentence.end) if lower[i] == noun), None)
    if index is None or not _NO_TOWNS.isdisjoint(lower[sentence.start : index]):
        return None
    held = next((i for i in range(index + 1, min(sentence.end, index + _TO_VERB)) if lower[i] in _HELD), None)
    if held is None:
        return None
    for city in layers.entities.within(held + 1, min(sentence.end, held + _TO_TOWN)):
        if city.kind in PLACE_KINDS and lower[city.start - 1] in ("in", "at", "capital", "of"):
            return town_of(layers, city)
    return None
