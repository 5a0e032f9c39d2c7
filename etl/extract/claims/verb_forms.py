"""The forms of the lexicon's verbs, each read once: only what is bound to a verb ("call on") depends on where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from etl.lexicon.cues import Cue, CueForm, load_cues
from etl.records import Act


class Reading(NamedTuple):
    """A verb with the words bound to it, from the readings of its form that these words leave. `length`: of all that, in tokens."""

    length: int
    form: CueForm
    act: Act
    frames: frozenset[str]
    weight: float
    lemma: str


class VerbForm(NamedTuple):
    """A form of verbs: how it is read with nothing bound to it. `bound`: the words with one of which anything bound to it begins."""

    bare: Reading | None
    bound: frozenset[str]


def read_together(fitting: Sequence[tuple[Cue, CueForm]]) -> Reading | None:
    """What those of the readings say that bind the most words: the likeliest of them, in all their frames. They stand longest first."""
    if not fitting:
        return None
    longest = len(fitting[0][0].following)
    same = [reading for reading in fitting if len(reading[0].following) == longest]
    cue, form = max(same, key=lambda reading: reading[0].weight)
    frames = frozenset().union(*(reading[0].frames for reading in same))
    return Reading(1 + longest, form, cue.act, frames, cue.weight, " ".join((cue.lemma, *cue.following)))


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Every form of a verb, read once for all the places where nothing stands that may be bound to it."""
    return {
        form: VerbForm(
            read_together([reading for reading in readings if not reading[0].following]),
            frozenset(cue.following[0] for cue, _ in readings if cue.following),
        )
        for form, readings in load_cues().verbs.items()
    }
