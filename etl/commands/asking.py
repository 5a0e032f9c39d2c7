"""What the database says, as lists and one by one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from etl.commands.options import DEFAULT_DATABASE, AsCsv, AsJson, Database, Day, Limit
from etl.commands.running import errors, form_of


def digest(
    day: Annotated[
        datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], help="The last day. Default: the last that has articles."),
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=366, help="So many days, ending with it.")] = 1,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write it. Default: digest-DATE.html.")] = None,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write one HTML page of what is new: meetings, statements, first times, with charts and the sentences that say so."""
    with errors():
        from etl.digest import Days, last_day, read_digest, write_page
        from etl.queries import reading

        with reading(db) as connection:
            last = day.date() if day else last_day(connection, datetime.now(UTC).date())
            found = read_digest(connection, Days.until(last, days))
        file = out or Path(f"digest-{last}.html")
        write_page(found, file)
    amounts = {"meeting": len(found.meetings), "statement": len(found.statements), "first time": len(found.first_times)}
    print(f"{file}: {', '.join(f'{amount} {what}' + 's' * (amount != 1) for what, amount in amounts.items())}")


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
    form = form_of(as_json, as_csv)
    with errors():
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
    form = form_of(as_json, as_csv)
    with errors():
        from etl.queries import find_claims, reading
        from etl.report import CLAIMS, Format, print_listing

        with reading(db) as connection:
            found = find_claims(connection, initiative=initiative, speaker=speaker, actor=actor, act=act, limit=limit)
        print_listing(found, CLAIMS, Format(form))


def search(
    asked: Annotated[str, typer.Argument(metavar="TEXT", help='Words, "words side by side", beginnings*, -words that must not be there.')],
    within: Annotated[str, typer.Option("--in", help="What to search: claims or articles.")] = "claims",
    limit: Annotated[int, typer.Option(min=1, help="Print at most so many.")] = 20,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
) -> None:
    """Search claims or articles for words, newest first."""
    with errors():
        from etl.queries import reading
        from etl.report import print_hits
        from etl.search import search as find

        with reading(db) as connection:
            hits = find(connection, asked, within=within, limit=limit)
        print_hits(hits, as_json=as_json)


def show(
    meeting: Annotated[str, typer.Argument(metavar="MEETING", help="A meeting's meeting_id, its title or part of it.")],
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show one meeting: who took part, which articles report it, what was said at it, and where that stands."""
    form = form_of(as_json, as_csv)
    with errors():
        from etl.queries import reading, show_meeting
        from etl.report import Format, print_meeting

        with reading(db) as connection:
            details = show_meeting(connection, meeting)
        print_meeting(details, Format(form))


def explain(
    meeting: Annotated[str, typer.Argument(metavar="MEETING", help="A meeting's meeting_id, its title or part of it.")],
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
) -> None:
    """Explain why reports are one meeting: how well they agree and in what, what was near and not joined, what people decided."""
    with errors():
        from etl.decisions import explain as find_reasons
        from etl.report import print_explanation

        print_explanation(find_reasons(db, meeting), as_json=as_json)


def people(
    actor: Annotated[str | None, typer.Option(help="Whom they stand for: a state or an organization.")] = None,
    limit: Limit = None,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List the people whom articles name."""
    form = form_of(as_json, as_csv)
    with errors():
        from etl.queries import find_people, reading
        from etl.report import PEOPLE, Format, print_listing

        with reading(db) as connection:
            found = find_people(connection, actor=actor, limit=limit)
        print_listing(found, PEOPLE, Format(form))


def initiatives(limit: Limit = None, db: Database = DEFAULT_DATABASE, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List the initiatives that articles name, with how many claims are about each."""
    form = form_of(as_json, as_csv)
    with errors():
        from etl.queries import find_initiatives, reading
        from etl.report import INITIATIVES, Format, print_listing

        with reading(db) as connection:
            found = find_initiatives(connection, limit=limit)
        print_listing(found, INITIATIVES, Format(form))


def provisional(
    kind: Annotated[str | None, typer.Option(help="Only these: person, initiative or organization.")] = None,
    limit: Limit = None,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List people, initiatives and organizations that articles alone know and that nobody has reviewed yet."""
    form = form_of(as_json, as_csv)
    with errors():
        from etl.queries import find_provisional, reading
        from etl.report import PROVISIONAL, Format, print_listing

        with reading(db) as connection:
            found = find_provisional(connection, kind=kind, limit=limit)
        print_listing(found, PROVISIONAL, Format(form))
