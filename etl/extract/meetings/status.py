"""Whether a meeting that the text speaks of was held, is planned or was cancelled; or is none: refused, asked for, only thought of."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from etl.extract.claims.openings import statement_start
from etl.extract.grammar import DENIALS, DETERMINERS, FINITE, FRONTING, HAVE, MODALS, PERSONAL, WAS, WILL
from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.ahead import (
    AFTER_TALKS,
    POINTING_AHEAD,
    TO_COME,
    goes_on_ahead,
    is_ahead,
    is_beside_what_will,
    is_coming,
    is_on_programme,
    is_on_the_way,
    main_verb_will,
)
from etl.extract.meetings.cancelling import is_cancelled, moved_to
from etl.extract.meetings.clause_words import clause_after, clause_before, without_day, without_day_after
from etl.extract.meetings.looking_back import is_earlier
from etl.extract.meetings.repeated import is_habit, is_repeated
from etl.extract.meetings.unreal import is_ruled_out, is_unreal
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.words import load_words
from etl.records import MeetingStatus

_AFTER, _AFTER_SUBJECT = 10, 18
"""Tokens after the phrase that a trigger opens, and after a noun that is the subject, among which its status is looked for."""
_OPENING: Final = 6
"""Tokens from the beginning of a sentence among which a noun of meeting is its subject."""
_DURING: Final = 4
"""Tokens of "during his first official" before a noun of meeting."""


class Standing(NamedTuple):
    """The status, and whether the meeting lies before what the text tells of ("had met", "their last meeting")."""

    status: MeetingStatus
    earlier: bool


def standing(layers: Layers, sentence: Sentence, trigger: int, verb: int | None, end: int) -> Standing | None:
    """Read the words around a trigger and the phrase that it opens, which ends at `end`; None when nothing is said to take place.

    `verb`: where the verb stands that holds the meeting which the trigger names.
    """
    lower, words = layers.tokens.lower, load_meeting_words()
    at = trigger if verb is None else verb
    opening = statement_start(layers, sentence)
    if lower[opening : opening + 2] in _IT_IS and lower[opening + 2] in _DOUBTED and lower[opening + 3] in ("that", "whether", "if"):
        return None  # "It is unlikely that X will phone Y"
    before = without_day_after(clause_before(layers, sentence, at))
    leads = verb is None and trigger - statement_start(layers, sentence) <= _OPENING
    after = clause_after(layers, sentence, trigger, end, _AFTER_SUBJECT if leads else _AFTER)
    if _is_framed_ahead(layers, sentence, at, after, leads=leads):
        return Standing("planned", False)
    if leads and lower[sentence.start] in FRONTING and "," in after:
        after = after[: after.index(",")]  # "After talks with X, they agreed that …": the main clause tells of something else
    owned = lower[at - 1] == "'s" and lower[at - 2] not in PERSONAL  # "X's meeting with Y was put off"
    under_way = lower[at - 1] in _UNDER_WAY and not owned and any(v.form == "gerund" for v in load_meeting_terms().verbs.get(lower[at], ()))
    named = lower[at] in load_meeting_terms().nouns and not under_way
    told = not named and any(v.form in ("past", "third") for v in load_meeting_terms().verbs.get(lower[at], ()))
    told = told or under_way  # "is visiting Lima to continue talks", "are meeting in Lima, where they will sign"
    if (named or told) and moved_to(layers, sentence, trigger) is not None:
        return Standing("planned", False)
    if is_cancelled(without_day(layers, sentence, at, before), after if not told else [], words, named=named):
        return Standing("cancelled", False)
    if is_unreal(before, words) or is_ruled_out(after) or is_habit(lower, sentence, at) or is_repeated(layers, sentence, at):
        return None
    if _is_glad(before) and WAS.isdisjoint(before) and "will" not in before:
        return None  # "would be pleased to receive X"
    governed = before[-1:] == ["to"] or is_further_infinitive(lower, sentence.start, at)
    infinitive = governed and any(v.form == "base" for v in load_meeting_terms().verbs.get(lower[at], ()))
    paying = lower[at] in words.paying_verbs and lower[at - 1] == "and" and is_further_infinitive(lower, sentence.start, at)
    infinitive = infinitive or paying or _goes_on_with_will(lower, sentence, at)
    if lower[sentence.start] in _AHEAD_OPENERS and "," in before:
        before = before[len(before) - before[::-1].index(",") :]  # "Ahead of the talks, X met Y"
    if infinitive and before[-1:] == ["to"] and not is_ahead(before, [], words) and _is_one_of_row(before):
        return Standing("held", not _LAST.isdisjoint(before))
    if infinitive and before[-1:] == ["to"] and (_was_there(before) or _was_glad(before) or _had_occasion(lower[sentence.start : at])):
        return Standing("held", False)
    if any(before[i : i + 3] in _AFTERWARDS for i in range(len(before))):
        return Standing("held", True)  # "will speak with X to follow up on his talks with Y"
    if not infinitive and _comes_after_it(layers, sentence, trigger, before):
        return Standing("held", False)
    if infinitive or is_ahead(before, after if not told else [], words) or is_on_the_way(lower, at, before):
        return Standing("planned", False)
    if named and is_on_programme(lower[opening:at]):
        return Standing("planned", False)
    if (not told and is_coming(after)) or (verb is not None and lower[verb] in HAVE and after[after[:1] == [","] :][:1] in _ARRANGED_AFTER):
        return Standing("planned", False)
    return Standing("held", is_earlier(layers, sentence, trigger, verb, before, leads=leads, told=told))


def _is_framed_ahead(layers: Layers, sentence: Sentence, at: int, after: list[str], *, leads: bool) -> bool:
    """Whether the frame of a sentence puts into the future what it tells, whatever stands right around the meeting's word."""
    lower, start = layers.tokens.lower, sentence.start
    if lower[start : start + 2] in POINTING_AHEAD and lower[start + 2 : start + 3] == ["be"]:
        return True  # "It will be the first summit in years, and X's first encounter with Y"
    visit = lower[at] in load_meeting_words().visit_nouns
    if leads and lower[start] in ("during", "on") and visit and goes_on_ahead(lower, at, sentence):
        return True  # "During his stay in Lima, X will meet Y"
    if leads and lower[start] in ("during", "at") and lower[start + 1] == "the" and main_verb_will(layers, sentence, at):
        return True  # "During the talks, the two presidents will discuss the ferry"
    if is_beside_what_will(layers, sentence, at):
        return True
    # "X, during his meeting with Y, will raise the tariff"
    return after[:2] == [",", "will"] and "during" in lower[max(start, at - _DURING) : at]


