"""Files that somebody made so: to fill the memory, to take for ever, to lie, or to be written where they should not."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.hostile.seeds import HTML, PARAGRAPHS, ROWS, SEEDS, TEXT
from tests.sources.made import as_csv, as_jsonl, as_parquet, as_tar, as_zip, http, record

LARGE = 50_000_000
DEEP = 100_000
LONG = 20_000

Write = Callable[[Path], object]


def bombs() -> Iterator[tuple[str, bytes | Write]]:
    """Yield names and contents; what is large is written when it is wanted."""
    for kind in (large, deep, packed, lying, named, tables, markup, monotonous):
        yield from kind()


def large() -> Iterator[tuple[str, bytes | Write]]:
    """Yield files of 50 MB in one line, document or field."""
    for name, start, step, end in (
        ("line.txt", b"", b"They met in Bern. ", b""),
        ("line.jsonl", b'{"text": "', b"They met in Bern. ", b'"}\n{"text": "They met."}\n'),
        ("open.csv", b'id,text\nr1,"', b"They met, ", b'"\nr2,They met.\n'),
        ("commas.csv", b"id,text\n", b"a,b,c,d,", b"\nr2,They met.\n"),
        ("head.csv", b"text", b",column", b"\n"),
        ("page.html", b"<html><body>", b"<p>They met in Bern on Friday.</p>", b"</body></html>"),
        ("line.warc", b"WARC/1.0\r\nWARC-Type: ", b"response ", b"\r\n\r\n"),
        ("lines.jsonl", b"", b"[]\n" * 100, b""),
    ):
        yield name, lambda path, parts=(start, step, end): _write(path, *parts)  # type: ignore[misc]


def _write(path: Path, start: bytes, step: bytes, end: bytes) -> None:
    block = step * (1_000_000 // len(step))
    with path.open("wb") as file:
        file.write(start)
        for _ in range(LARGE // len(block)):
            file.write(block)
        file.write(end)


def deep() -> Iterator[tuple[str, bytes | Write]]:
    """Yield what stands in itself a hundred thousand times."""
    for mark, end in (("[", "]"), ('{"a":', "}"), ('{"text": [', "]}")):
        yield "deep.jsonl", (mark * DEEP + "1" + end * DEEP + "\n").encode()
    for tag in ("div", "p", "b", "table><tr><td", "ul><li", "blockquote", "article", "span"):
        inner = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
        closed = "".join(f"</{one}>" for one in reversed(tag.split("><")))
        for depth in (200, 3000, DEEP // 4):
            yield "deep.html", f"<html><body>{f'<{tag}>' * depth}{inner}{closed * depth}</body></html>".encode()
        yield "open.html", f"<html><body>{f'<{tag}>' * (DEEP // 4)}{inner}".encode()
    for mark in ("> ", "- ", "* ", "[", "![", "*", "**a ", "_", "`", "<", "<a ", "(", "[a](", "\\", "&", "#", "    "):
        yield "deep.md", (mark * 5_000 + TEXT).encode()
        yield "wide.md", ((mark + "a\n") * 5_000 + TEXT).encode()


def packed() -> Iterator[tuple[str, bytes | Write]]:
    """Yield bombs of every packing."""
    zeros = bytes(LARGE)
    for name in ("a.html", "a.txt", "a.jsonl", "a.csv", "a.warc", "a.tar", "a.zip", "a.parquet"):
        yield f"{name}.gz", gzip.compress(zeros)
        yield f"{name}.xz", lzma.compress(zeros)
        yield f"{name}.bz2", bz2.compress(zeros)
        yield "bomb.zip", as_zip({name: zeros})
    yield "lines.jsonl.gz", gzip.compress(b"\n" * 2_000_000)
    yield "rows.csv.gz", gzip.compress(b"text\n" + b"a\n" * 5_000)
    yield "many.zip", as_zip({f"{n}.html": zeros[:9_000_000] for n in range(30)})
    inner = as_zip({f"{n}.txt": zeros[:5_000_000] for n in range(5)})
    for _ in range(4):
        inner = as_zip({f"{n}.zip": inner for n in range(16)})
    yield "42.zip", inner
    layers = as_jsonl(ROWS)
    for _ in range(20):
        layers = gzip.compress(layers)
    yield f"a.jsonl{'.gz' * 20}", layers
    yield "overlap.zip", _overlapping()
    yield "headers.tar.gz", gzip.compress(_long_headers(LARGE))
    yield "pax.tar", b"".join(_header(tarfile.XHDTYPE, 0) for _ in range(5_000)) + as_tar({"a.html": HTML})
    yield "members.tar.gz", gzip.compress(_header(b"0", 0, "a.html") * 150_000)
    yield "members.zip", as_zip({f"{n}.x": b"" for n in range(20_000)})


def _overlapping() -> bytes:
    """Return a zip whose directory names the same bytes a thousand times."""
    whole = as_zip({"a.html": bytes(8_000_000)})
    start, end = whole.index(b"PK\x01\x02"), whole.index(b"PK\x05\x06")
    directory, count = whole[start:end], 1000
    tail = bytearray(whole[end:])
    tail[8:10] = tail[10:12] = count.to_bytes(2, "little")
    tail[12:16] = (len(directory) * count).to_bytes(4, "little")
    return whole[:start] + directory * count + bytes(tail)


def _header(kind: bytes, size: int, name: str = "x") -> bytes:
    info = tarfile.TarInfo(name)
    info.type, info.size = kind, size
    return info.tobuf(tarfile.GNU_FORMAT)


def _long_headers(size: int) -> bytes:
    return _header(tarfile.GNUTYPE_LONGNAME, size) + b"x" * size + as_tar({"a.html": HTML})


def lying() -> Iterator[tuple[str, bytes | Write]]:
    """Yield WARC files whose lengths are lies, and archives whose directories are."""
    answer = http(HTML, "Content-Type: text/html")
    for length in (
        0,
        1,
        17,
        100,
        len(answer) - 1,
        len(answer) + 1,
        len(answer) + 4,
        5_000,
        9_999_999,
        10_000_001,
        1 << 31,
        1 << 63,
        10**17,
    ):
        lie = record(answer, length=length)
        for content in (lie, lie * 3, lie + record(answer), record(answer) + lie + record(answer)):
            yield "lie.warc", content
            yield "lie.warc.gz", b"".join(gzip.compress(b"WARC/" + part) for part in content.split(b"WARC/")[1:])
    yield "lies.warc", record(answer, length=9_999_999) * 3_000
    yield "header.warc", record(answer, **{f"X{n}": "y" * 50 for n in range(5_000)})
    yield "chunks.warc", record(http(b"7fffffff\r\n" + HTML, "Content-Type: text/html", "Transfer-Encoding: chunked"))
    yield "chunks.warc", record(http(b"1\r\na\r\n" * 100_000, "Content-Type: text/html", "Transfer-Encoding: chunked"))
    for encoding in ("gzip", "deflate", "gzip, gzip", "br", "zstd", "x" * 1000, ",,,,"):
        for body in (gzip.compress(bytes(20_000_000)), gzip.compress(HTML)[:50], HTML):
            yield "coded.warc", record(http(body, "Content-Type: text/html", f"Content-Encoding: {encoding}"))
    for charset in ("koi8-r", "utf-16", "idna", "punycode", "zlib", "x" * 300, "\x00", "utf-8", "unicode_escape"):
        yield "charset.warc", record(http(HTML + b"\xff\xfe\x00", f"Content-Type: text/html; charset={charset}"))
    for url in ("", "x" * 20_000, "https://x.example/\x00\x1b", "javascript:x", "https://x.example/../../etc/passwd"):
        yield "url.warc", record(answer, url=url)
    for date in ("", "yesterday", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2031-05-02"):
        yield "date.warc", record(answer, WARC_Date=date)


def named() -> Iterator[tuple[str, bytes | Write]]:
    """Yield archives with members that are called as no file should be."""
    names = [
        "../../../../etc/cron.d/a.html",
        "/etc/passwd.html",
        "C:\\windows\\a.html",
        "a\nb.html",
        "a\r.html",
        "a\x00b.html",
        "\x1b[31m.html",
        "\u202ehtml.txt",
        "caf\udce9.html",
        "." * 300 + ".html",
        "x" * 60_000 + ".html",
        "",
        " .html",
        "a.html/",
        "con.html",
        "a!b.html:3",
    ]
    for name in names:
        yield "named.tar", as_tar({name: HTML})
        if name and not any("\ud800" <= c <= "\udfff" for c in name):
            yield "named.zip", as_zip({name: HTML})
            yield "nul.zip", as_zip({f"{name}Q.html"[-200:]: HTML}).replace(b"Q.html", b"\x00.html")
    for kind in (b"1", b"2", b"3", b"4", b"5", b"6", b"7", b"S", b"x", b"g", b"L", b"K", b"V", b"?"):
        yield "kind.tar", _header(kind, 0, "a.html") + as_tar({"b.html": HTML})
        yield "kind.tar", _header(kind, 1 << 33, "a.html") + as_tar({"b.html": HTML})
    yield "twice.zip", as_zip({"a.html": HTML}) + as_zip({"b.html": HTML})
    yield "locked.zip", as_zip({"a.html": HTML}).replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
    for kind in (zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        whole = as_zip({"a.html": HTML, "b.html": HTML}, kind)
        yield "kind.zip", whole
        yield "kind.zip", whole.replace(b"PK\x03\x04", b"PK\x03\x05", 1)
    for method in range(0, 100, 3):
        yield "method.zip", as_zip({"a.html": HTML}).replace(b"\x08\x00", bytes([method, 0]))


def tables() -> Iterator[tuple[str, bytes | Write]]:
    """Yield tables with quotes, columns and footers that are wrong."""
    for row in ('"', '""', '"""', 'a"b,c', '"a"b', '"a\nb', '\\"', "'", "\x00", "a," * 50, "\ufeff", "=cmd()", '"a",,,,"'):
        yield "quotes.csv", f"id,text\nr1,One.\n{row}\nr2,Two.\n".encode()
        yield "quotes.csv", f"id,text\n{row},{row}\n".encode() * 50
    for header in ("", '"', "text,text,text", "id", ",,,", "text;id\tx|y", "\x00", "TEXT", " text ", "text" * 1000, "language,lang,text"):
        yield "header.csv", f"{header}\nOne.,Two.,Three.\n".encode()
    parquet = as_parquet(ROWS)
    for keep in range(0, len(parquet), max(1, len(parquet) // 40)):
        yield "cut.parquet", parquet[:keep]
        yield "cut.parquet", parquet[keep:]
    footer = int.from_bytes(parquet[-8:-4], "little")
    for length in (0, 1, footer - 1, footer + 1, footer * 2, 1 << 31, (1 << 32) - 1):
        yield "footer.parquet", parquet[:-8] + length.to_bytes(4, "little") + b"PAR1"
    yield "repeated.parquet", _repeated_parquet()
    yield "types.parquet", as_parquet([{"text": None, "id": [1]}, {"text": "a", "id": [2]}])
    yield "bytes.parquet", as_parquet([{"text": b"\xff\xfe\x00"}])
    for field in ("text", "id", "title", "published_on", "url", "lang"):
        for value in (None, 3, 1e400, [], {}, True, "", "\x00", "\ud800", "a\nb" * 1000, "9" * 5000, 10**300):
            yield "values.jsonl", json.dumps({"text": "They met in Bern.", field: value}).encode()
    yield "number.jsonl", b'{"text": "a", "id": ' + b"9" * 100_000 + b"}"
    yield "twice.jsonl", b"{" + b'"text": "They met.",' * 100_000 + b'"id": 1}'
    yield "quoted.tsv", as_csv(ROWS, delimiter="\t").replace(b"\t", b'"\t"')


def _repeated_parquet() -> bytes:
    """Return a table of two thousand rows that are one value of 15 MB."""
    import pyarrow
    import pyarrow.parquet

    column = pyarrow.DictionaryArray.from_arrays([0] * 2_000, ["They met. " * 1_500_000])
    content = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({"text": column}), content)
    return content.getvalue()


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def markup() -> Iterator[tuple[str, bytes | Write]]:
    """Yield pages with entities that grow, external ones, and tags without number."""
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    for entities, use in (
        (f'<!ENTITY l0 "ha">{LAUGHS}', "&l9;"),
        ('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"),
        ('<!ENTITY x SYSTEM "http://127.0.0.1:9/x">', "&x;"),
        ('<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;', ""),
        (f'<!ENTITY a "{"a" * 50_000}">', "&a;" * 5_000),
        ('<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;"),
    ):
        page = f'<?xml version="1.0"?><!DOCTYPE html [{entities}]><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{use}</p>{body}</body></html>'
        yield "entities.xhtml", page.encode()
        yield "entities.html", page.encode()
    for part in (
        "&",
        "&amp;",
        "&#0;",
        "&#x10FFFF;",
        "&#55296;",
        "&#9999999999;",
        "<",
        "</p>",
        "<p>",
        "<br>",
        "<!--",
        "<![CDATA[",
        "<script>",
        "<a href=x>",
        '<meta charset="utf-16">',
        "<style>",
        "<table>",
        "<h1>",
        "<p>a</p>",
        "<time>",
        "<title>",
        "<li>They met.",
        "<img src=x>",
        "<!DOCTYPE html>",
    ):
        yield "many.html", f"<html><body>{body}{part * 20_000}</body></html>".encode()
        yield "many.html", f"<html><head>{part * 2_000}</head><body>{body}</body></html>".encode()
    yield "attributes.html", f"<html><body><p {' '.join(f'a{n}=x' for n in range(20_000))}>{body}</body></html>".encode()
    yield "attribute.html", f'<html><body class="{"x" * 100_000}">{body}</body></html>'.encode()
    yield "metas.html", f"<html><head>{'<meta name=date content=2031-05-02>' * 5_000}</head><body>{body}</body></html>".encode()
    yield "json.html", f'<html><head><script type="application/ld+json">{"[" * 20_000}</script></head><body>{body}</body></html>'.encode()
    yield "front.md", b"---\n" + b"title: a\n" * 20_000
    yield "front.md", b"---\n" * 20_000
    yield "front.md", f"---\n{'a' * LONG}: b\n---\n{TEXT}".encode()


def monotonous() -> Iterator[tuple[str, bytes | Write]]:
    """Yield texts in which one thing comes again and again: what a rule that looks ahead has to look through."""
    for unit in (
        " ",
        "\n",
        "\t",
        "\r\n",
        "\u00a0",
        "a",
        "A",
        "a ",
        "A ",
        "1",
        "1 ",
        ".",
        ". ",
        "...",
        ",",
        ", ",
        "-",
        "– ",
        '"',
        "“",
        "”",
        "'",
        "’s ",
        "(",
        ")",
        "[",
        "/",
        "Mr ",
        "Mr. ",
        "President ",
        "Minister of ",
        "of the ",
        "and ",
        "the ",
        "he said ",
        "said that ",
        "met ",
        "Berger ",
        "Ada Berger, ",
        "in Bern ",
        "May 2, ",
        "2031 ",
        "2 May 2031 and ",
        "on Friday ",
        "said: “",
        "“a” ",
        "United States ",
        "UN ",
        "U.S. ",
        "EU-",
        "A. ",
        "St. ",
        "Belt and Road ",
        "Foreign Minister ",
        "Ada Berger met Jon Tal. ",
        "Ada Berger and ",
        "that he said that ",
        "Deputy ",
        "former ",
        "Kazakh ",
        "to ",
        "with ",
        "of the Republic of ",
        "who ",
        "which ",
        "; ",
        ": ",
        "! ",
        "? ",
        "\n\n",
        "\n- ",
        "\n1. ",
        "\n\nBERN, May 2 – ",
        "Q: ",
        "\nQ: What?\nA: Yes.\n",
        "http://x.example/ ",
        "\u0301",
        "\u200b",
        "\ufeff",
        "한국 ",
        "中",
        "й",
        "😀",
        "\U0001f1f3\U0001f1f4",
        "ﷺ",
        "\x0c",
        "&nbsp;",
        "#",
        "*",
        "_",
        "=",
        "\nSource: ",
        "(Reuters) ",
        "— ",
    ):
        yield "again.txt", (unit * (LONG // len(unit))).encode()
        yield "again.txt", f"{PARAGRAPHS[0]} {unit * (5_000 // len(unit))} {PARAGRAPHS[1]}".encode()
    yield "words.txt", " ".join(f"Word{n}" for n in range(20_000)).encode()
    yield "sentences.txt", "".join(f"Minister Ada{n} Berger{n} met Jon{n} Tal{n} in Bern. " for n in range(1_000)).encode()
    yield "names.txt", ("Ada " * 5_000 + "Berger met Jon Tal.").encode()
    yield "one.txt", (SEEDS["a.txt"] + b" ") * 200
