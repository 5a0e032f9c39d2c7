"""Whether a meeting that the text speaks of was held, is planned or was cancelled; or is none: refused, asked for, only thought of."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from etl.extract.claims.openings import statement_start
from etl.extract.grammar import BE, DETERMINERS, FINITE, FRONTING, HAVE, MODALS, NEGATIONS, PERSONAL
from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.cancelling import PREDICATE, is_cancelled, past_description
from etl.extract.meetings.voices import in_first_sentence, told_alike
from etl.lexicon.meetings import MeetingWords, load_meeting_terms, load_meeting_words
from etl.lexicon.words import load_words
from etl.records import MeetingStatus

_BEFORE, _AFTER, _AFTER_SUBJECT = 12, 10, 18
"""Tokens before a trigger, after the phrase it opens, and after a noun that is the subject, among which its status is looked for."""
_PRESENT_BE: Final = frozenset({"is", "are", "'s", "'re"})
_AT_MEETINGS: Final = (["at"], ["in"], ["during"], ["after"], ["by"], ["via"], ["over"])
"""What follows "agreed" where it was agreed at a meeting, or by telephone."""
_PURPOSE: Final = 4
"""Tokens before a noun of meeting among which "for" makes it the purpose of a journey."""
_NEAR: Final = 6
"""Tokens before a trigger among which a word makes it unreal."""
_PERFECT: Final = 9
"""Tokens before a trigger among which "had" makes it earlier: "had earlier in the week been received"."""
_OPENING: Final = 6
"""Tokens from the beginning of a sentence among which a noun of meeting is its subject."""
_OUTCOMES: Final = frozenset({("results", "of"), ("outcome", "of"), ("outcomes", "of")})
"""What somebody tells of after a meeting: "briefed the Cabinet on the results of his talks with X"."""
_CLAUSE_OPENERS: Final = frozenset("; : — – but while when where whereas although though because that since who which whose".split())
_CLAUSE_ENDERS: Final = frozenset("; . — – but while when whereas although though because after before since who which whose".split())
_CONDITIONS: Final = frozenset({"if", "whether", "unless", "whenever"})
_POSSIBLE: Final = frozenset({"could", "might", "may", "can", "should", "must"})
_WILL: Final = frozenset({"will", "would", "shall", "'ll"})
_WISHED: Final = frozenset({"like", "have", "prefer", "love"})
_AWAITED: Final = frozenset(
    {"future", "eventual", "expected", "planned", "scheduled", "proposed", "anticipated", "long-awaited", "possible"}
)
"""Attributes of a meeting that lies ahead: "the expected talks"."""
_TO_COME: Final = frozenset({"will", "would", "to", "may", "might", "could", "can"})
_NOT: Final = NEGATIONS | {"no", "without", "cannot"}
_TAKING_PLACE: Final = frozenset("be take convene reconvene start begin open resume continue follow".split())
_TREATING: Final = frozenset("focus concentrate centre center cover address include revolve deal touch feature".split())
"""What a meeting to come will do, where its phrase is the subject: "her talks with X will focus on fish"."""
_BACK: Final = frozenset({"prior", "last", "previous", "previously", "earlier", "past", "first"})
_POINTING: Final = (["it"], ["that"], ["this"])
_POINTING_AHEAD: Final = (["it", "will"], ["that", "will"], ["this", "will"])
"""Openings of what is said of a meeting to come: "It will be the first summit between X and Y"."""
_BEING: Final = frozenset({"was", "is", "marked", "marks", "'s"})
_OWN: Final = frozenset({"his", "her", "their"})
_UNITS: Final = frozenset({"day", "days", "week", "weeks", "month", "months"})
"""Units before "after", as in "a week after she had held talks with X"."""
_AT_OPENING: Final = frozenset({"in", "at", "during", "over"})
_ON_OCCASION: Final = _AT_OPENING | {"after", "following", "before"}
_AUXILIARIES: Final = BE | HAVE
_AHEAD: Final = (
    ["ahead", "of"],
    ["eve", "of"],
    ["forward", "to"],
    ["stage", "for"],
    ["way", "for"],
    ["ground", "for"],
    ["groundwork", "for"],
)


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
    before = _clause_before(lower, sentence, at)
    leads = verb is None and trigger - statement_start(layers, sentence) <= _OPENING
    after = _clause_after(layers, sentence, trigger, end, _AFTER_SUBJECT if leads else _AFTER)
    if lower[sentence.start : sentence.start + 2] in _POINTING_AHEAD and lower[sentence.start + 2 : sentence.start + 3] == ["be"]:
        return Standing("planned", False)  # "It will be the first summit in years, and X's first encounter with Y"
    if leads and lower[sentence.start] in ("during", "on") and lower[at] in words.visit_nouns and _goes_on_ahead(lower, at, sentence):
        return Standing("planned", False)  # "During his stay in Lima, X will meet Y"
    if leads and lower[sentence.start] in ("during", "at") and lower[sentence.start + 1] == "the" and _main_verb_will(layers, sentence, at):
        return Standing("planned", False)  # "During the talks, the two presidents will discuss the ferry"
    if _is_beside_what_will(layers, sentence, at):
        return Standing("planned", False)
    if leads and lower[sentence.start] in FRONTING and "," in after:
        after = after[: after.index(",")]  # "After talks with X, they agreed that …": the main clause tells of something else
    named = lower[at] in load_meeting_terms().nouns
    told = not named and any(v.form in ("past", "third") for v in load_meeting_terms().verbs.get(lower[at], ()))
    if is_cancelled(before, after if not told else [], words, named=named):
        return Standing("cancelled", False)
    if _is_unreal(before, words) or _is_ruled_out(after):
        return None
    governed = before[-1:] == ["to"] or is_further_infinitive(lower, sentence.start, at)
    infinitive = governed and any(v.form == "base" for v in load_meeting_terms().verbs.get(lower[at], ()))
    paying = lower[at] in words.paying_verbs and lower[at - 1] == "and" and is_further_infinitive(lower, sentence.start, at)
    infinitive = infinitive or paying
    if told and lower[sentence.start] in _AHEAD_OPENERS and "," in before:
        before = before[len(before) - before[::-1].index(",") :]  # "Ahead of the talks, X met Y"
    if infinitive and before[-1:] == ["to"] and not _is_ahead(before, [], words) and _is_one_of_row(before):
        return Standing("held", not _LAST.isdisjoint(before))
    if infinitive and before[-1:] == ["to"] and (_was_there(before) or _had_occasion(lower[sentence.start : at])):
        return Standing("held", False)
    if any(before[i : i + 3] in _AFTERWARDS for i in range(len(before))):
        return Standing("held", True)  # "will speak with X to follow up on his talks with Y"
    if not infinitive and _comes_after_it(layers, sentence, trigger, before):
        return Standing("held", False)
    if infinitive or _is_ahead(before, after if not told else [], words) or _is_on_the_way(lower, at, before):
        return Standing("planned", False)
    if (not told and _is_coming(after)) or (
        verb is not None and lower[verb] in HAVE and after[after[:1] == [","] :][:1] in _ARRANGED_AFTER
    ):
        return Standing("planned", False)
    near = lower[max(sentence.start, trigger - 6) : min(sentence.end, trigger + 3)]
    reach = lower[max(sentence.start, trigger - _PERFECT) : min(sentence.end, trigger + 3)]
    perfect = _is_auxiliary_had(reach) and not words.meeting_participles.isdisjoint(near)
    perfect |= any(pair in _OUTCOMES for pair in pairwise(before[-_NEAR:]))
    opens = leads and lower[sentence.start] in _AT_OPENING  # "In his first talks with X, Y promised"
    # "had their first talks", and where the report begins with it: "X and Y held their first talks"
    has = verb is not None and (lower[verb] in HAVE or in_first_sentence(layers, verb))
    ordinal = {"first"} if opens or has else set[str]()
    opens_so = (
        lower[sentence.start : sentence.start + 1] in _POINTING and lower[sentence.start + 1] in _BEING
    )  # "That was their first meeting"
    own = lower[trigger] in words.visit_nouns and not _OWN.isdisjoint(lower[trigger - 3 : trigger])  # "glad of his first visit to Lima"
    ordinal |= {"first"} if opens_so or own else set[str]()
    perfect = perfect or any(unit in _UNITS and follows == "after" for unit, follows in pairwise(before))
    ordinal |= {"first"} if _is_own_first(lower[max(sentence.start, trigger - 4) : trigger]) else set()
    back = (_BACK - ordinal).intersection(lower[max(sentence.start, trigger - 3) : trigger])
    recent = "recently" in near and not in_first_sentence(layers, trigger)
    return Standing("held", perfect or bool(back) or recent or "previously" in near)


def _is_auxiliary_had(words: list[str]) -> bool:
    """Whether a "had" makes a pluperfect; not where it has an object: "had talks with X and met Y"."""
    nouns, fillers = load_meeting_terms().nouns, load_meeting_words().meeting_fillers
    return any(a == "had" and b not in nouns and b not in fillers for a, b in pairwise(words))


_AFTERWARDS: Final = (["follow", "up", "on"], ["following", "up", "on"], ["followed", "up", "on"])
"""What one does after a meeting."""


def _is_own_first(before: list[str]) -> bool:
    """ "Before her first talks with X": somebody's first one with another is that of the news; "their first talks" lie back."""
    return any(a in _OF_ONE and b == "first" for a, b in pairwise(before))


