"""Days in a sentence that are not those of its meeting: of what was said, of another event, of a journey, of an agreement."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from etl.extract.grammar import BE, FINITE
from etl.extract.layers import DateValue, Layers, Sentence
from etl.extract.meetings.dated_events import is_of_dated_event
from etl.extract.meetings.mentions import beyond_mention
from etl.extract.meetings.voices import told_alike
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.numbers import load_numbers
from etl.lexicon.words import load_words

_BYGONE: Final = frozenset("ended took erupted broke followed closed collapsed expired killed".split())
"""Past forms after "that" by which the clause is about the noun before it: "the war that ended in 2009"."""
_SINCE_REACH: Final = 32
"""Tokens of a clause that "since" opens, before the date in it."""
_AHEAD_OF: Final = (["prior", "to"], ["ahead", "of"])
_YEAR_REACH: Final = 4
_DIGITS: Final = 4
_COUNT_REACH: Final = 3
"""Tokens before "this year" among which "third" counts."""
_UNITS: Final = frozenset("day days week weeks month months year years".split())
_FRONT_UNITS: Final = 5
"""Tokens of "just over two weeks after" with which a sentence begins."""
_JOINING: Final = frozenset({"and", "before", "then"})


def is_of_another_event(layers: Layers, sentence: Sentence, value: DateValue, trigger: int) -> bool:
    """Whether a date of the sentence is that of something else than the meeting at the trigger."""
    at, lower = value.span.start, layers.tokens.lower
    return (
        _is_of_since(layers, sentence, at, trigger)
        or is_of_what_follows(layers, sentence, at, trigger)
        or is_of_other_time(layers, sentence, at, trigger)
        or not told_alike(layers, trigger, at)
        or _in_relative_clause(layers, at, trigger)
        or _is_of_what_was_said(layers, at, trigger)
        or beyond_mention(layers, trigger, at)
        or _of_journey_on(layers, trigger, at)
        or _counts_to_another(layers, value, trigger)
        or _ends_stay(layers, at, trigger)
        or _of_what_comes_then(layers, at, trigger)
        or _is_counted_in(layers, value)
        or is_of_dated_event(layers, sentence, value, trigger)
        or ";" in lower[min(at, trigger) : max(at, trigger)]
    )


def year_of(layers: Layers, sentence: Sentence, trigger: int) -> int | None:
    """The year that stands as an attribute before a noun of meeting: "the 2001 meeting between X and Y"."""
    lower = layers.tokens.lower
    for index in range(trigger - 1, max(sentence.start, trigger - _YEAR_REACH), -1):
        if (
            lower[index - 1] in ("the", "'s")
            and len(lower[index]) == _DIGITS
            and lower[index].isdecimal()
            and lower[index][:2] in ("19", "20")
        ):
            return int(lower[index])
    return None


def is_past_form(layers: Layers, index: int) -> bool:
    """Whether a verb tells of what was done, to which no coming day belongs: "discussed the chairmanship, which begins in May"."""
    forms = load_meeting_terms().verbs.get(layers.tokens.lower[index], ())
    return any(verb.form == "past" and verb.sense == "discuss" for verb in forms)


def is_past_relative(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a meeting is told in a relative clause, and a day behind it in the main one: "X, who later met Y, flies home on Friday"."""
    lower, start = layers.tokens.lower, layers.sentence_at(trigger).start
    opened = any(lower[i] == "," and lower[i + 1] == "who" for i in range(max(start, trigger - _WHO_REACH), trigger))
    if not opened or index < trigger:
        return False
    verbs = load_meeting_terms().verbs
    closed = (i + 1 for i in range(trigger + 1, index) if lower[i] == ",")
    return any(lower[i] in FINITE or any(v.form in ("past", "third") for v in verbs.get(lower[i], ())) for i in closed)


_WHO_REACH: Final = 5
"""Tokens of ", who later had" before a word of meeting."""


