"""The command line: arguments in, one call into `etl`, results printed. No logic, and nothing heavy imported until a command runs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from etl.ingest import IngestReport

DEFAULT_DATABASE = "communique.sqlite"
DEFAULT_READER = "rules"
FAILED, WRONG_USE, QUARANTINED, LOCKED = 1, 2, 3, 75

app = typer.Typer(
    help="News articles and official readouts, as a relational event database.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

quarantine_app = typer.Typer(help="Documents that could not be used: look at them, try them again, give them up.", no_args_is_help=True)
sources_app = typer.Typer(help="The sources that communique.toml names.", no_args_is_help=True)
app.add_typer(quarantine_app, name="quarantine")
app.add_typer(sources_app, name="sources")

Database = Annotated[
    str,
    typer.Option(
        "--db",
        metavar="DATABASE",
        envvar="COMMUNIQUE_DATABASE_URL",
        help="Database: a SQLite file, sqlite:///FILE or postgresql://USER@HOST/NAME.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Print at most so many.")]
ReaderName = Annotated[
    str,
    typer.Option(
        "--reader",
        metavar="NAME",
        help="How articles are read: rules, or by an installed spaCy pipeline (its name or folder) beside the rules.",
    ),
]
DEFAULT_CONFIG = Path("communique.toml")
ConfigFile = Annotated[Path, typer.Option("--config", metavar="FILE", help="Sources and settings.")]
ConfiguredDatabase = Annotated[
    str | None, typer.Option("--db", metavar="DATABASE", help="Database. Default: what the configuration or COMMUNIQUE_DATABASE_URL says.")
]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes that extract.")]
QuarantineKey = Annotated[int, typer.Argument(metavar="KEY", help="Its key, as `communique quarantine list` shows it.")]
QuarantineKeys = Annotated[list[int] | None, typer.Argument(metavar="KEY", help="Keys, as `communique quarantine list` shows them.")]
Author = Annotated[str | None, typer.Option("--author", metavar="NAME", help="Who decides. Default: the user of the system.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]


@app.command()
def init(db: Database = DEFAULT_DATABASE) -> None:
    """Create or upgrade the database and load the reference data."""
    with _errors():
        from etl.load import prepare_store
        from etl.report import print_prepared

        print_prepared(prepare_store(db))


@app.command()
def ingest(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Files, folders or globs.")] = None,
    samples: Annotated[bool, typer.Option("--samples", help="Take the sample articles that come with communique.")] = False,
    reader: ReaderName = DEFAULT_READER,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
) -> None:
    """Read articles into the database. The same articles again, read in the same way, change nothing."""
    if not paths and not samples:
        _stop("name at least one PATH, or --samples for the sample articles", WRONG_USE)
    with _errors():
        from etl.ingest import ingest as ingest_paths
        from etl.ingest import sample_paths
        from etl.queries import find_initiatives, find_meetings, reading
        from etl.report import ProgressLine, print_next_commands, print_report

        with ProgressLine() as progress:
            report = ingest_paths([*(paths or []), *(sample_paths() if samples else [])], db, reader=reader, on_progress=progress)
        print_report(report, as_json=as_json)
        if not as_json:
            with reading(db) as connection:
                print_next_commands(find_meetings(connection), find_initiatives(connection), None if db == DEFAULT_DATABASE else db)
    if report.quarantined:
        raise typer.Exit(QUARANTINED)


@app.command()
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
    with _errors():
        from etl.config import load_settings
        from etl.nightly import Night
        from etl.nightly import dry_run as try_out
        from etl.nightly import nightly as run_night
        from etl.report import RunLog, notify, print_dry_run, print_report, write_metrics

        settings = load_settings(config)
        days = (since.date() if since else None, until.date() if until else None)
        night = Night(tuple(source or ()), *days, limit, batch_size, workers)
        if dry_run:
            print_dry_run(try_out(settings, night, url=db), as_json=as_json)
            return
        with RunLog() as log:
            report = run_night(settings, night, url=db, on_progress=log.progress, on_items=log.items)
        print_report(report, as_json=as_json)
        if settings.metrics.file:
            write_metrics(report, settings.metrics.file)
        if not notify(report, settings.notify.urls, settings.notify.only_when):
            print("communique: not everybody could be told of the run", file=sys.stderr)
    _exit_as(report)


@sources_app.command("check")
def sources_check(config: ConfigFile = DEFAULT_CONFIG, db: ConfiguredDatabase = None, as_json: AsJson = False) -> None:
    """Try each source: whether a document can be had from it. Nothing is stored."""
    with _errors():
        from etl.config import load_settings
        from etl.nightly import check_sources, opened
        from etl.report import print_findings

        settings = load_settings(config)
        with opened(db or settings.database_url) as engine:
            findings = list(check_sources(settings, engine))
        print_findings(findings, as_json=as_json)
    if not all(finding.sound for finding in findings):
        raise typer.Exit(FAILED)


@app.command()
def status(config: ConfigFile = DEFAULT_CONFIG, db: ConfiguredDatabase = None, as_json: AsJson = False) -> None:
    """Show the last runs, how fresh each source is, what waits in quarantine, and how the database grows."""
    with _errors():
        from etl.config import load_settings
        from etl.nightly import read_status
        from etl.queries import reading
        from etl.report import print_status

        settings = load_settings(config, needed=False)
        with reading(db or settings.database_url) as connection:
            found = read_status(connection, settings.sources)
        print_status(found, as_json=as_json)


@app.command()
def doctor(
    sources: Annotated[bool, typer.Option("--sources/--no-sources", help="Whether to try the sources too.")] = True,
    config: ConfigFile = DEFAULT_CONFIG,
    db: ConfiguredDatabase = None,
    as_json: AsJson = False,
) -> None:
    """Check the database (schema, integrity, references, leftovers), the disk and the sources. Nothing is written."""
    with _errors():
        from etl.config import load_settings
        from etl.nightly import examine
        from etl.report import print_findings

        findings = examine(load_settings(config, needed=False), url=db, sources=sources)
        print_findings(findings, as_json=as_json)
    if not all(finding.sound for finding in findings):
        raise typer.Exit(FAILED)


@app.command()
def backfill(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders or globs of an archive.")],
    workers: Workers = None,
    config: ConfigFile = DEFAULT_CONFIG,
    db: ConfiguredDatabase = None,
    as_json: AsJson = False,
) -> None:
    """Read an archive, with a checkpoint after each file: stopped at any moment, the same command goes on from there."""
    with _errors():
        from etl.config import load_settings
        from etl.nightly import backfill as read_archive
        from etl.report import RunLog, print_report

        settings = load_settings(config, needed=False)
        with RunLog() as log:
            report = read_archive(settings, paths, url=db, workers=workers, on_progress=log.progress, on_items=log.items)
        print_report(report, as_json=as_json)
    _exit_as(report)


@app.command()
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
        _stop("say which: --stale, --article ID or --since DAY", WRONG_USE)
    with _errors():
        from etl.config import load_settings
        from etl.nightly import Which
        from etl.nightly import reprocess as run_again
        from etl.report import RunLog, print_report

        which = Which(stale, article, since.date() if since else None)
        settings = load_settings(config, needed=False)
        with RunLog() as log:
            report = run_again(settings, which, url=db, workers=workers, on_progress=log.progress, on_items=log.items)
        print_report(report, as_json=as_json)
    _exit_as(report)


@app.command()
def forget(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its key, name, path or address.")],
    config: ConfigFile = DEFAULT_CONFIG,
    db: ConfiguredDatabase = None,
) -> None:
    """Take a document out of the database, with all that came from it alone. It is passed over from now on."""
    with _errors():
        from etl.config import load_settings
        from etl.nightly import forget as take_out

        gone = take_out(load_settings(config, needed=False), document, url=db)
    print(f"forgotten: {gone.document_name} ({gone.origin}), {gone.articles} articles")


@quarantine_app.command("list")
def quarantine_list(
    dropped: Annotated[bool, typer.Option("--dropped", help="What was dropped too.")] = False,
    config: ConfigFile = DEFAULT_CONFIG,
    db: ConfiguredDatabase = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List documents that could not be used, what failed last first."""
    form = _format(as_json, as_csv)
    with _errors():
        from etl.config import load_settings
        from etl.nightly import find_quarantine
        from etl.queries import reading
        from etl.report import QUARANTINE, Format, print_listing

        with reading(db or load_settings(config, needed=False).database_url) as connection:
            found = find_quarantine(connection, dropped=dropped)
        print_listing(found, QUARANTINE, Format(form))


