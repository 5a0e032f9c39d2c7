"""What a rule asks for before it looks closely keeps nothing back: with all these gates open the sample articles give the same rows."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

import pytest

from bench.corpus import sample_articles
from etl.extract.claims import edges, finite, relatives, sources
from etl.extract.dates import context
from etl.extract.layers import Layers
from etl.extract.meetings import assemblies, dated_events, host_events, mentions, other_days
from etl.extract.nominals import groups, parties
from etl.extract.people import phrases
from etl.extract.pipeline import extract


class _Everything(frozenset[str]):
    """A set of words that holds whatever is asked for."""

    def __contains__(self, word: object) -> bool:
        return True

    def isdisjoint(self, _: Iterable[object]) -> bool:
        return False


_GATES: tuple[tuple[ModuleType, str], ...] = (
    (sources, "_SERVES"),
    (relatives, "_RELATIVE"),
    (finite, "_QUOTATION_ENDS"),
    (edges, "_AT_ENDS"),
    (context, "_HAD_BEEN_TO"),
    (dated_events, "_EARLIER"),
    (other_days, "_RELATIVE"),
    (mentions, "_FURTHER"),
    (host_events, "_BESIDES"),
    (groups, "_JOINTS"),
    (phrases, "_AIRPORTS"),
)
"""Sets of words without one of which a rule does not look any closer."""


def test_open_gates_let_nothing_else_through(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = sample_articles()
    gated = [extract(article) for article in articles]

    def every_sentence(layers: Layers) -> frozenset[int]:
        return frozenset(range(len(layers.sentences)))

    for module, name in _GATES:
        assert isinstance(getattr(module, name), frozenset)
        monkeypatch.setattr(module, name, _Everything())
    monkeypatch.setattr(parties, "_after_article", _Everything)
    monkeypatch.setattr(assemblies, "sentences_of_bodies", every_sentence)
    assert [extract(article) for article in articles] == gated
