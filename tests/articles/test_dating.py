from __future__ import annotations

from datetime import date

import pytest

from etl.articles.dates import PartialDate
from etl.articles.dating import Clues, date_article

DATELINE = PartialDate(5, 2)  # in 2031 a Friday


def clues(
    *,
    metadata: date | None = None,
    header: date | None = None,
    page_header: date | None = None,
    dateline: PartialDate | None = None,
    opening: str = "The two ministers met.",
    article: tuple[date, ...] = (),
    document: tuple[date, ...] = (),
) -> Clues:
    return Clues(metadata, header, page_header, dateline, opening, article, document)


@pytest.mark.parametrize(
    ("given", "single", "expected"),
    [
        # A single article: metadata, then header, then dateline.
        (clues(metadata=date(2031, 5, 3), header=date(2031, 5, 4), dateline=DATELINE), True, (date(2031, 5, 3), "metadata")),
        (clues(header=date(2031, 5, 3), dateline=DATELINE), True, (date(2031, 5, 3), "header")),
        (clues(dateline=PartialDate(5, 2, 2030)), True, (date(2030, 5, 2), "dateline")),
        (clues(), True, (None, "unknown")),
        # One of several: the dateline first; what the page says of its date is not this article's.
        (clues(metadata=date(2031, 5, 9), dateline=DATELINE), False, (date(2031, 5, 2), "dateline")),
        (clues(metadata=date(2031, 8, 9), dateline=DATELINE), False, (date(2031, 5, 2), "inferred_year")),
        (clues(metadata=date(2031, 5, 1), dateline=DATELINE), False, (date(2031, 5, 2), "dateline")),
        (clues(metadata=date(2031, 5, 9)), False, (None, "unknown")),
        (clues(header=date(2031, 5, 3)), False, (date(2031, 5, 3), "header")),
        (clues(header=date(2031, 5, 3), dateline=DATELINE), False, (date(2031, 5, 2), "inferred_year")),
        (clues(page_header=date(2031, 6, 3), dateline=DATELINE), False, (date(2031, 5, 2), "inferred_year")),
        # A report is filed before it is published: across the turn of the year, and not half a year ahead.
        (clues(metadata=date(2031, 1, 2), dateline=PartialDate(12, 30)), False, (date(2030, 12, 30), "dateline")),
        (clues(metadata=date(2030, 12, 31), dateline=PartialDate(1, 1)), False, (date(2031, 1, 1), "dateline")),
        (clues(metadata=date(2031, 6, 1), dateline=PartialDate(6, 20)), False, (None, "unknown")),
        (clues(metadata=date(2031, 3, 2), dateline=PartialDate(2, 29)), False, (None, "unknown")),
        # The year from full dates in the text.
        (clues(dateline=DATELINE, article=(date(2031, 5, 1),)), True, (date(2031, 5, 2), "inferred_year")),
        (clues(dateline=DATELINE, document=(date(2031, 5, 6),)), False, (date(2031, 5, 2), "inferred_year")),
        (clues(dateline=DATELINE, article=(date(2031, 5, 1),), document=(date(2029, 5, 1),)), False, (date(2031, 5, 2), "inferred_year")),
        (clues(dateline=DATELINE, article=(date(2001, 6, 15), date(2031, 5, 1))), True, (date(2031, 5, 2), "inferred_year")),
        (clues(dateline=DATELINE, article=(date(2001, 6, 15),)), True, (None, "unknown")),
        (clues(dateline=DATELINE, article=(date(2029, 5, 1), date(2031, 5, 1))), True, (None, "unknown")),
        # A weekday that is named decides between years, or against one.
        (
            clues(dateline=DATELINE, opening="They met here Friday.", article=(date(2029, 5, 1), date(2031, 5, 1))),
            True,
            (date(2031, 5, 2), "inferred_year"),
        ),
        (
            clues(dateline=DATELINE, opening="They met here Thursday.", article=(date(2031, 2, 1),)),
            True,
            (date(2031, 5, 2), "inferred_year"),
        ),
        (clues(dateline=DATELINE, opening="They met here Monday.", article=(date(2031, 5, 1),)), True, (None, "unknown")),
        (clues(dateline=DATELINE, opening="They met here Friday.", article=(date(2031, 2, 1), date(2032, 1, 1))), True, (None, "unknown")),
        (clues(dateline=DATELINE, opening="They met here Friday."), True, (None, "unknown")),
    ],
)
def test_dates(given: Clues, single: bool, expected: tuple[date | None, str]) -> None:
    assert tuple(date_article(given, single=single)) == expected
