"""Fixtures of the nightly job's tests."""

from collections.abc import Iterator

import pytest
from load.seeded import Maker, make_seeded
from sqlalchemy import Engine

from models.store import open_engine
from tests.fetch.server import web

__all__ = ["make_seeded", "web"]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, make_seeded: Maker) -> str:
    return make_seeded(request.param)


@pytest.fixture
def store(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    yield engine
    engine.dispose()
