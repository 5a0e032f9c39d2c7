"""What every reader of dates asks for: the words around a token, the day that is counted from, and whether the text looks ahead or back."""

from __future__ import annotations

import calendar
from datetime import date
from itertools import pairwise
from typing import Final

from etl.extract.grammar import BE, HAVE, MODALS, PAST, PRONOUNS, was_to_have
from etl.extract.layers import DateValue, Layers, TokenSpan
from etl.lexicon.numbers import load_numbers
from etl.lexicon.words import load_words
from etl.records import DateBasis, DatePrecision

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
MONTHS |= {f"{name.lower()}.": number for number, name in enumerate(calendar.month_abbr) if name}
MONTHS |= {"sept": 9, "sept.": 9}
WEEKDAYS: Final = {name.lower(): number for number, name in enumerate(calendar.day_name)}
SHIFTS: Final = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
"""Words before a month, season or period, by how many of them they lie off the present one."""
RANGES: Final = frozenset({"-", "–", "to", "and", "through", "until"})
_AHEAD_REACH, _BACK_REACH = 12, 8
_FAR_AHEAD: Final = 20
"""Tokens before a day among which it is looked ahead where neither a comma nor a past form stands between."""
_SET: Final = frozenset({"will", "shall", "scheduled", "slated", "due", "expected"})
_ARRANGED_REACH: Final = 18
_INTENDING: Final = frozenset("agreed decided hope hopes hoped intend intends invited invite invites offered wants promised set".split())
"""Words that with an infinitive after them look ahead: "agreed to meet", "invited him to visit"."""
_ARRANGING: Final = frozenset("is are was were".split())
"""Words that do so with "to" right after them: "is to be held", not "was summoned to"."""
_HAD_BEEN_TO: Final = frozenset({"been", "to"})
_TIMETABLED: Final = frozenset(
    "arrives comes concludes continues crosses departs ends flies goes heads leaves proceeds travels wraps begins starts opens "
    "gather gathers convene convenes".split()
)
"""Present tenses that with a day after them tell of a timetable: "arrives in Lima on Thursday"."""
_CONCLUDED: Final = frozenset("signed inked initialled initialed agreed concluded reached adopted struck sealed announced".split())
"""Participles of what was done on the day behind them, where they stand right after a noun."""
_NOT_NOUNS: Final = BE | HAVE | MODALS | PRONOUNS | frozenset("to get got not also then and be".split())
_FRONTED: Final = 12
"""Tokens after a day that opens a sentence within which its verb stands."""
_ARRANGED: Final = (["to"], ["due"], ["set"], ["scheduled"], ["expected"])
"""What follows "is" where somebody will do it."""
_HEADING: Final = (["to"], ["for"], ["back"], ["home"], ["into"])
"""Words after "heads" that make it a verb, not those of states and governments."""
_JOURNEYING: Final = frozenset("visiting arriving coming travelling traveling flying leaving heading going hosting".split())
_INTENDED_REACH: Final = 8
"""Tokens after "agreed" to its infinitive: "agreed with the minister of ports to meet"."""
_PREDICATE_REACH: Final = 12
_AHEAD_OF: Final = (["ahead", "of"], ["preparation", "for"], ["preparations", "for"], ["eve", "of"])
_SET_FOR: Final = (["set", "for"], ["slated", "for"])
_ELSEWHEN: Final = frozenset({"forward", "back"})
_PLANNED: Final = frozenset("set slated planned scheduled arranged due expected".split())
_NOT_DONE: Final = frozenset({("did", "not"), ("did", "n't"), ("never", "took"), ("never", "happened"), ("fell", "through")})
_PAST_SAYING: Final = frozenset("said told announced stated confirmed reported added promised declared".split())
_PAST_FORMS: Final = PAST | frozenset("held met took made paid came went flew spoke began saw sat".split())
_PAST_OR_APART: Final = _PAST_FORMS | {",", ";"}


