"""For whom officials act of whom a text says no state, but what their state will do."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import observe, people

COMMITMENTS = [
    case("will lend, X said", "Peru will lend two rigs to Chile, Minister Abel Lanza said on Monday.", "PE"),
    case("X said that it was grateful", "Minister Abel Lanza said that Peru was grateful to Chile for the rigs.", "PE"),
    case("X told Y it would help", "Minister Abel Lanza told Chilean Minister Ramona Illanes that Peru would help with the rigs.", "PE"),
    case("X conveyed its solidarity", "Minister Abel Lanza conveyed Peru's solidarity to the families in Chile.", "PE"),
    case("of another nothing is promised", "Peru will not stop, Minister Abel Lanza said in Chile on Monday.", None),
    case("two are promised of", "Minister Abel Lanza said Peru would help and Chile would help. Lanza said Chile was ready.", None),
    case("a title has the state", "Peru will lend two rigs to Chile, Chilean Minister Abel Lanza said on Monday.", "CL"),
]


@pytest.mark.parametrize(("text", "actor"), COMMITMENTS)
def test_whose_official_promises(text: str, actor: str | None) -> None:
    assert people(observe(text))["Abel Lanza"][0] == actor