_OF_ONE: Final = frozenset({"his", "her", "a", "'s"})


def _comes_after_it(layers: Layers, sentence: Sentence, trigger: int, before: list[str]) -> bool:
    """Whether what lies ahead follows a meeting that is over: "will have much to tell after Monday's talks", "was due home after talks"."""
    lower, fillers, published = layers.tokens.lower, load_meeting_words().meeting_fillers, layers.article.published_on
    step, over = trigger - 1, False
    while step > sentence.start and lower[step] not in _AFTER_TALKS:
        day = layers.dates.covering(step)
        if not (day or lower[step] in fillers or lower[step] in DETERMINERS or lower[step] in ("'s", "'")):
            return False
        over = over or any(published is not None and value.precision == "day" and value.end < published for value in day)
        step -= 1
    due = any(a in _WAS and b in load_meeting_words().arranged_words for a, b in pairwise(before))
    return lower[step] in _AFTER_TALKS and (over or (due and _WILL.isdisjoint(before)))


_WAS: Final = frozenset({"was", "were"})


def _is_one_of_row(before: list[str]) -> bool:
    """ "Is the first minister to visit Japan since": who did what the infinitive says; not "will be the first to visit"."""
    named = next((i for i, word in enumerate(before[:-1]) if word == "the" and before[i + 1] in _IN_A_ROW), None)
    return named is not None and not _WILL.intersection(before) and before[named - 1 : named] != ["be"]


