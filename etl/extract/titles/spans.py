"""Title words of the lexicon, found wherever they stand."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import Final

from etl.extract.grammar import BE, MODALS
from etl.extract.layers import ACTOR_NAMES, Layers, TitleSpan
from etl.extract.people.names import is_first_of_double, is_name_word
from etl.extract.tokens import Tokens
from etl.extract.trie import Trie
from etl.extract.wordlists import WordList
from etl.lexicon.naming import load_naming_words
from etl.lexicon.titles import Abbreviation, Title, load_abbreviations, load_titles
from etl.lexicon.words import load_words

_SON_OF: Final = frozenset({"bin", "bint", "ibn", "ben"})
_BODIES: Final = frozenset({"state", "organization"})


@cache
def _known_titles() -> Trie[Title]:
    trie: Trie[Title] = Trie()
    for surface, title in load_titles().items():
        trie.add(Tokens.from_text(surface).lower, title)
    return trie


@cache
def _openings() -> WordList:
    return WordList(_known_titles().first_words())


def find_titles(layers: Layers) -> None:
    """Fill `titles`: all longest titles in the article, case ignored."""
    trie = _known_titles()
    lower = layers.tokens.lower
    # "President of the Republic" does not end inside "the Republic of Peru"
    inside = {i for e in layers.entities if e.kind in _BODIES and not e.nested for i in range(e.start + 1, e.end)}
    done = 0
    for index in layers.tokens.where(_openings()):
        if index < done:
            continue
        if lower[index] == "head" and (around := _head_of_state(layers, index)) is not None:
            layers.titles.append(around)
            done = around.end
            continue
        for end, payloads in trie.matches(lower, index):
            if end not in inside and not (end == index + 1 and _is_ordinary(layers, index)):
                layers.titles.append(TitleSpan(index, end, payloads[0]))
                done = end
                break


def _head_of_state(layers: Layers, index: int) -> TitleSpan | None:
    """ "The head of the Turkmen state": the office with whose it is in its middle."""
    lower = layers.tokens.lower
    if lower[index : index + 3] != ["head", "of", "the"]:
        return None
    owner = next((e for e in layers.entities.covering(index + 3) if e.kind == "demonym"), None)
    if owner is None or lower[owner.end : owner.end + 1] not in (["state"], ["government"]):
        return None
    return TitleSpan(index, owner.end + 1, load_titles()[f"head of {lower[owner.end]}"])


def _is_ordinary(layers: Layers, index: int) -> bool:
    """Whether a title's one word is part of a name here ("Regina King", "Dean Acheson"), or an ordinary word ("her father")."""
    tokens, naming, given = layers.tokens, load_naming_words(), load_words().first_names
    word = tokens.lower[index]
    abbreviation = load_abbreviations().get(word)
    if abbreviation is not None:
        return tokens.words[index] != abbreviation.written or not _abbreviates(layers, index, abbreviation)
    if not tokens.capitalized[index]:
        return word in naming.capital_titles or _is_infinitive(tokens.lower, index)
    if index + 1 < len(tokens) and tokens.lower[index + 1] in _SON_OF:
        return True  # "Crown Prince Sultan bin …": a given name
    if tokens.words[index] in given and is_first_of_double(tokens, index):
        return True  # "Amir-Abdollahian": a double surname
    if word == "general" and _names_body(layers, index + 1):
        return True  # "the General Intelligence Service"
    if tokens.lower[max(0, index - 2) : index] == ["house", "of"]:
        return True  # "the House of Representatives"
    if word in naming.given_titles and index + 1 < len(tokens) and is_name_word(tokens.words[index + 1]):
        owned = any(e.end == index and e.kind in ("state", "demonym") for e in layers.entities.covering(index - 1)) if index else False
        return not (owned or (index and tokens.lower[index - 1] in ("the", "'s")) or tokens.lower[index + 1] in load_words().honorifics)
    named = index and (
        tokens.words[index - 1] in given or (index > 1 and tokens.capitalized[index - 1] and tokens.words[index - 2] in given)
    )
    if word in naming.surname_titles and not named and _is_surname_again(layers, index, given):
        return True
    if word not in naming.surname_titles or not named:
        return False
    return not any(entity.end == index for entity in layers.entities.covering(index - 1))


def _is_infinitive(lower: list[str], index: int) -> bool:
    """Whether a word that is a title too is what somebody will do: "will host President X", "is to chair"."""
    before = lower[max(0, index - 2) : index]
    return not MODALS.isdisjoint(before[-1:]) or (before[-1:] == ["to"] and not BE.isdisjoint(before[:1]))


def _is_surname_again(layers: Layers, index: int, given: Container[str]) -> bool:
    """Whether a title's word without article or name is the surname of somebody whom the text names in full: "Ms Dean", "Dean said"."""
    tokens = layers.tokens
    if index + 1 < len(tokens) and is_name_word(tokens.words[index + 1]):
        return False
    if index and tokens.lower[index - 1] in ("the", "a", "'s"):
        return False
    return any(tokens.words[i] == tokens.words[index] and tokens.words[i - 1] in given for i in range(1, len(tokens)))


def _names_body(layers: Layers, index: int) -> bool:
    """Whether capitalised words from a token on end in the noun of a body."""
    tokens, heads = layers.tokens, load_words().nominal_heads
    for step in range(index, min(index + _MAX_BODY, len(tokens))):
        if not tokens.capitalized[step]:
            return False
        if tokens.lower[step] in heads:
            return True
    return False


_MAX_BODY: Final = 3
"""Words of a body's name after "General"."""


def _abbreviates(layers: Layers, index: int, abbreviation: Abbreviation) -> bool:
    """Whether an abbreviation of a title is meant as one."""
    if abbreviation.use == "alone":
        return _stands_alone(layers, index)
    spelled = any(t.title.title == abbreviation.title and t.end - t.start > 1 for t in layers.titles)
    return spelled or (abbreviation.use == "named" and _is_named(layers, index))


def _stands_alone(layers: Layers, index: int) -> bool:
    """Not "5 PM"."""
    return not (index and layers.tokens.lower[index - 1][:1].isdigit())


def _is_named(layers: Layers, index: int) -> bool:
    """Whether a name, or whose office it is, stands beside an abbreviation; or the article puts it in brackets after the title itself."""
    tokens = layers.tokens
    if index + 1 < len(tokens) and is_name_word(tokens.words[index + 1]):
        return True
    owner = index - 1 - (index > 1 and tokens.lower[index - 1] in ("'s", "'"))
    if any(e.end == owner + 1 and e.kind in ACTOR_NAMES for e in layers.entities.covering(owner)):
        return True
    return any(
        tokens.words[i] == tokens.words[index] and i and tokens.words[i - 1] == "(" and tokens.words[i + 1 : i + 2] == [")"]
        for i in range(len(tokens))
    )
