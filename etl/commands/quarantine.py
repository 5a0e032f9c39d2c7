"""The quarantine: looking at what waits there, trying it again, giving it up."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from etl.commands.options import DEFAULT_CONFIG, AsCsv, AsJson, ConfigFile, ConfiguredDatabase
from etl.commands.running import WRONG_USE, configured, end_as, errors, form_of, stop

_NAMED = "Its key, name, path or address, as `communique quarantine list` shows them."
Document = Annotated[str, typer.Argument(metavar="DOCUMENT", help=_NAMED)]
Documents = Annotated[list[str] | None, typer.Argument(metavar="DOCUMENT", help=_NAMED)]


def quarantine_list(
    dropped: Annotated[bool, typer.Option("--dropped", help="What was dropped too.")] = False,
    config: ConfigFile = DEFAULT_CONFIG,
    db: ConfiguredDatabase = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List documents that could not be used, what failed last first."""
    form = form_of(as_json, as_csv)
    with errors():
        from etl.nightly import find_quarantine
        from etl.queries import reading
        from etl.report import QUARANTINE, Format, print_listing

        with reading(configured(config, db).database_url) as connection:
            found = find_quarantine(connection, dropped=dropped)
        print_listing(found, QUARANTINE, Format(form))


def quarantine_show(
    document: Document,
    config: ConfigFile = DEFAULT_CONFIG,
    db: ConfiguredDatabase = None,
) -> None:
    """Print the bytes of a document in quarantine, as they are."""
    with errors():
        from etl.nightly import quarantined_content
        from etl.queries import reading

        with reading(configured(config, db).database_url) as connection:
            content = quarantined_content(connection, document)
    sys.stdout.buffer.write(content)


def quarantine_retry(
    documents: Documents = None,
    config: ConfigFile = DEFAULT_CONFIG,
    db: ConfiguredDatabase = None,
    as_json: AsJson = False,
) -> None:
    """Try documents in quarantine again: those named, or all that wait."""
    with errors():
        from etl.nightly import retry
        from etl.report import RunLog, print_report

        with RunLog() as log:
            report = retry(configured(config, db), documents or (), on_items=log.items)
        print_report(report, as_json=as_json)
    end_as(report)


def quarantine_drop(
    documents: Documents = None,
    config: ConfigFile = DEFAULT_CONFIG,
    db: ConfiguredDatabase = None,
) -> None:
    """Give documents in quarantine up: their bytes go, and the same bytes are passed over from now on."""
    if not documents:
        stop("say which: communique quarantine list shows them", WRONG_USE)
    with errors():
        from etl.nightly import drop

        amount = drop(configured(config, db), documents)
    print(f"dropped: {amount} document{'' if amount == 1 else 's'}")