def _was_there(before: list[str]) -> bool:
    """ "Visited Lima on Monday to hold talks with X", "was in Lima on Monday to meet X": what a stay was for, that is over."""
    stays = (i for i, word in enumerate(before) if word == "visited" or (word in ("was", "were") and before[i + 1 : i + 2] == ["in"]))
    stay = next(stays, None)
    return stay is not None and _TO_COME.isdisjoint(before[:stay]) and "to" not in before[stay:-1] and "had" not in before


def _had_occasion(before: list[str]) -> bool:
    """ "Also had the opportunity, on the margins of the fair, to hold talks with X": what there was an occasion for was done."""
    had = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _HAVING), None)
    return had is not None and not _OCCASIONS.isdisjoint(before[had + 1 : had + 4]) and _NOT.isdisjoint(before[had:])


_HAVING: Final = frozenset({"had", "used", "took"})
_OCCASIONS: Final = frozenset({"opportunity", "occasion", "chance", "honour", "honor", "pleasure", "privilege"})
_AHEAD_OPENERS: Final = frozenset({"ahead", "prior", "before"})
_ADVERBS: Final = frozenset("also now still originally initially widely currently reportedly tentatively".split())
_IN_A_ROW: Final = frozenset("first second third fourth fifth last latest highest-ranking most only".split())
_LAST: Final = frozenset({"last"})


