"""How right the program is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etl.commands.options import DEFAULT_READER, AsJson, ReaderName
from etl.commands.running import QUARANTINED, WRONG_USE, errors, stop


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
        stop("--db and --articles exclude each other", WRONG_USE)
    if db and reader != DEFAULT_READER:
        stop("--db and --reader exclude each other: what a database holds has been read", WRONG_USE)
    with errors():
        from etl.evaluate import evaluate as score
        from etl.report import ProgressLine, print_evaluation

        with ProgressLine() as progress:
            evaluation = score(gold, store=db, articles=articles or [], reader=reader, with_reliability=reliability, on_progress=progress)
        print_evaluation(evaluation, misses=misses, as_json=as_json)
    if evaluation.quarantined:
        raise typer.Exit(QUARANTINED)
