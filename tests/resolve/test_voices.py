"""Whether two claims have one voice."""

from __future__ import annotations

import pytest

from etl.records import ActorRef
from etl.resolve.voices import Voice, compare_voices, sought_voices, voice_blocks

NORWAY, BRAZIL, FIJI = (ActorRef("state", code) for code in ("NO", "BR", "FJ"))
NOBODY = Voice((), (), frozenset())


def voice(name: str | None, *actors: ActorRef, key: int = 1) -> Voice:
    return Voice((key,) if name else (), (name,) if name else (), frozenset(actors))


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        (voice("Ingrid Solberg", NORWAY), voice("Ingrid Solberg", NORWAY), 1.0),
        (voice("Ingrid Solberg", NORWAY), voice("Solberg", key=2), 0.7),
        (voice("Ingrid Solberg", NORWAY), voice("Ingrid Marie Solberg", key=2), 0.8),
        (voice("Ingrid Solberg", NORWAY), voice("Ingrid Solberg", BRAZIL, key=2), 0.8),
        (voice("Ingrid Solberg", NORWAY), voice(None, NORWAY), 0.6),
        (voice(None, NORWAY), voice(None, NORWAY), 1.0),
        (voice(None, NORWAY), voice(None, NORWAY, BRAZIL), 0.6),
        (voice("Ingrid Solberg", NORWAY), voice("Siv Moen", NORWAY, key=2), None),
        (voice("Ingrid Solberg", NORWAY), voice("Solberg", BRAZIL, key=2), None),
        (voice("Ingrid Solberg", NORWAY), voice(None, BRAZIL), None),
        (voice("Ingrid Solberg"), voice(None, NORWAY), None),
        (NOBODY, voice(None, NORWAY), None),
    ],
)
def test_voices(one: Voice, other: Voice, value: float | None) -> None:
    found = compare_voices(one, other, one_meeting=False)
    assert (found.value if found else None) == value
    assert compare_voices(other, one, one_meeting=False) == found or (found and found.reason)
    if found:
        assert set(sought_voices(one)) & set(voice_blocks(other))
        assert set(sought_voices(other)) & set(voice_blocks(one))


@pytest.mark.parametrize("vague", [NOBODY, voice("Ingrid Solberg")])
def test_in_one_meeting_a_vague_voice_may_be_another(vague: Voice) -> None:
    found = compare_voices(vague, voice(None, NORWAY), one_meeting=True)
    assert found is not None and found.value < 0.5
    assert compare_voices(voice("Siv Moen", FIJI), voice("Ingrid Solberg", NORWAY, key=2), one_meeting=True) is None


def test_who_speaks_of_an_actor_may_speak_for_it() -> None:
    unplaced = Voice((1,), ("Ingrid Solberg",), frozenset(), frozenset({NORWAY}))
    found = compare_voices(unplaced, voice(None, NORWAY), one_meeting=False)
    assert found is not None and found.value < 0.5
    assert set(sought_voices(unplaced)) & set(voice_blocks(voice(None, NORWAY)))


def test_two_people_of_one_actor_are_not_looked_for() -> None:
    assert not set(sought_voices(voice("Ingrid Solberg", NORWAY))) & set(voice_blocks(voice("Siv Moen", NORWAY, key=2)))