def _goes_on_ahead(lower: list[str], index: int, sentence: Sentence) -> bool:
    """Whether the main clause behind the next comma looks ahead: ", X will", ", X is expected to"."""
    rest = lower[index : min(sentence.end, index + 2 * _BEFORE)]
    clause = rest[rest.index(",") + 1 :] if "," in rest else []
    return "will" in clause or _is_arranged(clause, BE)


def _main_verb_will(layers: Layers, sentence: Sentence, index: int) -> bool:
    """Whether the subject behind the next comma is directly followed by what looks ahead."""
    lower = layers.tokens.lower
    comma = next((i for i in range(index, sentence.end - 1) if lower[i] == ","), None)
    subject = layers.nominals.starting(comma + 1) if comma is not None else None
    follows = lower[subject.end : subject.end + 2] if subject is not None else []
    return follows[:1] == ["will"] or (follows[:1] in (["are"], ["is"]) and not load_meeting_words().arranged_words.isdisjoint(follows[1:]))


def _is_beside_what_will(layers: Layers, sentence: Sentence, index: int) -> bool:
    """ "Besides holding talks with X, she will open the pier"; not where she opened it."""
    lower, start = layers.tokens.lower, sentence.start
    beside = lower[start : start + 2] == ["in", "addition"] or lower[start] in _BESIDES
    comma = next((i for i in range(index, sentence.end) if lower[i] == ","), None) if beside else None
    return comma is not None and not _WILL.isdisjoint(lower[comma : sentence.end])


_BESIDES: Final = frozenset({"besides", "aside", "apart"})


def _is_ruled_out(after: list[str]) -> bool:
    """ "A meeting with X was out of the question", "is not planned", "is unlikely"."""
    verb = next((i for i, word in enumerate(after) if word in BE), None)
    if verb is None or any(w == "," or w in _CLAUSE_OPENERS for w in after[:verb]):
        return False
    predicate = after[verb + 1 : verb + 4]
    denied = not _NOT.isdisjoint(predicate[:1]) and not load_meeting_words().arranged_words.isdisjoint(predicate)
    return denied or predicate[:1] in (["unlikely"], ["impossible"]) or predicate[:2] in _RULED_OUT


_RULING_OUT: Final = frozenset({("rule", "out"), ("rules", "out"), ("ruled", "out"), ("ruling", "out")})
_RULED_OUT: Final = (["out", "of"], ["ruled", "out"], ["off", "the"])


def is_further_infinitive(lower: list[str], start: int, index: int) -> bool:
    """Whether a bare form goes on with what a modal or "to" governs: "will fly to Lima, call on Y and meet X"."""
    if index - 1 <= start or lower[index - 1] not in ("and", ","):
        return False
    before = lower[start : index - 1]
    return "to" in before or not MODALS.isdisjoint(before)


def _clause_before(lower: list[str], sentence: Sentence, trigger: int) -> list[str]:
    start = trigger
    while start > sentence.start and trigger - start < _BEFORE and lower[start - 1] not in _CLAUSE_OPENERS:
        start -= 1
    opener = lower[start - 1 : start] if start > sentence.start else []
    return lower[start:trigger] if opener not in (["who"], ["which"]) else lower[start - 1 : trigger]


