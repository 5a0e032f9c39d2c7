"""Words by which two wordings of one statement are compared: what says little, what stands for one another, and irregular forms."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from etl.errors import RunError
from etl.lexicon.tables import cell_list, read_table

PlainKind = Literal["frame", "readout", "everyday"]


@dataclass(frozen=True, slots=True)
class WordingWords:
    """Words as they are written, lower-cased."""

    frame: frozenset[str]
    """English function words, and verbs of saying: the frame of a report, not its content."""
    readout: frozenset[str]
    """Words that stand in nearly every readout."""
    everyday: frozenset[str]
    """Words that stand in texts about anything."""
    lemmas: dict[str, str]
    """Irregular forms to the word that they are forms of."""
    synonyms: tuple[tuple[str, ...], ...]
    """Words and phrases that reports of one statement put for one another; the first stands for all."""


@cache
def load_wording_words() -> WordingWords:
    """Read plain_words.csv, irregular_forms.csv and near_synonyms.csv. Raises RunError for a kind or a form that cannot be."""
    plain: dict[str, set[str]] = defaultdict(set)
    for row in read_table("lexicons", "plain_words"):
        if row["kind"] not in get_args(PlainKind):
            raise RunError(f"seeds/lexicons/plain_words.csv, {row['word']}: {row['kind']} is none of {', '.join(get_args(PlainKind))}")
        plain[row["kind"]].add(row["word"])
    lemmas: dict[str, str] = {}
    for row in read_table("lexicons", "irregular_forms"):
        for form in cell_list(row["forms"]):
            if lemmas.setdefault(form, row["word"]) != row["word"]:
                raise RunError(f"seeds/lexicons/irregular_forms.csv: {form} is a form of {lemmas[form]} and of {row['word']}")
    synonyms = tuple(cell_list(row["words"]) for row in read_table("lexicons", "near_synonyms"))
    return WordingWords(frozenset(plain["frame"]), frozenset(plain["readout"]), frozenset(plain["everyday"]), lemmas, synonyms)
