"""Times as feeds and sitemaps write them."""

from __future__ import annotations

import calendar
from contextlib import suppress
from datetime import UTC, datetime, tzinfo
from email.utils import parsedate_to_datetime
from time import struct_time


def parse_time(text: str | None, zone: tzinfo) -> datetime | None:
    """Return a time written as ISO 8601 or RFC 2822, aware; one without a zone, and a bare day, is meant in `zone`."""
    if not text or not text.strip():
        return None
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            found = parse(text.strip())
            aware = found if found.tzinfo else found.replace(tzinfo=zone)
            # A time that has no day in UTC or in the zone (the year 1, 9999) is none to work with.
            aware.astimezone(UTC), aware.astimezone(zone)
            return aware
    return None


def from_struct(parsed: struct_time | None) -> datetime | None:
    """Return the time that feedparser made of another form, which is UTC."""
    with suppress(ValueError, OverflowError, TypeError):
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    return None
