"""When an article was published, and how that is known. Never the current day; where nothing is certain, nothing is said.

Order of trust. A single article: what its metadata say, then a date line above the text, then its dateline, or what stands for one: the
day at its foot, or the day that its first sentence calls today ("met this evening (Tuesday), 6 May 2031"). A republished article among
several: its dateline first, since metadata and header speak of the collection.

A dateline leaves the year out. It is taken from a day of publication that has one, the metadata's (then the dateline is as good as full)
or a date line's: a report is filed before it is published, so its day is the last such day until then. Else it is taken from a full date
in the text. A text also recalls days long past ("signed on June 15, 2001"), so a full date in it counts only when it lies within a week
of the dateline's day, or when it is of the latest year the text names and the weekday named in the report fits: agencies name the day of
filing or the day before ("said here Wednesday").
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from etl.articles.dates import PartialDate, named_weekdays
from etl.records import DatedBy

NEAR_METADATA_DAYS = 31
MAX_DAYS_UNPUBLISHED = 183
TIME_ZONE_DAYS = 2
"""A dateline may be a day ahead of a page that counts in another time zone."""
NEAR_TEXT_DAYS = 7
FAR_TEXT_DAYS = 183


class Dated(NamedTuple):
    on: date | None
    by: DatedBy


class Clues(NamedTuple):
    """What one article and the document around it say about its date."""

    metadata: date | None
    header: date | None
    page_header: date | None
    dateline: PartialDate | None
    opening: str
    """The article's first paragraph."""
    article: tuple[date, ...]
    """The full dates in the article's text; `document`: in the whole document's."""
    document: tuple[date, ...]


def date_article(clues: Clues, *, single: bool) -> Dated:
    """The date of an article; `single` when its document holds no other, so that the metadata speak of it."""
    if single and clues.metadata:
        return Dated(clues.metadata, "metadata")
    if clues.header and (single or not clues.dateline):
        return Dated(clues.header, "header")
    if clues.dateline:
        return _date_dateline(clues.dateline, clues)
    return Dated(None, "unknown")


def _date_dateline(dateline: PartialDate, clues: Clues) -> Dated:
    if dateline.year:
        return Dated(dateline.in_year(dateline.year), "dateline")
    for reference in (clues.metadata, clues.header, clues.page_header):
        day = last_until(dateline, reference) if reference else None
        if day and reference:
            near = reference is clues.metadata and abs((reference - day).days) <= NEAR_METADATA_DAYS
            return Dated(day, "dateline" if near else "inferred_year")
    for mentioned in (clues.article, clues.document):
        day = year_from_text(dateline, mentioned, clues.opening)
        if day:
            return Dated(day, "inferred_year")
    return Dated(None, "unknown")


def last_until(partial: PartialDate, published: date) -> date | None:
    """The last occurrence of a day without a year until it was published; None when that is half a year ago or more."""
    candidates = [day for year in (published.year + 1, published.year, published.year - 1) if (day := partial.in_year(year))]
    return next((day for day in candidates if -TIME_ZONE_DAYS <= (published - day).days <= MAX_DAYS_UNPUBLISHED), None)


def nearest(partial: PartialDate, reference: date) -> date | None:
    """The occurrence of a day without a year that lies nearest to `reference`; the earlier one of two equally near."""
    candidates = [day for year in (reference.year - 1, reference.year, reference.year + 1) if (day := partial.in_year(year))]
    return min(candidates, key=lambda day: abs((day - reference).days), default=None)


def year_from_text(dateline: PartialDate, mentioned: Sequence[date], opening: str) -> date | None:
    """The dateline's day in the year that full dates in a text give it, or None when they give none or several."""
    weekdays = named_weekdays(opening)
    pairs = [(day, reference) for reference in mentioned if (day := nearest(dateline, reference))]
    near = {day for day, reference in pairs if abs((day - reference).days) <= NEAR_TEXT_DAYS and _fits(day, weekdays) is not False}
    if len(near) > 1:
        near = {day for day in near if _fits(day, weekdays)}
    if len(near) == 1:
        return near.pop()
    if near:
        return None
    latest = max((reference.year for reference in mentioned), default=0)
    far = {
        day
        for day, reference in pairs
        if reference.year == latest and abs((day - reference).days) <= FAR_TEXT_DAYS and _fits(day, weekdays)
    }
    return far.pop() if len(far) == 1 else None


def _fits(day: date, weekdays: frozenset[int]) -> bool | None:
    """Is a named weekday the day of filing or the day before? None when no weekday is named."""
    if not weekdays:
        return None
    return bool(weekdays & {day.weekday(), (day.weekday() - 1) % 7})
