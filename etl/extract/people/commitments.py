"""For which state an official speaks who binds it: "Peru will lend two rigs, Minister X said", "Minister X conveyed Peru's solidarity".

Officials tell what other states do, too, and threaten or refuse; only of their own do they say that it gives, helps or is grateful.
"""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import BE
from etl.extract.layers import Layers, PersonEntity, PersonMention
from etl.lexicon.naming import load_naming_words
from etl.lexicon.words import load_words
from etl.records import ActorRef

_WILL: Final = frozenset({"will", "would"})
_THAT: Final = frozenset({"that", "the"})
_CONTENT_REACH: Final = 12
"""Tokens after "X told" among which what is told begins."""


def bound_state(layers: Layers, person: PersonEntity) -> ActorRef | None:
    """The one state that a person commits, thanks for or conveys something of; None for none and for several."""
    found = {state for m in layers.mentions_of(person.index) for state in _states(layers, m)}
    return found.pop() if len(found) == 1 else None


def _states(layers: Layers, mention: PersonMention) -> set[ActorRef]:
    lower, sentence, end = layers.tokens.lower, layers.sentence_at(mention.start), mention.end
    if end >= sentence.end or (lower[end] not in load_words().quote_verbs and lower[end] not in load_naming_words().conveying_verbs):
        return set()
    found: set[ActorRef] = set()
    for entity in layers.entities.within(sentence.start, min(sentence.end, end + _CONTENT_REACH)):
        if entity.kind != "state" or entity.nested:
            continue
        after = entity.end
        if entity.start > end:
            owned = lower[after : after + 1] in (["'s"], ["'"]) and after + 1 < len(lower)
            conveyed = owned and lower[after + 1] in load_naming_words().commitment_nouns
            told = lower[entity.start - 1] in _THAT or entity.start == end + 1 or lower[end] == "told"
            if (conveyed and entity.start == end + 1) or (told and _commits(lower, after)):
                found.add(entity.actor)
        elif entity.end < mention.start and lower[mention.start - 1] == "," and _commits(lower, after):
            found.add(entity.actor)  # "Peru will lend …, Minister X said"
    return found


def _commits(lower: list[str], index: int) -> bool:
    """Whether a predicate at a token gives, helps, thanks or stands ready."""
    words = load_naming_words().commitment_words
    return index + 1 < len(lower) and (lower[index] in _WILL or lower[index] in BE) and lower[index + 1] in words
