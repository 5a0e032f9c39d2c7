"""An attribution: source, cue and content, and how sure it is."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from etl.extract.claims.cue_match import CueMatch
from etl.extract.layers import Nominal, NominalKind, TokenSpan
from etl.lexicon.speech import load_speech_words

TOPIC: Final = "source-topic"
"""The rule of a cue that only names what was spoken of."""
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
    relay: bool = False
    """Whether it stands inside another's content, or another's words stand inside its own."""

    @property
    def says(self) -> bool:
        """Whether its content is told in its source's words: not what is only spoken of, nor what one tells of another."""
        return self.rule != TOPIC and not self.relay


SOURCE_SCORES: Final[dict[NominalKind, float]] = {
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
_DOCUMENT: Final = 0.85
_SURE: Final = 0.9
"""Weight of a verb that says something whatever its object: a report warns of delays as its authors do."""
_JUDGING: Final = frozenset({"oppose", "praise", "urge"})
"""Acts that letters and advertisements do as well as persons."""


def source_score(source: Nominal, cue: CueMatch) -> float:
    """How likely it is that this source is said to do that: people speak, and documents show and say."""
    speech = load_speech_words()
    if cue.lemma == "read" and source.head != "it" and source.head not in speech.document_nouns:
        return 0.0  # "he read “A Tale of Two Cities”"
    if source.kind in ("role", "thing", "name") and source.head in speech.document_nouns:
        return (
            _DOCUMENT
            if cue.frames & _SAID or cue.act in _JUDGING or cue.weight >= _SURE or cue.lemma.split()[0] in speech.finding_verbs
            else SOURCE_SCORES["thing"]
        )
    return SOURCE_SCORES[source.kind]


def is_finding(source: Nominal, cue: CueMatch) -> bool:
    """Whether a document is said to show or find something."""
    speech = load_speech_words()
    return (
        source.kind in ("role", "thing", "name") and source.head in speech.document_nouns and cue.lemma.split()[0] in speech.finding_verbs
    )


_SAID: Final = frozenset({"clause", "quote"})
FLOOR: Final = 0.34
"""Proposals that score less are dropped."""

_NEWS_RULES: Final = frozenset({"passive-raising", "agentless-judged", "noun", TOPIC})
"""What is expected or blamed by nobody in particular, or only spoken of, is no part of a report of talks."""


def without_news(found: list[Attribution]) -> list[Attribution]:
    """The attributions that count in a report of talks: there the unit is the sentence, and who is relayed is part of what is said."""
    return [attribution for attribution in found if attribution.rule not in _NEWS_RULES and not attribution.relay]
