"""Attributions within attributions: "X said Y opposed the plan", "Y opposed the plan, according to X"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.according import read_according
from etl.extract.claims.attribution import FLOOR, Attribution
from etl.extract.claims.cue_match import CueMatch
from etl.extract.claims.edges import object_end
from etl.extract.claims.finite import QUOTING, read_finite
from etl.extract.claims.sources import source_left
from etl.extract.grammar import MODALS, NEGATIONS, POSSESSIVES
from etl.extract.layers import Layers, NominalKind, Sentence, TokenSpan
from etl.lexicon.parties import load_party_words

_VOICES: Final[frozenset[NominalKind]] = frozenset({"person", "group", "office", "role", "name"})
"""Others than the speaker: what "she" or her state holds is part of what she says."""
_SURE: Final = 0.5
"""Score that what is relayed needs: within a clause a verb of saying is often one of doing."""
_NOBODY: Final = NEGATIONS | {"no", "nobody"}


def relays(layers: Layers, sentence: Sentence, cues: list[CueMatch], found: list[Attribution]) -> list[Attribution]:
    """What stands inside the contents of those found, and who relays a sentence that tells of another's words itself."""
    if not found:
        return []
    taken = {attribution.cue.start for attribution in found}
    others = [cue for cue in cues if cue.start not in taken]
    if not others:
        return []
    relayed = [_relayed(layers, sentence, cue, found) for cue in others if cue.construction in ("finite", "light", "adjective")]
    relaying = [_relaying(layers, sentence, cue, found) for cue in others if cue.construction == "preposition"]
    return [attribution for attribution in (*relayed, *relaying) if attribution is not None]


def _relayed(layers: Layers, sentence: Sentence, cue: CueMatch, found: list[Attribution]) -> Attribution | None:
    """The attribution of a finite cue inside another's content, with a source of its own there."""
    outer = next((a for a in found for part in (a.content, a.rest) if part is not None and part.start <= cue.start < part.end), None)
    if outer is None:
        return None
    source, _ = source_left(layers, cue.start, sentence)
    if (source is None or source.kind not in _VOICES) and cue.lemma.split()[0] not in QUOTING:
        return None
    part = outer.content if outer.content.start <= cue.start < outer.content.end or outer.rest is None else outer.rest
    inner = read_finite(layers, sentence, cue, None)
    if inner is None or inner.carried or inner.score < _SURE or inner.source is None or inner.source.kind not in _VOICES:
        return None
    if not MODALS.isdisjoint(layers.tokens.lower[inner.source.end : cue.start + 1]):
        return None  # "said that X should call a vote": nobody's words
    own = layers.tokens.lower[inner.source.start] in POSSESSIVES and inner.source.head in load_party_words().own_side_nouns
    if own or inner.source.head in load_party_words().party_nouns:
        return None  # "said that Gulf states oppose the toll", "that his country supports it": of states as of one state
    if "no" in cue.lemma.split() or inner.source.head in NEGATIONS or layers.tokens.lower[inner.source.start] in _NOBODY:
        return None
    end = min(inner.content.end, part.end)
    if inner.source.start < part.start or end <= inner.content.start:
        return None
    end = object_end(layers, inner.content.start, end)
    return inner._replace(content=TokenSpan(inner.content.start, end), relay=True)


def _relaying(layers: Layers, sentence: Sentence, cue: CueMatch, found: list[Attribution]) -> Attribution | None:
    """ "…, according to X" after a sentence that tells of somebody's words."""
    outer = read_according(layers, sentence, cue)
    if outer is None or outer.order == "after" or outer.score < FLOOR:
        return None
    inside = any(outer.content.start <= a.cue.start < outer.content.end for a in found)
    return outer._replace(relay=True) if inside else None
