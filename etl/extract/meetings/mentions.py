"""Meetings of those in view that the text only mentions: "their talks in Lima", "Thursday's talks at her ministry"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from etl.extract.grammar import BE
from etl.extract.layers import PLACE_KINDS, Layers, Sentence
from etl.extract.meetings.candidate import PEOPLE_IN_VIEW, Candidate
from etl.extract.meetings.noun_places import GATHERINGS, MeetingNoun, noun_candidate
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words

RULE: Final = "mentioned"
"""How the rules of such meetings begin: told of in passing, whatever the tense around them."""
_REACH: Final = 5
_ARRANGED_REACH: Final = 9
"""Tokens of "to set up a high-level meeting"."""
_COMING: Final = frozenset({"upcoming", "forthcoming", "scheduled", "slated"})
_MAX_PLACE: Final = 3
_BEFORE_DAYS: Final = frozenset({"on", "of", "in"})
_NO_ATTRIBUTES: Final = frozenset("their the his her its a by of on this".split())
_POSSESSIVES: Final = (["'s"], ["'"])
_RELATIVES: Final = frozenset({"that", "which"})


def read_mention(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> Candidate | None:
    """ "Their meeting in Lima", "their last talks, in May", "Monday's meeting", "the encounter in Lima that was suspended"."""
    if noun.kind in GATHERINGS or noun.kind == "meal" or (noun.plural and noun.format == "meeting"):
        return None
    lower, start = layers.tokens.lower, _opening(layers, sentence, noun)
    if lower[start - 1 : start] == ["their"] and start > sentence.start:
        found = _end_of_setting(layers, sentence, noun)
    elif _is_dated(layers, sentence, start):
        found = noun.end
    elif lower[start - 1 : start] == ["the"]:
        found = _end_of_setting(layers, sentence, noun)
        found = found if found and _is_called_off(lower, found) else 0
    else:
        return None
    if not found:
        return None
    mention = noun_candidate(layers, noun, [PEOPLE_IN_VIEW], f"{RULE}-{noun.format}", 0.7, end=found)
    return replace(mention, earlier=mention.status == "held") if mention is not None else None


_FURTHER: Final = _COMING | {"their", "to"}
"""One of these stands where a further meeting is mentioned."""


def beyond_mention(layers: Layers, trigger: int, index: int) -> bool:
    """Whether a further meeting stands between a trigger and a place or day after it: "a meeting that followed their talks in Quito",
    "discussed preparations for the summit to be held in Quito".
    """
    lower, nouns = layers.tokens.lower, load_meeting_terms().nouns
    between = lower[trigger + 1 : index]
    if _FURTHER.isdisjoint(between):
        return False
    if any(word == "their" and not nouns.keys().isdisjoint(between[i + 1 : i + _REACH]) for i, word in enumerate(between)):
        return True
    for at, word in enumerate(between):
        planned = word == "to" and between[at + 1 : at + 2] not in (["hold"], ["have"])
        planned = planned and not {"a", "an", "another"}.isdisjoint(between[at + 2 : at + 4])
        if planned and not nouns.keys().isdisjoint(between[at + 2 : at + _ARRANGED_REACH]):
            return True  # "met, seeking to set up a summit in Quito"
    for ahead, word in enumerate(between):
        due = between[ahead : ahead + 3] == ["due", "to", "be"]  # "preparations for the summits, due to be held on May 5"
        if not (due or between[ahead : ahead + 2] == ["to", "be"] or word in _COMING) or "," in between[ahead:]:
            continue
        near = {w.removesuffix("s") for w in between[0 if due else max(0, ahead - _REACH) : ahead + _REACH]}
        if not (nouns.keys().isdisjoint(near) and load_meeting_words().occasion_nouns.isdisjoint(near)):
            return True
    return False


def _opening(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> int:
    """Where a noun's attributes begin: "(their) first bilateral talks"."""
    lower, fillers, step = layers.tokens.lower, load_meeting_words().meeting_fillers, noun.start
    while step > max(sentence.start, noun.start - _REACH) and lower[step - 1] in fillers and lower[step - 1] not in _NO_ATTRIBUTES:
        step -= 1
    return step


def _is_dated(layers: Layers, sentence: Sentence, start: int) -> bool:
    """Whether a day possesses the noun: "Thursday's talks", "today's meeting"."""
    day = layers.dates.ending(start - 1) if layers.tokens.lower[start - 1 : start] in _POSSESSIVES else None
    return day is not None and day.span.start >= sentence.start and day.precision == "day"


def _end_of_setting(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> int:
    """Where the place or day ends that stands right after a noun; 0 without one, for then it is the meeting just told of."""
    lower, end = layers.tokens.lower, noun.end
    while end < sentence.end:
        after = end + (lower[end] == "," and end + 1 < sentence.end)
        if lower[after] in ("in", "at"):
            place = next((e for e in layers.entities.within(after + 1, after + 3) if e.kind in PLACE_KINDS and not e.nested), None)
            place_end = place.end if place is not None else _end_of_name(layers, after + 1, sentence)
        else:
            place_end = 0
        date = layers.dates.starting(after) or (layers.dates.starting(after + 1) if lower[after] in _BEFORE_DAYS else None)
        further = date.span.end if date is not None else place_end
        if not further:
            break
        end = further
    return end if end > noun.end else 0


def _end_of_name(layers: Layers, index: int, sentence: Sentence) -> int:
    """Where the capitalised words end that may name a place which no list has; 0 where they name something else."""
    end = index
    while end < min(sentence.end, index + _MAX_PLACE) and layers.tokens.is_capitalized(end):
        end += 1
    known = layers.entities.within(index, end) or layers.person_mentions.within(index, end) or layers.dates.within(index, end)
    return end if end > index and not known else 0


def _is_called_off(lower: list[str], index: int) -> bool:
    """Whether a relative clause says that it did not take place: "that was suspended", "which had been called off"."""
    after = lower[index : index + 6]
    after = after[1:] if after[:1] == [","] else after
    if after[:1] and after[0] not in _RELATIVES:
        return False
    off = not load_meeting_words().cancelling_words.isdisjoint(after[1:5]) or "off" in after
    return off and len(after) > 1 and (after[1] in BE or after[1] == "had")
