"""Days of other events that a sentence names beside its meeting: attacks, elections, agreements, earlier and proposed visits."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final

from etl.extract.grammar import BE, FINITE, GOVERNORS, HAVE
from etl.extract.layers import DateValue, Layers, Sentence
from etl.extract.meetings.noun_places import DEALING
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words

_POSSESSED: Final = 4
"""Tokens after "Tuesday's" among which the noun stands that it dates."""
_MILESTONES: Final = frozenset(
    "election re-election reelection inauguration appointment independence coup unification normalization".split()
)
"""What a date after "after" is of."""
_CONCLUDED: Final = frozenset(
    "signed adopted concluded established launched elected inaugurated ratified founded formed initialled".split()
)
"""Participles of agreements and offices, whose day is not that of the meeting which speaks of them."""


def is_of_dated_event(layers: Layers, sentence: Sentence, value: DateValue, trigger: int) -> bool:
    """Whether a date of the sentence is that of an event which the sentence names beside the meeting at the trigger."""
    at, lower = value.span.start, layers.tokens.lower
    return (
        _is_of_milestone(layers, at, trigger)
        or _is_of_something_concluded(layers, at, trigger)
        or _of_another(layers, value.span.end, trigger)
        or _of_one_held_before(layers, at, trigger)
        or _of_circumstance(layers, sentence, at, trigger)
        or _of_dealing(layers, at, trigger)
        or _of_what_is_arranged(layers, at, trigger)
        or is_attribute(layers, value)
        or _of_meeting_named(layers, value, trigger)
        or _of_earlier_one(layers, at, trigger)
        or _of_event_before(layers, value, trigger)
        or _of_proposal(lower, at, trigger)
        or _of_what_was_agreed(lower, at, trigger)
        or _of_title(layers, value)
    )


@cache
def _event_nouns() -> frozenset[str]:
    """Nouns of meetings and visits."""
    return frozenset({*load_meeting_terms().nouns, *load_meeting_words().visit_nouns})


def is_attribute(layers: Layers, value: DateValue) -> bool:
    """Whether a day says which event is meant: "in the aftermath of the September 11 attack", "the Jan. 8 election"."""
    tokens, end = layers.tokens, value.span.end
    if tokens.lower[value.span.start - 1] != "the" or value.precision != "day" or end >= len(tokens):
        return False
    if not any(word.isdigit() for word in tokens.words[value.span.start : end]):
        return False
    following = tokens.lower[end : end + _POSSESSED]
    body = tokens.is_capitalized(end) and layers.entity_at(end) is not None  # "the Nov. 8 Security Council resolution"
    plain = body or (following[0].isalpha() and not tokens.is_capitalized(end) and following[0] not in _NO_NOUNS)
    return plain and _event_nouns().isdisjoint(following) and load_meeting_words().occasion_nouns.isdisjoint(following)


def _of_meeting_named(layers: Layers, value: DateValue, trigger: int) -> bool:
    """Whether a day says which other meeting is meant: "X's visit comes before a May 18 summit with Y"."""
    lower, end = layers.tokens.lower, value.span.end
    if lower[value.span.start - 1] not in ("the", "a", "an", "their", "his", "her") or end >= len(lower):
        return False
    nouns = _event_nouns()
    named = next((i for i in range(end, min(len(lower), end + _POSSESSED)) if lower[i] in nouns), None)
    plain = named is not None and GOVERNORS.isdisjoint(lower[end:named]) and FINITE.isdisjoint(lower[end:named])
    return plain and named is not None and trigger < value.span.start - 1


def _of_earlier_one(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a date is that of another journey or meeting before: "her visit to Lima follows his earlier visits in May and June"."""
    lower = layers.tokens.lower
    if _EARLIER.isdisjoint(lower[min(trigger, index) + 1 : max(trigger, index)]):
        return False
    nouns = _event_nouns()
    earlier = (i for i in range(trigger + 2, index) if lower[i] in nouns and lower[i - 1] in _BEFORE_THIS)
    between = range(min(trigger, index) + 1, max(trigger, index))
    follows = any(lower[i] in _FOLLOWS and not nouns.isdisjoint(lower[i + 1 : i + 4]) for i in between)
    return follows or any(_AT.isdisjoint(lower[i - 3 : i - 1]) for i in earlier)


def _of_proposal(lower: list[str], index: int, trigger: int) -> bool:
    """Whether a date is that of a visit which a meeting prepares: "met to discuss the proposed visit of X to Lima next year"."""
    nouns = load_meeting_words().visit_nouns
    between = lower[trigger + 1 : index]
    return not _PROPOSED.isdisjoint(between) and any(a in _PROPOSED and b in nouns for a, b in pairwise(between))


def _of_what_was_agreed(lower: list[str], index: int, trigger: int) -> bool:
    """Whether a date is that of what a meeting follows up: "met to review the treaty as directed by X during her visit in May"."""
    between = lower[trigger + 1 : index]
    return "as" in between and any(a == "as" and b in _AGREED for a, b in pairwise(between))


def _of_title(layers: Layers, value: DateValue) -> bool:
    """Whether a year belongs to the name of a paper: "met over the Treaty of Friendship of 1950"."""
    tokens, start = layers.tokens, value.span.start
    return value.precision == "year" and tokens.lower[start - 1] == "of" and tokens.is_capitalized(start - 2)


