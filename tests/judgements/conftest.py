"""Fixtures of the tests of judgements: seeded stores, and observations made by hand."""

from load.articles import made_by_hand
from load.seeded import make_seeded

__all__ = ["made_by_hand", "make_seeded"]
