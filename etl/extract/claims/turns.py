"""Speaker turns of transcripts: "President of Kenya X Y: …", "Question: …", "X Y (retranslated): …"."""

from __future__ import annotations

from typing import NamedTuple

from etl.extract.layers import Layers, Sentence

_QUESTIONS = frozenset({"question", "q", "reporter", "journalist", "moderator"})
_MAX_LABEL = 24
_LABEL_WORDS = frozenset("of the and for to in , - – 's . de al".split())
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
    colon = next((i for i in range(sentence.start, min(sentence.end, sentence.start + _MAX_LABEL)) if lower[i] == ":"), None)
    if colon is None or colon == sentence.start:
        return None
    if not _is_label(layers, sentence.start, colon):
        return None
    named = [m.person for m in layers.person_mentions if sentence.start <= m.start and m.end <= colon]
    opening = layers.nominal_starting(sentence.start)
    if named:
        begun = layers.person_mentions and any(m.start == sentence.start for m in layers.person_mentions)
        return Turn(named[-1], colon + 1) if begun or (opening is not None and opening.kind in ("office", "role")) else None
    if opening is None or opening.kind not in ("office", "role") or opening.end < colon - 3:
        return None
    if opening.people:
        return Turn(opening.people[0], colon + 1)
    label = layers.tokens.surface(sentence.start, colon).lower()
    bearers = [p.index for p in layers.people if label in {t.lower() for t in p.titles}]
    return Turn(bearers[0] if len(bearers) == 1 else None, colon + 1)


def _is_label(layers: Layers, start: int, end: int) -> bool:
    """Whether the words before a colon only name somebody: capitalised words and what joins them, anything in brackets."""
    tokens = layers.tokens
    depth = 0
    for index in range(start, end):
        word = tokens.lower[index]
        depth += (word == "(") - (word == ")")
        if depth or word == ")" or tokens.is_capitalized(index) or word in _LABEL_WORDS:
            continue
        if not any(m.start <= index < m.end for m in layers.person_mentions):
            return False
    return True


def is_transcript(layers: Layers) -> bool:
    """Whether the article has speaker turns: at least two, or one that goes on over paragraphs."""
    return sum(turn_at(layers, s) is not None for s in layers.sentences) >= 2


def ends_turn(layers: Layers, sentence: Sentence) -> bool:
    """Whether an omission or a rule stands in the sentence's place."""
    surface = layers.tokens.surface(sentence.start, sentence.end)
    return any(mark in surface for mark in _BREAKS) and len(surface) < 8
