"""The command line: every command of `etl.commands` under its name, in the order in which they are shown."""

from __future__ import annotations

import typer

from etl.commands import asking, bi, browsing, deciding, describing, exporting, nights, quarantine, querying, reading, scoring, sources

app = typer.Typer(
    help="News articles and official readouts, as a relational event database.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (
    reading.init,
    reading.ingest,
    nights.nightly,
    nights.status,
    nights.doctor,
    nights.backfill,
    nights.reprocess,
    nights.forget,
    asking.digest,
    asking.meetings,
    asking.claims,
    asking.search,
    asking.show,
    asking.explain,
    asking.people,
    asking.initiatives,
    asking.provisional,
    querying.query,
    exporting.export,
    browsing.browse,
    describing.schema,
    describing.grants,
    deciding.judge,
    deciding.review,
    deciding.judgements,
    scoring.evaluate,
):
    app.command()(command)

quarantine_app = typer.Typer(help="Documents that could not be used: look at them, try them again, give them up.", no_args_is_help=True)
quarantine_app.command("list")(quarantine.quarantine_list)
quarantine_app.command("show")(quarantine.quarantine_show)
quarantine_app.command("retry")(quarantine.quarantine_retry)
quarantine_app.command("drop")(quarantine.quarantine_drop)
app.add_typer(quarantine_app, name="quarantine")

sources_app = typer.Typer(help="The sources that communique.toml names.", no_args_is_help=True)
sources_app.command("check")(sources.sources_check)
app.add_typer(sources_app, name="sources")

bi_app = typer.Typer(help="Dashboards for BI tools.", no_args_is_help=True)
bi_app.command("superset")(bi.bi_superset)
app.add_typer(bi_app, name="bi")
