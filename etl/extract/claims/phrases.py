"""Noun phrases of sources beyond their nouns: what stands before the noun, whose it is, and how many of whom are meant."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import CLAUSE_BOUNDARIES, FINITE, GENITIVES, GOVERNORS, HAVE, NEGATIONS, PRONOUNS
from etl.extract.layers import Layers, Nominal
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_MAX_PREMODIFIERS: Final = 5
_NO_PREMODIFIERS: Final = (
    CLAUSE_BOUNDARIES
    | FINITE
    | GOVERNORS
    | HAVE
    | NEGATIONS
    | PRONOUNS
    | frozenset({"or", "nor", "by", "as", "also", "than", "there", "not"})
)
_BEFORE_SUBJECTS: Final = CLAUSE_BOUNDARIES | GOVERNORS | frozenset({"or", "nor", "than"})
_BEFORE_TITLES: Final = frozenset({",", "”", '"', "»", "?", "!", ";"})
"""Where a title of several names may begin: behind what is said."""
_MAX_BODY: Final = 10
_IN_BODIES: Final = frozenset({"of", "for", "the", "and", "&"})
"""Small words in names of bodies."""
_MAX_QUANTIFIED: Final = 12
_COUNTING: Final = frozenset(
    "about almost around over more less fewer than at least most as per cent percent % big large small good vast great only -".split()
)
"""Words among which a number may stand."""


def with_premodifiers(layers: Layers, nominal: Nominal, limit: int) -> Nominal:
    """A nominal with the adjectives and nouns before it, not further back than `limit`: "two former campaign | aides".

    What stands before all that must be where a phrase may begin; otherwise the nominal stays as it is. A title may begin with the name of
    a body, or have its owner before it: "Senate | Majority Leader X Y", "the port's chief | engineer X Y".
    """
    tokens, determiners = layers.tokens, load_words().determiners
    lower, start = tokens.lower, nominal.start
    hyphened = start - 1 > limit and lower[start - 1] == "-" and tokens.glued(start)
    if nominal.kind not in ("role", "thing", "person", "actor") or (lower[start] in determiners and not hyphened):
        return nominal
    titled = nominal.kind in ("person", "actor")
    quote_verbs = load_words().quote_verbs
    furthest = nominal.start - _MAX_PREMODIFIERS
    while start > max(limit, furthest) and tokens.starts[start - 1] >= layers.article.lead:
        word = lower[start - 1]
        if word == "-" and tokens.glued(start - 1) and tokens.glued(start):
            start -= 1  # "the number-two | senator"
            continue
        if word == ")" and start - 3 > limit and lower[start - 3] == "(" and tokens.words[start - 2][0].isupper():
            start, furthest = start - 3, furthest - 3  # "United Party (UP) | candidate X Y", "the Workers' Party (Marxist) | chairman"
            continue
        adverb = word.endswith("ly") and word not in determiners and not titled  # "a visibly tired | X Y"
        if word in _NO_PREMODIFIERS or word in quote_verbs or not word[:1].isalnum() or adverb:
            break
        start -= 1
        if word in determiners and not (start > limit and lower[start - 1] in determiners):
            break
    if titled and start - 1 > limit and lower[start - 1] in GENITIVES:
        start = _owner_start(layers, start - 1, limit)
    boundaries = _BEFORE_TITLES if titled else _BEFORE_SUBJECTS
    if nominal.kind == "person" and start > limit and lower[start - 1] == "of":
        start = _body_start(layers, start, limit)  # "Union of Dockers (UD) spokesman | X Y"
    if start == nominal.start or (start > limit and lower[start - 1] not in boundaries):
        return nominal
    return nominal._replace(start=start)


def _body_start(layers: Layers, start: int, limit: int) -> int:
    """Where the capitalised name of a body with "of" in it begins that a title opens with; the same place without a boundary."""
    tokens, step = layers.tokens, start
    while step > limit and start - step < _MAX_BODY and (tokens.is_capitalized(step - 1) or tokens.lower[step - 1] in _IN_BODIES):
        step -= 1
    bounded = step > limit and tokens.lower[step - 1] in _BEFORE_TITLES
    return step if bounded and (tokens.is_capitalized(step) or tokens.lower[step] == "the") else start


def _owner_start(layers: Layers, mark: int, limit: int) -> int:
    """Where the words begin whose owner's mark stands at a token: a nominal, or a name by its capitals; behind the mark without one."""
    owner = layers.nominals.ending(mark)
    if owner is not None and owner.start >= limit:
        return owner.start
    start = mark
    while start > limit and layers.tokens.is_capitalized(start - 1):
        start -= 1
    if start == mark:
        return mark + 1
    return start - (start > limit and layers.tokens.lower[start - 1] == "the")


def quantified(layers: Layers, start: int, end: int) -> Nominal | None:
    """Those who are counted without a noun, or before "of": "some", "many in the party", "32 percent of those surveyed"."""
    lower, speech = layers.tokens.lower, load_speech_words()
    if start >= end or end - start > _MAX_QUANTIFIED:
        return None
    words = lower[start:end]
    if words[0] in speech.indefinite_pronouns and (len(words) == 1 or words[1] in GOVERNORS or words[1] in speech.indefinite_tails):
        return Nominal(start, end, "role", plural=words[0] not in speech.singular_pronouns, head=words[0])
    of = next((index for index in range(start, end) if lower[index] in ("of", "in")), None)
    if of is None or of == start or of + 1 >= end or not any(word in speech.quantity_nouns for word in lower[start:of]):
        return None
    counted = (speech.quantity_nouns, load_words().determiners, _COUNTING)
    if not all(any(word in words for words in counted) or word[0].isdigit() or word.endswith("ly") for word in lower[start:of]):
        return None
    people = next((n for n in layers.nominals.within(of, end) if n.kind in ("role", "office", "parties", "person", "actor")), None)
    those = lower[of + 1] in ("those", "them", "these")
    return Nominal(start, end, "role", plural=True, head=lower[of + 1]) if people is not None or those else None


def with_possessor(layers: Layers, nominal: Nominal, limit: int) -> Nominal:
    """A nominal with whose it is, not further back than `limit`: "the prime minister's | office"."""
    mark = nominal.start - 1
    if mark <= limit or nominal.kind not in ("role", "thing", "office") or layers.tokens.lower[mark] not in GENITIVES:
        return nominal
    owner = layers.nominals.ending(mark)
    if owner is None or owner.start < limit:
        start = _owner_start(layers, mark, limit)
        return nominal._replace(start=start) if start < mark else nominal  # "Africa's | largest port"
    served = owner.kind == "office" and any(actor.kind == "organization" for actor in owner.actors)
    return nominal._replace(start=owner.start, actors=owner.actors if served else nominal.actors)  # "the Secretary-General's | envoy for X"
