"""Engines that a test opens as it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from sqlalchemy import Engine

from models.store import open_engine


@pytest.fixture
def store_on() -> Iterator[Callable[[str], Engine]]:
    """A function that opens the store at a URL; what it opened is closed after the test."""
    with ExitStack() as stack:

        def opened(url: str) -> Engine:
            engine = open_engine(url)
            stack.callback(engine.dispose)
            return engine

        yield opened
