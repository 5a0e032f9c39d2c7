from __future__ import annotations

from pathlib import Path

import pytest

from etl.errors import DocumentError
from etl.records import Document
from etl.sources import plain_text, read_file

SENTENCE = "The ministers of both countries met in Zürich and spoke about the new railway to Besançon."


def parse(content: bytes) -> tuple[str, tuple[str, ...]]:
    document = plain_text.parse(content, name="a.txt", origin="/x/a.txt")
    return document.text, document.notes


@pytest.mark.parametrize(
    "content",
    [
        b"Talks in Bern\r\n\r\nThey met.\r\n",
        b"\xef\xbb\xbfTalks in Bern\n",
        "Talks\u00a0in\u2002Bern, Türkiye’s envoy said.".encode(),
        "Talks in Bern\n".encode("utf-16"),
    ],
)
def test_text_is_exactly_the_decoded_bytes(content: bytes) -> None:
    text, notes = parse(content)
    encoding = "utf-16" if content.startswith(b"\xff\xfe") else "utf-8-sig"
    assert text == content.decode(encoding)
    assert notes == ()


@pytest.mark.parametrize("encoding", ["cp1252", "cp1254"])
def test_other_encodings_are_guessed_with_a_note(encoding: str) -> None:
    text, notes = parse(((SENTENCE + "\n") * 3).encode(encoding))
    assert text == (SENTENCE + "\n") * 3
    assert "not UTF-8" in notes[0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no text"),
        (b" \r\n\t\n", "no text"),
        (b"\xef\xbb\xbf", "no text"),
        (b"PK\x03\x04\x00\x00 some bytes", "NUL"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xd8", "NUL"),
        (b"\x01\x02\x03\x04\x05 text \x06\x07", "binary"),
        (b"\xff\xfea", "utf-16"),
    ],
)
def test_what_is_no_text_is_an_error_that_says_why(content: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason) as raised:
        parse(content)
    assert raised.value.document == "a.txt"
    assert raised.value.stage == "read"


def test_reading_a_file(tmp_path: Path) -> None:
    file = tmp_path / "talks.txt"
    file.write_bytes(b"Talks in Bern.\r\n")
    [document] = read_file(file)
    assert isinstance(document, Document)
    assert (document.name, document.media_type, document.content) == ("talks.txt", "text/plain", b"Talks in Bern.\r\n")
    assert document.origin == str(file)
    assert document.fetched_at is None
