"""Ministers and leaders of a group of states who meet: "the Nordic prime ministers met", "ministers of the Baltic states and Peru"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.openings import statement_start
from etl.extract.grammar import BE, GOVERNORS, HAVE, MODALS
from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.candidate import Candidate, Side, make_candidate
from etl.extract.meetings.noun_places import is_holding
from etl.lexicon.groups import load_state_groups
from etl.lexicon.meetings import load_meeting_terms
from etl.records import ActorRef

RULE: Final = "region-met"
_HEADS: Final = frozenset({"ministers", "leaders", "presidents", "premiers", "chancellors", "heads"})
_STATES: Final = frozenset({"states", "countries", "republics", "nations", "governments"})
_OFFICES: Final = {
    "prime": frozenset({"head_of_government"}),
    "premiers": frozenset({"head_of_government"}),
    "foreign": frozenset({"foreign_minister"}),
    "presidents": frozenset({"head_of_state"}),
    "leaders": frozenset({"head_of_state", "head_of_government"}),
    "heads": frozenset({"head_of_state", "head_of_government"}),
}
"""Which office those have of whom a word tells."""
_MEETING: Final = frozenset("met meet meets gathered gather convened convene".split())
_GOING_ON: Final = frozenset({"holding", "meeting", "gathering", "gathered", "convening"})
_HEAD_REACH, _VERB_REACH, _NOUN_REACH = 5, 9, 6
_PASSED: Final = BE | HAVE | MODALS | frozenset("to also then later today yesterday tomorrow on in this next last".split())


def read_regional(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The meeting of a group's ministers or leaders whose adjective stands at a token, as the subject of a verb of meeting."""
    lower = layers.tokens.lower
    states, end = _group_at(lower, index)
    if not states:
        return None
    if lower[end : end + 1] and lower[end] in _STATES:
        head = next((i for i in range(index - 1, max(sentence.start, index - _HEAD_REACH) - 1, -1) if lower[i] in _HEADS), None)
        end += 1
    else:
        head = next((i for i in range(end, min(sentence.end, end + _HEAD_REACH)) if lower[i] in _HEADS), None)
        end = head + 1 if head is not None else end
    if head is None or not _is_subject(layers, sentence, min(head, index)):
        return None
    further, end = _joined(layers, end)
    verb = _verb(layers, sentence, end)
    meets = verb is None or lower[verb] in _MEETING or (lower[verb] in _GOING_ON and lower[verb] != "holding")
    trigger = verb if meets or verb is None else _noun(layers, sentence, verb)
    if verb is None or trigger is None:
        return None
    words = lower[max(sentence.start, head - 2) : head + 1]
    offices = next((office for word, office in _OFFICES.items() if word in words), frozenset[str]())
    sides = [_bearer(layers, state, offices) for state in (*states, *further)]
    return make_candidate(layers, trigger, sides, RULE, 0.75, end=trigger + 1, status_at=verb)


def _group_at(lower: list[str], index: int) -> tuple[tuple[ActorRef, ...], int]:
    """The states of the longest adjective at a token, and where it ends."""
    for words, states in load_state_groups().items():
        if tuple(lower[index : index + len(words)]) == words:
            return states, index + len(words)
    return (), index


def _is_subject(layers: Layers, sentence: Sentence, start: int) -> bool:
    """Whether a phrase opens its clause, past the offices before "ministers": "Foreign and defence ministers of the Baltic states"."""
    lower, opening = layers.tokens.lower, statement_start(layers, sentence)
    before = lower[opening:start]
    before = before[:-1] if before[-1:] == ["the"] else before
    return (len(before) <= _HEAD_REACH and GOVERNORS.isdisjoint(before)) or before[-1:] in ([","], ["as"], ["when"], ["while"])


def _joined(layers: Layers, index: int) -> tuple[list[ActorRef], int]:
    """The states named with a group: "of the Baltic states and Germany"."""
    lower, found = layers.tokens.lower, list[ActorRef]()
    while lower[index : index + 1] in (["and"], [","]):
        entity = layers.entity_at(index + 1)
        if entity is None or entity.kind != "state":
            break
        found.append(entity.actor)
        index = entity.end
    return found, index


def _verb(layers: Layers, sentence: Sentence, index: int) -> int | None:
    """Where the verb of meeting stands, after auxiliaries, adverbs and days; "held a meeting" is one."""
    lower = layers.tokens.lower
    for step in range(index, min(sentence.end, index + _VERB_REACH)):
        if (
            lower[step] in _MEETING
            or (lower[step] in _GOING_ON and lower[step - 1] in BE)
            or (is_holding(lower, step) and lower[step] not in HAVE and lower[step] not in BE)
        ):
            return step
        dated = layers.dates.covering(step)
        if lower[step] not in _PASSED and not dated and not lower[step].endswith("ly"):
            return None
    return None


def _noun(layers: Layers, sentence: Sentence, verb: int) -> int | None:
    """The noun of meeting that a verb holds."""
    lower, nouns = layers.tokens.lower, load_meeting_terms().nouns
    return next((i for i in range(verb + 1, min(sentence.end, verb + 1 + _NOUN_REACH)) if lower[i] in nouns), None)


def _bearer(layers: Layers, state: ActorRef, offices: frozenset[str]) -> Side:
    """Who meets for a state: the one person of it whom the text gives the office, or nobody by name."""
    bearers = [p.index for p in layers.people if p.name and p.actor == state and p.offices & offices]
    return Side(bearers[0] if len(bearers) == 1 else None, state)
