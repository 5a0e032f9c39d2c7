"""Whose a statement is by the lines above it: "Press Statement", the name, the office."""

from __future__ import annotations

from typing import Final, NamedTuple

from etl.extract.layers import Layers, PersonEntity, Sentence
from etl.extract.people.names import is_name_word
from etl.extract.people.roster import Roster
from etl.lexicon.people import fold, load_people
from etl.lexicon.speech import load_speech_words
from etl.lexicon.titles import Title, load_titles

_LINES: Final = 6
"""Lines of a text among which its letterhead stands."""
_MAX_NAME: Final = 4
_MAX_OFFICE: Final = 7
_ENDS: Final = frozenset({".", "!", "?", ":", ";"})


class _Line(NamedTuple):
    """A line that names somebody, and the office behind its comma; empty without one."""

    name: str
    office: str


class Letterhead(NamedTuple):
    """The name and the office in the lines above a statement."""

    name: str
    office: str
    title: Title


def letterhead(layers: Layers) -> Letterhead | None:
    """The letterhead of a text; None where it has none."""
    lines = layers.sentences[:_LINES]
    headed = _names_statement((layers.article.title or "").lower())
    for number, line in enumerate(lines):
        if not line.first:
            continue
        before = lines[number - 1] if number else None
        announced = _names_statement(_text(layers, before).lower()) if before is not None else headed
        name = _name(layers, line) if announced else None
        if name is None:
            continue
        rest = name.office or (_text(layers, lines[number + 1]) if number + 1 < len(lines) else "")
        title = _title(rest)
        return Letterhead(name.name, rest, title) if title is not None else None
    return None


def read_letterhead(layers: Layers, roster: Roster) -> None:
    """Add the person of the letterhead with the office."""
    head = letterhead(layers)
    if head is None:
        return
    person = roster.add(head.name, known=load_people().by_name.get(head.name), rule="headline")
    if head.office not in person.titles:
        person.titles.append(head.office)
    person.offices.add(head.title.office)


def signer(layers: Layers) -> PersonEntity | None:
    """The person of the article whom its letterhead names."""
    head = letterhead(layers)
    return next((p for p in layers.people if head is not None and p.name and fold(head.name) in p.forms), None)


def _names_statement(line: str) -> bool:
    return line in load_speech_words().speech_kinds


def _text(layers: Layers, line: Sentence) -> str:
    return layers.tokens.surface(line.start, line.end)


def _name(layers: Layers, line: Sentence) -> _Line | None:
    """The name that is all of a line, or all that stands before its comma."""
    words = layers.tokens.words[line.start : line.end]
    size = words.index(",") if "," in words else len(words)
    if not 1 < size <= _MAX_NAME or not all(map(is_name_word, words[:size])) or words[-1] in _ENDS:
        return None
    end = line.start + size
    return _Line(layers.tokens.surface(line.start, end), layers.tokens.surface(end + 1, line.end) if end < line.end else "")


def _title(line: str) -> Title | None:
    """The title that a line is, or ends with: "Department | Spokesperson"."""
    words, titles = line.lower().split(), load_titles()
    found = (titles.get(" ".join(words[start:])) for start in range(len(words)))
    return next((title for title in found if title is not None), None) if len(words) <= _MAX_OFFICE else None
