"""Whether a meeting that the text speaks of was held, is planned or was cancelled; or is none: refused, asked for, only thought of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from etl.extract.claims.openings import statement_start
from etl.extract.grammar import DENIALS, DETERMINERS, FINITE, FRONTING, GENITIVE_S, HAVE, MODALS, PERSONAL, PERSONAL_POSSESSIVES, WAS, WILL
from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.ahead import (
    AFTER_TALKS,
    AUXILIARIES,
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
from etl.extract.meetings.cancelling import PREDICATE, is_cancelled, moved_to, past_description
from etl.extract.meetings.unreal import CLAUSE_OPENERS, is_ruled_out, is_unreal
from etl.extract.meetings.voices import in_first_sentence, told_alike
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.numbers import load_numbers
from etl.lexicon.words import load_words
from etl.records import MeetingStatus

_BEFORE, _AFTER, _AFTER_SUBJECT = 12, 10, 18
"""Tokens before a trigger, after the phrase it opens, and after a noun that is the subject, among which its status is looked for."""
_NEAR: Final = 6
"""Tokens before a trigger among which a word makes it unreal."""
_PERFECT: Final = 9
"""Tokens before a trigger among which "had" makes it earlier: "had earlier in the week been received"."""
_OPENING: Final = 6
"""Tokens from the beginning of a sentence among which a noun of meeting is its subject."""
_DURING: Final = 4
"""Tokens of "during his first official" before a noun of meeting."""
_OUTCOMES: Final = frozenset({("results", "of"), ("outcome", "of"), ("outcomes", "of")})
"""What somebody tells of after a meeting: "briefed the Cabinet on the results of his talks with X"."""
_CLAUSE_ENDERS: Final = frozenset("; . — – but while when whereas although though because after before since who which whose".split())
_BACK: Final = frozenset({"prior", "last", "previous", "previously", "earlier", "past", "first", "recent"})
_POINTING: Final = (["it"], ["that"], ["this"])
_BEING: Final = frozenset({"was", "is", "marked", "marks", "'s"})
_UNITS: Final = frozenset({"day", "days", "week", "weeks", "month", "months"})
"""Units before "after", as in "a week after she had held talks with X"."""
_HEELS: Final = ("heels", "of")
_COUNTED_REACH: Final = 20
"""Tokens from "a week after" to the verb, past the names and titles of those who met."""
_AT_OPENING: Final = frozenset({"in", "at", "during", "over"})
_ON_OCCASION: Final = _AT_OPENING | {"after", "following", "before"}


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
    before = _without_day_after(_clause_before(layers, sentence, at))
    leads = verb is None and trigger - statement_start(layers, sentence) <= _OPENING
    after = _clause_after(layers, sentence, trigger, end, _AFTER_SUBJECT if leads else _AFTER)
    if lower[sentence.start : sentence.start + 2] in POINTING_AHEAD and lower[sentence.start + 2 : sentence.start + 3] == ["be"]:
        return Standing("planned", False)  # "It will be the first summit in years, and X's first encounter with Y"
    if leads and lower[sentence.start] in ("during", "on") and lower[at] in words.visit_nouns and goes_on_ahead(lower, at, sentence):
        return Standing("planned", False)  # "During his stay in Lima, X will meet Y"
    if leads and lower[sentence.start] in ("during", "at") and lower[sentence.start + 1] == "the" and main_verb_will(layers, sentence, at):
        return Standing("planned", False)  # "During the talks, the two presidents will discuss the ferry"
    if is_beside_what_will(layers, sentence, at):
        return Standing("planned", False)
    if after[:2] == [",", "will"] and "during" in lower[max(sentence.start, at - _DURING) : at]:
        return Standing("planned", False)  # "X, during his meeting with Y, will raise the tariff"
    if leads and lower[sentence.start] in FRONTING and "," in after:
        after = after[: after.index(",")]  # "After talks with X, they agreed that …": the main clause tells of something else
    owned = lower[at - 1] == "'s" and lower[at - 2] not in PERSONAL  # "X's meeting with Y was put off"
    under_way = lower[at - 1] in _UNDER_WAY and not owned and any(v.form == "gerund" for v in load_meeting_terms().verbs.get(lower[at], ()))
    named = lower[at] in load_meeting_terms().nouns and not under_way
    told = not named and any(v.form in ("past", "third") for v in load_meeting_terms().verbs.get(lower[at], ()))
    told = told or under_way  # "is visiting Lima to continue talks", "are meeting in Lima, where they will sign"
    if (named or told) and moved_to(layers, sentence, trigger) is not None:
        return Standing("planned", False)
    if is_cancelled(_without_day(layers, sentence, at, before), after if not told else [], words, named=named):
        return Standing("cancelled", False)
    if is_unreal(before, words) or is_ruled_out(after) or _is_habit(lower, sentence, at) or _is_repeated(layers, sentence, at):
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
    near = lower[max(sentence.start, trigger - 6) : min(sentence.end, trigger + 3)]
    reach = lower[max(sentence.start, trigger - _PERFECT) : min(sentence.end, trigger + 3)]
    perfect = _is_auxiliary_had(reach) and not words.meeting_participles.isdisjoint(near)
    perfect |= any(pair in _OUTCOMES for pair in pairwise(before[-_NEAR:])) or _is_recalled(lower, sentence, at)
    opens = leads and lower[sentence.start] in _AT_OPENING  # "In his first talks with X, Y promised"
    # "had their first talks", and where the report begins with it: "X and Y held their first talks"
    has = verb is not None and (lower[verb] in HAVE or in_first_sentence(layers, verb))
    ordinal = {"first"} if opens or has else set[str]()
    # "That was their first meeting"
    opens_so = lower[sentence.start : sentence.start + 1] in _POINTING and lower[sentence.start + 1] in _BEING
    # "glad of his first visit to Lima"
    own = lower[trigger] in words.visit_nouns and not PERSONAL_POSSESSIVES.isdisjoint(lower[trigger - 3 : trigger])
    ordinal |= {"first"} if opens_so or own else set[str]()
    perfect = perfect or _is_counted_from(lower[max(sentence.start, at - _COUNTED_REACH) : at])
    ordinal |= {"first"} if told and lower[at - 1] == "first" and _goes_on_to(layers, sentence, at) else set()
    ordinal |= {"first"} if _is_own_first(lower[max(sentence.start, trigger - 4) : trigger]) else set()
    back = (_BACK - ordinal).intersection(lower[max(sentence.start, trigger - 3) : trigger])
    recent = "recently" in near and not in_first_sentence(layers, trigger)
    recent |= _opens_with_time_gone(lower, sentence) and not in_first_sentence(layers, trigger)
    return Standing("held", perfect or bool(back) or recent or "previously" in near)


def _opens_with_time_gone(lower: list[str], sentence: Sentence) -> bool:
    """ "Earlier this year she received X", "earlier in the month", "early in the year"."""
    first, *rest = lower[sentence.start : sentence.start + 4]
    return first in ("earlier", "early") and (rest[:2] in _OF_THIS or rest in _IN_THE)


_OF_THIS: Final = (["this", "month"], ["this", "year"])
_IN_THE: Final = (["in", "the", "month"], ["in", "the", "year"])


def _without_day(layers: Layers, sentence: Sentence, at: int, before: list[str]) -> list[str]:
    """The words of a clause without the day right before a noun: "has postponed her (March 28-31) visit"."""
    day = layers.dates.ending(at)
    if day is None or day.span.start <= sentence.start or at - day.span.start >= len(before):
        return before
    return before[: len(before) - (at - day.span.start)]


def _without_day_after(before: list[str]) -> list[str]:
    """The words of a clause without "the next day", which follows what the text has told and says nothing of what is to come."""
    for index, (article, word) in enumerate(pairwise(before)):
        counted = article == "the" and word == "next" and before[index + 2 : index + 3] in _PARTS_OF_TIME
        if counted and _WITHIN.isdisjoint(before[index - 1 : index]):
            return [*before[:index], *before[index + 3 :]]
    return before


_PARTS_OF_TIME: Final = (["day"], ["morning"], ["afternoon"], ["evening"], ["night"], ["week"], ["month"], ["year"])
_WITHIN: Final = frozenset("in over within during for of".split())


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


_AFTERWARDS: Final = (["follow", "up", "on"], ["following", "up", "on"], ["followed", "up", "on"])
"""What one does after a meeting."""


def _goes_on_to(layers: Layers, sentence: Sentence, index: int) -> bool:
    """ "First sat down with X, before calling on Y": what came first of what the news tells, not the first time of all."""
    rest = layers.tokens.lower[index : sentence.end]
    before = any(a == "before" and (b == "being" or b.endswith("ing")) for a, b in pairwise(rest))
    return (before or not _SEQUELS.isdisjoint(rest)) and not any(
        date.precision != "day" for date in layers.dates.within(index, sentence.end)
    )


_SEQUELS: Final = frozenset({"then", "afterwards", "afterward"})


def _is_own_first(before: list[str]) -> bool:
    """ "Before her first talks with X": somebody's first one with another is that of the news; "their first talks" lie back."""
    return any(a in _OF_ONE and b == "first" for a, b in pairwise(before))