_AGREED: Final = frozenset("agreed directed decided instructed mandated envisaged provided stipulated foreseen announced requested".split())
_PROPOSED: Final = frozenset({"proposed", "planned", "forthcoming", "upcoming", "possible"})


def _of_event_before(layers: Layers, value: DateValue, trigger: int) -> bool:
    """Whether a month is that of what somebody's journey follows: "her visit comes as ties are low, following the raid of last May"."""
    lower, nouns = layers.tokens.lower, load_meeting_terms().nouns
    between = lower[trigger + 1 : value.span.start]
    if value.precision == "day" or "following" not in between:
        return False
    after = between[between.index("following") + 1 :]
    return after[:1] in (["the"], ["a"], ["an"]) and nouns.keys().isdisjoint(after)


_AT: Final = frozenset({"at", "in", "during", "after"})
_BEFORE_THIS: Final = frozenset({"earlier", "previous", "last", "recent"})
_FOLLOWS: Final = frozenset({"follows", "follow", "followed", "succeeds"})
_EARLIER: Final = _BEFORE_THIS | _FOLLOWS
_NO_NOUNS: Final = (
    GOVERNORS
    | FINITE
    | frozenset("and or but when where while that which who as before after during ahead he she they it the a an this".split())
)


def _of_dealing(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a day is that on which a meeting to come was dealt with: "held a call on Monday to discuss preparations for the summit"."""
    between = layers.tokens.lower[index:trigger]
    return not DEALING.isdisjoint(between) and any(a == "to" and b in DEALING for a, b in pairwise(between))


def _of_one_held_before(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a date is that of another meeting in the same clause: "met X in a follow-up to the summit held earlier this year".

    "Discussed the visit taking place on Friday", "held talks about the summit to be held next week".
    """
    lower, nouns = layers.tokens.lower, _event_nouns()
    near = range(index - 1, max(trigger + 1, index - _HELD_BEFORE), -1)
    told = next((i for i in near if lower[i] in _HAPPENING or lower[i : i + 2] == ["taking", "place"]), None)
    if told is None:
        return False
    told -= 2 * (lower[told - 2 : told] == ["to", "be"])
    tail = next((i for i in range(told - 1, max(trigger, told - _NAMED_BEFORE), -1) if lower[i] in nouns), None)
    if tail is None or not _AT.isdisjoint(lower[max(trigger, tail - _ATTRIBUTES) : tail]):
        return False  # "will hold talks at a summit to be held on Friday"
    if any(pair in _BESIDE for pair in pairwise(lower[trigger:tail])):
        return False  # "met in the framework of the summit held on Friday"
    return tail == told - 1 or lower[tail + 1] in ("to", "in", "of")


_BESIDE: Final = frozenset({("framework", "of"), ("sidelines", "of"), ("margins", "of"), ("fringes", "of")})
_HAPPENING: Final = frozenset({"held", "scheduled", "planned"})
_HELD_BEFORE: Final = 6
_NAMED_BEFORE: Final = 10
"""Tokens of "the visit of President X to Lima" before it is told when that takes place."""
_ATTRIBUTES: Final = 5


def _of_circumstance(layers: Layers, sentence: Sentence, index: int, trigger: int) -> bool:
    """Whether a date is that of a circumstance before the clause: "With elections looming next year, X will meet Y"."""
    lower = layers.tokens.lower
    fronted = lower[sentence.start : index]
    return fronted[:1] == ["with"] and "," not in fronted and "," in lower[index:trigger] and not _LOOMING.isdisjoint(fronted)


def _of_what_is_arranged(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a day is that of what is to be done next: "are in Lima on a visit and are set to hold talks tomorrow"."""
    lower, arranged = layers.tokens.lower, load_meeting_words().arranged_words
    joined = (i for i in range(trigger + 1, index - 3) if lower[i] == "and" and lower[i + 1] in BE)
    return any(lower[i + 2] in arranged and lower[i + 3] == "to" for i in joined)


_LOOMING: Final = frozenset(
    "looming approaching nearing due scheduled set expected coming slated planned expiring ending beginning starting".split()
)


def _is_of_milestone(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a date is that of what came before: "his first visit to Lima after his re-election in 2021"."""
    words = layers.tokens.lower[trigger:index]
    if _MILESTONES.isdisjoint(words):
        return False
    after = next((i for i, word in enumerate(words) if word in ("after", "following")), None)
    return after is not None and not _MILESTONES.isdisjoint(words[after:])


def _is_of_something_concluded(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a date is that of an agreement or office which is spoken of: "under the agreement signed in May 2006"."""
    lower = layers.tokens.lower
    concluded = lower[index - 1] in ("in", "on") and lower[index - 2] in _CONCLUDED and trigger < index - 2
    return concluded and lower[index - 3] not in BE and lower[index - 3] not in HAVE


def _of_another(layers: Layers, end: int, trigger: int) -> bool:
    """Whether a date is possessive and of something else: "last Sunday's election", not "Tuesday's meeting"."""
    return layers.tokens.lower[end : end + 1] in (["'s"], ["'"]) and not end < trigger <= end + _POSSESSED
