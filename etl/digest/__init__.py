"""The digest: what is new in some days, as one page that needs nothing but a browser."""

from __future__ import annotations

from etl.digest.page import write_page
from etl.digest.rows import Days, Digest, last_day, read_digest

__all__ = ["Days", "Digest", "last_day", "read_digest", "write_page"]
