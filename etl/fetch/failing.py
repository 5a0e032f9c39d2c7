"""Failing: of one address, never of its source or of the run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from etl.errors import FetchError, in_one_line


@contextmanager
def fetch_errors(url: str) -> Iterator[None]:
    """Turn whatever goes wrong with one address, foreseen or not, into a FetchError: it concerns no other address."""
    try:
        yield
    except FetchError:
        raise
    except Exception as error:
        raise FetchError(url, f"unexpected: {in_one_line(error)}") from error
