"""Whether what is said is affirmed or denied, and in which mode."""

from __future__ import annotations

from etl.extract.claims.cues import CueMatch
from etl.extract.grammar import BE, HAVE, MODALS, NEGATIONS
from etl.extract.layers import Layers, TokenSpan
from etl.lexicon.speech import load_speech_words
from etl.records import Modality, Polarity

_MODES: dict[str, Modality] = {
    **dict.fromkeys(("will", "shall", "'ll"), "future"),
    **dict.fromkeys(("would", "could", "'d"), "conditional"),
    **dict.fromkeys(("should", "must", "ought"), "obligation"),
    **dict.fromkeys(("may", "might", "can"), "possibility"),
}


def polarity(layers: Layers, cue: CueMatch | None, content: TokenSpan) -> Polarity:
    """Negative when the cue is negated or denies, or when the content's main verb is negated."""
    if cue is not None and (cue.negated or cue.lemma.split()[0] in load_speech_words().denying_verbs):
        return "negative"
    lower = layers.tokens.lower
    for index in range(content.start, content.end):
        if lower[index] in BE or lower[index] in HAVE or lower[index] in MODALS:
            denied = any(w in NEGATIONS for w in lower[index + 1 : index + 3]) or lower[index + 1 : index + 2] == ["no"]
            return "negative" if denied else "positive"
    return "positive"


def modality(layers: Layers, content: TokenSpan) -> Modality:
    """The first modal of the content. A capitalised May is the month."""
    tokens = layers.tokens
    if _MODES.keys().isdisjoint(tokens.lower[content.start : content.end]):
        return "actual"
    for index in range(content.start, content.end):
        mode = _MODES.get(tokens.lower[index])
        if mode is not None and not (tokens.lower[index] == "may" and tokens.is_capitalized(index)):
            return mode
    return "actual"
