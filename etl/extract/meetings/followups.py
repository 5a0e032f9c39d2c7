"""What becomes of a meeting that was just spoken of: "the next one is due in May", "…, but the encounter was scrapped"."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import BE
from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.candidate import PEOPLE_IN_VIEW, Candidate, make_candidate
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words

CALLED_OFF: Final = "called-off"
SEQUEL: Final = "sequel"
_REACH: Final = 7
_ASIDES: Final = ([",", "however", ","], [",", "though", ","], [",", "nevertheless", ","])


def read_followup(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """ "The next one was held": the sides of the last meeting; "the meeting was cancelled": the last planned one."""
    lower, words = layers.tokens.lower, load_meeting_words()
    if lower[index] == "one" and lower[index - 1] in words.sequel_markers and index > sentence.start:
        predicate = lower[index + 1 : index + 6]
        if BE.isdisjoint(predicate) and "will" not in predicate and "took" not in predicate:
            return None
        return make_candidate(layers, index, [PEOPLE_IN_VIEW], SEQUEL, 0.7, end=index + 1)
    if lower[index - 1 : index] != ["the"] or not _is_meeting(lower[index]):
        return None
    aside = 2 if lower[index + 1 : index + 4] in _ASIDES else -1  # "The meeting, however, had to be postponed"
    predicate = lower[index + 2 + aside : min(sentence.end, index + _REACH + 1 + aside)]
    off = not words.cancelling_words.isdisjoint(predicate) or ("off" in predicate and not {"called", "put"}.isdisjoint(predicate))
    off = off or {"pushed", "back"}.issubset(predicate)
    apart = predicate[:1] in (["with"], ["between"], ["of"]) or (predicate[:1] == ["in"] and "that" in predicate)
    if not off or apart or BE.isdisjoint(predicate):
        return None  # "the encounter in Lima that was suspended" is no plan that was just told of
    return make_candidate(layers, index, [], CALLED_OFF, 0.8, end=index + 1)


def _is_meeting(word: str) -> bool:
    return word in load_meeting_terms().nouns or word in load_meeting_words().visit_nouns