def month_range(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_of(token: str) -> int | None:
    """The year that a token writes with four digits."""
    return int(token) if len(token) == 4 and token.isdigit() and 1900 <= int(token) <= 2100 else None


class DateContext:
    """An article's tokens and reference day. Without a day of its own an article gives no more than the year to count from."""

    def __init__(self, layers: Layers) -> None:
        self.tokens = layers.tokens
        self.lower = layers.tokens.lower
        self.reference = layers.reference_date
        self.only_year = layers.article.published_on is None
        self.numbers = load_numbers().days
        self.found: list[DateValue] = []
        """The dates before the token that is being read."""
        self._layers = layers
        self._end = len(layers.tokens.lower)
        self._future_markers = load_words().future_markers

    @property
    def today(self) -> date | None:
        """The day of the article itself; None where only the year is known."""
        return None if self.only_year else self.reference

    def word(self, index: int) -> str:
        """The lower-cased token at an index; empty outside the text."""
        return self.lower[index] if 0 <= index < self._end else ""

    def sentence_start(self, index: int) -> int:
        """Where the sentence of a token begins."""
        return self._layers.sentence_at(index).start

    def ahead(self, index: int) -> bool:
        """Whether the words before a token speak of what is to come."""
        start = self._voice_start(self.sentence_start(index), index)
        words = self.lower[max(start, index - _AHEAD_REACH) : index]
        if "had" in words or self._was_to_be(start, index) or self._is_of_saying(start, index):
            return False
        if self._did_not_happen(index, words) or self._is_of_participle(index):
            return False
        if (
            words[-2:] in _SET_FOR
            or self._is_moved_to(words)
            or self._is_of_event_ahead(self.lower[max(start, index - _FAR_AHEAD) : index])
        ):
            return True
        intends = "to" in words and any(
            (w in _INTENDING and "to" in words[i + 1 : i + _INTENDED_REACH]) or (w in _ARRANGING and words[i + 1 : i + 2] == ["to"])
            for i, w in enumerate(words)
        )
        farther = self.lower[max(start, index - _FAR_AHEAD) : index]
        far = not _SET.isdisjoint(farther) and _PAST_OR_APART.isdisjoint(farther)
        timetabled = not _TIMETABLED.isdisjoint(words) and any(
            w in _TIMETABLED and (w != "heads" or words[i + 1 : i + 2] in _HEADING) for i, w in enumerate(words)
        )
        marked = intends or far or timetabled or self._is_coming(words) or self._is_marked(start, index, words)
        return marked or self._goes_on_ahead(start, index) or self._opens_ahead(start, index)

    def _voice_start(self, start: int, index: int) -> int:
        """Where the words begin in whose voice a token stands: "“The pier will open,” X said | after talks with Y on Monday"."""
        quoted = self._layers.quoted
        for step in range(index - 1, start, -1):
            if quoted[step] != quoted[index]:
                return step + 1
            if self.lower[step] in _PAST_SAYING and step + 1 < index and self.lower[step + 1] != ",":
                return step + 1 if "," in self.lower[start:step] else start
        return start

    @staticmethod
    def _is_moved_to(words: list[str]) -> bool:
        """Whether something is put off to a day: "postponed until Friday", "moved from Monday to Friday", "put back to Friday"."""
        moved = not _ELSEWHEN.isdisjoint(words) or not load_words().moving_words.isdisjoint(words)
        return words[-1:] in (["to"], ["until"], ["till"], ["for"]) and moved

    @staticmethod
    def _is_of_event_ahead(words: list[str]) -> bool:
        """Whether a day is that of what something else comes before: "met on Monday ahead of talks with X in Lima on Thursday"."""
        ahead = next((i for i in range(len(words) - 2, -1, -1) if words[i : i + 2] in _AHEAD_OF), None)
        return ahead is not None and not any(_is_past_form(word) for word in words[ahead + 2 :])

    def _did_not_happen(self, index: int, before: list[str]) -> bool:
        """Whether the day for which something was planned has passed: "a call planned for Monday evening in Lima did not take place"."""
        if before[-1:] not in (["for"], ["on"]) or before[-2:-1] == [] or before[-2] not in _PLANNED:
            return False
        end = self._layers.sentence_at(index).end
        return any(pair in _NOT_DONE for pair in pairwise(self.lower[index : min(end, index + _PREDICATE_REACH)]))

    def _is_of_participle(self, index: int) -> bool:
        """Whether a day is that of what has been done to the noun before it: "will open under a pact signed (in Lima) on Monday"."""
        at = index - 1 - (self.word(index - 1) == "on")
        if self.word(at - 1) in ("in", "at") or self.word(at) == "here":
            at -= 1 + (self.word(at) != "here")
        verb = self.word(at)
        done = verb in _CONCLUDED
        return done and self.word(at - 1).isalpha() and self.word(at - 1) not in _NOT_NOUNS

    def _is_marked(self, start: int, index: int, words: list[str]) -> bool:
        """Whether a word of what is to come stands there; "later on Monday" is that of a past verb around it, where there is one."""
        markers = self._future_markers.intersection(words)
        if markers != {"later"} or (words[-1:] != ["later"] and words[-2:] != ["later", "on"]):
            return bool(markers)
        around = (*self.lower[start:index], *self.lower[index + 1 : index + _PREDICATE_REACH])
        return not any(_is_past_form(word) for word in around)

    def _opens_ahead(self, start: int, index: int) -> bool:
        """Whether a sentence that opens with a day tells of what is to come: "On Friday, she will visit", "On Friday she is due in"."""
        if index != start + 1 or self.lower[start] != "on":
            return False
        after = self.lower[index + 1 : index + _FRONTED]
        verb = next((i for i, word in enumerate(after) if word == "will" or self._is_timetable(after, i)), None)
        if verb is None:
            return False
        before = after[:verb]
        return _PAST_FORMS.isdisjoint(before) and _PAST_SAYING.isdisjoint(before) and "that" not in before

    @staticmethod
    def _is_timetable(words: list[str], index: int) -> bool:
        """Whether a present tense tells of a timetable: "she flies to Lima", "he is expected at the palace"."""
        due = words[index] in ("is", "are") and words[index + 1 : index + 2] in _ARRANGED
        return due or (words[index] in _TIMETABLED and (words[index] != "heads" or words[index + 1 : index + 2] in _HEADING))

    @staticmethod
    def _is_coming(words: list[str]) -> bool:
        """Whether a journey is under way or arranged: "is visiting Lima on Friday", and not "who is visiting Lima, met X on Friday"."""
        if _JOURNEYING.isdisjoint(words):
            return False
        under_way = (i for i, (a, b) in enumerate(pairwise(words)) if b in _JOURNEYING and a in ("is", "are"))
        return any(_PAST_FORMS.isdisjoint(words[i:]) for i in under_way)

    def _goes_on_ahead(self, start: int, index: int) -> bool:
        """Whether the sentence has named a day to come, and nothing past since: "will fly to Lima on Friday and meet X on Saturday"."""
        last = self.found[-1] if self.found else None
        if last is None or last.span.start < start or self.today is None or last.start <= self.today:
            return False
        return _PAST_FORMS.isdisjoint(self.lower[last.span.end : index])

    def _is_of_saying(self, start: int, index: int) -> bool:
        """Whether a day is that on which something was said: "X will visit Lima, the ministry said on Friday"."""
        at = index - 1 - (self.word(index - 1) == "on")
        return at > start and self.word(at) in _PAST_SAYING

    def _was_to_be(self, start: int, index: int) -> bool:
        """Whether what was to come when it was arranged is past now: "had been due to meet on Monday", "was to have met on Monday"."""
        words = self.lower[max(start, index - _ARRANGED_REACH) : index]
        return not _HAD_BEEN_TO.isdisjoint(words) and (("had", "been") in pairwise(words) or was_to_have(words))

    def back(self, index: int) -> bool:
        """Whether the words right before a token tell of what is past."""
        words = self.lower[max(self.sentence_start(index), index - _BACK_REACH) : index]
        return any(map(_is_past_form, words)) and not self.ahead(index)

    def last_day(self, *, within: int = 0) -> date | None:
        """The last single day named before, at or after token `within`."""
        for value in reversed(self.found):
            if value.precision == "day":
                return value.start if value.span.start >= within else None
        return None

    @staticmethod
    def value(start: int, stop: int, first: date, last: date, precision: DatePrecision, basis: DateBasis) -> DateValue:
        """A date at tokens start..stop."""
        return DateValue(TokenSpan(start, stop), first, last, precision, basis)


def _is_past_form(word: str) -> bool:
    return word in _PAST_FORMS or (word.endswith("ed") and word != "united")


def day_at(context: DateContext, start: int, stop: int, day: date, basis: DateBasis) -> DateValue:
    """A single day at tokens start..stop."""
    return context.value(start, stop, day, day, "day", basis)
