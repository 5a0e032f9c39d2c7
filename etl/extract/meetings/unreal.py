"""Whether the words around a meeting say that there is none: denied, refused, asked for, ruled out or only thought of."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from etl.extract.grammar import BE, DENIALS, DETERMINERS, WILL
from etl.lexicon.meetings import MeetingWords, load_meeting_words

_NEAR: Final = 6
"""Tokens before a trigger among which a word makes it unreal."""
CLAUSE_OPENERS: Final = frozenset("; : — – but while when where whereas although though because that since who which whose".split())
_CONDITIONS: Final = frozenset({"if", "whether", "unless", "whenever"})
_POSSIBLE: Final = frozenset({"could", "might", "may", "can", "should", "must"})
_WISHED: Final = frozenset({"like", "have", "prefer", "love"})


def is_ruled_out(after: list[str]) -> bool:
    """ "A meeting with X was out of the question", "is not planned", "is unlikely"."""
    verb = next((i for i, word in enumerate(after) if word in BE), None)
    if verb is None or any(w == "," or w in CLAUSE_OPENERS for w in after[:verb]):
        return False
    predicate = after[verb + 1 : verb + 4]
    denied = not DENIALS.isdisjoint(predicate[:1]) and not load_meeting_words().arranged_words.isdisjoint(predicate)
    return denied or predicate[:1] in _UNDECIDED or predicate[:2] in _RULED_OUT


_RULING_OUT: Final = frozenset({("rule", "out"), ("rules", "out"), ("ruled", "out"), ("ruling", "out")})
_RULED_OUT: Final = (["out", "of"], ["ruled", "out"], ["off", "the"], ["under", "discussion"], ["under", "consideration"])
_UNDECIDED: Final = (["unlikely"], ["impossible"], ["possible"], ["uncertain"], ["undecided"])


def is_unreal(before: list[str], words: MeetingWords) -> bool:
    """Negated, refused, asked for or only possible."""
    if (not DENIALS.isdisjoint(before[-4:]) and before[-1:] != ["only"]) or any(pair in _RULING_OUT for pair in pairwise(before)):
        return True
    before = _at_the_meeting(before)
    reach = before if before[-1:] == ["to"] else before[-_NEAR:]
    if not words.unreal_words.isdisjoint(_after_and(reach)) or not _CONDITIONS.isdisjoint(before):
        return True
    if not _POSSIBLE.isdisjoint(before[-2:]) or any(pair in _NO_WORD_OF for pair in pairwise(before)):
        return True
    if "for" in before and any(a in ("call", "calls", "called", "calling") and b == "for" for a, b in pairwise(before)):
        return True
    return not WILL.isdisjoint(before) and any(w in WILL and not _WISHED.isdisjoint(before[i + 1 : i + 3]) for i, w in enumerate(before))


_NO_WORD_OF: Final = frozenset(
    {("no", "mention"), ("no", "word"), ("no", "sign"), ("no", "date"), ("there", "being"), ("no", "plans"), ("no", "plan")}
)
"""Openings of what nobody says will come: "made no mention of any meeting with X"."""


def _at_the_meeting(before: list[str]) -> list[str]:
    """The words from "during" or "at" on: talks are held where one "made the proposal during", not by who "hopes to raise it at"."""
    near = range(len(before) - 1, max(-1, len(before) - _NEAR), -1)
    opener = next((i for i in near if before[i] in _AT or _opens_phrase(before, i)), None)
    return before if opener is None or "to" in before[:opener] or not WILL.isdisjoint(before) else before[opener:]


_AT: Final = frozenset({"at", "during", "after", "following"})


def _opens_phrase(before: list[str], index: int) -> bool:
    """Whether "in" stands right before the phrase of the meeting: "urged calm in a meeting with X"."""
    article, *attributes = before[index + 1 :] or [""]
    return before[index] == "in" and article in DETERMINERS and load_meeting_words().meeting_fillers.issuperset(attributes)


def _after_and(words: list[str]) -> list[str]:
    """The words after the last "and": "offered tea and met X" is no offer to meet."""
    return words[len(words) - words[::-1].index("and") :] if "and" in words else words
