"""Which reports of one article tell of the same meeting."""

from __future__ import annotations

from dataclasses import replace

from etl.records import DateBasis, DatePrecision, MeetingReport, Span

_PRECISIONS: dict[DatePrecision, int] = {"day": 0, "range": 1, "month": 2, "year": 3, "unknown": 4}
_WEAK_BASES: dict[DateBasis, int] = {"publication": 1, "unknown": 2}


def add_report(reports: list[MeetingReport], new: MeetingReport, *, joint: bool, looks_back: bool) -> None:
    """Join the report with one of the same meeting, or keep it as another.

    `joint`: its sentence says that all met together; `looks_back`: it looks back, without a date, at something recent.
    """
    people = _people(new)
    covered: list[int] = []
    for position, old in enumerate(reports):
        if looks_back and not old.background and _who(old) == _who(new) and (new.place is None or old.place in (None, new.place)):
            reports[position] = replace(old, evidence=(*old.evidence, new.span))
            return
        if _same(old, new):
            reports[position] = _joined(old, new)
            return
        if _people(old) < people and not old.background and old.kind == "bilateral" and new.kind in ("bilateral", "trilateral"):
            covered.append(position)
    if len(covered) >= 2 and not joint:
        # a summary of the single meetings that are told elsewhere
        for position in covered:
            reports[position] = replace(reports[position], evidence=(*reports[position].evidence, new.span))
        return
    reports.append(new)


def _people(report: MeetingReport) -> set[int]:
    return {p.person for p in report.participants if p.person is not None}


def _same(old: MeetingReport, new: MeetingReport) -> bool:
    if _format(old) != _format(new) or _who(old) != _who(new) or (old.status == "planned") != (new.status == "planned"):
        return False
    if old.start_on and new.start_on and old.end_on and new.end_on:
        return old.start_on <= new.end_on and new.start_on <= old.end_on
    # an undated look-back is not the meeting that the article tells of
    return old.background == new.background


def _format(report: MeetingReport) -> str:
    return report.kind if report.kind in ("call", "visit") else "meeting"


def _who(report: MeetingReport) -> frozenset[object]:
    if report.kind == "visit":
        return frozenset({p.person for p in report.participants if p.role == "guest"} | {report.place_state})
    return frozenset(p.person if p.person is not None else p.actor for p in report.participants)


def _joined(old: MeetingReport, new: MeetingReport) -> MeetingReport:
    """One report of what two sentences tell: the surer date, the longer name, the roles that either gives."""
    dated = min((old, new), key=lambda r: (_WEAK_BASES.get(r.dated_by, 0), _PRECISIONS[r.date_precision]))
    evidence: tuple[Span, ...] = old.evidence if new.span in old.evidence else (*old.evidence, new.span)
    roles = {p.person: p for p in new.participants if p.role != "principal"}
    return replace(
        old,
        background=old.background and new.background,
        status=old.status if old.status == new.status else "held",
        start_on=dated.start_on,
        end_on=dated.end_on,
        date_precision=dated.date_precision,
        dated_by=dated.dated_by,
        place=old.place or new.place,
        place_state=old.place_state or new.place_state,
        host_event=max((old.host_event, new.host_event), key=lambda e: len(e or "")),
        on_sidelines=old.on_sidelines or new.on_sidelines,
        participants=tuple(roles.get(p.person, p) if p.role == "principal" and p.person is not None else p for p in old.participants),
        evidence=evidence,
        confidence=max(old.confidence, new.confidence),
    )