_AFTERWARDS: Final = (["follow", "up", "on"], ["following", "up", "on"], ["followed", "up", "on"])
"""What one does after a meeting."""


def _comes_after_it(layers: Layers, sentence: Sentence, trigger: int, before: list[str]) -> bool:
    """Whether what lies ahead follows a meeting that is over: "will have much to tell after Monday's talks", "was due home after talks"."""
    lower, fillers, published = layers.tokens.lower, load_meeting_words().meeting_fillers, layers.article.published_on
    step, over = trigger - 1, False
    while step > sentence.start and lower[step] not in AFTER_TALKS:
        day = layers.dates.covering(step)
        if not (day or lower[step] in fillers or lower[step] in DETERMINERS or lower[step] in ("'s", "'")):
            return False
        over = over or any(published is not None and value.precision == "day" and value.end < published for value in day)
        step -= 1
    due = any(a in WAS and b in load_meeting_words().arranged_words for a, b in pairwise(before))
    return lower[step] in AFTER_TALKS and (over or (due and WILL.isdisjoint(before)))


_UNDER_WAY: Final = frozenset({"is", "are", "was", "were", "'s", "'re"})
"""Before a gerund by which something goes on, unless a day to come stands with it."""
_IT_IS: Final = (["it", "is"], ["it", "was"], ["it", "remains"], ["it", "remained"])
_DOUBTED: Final = frozenset({"unlikely", "doubtful", "unclear", "uncertain", "impossible", "possible", "untrue", "false"})


