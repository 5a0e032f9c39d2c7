"""Refusals to speak: "would not comment", "neither X nor Y would elaborate"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.cue_match import CueMatch
from etl.extract.grammar import NEGATIONS
from etl.extract.layers import Layers, Sentence

REFUSING: Final = frozenset({"would"})
"""Words with which a refusal may begin."""
_TELLING: Final = frozenset({"comment", "elaborate", "disclose", "divulge", "reveal", "specify", "say"})
_ASKED: Final = frozenset({"whether", "how", "why", "what", "who", "where", "when", "if", "more", "anything"})
"""What follows "would not say" where somebody keeps silent on it."""
_FRAMES: Final = frozenset({"object", "wh", "light"})
_WEIGHT: Final = 0.8


def read_refusal(layers: Layers, index: int, sentence: Sentence) -> CueMatch | None:
    """ "Would not comment (on)", which refuses as "declined to comment" does."""
    lower = layers.tokens.lower
    denied = lower[index + 1 : index + 2] != [] and lower[index + 1] in NEGATIONS
    verb = index + 1 + denied
    if verb >= sentence.end or lower[verb] not in _TELLING:
        return None
    if lower[verb] == "say" and lower[verb + 1 : verb + 2] != [] and lower[verb + 1] not in _ASKED:
        return None
    joint = lower[sentence.start : index]
    if not denied and not ("neither" in joint and "nor" in joint):
        return None
    alone = lower[verb + 1 : verb + 2] in ([], ["."], [","], [";"])  # "would not | elaborate"
    return CueMatch(index, verb if alone else verb + 1, "finite", "oppose", _FRAMES, _WEIGHT, "refuse", "past", False)


def stays_unnamed(cue: CueMatch, words: list[str]) -> bool:
    """ "Asked not to be named", "did not want to be named", "wished to remain anonymous": how somebody spoke, not what of."""
    asked = words[:3] == ["not", "to", "be"] or words[:3] == ["to", "not", "be"]
    refused = words[:2] == ["to", "be"] and words[2:3] in _UNNAMED and (cue.negated or cue.act == "oppose")
    return refused or (asked and words[3:4] in _UNNAMED) or words[:3] in (["to", "remain", "anonymous"], ["to", "stay", "anonymous"])


_UNNAMED: Final = (["named"], ["identified"], ["quoted"])
