"""The project's own sets of gold, and what each must reach: floors lie a little under what was measured (`docs/quality.md`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from etl.intake import sample_paths

TESTS = Path(__file__).parents[1]


@dataclass(frozen=True)
class GoldSet:
    """Gold, the articles that it describes where they do not come with it, and a floor for each figure."""

    gold: Path
    floors: Mapping[str, float]
    articles: tuple[Path, ...] = ()
    errors: Mapping[str, float] = field(default_factory=dict)
    """The most by which confidence may be off, by kind of rows (expected calibration error)."""
    unread: bool = False
    """Nobody looks at what is missed here: figures alone are told, or the set would say nothing about unseen text."""


SAMPLES = "samples"
SETS = {
    SAMPLES: GoldSet(
        TESTS / "gold",
        {
            "articles": 1.0, "claims": 0.94, "claim speaker": 0.95, "claim on behalf of": 0.8, "claim act": 0.85,
            "headless claims found": 0.9, "meetings": 0.9, "participants": 0.95, "meeting date": 0.9, "meeting place": 0.65,
            "persons": 0.92, "states": 0.96,
        },
        articles=tuple(sample_paths()),
    ),
    "development": GoldSet(
        TESTS / "development",
        {
            "articles": 0.98, "claims": 0.85, "claim speaker": 0.78, "claim on behalf of": 0.6, "claim act": 0.76,
            "headless claims found": 0.65, "meetings": 0.9, "participants": 0.92, "meeting date": 0.75,
            "persons": 0.92, "states": 0.95,
        },
    ),
    "test part": GoldSet(
        TESTS / "test_part",
        {
            "articles": 1.0, "claims": 0.88, "claim speaker": 0.85, "claim on behalf of": 0.72, "claim act": 0.75,
            "meetings": 0.65, "participants": 0.84, "persons": 0.89, "states": 0.97,
        },
        errors={"claim": 0.17, "person": 0.09, "person_mention": 0.07, "state_mention": 0.05, "office": 0.12},
        unread=True,
    ),
    "attribution, development": GoldSet(
        TESTS / "attribution/development.jsonl",
        {"content": 0.68, "content and speaker": 0.58, "speaker": 0.83, "pronouns": 0.8, "indirect": 0.42, "mixed": 0.66, "direct": 0.95},
    ),
    "attribution, test part": GoldSet(
        TESTS / "attribution/test.jsonl",
        {"content": 0.59, "content and speaker": 0.48, "speaker": 0.78, "pronouns": 0.72, "indirect": 0.3, "mixed": 0.66, "direct": 0.8},
        errors={"claim": 0.14},
        unread=True,
    ),
    "events, development": GoldSet(
        TESTS / "events/development",
        {
            "reports": 0.68, "meetings": 0.48, "meetings_found": 0.88, "statements": 0.82, "statements_found": 0.84, "status": 0.84,
            "apart": 0.9, "duplicates": 0.95,
        },
    ),
    "events, test part": GoldSet(
        TESTS / "events/test",
        {
            "reports": 0.7, "meetings": 0.43, "meetings_found": 0.8, "statements": 0.74, "statements_found": 0.76, "status": 0.83,
            "apart": 0.85, "duplicates": 0.95,
        },
        unread=True,
    ),
}  # fmt: skip
