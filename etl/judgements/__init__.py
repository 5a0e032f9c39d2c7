"""Judgements: what people decided, and how it holds when articles are read anew. Pure; the store's side is `etl.load.judgements`.

`records` says what a judgement is; `passages` and `things` find again what it is about; `apply` puts it into what was observed;
`documents` does all that for a document; `values` are what can be set, `sheet` is the CSV, and `words` what a
person reads.
"""

from etl.judgements.apply import name_key
from etl.judgements.documents import Book, JudgedText, Target
from etl.judgements.passages import around
from etl.judgements.records import NAMED, About, Anchor, Decision, Judgement, NameAnchor, Property, TextAnchor
from etl.judgements.sheet import SheetError, read_sheet, write_sheet
from etl.judgements.things import Thing, things_of
from etl.judgements.values import PROPERTIES, check_value
from etl.judgements.words import describe, in_words

__all__ = [
    "NAMED",
    "PROPERTIES",
    "About",
    "Anchor",
    "Book",
    "Decision",
    "JudgedText",
    "Judgement",
    "NameAnchor",
    "Property",
    "SheetError",
    "Target",
    "TextAnchor",
    "Thing",
    "around",
    "check_value",
    "describe",
    "in_words",
    "name_key",
    "read_sheet",
    "things_of",
    "write_sheet",
]
