"""When a meeting took place."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from etl.extract.grammar import BE, FINITE, GOVERNORS, HAVE
from etl.extract.layers import DateValue, Layers, Sentence
from etl.extract.meetings.assemblies import RULE as ASSEMBLY
from etl.extract.meetings.candidate import Candidate, Side
from etl.extract.meetings.mentions import beyond_mention
from etl.extract.meetings.noun_places import DEALING
from etl.extract.meetings.summits import RULE as SUMMIT
from etl.extract.meetings.voices import in_first_sentence, is_of_saying, stands_with_saying, told_alike
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.numbers import load_numbers
from etl.lexicon.words import load_words
from etl.records import DateBasis, DatePrecision

_LEAD_DAYS: Final = 4
"""Days before publication within which a date in the lead is that of the news."""
_COUNTED_BACK: Final = frozenset({"ago", "earlier", "before"})
"""Last words of a date that lies before the day which is told of."""
_COUNTED_FROM: Final = frozenset({"earlier", "before"})
"""Last words of a date that is counted from what the text tells, so from the day of publication where that has no day of its own."""
_OPENING: Final = 3
"""Tokens from the beginning of a sentence among which a day is that of all that follows: "On Friday, X, who …, will meet Y"."""
_POSSESSED: Final = 4
"""Tokens after "Tuesday's" among which the noun stands that it dates."""
_BYGONE: Final = frozenset("ended took erupted broke followed closed collapsed expired killed".split())
"""Past forms after "that" by which the clause is about the noun before it: "the war that ended in 2009"."""
_BEGINNING: Final = frozenset("began begins begin beginning started starts starting commencing commenced from".split())
_SINCE_REACH: Final = 32
"""Tokens of a clause that "since" opens, before the date in it."""
_AHEAD_OF: Final = (["prior", "to"], ["ahead", "of"])
_YEAR_REACH, _DIGITS = 4, 4
_COUNT_REACH: Final = 3
"""Tokens before "this year" among which "third" counts."""
_UNITS: Final = frozenset("day days week weeks month months year years".split())
_FRONT_UNITS: Final = 5
"""Tokens of "just over two weeks after" with which a sentence begins."""
_MILESTONES: Final = frozenset(
    "election re-election reelection inauguration appointment independence coup unification normalization".split()
)
"""What a date after "after" is of."""
_BYGONE_VERBS: Final = frozenset({"was", "were", "had"})
_WEEK: Final = timedelta(days=7)
_CONCLUDED: Final = frozenset(
    "signed adopted concluded established launched elected inaugurated ratified founded formed initialled".split()
)
"""Participles of agreements and offices, whose day is not that of the meeting which speaks of them."""
_DATED: Final = frozenset({"weekday", "relative"})
"""How the lead is dated by its own words, which may tell of another day than that of a meeting told of later."""
_JOINING: Final = frozenset({"and", "before", "then"})
_DAY_PARTS: Final = frozenset({"day", "morning", "afternoon", "evening"})
_GOES_ON: Final = 3
"""Sentences over which "also" still goes on with what was done on a day."""
_LEAD_BASES: Final = frozenset({"weekday", "explicit", "relative"})


class When(NamedTuple):
    """A resolved date, or none."""

    start: date | None
    end: date | None
    precision: DatePrecision
    basis: DateBasis


UNKNOWN: Final = When(None, None, "unknown", "unknown")


class Dating:
    """When: the sentence's own date nearest to the trigger, the visit around it, the article's lead, the publication date, in order."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._told: When | None = None
        """The day of the last meeting that was held and has one."""
        self._told_in: tuple[int, frozenset[int | None]] | None = None
        """The number of the sentence that tells of it, and who met."""
        self._planned: tuple[When, Sentence] | None = None
        """The day of the last meeting that is planned for one, and where that is said."""
        self._past: tuple[When, Sentence, frozenset[int | None]] | None = None
        """The day of the last meeting that was held, where it lies back, with its sentence and who met."""
        self._visit: tuple[When, frozenset[int | None]] | None = None
        self._lead = self._lead_date()

    def _lead_date(self) -> When:
        published = self._layers.reference_date
        if published is None or self._layers.article.published_on is None:
            return UNKNOWN
        for value in self._layers.dates:
            if self._layers.sentence_at(value.span.start).paragraph > 1:
                break
            if self._layers.tokens.lower[value.span.end - 1] in _COUNTED_BACK or _is_attribute(self._layers, value):
                continue
            if value.precision == "day" and 0 <= (published - value.start).days <= _LEAD_DAYS and value.basis in _LEAD_BASES:
                guessed = value.basis == "explicit" or stands_with_saying(self._layers, value.span.start)
                return When(value.start, value.end, "day", "dateline" if guessed else value.basis)
        return When(published, published, "day", "publication")

    def date(self, candidate: Candidate, sides: tuple[Side, ...], *, told: bool) -> When:
        """The date of one occasion; remembers it for talks during a visit. `told`: somebody in the article tells of it."""
        anchor = next((at for person, at in candidate.anchors if any(side.person == person for side in sides)), candidate.trigger)
        own: When | None = self._own(candidate, anchor, anchored=anchor != candidate.trigger)
        if candidate.rule == SUMMIT:
            return own or UNKNOWN
        people = frozenset(side.person for side in sides)
        if self._same_day(candidate.sentence):
            told_of = self._told if candidate.status != "planned" else self._planned and self._planned[0]
            own = told_of or (self._last_day(candidate.trigger) if own is None else own)
        if candidate.format == "visit":
            announced = candidate.status == "held" and in_first_sentence(self._layers, candidate.trigger)
            when = own or (self._lead if announced else UNKNOWN)
            if candidate.leg and when.precision == "day":
                return UNKNOWN
            if not told:
                self._visit = None if self._only_begins(candidate, when) else (when, people)
            return when
        if own is not None:
            if candidate.status == "planned":
                self._planned = (own, candidate.sentence)
            if own.precision == "day" and not told and candidate.status == "held":
                self._told = own
                self._told_in = (self._layers.sentence_of[candidate.trigger], people)
                self._past = (own, candidate.sentence, people) if self._is_long_over(own) else None
            return own
        if candidate.status == "planned" and own is None and (together := self._planned_with(candidate)) is not None:
            return together
        ahead = candidate.status == "planned" and self._visit is not None and self._visit[1] & people and self._is_ahead(self._visit[0])
        if ahead and self._visit is not None:
            return self._visit[0]._replace(basis="visit")  # talks of a visit that is announced
        if told or candidate.status != "held" or (candidate.earlier and not self._same_day(candidate.sentence)):
            return UNKNOWN
        if self._past is not None and self._past[1].end == candidate.sentence.start and self._past[2] <= people:
            return self._past[0]._replace(basis="anaphoric")  # "Earlier, on May 2, X was received by Y. X held talks with Y."
        if (same := self._goes_on(candidate, people)) is not None:
            return same
        if self._visit is not None and self._visit[0].start and self._visit[1] & people and not self._is_ahead(self._visit[0]):
            return self._visit[0]._replace(basis="visit")
        return self._lead._replace(basis="dateline") if self._lead.basis in _DATED else self._lead

    def _goes_on(self, candidate: Candidate, people: frozenset[int | None]) -> When | None:
        """The day of whom the same person met just before: "X met Y on Monday. She also met Z."."""
        number = self._layers.sentence_of[candidate.trigger]
        if self._told is None or self._told_in is None or self._told.basis not in _LEAD_BASES | {"anaphoric"}:
            return None
        sentence, met = self._told_in
        opening = self._layers.tokens.lower[candidate.sentence.start : candidate.trigger]
        if number - sentence > _GOES_ON or not met & people or "also" not in opening:
            return None
        self._told_in = (number, people | met)
        return self._told._replace(basis="anaphoric")

    def _only_begins(self, candidate: Candidate, when: When) -> bool:
        """Whether the day of a visit is that of its beginning, which the talks need not share: "a visit that began on Monday"."""
        lower, sentence = self._layers.tokens.lower, candidate.sentence
        days = (v for v in self._layers.dates.within(sentence.start, sentence.end) if v.precision == "day" and v.start == when.start)
        return any(not _BEGINNING.isdisjoint(lower[max(sentence.start, v.span.start - 2) : v.span.start]) for v in days)

    def _planned_with(self, candidate: Candidate) -> When | None:
        """The day of what the sentence before plans: "X will hold talks with Y tomorrow. He will also call on Z."."""
        if self._planned is None or "also" not in self._layers.tokens.lower[candidate.sentence.start : candidate.trigger]:
            return None
        when, sentence = self._planned
        return when if sentence.end == candidate.sentence.start else None

    def _same_day(self, sentence: Sentence) -> bool:
        words = self._layers.tokens.lower[sentence.start : sentence.end]
        same = any(a == "same" and b in _DAY_PARTS for a, b in pairwise(words))
        return (
            same or words[:4] in (["later", "in", "the", "day"], ["earlier", "in", "the", "day"]) or words[:3] == ["later", "that", "day"]
        )

    def _last_day(self, before: int) -> When | None:
        """The last day named before a token: what "the same day" goes back to."""
        named = next((v for v in reversed(self._layers.dates.within(0, before)) if v.precision == "day"), None)
        return When(named.start, named.end, "day", "anaphoric") if named is not None else None

    def _is_ahead(self, when: When) -> bool:
        """Whether a time lies after the text's own."""
        reference = self._layers.reference_date
        return reference is not None and when.start is not None and when.start > reference

    def _is_long_over(self, when: When) -> bool:
        """Whether a day lies further back than news do."""
        reference = self._layers.reference_date
        return reference is not None and when.end is not None and (reference - when.end).days > _LEAD_DAYS

    def _is_over(self, value: DateValue) -> bool:
        """Whether a day lies before the text's own: "arrived on Monday for a visit during which he is to meet X"."""
        published = self._layers.article.published_on
        return published is not None and value.end < published

    def _is_of_main_clause(self, value: DateValue, sentence: Sentence, trigger: int) -> bool:
        """Whether a day that has come is that of the clause before: "met X on Wednesday, discussing a visit to Lima later this year"."""
        published, lower = self._layers.article.published_on, self._layers.tokens.lower
        inside = sentence.start + _OPENING < value.span.start < trigger
        return inside and published is not None and value.end <= published and "," in lower[value.span.end : trigger]

    def is_dated(self, candidate: Candidate) -> bool:
        """Whether the sentence itself says when."""
        return self._own(candidate, candidate.trigger) is not None

    def _own(self, candidate: Candidate, trigger: int, *, anchored: bool = False) -> When | None:
        """The sentence's date nearest to the trigger and told by the same voice; a mere year only when there is no other."""
        layers, sentence = self._layers, candidate.sentence
        if (year := _year_of(layers, sentence, trigger)) is not None:
            return When(date(year, 1, 1), date(year, 12, 31), "year", "explicit")
        usable = [
            value
            for value in layers.dates.within(sentence.start, sentence.end)
            if not _is_of_since(layers, sentence, value.span.start, trigger)
            and not is_of_what_follows(layers, sentence, value.span.start, trigger)
            and not _is_of_milestone(layers, value.span.start, trigger)
            and not is_of_other_time(layers, sentence, value.span.start, trigger)
            and not _is_of_something_concluded(layers, value.span.start, trigger)
            and told_alike(layers, trigger, value.span.start)
            and not _in_relative_clause(layers, value.span.start, trigger)
            and not _of_another(layers, value.span.end, trigger)
            and not _is_of_what_was_said(layers, value.span.start, trigger)
            and not beyond_mention(layers, trigger, value.span.start)
            and not _of_journey_on(layers, trigger, value.span.start)
            and not _counts_to_another(layers, value, trigger)
            and not _ends_stay(layers, value.span.start, trigger)
            and not _of_what_comes_then(layers, value.span.start, trigger)
            and not (candidate.rule in (SUMMIT, ASSEMBLY) and _of_departure(layers, value.span.start, trigger))
            and not _is_counted_in(layers, value)
            and not _of_one_held_before(layers, value.span.start, trigger)
            and not _of_circumstance(layers, sentence, value.span.start, trigger)
            and not _of_dealing(layers, value.span.start, trigger)
            and not _is_attribute(layers, value)
            and ";" not in layers.tokens.lower[min(value.span.start, trigger) : max(value.span.start, trigger)]
        ]
        if candidate.status == "held" and (candidate.earlier or _is_past_form(layers, candidate.trigger)):
            usable = [v for v in usable if not self._is_ahead(When(v.start, v.end, v.precision, v.basis))]
        if candidate.status == "planned":
            usable = [v for v in usable if v.span.start > trigger or not self._is_over(v)]
            usable = [
                v for v in usable if not is_of_saying(layers, trigger, v.span.start) and not self._is_of_main_clause(v, sentence, trigger)
            ]
        if not usable:
            return None
        value = min(
            usable,
            key=lambda v: (
                v.precision == "year",
                "when" in layers.tokens.lower[v.span.end : trigger],  # "promised in November, when he received X on 12 April"
                is_of_saying(layers, trigger, v.span.start),
                _of_other_verb(layers, v.span.start, trigger),
                anchored and _is_apart(layers, v.span.start, trigger),
                abs(v.span.start - trigger),
            ),
        )
        coming = candidate.status == "planned" and value.basis == "weekday" and value.span.start > trigger and self._is_over(value)
        if coming and _BYGONE_VERBS.isdisjoint(layers.tokens.lower[sentence.start : trigger]):
            return When(value.start + _WEEK, value.end + _WEEK, value.precision, value.basis)  # the coming one, however far "will" stands
        if candidate.status == "planned" and value.precision == "month" and self._is_over(value) and value.basis != "explicit":
            return UNKNOWN  # a month gone by is that of another year
        said = candidate.status == "held" and value.precision == "day" and is_of_saying(layers, trigger, value.span.start)
        counted = value.basis == "relative" and layers.tokens.lower[value.span.end - 1] in _COUNTED_FROM
        return When(value.start, value.end, value.precision, "dateline" if said else "publication" if counted else value.basis)


