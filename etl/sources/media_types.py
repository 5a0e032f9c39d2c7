"""Media types as servers write them (RFC 9110, 8.3.1)."""

from __future__ import annotations

import re

TYPE = re.compile(r"\s*([!#$&^_.+\w-]+/[!#$&^_.+\w-]+)", re.ASCII)
CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)


def type_and_charset(value: str) -> tuple[str | None, str | None]:
    """Return the media type and the charset of a Content-Type, in small letters; None for what it does not say."""
    kind, charset = TYPE.match(value), CHARSET.search(value)
    return kind[1].lower() if kind else None, charset[1].lower() if charset else None
