"""Walking a person through what is least certain. Each answer is recorded at once; at the end the articles concerned are read anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from etl.decisions.doubts import DOUBTFUL, Doubt, Doubtful, doubts
from etl.decisions.holding import begin_to_hold, deciding, make_hold
from etl.decisions.making import judgements_of
from etl.extract.readers.reader import RULES
from etl.load import store_judgements
from etl.queries import QuestionError, reading

Answer = Literal["same", "different", "accept", "reject", "skip", "quit"]
Ask = Callable[[Doubt, int, int], Answer]
"""Shows a doubt, and which of how many it is, and returns what the person says."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How many doubts were shown and answered, and how many documents were read anew for the answers."""

    shown: int
    answered: int
    documents: int


def review(
    url: str, ask: Ask, *, kind: str | None = None, limit: int = 20, author: str | None = None, reader: str = RULES.name
) -> Reviewed:
    """Show what is least certain (of one kind, or `limit` of all kinds by turns) and record what the person says of it.

    Of a pair, accept agrees with what the program did, reject says the contrary. Raises QuestionError for another kind.
    """
    if kind is not None and kind not in DOUBTFUL:
        raise QuestionError(f"{kind!r} is nothing to review; the kinds are {', '.join(DOUBTFUL)}")
    with reading(url) as connection:
        found = by_turns([list(doubts(connection, one, limit)) for one in DOUBTFUL if kind in (None, one)])[:limit]
    keys: set[int] = set()
    shown = answered = documents = 0
    try:
        for shown, doubt in enumerate(found, start=1):
            answer = ask(doubt, shown, len(found))
            if answer == "quit":
                break
            verb, words = meaning(doubt, answer)
            if verb:
                keys |= _record(url, verb, words, author=author, reader=reader)
                answered += 1
    finally:
        # Whatever ends the walk: what was said holds.
        if keys:
            with deciding(url, reader) as (connection, reads):
                documents = make_hold(connection, keys, reads)
    return Reviewed(shown, answered, documents)


def by_turns(lists: list[list[Doubt]]) -> list[Doubt]:
    """Return the first of each list, then the second of each, and so on."""
    return [doubt for row in range(max(map(len, lists), default=0)) for one in lists for doubt in one[row : row + 1]]


def answers_to(doubt: Doubt) -> tuple[Answer, ...]:
    """Return the answers that mean something to a doubt."""
    pair: tuple[Answer, ...] = ("same", "different") if doubt.pair else ()
    return (*pair, "accept", "reject", "skip", "quit")


def meaning(doubt: Doubt, answer: Answer) -> tuple[str | None, list[str]]:
    """Return the decision and the ids that an answer means."""
    if answer in ("skip", "quit"):
        return None, []
    if answer in ("same", "different") or doubt.one is None:
        right = "same" if doubt.joined else "different"
        wrong = "different" if doubt.joined else "same"
        verb = {"accept": right, "reject": wrong}.get(answer, answer)
        return verb, [str(key) for key in doubt.pair or ()]
    return answer, [str(doubt.one)]


def _record(url: str, verb: str, words: list[str], *, author: str | None, reader: str) -> set[int]:
    with deciding(url, reader) as (connection, reads):
        made = list(judgements_of(connection, verb, words, author=author, note=None))
        keys = set(store_judgements(connection, made))
        begin_to_hold(connection, keys, reads)
    return keys


__all__ = ["Answer", "Ask", "Doubt", "Doubtful", "Reviewed", "answers_to", "review"]
