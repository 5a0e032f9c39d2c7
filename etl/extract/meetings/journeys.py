"""When somebody who travels is a visitor: where the text calls it a visit, says what for or how long, or by whose invitation."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import PERSONAL_POSSESSIVES
from etl.extract.layers import Entity, Layers, Sentence
from etl.extract.meetings.destinations import stops_from
from etl.lexicon.meetings import MeetingVerb, load_meeting_terms, load_meeting_words

_PURPOSE: Final = frozenset({"for", "on"})
_ATTENDING: Final = frozenset({"attend", "participate", "part"})
_STAYING: Final = tuple(["where", who, "will"] for who in ("he", "she", "they"))
_VISIT_REACH, _INVITED_REACH, _NOUN_REACH = 20, 8, 5
"""Tokens after a destination among which "for a visit" and "at the invitation of" stand, and after "her" among which "visit" does."""
_TOLD_AHEAD: Final = 2
"""Sentences after one among which the journey that it tells of is called a visit."""


def is_visit(layers: Layers, sentence: Sentence, verb: MeetingVerb, destination: Entity) -> bool:
    """Whether a journey to a destination is a visit, as what stands behind it says."""
    words, verbs = load_meeting_words(), load_meeting_terms().verbs
    after = layers.tokens.lower[destination.end : min(sentence.end, destination.end + _VISIT_REACH)]
    if not (words.visit_nouns.isdisjoint(after) and _ATTENDING.isdisjoint(after)) or after[:3] in _STAYING:
        return True
    if any(a in _PURPOSE and not words.occasion_nouns.isdisjoint(after[i + 1 : i + 5]) for i, a in enumerate(after)):
        return True
    purpose = after[1:2] if after[:1] == ["to"] else []
    senses = {v.sense for v in verbs.get(purpose[0], ())} if purpose else set[str]()
    if "discuss" in senses or (verb.form == "past" and _is_called_visit(layers, sentence)):
        return True
    if verb.lemma == "arrive" and "invitation" in after[:_INVITED_REACH]:
        return True
    meeting = bool(senses - {"discuss", "visit", "travel"})
    if verb.lemma == "arrive" and purpose not in ([], ["the"]) and not meeting:
        return True  # "arrived in Lima to assess"
    stop = stops_from(layers, destination)[-1].end
    date = layers.dates.starting(stop) or layers.dates.starting(stop + 1)
    return date is not None and date.precision == "range"


def _is_called_visit(layers: Layers, sentence: Sentence) -> bool:
    """Whether one of the next sentences calls the journey a visit: "arrived in Lima on Monday. … during her three-day visit"."""
    lower, number, nouns = layers.tokens.lower, layers.sentence_of[sentence.start], load_meeting_words().visit_nouns
    for following in layers.sentences[number + 1 : number + 1 + _TOLD_AHEAD]:
        for index in range(following.start, following.end - 2):
            named = lower[index] == "during" and lower[index + 1] in PERSONAL_POSSESSIVES
            if named and not nouns.isdisjoint(lower[index + 2 : min(following.end, index + 2 + _NOUN_REACH)]):
                return True
    return False
