from __future__ import annotations

import pytest

from etl.articles.headlines import is_headline, is_sentence, same_headline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers open a bridge", True),
        ("“A good day”: ministers open a bridge", True),
        ("Will the bridge hold?", True),
        ("Talks move to the U.N.", True),
        ("Berger meets Tal Jr.", True),
        ("2031 will be the year of the bridge", True),
        ("The two ministers opened a bridge.", False),
        ("“The bridge is open.”", False),
        ("He said that", True),
        ("and so they met", False),
        ("The minister said:", False),
        ("Among those present were,", False),
        ("To be continued…", False),
        ("* * *", False),
        ("17", False),
        ("", False),
        ("word " * 41, False),
        ("W" * 251, False),
    ],
)
def test_headlines(text: str, expected: bool) -> None:
    assert is_headline(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("They met.", True), ("“They met.”", True), ("Met they?", True), ("They met", False), ("", False)]
)
def test_sentences(text: str, expected: bool) -> None:
    assert is_sentence(text) is expected


@pytest.mark.parametrize(
    ("line", "title", "expected"),
    [
        ("Ministers open a bridge", "Ministers open a bridge", True),
        ("MINISTERS OPEN A ‘BRIDGE’", "Ministers open a 'bridge'", True),
        ("Ministers open a bridge", "Ministers open a bridge | The Courier", True),
        ("Ministers", "Ministers open a bridge", False),
        ("Ministers open a road", "Ministers open a bridge", False),
        ("***", "***", False),
    ],
)
def test_the_same_headline(line: str, title: str, expected: bool) -> None:
    assert same_headline(line, title) is expected
