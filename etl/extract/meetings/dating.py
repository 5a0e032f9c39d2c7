"""When a meeting took place."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from etl.extract.claims.openings import statement_start
from etl.extract.dates.context import MONTHS
from etl.extract.grammar import FINITE, HAVE, MODALS
from etl.extract.layers import DateValue, Layers, Sentence
from etl.extract.meetings.assemblies import RULE as ASSEMBLY
from etl.extract.meetings.cancelling import is_day_of_cancelling, moved_to
from etl.extract.meetings.candidate import Candidate, Side
from etl.extract.meetings.dated_events import is_attribute
from etl.extract.meetings.other_days import (
    is_apart,
    is_before_speech,
    is_of_another_event,
    is_of_purpose,
    is_past_form,
    is_past_relative,
    of_departure,
    of_other_verb,
    year_of,
)
from etl.extract.meetings.summits import RULE as SUMMIT
from etl.extract.meetings.voices import in_first_sentence, is_of_saying, stands_with_saying
from etl.records import DateBasis, DatePrecision

_LEAD_DAYS: Final = 4
"""Days before publication within which a date in the lead is that of the news."""
_COUNTED_BACK: Final = frozenset({"ago", "earlier", "before"})
"""Last words of a date that lies before the day which is told of."""
_COUNTED_FROM: Final = frozenset({"earlier", "before"})
"""Last words of a date that is counted from what the text tells, so from the day of publication where that has no day of its own."""
_OPENING: Final = 3
"""Tokens from the beginning of a sentence among which a day is that of all that follows: "On Friday, X, who …, will meet Y"."""
_BEGINNING: Final = frozenset("began begins begin beginning started starts starting commencing commenced from".split())
_BYGONE_VERBS: Final = frozenset({"was", "were", "had"})
_WEEK: Final = timedelta(days=7)
_LONG_PAST: Final = timedelta(days=60)
"""Before publication, a day on which nobody "will" meet: it is that of the year to come."""
_DATED: Final = frozenset({"weekday", "relative"})
"""How the lead is dated by its own words, which may tell of another day than that of a meeting told of later."""
_PERFECT: Final = 3
"""Tokens before a verb of meeting among which "have" stands."""
_OCCASION: Final = 6
"""Tokens of "prior to the signing ceremony"."""
_AROUND: Final = frozenset({"before", "after", "following", "prior", "ahead"})
_EVENTS: Final = frozenset("ceremony signing talks meeting session dinner luncheon lunch event opening briefing banquet reception".split())
_COMING: Final = frozenset({"came", "comes", "come", "coming"})
_DAY_PARTS: Final = frozenset({"day", "morning", "afternoon", "evening"})
_GOES_ON: Final = 3
"""Sentences over which "also" still goes on with what was done on a day."""
_LEAD_BASES: Final = frozenset({"weekday", "explicit", "relative"})


_GOING_ON: Final = frozenset({"also", "later", "then", "afterwards", "afterward", "subsequently"})
_PRESENT_MEETING: Final = frozenset(
    "meet meets hold holds host hosts receive receives confer confers gather gathers convene convenes".split()
)
_HOLDING: Final = frozenset({"hold", "holds"})
_NO_PRESENT: Final = frozenset({"to", "did", "does", "do", "not", "n't"}) | MODALS
_PRESENT_REACH: Final = 4
"""Tokens of "hold two days of" before the noun of what is held."""


class When(NamedTuple):
    """A resolved date, or none."""

    start: date | None
    end: date | None
    precision: DatePrecision
    basis: DateBasis


def _is_timetabled(lower: list[str], sentence: Sentence, trigger: int) -> bool:
    """Whether a meeting is told of in the present tense, which with a weekday means the coming one: "X and Y meet on Friday"."""
    near = range(trigger, max(sentence.start, trigger - _PRESENT_REACH), -1)
    at = next((i for i in near if lower[i] in (_PRESENT_MEETING if i == trigger else _HOLDING)), None)
    if at is None or (at < trigger and not FINITE.isdisjoint(lower[at:trigger])):
        return False
    return at > sentence.start and lower[at - 1] not in _NO_PRESENT and "when" not in lower[sentence.start : at]


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
            return self._only_day()
        for value in self._layers.dates:
            if self._layers.sentence_at(value.span.start).paragraph > 1:
                break
            spoken = self._layers.in_turn[self._layers.sentence_of[value.span.start]]  # "you had talks yesterday", one tells the other
            if spoken or self._layers.tokens.lower[value.span.end - 1] in _COUNTED_BACK or is_attribute(self._layers, value):
                continue
            if value.precision == "day" and 0 <= (published - value.start).days <= _LEAD_DAYS and value.basis in _LEAD_BASES:
                guessed = value.basis == "explicit" or stands_with_saying(self._layers, value.span.start)
                return When(value.start, value.end, "day", "dateline" if guessed else value.basis)
        return When(published, published, "day", "publication")

    def _only_day(self) -> When:
        """The one day that the first paragraphs of a text without a date give in full: that of what it tells."""
        layers = self._layers
        opening = (v for v in layers.dates if v.span.start and layers.sentence_at(v.span.start).paragraph <= 1 and v.precision == "day")
        told = (v for v in opening if not is_attribute(layers, v) and not layers.in_turn[layers.sentence_of[v.span.start]])
        days = {(v.start, v.end) for v in told if v.basis == "explicit" and layers.tokens.lower[v.span.start - 1] == "on"}
        return When(*days.pop(), "day", "dateline") if len(days) == 1 else UNKNOWN

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
            back = candidate.earlier and "first" not in self._layers.tokens.lower[candidate.trigger - 4 : candidate.trigger]
            announced = candidate.status == "held" and not back and in_first_sentence(self._layers, candidate.trigger)
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
        if self._since(candidate) or self._is_what_news_followed(candidate) or self._came_earlier(candidate):
            return UNKNOWN
        if self._past is not None and self._past[1].end == candidate.sentence.start and self._past[2] <= people:
            return self._past[0]._replace(basis="anaphoric")  # "Earlier, on May 2, X was received by Y. X held talks with Y."
        if (same := self._goes_on(candidate, people)) is not None:
            return same
        if self._visit is not None and self._visit[0].start and self._visit[1] & people and not self._is_ahead(self._visit[0]):
            return self._visit[0]._replace(basis="visit")
        return self._lead._replace(basis="dateline") if self._lead.basis in _DATED else self._lead

    def _since(self, candidate: Candidate) -> bool:
        """Whether a time has gone by in which it took place: "Since the storm in March, the two have met in Lima"."""
        lower, start = self._layers.tokens.lower, candidate.sentence.start
        return lower[start] == "since" and not HAVE.isdisjoint(lower[max(start, candidate.trigger - _PERFECT) : candidate.trigger])

    def _came_earlier(self, candidate: Candidate) -> bool:
        """Whether a sentence goes back before what the text told, nobody says how far: "Earlier, X and Y held talks"."""
        lower, start = self._layers.tokens.lower, candidate.sentence.start
        return lower[start : start + 2] == ["earlier", ","] and not self._layers.dates.within(start, start + 1)

    def _is_what_news_followed(self, candidate: Candidate) -> bool:
        """Whether the news came after it, nobody says how long: "The disclosure came after X met Y in Lima"."""
        lower, start, trigger = self._layers.tokens.lower, candidate.sentence.start, candidate.trigger
        return any(lower[i] in _COMING and lower[i + 1] == "after" for i in range(start, trigger - 1))

    def _goes_on(self, candidate: Candidate, people: frozenset[int | None]) -> When | None:
        """The day of whom the same person met just before: "X met Y on Monday. She also met Z.", "X, who later met Z, flies home today"."""
        number = self._layers.sentence_of[candidate.trigger]
        if self._told is None or self._told_in is None or (self._told.basis not in _LEAD_BASES and self._told.basis != "anaphoric"):
            return None
        sentence, met = self._told_in
        opening = self._layers.tokens.lower[candidate.sentence.start : candidate.trigger]
        reach = _GOES_ON if "also" in opening else 1
        if number - sentence > reach or not met & people or _GOING_ON.isdisjoint(opening):
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
        """Whether a sentence tells of the day told of before: "earlier in the morning", "on the same day", "before the ceremony"."""
        words = self._layers.tokens.lower[sentence.start : sentence.end]
        same = any(a == "same" and b in _DAY_PARTS for a, b in pairwise(words)) or _is_around_event(words[:_OCCASION])
        if same or words[:1] not in (["later"], ["earlier"]):
            return same
        part = words[3:4] if words[1:3] == ["in", "the"] else words[2:3] if words[1:2] == ["that"] else []
        return not _DAY_PARTS.isdisjoint(part)

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

    def _a_year_on(self, value: DateValue, trigger: int) -> When | None:
        """ "Will meet X on 16 December", written in May: a day long past that no year stands with is that of the coming one."""
        published = self._layers.article.published_on
        bare = value.precision in ("day", "range", "month") and value.basis == "relative" and value.span.start > trigger
        if published is None or not bare or published - value.end < _LONG_PAST:
            return None
        if not any(word in MONTHS for word in self._layers.tokens.lower[value.span.start : value.span.end]):
            return None
        try:
            start, end = (day.replace(year=day.year + 1) for day in (value.start, value.end))
        except ValueError:  # 29 February
            return None
        return When(start, end, value.precision, value.basis)

    def _own(self, candidate: Candidate, trigger: int, *, anchored: bool = False) -> When | None:
        """The sentence's date nearest to the trigger and told by the same voice; a mere year only when there is no other."""
        layers, sentence = self._layers, candidate.sentence
        if (year := year_of(layers, sentence, trigger)) is not None:
            return When(date(year, 1, 1), date(year, 12, 31), "year", "explicit")
        moved = moved_to(layers, sentence, candidate.trigger) if candidate.status in ("planned", "cancelled") else None
        if candidate.status == "planned" and moved is not None:
            return self._a_year_on(moved, trigger) or When(moved.start, moved.end, moved.precision, moved.basis)
        usable = [
            value
            for value in layers.dates.within(sentence.start, sentence.end)
            if value is not moved
            and not is_of_another_event(layers, sentence, value, trigger)
            and not is_past_relative(layers, value.span.start, trigger)
            and not (candidate.rule in (SUMMIT, ASSEMBLY) and of_departure(layers, value.span.start, trigger))
        ]
        if candidate.format == "visit" and candidate.status == "held":
            usable = [v for v in usable if not is_of_purpose(layers, v.span.start, trigger)]
        if candidate.status == "held" and (candidate.earlier or is_past_form(layers, candidate.trigger)):
            usable = [v for v in usable if not self._is_ahead(When(v.start, v.end, v.precision, v.basis))]
        if candidate.earlier:
            usable = [v for v in usable if not is_before_speech(layers, v.span.end, trigger)]
            usable = [v for v in usable if v.span.start > trigger or not is_of_saying(layers, trigger, v.span.start)]
        if candidate.status == "planned":
            usable = [v for v in usable if v.span.start > trigger or not self._is_over(v)]
            usable = [
                v for v in usable if not is_of_saying(layers, trigger, v.span.start) and not self._is_of_main_clause(v, sentence, trigger)
            ]
        if candidate.status == "cancelled":
            usable = [
                v
                for v in usable
                if not (is_of_saying(layers, trigger, v.span.start) or is_day_of_cancelling(layers, v.span.start, v.span.end))
            ]
        if not usable:
            return None
        first = statement_start(layers, sentence)
        value = min(
            usable,
            key=lambda v: (
                v.precision == "year",
                v.span.end < first,  # the day in the dateline
                "when" in layers.tokens.lower[v.span.end : trigger],  # "promised in November, when he received X on 12 April"
                is_of_saying(layers, trigger, v.span.start),
                of_other_verb(layers, v.span.start, trigger),
                anchored and is_apart(layers, v.span.start, trigger),
                abs(v.span.start - trigger),
            ),
        )
        lower = layers.tokens.lower
        going_on = lower[trigger - 1] in ("is", "are") and lower[trigger].endswith(
            "ing"
        )  # "are gathering in Lima on Friday": the coming one
        timetabled = (
            candidate.status == "held" and not candidate.implied and _is_timetabled(lower, sentence, trigger)
        )  # "X meets Y in Lima on Friday"
        ahead = going_on or timetabled or candidate.status == "planned"
        coming = ahead and value.basis == "weekday" and value.span.start > trigger and self._is_over(value)
        if coming and _BYGONE_VERBS.isdisjoint(layers.tokens.lower[sentence.start : trigger]):
            return When(value.start + _WEEK, value.end + _WEEK, value.precision, value.basis)  # the coming one, however far "will" stands
        if candidate.status == "planned" and (next_year := self._a_year_on(value, trigger)) is not None:
            return next_year
        if candidate.status == "planned" and value.precision == "month" and self._is_over(value) and value.basis != "explicit":
            return UNKNOWN  # a month gone by is that of another year
        said = candidate.status == "held" and value.precision == "day" and is_of_saying(layers, trigger, value.span.start)
        counted = value.basis == "relative" and layers.tokens.lower[value.span.end - 1] in _COUNTED_FROM
        return When(value.start, value.end, value.precision, "dateline" if said else "publication" if counted else value.basis)


def _is_around_event(words: list[str]) -> bool:
    """Whether a sentence opens with what was told of just before: "Before the ceremony", "prior to the talks"."""
    if words[:1] == [] or words[0] not in _AROUND or "the" not in words[1:3]:
        return False
    return not _EVENTS.isdisjoint(words[words.index("the") + 1 :])
