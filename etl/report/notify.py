"""Telling people how a run went, by e-mail, Slack, webhooks and whatever else apprise knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from etl.errors import ConfigError

if TYPE_CHECKING:
    from etl.intake import IngestReport


def notify(report: IngestReport, urls: Sequence[str], only_when: Sequence[str] = ()) -> bool:
    """Send a summary to each address, when the run ended as one of `only_when` (empty: always); return whether all took it.

    Raises ConfigError when apprise is not installed or does not understand an address.
    """
    status = _status(report)
    if not urls or (only_when and status not in only_when):
        return True
    try:
        from apprise import Apprise, NotifyType
    except ModuleNotFoundError as error:
        raise ConfigError("telling people needs apprise: pip install 'communique[notify]'") from error
    messenger = Apprise()
    for url in urls:
        if not messenger.add(url):
            raise ConfigError(f"notify.urls: apprise does not understand {url.partition('://')[0]}://…")
    kind = {"succeeded": NotifyType.SUCCESS, "failed": NotifyType.FAILURE}.get(status, NotifyType.WARNING)
    return bool(messenger.notify(title=f"communique: {status.replace('_', ' ')}", body=_body(report), notify_type=kind))


def _status(report: IngestReport) -> str:
    if report.stopped:
        return "failed"
    return "finished_with_quarantine" if report.quarantined or report.failed_sources else "succeeded"


def _body(report: IngestReport) -> str:
    totals, before = report.totals, report.before
    lines = [
        f"{report.documents} documents: {report.loaded} loaded, {report.unchanged} unchanged, {report.duplicates} duplicate, "
        f"{len(report.quarantined)} quarantined, in {report.seconds:.0f} seconds.",
        f"New: {totals.meetings - before.meetings} meetings, {totals.claims - before.claims} claims, "
        f"{totals.people - before.people} people, {totals.initiatives - before.initiatives} initiatives.",
    ]
    lines += [f"Source failed: {reason}" for reason in report.failed_sources]
    lines += [f"Quarantined: {item.document_name}: {item.error}" for item in report.quarantined[:10]]
    if report.stopped:
        lines.append(f"Not finished: {report.stopped}")
    return "\n".join(lines)
