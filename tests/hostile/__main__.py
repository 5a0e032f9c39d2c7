"""Reads all hostile inputs in this process, and prints what became of them and what that took, as one line of JSON.

`python -m tests.hostile SEED MUTATED [EVERY]`: so many mutated files beside those that were made to be hostile; of the articles read every
so many'th is extracted, and all of those that were made so.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from etl.articles import split_articles
from etl.errors import DocumentError
from etl.extract.pipeline import extract
from etl.records import Document
from etl.sources import Skipped, read_file
from tests.hostile.bombs import Write, bombs
from tests.hostile.mutations import MUTATIONS
from tests.hostile.seeds import SEEDS

EXTRACTED_CHARACTERS = 120_000
"""Longer texts are extracted by a night within its limit of time; here nobody waits for them."""


def mutated(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """Yield so many files that were valid once, the formats in turn."""
    random = Random(seed)
    names = list(SEEDS)
    for number in range(count):
        name = names[number % len(names)]
        yield name, random.choice(MUTATIONS)(SEEDS[name], random)


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Trial:
    """What became of the inputs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.outcomes: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.unexplained: list[str] = []
        self.slow: list[tuple[float, str]] = []
        self.grown: list[tuple[float, str]] = []

    def of(self, number: int, name: str, content: bytes | Write, *, extracts: bool) -> None:
        """Read one input, split and extract what it holds."""
        folder = self.folder / str(number)
        folder.mkdir()
        file = folder / name
        if callable(content):
            content(file)
        else:
            file.write_bytes(content)
        started, before = time.process_time(), megabytes()
        said = 0
        skipped: list[Skipped] = []
        for found in read_file(file, on_skipped=skipped.append):
            said += 1
            self._one(f"{number} {name}", found, extracts=extracts and said <= 3)
        self.outcomes["inputs"] += 1
        self.outcomes["silent"] += not said and not skipped
        taken = time.process_time() - started
        self.slow = sorted([*self.slow, (round(taken, 2), f"{number} {name}")], reverse=True)[:10]
        self.grown = sorted([*self.grown, (round(megabytes() - before), f"{number} {name}")], reverse=True)[:10]
        file.unlink()

    def _one(self, name: str, found: Document | DocumentError, *, extracts: bool) -> None:
        if isinstance(found, Document):
            try:
                articles = split_articles(found)
                self.outcomes["documents"] += 1
                self.outcomes["articles"] += len(articles)
                for article in articles[:3] if extracts else ():
                    if len(article.text) <= EXTRACTED_CHARACTERS:
                        extract(article)
                        self.outcomes["extracted"] += 1
                return
            except DocumentError as error:
                found = error
        self.outcomes["errors"] += 1
        self.reasons[found.reason.partition(":")[0][:60]] += 1
        if not found.reason or not found.document or found.reason.partition(":")[0].endswith(("Error", "Exception")):
            self.unexplained.append(f"{name}: {found}"[:300])


def main(seed: int, count: int, every: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder))
        for number, (name, content) in enumerate(SEEDS.items()):
            trial.of(number, name, content, extracts=True)
        assert trial.outcomes["errors"] == 0, trial.reasons
        trial = Trial(Path(folder))
        before = megabytes()
        for number, (name, content) in enumerate(mutated(seed, count), start=len(SEEDS)):
            trial.of(number, name, content, extracts=number % every == 0)
        for number, (name, bomb) in enumerate(bombs(), start=len(SEEDS) + count):
            trial.of(number, name, bomb, extracts=True)
        print(
            json.dumps(
                {
                    **trial.outcomes, "reasons": trial.reasons, "unexplained": trial.unexplained, "slow": trial.slow, "grown": trial.grown,
                    "megabytes": round(megabytes() - before), "before": round(before),
                }
            )
        )  # fmt: skip


if __name__ == "__main__":
    main(*(int(argument) for argument in [*sys.argv[1:], "10"][:3]))