def _clause_after(layers: Layers, sentence: Sentence, trigger: int, end: int, reach: int) -> list[str]:
    """The words after a meeting's phrase in its clause, and in the same voice: "…, X said the cable would be repaired" is another's."""
    lower, stop, quote_verbs = layers.tokens.lower, end, load_words().quote_verbs
    telling = not _ON_OCCASION.isdisjoint(lower[trigger - 3 : trigger]) and not quote_verbs.isdisjoint(lower[sentence.start : trigger])
    while stop < sentence.end and stop - end < reach and told_alike(layers, trigger, stop):
        goes_on = lower[stop] == "but" and not _AUXILIARIES.isdisjoint(lower[stop + 1 : stop + 2])  # "…, but was put off"
        told = lower[stop] == "that" and stop > end and (lower[stop - 1] in quote_verbs or telling)  # "it was noted that it would open"
        if lower[stop] == "which" and FINITE.isdisjoint(lower[end:stop]) and (past := past_description(lower, stop, sentence)) is not None:
            return lower[end:past] + lower[past : min(sentence.end, past + PREDICATE)]
        if told or (lower[stop] in _CLAUSE_ENDERS and not goes_on and not _of_the_meeting(lower, stop)):
            break
        if lower[stop] == "and" and lower[end : end + 1] in _PAST_BE and lower[end + 1 : end + 2] not in (["to"], ["due"]):
            break  # "her last visit was in May, and the next will be"
        stop += 1
    return lower[end:stop]


_PAST_BE: Final = (["was"], ["were"])


def _of_the_meeting(lower: list[str], index: int) -> bool:
    """A relative clause that goes on about the meeting: "that had been planned", "of which will be held"."""
    return (lower[index] == "that" and lower[index + 1] in _AUXILIARIES) or (lower[index] == "which" and lower[index - 1] == "of")


def _is_unreal(before: list[str], words: MeetingWords) -> bool:
    """Negated, refused, asked for or only possible."""
    if (not _NOT.isdisjoint(before[-4:]) and before[-1:] != ["only"]) or any(pair in _RULING_OUT for pair in pairwise(before)):
        return True
    before = _at_the_meeting(before)
    reach = before if before[-1:] == ["to"] else before[-_NEAR:]
    if not words.unreal_words.isdisjoint(_after_and(reach)) or not _CONDITIONS.isdisjoint(before):
        return True
    if not _POSSIBLE.isdisjoint(before[-2:]) or any(pair in _NO_WORD_OF for pair in pairwise(before)):
        return True
    if "for" in before and any(a in ("call", "calls", "called", "calling") and b == "for" for a, b in pairwise(before)):
        return True
    return not _WILL.isdisjoint(before) and any(w in _WILL and not _WISHED.isdisjoint(before[i + 1 : i + 3]) for i, w in enumerate(before))


_NO_WORD_OF: Final = frozenset(
    {("no", "mention"), ("no", "word"), ("no", "sign"), ("no", "date"), ("there", "being"), ("no", "plans"), ("no", "plan")}
)
"""Openings of what nobody says will come: "made no mention of any meeting with X"."""


def _at_the_meeting(before: list[str]) -> list[str]:
    """The words from "during" or "at" on: talks are held where one "made the proposal during", not by who "hopes to raise it at"."""
    near = range(len(before) - 1, max(-1, len(before) - _NEAR), -1)
    opener = next((i for i in near if before[i] in _AT or _opens_phrase(before, i)), None)
    return before if opener is None or "to" in before[:opener] or not _WILL.isdisjoint(before) else before[opener:]


_AT: Final = frozenset({"at", "during"})


def _opens_phrase(before: list[str], index: int) -> bool:
    """Whether "in" stands right before the phrase of the meeting: "urged calm in a meeting with X"."""
    article, *attributes = before[index + 1 :] or [""]
    return before[index] == "in" and article in DETERMINERS and load_meeting_words().meeting_fillers.issuperset(attributes)


def _after_and(words: list[str]) -> list[str]:
    """The words after the last "and": "offered tea and met X" is no offer to meet."""
    return words[len(words) - words[::-1].index("and") :] if "and" in words else words


