"""What every command does alike: the form of its output, its settings, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from etl.config import Settings
    from etl.intake import IngestReport

FAILED, WRONG_USE, QUARANTINED, LOCKED = 1, 2, 3, 75


@contextmanager
def errors() -> Iterator[None]:
    """Turn the errors that a person is meant to read into one line and an exit code."""
    from etl.errors import CommuniqueError, ConfigError, LockedError, ReaderError
    from etl.queries import QuestionError
    from models.store import StoreError

    try:
        yield
    except (QuestionError, ReaderError, ConfigError) as error:
        stop(str(error), WRONG_USE)
    except LockedError as error:
        stop(str(error), LOCKED)
    except (CommuniqueError, StoreError) as error:
        stop(str(error), FAILED)


def stop(message: str, code: int) -> NoReturn:
    """Say why it goes no further, and end."""
    print(f"communique: {message}", file=sys.stderr)
    raise typer.Exit(code)


def end_as(report: IngestReport) -> None:
    """End with the code of what a run came to."""
    if report.stopped:
        raise typer.Exit(FAILED)
    if report.quarantined or report.failed_sources:
        raise typer.Exit(QUARANTINED)


def form_of(as_json: bool, as_csv: bool) -> str:
    """Return in which form a list is printed."""
    if as_json and as_csv:
        stop("--json and --csv exclude each other", WRONG_USE)
    return "json" if as_json else "csv" if as_csv else "table"


def configured(config: Path, db: str | None, *, needed: bool = False) -> Settings:
    """Return the settings of a file, with the database that the command line names. A file that is not `needed` may be missing."""
    from etl.config import load_settings

    settings = load_settings(config, needed=needed)
    return settings.model_copy(update={"database_url": db}) if db else settings
