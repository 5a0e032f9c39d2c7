"""Whether a meeting that was held lies before what the text tells of: "had met", "their last talks", "earlier this year"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final

from etl.extract.grammar import DETERMINERS, GENITIVE_S, HAVE, PERSONAL_POSSESSIVES
from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.voices import in_first_sentence
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words

_NEAR: Final = 6
"""Tokens before a trigger among which a word makes it unreal."""
_PERFECT: Final = 9
"""Tokens before a trigger among which "had" makes it earlier: "had earlier in the week been received"."""
_OUTCOMES: Final = frozenset({("results", "of"), ("outcome", "of"), ("outcomes", "of")})
"""What somebody tells of after a meeting: "briefed the Cabinet on the results of his talks with X"."""
_BACK: Final = frozenset({"prior", "last", "previous", "previously", "earlier", "past", "first", "recent"})
_POINTING: Final = (["it"], ["that"], ["this"])
_BEING: Final = frozenset({"was", "is", "marked", "marks", "'s"})
_UNITS: Final = frozenset({"day", "days", "week", "weeks", "month", "months"})
"""Units before "after", as in "a week after she had held talks with X"."""
_HEELS: Final = ("heels", "of")
_COUNTED_REACH: Final = 20
"""Tokens from "a week after" to the verb, past the names and titles of those who met."""
_AT_OPENING: Final = frozenset({"in", "at", "during", "over"})


def is_earlier(layers: Layers, sentence: Sentence, trigger: int, verb: int | None, before: list[str], *, leads: bool, told: bool) -> bool:
    """Whether a meeting that was held lies before what the text tells of: "had met", "their last talks", "earlier this year"."""
    lower, words, at = layers.tokens.lower, load_meeting_words(), trigger if verb is None else verb
    near = lower[max(sentence.start, trigger - _NEAR) : min(sentence.end, trigger + 3)]
    reach = lower[max(sentence.start, trigger - _PERFECT) : min(sentence.end, trigger + 3)]
    if _is_auxiliary_had(reach) and not words.meeting_participles.isdisjoint(near):
        return True
    if any(pair in _OUTCOMES for pair in pairwise(before[-_NEAR:])) or _is_recalled(lower, sentence, at):
        return True
    if _is_counted_from(lower[max(sentence.start, at - _COUNTED_REACH) : at]) or "previously" in near:
        return True
    if ("recently" in near or _opens_with_time_gone(lower, sentence)) and not in_first_sentence(layers, trigger):
        return True
    back = _BACK.intersection(lower[max(sentence.start, trigger - 3) : trigger])
    return bool(back) and (back != {"first"} or not _is_news(layers, sentence, trigger, verb, leads=leads, told=told))


def _is_news(layers: Layers, sentence: Sentence, trigger: int, verb: int | None, *, leads: bool, told: bool) -> bool:
    """Whether a "first" meeting is the one that the text tells of, and none before it."""
    lower, at = layers.tokens.lower, trigger if verb is None else verb
    # "In his first talks with X, Y promised"
    opens = leads and lower[sentence.start] in _AT_OPENING
    # "had their first talks", and where the report begins with it: "X and Y held their first talks"
    has = verb is not None and (lower[verb] in HAVE or in_first_sentence(layers, verb))
    # "That was their first meeting"
    opens_so = lower[sentence.start : sentence.start + 1] in _POINTING and lower[sentence.start + 1] in _BEING
    # "glad of his first visit to Lima"
    own = lower[trigger] in load_meeting_words().visit_nouns and not PERSONAL_POSSESSIVES.isdisjoint(lower[trigger - 3 : trigger])
    goes_on = told and lower[at - 1] == "first" and _goes_on_to(layers, sentence, at)
    return opens or has or opens_so or own or goes_on or _is_own_first(lower[max(sentence.start, trigger - 4) : trigger])


def _opens_with_time_gone(lower: list[str], sentence: Sentence) -> bool:
    """ "Earlier this year she received X", "earlier in the month", "early in the year"."""
    first, *rest = lower[sentence.start : sentence.start + 4]
    return first in ("earlier", "early") and (rest[:2] in _OF_THIS or rest in _IN_THE)


_OF_THIS: Final = (["this", "month"], ["this", "year"])
_IN_THE: Final = (["in", "the", "month"], ["in", "the", "year"])


@cache
def _fillers() -> frozenset[str]:
    words = load_meeting_words()
    return words.meeting_fillers | words.visit_fillers | DETERMINERS | GENITIVE_S


def _is_recalled(lower: list[str], sentence: Sentence, noun: int) -> bool:
    """ "Recalled her recent talks in Lima with X"."""
    words, step = load_meeting_words(), noun - 1
    skipped = _fillers()
    while step > sentence.start and (lower[step] in skipped or lower[step] == "-" or lower[step].isdecimal()):
        step -= 1
    return lower[step] in words.recalling_verbs or lower[step : step + 2] == ["back", "on"]


def _is_counted_from(before: list[str]) -> bool:
    """ "A week after she met X, the pact is dead", "on the heels of talks"; not "a week after the vote, she met X"."""
    pairs = [*pairwise(before)]
    after = next((i for i in reversed(range(len(pairs))) if (pairs[i][1] == "after" and pairs[i][0] in _UNITS) or pairs[i] == _HEELS), None)
    return after is not None and "," not in before[after + 1 :]


def _is_auxiliary_had(words: list[str]) -> bool:
    """Whether a "had" makes a pluperfect; not where it has an object: "had talks with X and met Y"."""
    nouns, fillers = load_meeting_terms().nouns, load_meeting_words().meeting_fillers
    return any(a == "had" and b not in nouns and b not in fillers for a, b in pairwise(words))


def _goes_on_to(layers: Layers, sentence: Sentence, index: int) -> bool:
    """ "First sat down with X, before calling on Y", "first met with X": what came first of what the news tells.

    Not the first time of all, of which it is said when or where that was: "first met in 2003", "first met X at a fair".
    """
    rest = layers.tokens.lower[index : sentence.end]
    if any(date.precision != "day" for date in layers.dates.within(index, sentence.end)):
        return False
    before = any(a == "before" and (b == "being" or b.endswith("ing")) for a, b in pairwise(rest))
    whom = rest[1:2] == ["with"] or layers.nominals.starting(index + 1) is not None
    return before or not _SEQUELS.isdisjoint(rest) or (whom and _OCCASIONS.isdisjoint(rest))


_OCCASIONS: Final = frozenset("in at when while as during ago at since over".split())
"""Words of when and where it was that somebody met another for the first time."""
_SEQUELS: Final = frozenset({"then", "afterwards", "afterward"})


def _is_own_first(before: list[str]) -> bool:
    """ "Before her first talks with X": somebody's first one with another is that of the news; "their first talks" lie back."""
    return any(a in _OF_ONE and b == "first" for a, b in pairwise(before))


_OF_ONE: Final = frozenset({"his", "her", "a", "'s"})
