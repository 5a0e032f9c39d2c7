"""Points of resolutions and joint statements, whose subject stands above them: "Council, / 1. Takes note of … / 2. Commends …".

The subject is the last body or party of the paragraph before the points, which ends without a full stop.
"""

from __future__ import annotations

from typing import Final

from etl.extract.claims.openings import main_subject, statement_start
from etl.extract.layers import Layers, Nominal, Sentence

_SUBJECTS: Final = frozenset({"parties", "actor", "office", "group", "role", "person"})
_GOING_ON: Final = frozenset({"parties", "group"})
_OPEN_ENDS: Final = frozenset({",", ":", "—", "–", ")", "”", '"'})


def point_subject(layers: Layers, sentence: Sentence, index: int) -> Nominal | None:
    """The subject of a verb at `index` that opens a point; None when it opens none or nothing stands above."""
    if not sentence.first or index != statement_start(layers, sentence):
        return None
    number = layers.sentence_of[sentence.start]
    while number > 0:
        number -= 1
        above = layers.sentences[number]
        if is_point(layers, above) and (said := main_subject(layers, above)) is not None and said.kind in _GOING_ON:
            return said  # "2. The Presidents reaffirmed … 3. Agreed that …"
        if not above.first or is_point(layers, above):
            continue
        return _last_subject(layers, above, layers.sentences[number + 1].start)
    return None


def is_point(layers: Layers, sentence: Sentence) -> bool:
    """Whether a sentence opens a numbered or bulleted point."""
    return (
        sentence.first
        and layers.tokens.starts[sentence.start] >= layers.article.lead
        and statement_start(layers, sentence) > sentence.start
    )


def _last_subject(layers: Layers, paragraph: Sentence, end: int) -> Nominal | None:
    words = layers.tokens.words
    if words[end - 1] not in _OPEN_ENDS and not words[end - 1][-1].isalnum():
        return None
    subjects = [n for n in layers.nominals.within(paragraph.start, end) if n.kind in _SUBJECTS and n.end <= end]
    return subjects[-1] if subjects else None