def _is_ahead(before: list[str], after: list[str], words: MeetingWords) -> bool:
    """ "Will meet", "is due to meet", "the upcoming talks", "talks … will be held", "a meeting … planned for March"."""
    purpose = "for" in before[-_PURPOSE:] or _without_fillers(before, words)[-1:] == [
        "for"
    ]  # "will fly to Lima on Friday for talks with X"
    planned = before if purpose else before[-5:]
    if "follows" in planned:
        planned = planned[planned.index("follows") :]  # "this upcoming visit follows the visit of X to Peru"
    if not _AFTER_TALKS.isdisjoint(before[-2:]):
        planned = [word for word in planned if word != "agreed"]  # "agreed to speak more following talks in Lima"
    if any(w in words.planning_words and not _is_at_meeting(planned[i + 1 : i + 3]) for i, w in enumerate(planned)):
        return True
    if before[:2] in _POINTING_AHEAD or _is_attended_ahead(before) or _is_arranged(before, BE) or not _AWAITED.isdisjoint(before[-1:]):
        return True
    if any(before[i : i + 2] in _AHEAD or (w.startswith(("prepar", "arrang")) and "for" in before[i:]) for i, w in enumerate(before)):
        return True
    if any(a in _WEIGHING and b in _ORGANIZING for a, b in pairwise(before)):
        return True  # "discussed holding a meeting of X and Y"
    if before[-3:-1] in _THEMES and not _PRESENT_BE.isdisjoint(after):
        return True  # "the theme of the meeting between X and Y is fish"
    if any(a in _PROGRAMMES and not _INCLUDING.isdisjoint(before[i + 1 :]) for i, a in enumerate(before)):
        return True  # "her agenda includes a meeting with X"
    if any(a in _TO_COME and b in _TAKING_PLACE and not _is_of_another(after[:i]) for i, (a, b) in enumerate(pairwise(after))):
        return True
    if after[:1] == ["will"] and not _TREATING.isdisjoint(after[1:2]):
        return True
    follows = after[1:3] if after[:1] in ([","], ["are"], ["is"]) else after[:2]
    return (follows[1:] in (["for"], ["in"], ["on"]) and follows[0] in words.arranged_words) or _is_arranged(after, _AUXILIARIES)


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


def _is_coming(after: list[str]) -> bool:
    """Whether a coming time stands right after a noun of meeting: "discussed X's visit to Peru later this year"."""
    words = after[1:] if after[:1] in (["in"], ["on"], [","]) else after
    return words[:2] in _LATER or words[:2] in (["the", "coming"], ["the", "near"]) or (words[:1] == ["next"] and words[1:2] in _SPANS)


_LATER: Final = (["later", "this"], ["early", "next"], ["late", "next"], ["next", "year's"])
_SPANS: Final = (["week"], ["month"], ["year"], ["spring"], ["summer"], ["autumn"], ["fall"], ["winter"])
_ARRANGED_AFTER: Final = (["planned"], ["scheduled"], ["arranged"])
"""What makes a meeting that somebody "has" one to come: "had a meeting with X planned"."""


_AFTER_TALKS: Final = frozenset({"after", "following"})
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
    return after[:1] in _AT_MEETINGS or (after[:1] == ["on"] and after[1:] in _AT_MEETINGS)


def _is_on_the_way(lower: list[str], at: int, before: list[str]) -> bool:
    """ "Is flying to Lima", "are travelling to Lima for talks with X": the journey and what it is for lie ahead."""
    verbs = load_meeting_terms().verbs
    travelling = {i for i, word in enumerate(before) if any(v.sense == "travel" and v.form == "gerund" for v in verbs.get(word, ()))}
    travelling |= {i for i, word in enumerate(before) if word == _HEADED}
    if lower[at] == _HEADED or any(v.sense == "travel" and v.form == "gerund" for v in verbs.get(lower[at], ())):
        return not _PRESENT_BE.isdisjoint(before[-2:])
    return "for" in before[-_PURPOSE:] and any(not _PRESENT_BE.isdisjoint(before[max(0, i - 2) : i]) for i in travelling)


_HEADED: Final = "headed"
"""After "is", of who is on the way: "is headed to Lima"."""


def _is_arranged(words: list[str], auxiliaries: frozenset[str]) -> bool:
    """ "Is scheduled", "had been due"."""
    arranged = load_meeting_words().arranged_words
    words = [word for word in words if word not in _ADVERBS]
    return not arranged.isdisjoint(words) and any(a in auxiliaries and b in arranged for a, b in pairwise(words))