def _goes_on_with_will(lower: list[str], sentence: Sentence, at: int) -> bool:
    """ "Will call on X, the minister of Y, and also hold talks with Z": a further bare form, however far the modal stands."""
    start = at - (lower[at - 1] in ("also", "then"))
    bare = any(verb.form == "base" for verb in load_meeting_terms().verbs.get(lower[at], ()))
    modal = next((i for i in range(start - 1, sentence.start, -1) if lower[i] in WILL), None)
    if not bare or lower[start - 1] != "and" or modal is None:
        return False
    between = lower[modal + 1 : start]
    return (FINITE - {"'s"}).isdisjoint(between) and load_words().quote_verbs.isdisjoint(between) and ";" not in between


def _is_one_of_row(before: list[str]) -> bool:
    """ "Is the first minister to visit Japan since": who did what the infinitive says; not "will be the first to visit"."""
    named = next((i for i, word in enumerate(before[:-1]) if word == "the" and before[i + 1] in _IN_A_ROW), None)
    return named is not None and not WILL.intersection(before) and before[named - 1 : named] != ["be"]


def _was_there(before: list[str]) -> bool:
    """ "Visited Lima on Monday to hold talks with X", "was in Lima on Monday to meet X": what a stay was for, that is over."""
    stays = (i for i, word in enumerate(before) if word == "visited" or (word in ("was", "were") and before[i + 1 : i + 2] == ["in"]))
    stay = next(stays, None)
    ahead = load_meeting_words().arranged_words  # "who was in Lima on Monday, is due to meet X"
    past = "to" not in before[stay:-1] and "had" not in before and ahead.isdisjoint(before[stay:])
    return stay is not None and TO_COME.isdisjoint(before[:stay]) and past


def _is_glad(before: list[str]) -> bool:
    """ "… pleased to receive X"."""
    return before[-1:] == ["to"] and not load_meeting_words().glad_words.isdisjoint(before[-_PAIR:-1])


def _was_glad(before: list[str]) -> bool:
    """ "Was pleased to receive X": whoever was glad to did so; not "would be glad to"."""
    return _is_glad(before) and not WAS.isdisjoint(before[-_PAIR - 2 : -_PAIR])


_PAIR: Final = 2


def _had_occasion(before: list[str]) -> bool:
    """ "Also had the opportunity, on the margins of the fair, to hold talks with X": what there was an occasion for was done."""
    had = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _HAVING), None)
    return had is not None and not _OCCASIONS.isdisjoint(before[had + 1 : had + 4]) and DENIALS.isdisjoint(before[had:])


_HAVING: Final = frozenset({"had", "used", "took"})
_OCCASIONS: Final = frozenset({"opportunity", "occasion", "chance", "honour", "honor", "pleasure", "privilege"})
_AHEAD_OPENERS: Final = frozenset({"ahead", "prior", "before"})
_IN_A_ROW: Final = frozenset("first second third fourth fifth last latest highest-ranking most only".split())
_LAST: Final = frozenset({"last"})


def is_further_infinitive(lower: list[str], start: int, index: int) -> bool:
    """Whether a bare form goes on with what a modal or "to" governs: "will fly to Lima, call on Y and meet X"."""
    if index - 1 <= start or lower[index - 1] not in ("and", ","):
        return False
    before = lower[start : index - 1]
    return "to" in before or not MODALS.isdisjoint(before)


_ARRANGED_AFTER: Final = (["planned"], ["scheduled"], ["arranged"])
"""What makes a meeting that somebody "has" one to come: "had a meeting with X planned"."""
