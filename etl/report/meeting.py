"""One meeting, with everything that leads back from it to the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from etl.report.tables import Format, make_console, print_csv, print_json, show, when

if TYPE_CHECKING:
    from etl.queries import MeetingDetails

CSV_COLUMNS = (
    "meeting_id", "what", "who", "actor", "role_or_act", "text", "article", "publisher", "published_on", "document_name", "article_id",
    "char_start", "char_end",
)  # fmt: skip


def print_meeting(details: MeetingDetails, form: Format) -> None:
    """Print a meeting: as text, as one JSON object, or as CSV with a line for each participant, report and claim."""
    if form is Format.JSON:
        parts = {
            "participants": details.participants.records(),
            "reports": details.reports.records(),
            "claims": details.claims.records(),
            "agreements": details.agreements.records(),
        }
        print_json({**details.meeting.records()[0], **parts})
    elif form is Format.CSV:
        print_csv(CSV_COLUMNS, [[row.get(column) for column in CSV_COLUMNS] for row in _lines(details)])
    else:
        _print_text(details)


def _lines(details: MeetingDetails) -> list[dict[str, Any]]:
    key = details.meeting.records()[0]["meeting_id"]
    lines: list[dict[str, Any]] = [
        {"what": "participant", "who": p["person"], "actor": p["actor"], "role_or_act": p["role"]} for p in details.participants.records()
    ]
    lines += [{"what": "report", **r} for r in details.reports.records()]
    lines += [
        {"what": "claim", "who": c["speakers"], "actor": c["on_behalf_of"], "role_or_act": c["act"], **c} for c in details.claims.records()
    ]
    return [{"meeting_id": key, **line} for line in lines]


def _print_text(details: MeetingDetails) -> None:
    from rich.padding import Padding
    from rich.text import Text

    console = make_console()
    meeting = details.meeting.records()[0]

    def heading(words: str) -> None:
        console.print()
        console.print(Text(words, style="bold"))

    def line(words: str, *, indent: int = 2, style: str = "") -> None:
        console.print(Padding(Text(words, style=style), (0, 0, 0, indent), expand=False))

    console.print(Text(meeting["title"], style="bold"))
    line(", ".join(part for part in (meeting["kind"], meeting["status"], when(meeting) or "date not given", _where(meeting)) if part))
    if meeting["host_event"]:
        line(("on the sidelines of " if meeting["on_sidelines"] else "at ") + meeting["host_event"])
    line(f"meeting_id {meeting['meeting_id']}", style="dim")
    heading("Who")
    for p in details.participants.records():
        who = f"{p['person']} ({p['actor']})" if p["person"] and p["actor"] else p["person"] or p["actor"]
        line(who if p["role"] == "principal" else f"{who}, {p['role']}")
    heading(f"Reported by {_count(details.reports.rows, 'article')}")
    for r in details.reports.records():
        passing = ", in passing" if r["background"] else ""
        line(f"{_article(r)} — characters {r['char_start']} to {r['char_end']}{passing}")
    if details.agreements.rows:
        heading("Agreed")
        for a in details.agreements.records():
            line(f"{a['title']} ({', '.join(str(part) for part in (a['kind'], a['parties'], a['signed_on']) if part)})")
    heading(f"Said at it: {_count(details.claims.rows, 'claim')}")
    article = None
    for c in details.claims.records():
        if c["article_id"] != article:
            article = c["article_id"]
            console.print()
            line(_article(c), style="italic")
        who = c["speakers"] or c["on_behalf_of"] or "nobody named"
        behalf = f" for {c['on_behalf_of']}" if c["speakers"] and c["on_behalf_of"] else ""
        line(f"{who}{behalf} — {c['act']}  [{c['char_start']}:{c['char_end']}, {c['rule']}, {c['confidence']:.2f}]", indent=4)
        line(" ".join(c["text"].split()), indent=6)


def _count(rows: tuple[Any, ...], what: str) -> str:
    return f"{len(rows)} {what}" + ("" if len(rows) == 1 else "s")


def _article(row: dict[str, Any]) -> str:
    parts = [row["publisher"], show(row["published_on"])]
    source = ", ".join(part for part in parts if part)
    return f"“{row['article'] or row['document_name']}”" + (f" ({source})" if source else "")


def _where(meeting: dict[str, Any]) -> str:
    place, state = meeting["place"], meeting["place_state"]
    return f"{place} ({state})" if place and state else place or state or ""
