"""The days that a report allows in short, by which reports of other days are passed over without reading them."""

from __future__ import annotations

from array import array

from etl.resolve.meeting_reports import Report

_GUESSED_LATE = 1
"""Days that a report dated by its publication may be late, and a meeting be one all the same (`meeting_features`)."""


def pack_days(report: Report) -> bytes | None:
    """Return the first and last plausible day, four bytes each; None for a report of which none is known."""
    if report.earliest is None or report.latest is None:
        return None
    return array("I", (report.earliest.toordinal(), report.latest.toordinal())).tobytes()


def may_be_of_one_time(report: Report, packed: bytes | None) -> bool:
    """Return False only for days of which `compare_reports` says that they are no one meeting's."""
    if packed is None or report.earliest is None or report.latest is None:
        return True
    days = array("I")
    days.frombytes(packed)
    first, last = days
    return first - _GUESSED_LATE <= report.latest.toordinal() and report.earliest.toordinal() <= last + _GUESSED_LATE
