"""Fixtures of the loading tests."""

from .articles import made_by_hand

__all__ = ["made_by_hand"]
