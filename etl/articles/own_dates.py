"""The date that a text gives itself on the line of its prose: before it ("date 2031-05-02 BERN — …"), or at its foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from etl.articles.agencies import is_agency
from etl.articles.datelines import dateline
from etl.articles.dates import COMPACT, LABELLED, PartialDate, date_line, full_dates, leading_date
from etl.articles.furniture import ends_article
from etl.articles.headlines import is_sentence
from etl.articles.paragraphs import Paragraph

MAX_LINES_ABOVE = 6
MAX_WORDS = 30
ISSUED = re.compile(r"(?:issued|distributed|released|published|posted) (?:by|in|on)\b", re.IGNORECASE)
CITED = re.compile(r"(?:The )?[A-Z]\w.*?, .*\b[12]\d{3}, [Pp](?:age|\.) ?\w?\d+\.?")
"""A page of a newspaper: "Skagen Courier, Volume IX, 2 May 1971, Page 4"."""
CHANGED = re.compile(r"(?:last )?(?:updated|modified)\b", re.IGNORECASE)
MONTH_ONLY = re.compile(r"date [12]\d{3}-\d{2} (?=\S)")
"""A label with no day, which a crawler has put before the text."""
CLOSED = ("-", "–", "—", "|", ":", "]", ")")
"""What parts a date from the prose behind it."""


def date_apart(units: tuple[Paragraph, ...], text: str) -> tuple[Paragraph, ...]:
    """The paragraphs, the first prose of the page without the date that opens it, which becomes a paragraph of its own.

    Of a list of days ("2 May 2031 – The talks began. 3 May 2031 – They went on.") none is the day of the text.
    """
    if units and (month := MONTH_ONLY.match(units[0].flat)):
        units = (*_cut(units[0], text, month.end()), *units[1:])
    first = next((i for i, unit in enumerate(units[:MAX_LINES_ABOVE]) if _is_prose(unit.flat)), None)
    if first is None or (length := _opening_date(units[first].flat)) is None:
        return units
    if any(_opening_date(unit.flat) is not None for unit in units[first + 1 :]):
        return units
    return (*units[:first], *_cut(units[first], text, length), *units[first + 1 :])


def _cut(unit: Paragraph, text: str, length: int) -> tuple[Paragraph, Paragraph]:
    """A paragraph in two, the first of so many characters of its flat text."""
    end = _offset(text, unit.start, unit.flat[:length])
    start = next(i for i in range(end, unit.end) if not text[i].isspace())
    return Paragraph(unit.start, end, unit.flat[:length].rstrip()), replace(unit, start=start, flat=unit.flat[length:])


def _opening_date(flat: str) -> int | None:
    """How much of a paragraph of prose is the date that opens it, with a label or a mark of its own."""
    dated = leading_date(flat)
    if dated is None or not dated[1] or not (dated[1][0].isupper() or not dated[1][0].isalnum()):
        return None
    opening = flat[: len(flat) - len(dated[1])]
    fit = LABELLED.match(flat) or COMPACT.match(flat) or opening.rstrip().endswith(CLOSED)
    return len(opening) if fit and _is_prose(dated[1]) else None


def _is_prose(flat: str) -> bool:
    """Whether a paragraph ends as a sentence does, or is too long for a headline."""
    return is_sentence(flat) or len(flat.split()) > MAX_WORDS


def _offset(text: str, start: int, flat: str) -> int:
    """Where in the text the words end with which a paragraph begins."""
    left = sum(not character.isspace() for character in flat)
    while left:
        left -= not text[start].isspace()
        start += 1
    return start


def closing_date(flats: Sequence[str]) -> PartialDate | None:
    """The date below the last sentence of an article, whose paragraphs these are: alone, after a label, or after who issued the paper."""
    end = next((i for i, flat in enumerate(flats) if i and ends_article(flats, i)), len(flats))
    last = max((i for i in range(end) if is_sentence(flats[i]) and not ISSUED.match(flats[i])), default=None)
    if last is None:
        return None
    lines = [flat for flat in flats[last + 1 :] if len(flat.split()) <= MAX_WORDS]
    foot = lines[: end - last - 1]
    alone = (PartialDate.of(day) for flat in foot if (day := date_line(flat)))
    placed = (found.date for flat in foot if (found := dateline(flat)) and found.end == len(flat) and found.date)
    issued = (PartialDate.of(day) for flat in lines if _is_issued(flat) and (day := _only(flat)))
    changed = (PartialDate.of(day) for flat in lines if CHANGED.match(flat) and (day := _only(flat)))
    return next((day for days in (alone, placed, issued, changed) for day in days), None)


def _is_issued(flat: str) -> bool:
    """ "Issued by the Ministry on 2 May 2031", "Published: 2 May 2031", "-- BERNAMA 2 May 2031", "Skagen Courier, 2 May 1971, Page 4"."""
    if CHANGED.match(flat):
        return False
    words = flat.lstrip("-–— ").split()
    return bool(ISSUED.match(flat) or LABELLED.match(flat) or CITED.fullmatch(flat)) or (
        not flat[0].isalnum() and bool(words) and is_agency(words[0])
    )


def _only(flat: str) -> date | None:
    days = set(full_dates(flat))
    return days.pop() if len(days) == 1 else None
