"""The servers that these tests ask."""

from __future__ import annotations

from tests.fetch.server import other, web

__all__ = ["other", "web"]
