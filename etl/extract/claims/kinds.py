"""What a statement without any stance does: it tells of an event, or says how things stand."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import BE, FINITE, GOVERNORS, HAVE, NEGATIONS, OWN_DETERMINERS, PRONOUNS, RELATIVES
from etl.extract.layers import Layers, TokenSpan
from etl.lexicon.meetings import load_meeting_words
from etl.lexicon.speech import load_speech_words
from etl.records import Act


def _is_perfect(words: list[str], index: int) -> bool:
    """Whether a participle follows "has" or "have": something has happened."""
    while index < len(words) and (
        words[index].endswith("ly") or words[index] in load_speech_words().auxiliary_adverbs or words[index] in NEGATIONS
    ):
        index += 1
    word = words[index] if index < len(words) else ""
    return (
        word.endswith("ed")
        or word == "been"
        or word in load_speech_words().irregular_participles
        or word in load_speech_words().irregular_pasts
    )


def statement_kind(layers: Layers, content: TokenSpan) -> Act:
    """Without any stance: a past event is asserted, a lasting state or development is assessed."""
    lower, speech = layers.tokens.lower, load_speech_words()
    words = lower[content.start : content.end]
    for aside in _asides(layers, content):
        words[aside.start - content.start : aside.end - content.start] = [_ASIDE] * (aside.end - aside.start)
    words = [word for word in words if word not in _MARKS]
    words = words[_past_assurance(words) :]
    if layers.quoted[content.start] and (words[:2] == ["do", "not"] or words[:2] == ["do", "n't"]):
        return "urge"  # "Do not spoil it"
    for index, word in enumerate(words):
        if word in RELATIVES:
            break
        if word in ("'s", "’s") and (index == 0 or words[index - 1] not in PRONOUNS):
            continue  # a genitive
        there = index > 0 and words[index - 1] == "there"  # "there was a quarrel": an event
        if word in ("was", "were"):
            return "assess" if not there and _qualifies(words, index + 1) else "assert"
        if word in BE and words[index + 1 : index + 2] == ["to"]:
            return "assert"  # "the board is to meet on Monday": a plan
        been = _past_adverbs(words, index + 1) if word in HAVE and not there else 0
        if been and words[been - 1] == "been" and _qualifies(words, been):
            return "assess"  # "ties had never been as close"
        if word in HAVE or word in BE or word in speech.state_verbs:
            return "assert" if word == "had" or (word in HAVE and _is_perfect(words, index + 1)) else "assess"
        if word == "will":
            return "assess"
        if word.endswith("ed") and words[index + 1 : index + 2] == ["by"] and index and words[index - 1].isalpha():
            continue  # "the quay painted by Peru is old"
        if word in ("marks", "mark") or (word.endswith("ed") and len(word) > 4 and word != "indeed") or word in speech.irregular_pasts:
            return "assert"
    return "assess" if any(word.endswith("s") for word in words) else "assert"


def _asides(layers: Layers, content: TokenSpan) -> list[TokenSpan]:
    """What stands between the parts of a split statement: "China, | she said, | is …"."""
    found = layers.attributions.get(layers.sentence_of[content.start], ())
    split = [(a.content.end, a.rest.start) for a in found if a.rest is not None and a.content.start == content.start]
    return [TokenSpan(start, min(end, content.end)) for start, end in split if start < min(end, content.end)]


def _past_adverbs(words: list[str], index: int) -> int:
    """Past adverbs and the word after them; 0 where the words end."""
    while index < len(words) and (words[index] in load_speech_words().auxiliary_adverbs or words[index] in NEGATIONS):
        index += 1
    return index + 1 if index < len(words) else 0


def names_state_of_things(layers: Layers, content: TokenSpan) -> bool:
    """Whether a noun phrase names how things stand, and no event: "the strength of the ties", not "the visit of 2016"."""
    lower, speech = layers.tokens.lower, load_speech_words()
    words = lower[content.start : content.end]
    words = words[: next((i for i, word in enumerate(words) if word in _PHRASE_ENDS and i), len(words))]
    if not words or words[0] not in _OPENS_PHRASE or layers.entity_at(content.start) is not None:
        return False
    for index, word in enumerate(words):
        participle = word.endswith("ed") or word in speech.irregular_participles or word in speech.irregular_pasts
        if word in FINITE or word.isdigit() or (participle and words[index - 1] not in _OPENS_PHRASE):
            return False
    head = next((words[i - 1] for i, word in enumerate(words) if word in GOVERNORS and i), words[-1])
    events = load_meeting_words()
    held = head in events.occasion_nouns or head.removesuffix("s") in events.visit_nouns or head in speech.speaking_events
    return head.isalpha() and not head.endswith(_DEEDS) and not held


_PHRASE_ENDS: Final = RELATIVES | {"that", ",", ";", ".", "as"}
_OPENS_PHRASE: Final = OWN_DETERMINERS | {"close", "strong", "good", "deep", "friendly"}
_DEEDS: Final = ("tion", "sion", "ment", "ing", "al")
"""Endings of nouns of what is done."""


def _qualifies(words: list[str], index: int) -> bool:
    """Whether "was" is followed by what something is or is like, not by what was done or where it was: "was | a patient friend"."""
    speech = load_speech_words()
    while index < len(words) and (words[index] in speech.auxiliary_adverbs or words[index].endswith("ly") or words[index] in _DEGREES):
        index += 1
    word = words[index] if index < len(words) else ""
    return word in ("a", "an", "the") or word.endswith(_QUALIFYING) or word in speech.judging_adjectives or word in speech.state_adjectives


def _past_assurance(words: list[str]) -> int:
    """Past words that only say that what follows is so: "it is true that | the talks were called off"."""
    assured = len(words) > _ASSURED and words[0] == "it" and words[1] in BE and words[2] in _SO and words[3] == "that"
    return _ASSURED if assured else 0


_ASSURED: Final = 4
_SO: Final = frozenset({"true", "correct", "right"})


_DEGREES: Final = NEGATIONS | {"very", "more", "most", "so", "too", "quite", "as"}
_QUALIFYING: Final = ("al", "ic", "ive", "ous", "ful", "ble", "ant", "ent", "less")
"""Endings of adjectives."""
_ASIDE: Final = ""
_MARKS: Final = frozenset({_ASIDE, *'"“”«»„'})
"""Quotation marks: "was “a patient friend”"."""