@quarantine_app.command("show")
def quarantine_show(
    document: QuarantineKey,
    config: ConfigFile = DEFAULT_CONFIG,
    db: ConfiguredDatabase = None,
) -> None:
    """Print the bytes of a document in quarantine, as they are."""
    with _errors():
        from etl.config import load_settings
        from etl.nightly import quarantined_content
        from etl.queries import reading

        with reading(db or load_settings(config, needed=False).database_url) as connection:
            content = quarantined_content(connection, document)
    sys.stdout.buffer.write(content)


@quarantine_app.command("retry")
def quarantine_retry(
    documents: QuarantineKeys = None,
    config: ConfigFile = DEFAULT_CONFIG,
    db: ConfiguredDatabase = None,
    as_json: AsJson = False,
) -> None:
    """Try documents in quarantine again: those named, or all that wait."""
    with _errors():
        from etl.config import load_settings
        from etl.nightly import retry
        from etl.report import RunLog, print_report

        with RunLog() as log:
            report = retry(load_settings(config, needed=False), documents or (), url=db, on_items=log.items)
        print_report(report, as_json=as_json)
    _exit_as(report)


@quarantine_app.command("drop")
def quarantine_drop(
    documents: QuarantineKeys = None,
    config: ConfigFile = DEFAULT_CONFIG,
    db: ConfiguredDatabase = None,
) -> None:
    """Give documents in quarantine up: their bytes go, and the same bytes are passed over from now on."""
    if not documents:
        _stop("say which: communique quarantine list shows their keys", WRONG_USE)
    with _errors():
        from etl.config import load_settings
        from etl.nightly import drop

        amount = drop(load_settings(config, needed=False), documents, url=db)
    print(f"dropped: {amount} document{'' if amount == 1 else 's'}")


