"""Tables and views as Parquet, CSV and JSON lines."""

from __future__ import annotations

import csv
import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from sqlalchemy import Connection, text

from etl.export import FORMATS, ExportError, Wanted, export
from models import Base
from models.views import VIEWS

EVERYTHING = [*VIEWS, *Base.metadata.tables]


def plain(value: Any) -> Any:
    """A value of either database as one that compares: days and flags as SQLite keeps them, times as the moment that they are."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def in_the_store(connection: Connection, name: str) -> Counter[tuple[Any, ...]]:
    rows = connection.execute(text(f"SELECT * FROM {name}"))
    return Counter(tuple(moment(plain(value)) for value in row) for row in rows)


def moment(value: Any) -> Any:
    """SQLite tells microseconds where there are none."""
    return value.removesuffix(".000000") if isinstance(value, str) else value


def test_parquet_holds_every_row_of_every_table_and_view(samples: Connection, tmp_path: Path) -> None:
    counts = export(samples, "parquet", tmp_path)
    assert sorted(counts) == sorted(EVERYTHING)
    assert counts["v_claims"] > 50
    for name in EVERYTHING:
        table = pyarrow.parquet.read_table(tmp_path / f"{name}.parquet")
        found = Counter(tuple(moment(plain(value)) for value in row.values()) for row in table.to_pylist())
        assert found == in_the_store(samples, name), name
        assert counts[name] == table.num_rows


def test_both_databases_have_the_same_types(sqlite_samples: str, sample_database: str, tmp_path: Path) -> None:
    from etl.queries import reading

    for kind, url in (("sqlite", sqlite_samples), ("postgres", sample_database)):
        with reading(url) as connection:
            export(connection, "parquet", tmp_path / kind)
    for name in EVERYTHING:
        one, other = (pyarrow.parquet.read_schema(tmp_path / kind / f"{name}.parquet") for kind in ("sqlite", "postgres"))
        assert one == other, name


def test_dates_flags_and_numbers_are_such(sqlite: Connection, tmp_path: Path) -> None:
    export(sqlite, "parquet", tmp_path, Wanted(tables=("v_meetings", "v_claims", "v_runs")))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["v_claims.parquet", "v_meetings.parquet", "v_runs.parquet"]
    meetings = pyarrow.parquet.read_schema(tmp_path / "v_meetings.parquet")
    kinds = {name: str(meetings.field(name).type) for name in ("meeting_id", "start_on", "background", "article_count", "title")}
    assert kinds == {"meeting_id": "int64", "start_on": "date32[day]", "background": "bool", "article_count": "int64", "title": "string"}
    claims = pyarrow.parquet.read_schema(tmp_path / "v_claims.parquet")
    assert [str(claims.field(name).type) for name in ("confidence", "is_direct", "char_start")] == ["double", "bool", "int64"]
    assert str(pyarrow.parquet.read_schema(tmp_path / "v_runs.parquet").field("started_at").type) == "timestamp[us, tz=UTC]"


def test_csv_and_json_lines_say_the_same(sqlite: Connection, tmp_path: Path) -> None:
    for form in ("csv", "jsonl"):
        export(sqlite, form, tmp_path, Wanted(tables=("v_claims",)))
    with (tmp_path / "v_claims.csv").open(encoding="utf-8", newline="") as stream:
        cells = list(csv.DictReader(stream))
    objects = [json.loads(line) for line in (tmp_path / "v_claims.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(cells) == len(objects) == in_the_store(sqlite, "v_claims").total()
    for cell, told in zip(cells, objects, strict=True):
        assert cell["text"] == told["text"]
        assert cell["is_direct"] == ("true" if told["is_direct"] else "false")
        assert cell["meeting_id"] == ("" if told["meeting_id"] is None else str(told["meeting_id"]))


def test_an_unknown_table_or_form_is_told(sqlite: Connection, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no table or view is called v_meeting"):
        export(sqlite, "csv", tmp_path, Wanted(tables=("v_meeting",)))
    with pytest.raises(ExportError, match="the forms are parquet"):
        export(sqlite, "xlsx", tmp_path)


def test_what_stood_there_stays_when_it_fails(sqlite: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export(sqlite, "csv", tmp_path, Wanted(tables=("v_people",)))
    before = (tmp_path / "v_people.csv").read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("etl.export.tables.csv.writer", full)
    with pytest.raises(ExportError, match="No space left on device"):
        export(sqlite, "csv", tmp_path, Wanted(tables=("v_people",)))
    assert (tmp_path / "v_people.csv").read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["v_people.csv"]


def test_the_command_line_names_the_same_forms() -> None:
    from etl.commands.exporting import Form

    assert [form.value for form in Form] == list(FORMATS)
