from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from etl.errors import DocumentError
from etl.records import Document
from etl.sources import markdown


def parse(source: str) -> Document:
    return markdown.parse(source.encode(), name="a.md", origin="/x/a.md")


FRONT_MATTER = """---
title: "Two presidents open a bridge"
date: 2031-05-02
source: The Bern Courier
url: https://courier.example/bridge
lang: en
author: A. Writer
tags:
  - bridges
---

President **Ada Berger** met [her colleague](https://example.org) on Friday.
"""


def test_front_matter_is_metadata_and_never_text() -> None:
    document = parse(FRONT_MATTER)
    assert document.text.split() == ["President", "Ada", "Berger", "met", "her", "colleague", "on", "Friday."]
    assert document.title == "Two presidents open a bridge"
    assert document.published_on == date(2031, 5, 2)
    assert document.publisher == "The Bern Courier"
    assert document.url == "https://courier.example/bridge"
    assert document.language == "en"
    assert document.notes == ("front matter not used: author, tags",)


@pytest.mark.parametrize(
    ("source", "title", "text"),
    [
        ("# Talks in Bern\n\nThey *met*.\n", "Talks in Bern", "Talks in Bern|They met ."),
        ("Talks in Bern\n=============\n\nThey met.", "Talks in Bern", "Talks in Bern|They met."),
        ("## Talks ##\r\n\r\nThey met.", "Talks", "Talks|They met."),
        ("They met.\n\n## Background\n\nLong ago.", None, "They met.|Background|Long ago."),
        ("They met\nin Bern.\n\n- a bridge\n- a road\n", None, "They met|in Bern.|a bridge|a road"),
        ('> "Good," she\n> said.\n\n![The photo](a.png) The end.\n', None, '"Good," she|said.|The end.'),
        ("Fish & chips &amp; p&ecirc;che, <b>bold</b> 1\\. x", None, "Fish & chips & pê che, bold 1 . x"),
        ("<div>Shown.</div>\n\n---\n\nEnd.", None, "Shown.|End."),
        ("See [a.b](https://x.example/a.b 'a. b'). Then <https://y.example>.", None, "See a.b . Then https://y.example ."),
        ("See [the text][1] here.\n\n[1]: https://x.example\n", None, "See the text here."),
        ("The `code` is:\n\n```\nx = 1\n```\n", None, "The code is:|x = 1"),
        ("Hard  \nbreak\\\nhere.", None, "Hard|break|here."),
    ],
)
def test_text_is_what_a_reader_sees_where_it_stands_in_the_file(source: str, title: str | None, text: str) -> None:
    document = parse(source)
    assert document.title == title
    assert [" ".join(line.split()) for line in document.text.splitlines() if line.strip()] == text.split("|")
    assert len(document.text) == len(source)
    for word in set(document.text.split()) - {"pê"}:
        assert source[document.text.index(word) :].startswith(word)


@settings(deadline=None)
@given(st.text(alphabet="ab .*_[](!)<>&;#`~\\-+1:/\n\r\"'é", max_size=80))
def test_nothing_visible_is_lost_and_nothing_moves(source: str) -> None:
    tokens = MarkdownIt("commonmark").parse(source)
    text = markdown.without_marks(source, tokens)
    assert len(text) == len(source)
    assert all(shown in (" ", there) or there == "&" for shown, there in zip(text, source, strict=True))
    shown = "".join(markdown.visible(token.children or []) for token in tokens if token.type == "inline")
    if not any(token.type in ("html_block", "fence", "code_block") for token in tokens):
        assert "".join(text.split()) == "".join(shown.replace("\ufffd", "").split())


def test_a_date_that_is_none_is_noted() -> None:
    document = parse("---\ndate: next week\n---\nThey met.")
    assert document.published_on is None
    assert "not a date" in document.notes[0]


def test_a_rule_in_the_text_is_no_front_matter() -> None:
    assert parse("They met.\n\n---\n\nThen they left.").text == "They met.\n\n   \n\nThen they left."


@pytest.mark.parametrize("source", ["", "---\ntitle: X\n---\n", "![only a picture](a.png)"])
def test_no_text_is_an_error(source: str) -> None:
    with pytest.raises(DocumentError, match="no text"):
        parse(source)
