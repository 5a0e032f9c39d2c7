"""Fixtures of the loading tests."""

from .articles import made_by_hand
from .seeded import make_seeded

__all__ = ["made_by_hand", "make_seeded"]
