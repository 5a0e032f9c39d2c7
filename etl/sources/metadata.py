"""What formats say about an article: cleaned, or refused with a note."""

from __future__ import annotations

import re
from datetime import date

ISO_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?")
UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def one_line(value: object) -> str | None:
    """A metadata value as one line of text; None when there is nothing in it."""
    if value is None or isinstance(value, (dict, list, bool)):
        return None
    return " ".join(UNSTORABLE.sub("", str(value)).split()) or None


def iso_date(value: object) -> date | None:
    """The date of an ISO 8601 date or time, as written (no time zone is applied); None for anything else."""
    found = ISO_DATE.fullmatch(one_line(value) or "")
    if not found:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def noted_date(value: object, *, field: str) -> tuple[date | None, tuple[str, ...]]:
    """The date, and a note when something stands there that is none."""
    day = iso_date(value)
    if day is None and one_line(value):
        return None, (f"{field} is not a date (YYYY-MM-DD): {one_line(value)!r}",)
    return day, ()
