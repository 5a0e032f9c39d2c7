"""Ways in which a file goes bad: each takes bytes and a seeded generator, and gives other bytes."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

NUMBERS = (b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x7f\xff\xff\xff", b"\xff\xff\xff\x7f", b"99999999", b"-1", b"0", b"1e9")
MARKS = b"\"'<>&;,|\t\r\n{}[]()\\/:#*_`-= \x00\x1a\xff\xfe"
ENCODINGS = ("utf-16", "utf-16-le", "utf-32-be", "cp1251", "cp1252", "koi8_r", "shift_jis", "gb18030", "utf-7")


def cut(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(len(content) + 1)]


def behead(content: bytes, random: Random) -> bytes:
    return content[random.randrange(len(content)) :]


def gap(content: bytes, random: Random) -> bytes:
    start = random.randrange(len(content))
    return content[:start] + content[start + random.randrange(1, 200) :]


def flip(content: bytes, random: Random) -> bytes:
    bent = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 10, 100))):
        bent[random.randrange(len(bent))] ^= 1 << random.randrange(8)
    return bytes(bent)


def overwrite(content: bytes, random: Random) -> bytes:
    start = random.randrange(len(content))
    noise = random.choice((random.randbytes(random.randrange(1, 64)), random.choice(NUMBERS)))
    return content[:start] + noise + content[start + len(noise) :]


def insert(content: bytes, random: Random) -> bytes:
    for _ in range(random.choice((1, 3, 30))):
        start = random.randrange(len(content) + 1)
        content = content[:start] + bytes([random.choice(MARKS)]) * random.choice((1, 2, 50)) + content[start:]
    return content


def repeat(content: bytes, random: Random) -> bytes:
    start = random.randrange(len(content))
    part = content[start : start + random.randrange(1, 300)]
    return content[:start] + part * random.choice((2, 10, 300)) + content[start:]


def nulls(content: bytes, random: Random) -> bytes:
    start = random.randrange(len(content))
    return content[:start] + bytes(random.choice((1, 8, 512, 5000))) + content[start:]


def reencode(content: bytes, random: Random) -> bytes:
    return content.decode("utf-8", errors="replace").encode(random.choice(ENCODINGS), errors="replace")


def shuffle(content: bytes, random: Random) -> bytes:
    parts = content.split(random.choice((b"\n", b" ", b"<", b'"', b",")))
    random.shuffle(parts)
    return random.choice((b"\n", b" ", b"<", b'"', b",")).join(parts)


def another_number(content: bytes, random: Random) -> bytes:
    """Where digits stand, others, or as many as nobody writes: lengths, dates, checksums of tar."""
    places = [place for place, byte in enumerate(content) if 0x30 <= byte <= 0x39]
    if not places:
        return flip(content, random)
    place = random.choice(places)
    return content[:place] + random.choice((b"", b"9", b"-", b"9" * 30, b"9" * 5000, b"0x", b"\xb2")) + content[place + 1 :]


def both(content: bytes, random: Random) -> bytes:
    for _ in range(random.randrange(2, 6)):
        content = random.choice(MUTATIONS[:-1])(content, random) or b"\n"
    return content


MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (
    cut, behead, gap, flip, overwrite, insert, repeat, nulls, reencode, shuffle, another_number, both,
)  # fmt: skip
"""`both` is the last, and takes of the others."""