def _ends_stay(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a day is how long somebody stays: "she is in Lima until Friday and will meet X"."""
    return index < trigger and layers.tokens.lower[index - 1] in ("until", "till")


def _of_what_comes_then(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a day is that of what is done afterwards: "will fly to Lima to meet X before returning home on Friday"."""
    between = layers.tokens.lower[trigger:index]
    return not _THEN.isdisjoint(between) and any(a in _THEN and b.endswith("ing") for a, b in pairwise(between))


_THEN: Final = frozenset({"before", "after"})


def of_departure(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a day is that on which somebody set out for a gathering, or came from it: "left for Lima on Thursday to attend the summit",
    "returned home on Friday after attending the summit".
    """
    lower, verbs = layers.tokens.lower, load_meeting_terms().verbs
    start = layers.sentence_at(index).start
    gone = any(verb.sense == "travel" for i in range(start, index) for verb in verbs.get(lower[i], ()))
    return gone and index < trigger and not _FROM_OR_TO.isdisjoint(lower[index:trigger])


_FROM_OR_TO: Final = frozenset({"to", "after", "from"})


def _is_counted_in(layers: Layers, value: DateValue) -> bool:
    """Whether a year or month is that in which meetings are counted: "their third meeting this year", "for the second time this month"."""
    lower, start = layers.tokens.lower, value.span.start
    running = value.precision in ("year", "month") and lower[start] == "this"
    return running and not load_numbers().ordinals.keys().isdisjoint(lower[max(0, start - _COUNT_REACH) : start])


def _is_of_since(layers: Layers, sentence: Sentence, index: int, trigger: int) -> bool:
    """Whether a date belongs to what "since" opens: "since May", "their first talks since she took office last month"."""
    since = layers.tokens.lower[max(sentence.start, index - _SINCE_REACH) : index]
    return "since" in since and not (index - _SINCE_REACH < trigger < index and "since" not in layers.tokens.lower[trigger:index])


def is_of_what_follows(layers: Layers, sentence: Sentence, index: int, trigger: int) -> bool:
    """Whether a date or place is of what follows: "Prior to the forum on May 2, X met Y", "will meet Y ahead of the forum in Lima"."""
    lower = layers.tokens.lower
    if index > trigger:
        ahead = next((i for i in range(trigger + 1, index) if lower[i : i + 2] in _AHEAD_OF), None)
        between = lower[ahead:index] if ahead is not None else []
        if "," in between and lower[ahead + between.index(",") + 1] in _SAYING_WHEN if ahead is not None else False:
            return True  # "ahead of the summit, to be held in May"
        return ahead is not None and not {",", "and"} & set(between)
    start = next((i for i in range(sentence.start, index) if lower[i : i + 2] in _AHEAD_OF), None)
    opens = start is not None and (start == sentence.start or lower[start - 1] in (":", "-", "–", "—"))
    return opens and "," in lower[index:trigger]


_SAYING_WHEN: Final = frozenset({"to", "which", "scheduled", "due", "set", "planned"})


def is_of_other_time(layers: Layers, sentence: Sentence, index: int, trigger: int) -> bool:
    """Whether a date or place and the trigger lie days apart: "Two weeks after she met X in Quito, Y flew to Lima on Friday to meet Z"."""
    lower, start = layers.tokens.lower, sentence.start
    # "The day before, X had met Y" is the day itself
    opening = lower[start : min(sentence.end, start + _FRONT_UNITS + 1)]
    apart = any(a in _UNITS and b in _THEN and c != "," for a, b, c in zip(opening, opening[1:], opening[2:], strict=False))
    return apart and "," in lower[min(index, trigger) : max(index, trigger)]


def of_other_verb(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a further verb stands between a date and the trigger: "flew to Lima on Friday and met X", "met X and left on Friday"."""
    lower, first, last = layers.tokens.lower, min(index, trigger), max(index, trigger)
    verbs = load_meeting_terms().verbs
    joined = (i for i in range(first + 1, last) if lower[i] in _JOINING)
    return any(not verbs.keys().isdisjoint(lower[i + 1 : i + 3]) for i in joined)


def is_before_speech(layers: Layers, end: int, trigger: int) -> bool:
    """Whether what is said on a day speaks of another: "met X on Saturday and praised his recent visit"."""
    lower, verbs = layers.tokens.lower, load_words().quote_verbs
    return any(lower[i] == "and" and lower[i + 1] in verbs for i in range(end, trigger - 1))


def is_of_purpose(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a day after an arrival is that of what somebody came for: "has arrived in Lima to attend a fair on Friday"."""
    between = layers.tokens.lower[trigger:index]
    return any(a == "to" and b in _PURPOSES for a, b in pairwise(between))


_PURPOSES: Final = frozenset("attend join celebrate mark participate take address deliver commemorate witness".split())


def _of_journey_on(layers: Layers, trigger: int, index: int) -> bool:
    """Whether a day after a meeting is that of the journey that follows: "met X and then flew to Lima on Friday"."""
    lower, verbs = layers.tokens.lower, load_meeting_terms().verbs
    if _JOINING.isdisjoint(lower[trigger + 1 : index]):
        return False
    joined = (i for i in range(trigger + 1, index) if lower[i] in _JOINING)
    return any(v.sense == "travel" for i in joined for word in lower[i + 1 : min(index, i + 3)] for v in verbs.get(word, ()))


def _counts_to_another(layers: Layers, value: DateValue, trigger: int) -> bool:
    """Whether a day is that of what follows it: "met three days after they had talked" says when they had talked.

    "Comes two weeks after that of X, who met Y" says when somebody else came.
    """
    lower, end = layers.tokens.lower, value.span.end
    if end < trigger and lower[end - 1] in ("after", "before") and not {"who", "which", "whose"}.isdisjoint(lower[end:trigger]):
        return True
    return trigger < value.span.start and lower[end - 1] == "after" and lower[end : end + 1] != [] and lower[end][:1].isalpha()


def is_apart(layers: Layers, index: int, anchor: int) -> bool:
    """Whether a date stands with the one met before: "met A on Monday and B on Tuesday"; "over breakfast on Saturday, with C" is C's."""
    lower = layers.tokens.lower
    return index < anchor and "and" in lower[index:anchor]


def _is_of_what_was_said(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a day after a meeting is that of what was said there: "during the talks it was noted that the fair would open on May 2"."""
    lower, verbs = layers.tokens.lower, load_words().quote_verbs
    if "that" not in lower[trigger + 3 : index]:
        return False
    return any(lower[i] == "that" and lower[i - 1] in verbs and lower[i - 2] in BE for i in range(trigger + 3, index))


def _is_held(words: list[str]) -> bool:
    """Whether a relative clause is about the meeting itself: "(which) was held", "(which) took place"."""
    return words == ["took", "place"] or (not BE.isdisjoint(words[:1]) and words[1:] in (["held"], ["convened"], ["hosted"]))


def _is_one_phrase(words: list[str]) -> bool:
    """Whether nothing but "of X of Y" stands behind a noun: "the Summit of Leaders of the Coastal States (that was held in May)"."""
    if words[:1] != ["of"] or "," in words or not FINITE.isdisjoint(words):
        return False
    return load_meeting_terms().nouns.keys().isdisjoint(words) and load_meeting_words().occasion_nouns.isdisjoint(words)


_OWN_REACH: Final = 4
"""Tokens between a noun of meeting and "that was held", which still is of the meeting."""


_RELATIVE: Final = frozenset({"who", "which", "whose", "that"})


def _in_relative_clause(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a token stands in ", who took office on June 27," while the trigger does not."""
    lower = layers.tokens.lower
    start = layers.sentence_at(index).start
    if _RELATIVE.isdisjoint(lower[start:index]):
        return False
    for step in range(index - 1, start, -1):
        if lower[step] == ",":
            return False
        of_another = lower[step] == "that" and lower[step + 1] in BE and step - trigger > _OWN_REACH  # "a forum that was last held in 2018"
        of_another = of_another and not (
            trigger < step and _is_held(lower[step + 1 : step + 3]) and _is_one_phrase(lower[trigger + 1 : step])
        )
        if trigger < step and lower[step] == "which" and _is_held(lower[step + 1 : step + 3]):
            return False  # "the last session, which was held in May"
        if lower[step] in ("who", "which", "whose") or (lower[step] == "that" and lower[step + 1] in _BYGONE) or of_another:
            return not step < trigger <= index
    return False
