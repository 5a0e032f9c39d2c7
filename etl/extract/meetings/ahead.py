"""Whether the words around a meeting place it in what is to come: "will meet", "is due to", "the upcoming talks", "planned for March"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final

from etl.extract.grammar import BE, HAVE, PERSONAL, WILL
from etl.extract.layers import Layers, Sentence
from etl.lexicon.meetings import MeetingWords, load_meeting_terms, load_meeting_words
from etl.lexicon.words import load_words

_PRESENT_BE: Final = frozenset({"is", "are", "'s", "'re"})
_AT_MEETINGS: Final = (["at"], ["in"], ["during"], ["after"], ["by"], ["via"], ["over"])
"""What follows "agreed" where it was agreed at a meeting, or by telephone."""
_PURPOSE: Final = 4
"""Tokens before a noun of meeting among which "for" makes it the purpose of a journey."""
_AWAITED: Final = frozenset(
    {"future", "eventual", "expected", "planned", "scheduled", "proposed", "anticipated", "long-awaited", "possible"}
)
"""Attributes of a meeting that lies ahead: "the expected talks"."""
TO_COME: Final = frozenset({"will", "would", "to", "may", "might", "could", "can"})
_TAKING_PLACE: Final = frozenset("be take convene reconvene start begin open resume continue follow".split())
_TREATING: Final = frozenset("focus concentrate centre center cover address include revolve deal touch feature".split())
"""What a meeting to come will do, where its phrase is the subject: "her talks with X will focus on fish"."""
POINTING_AHEAD: Final = (["it", "will"], ["that", "will"], ["this", "will"])
"""Openings of what is said of a meeting to come: "It will be the first summit between X and Y"."""
AUXILIARIES: Final = BE | HAVE
_AHEAD: Final = (
    ["ahead", "of"],
    ["eve", "of"],
    ["forward", "to"],
    ["stage", "for"],
    ["way", "for"],
    ["ground", "for"],
    ["groundwork", "for"],
)
_ADVERBS: Final = frozenset("also now still originally initially widely currently reportedly tentatively".split())


_MAIN_CLAUSE: Final = 24
"""Tokens after an opening phrase among which the main clause says what comes."""


def goes_on_ahead(lower: list[str], index: int, sentence: Sentence) -> bool:
    """Whether the main clause behind the next comma looks ahead: ", X will", ", X is expected to"."""
    rest = lower[index : min(sentence.end, index + _MAIN_CLAUSE)]
    clause = rest[rest.index(",") + 1 :] if "," in rest else []
    would = "would" in clause and load_words().quote_verbs.isdisjoint(clause)
    return "will" in clause or would or _is_arranged(clause, BE)


def main_verb_will(layers: Layers, sentence: Sentence, index: int) -> bool:
    """Whether the subject behind the next comma is directly followed by what looks ahead."""
    lower = layers.tokens.lower
    comma = next((i for i in range(index, sentence.end - 1) if lower[i] == ","), None)
    subject = layers.nominals.starting(comma + 1) if comma is not None else None
    follows = lower[subject.end : subject.end + 2] if subject is not None else []
    return follows[:1] == ["will"] or (follows[:1] in (["are"], ["is"]) and not load_meeting_words().arranged_words.isdisjoint(follows[1:]))


def is_beside_what_will(layers: Layers, sentence: Sentence, index: int) -> bool:
    """ "Besides holding talks with X, she will open the pier"; not where she opened it."""
    lower, start = layers.tokens.lower, sentence.start
    beside = lower[start : start + 2] == ["in", "addition"] or lower[start] in _BESIDES
    comma = next((i for i in range(index, sentence.end) if lower[i] == ","), None) if beside else None
    return comma is not None and not WILL.isdisjoint(lower[comma : sentence.end])


_BESIDES: Final = frozenset({"besides", "aside", "apart"})


def is_ahead(before: list[str], after: list[str], words: MeetingWords) -> bool:
    """ "Will meet", "is due to meet", "the upcoming talks", "talks … will be held", "a meeting … planned for March"."""
    attributed = _without_fillers(before, words)  # "will fly to Lima on Friday for talks with X", "… for a three-day working visit"
    planned = before if "for" in before[-_PURPOSE:] or attributed[-1:] == ["for"] else before[-5:]
    if "follows" in planned:
        planned = planned[planned.index("follows") :]  # "this upcoming visit follows the visit of X to Peru"
    if not AFTER_TALKS.isdisjoint(before[-2:]):
        planned = [word for word in planned if word != "agreed"]  # "agreed to speak more following talks in Lima"
    if any(w in words.planning_words and not _is_at_meeting(planned[i + 1 : i + 3]) for i, w in enumerate(planned)):
        return True
    if before[:2] in POINTING_AHEAD or _is_attended_ahead(before) or _is_arranged(before, BE) or not _AWAITED.isdisjoint(before[-1:]):
        return True
    if any(before[i : i + 2] in _AHEAD or (w.startswith(("prepar", "arrang")) and "for" in before[i:]) for i, w in enumerate(before)):
        return True
    if any(a in _WEIGHING and b in _ORGANIZING for a, b in pairwise(before)):
        return True  # "discussed holding a meeting of X and Y"
    if before[-3:-1] in _THEMES and not _PRESENT_BE.isdisjoint(after):
        return True  # "the theme of the meeting between X and Y is fish"
    if is_on_programme(before):
        return True
    if any(a in TO_COME and b in _TAKING_PLACE and not _is_of_another(after[:i]) for i, (a, b) in enumerate(pairwise(after))):
        return True
    if after[:1] == ["will"] and not _TREATING.isdisjoint(after[1:2]):
        return True
    follows = after[1:3] if after[:1] in ([","], ["are"], ["is"]) else after[:2]
    return (follows[1:] in (["for"], ["in"], ["on"]) and follows[0] in words.arranged_words) or _is_arranged(after, AUXILIARIES)


def is_on_programme(words: list[str]) -> bool:
    """ "Her agenda includes a meeting with X", "the programme features a visit, in addition to talks"."""
    return any(a in _PROGRAMMES and not _INCLUDING.isdisjoint(words[i + 1 :]) for i, a in enumerate(words))


def _without_fillers(before: list[str], words: MeetingWords) -> list[str]:
    """The words before the attributes of a visit: "for a three-day working"."""
    end = len(before)
    while end and (before[end - 1] in words.visit_fillers or before[end - 1] == "-" or before[end - 1].isdecimal()):
        end -= 1
    return before[:end]


def _is_attended_ahead(before: list[str]) -> bool:
    """ "Will take part in the first meeting of": whoever will be there, it is still to come."""
    verbs = load_meeting_words().gathering_verbs
    last = next((i for i in range(len(before) - 1, -1, -1) if before[i] in verbs), None)
    return last is not None and last >= len(before) - _ATTENDED and "will" in before[max(0, last - 3) : last]


_ATTENDED: Final = 5
"""Tokens before a noun of meeting among which the verb stands by which somebody attends it."""


def is_coming(after: list[str]) -> bool:
    """Whether a coming time stands right after a noun of meeting: "discussed X's visit to Peru later this year"."""
    words = after[1:] if after[:1] in (["in"], ["on"], [","]) else after
    return words[:2] in _LATER or words[:2] in (["the", "coming"], ["the", "near"]) or (words[:1] == ["next"] and words[1:2] in _SPANS)


_LATER: Final = (["later", "this"], ["early", "next"], ["late", "next"], ["next", "year's"])
_SPANS: Final = (["week"], ["month"], ["year"], ["spring"], ["summer"], ["autumn"], ["fall"], ["winter"])
AFTER_TALKS: Final = frozenset({"after", "following"})
_WEIGHING: Final = frozenset("discuss discussed discussing discusses consider considered considering of propose proposed proposing".split())
_ORGANIZING: Final = frozenset({"holding", "organizing", "organising", "convening", "arranging", "hosting"})
"""What is weighed where a meeting is still to come: "considered holding talks", "the possibility of convening a meeting"."""
_THEMES: Final = (["theme", "of"], ["topic", "of"], ["subject", "of"], ["purpose", "of"], ["aim", "of"], ["agenda", "of"], ["focus", "of"])
_PROGRAMMES: Final = frozenset({"agenda", "programme", "program", "itinerary", "schedule"})
_INCLUDING: Final = frozenset({"includes", "include", "features", "foresees", "envisages"})


def _is_of_another(before: list[str]) -> bool:
    """Whether what is to come is no meeting's: "turned out to be", "and that he would continue"."""
    return before[-1:] in _TURNED or not PERSONAL.isdisjoint(before[-1:])


