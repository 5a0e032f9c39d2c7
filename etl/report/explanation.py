"""Why a meeting is one, as a person or a program reads it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from etl.report.passages import features_line, passage_text, source_of
from etl.report.tables import make_console, print_json, when

if TYPE_CHECKING:
    from etl.decisions import Explanation, Told


def print_explanation(explanation: Explanation, *, as_json: bool) -> None:
    """Print why a meeting is one."""
    if as_json:
        print_json(_record(explanation))
    else:
        _print_text(explanation)


def _record(explanation: Explanation) -> dict[str, Any]:
    def told(one: Told) -> dict[str, Any]:
        return {("meeting_report_id" if name == "id" else name): value for name, value in one._asdict().items()}

    return {
        **explanation.meeting.records()[0],
        "reports": [told(report) for report in explanation.reports],
        "joins": [{**asdict(join), "features": dict(join.features)} for join in explanation.joins],
        "near": [{**asdict(miss), "report": told(miss.report), "features": dict(miss.features)} for miss in explanation.near],
        "judgements": list(explanation.judgements),
    }


def _print_text(explanation: Explanation) -> None:
    from rich.padding import Padding
    from rich.text import Text

    console = make_console()
    meeting = explanation.meeting.records()[0]
    number = {report.id: str(place) for place, report in enumerate(explanation.reports, start=1)}

    def heading(words: str) -> None:
        console.print()
        console.print(Text(words, style="bold"))

    def line(words: str | Text, *, indent: int = 2, style: str = "") -> None:
        shown = Text(words, style=style) if isinstance(words, str) else words
        console.print(Padding(shown, (0, 0, 0, indent), expand=False))

    console.print(Text(meeting["title"], style="bold"))
    line(", ".join(part for part in (meeting["kind"], meeting["status"], when(meeting) or "date not given", meeting["place"]) if part))
    line(f"meeting_id {meeting['meeting_id']}", style="dim")
    heading("Reports")
    for report in explanation.reports:
        line(f"{number[report.id]}. {source_of(report)}")
        line(passage_text(report), indent=5)
        line(f"meeting_report_id {report.id}, {report.rule}, {report.confidence:.2f}", indent=5, style="dim")
    heading("Why they are one" if explanation.joins else "Why they are one: there is only one report")
    for join in explanation.joins:
        score = "" if join.score is None else f": {join.score:.2f}"
        line(f"{number[join.left]} and {number[join.right]}{score}" + (f" ({features_line(join.features)})" if join.features else ""))
        for reason in join.reasons:
            line(reason, indent=5)
    if explanation.near:
        heading("Near, and not joined")
    for miss in explanation.near:
        day = f", {miss.start_on}" if miss.start_on else ""
        line(f"{miss.title}{day} (meeting_id {miss.meeting_id})")
        line(f"{source_of(miss.report)}", indent=5)
        line(passage_text(miss.report), indent=5)
        score = "" if miss.score is None else f"score {miss.score:.2f} ({features_line(miss.features)}): "
        line(f"{score}{miss.why_not}", indent=5)
    if explanation.judgements:
        heading("What people decided")
    for judgement in explanation.judgements:
        line(judgement)
