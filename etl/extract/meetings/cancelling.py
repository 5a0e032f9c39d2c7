"""What is called off: whether a meeting is, where that is said after its phrase, and which day is only that of the decision."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from etl.extract.grammar import BE, DENIALS, FINITE, HAVE, WILL, was_to_have
from etl.extract.layers import DateValue, Layers, Sentence
from etl.extract.meetings.voices import told_alike
from etl.lexicon.meetings import MeetingWords, load_meeting_terms, load_meeting_words
from etl.lexicon.words import load_words

_BOTH_REACH: Final = 9
"""Tokens before a second noun of "cancelled a trip to Lima and a meeting with X"."""
_ANOTHER_CLAUSE: Final = (FINITE | {","}) - {"'s"}
_SUPPOSED: Final = frozenset("understood believed said reported known thought considered learnt learned rumoured".split())
"""Participles after which "to have met" tells of what was held."""
_NOT_HELD: Final = (
    ["take", "place"],
    ["be", "held"],
    ["happen"],
    ["materialise"],
    ["materialize"],
    ["come", "through"],
    ["come", "off"],
    ["go", "ahead"],
)
_DESCRIPTION, PREDICATE = 20, 5
"""Tokens of a relative clause about a meeting, and after it of the verb that says what became of that."""


def is_cancelled(before: list[str], after: list[str], words: MeetingWords, *, named: bool) -> bool:
    """ "Cancelled a meeting", "a meeting … was called off", "did not take place", "was to have met".

    `named`: whether the meeting is called by a noun, for who "is to have dinner" with somebody will.
    """
    supposed = before[-2:] == ["to", "have"] and not BE.isdisjoint(before[-4:-2]) and _SUPPOSED.isdisjoint(before[-3:-2])
    if supposed and not named:
        return True
    if (before[-1:] == ["to"] and _stays_at_home(before)) or not _CALLED_OFF.isdisjoint(pairwise(before)):
        return True
    if named and _has_pulled_out(before):
        return True
    both = before[-_BOTH_REACH:] if "and" in before[-4:] and _ANOTHER_CLAUSE.isdisjoint(before[-_BOTH_REACH:]) else before[-5:]
    for part in (both, after):
        if not _DROPPING_IN.isdisjoint(pairwise(part)):
            continue
        called_so = (i for i, word in enumerate(part) if word in words.cancelling_words and not (part is after and _is_attribute(part, i)))
        if next(called_so, None) is not None or not _PUT_OFF.isdisjoint(pairwise(part)):
            return True
    denied = (i + 1 for i, word in enumerate(after) if word in DENIALS)
    supposed = "held" in after and ("should", "have") in pairwise(after)  # "which should have been held on Monday"
    return (named and supposed) or any(after[i : i + len(held_not)] == held_not for i in denied for held_not in _NOT_HELD)


def _is_attribute(words: list[str], index: int) -> bool:
    """Whether a participle behind a comma qualifies what follows it: "After talks with X, delayed elections will be held"."""
    following = words[index + 1 : index + 2]
    return words[max(0, index - 1) : index] == [","] and bool(following) and following[0].isalpha() and following[0] not in _AFTER_OFF


_AFTER_OFF: Final = frozenset(
    "on until till by because for due from last to at in after before amid over following indefinitely this next earlier twice several "
    "a an the as when since late early and or yesterday today without".split()
)
_CALLED_OFF: Final = frozenset({("cancellation", "of"), ("postponement", "of")})
_DROPPING_IN: Final = frozenset({("dropped", "in"), ("dropped", "by"), ("drop", "in"), ("drop", "by"), ("dropping", "by"), ("drops", "by")})


def _has_pulled_out(before: list[str]) -> bool:
    """ "Pulled out of (a scheduled meeting)", "backed out of (talks)": whoever withdraws beforehand meets nobody."""
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i : i + 2] == ["out", "of"]), 0)
    words = load_meeting_words()
    return at > 0 and before[at - 1] in _PULLING and (words.meeting_fillers | words.arranged_words).issuperset(before[at + 2 :])


_PULLING: Final = frozenset("pull pulls pulled pulling back backs backed backing drop drops dropped dropping bow bowed".split())


def _stays_at_home(before: list[str]) -> bool:
    """ "Will not travel to Lima on Monday to meet X"."""
    verbs = load_meeting_terms().verbs
    return any(a in DENIALS and any(v.sense == "travel" for v in verbs.get(b, ())) for a, b in pairwise(before))


_PUT_OFF: Final = frozenset(
    {("called", "off"), ("put", "off"), ("fell", "through"), ("calls", "off"), ("calling", "off"), ("pushed", "back")}
)


def past_description(lower: list[str], which: int, sentence: Sentence) -> int | None:
    """Where a clause goes on after ", which was to be held in Lima,"; None where that tells of no plan."""
    arranged = load_meeting_words().arranged_words
    plan = not BE.isdisjoint(lower[which + 1 : which + 2]) and (
        lower[which + 2 : which + 3] == ["to"] or not arranged.isdisjoint(lower[which + 2 : which + 4])
    )
    if not plan and WILL.isdisjoint(lower[which + 1 : which + 2]):
        return None
    return next((i + 1 for i in range(which, min(sentence.end - 1, which + _DESCRIPTION)) if lower[i] == ","), None)


def moved_to(layers: Layers, sentence: Sentence, trigger: int) -> DateValue | None:
    """The day to which a meeting is put off or brought forward: "was postponed until Friday", "has been moved from Monday to Friday"."""
    lower = layers.tokens.lower
    for index in range(sentence.start, sentence.end - 2):
        moving = lower[index] in load_words().moving_words or tuple(lower[index : index + 2]) in _PUT_BACK
        if not moving or was_to_have(lower[sentence.start : index]) or not told_alike(layers, trigger, index):
            continue  # "was to have met X on Monday, but the talks were put off": what was to be on Monday is told
        for step in range(index + 1, min(sentence.end - 1, index + _MOVED_REACH)):
            day = layers.dates.starting(step + 1) if lower[step] in _UNTIL else None
            if day is not None and FINITE.isdisjoint(lower[index + 1 : step]):
                return day
    return None


_PUT_BACK: Final = frozenset({("put", "off"), ("puts", "off"), ("put", "back"), ("pushed", "back"), ("brought", "forward")})
_UNTIL: Final = frozenset({"to", "until", "till", "for"})
_MOVED_REACH: Final = 14
"""Tokens of "postponed her official visit to Peru" before "until"."""


def called_off(layers: Layers, sentence: Sentence, end: int) -> int | None:
    """Where it is said that a sitting was "postponed", "has been called off", after its phrase, place and day."""
    lower, end = layers.tokens.lower, _past_where_and_when(layers, end)
    step = end
    while step < sentence.end and (lower[step] in BE or lower[step] in HAVE or lower[step].endswith("ly")):
        step += 1
    if step == end or step + 1 >= sentence.end:
        return None
    off = lower[step] in load_meeting_words().cancelling_words or tuple(lower[step : step + 2]) in _PUT_OFF
    return step if off else None


def _past_where_and_when(layers: Layers, index: int) -> int:
    """Past "in Lima on Monday"."""
    for _ in range(2):
        step = index + (layers.tokens.lower[index : index + 1] in (["in"], ["at"], ["on"], ["for"]))
        place = next((e for e in layers.entities.within(step, step + 1) if e.kind in ("place", "metonym", "state")), None)
        date = layers.dates.starting(step)
        index = date.span.end if date is not None else place.end if place is not None and step > index else index
    return index


def is_day_of_cancelling(layers: Layers, start: int, end: int) -> bool:
    """Whether a day is that on which something was called off: "was postponed on Sunday", "on Monday postponed"; not "to Monday"."""
    lower, words = layers.tokens.lower, load_meeting_words().cancelling_words
    before = start - (lower[start - 1] == "on")
    if "'s" in lower[end - 1 : end + 1]:
        return False  # "cancelled Tuesday's trip"
    return lower[before - 1] in words or not words.isdisjoint(lower[end : end + 1])
