"""Words of contact, hospitality and talk, and whom of those named in their sentence they bring together."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final

from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Side
from etl.extract.meetings.noun_places import is_appeal, is_device
from etl.extract.meetings.voices import told_alike
from etl.extract.wordlists import WordList
from etl.lexicon.meetings import load_meeting_words

_PAIR: Final = 2
_CALLS: Final = frozenset({"called", "calls", "calling"})
CREDENCE: Final = frozenset({"credence", "credentials"})
_FRONT: Final = 4
"""Tokens from a word of contact to the first of the two: "After talks with X, Y said", "Received by X, Y said"."""
_MUTUAL: Final = CREDENCE | {"together"}
_EACH_OTHER: Final = frozenset({("each", "other"), ("one", "another")})
"""With words of being brought together and of credentials: what joins all whom a sentence names."""
_LISTING: Final = frozenset({",", "and", "the", "as", "well"})
_BYGONE: Final = frozenset("recent last previous earlier upcoming forthcoming planned next".split())
"""Attributes of a visit that is another than what is told: "when commenting on the recent visit by X"."""
_APPEAL_REACH: Final = 12
"""Tokens of "called on the visiting Peruvian minister of ports, X, to"."""
_POSTED: Final = frozenset({"as", "to", "of"})
"""Words after an appointment to an office, which is none with somebody."""


def sentences_of_contact(layers: Layers) -> frozenset[int]:
    """The numbers of the sentences with a word of contact: there are no encounters in others."""
    return frozenset(layers.sentence_of[index] for index in layers.tokens.where(_openings()))


@cache
def _openings() -> WordList:
    return WordList(load_meeting_words().contact_words | _CALLS)


def contact_before(layers: Layers, sentence: Sentence, subject: Nominal, partner: int) -> int | None:
    """The word of contact that stands nearest before the partner, else the first of the sentence."""
    cues = [i for i in range(sentence.start, sentence.end) if _is_contact(layers, i) and told_alike(layers, subject.start, i)]
    before = [i for i in cues if i < partner]
    return before[-1] if before else cues[0] if cues else None


def brought_together(layers: Layers, sentence: Sentence, first: Nominal, partners: list[int]) -> bool:
    """Whether a word of contact joins those named: between them, right before the first of them, or before "with" and a partner.

    Nobody is said to have met whom a sentence names only beside others: "at the summit X succeeded Y".
    """
    lower, attending = layers.tokens.lower, load_meeting_words().attending_words
    words = lower[sentence.start : sentence.end]
    if not _MUTUAL.isdisjoint(words) or any(pair in _EACH_OTHER for pair in pairwise(words)):
        return True
    if any(_is_contact(layers, index) for index in range(first.end, partners[-1] + 1)):
        return True
    before = [i for i in range(sentence.start, first.start) if lower[i] not in attending and _is_contact(layers, i)]
    if any("with" in lower[partner - _FRONT : partner] for partner in partners):
        return bool(before)
    near = [i for i in before if i >= first.start - _FRONT]
    return bool(near) and "," not in lower[near[-1] : first.start]


def are_side_by_side(layers: Layers, nominals: list[Nominal], sides: list[Side]) -> bool:
    """Whether those named are one subject, several of them each for another state: "X of A and Y of B witnessed the signing"."""
    lower = layers.tokens.lower
    actors = [side.actor for side in sides]
    listed = all(_LISTING.issuperset(lower[a.end : b.start]) for a, b in pairwise(nominals))
    return listed and (len(sides) == _PAIR or (None not in actors and len(set(actors)) == len(actors)))


def _is_contact(layers: Layers, index: int) -> bool:
    """A word of contact; "called" is one with "on" or "at", where nobody is called on to do something."""
    lower = layers.tokens.lower
    if lower[index] not in _CALLS:
        if lower[index] not in load_meeting_words().contact_words:
            return False
        posted = lower[index] == "appointment" and not _POSTED.isdisjoint(lower[index + 1 : index + 2])
        posted = posted or (lower[index] == "accompanied" and "by" in lower[index + 1 : index + _FRONT])  # whoever comes along
        past = lower[index] in load_meeting_words().visit_nouns and not _BYGONE.isdisjoint(lower[index - 2 : index])
        named = lower[index] == "signing" and lower[index + 1 : index + 2] in (
            ["of"],
            ["ceremony"],
        )  # "witnessed the signing of a pact after their talks"
        plain = named or posted or past or _speaks_of(lower, index) or is_device(lower, index) or is_appeal(layers, index)
        return not plain
    person = next(iter(layers.nominals.within(index + 2, index + _APPEAL_REACH)), None)
    appeal = person is not None and lower[person.end : person.end + 1] in (["to"], ["for"])
    return lower[index + 1 : index + 2] in (["on"], ["at"]) and not appeal


def _speaks_of(lower: list[str], index: int) -> bool:
    """ "Spoke (highly) of the pier": what is said, not with whom."""
    return lower[index] in ("spoke", "spoken", "talked", "told") and "of" in lower[index + 1 : index + 3]


def are_apart(layers: Layers, partners: list[int]) -> bool:
    """Whether the sentence goes from one partner to the next with another word of contact: "was received by X and conferred with Y"."""
    words = load_meeting_words()
    lower = layers.tokens.lower
    between = (word for first, second in pairwise(partners) for word in lower[first + 1 : second])
    return any(word in words.contact_words and word not in words.attending_words for word in between)