_OF_ONE: Final = frozenset({"his", "her", "a", "'s"})


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


def _is_habit(lower: list[str], sentence: Sentence, at: int) -> bool:
    """ "The ministers meet three times a year", "hold talks regularly": what is done time and again is no meeting."""
    present = any(verb.form in ("base", "third") for verb in load_meeting_terms().verbs.get(lower[at], ()))
    if not present or lower[at - 1] == "to" or not WILL.isdisjoint(lower[max(sentence.start, at - 3) : at]):
        return False
    rest = lower[at + 1 : min(sentence.end, at + _HABIT_REACH)]
    return not load_meeting_words().habit_words.isdisjoint(rest) or any(
        ((a, b) in _TIMES and c in _PERIODS) or (a in _EACH and b in _PERIODS) for a, b, c in _threes(rest)
    )


def _is_repeated(layers: Layers, sentence: Sentence, at: int) -> bool:
    """ "Spoke by phone several times", "have met on many occasions": contacts that nobody tells apart are no single meeting."""
    if any(verb.sense in ("visit", "travel") for verb in load_meeting_terms().verbs.get(layers.tokens.lower[at], ())):
        return False  # "visited Lima twice in 2021": visits are told by their year
    rest = layers.tokens.lower[at + 1 : min(sentence.end, at + _HABIT_REACH)]
    rest = rest[: next((i for i, word in enumerate(rest) if word in _CLAUSE_ENDERS or word == ","), len(rest))]
    often = any((a in _OFTEN or a in load_numbers().days) and b in ("times", "occasions") for a, b in pairwise(rest)) or "twice" in rest
    return often and not any(date.precision == "day" for date in layers.dates.within(sentence.start, sentence.end))


