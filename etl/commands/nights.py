"""The nightly job, what keeps its database in order, and how it stands."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from etl.commands.options import DEFAULT_CONFIG, AsJson, ConfigFile, ConfiguredDatabase, Day, Engine, Workers
from etl.commands.running import FAILED, QUARANTINED, WRONG_USE, configured, end_as, errors, stop


def nightly(
    config: ConfigFile = DEFAULT_CONFIG,
    source: Annotated[list[str] | None, typer.Option("--source", metavar="NAME", help="Only this source. May be given again.")] = None,
    since: Day = None,
    until: Day = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Read at most so many documents.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be read; extract and write nothing.")] = False,
    batch_size: Annotated[int | None, typer.Option(min=1, help="Documents in one transaction.")] = None,
    workers: Workers = None,
    db: ConfiguredDatabase = None,
    as_json: AsJson = False,
) -> None:
    """Read everything that communique.toml names: what is new is extracted, loaded and put together. One run at a time for a database."""
    with errors():
        from etl.nightly import Night
        from etl.nightly import dry_run as try_out
        from etl.nightly import nightly as run_night
        from etl.report import RunLog, notify, print_dry_run, print_report, write_metrics

        settings = configured(config, db, needed=True)
        days = (since.date() if since else None, until.date() if until else None)
        night = Night(tuple(source or ()), *days, limit, batch_size, workers)
        if dry_run:
            found = try_out(settings, night)
            print_dry_run(found, as_json=as_json)
            if not found.faultless:
                raise typer.Exit(QUARANTINED)
            return
        with RunLog() as log:
            report = run_night(settings, night, on_progress=log.progress, on_items=log.items)
        print_report(report, as_json=as_json)
        if settings.metrics.file:
            write_metrics(report, settings.metrics.file)
        if not notify(report, settings.notify.urls, settings.notify.only_when):
            print("communique: not everybody could be told of the run", file=sys.stderr)
    end_as(report)


def status(config: ConfigFile = DEFAULT_CONFIG, db: ConfiguredDatabase = None, as_json: AsJson = False) -> None:
    """Show the last runs, how fresh each source is, what waits in quarantine, and how the database grows."""
    with errors():
        from etl.nightly import read_status
        from etl.queries import reading
        from etl.report import print_status

        settings = configured(config, db)
        with reading(settings.database_url) as connection:
            found = read_status(connection, settings.sources)
        print_status(found, as_json=as_json)


def doctor(
    sources: Annotated[bool, typer.Option("--sources/--no-sources", help="Whether to try the sources too.")] = True,
    config: ConfigFile = DEFAULT_CONFIG,
    db: ConfiguredDatabase = None,
    as_json: AsJson = False,
) -> None:
    """Check the database (schema, integrity, references, leftovers), the disk and the sources. Nothing is written."""
    with errors():
        from etl.nightly import examine
        from etl.report import print_findings

        findings = examine(configured(config, db), sources=sources)
        print_findings(findings, as_json=as_json)
    if not all(finding.sound for finding in findings):
        raise typer.Exit(FAILED)


def backfill(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, globs or addresses of an archive.")],
    workers: Workers = None,
    engine: Annotated[Engine, typer.Option("--engine", help="What works: processes of this machine, or a Dask cluster (Postgres).")] = (
        Engine.processes
    ),
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="ADDRESS", help="Scheduler of a Dask cluster. Default: a cluster of this machine."),
    ] = None,
    config: ConfigFile = DEFAULT_CONFIG,
    db: ConfiguredDatabase = None,
    as_json: AsJson = False,
) -> None:
    """Read an archive, with a checkpoint after each file: stopped at any moment, the same command goes on from there."""
    if scheduler and engine is not Engine.dask:
        stop("--scheduler is an option of --engine dask", WRONG_USE)
    with errors():
        from etl.nightly import backfill as read_archive
        from etl.nightly import backfill_by_cluster
        from etl.report import RunLog, print_report

        settings = configured(config, db)
        with RunLog() as log:
            if engine is Engine.dask:
                report = backfill_by_cluster(
                    settings, paths, scheduler=scheduler, workers=workers,
                    on_cluster=log.cluster, on_progress=log.progress, on_part=log.part,
                )  # fmt: skip
            else:
                report = read_archive(settings, paths, workers=workers, on_progress=log.progress, on_items=log.items)
        print_report(report, as_json=as_json)
    end_as(report)


def reprocess(
    stale: Annotated[bool, typer.Option("--stale", help="Documents that another version of the extractor or the lexicons read.")] = False,
    article: Annotated[int | None, typer.Option(help="The document of this article.")] = None,
    since: Day = None,
    workers: Workers = None,
    config: ConfigFile = DEFAULT_CONFIG,
    db: ConfiguredDatabase = None,
    as_json: AsJson = False,
) -> None:
    """Extract documents of the database again, from the bytes that it holds, and resolve what changes."""
    if not stale and article is None and since is None:
        stop("say which: --stale, --article ID or --since DAY", WRONG_USE)
    with errors():
        from etl.nightly import Which
        from etl.nightly import reprocess as run_again
        from etl.report import RunLog, print_report

        which = Which(stale, article, since.date() if since else None)
        settings = configured(config, db)
        with RunLog() as log:
            report = run_again(settings, which, workers=workers, on_progress=log.progress, on_items=log.items)
        print_report(report, as_json=as_json)
    end_as(report)


def forget(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its key, name, path or address.")],
    config: ConfigFile = DEFAULT_CONFIG,
    db: ConfiguredDatabase = None,
) -> None:
    """Take a document out of the database, with all that came from it alone. It is passed over from now on."""
    with errors():
        from etl.nightly import forget as take_out

        gone = take_out(configured(config, db), document)
    print(f"forgotten: {gone.document_name} ({gone.origin}), {gone.articles} article{'' if gone.articles == 1 else 's'}")