@app.command()
def digest(
    day: Annotated[datetime, typer.Option("--date", formats=["%Y-%m-%d"], help="The last day.")],
    days: Annotated[int, typer.Option(min=1, max=366, help="So many days, ending with it.")] = 1,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write it. Default: digest-DATE.html.")] = None,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write one HTML page of what is new: meetings, statements, first times, with charts and the sentences that say so."""
    with _errors():
        from etl.digest import Days, read_digest, write_page
        from etl.queries import reading

        with reading(db) as connection:
            found = read_digest(connection, Days.until(day.date(), days))
        file = out or Path(f"digest-{day:%Y-%m-%d}.html")
        write_page(found, file)
    print(f"{file}: {len(found.meetings)} meetings, {len(found.statements)} statements, {len(found.first_times)} first times")


@app.command()
def meetings(
    person: Annotated[str | None, typer.Option(help="Who took part: a name or part of one.")] = None,
    actor: Annotated[str | None, typer.Option(help="Which state (KZ, Kazakhstan) or organization (SCO) took part.")] = None,
    since: Day = None,
    until: Day = None,
    limit: Limit = None,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List meetings, each once, however many articles report it."""
    form = _format(as_json, as_csv)
    with _errors():
        from etl.queries import find_meetings, reading
        from etl.report import MEETINGS, Format, print_listing

        with reading(db) as connection:
            found = find_meetings(
                connection,
                person=person,
                actor=actor,
                since=since.date() if since else None,
                until=until.date() if until else None,
                limit=limit,
            )
        print_listing(found, MEETINGS, Format(form))


@app.command()
def claims(
    initiative: Annotated[str | None, typer.Option(help="What it is about: an initiative's name, part of it, or its acronym.")] = None,
    speaker: Annotated[str | None, typer.Option(help="Who says it: a name or part of one.")] = None,
    actor: Annotated[str | None, typer.Option(help="On whose behalf: a state (KZ, Kazakhstan) or organization (SCO).")] = None,
    act: Annotated[str | None, typer.Option(help="What is done by saying it: support, oppose, pledge, urge, …")] = None,
    limit: Limit = None,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List claims: who says what, on whose behalf, in which words of which article."""
    form = _format(as_json, as_csv)
    with _errors():
        from etl.queries import find_claims, reading
        from etl.report import CLAIMS, Format, print_listing

        with reading(db) as connection:
            found = find_claims(connection, initiative=initiative, speaker=speaker, actor=actor, act=act, limit=limit)
        print_listing(found, CLAIMS, Format(form))


@app.command()
def show(
    meeting: Annotated[str, typer.Argument(metavar="MEETING", help="A meeting's meeting_id, its title or part of it.")],
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show one meeting: who took part, which articles report it, what was said at it, and where that stands."""
    form = _format(as_json, as_csv)
    with _errors():
        from etl.queries import reading, show_meeting
        from etl.report import Format, print_meeting

        with reading(db) as connection:
            details = show_meeting(connection, meeting)
        print_meeting(details, Format(form))


@app.command()
def explain(
    meeting: Annotated[str, typer.Argument(metavar="MEETING", help="A meeting's meeting_id, its title or part of it.")],
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
) -> None:
    """Explain why reports are one meeting: how well they agree and in what, what was near and not joined, what people decided."""
    with _errors():
        from etl.decisions import explain as find_reasons
        from etl.report import print_explanation

        print_explanation(find_reasons(db, meeting), as_json=as_json)


@app.command()
def people(
    actor: Annotated[str | None, typer.Option(help="Whom they stand for: a state or an organization.")] = None,
    limit: Limit = None,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List the people whom articles name."""
    form = _format(as_json, as_csv)
    with _errors():
        from etl.queries import find_people, reading
        from etl.report import PEOPLE, Format, print_listing

        with reading(db) as connection:
            found = find_people(connection, actor=actor, limit=limit)
        print_listing(found, PEOPLE, Format(form))


@app.command()
def initiatives(limit: Limit = None, db: Database = DEFAULT_DATABASE, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List the initiatives that articles name, with how many claims are about each."""
    form = _format(as_json, as_csv)
    with _errors():
        from etl.queries import find_initiatives, reading
        from etl.report import INITIATIVES, Format, print_listing

        with reading(db) as connection:
            found = find_initiatives(connection, limit=limit)
        print_listing(found, INITIATIVES, Format(form))


@app.command()
def provisional(
    kind: Annotated[str | None, typer.Option(help="Only these: person, initiative or organization.")] = None,
    limit: Limit = None,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List people, initiatives and organizations that articles alone know and that nobody has reviewed yet."""
    form = _format(as_json, as_csv)
    with _errors():
        from etl.queries import find_provisional, reading
        from etl.report import PROVISIONAL, Format, print_listing

        with reading(db) as connection:
            found = find_provisional(connection, kind=kind, limit=limit)
        print_listing(found, PROVISIONAL, Format(form))


@app.command()
def judge(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="same, different, merge, reject, accept, set or rename.")],
    words: Annotated[
        list[str], typer.Argument(metavar="WORD", help="Ids, as --json prints them; after set: ID FIELD VALUE; after rename: ID NAME.")
    ],
    author: Author = None,
    note: Annotated[str | None, typer.Option("--note", metavar="WHY", help="Why.")] = None,
    reader: ReaderName = DEFAULT_READER,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Record what you decide of a meeting, statement, claim, report, mention or person. It outlives every reading and rebuilding.

    What can be set: speaker and act of a claim; date, place, kind and status of a meeting.
    """
    with _errors():
        from etl.decisions import judge as record
        from etl.report import print_recorded

        print_recorded(record(db, decision, words, author=author, note=note, reader=reader))


@app.command()
def review(
    kind: Annotated[
        str | None, typer.Option(help="Only these: meeting, statement, person, initiative, organization or claim. Default: all by turns.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Ask at most so many questions.")] = 20,
    author: Author = None,
    reader: ReaderName = DEFAULT_READER,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Ask you about what is least certain: joins near their threshold, new names, claims of low confidence. Answers are judgements."""
    with _errors():
        from etl.decisions import review as walk
        from etl.report import ask_person, print_reviewed

        print_reviewed(walk(db, ask_person, kind=kind, limit=limit, author=author, reader=reader))


@app.command()
def judgements(
    action: Annotated[str, typer.Argument(metavar="ACTION", help="list, drop (with ids), export or import (with a CSV file).")],
    words: Annotated[list[str] | None, typer.Argument(metavar="WORD", help="Ids of judgements, or the file.")] = None,
    reader: ReaderName = DEFAULT_READER,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List what people decided and whether it holds here; drop it; take it to a CSV file and back."""
    form = _format(as_json, as_csv)
    with _errors():
        from etl.decisions import act_on_judgements
        from etl.report import Format, print_judgements

        print_judgements(act_on_judgements(db, action, words or [], reader=reader), Format(form))


@app.command()
def evaluate(
    gold: Annotated[
        Path,
        typer.Option(
            metavar="PATH",
            help="A directory of gold (one JSON file a document, or event gold in gold.json), or a JSONL file of attribution gold.",
        ),
    ],
    db: Annotated[str | None, typer.Option("--db", metavar="DATABASE", help="Score what this database holds.")] = None,
    articles: Annotated[
        list[str] | None, typer.Option(metavar="PATH", help="Read these articles afresh and score that; may be given several times.")
    ] = None,
    reader: ReaderName = DEFAULT_READER,
    misses: Annotated[int, typer.Option(min=0, metavar="N", help="Show so many of the things that are wrong.")] = 0,
    reliability: Annotated[bool, typer.Option("--reliability", help="Show how often rows of each confidence are right.")] = False,
    as_json: AsJson = False,
) -> None:
    """Score what the program finds against gold: what a person found in the same documents.

    Without --db and --articles the documents that come with the gold are read: articles/ beside gold/ in the directory, articles.jsonl
    beside gold.json.
    """
    if db and articles:
        _stop("--db and --articles exclude each other", WRONG_USE)
    if db and reader != DEFAULT_READER:
        _stop("--db and --reader exclude each other: what a database holds has been read", WRONG_USE)
    with _errors():
        from etl.evaluate import evaluate as score
        from etl.report import ProgressLine, print_evaluation

        with ProgressLine() as progress:
            evaluation = score(gold, store=db, articles=articles or [], reader=reader, with_reliability=reliability, on_progress=progress)
        print_evaluation(evaluation, misses=misses, as_json=as_json)
    if evaluation.quarantined:
        raise typer.Exit(QUARANTINED)


@contextmanager
def _errors() -> Iterator[None]:
    """Turn the errors that a person is meant to read into one line and an exit code."""
    from etl.errors import CommuniqueError, ConfigError, LockedError, ReaderError
    from etl.queries import QuestionError
    from models.store import StoreError

    try:
        yield
    except (QuestionError, ReaderError, ConfigError) as error:
        _stop(str(error), WRONG_USE)
    except LockedError as error:
        _stop(str(error), LOCKED)
    except (CommuniqueError, StoreError) as error:
        _stop(str(error), FAILED)


def _exit_as(report: IngestReport) -> None:
    if report.stopped:
        raise typer.Exit(FAILED)
    if report.quarantined or report.failed_sources:
        raise typer.Exit(QUARANTINED)


def _format(as_json: bool, as_csv: bool) -> str:
    if as_json and as_csv:
        _stop("--json and --csv exclude each other", WRONG_USE)
    return "json" if as_json else "csv" if as_csv else "table"


def _stop(message: str, code: int) -> NoReturn:
    print(f"communique: {message}", file=sys.stderr)
    raise typer.Exit(code)
