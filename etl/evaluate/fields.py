"""Reading gold key by key: whatever is wrong is told with the file and the key that it stands under."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from etl.errors import CommuniqueError
from etl.records import Span

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")
_ALIKE = 0.85
"""How much a key that nobody reads must look like one that is read to be taken for a slip of the pen."""


class GoldError(CommuniqueError):
    """The gold cannot be used as it is: the message names file and key."""


def read_json(text: str, where: str) -> Fields:
    """Return the JSON object that a text is. `where` names it in errors."""
    try:
        value = json.loads(text)
    except ValueError as error:
        raise GoldError(f"{where}: not JSON: {error}") from error
    return Fields(value, where, "")


def read_text(path: Path) -> str:
    """Return the text of a gold file, which is UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read: {error}") from error


class Fields:
    """A JSON object of a gold file. Every method names the key it reads; a key that is missing or of another type is a GoldError."""

    def __init__(self, value: Any, where: str, path: str) -> None:
        self._where, self._path = where, path
        self._asked: set[str] = set()
        if not isinstance(value, dict):
            self._fail("", "must be an object")
        self._values: dict[str, Any] = value

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        self._asked.add(key)
        return key in self._values

    def string(self, key: str) -> str:
        """Return a text that must be there."""
        value = self._value(key)
        if not isinstance(value, str) or not value.strip():
            self._fail(key, "must be a text")
        return value

    def maybe(self, key: str) -> str | None:
        """Return a text, or None where it is missing, null or empty."""
        return None if self._absent(key) or self._values[key] == "" else self.string(key)

    def flag(self, key: str, otherwise: bool = False) -> bool:
        """Return true or false; `otherwise` where the key is missing."""
        if self._absent(key):
            return otherwise
        value = self._values[key]
        if not isinstance(value, bool):
            self._fail(key, "must be true or false")
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where the key is missing. Nulls among them say nothing and are left out."""
        return self._strings(key, () if self._absent(key) else self._list(key))

    def string_lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return a list of lists of texts, empty where the key is missing."""
        if self._absent(key):
            return ()
        return tuple(self._strings(f"{key}[{i}]", value) for i, value in enumerate(self._list(key)))

    def choice(self, key: str, among: Sequence[str]) -> str:
        """Return one word of a vocabulary."""
        return self._chosen(key, self._value(key), among)

    def choices(self, key: str, among: Sequence[str]) -> tuple[str, ...]:
        """Return words of a vocabulary, none where the key is missing."""
        return tuple(self._chosen(f"{key}[{i}]", value, among) for i, value in enumerate(self.strings(key)))

    def date(self, key: str) -> str | None:
        """Return a day, month, year, or two of them joined by "/"; None where there is none."""
        value = self.maybe(key)
        return None if value is None else self._dated(key, value)

    def dates(self, key: str) -> tuple[str, ...]:
        """Return dates, none where the key is missing."""
        return tuple(self._dated(f"{key}[{i}]", value) for i, value in enumerate(self.strings(key)))

    def span(self) -> Span:
        """Return the offsets under "start" and "end"."""
        return self._span("end", (self._value("start"), self._value("end")))

    def spans(self, key: str) -> tuple[Span, ...]:
        """Return a list of [start, end], empty where the key is missing. What stands behind the two offsets is not looked at."""
        if self._absent(key):
            return ()
        return tuple(self._span(f"{key}[{i}]", value) for i, value in enumerate(self._list(key)))

    def quoted(self, key: str) -> tuple[Span, str] | None:
        """Return the span and words of [start, end, words]; None where there is none."""
        if self._absent(key):
            return None
        value = self._list(key)
        if len(value) < 3 or not isinstance(value[2], str):
            self._fail(key, "must be [start, end, words]")
        return self._span(key, value), value[2]

    def rows(self, key: str) -> Iterator[Fields]:
        """Yield the objects of a list that must be there."""
        for i, value in enumerate(self._list(key)):
            yield Fields(value, self._where, f"{self._name(key)}[{i}]")

    def finish(self) -> None:
        """Say when a key that was not read looks like one that is: a misspelt "alt_acts" would count for nothing without a word."""
        for key in sorted(self._values.keys() - self._asked):
            for meant in get_close_matches(key, sorted(self._asked), 1, _ALIKE):
                self._fail(key, f'is not known; is "{meant}" meant?')

    def fail(self, key: str, what: str) -> NoReturn:
        """Raise the error that something is wrong with a key."""
        self._fail(key, what)

    def _absent(self, key: str) -> bool:
        return not self.has(key) or self._values[key] is None

    def _value(self, key: str) -> Any:
        if self._absent(key):
            self._fail(key, "is missing")
        return self._values[key]

    def _list(self, key: str) -> list[Any]:
        value = self._value(key)
        if not isinstance(value, list):
            self._fail(key, "must be a list")
        return value

    def _strings(self, key: str, values: Any) -> tuple[str, ...]:
        if not isinstance(values, (list, tuple)) or not all(value is None or isinstance(value, str) for value in values):
            self._fail(key, "must be a list of texts")
        return tuple(value for value in values if value)

    def _chosen(self, key: str, value: Any, among: Sequence[str]) -> str:
        if value not in among:
            self._fail(key, f"{value!r} is none of {', '.join(among)}")
        return str(value)

    def _dated(self, key: str, value: str) -> str:
        if not _DATE.fullmatch(value):
            self._fail(key, f"{value!r} is no date such as 2024-07-03, 2024-07, 2024 or 2024-07-03/2024-07-05")
        return value

    def _span(self, key: str, value: Any) -> Span:
        offsets = list(value[:2]) if isinstance(value, (list, tuple)) else []
        # True is an int to Python, and never an offset.
        if len(offsets) < 2 or any(type(offset) is not int for offset in offsets) or not 0 <= offsets[0] < offsets[1]:
            self._fail(key, "must be offsets, the first smaller than the second")
        return Span(*offsets)

    def _name(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path and key else self._path or key

    def _fail(self, key: str, what: str) -> NoReturn:
        name = self._name(key)
        raise GoldError(f"{self._where}: {name}: {what}" if name else f"{self._where}: {what}")
