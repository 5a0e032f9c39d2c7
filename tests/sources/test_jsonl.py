from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from etl.errors import DocumentError
from etl.records import Document
from etl.sources import read_file

ROW = {
    "id": "courier-17",
    "title": "Ministers  meet",
    "publisher": "The Courier",
    "published_on": "2031-05-02",
    "url": "https://courier.example/17",
    "lang": "en",
    "text": "Ministers meet\r\n\r\nThey met in Bern.",
}


def read(tmp_path: Path, *lines: str | bytes) -> list[Document | DocumentError]:
    file = tmp_path / "rows.jsonl"
    file.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines))
    return list(read_file(file))


def test_every_field_is_read(tmp_path: Path) -> None:
    [document] = read(tmp_path, json.dumps(ROW))
    assert isinstance(document, Document)
    assert document.name == "courier-17"
    assert document.title == "Ministers meet"
    assert document.publisher == "The Courier"
    assert document.published_on == date(2031, 5, 2)
    assert document.url == "https://courier.example/17"
    assert document.language == "en"
    assert document.text == ROW["text"]
    assert document.content == json.dumps(ROW).encode()
    assert document.notes == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{not json", "not JSON"),
        ("[1, 2]", "not a JSON object"),
        ('{"id": "x"}', '"text" is missing'),
        ('{"id": "x", "text": 3}', "not a string"),
        ('{"id": "x", "text": " "}', "no text"),
        ('{"id": "x", "text": "a\\u0000b"}', "NUL"),
        ('{"id": "x", "text": "a\\ud800b"}', "surrogate"),
        (b'{"id": "x", "text": "\xff"}', "not UTF-8"),
        ("[" * 200_000, "not JSON"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_broken_line_is_named_and_the_others_load(tmp_path: Path, line: str | bytes, reason: str) -> None:
    first, broken, last = read(tmp_path, json.dumps(ROW), line, json.dumps(ROW | {"id": "courier-18"}))
    assert isinstance(broken, DocumentError)
    assert broken.document == "rows.jsonl:2"
    assert reason in broken.reason
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.name, last.name) == ("courier-17", "courier-18")


def test_what_is_not_used_is_noted(tmp_path: Path) -> None:
    [document] = read(tmp_path, json.dumps(ROW | {"licence": "free", "editor": "x", "published_on": "Friday"}))
    assert isinstance(document, Document)
    assert document.published_on is None
    assert document.notes == ("published_on is not a date (YYYY-MM-DD): 'Friday'", "unknown fields: editor, licence")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-05-02T23:30:00-05:00", date(2031, 5, 2)),
        ("2031-05-02 08:00", date(2031, 5, 2)),
        ("20310502", date(2031, 5, 2)),
        ("2031-02-30", None),
        ("02/05/2031", None),
        (None, None),
        ("", None),
        (True, None),
    ],
)
def test_dates(tmp_path: Path, value: object, expected: date | None) -> None:
    [document] = read(tmp_path, json.dumps(ROW | {"published_on": value}))
    assert isinstance(document, Document)
    assert document.published_on == expected


def test_a_row_without_id_is_named_by_its_line(tmp_path: Path) -> None:
    documents = read(tmp_path, b"\xef\xbb\xbf" + b'{"text": "One."}', "", '{"text": "Two.", "id": 7}', '{"text": "Three.", "id": ""}', "")
    assert [document.name for document in documents if isinstance(document, Document)] == ["rows.jsonl:1", "7", "rows.jsonl:4"]
