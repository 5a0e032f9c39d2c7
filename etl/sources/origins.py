"""How files, members and rows are called: names of others are shown, as one line, and never opened as paths.

The origin of a member is `archive!member`, as Java and Ant write it; that of a row or record is `file:number`.
"""

from __future__ import annotations

import re
import unicodedata

NOT_SHOWN = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Control characters, halves of surrogate pairs (bytes that are no UTF-8), line and paragraph separators."""
NAME_CHARACTERS = 1000
ARCHIVE = re.compile(r"(\.(?:zip|tar|tgz|tbz2?|txz|gz|bz2|xz))!.*", re.IGNORECASE | re.DOTALL)
NUMBER = re.compile(r"(\.(?:jsonl|ndjson|csv|tsv|parquet|warc)(?:\.(?:gz|bz2|xz))?):\d+$", re.IGNORECASE)


def shown(name: str) -> str:
    """Return a name as one line that can be stored: what cannot be shown is written as an escape, so that names that differ still do."""
    if len(name) > NAME_CHARACTERS:
        name = f"{name[:NAME_CHARACTERS]}… ({len(name)} characters)"
    if name.isprintable():
        return name
    return "".join(_escape(c) if unicodedata.category(c) in NOT_SHOWN else c for c in name)


def _escape(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        # How Python carries a byte of a name that is not UTF-8.
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def member_of(archive: str, member: str) -> str:
    """Return the origin of a member of an archive."""
    return f"{archive}!{shown(member)}"


def hidden(member: str) -> bool:
    """Return whether a member of an archive, or a folder it stands in, is hidden, as in a directory."""
    return any(part.startswith(".") and part not in (".", "..") for part in member.replace("\\", "/").split("/"))


def numbered(file: str, number: int) -> str:
    """Return the name or origin of a line, row or record (by its offset) of a file."""
    return f"{file}:{number}"


def file_of(origin: str) -> str:
    """Return the path of the file that an origin leads into."""
    return ARCHIVE.sub(r"\1", unnumbered(origin))


def unnumbered(origin: str) -> str:
    """Return an origin without the number of a line, row or record: what a later version of the same row shares with it."""
    return NUMBER.sub(r"\1", origin)
