"""Honorifics around names: "H.E. Mr.", "Tan Sri", "Lt Gen (retd.)"."""

from __future__ import annotations

from functools import cache
from typing import Final

from etl.extract.cutting import split_words
from etl.extract.people.names import is_first_of_double, is_name_word
from etl.extract.tokens import Tokens
from etl.extract.trie import Trie
from etl.extract.wordlists import WordList
from etl.lexicon.naming import load_naming_words
from etl.lexicon.words import load_words


@cache
def _known_honorifics() -> Trie[bool]:
    """All honorifics as they are cut; the payload says whether one may be a surname as well: Bishop, Sharif."""
    trie: Trie[bool] = Trie()
    naming = load_naming_words()
    for honorific in load_words().honorifics:
        plain = honorific in naming.masculine_honorifics or honorific in naming.feminine_honorifics
        cuts = {tuple(word.lower() for word in split_words(written)) for written in (honorific, honorific.title(), honorific.upper())}
        for cut in cuts:  # "Sen." is one token, "sen." two
            trie.add(cut, honorific.isalpha() and len(honorific) > 2 and not plain)
    return trie


@cache
def _openings() -> WordList:
    return WordList(_known_honorifics().first_words())


def honorific_tokens(tokens: Tokens) -> list[bool]:
    """For each token whether it belongs to an honorific, which begins with an upper-case letter or in brackets.

    One that may be a surname is none after a given name ("Julie Bishop"), and "He" is none unless it is written "HE".
    """
    trie, lower, words = _known_honorifics(), tokens.lower, tokens.words
    found = [False] * len(tokens)
    for index in tokens.where(_openings()):
        if not tokens.capitalized[index] and words[index] != "(":
            continue
        matches = trie.matches(lower, index)
        if not matches:
            continue
        end, (may_be_surname, *_) = matches[0]
        if lower[index] in _CAPITALS and not words[index].isupper():
            continue
        if words[index] == "(" and not (index and (found[index - 1] or lower[index - 1] in load_words().persons)):
            continue
        if words[index] in load_words().first_names and is_first_of_double(tokens, end - 1):
            continue
        if (
            may_be_surname
            and index
            and not found[index - 1]
            and words[index - 1] in load_words().first_names
            and is_name_word(words[index - 1])
        ):
            continue
        if may_be_surname and _is_surname_again(tokens, index):
            continue
        found[index:end] = [True] * (end - index)
    return found


def _is_surname_again(tokens: Tokens, index: int) -> bool:
    """Whether one stands alone that the text has after a given name elsewhere: "Bishop said", of Julie Bishop."""
    if index + 1 < len(tokens) and is_name_word(tokens.words[index + 1]):
        return False
    given, word = load_words().first_names, tokens.words[index]
    return any(tokens.words[i] == word and tokens.words[i - 1] in given for i in range(1, len(tokens)))


_CAPITALS: Final = frozenset({"he", "hm", "hrh"})
"""Honorifics that are written in capitals alone, being words otherwise."""
