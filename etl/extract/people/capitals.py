"""Surnames, or whole names, in capital letters: "Josep BORRELLO", "KISHIMOTO Hiroshi", "GILBERT CASALS, Head of Government of …".

The usage of European, Japanese and United Nations documents. A word in capitals is an acronym unless a given name, an honorific or a title
stands beside it, or it opens a paragraph with others and a state or a title follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from etl.extract.layers import Layers
from etl.extract.wordlists import WordList
from etl.lexicon.naming import load_naming_words
from etl.lexicon.words import load_words

_MIN_LETTERS: Final = 3
_MAX_OPENING: Final = 6
"""Tokens of a name in capitals at the head of a paragraph."""


def names_in_capitals(layers: Layers, free: Sequence[bool], blocked: Sequence[bool]) -> list[int]:
    """The tokens in capitals that belong to a name. `free`: those that may by their form; `blocked`: those of something else."""
    words = layers.tokens.words
    written = [index for index in layers.tokens.where(_IN_CAPITALS) if not blocked[index]]
    if not written:
        return []
    candidates = set(written)
    found: set[int] = set()
    for index in written:
        if index in found:
            continue
        if _is_beside_name(layers, index, free) or _is_introduced(layers, index, candidates):
            step = index
            while step in candidates or (words[step : step + 1] == ["-"] and step + 1 in candidates):
                found.update({step} & candidates)
                step += 1
    borne = {words[index] for index in found if len(words[index]) >= _MIN_LETTERS}
    return sorted(found | {index for index in written if words[index] in borne})


def _may_be_name(word: str) -> bool:
    """Capital letters alone, three of them unless it is a particle before more; no common abbreviation."""
    lower = word.lower()
    if not word.isupper() or not word.isalpha() or lower in load_words().capitalized or lower in load_naming_words().postnominals:
        return False
    return len(word) >= _MIN_LETTERS or lower in load_words().particles


_IN_CAPITALS: Final = WordList(form=_may_be_name, shape="capitals")


def _is_beside_name(layers: Layers, index: int, free: Sequence[bool]) -> bool:
    """Whether a given name or an honorific stands before it, or a title before it and the rest of the name after it."""
    tokens, words = layers.tokens, load_words()
    if index == 0:
        return False
    previous = index - 1
    if tokens.words[previous] in words.first_names or tokens.lower[previous].rstrip(".") in words.honorifics:
        return True
    if free[previous] and previous > 1 and tokens.words[previous - 1] == "-" and tokens.words[previous - 2] in words.first_names:
        return True  # "Jean-Luc MARCHANDEAU"
    titled = any(title.end == index for title in layers.titles)
    return titled and index + 1 < len(tokens) and free[index + 1]


def _is_introduced(layers: Layers, index: int, candidates: set[int]) -> bool:
    """Whether several words in capitals are followed by a state in brackets, or open a paragraph with a title after a comma."""
    tokens, sentence = layers.tokens, layers.sentence_at(index)
    end = index
    while end < sentence.end and end - index < _MAX_OPENING and (end in candidates or tokens.words[end] == "-"):
        end += 1
    if end - index < 2 or end + 1 >= sentence.end:
        return False
    if tokens.words[end] == "(":
        state = layers.entity_at(end + 1)
        return state is not None and tokens.words[state.end : state.end + 1] == [")"]
    opens = sentence.first and index == sentence.start
    return opens and tokens.words[end] == "," and any(title.start in (end + 1, end + 2) for title in layers.titles)
