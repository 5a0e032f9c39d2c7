"""Gatherings that are counted: "29th session of the Conference of the Parties", "seventh Harbin Expo", "COP29"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from etl.extract.grammar import DETERMINERS, GOVERNORS, NAME_CONNECTORS
from etl.extract.initiatives.bounds import start_of_word
from etl.extract.initiatives.place import Place
from etl.extract.layers import Layers, NewInitiative
from etl.extract.tokens import Tokens
from etl.extract.wordlists import WordList
from etl.lexicon.initiatives import load_initiative_words

_MAX_MODIFIERS: Final = 8
_BREAKS: Final = (NAME_CONNECTORS | DETERMINERS | GOVERNORS) - {"and"}
"""What ends the stretch between an ordinal and its noun: "the second day of the session", "first adopted at a summit"."""
_WHERE: Final = frozenset({"in", "at"})
_DIGITS: Final = "0123456789"


def acronym_openings(layers: Layers) -> Sequence[int]:
    """Acronyms of gatherings, with their number or before it."""
    return layers.tokens.where(_acronyms())


@cache
def _acronyms() -> WordList:
    acronyms = load_initiative_words().event_acronyms
    return WordList(form=lambda word: word.rstrip(_DIGITS).lower() in acronyms)


def numbered_acronym(place: Place) -> NewInitiative | None:
    """ "COP29", "COP 29": each is a gathering of its own."""
    tokens, index = place.layers.tokens, place.at
    if not tokens.words[index].isupper():
        return None
    if tokens.lower[index][-1].isdigit():
        return place.initiative(index + 1, "forum_event")
    if index + 1 >= place.limit or not tokens.words[index + 1].isdigit() or tokens.breaks[index + 1]:
        return None
    return place.initiative(index + 2, "forum_event", tokens.words[index] + tokens.words[index + 1])


def event_openings(layers: Layers) -> Sequence[int]:
    """Ordinals, if there is a gathering that one may count."""
    return layers.tokens.where(_ordinals()) if layers.tokens.where(_events()) else ()


@cache
def _ordinals() -> WordList:
    words = load_initiative_words()
    return WordList(
        words.ordinals | words.tens, form=lambda word: _is_ordinal_in_figures(word.lower()) if word[0].isdigit() else _is_roman(word)
    )


@cache
def _events() -> WordList:
    return WordList(load_initiative_words().event_nouns)


def ordinal_event(place: Place) -> NewInitiative | None:
    """An ordinal, a noun of a gathering, and of whom it is; something in it must be a name."""
    layers, index, limit, _ = place
    tokens = layers.tokens
    nouns = load_initiative_words().event_nouns
    step = index + 1
    if tokens.lower[index] in load_initiative_words().tens:
        if step + 1 >= limit or tokens.words[step] != "-" or not _is_ordinal(tokens.lower[step + 1]):
            return None
        step += 2  # "Forty-sixth"
    reach = index + _MAX_MODIFIERS
    while step < min(limit, reach) and tokens.lower[step] not in nouns:
        size = _past_inside(tokens, step)
        if tokens.lower[step] in _BREAKS or (not tokens.lower[step].isalpha() and tokens.words[step] not in "-–" and size == 1):
            return None
        step += size
        reach += size if size > 1 else 0
    if step >= limit or tokens.lower[step] not in nouns:
        return None
    end = step + 1
    named = any(tokens.is_capitalized(k) for k in range(index + 1, step))
    owned = _past_owner(layers, end, limit)
    return place.initiative(owned, "forum_event") if named or owned > end else None


def _past_inside(tokens: Tokens, index: int) -> int:
    """Tokens of a bracket or a genitive inside a name: "8th Three Lakes (TL) Summit", "10th Heron Ministers' Meeting"; else one."""
    if tokens.words[index] == "(" and tokens.words[index + 2 : index + 3] == [")"] and tokens.words[index + 1].isupper():
        return 3
    owners = load_initiative_words().name_owners
    return 2 if tokens.lower[index] in owners and tokens.lower[index + 1 : index + 2] in (["'"], ["’"], ["'s"]) else 1


def _past_owner(layers: Layers, end: int, limit: int) -> int:
    """Past "of the 20th Committee of the Parties": capitalised words and what joins them, and the whole name of a known organization."""
    tokens = layers.tokens
    if end >= limit or tokens.lower[end] != "of":
        return end
    step = end
    while step < limit:
        while step < limit and (tokens.lower[step] in NAME_CONNECTORS or _is_ordinal(tokens.lower[step])):
            step += 1
        if step > end and tokens.lower[step - 1] in _WHERE:
            break  # "the third meeting of the Rivers Committee in Lima"
        if step >= limit or not tokens.is_capitalized(step):
            break
        while step < limit and (tokens.is_capitalized(step) or _joins_names(tokens, step, limit)):
            step += 1
        end = step
    owner = next((e for e in layers.entities.covering(end - 1) if e.kind == "organization"), None)
    return owner.end if owner is not None and owner.end <= limit else end


def _joins_names(tokens: Tokens, index: int, limit: int) -> bool:
    """The "'s" of "the Partnership for Asia's Rivers", the dash of "the Peru – Chile Committee": another word of the name follows.

    Either part of "Inter-governmental" is one too.
    """
    if start_of_word(tokens, index) < index:
        return True
    if tokens.words[index] == "-" and index + 1 < limit and start_of_word(tokens, index + 1) < index:
        return True
    return tokens.lower[index] in ("'s", "’s", "-", "–") and index + 1 < limit and tokens.is_capitalized(index + 1)


def _is_ordinal(word: str) -> bool:
    return word in load_initiative_words().ordinals or _is_ordinal_in_figures(word)


def _is_roman(word: str) -> bool:
    """Whether a word is a Roman figure of two letters or more: "XIV Forum", and no initial."""
    return len(word) > 1 and not word.strip("IVX")


def _is_ordinal_in_figures(word: str) -> bool:
    return word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th")
