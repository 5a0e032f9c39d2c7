"""Headless reported speech: sentences without any source that go on with what somebody said, and where narration resumes.

A readout tells what a speaker said in sentences of its own ("Peru supports the plan."). Such a sentence follows an attribution in its
paragraph, or opens a paragraph with the speaker's own side as its subject; it stands in the present, perfect or future, or says what should be
done. Who met, signed, attended, exchanged views or accompanied whom is narration, as is plain past tense.
"""

from __future__ import annotations

from etl.extract.claims.cues import BE, HAVE, MODALS
from etl.extract.claims.discourse import Holder
from etl.extract.layers import Layers, Nominal, Sentence
from etl.lexicon.cues import Cues
from etl.records import ActorRef

_NARRATED = frozenset(
    "met meets meet held hold signed issued exchanged attended accompanied visited arrived inspected toured laid witnessed presented awarded delivered made joined"
    " discussed reviewed talked chaired hosted welcomed left departed took touched briefed participated inaugurated opened recently followed stated".split()
)
_NARRATIVE_OPENINGS = frozenset("later earlier prior before after following during also present among upon".split())
_STRONG = frozenset({"is", "are", "should", "must", "will", "has", "have", "can", "needs", "need", "stands", "remains"})


def subject(layers: Layers, sentence: Sentence) -> Nominal | None:
    """The nominal that opens the sentence, after a fronted phrase closed by a comma if there is one."""
    lower = layers.tokens.lower
    nominal = layers.nominal_starting(sentence.start)
    if nominal is not None:
        return nominal
    for index in range(sentence.start, min(sentence.end, sentence.start + 24)):
        if lower[index] == ",":
            return layers.nominal_starting(index + 1)
    return None


def _main_verb(layers: Layers, start: int, end: int) -> str:
    lower = layers.tokens.lower
    index = start
    while index < end and (
        lower[index].endswith("ly") or lower[index] in ("also", "jointly", "then", "further", "always", "both", "all", ",")
    ):
        index += 1
    return lower[index] if index < end else ""


def continues(layers: Layers, sentence: Sentence, floor: Holder | None, same_paragraph: bool, cues: Cues) -> float:
    """How sure the sentence goes on with the floor holder's statement: 0 when it does not."""
    if floor is None or not (floor.people or floor.actors):
        return 0.0
    tokens = layers.tokens
    lower = tokens.lower
    opening = subject(layers, sentence)
    first = lower[sentence.start]
    if opening is not None and opening.kind in ("person", "group", "office"):
        return 0.0
    verb = _main_verb(layers, opening.end, sentence.end) if opening is not None else ""
    if opening is not None and opening.kind in ("parties", "pronoun", "role") and verb in _NARRATED:
        return 0.0
    if opening is not None and opening.kind == "pronoun" and opening.head in ("he", "she", "they"):
        return 0.0
    words = lower[sentence.start : sentence.end]
    finite = [w for w in words if w in BE or w in HAVE or w in MODALS or w in ("must", "should")]
    passive_event = any(w in ("signed", "held", "issued", "presented") for w in words) and any(w in ("was", "were") for w in finite)
    if passive_event or (first in _NARRATIVE_OPENINGS and not any(w in _STRONG for w in finite)):
        return 0.0
    past_only = finite and all(w in ("was", "were", "had", "did", "been", "be") for w in finite)
    own = opening is not None and _own(opening.actors, floor.actors)
    stance = _has_stance(layers, sentence, cues)
    if same_paragraph:
        if past_only and not stance:
            return 0.0
        if own or (opening is not None and opening.kind == "parties"):
            return 0.85
        if any(w in _STRONG for w in finite) or stance:
            return 0.75
        return 0.55 if opening is None or opening.kind in ("actor", "thing", "name") or verb.endswith("s") else 0.0
    if own and (stance or any(w in _STRONG for w in finite)) and verb not in _NARRATED:
        return 0.7
    if (
        opening is not None
        and opening.kind == "parties"
        and lower[opening.end : opening.end + 1] in (["should"], ["must"], ["need"], ["will"])
    ):
        return 0.6
    return 0.0


def _own(actors: tuple[ActorRef, ...], floor: tuple[ActorRef, ...]) -> bool:
    return bool(actors) and set(actors) <= set(floor)


def _has_stance(layers: Layers, sentence: Sentence, cues: Cues) -> bool:
    return any(
        s.weight >= 0.7 for w in layers.tokens.lower[sentence.start : sentence.end] for s in cues.stances.get(w, ()) if len(s.words) == 1
    )
