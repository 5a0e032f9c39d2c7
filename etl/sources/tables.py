"""Rows of tables: one document a row, kept as the line of JSONL that says the same.

A row of CSV cannot be read without its table's header, and one of Parquet has no bytes of its own. So what is kept of either, and of JSONL
that calls its fields otherwise, is the JSON object of the fields under their usual names: it can be read again without the table, and the
same article is the same document in every kind of table.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date

from etl.records import RawDocument
from etl.sources.metadata import one_line
from etl.sources.opened import Opened
from etl.sources.origins import numbered

MEDIA_TYPE = "application/jsonl"


def row_document(
    opened: Opened, number: int, row: Mapping[str, object], columns: Mapping[str, str], unused: Collection[str], notes: tuple[str, ...] = ()
) -> RawDocument:
    """Return a row as a raw document. `columns`: field -> column; `unused`: the columns that hold no field."""
    fields = {field: value for field, column in columns.items() if (value := _plain(row.get(column))) not in (None, "")}
    if unused:
        notes += (f"columns not used: {one_line(', '.join(sorted(unused)))}",)
    return RawDocument(numbered(opened.name, number), numbered(opened.origin, number), MEDIA_TYPE, _line(fields), notes=notes)


def _plain(value: object) -> object:
    """Return a cell as JSON can say it. What holds other values is no field of an article, and is left out."""
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="surrogateescape")
    return None if isinstance(value, (list, dict, tuple)) else str(value)


def _line(fields: Mapping[str, object]) -> bytes:
    try:
        return json.dumps(fields, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        # Half surrogate pairs, which its parser refuses with the reason.
        return json.dumps(fields).encode("ascii")
