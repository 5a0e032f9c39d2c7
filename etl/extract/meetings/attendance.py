"""Who else took part in the meeting that the text has in view: "the talks were attended by X", "X was present at the meeting",
"also present were X and Y".
"""

from __future__ import annotations

from typing import Final

from etl.extract.claims.openings import statement_start
from etl.extract.claims.sources import source_left
from etl.extract.grammar import BE
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate, make_candidate
from etl.extract.meetings.company import SIDE_NOUNS, is_guess, listed, names_meeting, state_near
from etl.extract.meetings.sides import members
from etl.lexicon.meetings import load_meeting_words
from etl.records import ActorRef

RULE: Final = "attended"
_INVERTED: Final = frozenset({"present", "taking", "attending", "participating"})
"""Words after which those who took part are named: "(also) taking part in the meeting were X and Y"."""
_SUMMIT: Final = "summit"
_OPENING: Final = 2
_REACH: Final = 12


def read_attendance(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """Those who attended, where a verb or adjective of attending stands at a token."""
    lower = layers.tokens.lower
    word = lower[index]
    if word not in load_meeting_words().attending_words:
        return None
    passive = lower[index + 1 : index + 2] == ["by"] and (lower[index - 1] in BE or lower[index - 2] in BE)
    if passive and names_meeting(layers, sentence.start, index):
        return _candidate(layers, index, listed(layers, index + 2, sentence))
    if word in _INVERTED and index - sentence.start <= _OPENING and not _ends(lower, index + 1, sentence):
        were = next((step for step in range(index, min(sentence.end, index + _REACH)) if lower[step] in ("were", "was")), None)
        beside = lower[index + 1 : index + 3] == ["together", "with"]  # "also present together with X were Y and Z"
        if were is not None and (were == index + 1 or beside or names_meeting(layers, index, were)):
            state = state_near(layers, sentence, index, SIDE_NOUNS, reach=were - index)
            return _candidate(layers, index, listed(layers, were + 1, sentence), state)
        return None
    if passive or not (names_meeting(layers, index, min(sentence.end, index + _REACH), definite=True) or _ends(lower, index + 1, sentence)):
        return None
    if _SUMMIT in lower[index : min(sentence.end, index + _REACH)]:
        return None  # a gathering of its own, not the meeting in view
    subject, _ = source_left(layers, index, sentence)
    named = [n for n in listed(layers, statement_start(layers, sentence), sentence) if n.end <= index]
    if subject is not None and subject.people and any(n.people[-1] == subject.people[-1] for n in named):
        return _candidate(layers, index, named)  # "X, minister of trade, and Y, ambassador to A, attended the meeting"
    return _candidate(layers, index, [subject] if subject is not None else [])


def _ends(lower: list[str], index: int, sentence: Sentence) -> bool:
    return index >= sentence.end or lower[index] in (".", "too", ";")


def _candidate(layers: Layers, index: int, nominals: list[Nominal], state: ActorRef | None = None) -> Candidate | None:
    """Those who were there too. `state`: on whose side, where the text says so; it is surer than what was only inferred."""
    present = [side._replace(role="accompanying") for n in nominals for side in members(layers, n) if side.person is not None]
    sides = [side._replace(actor=state or side.actor) if is_guess(layers, side) else side for side in present]
    found = make_candidate(layers, index, sides, RULE, 0.8) if sides else None
    return found if found is not None and found.status == "held" else None
