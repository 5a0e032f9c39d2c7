"""Which column or field of a table holds what of an article."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from etl.errors import DocumentError
from etl.sources.metadata import one_line

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "title": ("title",),
    "publisher": ("publisher",),
    "published_on": ("published_on",),
    "url": ("url",),
    "lang": ("lang", "language"),
    "text": ("text",),
}
"""Fields of an article as a line of JSONL calls them -> the columns in which each is looked for when no other is named."""


class Columns:
    """Which column holds which field. `named`: field -> column, where a source says so; `language` and `lang` are one field."""

    def __init__(self, named: Mapping[str, str | None] | None = None) -> None:
        given = {("lang" if field == "language" else field): column for field, column in (named or {}).items() if column}
        self.named = {field: column for field, column in given.items() if FIELDS[field][0] != column}

    def among(self, names: Collection[str]) -> dict[str, str]:
        """Return which of the columns called `names` holds which field."""
        wanted = {field: (self.named[field],) if field in self.named else own for field, own in FIELDS.items()}
        return {field: found[0] for field, columns in wanted.items() if (found := [column for column in columns if column in names])}

    def of_table(self, table: str, names: Collection[str]) -> dict[str, str]:
        """Return what `among` does. Raises DocumentError when a column is missing without which no row can be read."""
        found = self.among(names)
        missing = [self.named.get(field, field) for field in FIELDS if field not in found and (field in self.named or field == "text")]
        if missing:
            there = one_line(", ".join(names)) or "none"
            raise DocumentError(table, "read", f"there is no column {one_line(', '.join(missing))!r}; its columns are: {there}")
        return found
