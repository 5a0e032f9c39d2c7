"""Times as feeds and sitemaps write them."""

from __future__ import annotations

import calendar
from contextlib import suppress
from datetime import UTC, datetime, tzinfo
from email.utils import parsedate_to_datetime
from time import struct_time

YEARS = range(1900, 2200)
"""What lies outside is a default of some program (the years 1 and 9999 are), not a time."""


def parse_time(text: str | None, zone: tzinfo) -> datetime | None:
    """Return a time written as ISO 8601 or RFC 2822, aware; one without a zone, and a bare day, is meant in `zone`."""
    if not text or not text.strip():
        return None
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            found = parse(text.strip())
            return _plausible(found if found.tzinfo else found.replace(tzinfo=zone))
    return None


def from_struct(parsed: struct_time) -> datetime | None:
    """Return the time that feedparser made of another form, which is UTC."""
    with suppress(ValueError, OverflowError, OSError, TypeError):
        return _plausible(datetime.fromtimestamp(calendar.timegm(parsed), UTC))
    return None


def _plausible(time: datetime) -> datetime | None:
    return time if time.year in YEARS else None