_OFTEN: Final = frozenset({"several", "many", "numerous", "countless", "multiple"})


def _threes(words: list[str]) -> Iterator[tuple[str, str, str]]:
    return zip(words, words[1:], words[2:], strict=False)


_HABIT_REACH: Final = 10
_TIMES: Final = frozenset({("times", "a"), ("once", "a"), ("twice", "a"), ("times", "per"), ("times", "each"), ("times", "every")})
_EACH: Final = frozenset({"every", "each"})
_PERIODS: Final = frozenset({"year", "month", "week"})


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


def _clause_before(layers: Layers, sentence: Sentence, trigger: int) -> list[str]:
    """The words of a clause before a trigger; a name that is a modal as well ("Ms. May", "Will") stands as a name."""
    lower, start = layers.tokens.lower, trigger
    while start > sentence.start and trigger - start < _BEFORE and lower[start - 1] not in CLAUSE_OPENERS:
        if not told_alike(layers, trigger, start - 1):
            break  # "“The pier will open,” X said after talks with Y"
        start -= 1
    opener = lower[start - 1 : start] if start > sentence.start else []
    start -= opener in (["who"], ["which"])
    if MODALS.isdisjoint(lower[start:trigger]):
        return lower[start:trigger]
    return ["" if lower[i] in MODALS and layers.person_mentions.covering(i) else lower[i] for i in range(start, trigger)]


def _clause_after(layers: Layers, sentence: Sentence, trigger: int, end: int, reach: int) -> list[str]:
    """The words after a meeting's phrase in its clause, and in the same voice: "…, X said the cable would be repaired" is another's."""
    lower, stop, quote_verbs = layers.tokens.lower, end, load_words().quote_verbs
    telling = not _ON_OCCASION.isdisjoint(lower[trigger - 3 : trigger]) and not quote_verbs.isdisjoint(lower[sentence.start : trigger])
    while stop < sentence.end and stop - end < reach and told_alike(layers, trigger, stop):
        goes_on = lower[stop] == "but" and not AUXILIARIES.isdisjoint(lower[stop + 1 : stop + 2])  # "…, but was put off"
        told = lower[stop] == "that" and stop > end and (lower[stop - 1] in quote_verbs or telling)  # "it was noted that it would open"
        if lower[stop] == "which" and FINITE.isdisjoint(lower[end:stop]) and (past := past_description(lower, stop, sentence)) is not None:
            return lower[end:past] + lower[past : min(sentence.end, past + PREDICATE)]
        if lower[stop : stop + 3] == ["which", "should", "have"]:
            return lower[end : min(sentence.end, stop + PREDICATE)]
        if lower[stop : stop + 2] == ["ahead", "of"]:
            break  # "paid a call on X ahead of the summit to be held in May"
        if told or (lower[stop] in _CLAUSE_ENDERS and not goes_on and not _of_the_meeting(lower, stop)):
            break
        if lower[stop] == "and" and lower[stop + 1] in ("is", "are"):
            break  # "is paying a visit to Lima and is scheduled to return on Friday"
        if lower[stop] == "and" and not WAS.isdisjoint(lower[end : end + 1]) and lower[end + 1 : end + 2] not in (["to"], ["due"]):
            break  # "her last visit was in May, and the next will be"
        stop += 1
    return lower[end:stop]


def _of_the_meeting(lower: list[str], index: int) -> bool:
    """A relative clause that goes on about the meeting: "that had been planned", "of which will be held"."""
    return (lower[index] == "that" and lower[index + 1] in AUXILIARIES) or (lower[index] == "which" and lower[index - 1] == "of")


_ARRANGED_AFTER: Final = (["planned"], ["scheduled"], ["arranged"])
"""What makes a meeting that somebody "has" one to come: "had a meeting with X planned"."""
