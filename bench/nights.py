"""Seconds of a night over new documents, and of the next one over the same documents unchanged.

    python -m bench.nights [--documents 10000] [--database URL] [--json]

What the second night takes of the first is the cost of finding out that there is nothing to do.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

from bench.corpus import fresh_articles
from etl.config import Files, Settings
from etl.nightly import Night, nightly


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--database", help="An empty database. Default: a SQLite file that is thrown away.")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, article in enumerate(fresh_articles(asked.documents, seed=3)):
            day = article.published_on.isoformat() if article.published_on else ""
            page = f"---\ntitle: {article.title}\ndate: {day}\n---\n\n{article.text}\n"
            (corpus / f"{number:06}.md").write_text(page, encoding="utf-8")
        settings = Settings(
            database_url=asked.database or f"{folder}/store.sqlite", sources=(Files(kind="files", name="corpus", paths=(str(corpus),)),)
        )
        seconds, stages = [], []
        for _ in range(2):
            begun = time.monotonic()
            report = nightly(settings, Night())
            seconds.append(time.monotonic() - begun)
            stages.append({stage: round(spent, 2) for stage, spent in report.stages.items()})
    found = {
        "documents": asked.documents, "first_seconds": round(seconds[0], 2), "second_seconds": round(seconds[1], 2),
        "share": round(seconds[1] / seconds[0], 4), "first_stages": stages[0], "second_stages": stages[1],
    }  # fmt: skip
    if asked.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:<16}{value}")


if __name__ == "__main__":
    main()
