from __future__ import annotations

import ast
from pathlib import Path

import pytest

import etl.sources
from etl.errors import DocumentError
from etl.records import Document
from etl.sources import PAGES, READERS, Skipped, read_content, read_paths


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "b.txt": "They met in Bern.",
        "a.md": "# Talks\n\nThey met.",
        "deep/er/c.TXT": "They met again.",
        "deep/rows.jsonl": '{"id": "r1", "text": "One."}\n{broken\n{"id": "r2", "text": "Two."}\n',
        "deep/table.odt": "a,b\n",
        ".hidden/d.txt": "Nobody sees this.",
        "deep/.e.txt": "Nor this.",
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path


def names(found: list[Document | DocumentError]) -> list[str]:
    return [item.name if isinstance(item, Document) else f"! {item.document}" for item in found]


def test_a_directory_is_read_through_in_the_order_of_its_paths(folder: Path) -> None:
    skipped: list[Skipped] = []
    found = list(read_paths([folder], on_skipped=skipped.append))
    assert names(found) == ["a.md", "b.txt", "c.TXT", "r1", "! rows.jsonl:2", "r2"]
    assert skipped == [Skipped(str(folder / "deep/table.odt"), "no format that can be read")]


def test_every_file_is_read_once(folder: Path) -> None:
    found = list(read_paths([folder / "b.txt", folder, str(folder / "*.txt"), folder / "deep/../b.txt"]))
    assert names(found).count("b.txt") == 1


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["b.txt"]),
        ("**/*.[tT]*", ["b.txt", "c.TXT"]),
        ("d*", ["c.TXT", "r1", "! rows.jsonl:2", "r2"]),
        ("deep/??ws.jsonl", ["r1", "! rows.jsonl:2", "r2"]),
    ],
)
def test_globs(folder: Path, pattern: str, expected: list[str]) -> None:
    assert names(list(read_paths([folder / pattern]))) == expected


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing.txt", "no such file"),
        ("*.nothing", "matches nothing"),
        ("a**b/x", "matches nothing|no path"),
        ("empty", "holds nothing that can be read"),
        ("deep/table.odt", r"\.odt cannot be read"),
    ],
)
def test_what_cannot_be_found_is_an_error_and_the_others_load(folder: Path, path: str, reason: str) -> None:
    (folder / "empty").mkdir()
    error, document = read_paths([folder / path, folder / "b.txt"])
    assert isinstance(error, DocumentError)
    assert error.document == str(folder / path)
    with pytest.raises(DocumentError, match=reason):
        raise error
    assert names([document]) == ["b.txt"]


def test_one_unreadable_file_stops_no_other(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"\x00\x01")
    (folder / "aa.txt").symlink_to(folder / "aa.txt")
    found = list(read_paths([folder / "a.txt", folder / "aa.txt", folder / "b.txt"]))
    assert "! a.txt" in names(found)
    assert names(found)[-1] == "b.txt"
    assert len(found) == 3


def test_a_file_that_cannot_be_opened_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    [error] = read_paths([folder / "b.txt"])
    assert isinstance(error, DocumentError)
    assert error.reason == "Permission denied"


def test_every_format_has_its_file_and_every_file_its_format() -> None:
    here = Path(etl.sources.__file__).parent
    functions = {
        file.stem: {node.name for node in ast.parse(file.read_text()).body if isinstance(node, ast.FunctionDef)}
        for file in here.glob("*.py")
    }
    assert {reader.__module__.rsplit(".", 1)[-1] for reader in READERS.values()} == {
        name for name, has in functions.items() if "read" in has
    }
    assert not PAGES.keys() & READERS.keys()


def test_bytes_that_were_kept_are_read_as_the_file_was(folder: Path) -> None:
    page = "<html><head><title>Talks</title></head><body><article><p>They met in Bern on Monday.</p></article></body></html>"
    (folder / "page.html").write_text(page)
    for found in read_paths([folder]):
        if isinstance(found, Document):
            assert read_content(found.media_type, found.content, name=found.name, origin=found.origin) == found
    with pytest.raises(DocumentError, match="image/png cannot be read"):
        read_content("image/png", b"", name="x.png", origin="x.png")
