"""Speaker turns of transcripts: "President of Kenya X Y: …", "Question: …", "X Y (retranslated): …"."""

from __future__ import annotations

from typing import NamedTuple

from etl.extract.layers import Layers, Sentence

_QUESTIONS = frozenset({"question", "q", "reporter", "journalist", "moderator"})
_BREAKS = ("* * *", "<…>", "<...>", "***", "[…]")


class Turn(NamedTuple):
    """Who begins to speak at a sentence, and the token after the colon. `person` None: somebody unnamed."""

    person: int | None
    content_start: int


def turn_at(layers: Layers, sentence: Sentence) -> Turn | None:
    """The turn that a sentence opens, when it opens a paragraph with a speaker's name or office and a colon."""
    if not sentence.first:
        return None
    lower = layers.tokens.lower
    if lower[sentence.start] in _QUESTIONS and sentence.start + 1 < sentence.end and lower[sentence.start + 1] in (":", "."):
        return Turn(None, sentence.start + 2)
    nominal = layers.nominal_starting(sentence.start)
    if nominal is None or nominal.kind not in ("person", "office", "role") or nominal.end >= sentence.end:
        return None
    index = nominal.end
    if lower[index] == "(":
        while index < sentence.end and lower[index] != ")":
            index += 1
        index += 1
    elif lower[index] == ",":
        while index < sentence.end and lower[index] != ":" and index - nominal.end < 16:
            index += 1
    if index >= sentence.end or lower[index] != ":":
        return None
    return Turn(nominal.people[0] if nominal.people else None, index + 1)


def is_transcript(layers: Layers) -> bool:
    """Whether the article has speaker turns: at least two, or one that goes on over paragraphs."""
    return sum(turn_at(layers, s) is not None for s in layers.sentences) >= 2


def ends_turn(layers: Layers, sentence: Sentence) -> bool:
    """Whether an omission or a rule stands in the sentence's place."""
    surface = layers.tokens.surface(sentence.start, sentence.end)
    return any(mark in surface for mark in _BREAKS) and len(surface) < 8
