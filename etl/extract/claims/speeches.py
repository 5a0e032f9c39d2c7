"""Speeches published as they were held: the headline says who speaks, no label does: "Remarks by High Representative X Y"."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import FINITE
from etl.extract.layers import Layers, Sentence
from etl.extract.people.headline import announces_speech, speaks_of_itself
from etl.extract.people.home import is_official
from etl.extract.people.letterhead import signer
from etl.lexicon.speech import load_speech_words

_HEADING_LINES: Final = 4
_FEWEST: Final = 3
"""Sentences of a text that is more than a line and a remark."""
_MAX_KIND: Final = 3
_MAX_GREETING: Final = 5
_ENDS: Final = frozenset('.!?…:”"')
_QUESTION_MARKS: Final = frozenset({".", ":", "-", "–", "—"})


def speech_of(layers: Layers) -> int | None:
    """Whose speech an article is, from its first line to its last; None where it is none, or nobody is named as its speaker."""
    if (signed := signer(layers)) is not None and signed.actor is not None:
        return signed.index
    line = _announcing_line(layers)
    if line is not None and speaks_of_itself(layers):
        named = next((layers.people[m.person] for m in layers.person_mentions.within(line.start, line.end)), None)
        return named.index if named is not None and named.titles and named.actor is not None else None
    if not announces_speech(layers.article.title) or not is_official(layers) or not speaks_of_itself(layers):
        return None
    announced = next((p.index for p in layers.people if p.rule == "headline"), None)
    return announced if announced is not None else _in_heading(layers)


def _announcing_line(layers: Layers) -> Sentence | None:
    """The first line of a text, where it says no more than whose speech follows: "Statement by Ambassador X Y at the Council"."""
    if len(layers.sentences) < _FEWEST or layers.sentences[1].paragraph == layers.sentences[0].paragraph:
        return None
    line = layers.sentences[0]
    kinds, words = load_speech_words().speech_kinds, layers.tokens.lower[line.start : line.end]
    by = next((i for i, word in enumerate(words[:_MAX_KIND]) if word == "by"), 0)
    finite = any(word in FINITE for word in words)
    return line if by and not finite and " ".join(words[:by]) in kinds else None


def is_heading(layers: Layers, sentence: Sentence) -> bool:
    """Whether a line stands above or between what is said: it ends like no sentence, greets shortly, or is a note in brackets."""
    if sentence == _announcing_line(layers):
        return True
    words = layers.tokens.words
    greets = words[sentence.end - 1] == "!" and sentence.end - sentence.start <= _MAX_GREETING
    return greets or words[sentence.end - 1] not in _ENDS or (words[sentence.start] == "(" and words[sentence.end - 1] == ")")


def asks(layers: Layers, sentence: Sentence) -> bool:
    """Whether a paragraph is a question that a label opens, with any mark behind it: "Q. …", "Q - …"."""
    words = layers.tokens.words[sentence.start : sentence.start + 2]
    if sentence.first and words[0].lower() == "q.":
        return True
    return sentence.first and len(words) > 1 and words[0].lower() in load_speech_words().turn_labels and words[1] in _QUESTION_MARKS


def _in_heading(layers: Layers) -> int | None:
    """The one official whom a line above the speech names."""
    named = {
        m.person
        for s in layers.sentences[:_HEADING_LINES]
        if is_heading(layers, s)
        for m in layers.person_mentions.within(s.start, s.end)
        if layers.people[m.person].titles
    }
    return named.pop() if len(named) == 1 else None