def _year_of(layers: Layers, sentence: Sentence, trigger: int) -> int | None:
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


def _is_past_form(layers: Layers, index: int) -> bool:
    """Whether a verb tells of what was done, to which no coming day belongs: "discussed the chairmanship, which begins in May"."""
    forms = load_meeting_terms().verbs.get(layers.tokens.lower[index], ())
    return any(verb.form == "past" and verb.sense == "discuss" for verb in forms)


def _ends_stay(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a day is how long somebody stays: "she is in Lima until Friday and will meet X"."""
    return index < trigger and layers.tokens.lower[index - 1] in ("until", "till")


def _of_what_comes_then(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a day is that of what is done afterwards: "will fly to Lima to meet X before returning home on Friday"."""
    between = layers.tokens.lower[trigger:index]
    return any(a in ("before", "after") and b.endswith("ing") for a, b in pairwise(between))


def _of_departure(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a day is that on which somebody set out for a gathering: "left for Lima on Thursday to attend the summit"."""
    lower, verbs = layers.tokens.lower, load_meeting_terms().verbs
    start = layers.sentence_at(index).start
    gone = any(verb.sense == "travel" for i in range(start, index) for verb in verbs.get(lower[i], ()))
    return gone and index < trigger and "to" in lower[index:trigger]


def _is_counted_in(layers: Layers, value: DateValue) -> bool:
    """Whether a year or month is that in which meetings are counted: "their third meeting this year", "for the second time this month"."""
    lower, start = layers.tokens.lower, value.span.start
    running = value.precision in ("year", "month") and lower[start] == "this"
    return running and not load_numbers().ordinals.keys().isdisjoint(lower[max(0, start - _COUNT_REACH) : start])


def _is_attribute(layers: Layers, value: DateValue) -> bool:
    """Whether a day says which event is meant: "in the aftermath of the September 11 attack", "the Jan. 8 election"."""
    tokens, end = layers.tokens, value.span.end
    numbered = any(word.isdigit() for word in tokens.words[value.span.start : end])
    if tokens.lower[value.span.start - 1] != "the" or value.precision != "day" or not numbered or end >= len(tokens):
        return False
    following = tokens.lower[end : end + _POSSESSED]
    nouns = load_meeting_terms().nouns.keys() | load_meeting_words().visit_nouns | load_meeting_words().occasion_nouns
    body = tokens.is_capitalized(end) and layers.entity_at(end) is not None  # "the Nov. 8 Security Council resolution"
    plain = body or (following[0].isalpha() and not tokens.is_capitalized(end) and following[0] not in GOVERNORS | FINITE | _NO_NOUNS)
    return plain and nouns.isdisjoint(following)


_NO_NOUNS: Final = frozenset("and or but when where while that which who as before after during ahead he she they it the a an this".split())


def _of_dealing(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a day is that on which a meeting to come was dealt with: "held a call on Monday to discuss preparations for the summit"."""
    between = layers.tokens.lower[index:trigger]
    return any(a == "to" and b in DEALING for a, b in pairwise(between))


def _of_one_held_before(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a date is that of another meeting in the same clause: "met X in a follow-up to the summit held earlier this year"."""
    lower, nouns = layers.tokens.lower, load_meeting_terms().nouns
    held = next((i for i in range(index - 1, max(trigger + 1, index - _HELD_BEFORE), -1) if lower[i] == "held"), None)
    return held is not None and lower[held - 1] in nouns and held - 1 > trigger


_HELD_BEFORE: Final = 6


def _of_circumstance(layers: Layers, sentence: Sentence, index: int, trigger: int) -> bool:
    """Whether a date is that of a circumstance before the clause: "With elections looming next year, X will meet Y"."""
    lower = layers.tokens.lower
    fronted = lower[sentence.start : index]
    return fronted[:1] == ["with"] and "," not in fronted and "," in lower[index:trigger] and not _LOOMING.isdisjoint(fronted)


_LOOMING: Final = frozenset(
    "looming approaching nearing due scheduled set expected coming slated planned expiring ending beginning starting".split()
)


def _is_of_since(layers: Layers, sentence: Sentence, index: int, trigger: int) -> bool:
    """Whether a date belongs to what "since" opens: "since May", "their first talks since she took office last month"."""
    since = layers.tokens.lower[max(sentence.start, index - _SINCE_REACH) : index]
    return "since" in since and not (index - _SINCE_REACH < trigger < index and "since" not in layers.tokens.lower[trigger:index])


def _is_of_milestone(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a date is that of what came before: "his first visit to Lima after his re-election in 2021"."""
    words = layers.tokens.lower[trigger:index]
    after = next((i for i, word in enumerate(words) if word in ("after", "following")), None)
    return after is not None and not _MILESTONES.isdisjoint(words[after:])


def is_of_what_follows(layers: Layers, sentence: Sentence, index: int, trigger: int) -> bool:
    """Whether a date or place is of what follows: "Prior to the forum on May 2, X met Y", "will meet Y ahead of the forum in Lima"."""
    lower = layers.tokens.lower
    if index > trigger:
        ahead = next((i for i in range(trigger + 1, index) if lower[i : i + 2] in _AHEAD_OF), None)
        return ahead is not None and not {",", "and"} & set(lower[ahead:index])
    start = next((i for i in range(sentence.start, index) if lower[i : i + 2] in _AHEAD_OF), None)
    opens = start is not None and (start == sentence.start or lower[start - 1] in (":", "-", "–", "—"))
    return opens and "," in lower[index:trigger]


def is_of_other_time(layers: Layers, sentence: Sentence, index: int, trigger: int) -> bool:
    """Whether a date or place and the trigger lie days apart: "Two weeks after she met X in Quito, Y flew to Lima on Friday to meet Z"."""
    lower, start = layers.tokens.lower, sentence.start
    apart = any(a in _UNITS and b in ("after", "before") for a, b in pairwise(lower[start : start + _FRONT_UNITS]))
    return apart and "," in lower[min(index, trigger) : max(index, trigger)]


def _is_of_something_concluded(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a date is that of an agreement or office which is spoken of: "under the agreement signed in May 2006"."""
    lower = layers.tokens.lower
    concluded = lower[index - 1] in ("in", "on") and lower[index - 2] in _CONCLUDED and trigger < index - 2
    return concluded and lower[index - 3] not in BE and lower[index - 3] not in HAVE


def _of_other_verb(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a further verb stands between a date and the trigger: "flew to Lima on Friday and met X", "met X and left on Friday"."""
    lower, first, last = layers.tokens.lower, min(index, trigger), max(index, trigger)
    verbs = load_meeting_terms().verbs
    joined = (i for i in range(first + 1, last) if lower[i] in _JOINING)
    return any(not verbs.keys().isdisjoint(lower[i + 1 : i + 3]) for i in joined)


def _of_journey_on(layers: Layers, trigger: int, index: int) -> bool:
    """Whether a day after a meeting is that of the journey that follows: "met X and then flew to Lima on Friday"."""
    lower, verbs = layers.tokens.lower, load_meeting_terms().verbs
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


def _is_apart(layers: Layers, index: int, anchor: int) -> bool:
    """Whether a date stands with the one met before: "met A on Monday and B on Tuesday"; "over breakfast on Saturday, with C" is C's."""
    lower = layers.tokens.lower
    return index < anchor and "and" in lower[index:anchor]


def _is_of_what_was_said(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a day after a meeting is that of what was said there: "during the talks it was noted that the fair would open on May 2"."""
    lower, verbs = layers.tokens.lower, load_words().quote_verbs
    return any(lower[i] == "that" and lower[i - 1] in verbs and lower[i - 2] in BE for i in range(trigger + 3, index))


def _of_another(layers: Layers, end: int, trigger: int) -> bool:
    """Whether a date is possessive and of something else: "last Sunday's election", not "Tuesday's meeting"."""
    return layers.tokens.lower[end : end + 1] in (["'s"], ["'"]) and not end < trigger <= end + _POSSESSED


def _is_held(words: list[str]) -> bool:
    """Whether a relative clause is about the meeting itself: "(which) was held", "(which) took place"."""
    return words == ["took", "place"] or (not BE.isdisjoint(words[:1]) and words[1:] in (["held"], ["convened"], ["hosted"]))


_OWN_REACH: Final = 4
"""Tokens between a noun of meeting and "that was held", which still is of the meeting."""


def _in_relative_clause(layers: Layers, index: int, trigger: int) -> bool:
    """Whether a token stands in ", who took office on June 27," while the trigger does not."""
    lower = layers.tokens.lower
    start = layers.sentence_at(index).start
    for step in range(index - 1, start, -1):
        if lower[step] == ",":
            return False
        of_another = lower[step] == "that" and lower[step + 1] in BE and step - trigger > _OWN_REACH  # "a forum that was last held in 2018"
        if trigger < step and lower[step] == "which" and _is_held(lower[step + 1 : step + 3]):
            return False  # "the last session, which was held in May"
        if lower[step] in ("who", "which", "whose") or (lower[step] == "that" and lower[step + 1] in _BYGONE) or of_another:
            return not step < trigger <= index
    return False
