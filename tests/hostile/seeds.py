"""One small valid file of every format: what is cut, bent and broken."""

from __future__ import annotations

import bz2
import gzip
import lzma

from tests.sources.made import as_csv, as_jsonl, as_parquet, as_tar, as_zip, http, record

PARAGRAPHS = (
    "ZURICH, May 2 (Lakeside Agency) – Foreign Minister Ada Berger met her Estonian counterpart, Jon Tal, in Zürich on Friday.",
    "“We will open the bridge before the end of the year,” Ms Berger said after the talks, adding that both states welcomed the Lake Pact.",
    "Mr Tal expressed support for the initiative and invited the minister to Tallinn. The two signed a protocol on border crossings.",
)
TEXT = "\n\n".join(("Ministers meet over a bridge", *PARAGRAPHS))
MARKDOWN = (
    f"---\ntitle: Ministers meet\ndate: 2031-05-02\nsource: The Courier\n---\n\n# Ministers *meet*\n\n{TEXT}\n\n- [a](https://x.example)\n"
)
HTML = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ministers meet</title>'
    '<meta property="article:published_time" content="2031-05-02T08:00:00Z"></head><body><nav><a href="/">Home</a></nav>'
    f"<article><h1>Ministers meet</h1>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</article></body></html>"
).encode()
XHTML = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://x.example/x.dtd">\n'
    b'<html xmlns="http://www.w3.org/1999/xhtml">'
    + HTML.partition(b"<head>")[1]
    + HTML.partition(b"<head>")[2].replace(b'"utf-8">', b'"utf-8"/>')
)
ROWS: list[dict[str, object]] = [
    {
        "id": f"r{n}",
        "title": "Ministers meet",
        "publisher": "The Courier",
        "published_on": "2031-05-02",
        "url": "https://x.example",
        "text": p,
    }
    for n, p in enumerate(PARAGRAPHS)
]
WARC = record(b"software: x\r\n", kind="warcinfo", Content_Type="application/warc-fields") + b"".join(
    record(http(HTML, "Content-Type: text/html; charset=utf-8"), url=f"https://x.example/{n}") for n in range(3)
)
MEMBERS = {"a.txt": TEXT.encode(), "b/c.html": HTML, "d.jsonl": as_jsonl(ROWS), "e.csv": as_csv(ROWS)}

SEEDS: dict[str, bytes] = {
    "a.txt": TEXT.encode(),
    "a.md": MARKDOWN.encode(),
    "a.html": HTML,
    "a.xhtml": XHTML,
    "a.jsonl": as_jsonl(ROWS),
    "a.csv": as_csv(ROWS),
    "a.tsv": as_csv(ROWS, delimiter="\t"),
    "a.parquet": as_parquet(ROWS),
    "a.warc": WARC,
    "a.warc.gz": b"".join(gzip.compress(b"WARC/" + part, mtime=0) for part in WARC.split(b"WARC/")[1:]),
    "a.zip": as_zip(MEMBERS),
    "a.tar": as_tar(MEMBERS),
    "a.tar.gz": gzip.compress(as_tar(MEMBERS), mtime=0),
    "a.jsonl.gz": gzip.compress(as_jsonl(ROWS), mtime=0),
    "a.csv.bz2": bz2.compress(as_csv(ROWS)),
    "a.html.xz": lzma.compress(HTML),
}
