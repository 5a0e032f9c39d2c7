"""Words and phrases by which a topic is told, and phrases in which such a word says nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from etl.errors import RunError
from etl.lexicon.tables import cell_list, read_table


@dataclass(frozen=True, slots=True)
class TopicTerm:
    """One form of a term. Without topics it keeps the shorter terms in it from counting: a "trade union" is no trade.

    `weight`: how likely a text with this term alone speaks of the topics.
    """

    form: str
    term: str
    topics: tuple[str, ...]
    weight: float


@cache
def load_topic_names() -> tuple[str, ...]:
    """The closed list of topics, from seeds/reference/topics.csv."""
    return tuple(row["name"] for row in read_table("reference", "topics"))


def read_topic_terms() -> Iterator[TopicTerm]:
    """Yield every form of every term of topic_terms.csv. Raises RunError for a topic that topics.csv does not have."""
    known = set(load_topic_names())
    for row in read_table("lexicons", "topic_terms"):
        topics = cell_list(row["topics"])
        unknown = sorted(set(topics) - known)
        if unknown:
            raise RunError(f"seeds/lexicons/topic_terms.csv: {row['term']}: no such topic in topics.csv: {', '.join(unknown)}")
        weight = float(row["weight"]) if topics else 0.0
        for form in (row["term"], *cell_list(row["forms"])):
            yield TopicTerm(form, row["term"], topics, weight)
