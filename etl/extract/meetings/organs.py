"""Standing bodies of two states that meet: "the A-B Commission convened in Lima", "the session of the Joint Committee between A and B was
held", "X attended the third session of the A-B Joint Commission"."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import FINITE, GOVERNORS
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.bodies import bare_states, bodies_between, paired
from etl.extract.meetings.candidate import PEOPLE_IN_VIEW, Candidate, Side, make_candidate
from etl.extract.meetings.happenings import is_remit, predicate_of
from etl.extract.meetings.sides import with_subject
from etl.extract.meetings.subjects import subject_of_form
from etl.extract.meetings.summits import attending
from etl.lexicon.meetings import load_meeting_words

RULE: Final = "pair-met"
_VERB_REACH: Final = 5
_MEETS: Final = frozenset("met meets meet convened convenes reconvened assembled".split())
_HOLDS: Final = frozenset("held hold holds holding concluded concludes opened opens began begins".split())
_HOSTS: Final = frozenset("hosted host hosts hosting co-hosted held hold holds convened convene convenes concluded".split())
_OWN: Final = frozenset({"its", "their", "the", "a"})
_OWN_REACH: Final = 5
"""Tokens of "its fifth regular session"."""
_TOPICS: Final = frozenset({"of", "on", "about", "for"})
_FIELD_REACH: Final = 12
"""Tokens between a body and "between A and B"."""
_PAIR: Final = 2
_SESSIONS: Final = frozenset({"session", "meeting", "round", "edition", "sitting"})
_SESSION_REACH: Final = 12
"""Tokens from "session of the" to the body."""
_OF_GOVERNMENTS: Final = frozenset(
    "joint intergovernmental inter-governmental governmental bi-national binational ministerial mixed permanent bilateral national".split()
)
"""Attributes of a body in which governments sit: a council or committee may be one of companies."""


def read_organ(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The meeting of a standing body of two named sides, whose noun stands at a token."""
    lower = layers.tokens.lower
    if lower[index] not in load_meeting_words().joint_organs or is_remit(layers, index, index + 1):
        return None
    pair, end = paired(layers, index, sentence), index + 1
    if not pair:
        both = _between(layers, index + 1, sentence)
        if both is None:
            return None
        pair, end = [Side(None, actor) for actor in both.actors], both.end
    verbs = range(end, min(sentence.end, end + _VERB_REACH))
    verb = next((i for i in verbs if lower[i] in _MEETS or _holds_session(lower, i, sentence)), None)
    at = verb if verb is not None else predicate_of(lower, end, sentence)
    if at is None:
        return _hosted(layers, sentence, index, pair, end) or _attended(layers, sentence, index, pair, end)
    return make_candidate(layers, at, pair, RULE, 0.75, noun=lower[index])


def _holds_session(lower: list[str], verb: int, sentence: Sentence) -> bool:
    """Whether a verb holds a body's own sitting: "held its fifth session"."""
    own = lower[verb] in _HOLDS and lower[verb + 1 : verb + 2] and lower[verb + 1] in _OWN
    return bool(own) and not _SESSIONS.isdisjoint(lower[verb + 2 : min(sentence.end, verb + _OWN_REACH)])


def _hosted(layers: Layers, sentence: Sentence, organ: int, pair: list[Side], end: int) -> Candidate | None:
    """ "The ministry hosted the third session of the A-B Dialogue": A and B."""
    lower = layers.tokens.lower
    near = range(organ - 1, max(sentence.start, organ - _SESSION_REACH), -1)
    session = next((i for i in near if lower[i] in _SESSIONS), None)
    if session is None or lower[session + 1 : session + 2] != ["of"]:
        return None
    step = session - 1
    while step > sentence.start and (
        lower[step] in _OWN or lower[step] in load_meeting_words().meeting_fillers or lower[step][:1].isdigit()
    ):
        step -= 1
    if lower[step] not in _HOSTS:
        return None
    return make_candidate(layers, organ, pair, RULE, 0.75, noun=lower[organ], status_at=step, end=end)


def _attended(layers: Layers, sentence: Sentence, organ: int, pair: list[Side], end: int) -> Candidate | None:
    """ "Minister X attended the third session of the A-B Joint Commission": X of A, and B."""
    lower = layers.tokens.lower
    near = range(organ - 1, max(sentence.start, organ - _SESSION_REACH), -1)
    session = next((i for i in near if lower[i] in _SESSIONS), None)
    if session is None or _OF_GOVERNMENTS.isdisjoint(lower[session:end]):
        return None
    verbs = (attending(layers, sentence, start) for start in range(session, max(sentence.start, session - _SESSION_REACH), -1))
    verb = next((found for found in verbs if found is not None), None)
    if verb is None:
        return None
    subject = subject_of_form(layers, sentence, verb, None, gerund=lower[verb].endswith("ing"))
    there = [side for side in with_subject(layers, subject) if side.person is not None and side != PEOPLE_IN_VIEW]
    if {side.actor for side in there}.isdisjoint({side.actor for side in pair}):
        return None
    sides = [*there, *(side for side in pair if all(side.actor != other.actor for other in there))]
    return make_candidate(layers, organ, sides, RULE, 0.75, noun=lower[organ], status_at=verb, end=end)


def _between(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The two states of "(the Commission) for Trade between A and B", from the token after the body on."""
    lower = layers.tokens.lower
    for step in range(index, min(sentence.end - 1, index + _FIELD_REACH)):
        if lower[step] == "between":
            both = bodies_between(layers, step + 1, sentence)
            named = layers.nominals.starting(step + 1 + (lower[step + 1] == "the"))
            return both or (named if named is not None and bare_states(named) and named.plural and len(named.actors) == _PAIR else None)
        named = layers.nominals.starting(step + 1) if step == index and lower[step] == "of" else None
        if named is not None and bare_states(named) and named.plural and len(named.actors) == _PAIR:
            return named
        if lower[step] in FINITE or (lower[step] in GOVERNORS and lower[step] not in _TOPICS):
            return None
    return None
