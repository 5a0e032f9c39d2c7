"""Recording, dropping, exporting, importing and listing what people decide. What is written holds when the call returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.decisions.holding import deciding, make_hold, read_touched, touched
from etl.decisions.making import judgements_of
from etl.errors import RunError
from etl.extract.readers.reader import RULES
from etl.judgements import SheetError, describe, in_words, read_sheet, write_sheet
from etl.load import JudgementState, drop_judgements, judgement_states, prepare_store, read_judgements, store_judgements
from etl.queries import QuestionError, Result, reading


@dataclass(frozen=True, slots=True)
class Exported:
    """How many judgements were written, and where."""

    judgements: int
    file: Path


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded or dropped, in words, and how many documents were read anew for it."""

    judgements: tuple[str, ...]
    documents: int


def judge(
    url: str, verb: str, words: Sequence[str], *, author: str | None = None, note: str | None = None, reader: str = RULES.name
) -> Recorded:
    """Record a decision about what ids mean, and make it hold.

    `same ID ID`, `different ID ID`, `merge PERSON PERSON…`, `reject ID`, `accept ID`, `set ID FIELD VALUE`, `rename PERSON NAME`.
    Raises QuestionError for what cannot be decided so, RunError for an id that means nothing.
    """
    with deciding(url, reader) as (connection, reads):
        made = list(judgements_of(connection, verb, words, author=author, note=note))
        keys = store_judgements(connection, made)
        return Recorded(tuple(map(describe, made)), make_hold(connection, keys, reads))


def drop(url: str, given: Sequence[str], *, reader: str = RULES.name) -> Recorded:
    """Drop judgements by their ids: what the program itself says holds again. Raises RunError when there is no such judgement."""
    with deciding(url, reader) as (connection, reads):
        there = read_judgements(connection)
        keys = [int(word) for word in given if word.isdigit() and int(word) in there]
        if len(keys) < len(given) or not given:
            raise RunError("drop takes the ids of judgements, as `communique judgements list --json` prints them")
        documents = touched(connection, keys)
        drop_judgements(connection, keys)
        return Recorded(tuple(describe(there[key]) for key in keys), read_touched(connection, documents, reads))


def export_sheet(url: str, file: Path) -> Exported:
    """Write all judgements of a store to a CSV file."""
    with reading(url) as connection:
        judgements = read_judgements(connection)
    try:
        with file.open("w", encoding="utf-8", newline="") as sheet:
            write_sheet(judgements.values(), sheet)
    except OSError as error:
        raise RunError(f"cannot write {file}: {error.strerror}") from error
    return Exported(len(judgements), file)


def import_sheet(url: str, file: Path, *, reader: str = RULES.name) -> Recorded:
    """Take over the judgements of a CSV file and make them hold; the store is made ready when there is none.

    Of two decisions about one thing the later counts. Raises RunError for a file that cannot be read; then nothing is taken over.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as sheet:
            judgements = list(read_sheet(sheet))
    except OSError as error:
        raise RunError(f"cannot read {file}: {error.strerror}") from error
    except (SheetError, UnicodeDecodeError) as error:
        raise RunError(f"{file}: {error}") from error
    prepare_store(url)
    with deciding(url, reader) as (connection, reads):
        keys = store_judgements(connection, judgements)
        return Recorded(tuple(map(describe, judgements)), make_hold(connection, keys, reads))


def act_on_judgements(url: str, action: str, words: Sequence[str], *, reader: str = RULES.name) -> Result | Recorded | Exported:
    """Do what `communique judgements ACTION WORD…` says. Raises QuestionError for what it does not say."""
    match action, len(words):
        case "list", 0:
            return list_judgements(url)
        case "drop", n if n:
            return drop(url, words, reader=reader)
        case "export", 1:
            return export_sheet(url, Path(words[0]))
        case "import", 1:
            return import_sheet(url, Path(words[0]), reader=reader)
    raise QuestionError("say list, drop ID…, export FILE or import FILE")


LISTED = (
    "judgement_id", "about", "decision", "field", "value", "what", "other", "decided_by", "decided_at", "note", "state", "found",
)  # fmt: skip


def list_judgements(url: str) -> Result:
    """Return all judgements, earliest first, each with whether it holds in this store: applied, or what is missing."""
    with reading(url) as connection:
        return Result(LISTED, tuple(map(_listed, judgement_states(connection))))


def _listed(one: JudgementState) -> tuple[Any, ...]:
    judgement = one.judgement
    return (
        one.key, judgement.about, judgement.decision, judgement.field, judgement.value, in_words(judgement.subject),
        in_words(judgement.other) if judgement.other else None, judgement.decided_by, judgement.decided_at, judgement.note, one.state,
        ", ".join(one.found) or None,
    )  # fmt: skip
