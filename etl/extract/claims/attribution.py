"""An attribution: source, cue and content, and how sure it is."""

from __future__ import annotations

from typing import Literal, NamedTuple

from etl.extract.claims.cue_match import CueMatch
from etl.extract.layers import Nominal, NominalKind, TokenSpan
from etl.lexicon.speech import load_speech_words

Order = Literal["after", "before", "split"]


class Attribution(NamedTuple):
    """Source, cue and content of one attribution. `start` is where its own words begin when the sentence is split."""

    source: Nominal | None
    cue: CueMatch
    content: TokenSpan
    order: Order
    start: int
    rule: str
    score: float
    carried: bool = False
    """The source stands elsewhere in the sentence."""
    rest: TokenSpan | None = None
    """Content on the other side of a split."""


SOURCE_SCORES: dict[NominalKind, float] = {
    "person": 1.0,
    "group": 1.0,
    "office": 0.95,
    "pronoun": 0.9,
    "parties": 0.9,
    "actor": 0.85,
    "role": 0.8,
    "name": 0.7,
    "thing": 0.3,
}
"""How likely a noun phrase of each kind speaks."""
_DOCUMENT = 0.85


def source_score(source: Nominal, cue: CueMatch) -> float:
    """How likely it is that this source is said to do that: people speak, and documents show and say."""
    speech = load_speech_words()
    if source.kind in ("role", "thing", "name") and source.head in speech.document_nouns:
        return _DOCUMENT if cue.frames & _SAID or cue.lemma.split()[0] in speech.finding_verbs else SOURCE_SCORES["thing"]
    return SOURCE_SCORES[source.kind]


def is_finding(source: Nominal, cue: CueMatch) -> bool:
    """Whether a document is said to show or find something."""
    speech = load_speech_words()
    return (
        source.kind in ("role", "thing", "name") and source.head in speech.document_nouns and cue.lemma.split()[0] in speech.finding_verbs
    )


_SAID = frozenset({"clause", "quote"})
FLOOR = 0.34
"""Proposals that score less are dropped."""
