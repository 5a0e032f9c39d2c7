"""SQLAlchemy models of the store, and the views' SQL. Importing this package registers every table; it never imports `etl`."""

from __future__ import annotations

from models import copies, decisions, observed, operations, reference, resolved, resolving, sources
from models.base import Base

__all__ = ["Base", "copies", "decisions", "observed", "operations", "reference", "resolved", "resolving", "sources"]
