"""Who bears an office that no state has, though its name is one that states know: a party's spokesman, the president of a union."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import GENITIVE_S
from etl.extract.layers import Layers, PersonEntity, PersonMention
from etl.extract.people.letters import is_private_by_letters
from etl.lexicon.naming import load_naming_words
from etl.lexicon.words import load_words

_OPPOSING: Final = frozenset({"opposition", "shadow", "rebel", "rebels", "insurgent", "guerrilla", "separatist"})
_LEADING: Final = frozenset({"leader", "president", "whip", "secretary-general"})
"""Last words of titles that parties give as well as states."""
_GENERAL: Final = frozenset({"secretary", "general"})
_SPOKESMEN: Final = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_REACH: Final = 4
"""Tokens before a person's office among which whose it is may stand."""


def serves_no_state(layers: Layers, person: PersonEntity) -> bool:
    """Whether the words around a name say that the office is one of the opposition, a party or a private body."""
    mentions = layers.mentions_of(person.index)
    return bool(person.titles) and any(_is_outside(layers, mention) for mention in mentions)


def _is_outside(layers: Layers, mention: PersonMention) -> bool:
    tokens, lower = layers.tokens, layers.tokens.lower
    opening = layers.sentence_at(mention.start).start
    first = max(opening, mention.start - _REACH)
    beside = [*lower[mention.start : mention.name_start], *lower[mention.name_end : mention.end]]
    if not _OPPOSING.isdisjoint(beside) or not _OPPOSING.isdisjoint(lower[max(first, mention.start - 1) : mention.start]):
        return True  # "opposition senator X", "X, the leader of the opposition", "shadow minister X"
    private = load_naming_words().private_body_nouns
    named = (*range(mention.start, mention.name_start), *range(mention.name_end, mention.end))
    if any(tokens.is_capitalized(i) and lower[i] in private and not layers.entities.covering(i) for i in named):
        return True  # "the president of the Harbour Union of Dockers, X"
    return is_private_by_letters(layers, mention) or _of_party(layers, mention, first)


def _of_party(layers: Layers, mention: PersonMention, limit: int) -> bool:
    """Whether a capitalised name that is no known one stands before the office: "Fianna Mara president X", "Labour's spokesman, X"."""
    tokens, lower, words = layers.tokens, layers.tokens.lower, load_words()
    office = next((title for title in layers.titles if mention.start <= title.start < mention.name_start), None)
    if office is None:
        return False
    index, owned = office.start - 1, False
    while index >= limit and not tokens.capitalized[index] and lower[index] not in GENITIVE_S and lower[index].isalpha():
        index -= 1  # "Labour's | finance spokeswoman"
    if index > limit and lower[index] in GENITIVE_S:
        owned, index = True, index - 1
    elif index != office.start - 1:
        return False
    unknown = index >= limit and tokens.capitalized[index] and not tokens.words[index].isupper()  # "MEA secretary"
    if not unknown or layers.entities.covering(index) or layers.person_mentions.covering(index):
        return False
    known = lower[index] in words.nominal_heads or (not owned and (lower[index] in words.capitalized or lower[index] in words.portfolios))
    if known or lower[index] in load_naming_words().title_premodifiers:
        return False
    title = lower[office.start : office.end]
    return title[-1] in _LEADING or set(title[-2:]) == _GENERAL or (owned and title[-1] in _SPOKESMEN)
