"""Attributions inside a noun phrase: "residents opposed to the road | blocked …", "protesters demanding a vote | marched".

Whoever is described by a stance takes it. What it is about ends where the verb of the clause around stands.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from etl.extract.claims.attribution import SOURCE_SCORES, Attribution
from etl.extract.claims.clauses import content_shape
from etl.extract.claims.cue_match import CueMatch
from etl.extract.claims.edges import is_finite, object_end, statement_end
from etl.extract.claims.refusals import stays_unnamed
from etl.extract.grammar import GENITIVE_S, RELATIVES
from etl.extract.layers import Layers, Nominal, Sentence, TokenSpan

_DESCRIBED: Final = frozenset({"role", "parties"})
_BREAKS: Final = frozenset({",", ";", ":", "—", "–"})
_SHARE: Final = 0.9
_MIN_FIT: Final = 0.9


def described(layers: Layers, index: int) -> Nominal | None:
    """The persons or body described by what begins at a token, in the plural or with an article: "residents | opposed to …"."""
    index -= layers.tokens.lower[index - 1] == "who"
    nominal = layers.nominals.ending(index)
    if nominal is None or nominal.kind not in _DESCRIBED or nominal.start < layers.sentence_at(index).start:
        return None
    return nominal if nominal.plural or nominal.end - nominal.start > 1 else None


def read_reduced(layers: Layers, sentence: Sentence, cue: CueMatch) -> Attribution | None:
    """The attribution of a cue that stands in a noun phrase and describes its head."""
    source = described(layers, cue.start)
    end = statement_end(layers, sentence)
    start = cue.end + (layers.tokens.lower[cue.end : cue.end + 1] == ["that"])
    if source is None or start >= end or layers.tokens.lower[start] in _BREAKS:
        return None
    if stays_unnamed(cue, layers.tokens.lower[start:end]):
        return None
    alone = replace(cue, construction="adjective") if cue.form == "fixed" else cue
    shape = content_shape(layers, alone, cue.end, start, end)
    if shape.fit < _MIN_FIT or shape.topic:
        return None
    clausal = start > cue.end or (shape.clausal and "clause" in cue.frames and "object" not in cue.frames)
    content = TokenSpan(start, _before_verb(layers, start, object_end(layers, start, end), clausal=clausal))
    if content.end <= content.start:
        return None
    score = _SHARE * cue.weight * shape.fit * SOURCE_SCORES[source.kind]
    return Attribution(source, cue, content, "after", source.start, "described", score)


def _before_verb(layers: Layers, start: int, end: int, *, clausal: bool) -> int:
    """Where the verb of the clause around stands: the first finite one, or behind a clause that is said the second."""
    lower = layers.tokens.lower
    for index in range(start + 1, end):
        if lower[index] == "," and not layers.quoted[index]:
            return index
        if is_finite(layers, index) and lower[index] not in GENITIVE_S and not is_finite(layers, index - 1) and not layers.quoted[index]:
            if not clausal:
                return index - (lower[index - 1] in RELATIVES)
            clausal = False
    return end
