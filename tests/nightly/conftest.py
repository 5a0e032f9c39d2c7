"""Fixtures of the nightly job's tests."""

from load.seeded import make_seeded

from tests.fetch.server import web

__all__ = ["make_seeded", "web"]
