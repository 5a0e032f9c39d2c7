"""Courtesy calls and credentials: X paid a courtesy call on Y · X presented his credentials to Y · Y received the credentials of X."""

from __future__ import annotations

from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.candidate import Candidate, make_candidate
from etl.extract.meetings.objects import object_of
from etl.extract.meetings.sides import members, with_subject
from etl.extract.meetings.subjects import subject_of_form
from etl.lexicon.meetings import load_meeting_words

COURTESIES = frozenset({"call", "calls", "visit"})
_VERB_REACH = 9
_OBJECT_REACH = 6


def read_courtesy(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The candidate of a courtesy call or of credentials at a token, if one stands there."""
    lower, words = layers.tokens.lower, load_meeting_words()
    if lower[index] in COURTESIES and lower[index + 1 : index + 2] in (["on"], ["upon"], ["to"]):
        courtesy = "courtesy" in lower[max(sentence.start, index - 3) : index] or lower[index + 1] in ("on", "upon")
        verb = _verb_before(layers, sentence, index, words.paying_verbs)
        return _between(layers, sentence, verb, index, index + 2, "courtesy-call") if courtesy and verb is not None else None
    if lower[index] in words.credential_nouns and (lower[index] != "letters" or lower[index + 1 : index + 3] == ["of", "credence"]):
        giving = _verb_before(layers, sentence, index, words.presenting_verbs)
        if giving is not None:
            to = next((i for i in range(index + 1, min(sentence.end, index + _OBJECT_REACH)) if lower[i] == "to"), None)
            return _between(layers, sentence, giving, index, to + 1, "credentials") if to is not None else None
        taking = _verb_before(layers, sentence, index, words.accepting_verbs)
        if taking is not None:
            of = next((i for i in range(index + 1, min(sentence.end, index + _OBJECT_REACH)) if lower[i] in ("of", "from", "by")), None)
            while of is not None and lower[of + 1 : of + 2] in (["credence"], ["presented"], ["by"]):
                of += 2 if lower[of + 1] == "credence" else 1
            return _between(layers, sentence, taking, index, of + 1, "credentials") if of is not None else None
    return None


def _verb_before(layers: Layers, sentence: Sentence, index: int, verbs: frozenset[str]) -> int | None:
    lower = layers.tokens.lower
    return next((i for i in range(index - 1, max(sentence.start, index - _VERB_REACH) - 1, -1) if lower[i] in verbs), None)


def _between(layers: Layers, sentence: Sentence, verb: int, noun: int, after: int, rule: str) -> Candidate | None:
    """Subject of the verb and the persons named from `after` on."""
    obj = object_of(layers, after, sentence)
    if obj is None or not obj.people:
        return None
    subject = subject_of_form(layers, sentence, verb, obj, gerund=layers.tokens.lower[verb].endswith("ing"))
    if subject is None or not (subject.people or subject.kind == "pronoun"):
        return None
    one, others = (obj, subject) if len(subject.people) > 1 and len(obj.people) == 1 else (subject, obj)
    sides = [*with_subject(layers, one), *members(layers, others)]  # ambassadors present their credentials one by one
    return make_candidate(layers, noun, sides, rule, 0.85, end=obj.end, status_at=verb, separate=len(others.people) > 1)
