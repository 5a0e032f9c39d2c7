"""Who says something: people, or the actors they speak for, as far as an article tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from etl.records import ActorRef
from etl.resolve.bearers import actors_conflict
from etl.resolve.blocks import Key, family_keys
from etl.resolve.names import name_words, same_name, same_word, skeleton
from etl.resolve.scoring import Feature

_WEIGHT = 0.15
_SAME_WORD = 0.9
_SAME_NAME = 0.85


@dataclass(frozen=True, slots=True)
class Voice:
    """The people who say something (keys and names), and the actors that they, or unnamed ones, speak for; nobody when both are empty.

    `perhaps`: of people whose actor is not told, those that they speak of: it may be one of them.
    """

    speakers: tuple[int, ...]
    names: tuple[str, ...]
    actors: frozenset[ActorRef]
    perhaps: frozenset[ActorRef] = frozenset()

    @property
    def is_known(self) -> bool:
        """Whether anybody is known to speak."""
        return bool(self.speakers or self.actors)


def compare_voices(a: Voice, b: Voice, *, one_meeting: bool) -> Feature | None:
    """Return how well two voices agree, None when they are two: two people, or a person and an actor whom the person is not known to serve.

    `one_meeting`: both spoke there, so that a voice of which little is known may be any other.
    """
    if a.speakers and b.speakers:
        if a.speakers == b.speakers:
            return Feature("speaker", 1.0, 0.0, "")
        if len(a.speakers) == len(b.speakers) == 1:
            return _one_name(a, b)
        return None
    if not a.is_known and not b.is_known:
        return Feature("speaker", 0.5, 0.0, "")
    if not a.actors & b.actors:
        vague = not (a.actors and b.actors) and (one_meeting or bool(a.actors & b.perhaps or b.actors & a.perhaps))
        return Feature("speaker", 0.2, 2 * _WEIGHT, "who speaks is not told in one of them") if vague else None
    if a.speakers or b.speakers:
        return Feature("speaker", 0.6, _WEIGHT, "a person of the actor that speaks in the other")
    return Feature("speaker", 1.0, 0.0, "") if a.actors == b.actors else Feature("speaker", 0.6, _WEIGHT, "an actor that speaks in both")


def voice_blocks(voice: Voice) -> Iterator[Key]:
    """Yield the keys under which a known voice is filed: its names as far as romanizations agree, and its actors, by who speaks."""
    yield from _name_blocks(voice)
    for actor in sorted(voice.actors | voice.perhaps):
        yield ("voice of a person of" if voice.speakers else "voice of", actor)


def sought_voices(voice: Voice) -> Iterator[Key]:
    """Yield the keys under which voices are filed that may be this one. Two people of one actor never ask for each other."""
    yield from _name_blocks(voice)
    for actor in sorted(voice.actors | voice.perhaps):
        yield ("voice of", actor)
        if not voice.speakers:
            yield ("voice of a person of", actor)


def _name_blocks(voice: Voice) -> Iterator[Key]:
    for name in voice.names:
        for word in family_keys(name):
            yield ("voice", skeleton(word) or word)


def _one_name(a: Voice, b: Voice) -> Feature | None:
    """One full name (whose actor an article may have missed), or one word of a name alone and no actor that keeps the two apart."""
    one, other = a.names[0], b.names[0]
    shown = f"one name ({one} / {other})"
    if same_name(one, other) >= _SAME_NAME:
        return Feature("speaker", 0.8, _WEIGHT, shown)
    if any(actors_conflict(x, y) for x in a.actors for y in b.actors):
        return None
    short, full = sorted((name_words(one), name_words(other)), key=lambda words: (len(words), words))
    alone = len(short) == 1 and any(same_word(short[0], word) >= _SAME_WORD for word in (full[0], full[-1]))
    return Feature("speaker", 0.7, _WEIGHT, shown) if alone else None
