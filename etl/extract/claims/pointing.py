"""Sentences that only say whose the words before them are: "This was stated by X at a briefing", "X said this on Monday",
"X made the remarks in Lima".
"""

from __future__ import annotations

from typing import Final

from etl.extract.claims.edges import is_finite
from etl.extract.claims.following import source_right
from etl.extract.claims.openings import main_subject, statement_start
from etl.extract.claims.verb_forms import verb_forms
from etl.extract.grammar import BE, HAVE
from etl.extract.layers import Layers, Nominal, Sentence
from etl.lexicon.cues import load_cues
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_BACK: Final = frozenset({"this", "so"})
_TELLING: Final = frozenset({"told", "informed", "notified"})
_ABOUT: Final = (["about", "it"], ["about", "this"], ["of", "it"], ["of", "this"])
_MAX_LISTENER: Final = 6
_MADE: Final = frozenset({"made", "makes", "gave"})
_DETERMINERS: Final = frozenset({"the", "this", "these", "his", "her", "their", "such", "a", "that", "those"})
_WORDS: Final = frozenset({"remark", "remarks", "statement", "statements", "comment", "comments", "announcement"})
_OPENING, _OPENING_REACH = _BACK | _WORDS | _TELLING, 24
"""One of these stands in the opening of such a sentence."""
_ADJUNCTS: Final = frozenset("at during in on while when after following to as ahead before , .".split())
_AGENT_REACH: Final = 8
_SAID: Final = 0.8
"""Weight of a verb that says."""


def pointing_source(layers: Layers, number: int) -> Nominal | None:
    """Whose words the sentence before is, as far as the sentence `number` says no more than that."""
    sentence = layers.sentences[number]
    if _OPENING.isdisjoint(layers.tokens.lower[sentence.start : sentence.start + _OPENING_REACH]):
        return None
    return _passive(layers, sentence) or _active(layers, sentence)


def pointed_at(layers: Layers, number: int) -> Nominal | None:
    """Whose words a sentence is by the one that follows: in its paragraph, or in the next where it is a paragraph of its own."""
    following = number + 1
    if following >= len(layers.sentences):
        return None
    alone = layers.sentences[number].first and layers.sentences[following].first
    if not alone and layers.sentences[following].paragraph != layers.sentences[number].paragraph:
        return None
    return pointing_source(layers, following)


def _passive(layers: Layers, sentence: Sentence) -> Nominal | None:
    """ "This was stated (yesterday) by X", "The statement was made by X"."""
    lower, start = layers.tokens.lower, statement_start(layers, sentence)
    subject = start + 1
    made = lower[start] in _DETERMINERS and next((i for i in (start + 1, start + 2) if lower[i : i + 1] and lower[i] in _WORDS), None)
    if made:
        subject = made + 1
    elif lower[start] != "this":
        return None
    verb = subject
    while verb < sentence.end and (lower[verb] in BE or lower[verb] in HAVE or lower[verb].endswith("ly") or lower[verb] == "also"):
        verb += 1
    if verb == subject or verb >= sentence.end or not (lower[verb] in _MADE if made else _says(lower[verb])):
        return None
    agent = next((i for i in range(verb + 1, min(sentence.end - 1, verb + _AGENT_REACH)) if lower[i] == "by"), None)
    return source_right(layers, agent + 1, sentence) if agent is not None else None


def _active(layers: Layers, sentence: Sentence) -> Nominal | None:
    """ "X said this at a briefing", "X made the remarks in Lima"."""
    lower = layers.tokens.lower
    subject = main_subject(layers, sentence, roles=True)
    if subject is None or subject.kind == "parties" or subject.head in ("it", "we", "i"):
        return None
    verb = subject.end
    while verb < sentence.end and (lower[verb] in HAVE or lower[verb].endswith("ly") or lower[verb] == "also"):
        verb += 1
    if lower[verb : verb + 1] and lower[verb] in _TELLING and _only_tells(layers, verb, sentence):
        return subject
    if lower[verb : verb + 1] and _says(lower[verb]):
        verb += 1 + (lower[verb + 1 : verb + 2] != [] and lower[verb + 1] in load_speech_words().press_nouns)
        return subject if lower[verb : verb + 1] and lower[verb] in _BACK and _ends(layers, verb + 1, sentence) else None
    noun = verb + 2 + (lower[verb + 2 : verb + 3] != [] and lower[verb + 2] not in _WORDS)
    made = lower[verb : verb + 1] and lower[verb] in _MADE and lower[verb + 1 : verb + 2] and lower[verb + 1] in _DETERMINERS
    told = made and lower[noun : noun + 1] and lower[noun] in _WORDS
    return subject if told and _ends(layers, noun + 1, sentence) else None


def _only_tells(layers: Layers, verb: int, sentence: Sentence) -> bool:
    """Whether nobody but a listener follows a verb of telling, and not what was told: "told reporters about it", "informed the paper"."""
    lower, tokens = layers.tokens.lower, layers.tokens
    end, start = sentence.end - 1, verb + 1
    about = next((i for i in range(start + 1, end) if lower[i : i + 2] in _ABOUT), None)
    if about is not None:
        return about - start <= _MAX_LISTENER and _ends(layers, about + 2, sentence)
    named = tokens.is_capitalized(end - 1) or lower[end - 1] in load_words().collective or lower[end - 1] in load_speech_words().press_nouns
    plain = all(word.isalnum() or "." in word for word in lower[start:end])
    return (
        lower[verb] != "told"
        and 0 < end - start <= _MAX_LISTENER
        and named
        and plain
        and not any(is_finite(layers, i) for i in range(start, end))
    )


def _says(form: str) -> bool:
    found = load_cues().verbs.get(form, ()) if form in verb_forms() else ()
    return any(cue.weight >= _SAID and cue.frames & {"quote", "clause"} and not cue.following for cue, _ in found)


def _ends(layers: Layers, index: int, sentence: Sentence) -> bool:
    """Whether nothing follows but when, where and to whom."""
    if index >= sentence.end:
        return True
    return layers.tokens.lower[index] in _ADJUNCTS or layers.dates.starting(index) is not None
