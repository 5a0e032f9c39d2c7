"""Acronyms that a text gives to its initiatives: after "the Clean Rivers Pact (CRP)", the CRP is that pact."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from etl.extract.layers import Layers, NewInitiative, TokenSpan
from etl.lexicon.initiatives import load_initiatives

_FEWEST_CAPITALS: Final = 2


def with_acronyms(layers: Layers, found: Sequence[NewInitiative]) -> list[NewInitiative]:
    """The initiatives in the order of the text, with every place where the acronym of one stands alone."""
    named = {acronym: i for i in (*_known(layers), *found) if (acronym := _acronym_after(layers, i.span.end))}
    if not named:
        return list(found)
    words = layers.tokens.words
    taken = {index for initiative in found for index in range(*initiative.span) if words[index] not in named}
    taken |= {index for entity in layers.entities for index in range(entity.start, entity.end)}
    others = [initiative for initiative in found if words[initiative.span.start] not in named or len(range(*initiative.span)) > 1]
    alone = [index for index, word in enumerate(words) if word in named and index not in taken and words[index - 1] != "("]
    again = [named[words[index]]._replace(span=TokenSpan(index, index + 1)) for index in alone]
    return sorted([*others, *again], key=attrgetter("span"))


def _known(layers: Layers) -> list[NewInitiative]:
    """The initiatives that the lexicon knows, which may not have the acronym."""
    known, spans = load_initiatives(), [(e.name, TokenSpan(e.start, e.end)) for e in layers.entities if e.kind == "initiative"]
    return [NewInitiative(span, name, known[name].kind) for name, span in spans]


def _acronym_after(layers: Layers, end: int) -> str | None:
    """The acronym in brackets right after a name."""
    words = layers.tokens.words
    if end + 2 >= len(words) or words[end] != "(" or words[end + 2] != ")":
        return None
    word = words[end + 1]
    return word if word.isalnum() and sum(letter.isupper() for letter in word) >= _FEWEST_CAPITALS else None