_TURNED: Final = (["out"], ["proved"], ["seemed"], ["appeared"])
"""Words after which "to be" tells how something was: "turned out to be"."""


def _is_at_meeting(after: list[str]) -> bool:
    """Whether something was agreed at the meeting that follows: "agreed at", "agreed on at"."""
    return after[:1] in _AT_MEETINGS or (after[:1] in (["on"], ["upon"]) and after[1:] in _AT_MEETINGS)


def is_on_the_way(lower: list[str], at: int, before: list[str]) -> bool:
    """ "Is flying to Lima", "are travelling to Lima for talks with X": the journey and what it is for lie ahead."""
    travels = _travelling()
    leaving = (v.following for v in load_meeting_terms().verbs.get(lower[at], ()) if v.sense == "travel")
    if lower[at] == _HEADED or (lower[at] in travels and any(tuple(lower[at + 1 : at + 1 + len(f)]) == f for f in leaving)):
        return not _PRESENT_BE.isdisjoint(before[-2:])
    if "for" not in before[-_PURPOSE:] or _PRESENT_BE.isdisjoint(before):
        return False
    routes = {i - 1 for i in range(1, len(before)) if before[i - 1 : i + 1] in _EN_ROUTE}
    if any(not _PRESENT_BE.isdisjoint(before[max(0, i - 2) : i + 1]) for i in routes):
        return True  # "is (now) en route to Lima for talks"
    travelling = {i for i, word in enumerate(before) if word in travels}
    travelling = {i for i in travelling if before[i] not in (_HEADED, "heading") or not _TOWARDS.isdisjoint(before[i + 1 : i + 2])}
    return any(not _PRESENT_BE.isdisjoint(before[max(0, i - 2) : i]) for i in travelling)


@cache
def _travelling() -> frozenset[str]:
    """Forms of verbs of travelling behind "is"."""
    verbs = load_meeting_terms().verbs.items()
    return frozenset(word for word, forms in verbs if any(v.sense == "travel" and v.form == "gerund" for v in forms)) | {_HEADED}


_TOWARDS: Final = frozenset({"to", "for", "into", "back", "home", "there"})
"""What follows "is heading" where somebody goes somewhere, and leads nothing."""
_EN_ROUTE: Final = (["en", "route"], ["bound", "for"])
_HEADED: Final = "headed"
"""After "is", of who is on the way: "is headed to Lima"."""


def _is_arranged(words: list[str], auxiliaries: frozenset[str]) -> bool:
    """ "Is scheduled", "had been due"."""
    arranged = load_meeting_words().arranged_words
    words = [word for word in words if word not in _ADVERBS]
    return not arranged.isdisjoint(words) and any(a in auxiliaries and b in arranged for a, b in pairwise(words))
