"""Fixtures of the tests of searching."""

from load.seeded import make_seeded

__all__ = ["make_seeded"]
