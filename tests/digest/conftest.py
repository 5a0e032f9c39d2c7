"""Fixtures of the digest's tests."""

from load.seeded import make_seeded

__all__ = ["make_seeded"]
