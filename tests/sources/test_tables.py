"""CSV, TSV and Parquet, and columns that are called otherwise."""

from __future__ import annotations

import builtins
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from etl.errors import DocumentError
from etl.records import Document
from etl.sources import limits, read_content

from .made import ROWS, as_csv, as_jsonl, as_parquet, read, told


@pytest.mark.parametrize(
    ("name", "make"),
    [("a.csv", as_csv), ("a.tsv", lambda: as_csv(delimiter="\t")), ("b.csv", lambda: as_csv(delimiter=";")), ("a.parquet", as_parquet)],
)
def test_a_row_is_a_document_and_the_same_in_every_kind_of_table(tmp_path: Path, name: str, make: Callable[[], bytes]) -> None:
    found = read(tmp_path, name, make())
    lines = read(tmp_path, "a.jsonl", "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS).encode())
    for document, line, row in zip(found, lines, ROWS, strict=True):
        assert isinstance(document, Document)
        assert isinstance(line, Document)
        assert (document.name, document.title, document.text) == (row["id"], row["title"], row["text"])
        assert document.published_on == date.fromisoformat(str(row["published_on"]))
        assert replace(document, origin=line.origin) == line
        assert read_content(document.media_type, document.content, name=document.name, origin=document.origin) == document


def test_rows_are_found_again_by_their_number(tmp_path: Path) -> None:
    csv_rows = read(tmp_path, "a.csv", as_csv({"text": row["text"]} for row in ROWS))
    assert told(csv_rows) == ["a.csv:2", "a.csv:4", "a.csv:6"]
    assert csv_rows[1].origin == f"{tmp_path}/a.csv:4"
    assert told(read(tmp_path, "a.parquet", as_parquet({"text": row["text"]} for row in ROWS))) == [
        "a.parquet:1",
        "a.parquet:2",
        "a.parquet:3",
    ]


OTHERWISE: list[dict[str, object]] = [
    {"nr": 7, "body": "They met.", "day": "2031-05-02", "language": "de", "text": "teaser", "editor": "x"}
]
NAMED = {"id": "nr", "text": "body", "published_on": "day"}


@pytest.mark.parametrize(("name", "make"), [("a.csv", as_csv), ("a.jsonl", as_jsonl), ("a.parquet", as_parquet)])
def test_columns_are_called_as_the_source_says(tmp_path: Path, name: str, make: Callable[..., bytes]) -> None:
    [document] = read(tmp_path, name, make(OTHERWISE), NAMED)
    assert isinstance(document, Document)
    assert (document.name, document.text, document.published_on, document.language) == ("7", "They met.", date(2031, 5, 2), "de")
    assert document.notes == ("columns not used: editor, text",)
    again = read_content(document.media_type, document.content, name=document.name, origin=document.origin)
    assert replace(again, notes=document.notes) == document


@pytest.mark.parametrize(("name", "make"), [("a.csv", as_csv), ("a.parquet", as_parquet)])
def test_a_table_without_a_column_that_is_needed_says_which(tmp_path: Path, name: str, make: Callable[..., bytes]) -> None:
    assert told(read(tmp_path, name, make([{"body": "x", "id": "y"}]))) == [
        f"! {name}: there is no column 'text'; its columns are: body, id"
    ]
    assert "no column 'Datum'" in told(read(tmp_path, name, make([{"text": "x", "id": "y"}]), {"published_on": "Datum"}))[0]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"r9,one,two,three\n", "the row has 4 fields, and the header 2"),
        (b"r9\n", "the row has 1 fields"),
        (b'r9,"one" two\n', "expected after"),
        (b"r9,a\x00b\n", "NUL"),
        (b"r9,\n", '"text" is missing'),
    ],
)
def test_a_broken_row_stops_no_other(tmp_path: Path, line: bytes, reason: str) -> None:
    found = read(tmp_path, "a.csv", b"id,text\nr1,One.\n" + line + b"r2,Two.\n")
    assert told([found[0], found[2]]) == ["r1", "r2"]
    error = found[1]
    assert isinstance(error, DocumentError)
    assert reason in error.reason
    assert (error.document, error.origin) == ("a.csv:3", f"{tmp_path}/a.csv:3")
    assert error.content


def test_bytes_of_another_encoding_far_into_a_table_stop_their_row(tmp_path: Path) -> None:
    rows = b"r1,One sentence of many.\n" * 4000
    found = told(read(tmp_path, "a.csv", b"id,text\n" + rows + b"r2,caf\xe9\n" + b"r3,Three.\n"))
    assert (len(found), found[-1]) == (4002, "r3")
    assert found[-2] == "! a.csv:4002: the row cannot be read: the row is not in the encoding that the file begins in"


def test_a_quotation_mark_that_is_missing_costs_no_more_than_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DOCUMENT_BYTES", 200)
    monkeypatch.setattr("etl.sources.csv_rows.DOCUMENT_BYTES", 200)
    rows = "".join(f"r{n},Sentence {n}.\n" for n in range(30))
    found = told(read(tmp_path, "a.csv", f'id,text\nr0,"Open.\n{rows}'.encode()))
    assert "quotation mark may be missing" in found[0]
    assert found[-1] == "r29"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_of_a_table_is_found(tmp_path: Path, encoding: str) -> None:
    rows = [{"id": str(n), "text": "Die Minister trafen sich in Zürich und sprachen über die Brücke nach Besançon."} for n in range(9)]
    found = read(tmp_path, "a.csv", as_csv(rows, encoding=encoding))
    assert [one.text for one in found if isinstance(one, Document)] == [row["text"] for row in rows]


@pytest.mark.parametrize("content", [b"", b"\n", b"\x00\x01\x02\xff", b"text\n", b'"text\n'])
def test_tables_without_rows_end_with_a_reason_or_with_nothing(tmp_path: Path, content: bytes) -> None:
    assert all(isinstance(one, DocumentError) and one.reason for one in read(tmp_path, "a.csv", content))


def test_cells_of_every_type(tmp_path: Path) -> None:
    [document] = read(
        tmp_path,
        "a.parquet",
        as_parquet([{"id": 3, "published_on": datetime(2031, 5, 2, 23, tzinfo=UTC), "text": b"They met.", "title": ["a"], "lang": None}]),
    )
    assert isinstance(document, Document)
    assert (document.name, document.published_on, document.text, document.title) == ("3", date(2031, 5, 2), "They met.", None)


@pytest.mark.parametrize("keep", [0, 4, 100, -1, -8])
def test_parquet_cut_anywhere_is_one_error(tmp_path: Path, keep: int) -> None:
    [found] = told(read(tmp_path, "a.parquet", as_parquet()[:keep]))
    assert "not Parquet that can be read" in found


def test_without_pyarrow_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest)

    content = as_parquet()
    monkeypatch.setattr(builtins, "__import__", without)
    assert told(read(tmp_path, "a.parquet", content)) == ["! a.parquet: Parquet is read by pyarrow: install communique[parquet]"]
