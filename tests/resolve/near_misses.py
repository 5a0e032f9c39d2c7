"""Articles that are nearly about the same, made at random: what any order must treat alike."""

from __future__ import annotations

import random
from typing import Any

from etl.records import ObservedArticle
from etl.resolve.bearers import key_of_name
from etl.resolve.verdicts import Decisions, decisions_of

from .builders import Draft

NAMES = [("Mateus Carvalho", "BR"), ("Carvalho", "BR"), ("Matheus Carvalho", "BR"), ("Mateus Carvalho", None), ("Ingrid Solberg", "NO"),
         ("Solberg", "NO"), ("Siv Moen", "NO"), (None, "NO"), ("Pedro Carvalho", "BR")]  # fmt: skip
WORDS = (
    "hydrogen", "terminal", "Recife", "engineers", "Bergen", "train", "finance", "salmon", "licence", "rainforest", "fund", "open",
    "autumn", "cooperation", "support", "1,200", "fifteen",
)  # fmt: skip


DAYS = ("2031-05-06", "2031-05-09", "2031-05-15", None)
FAR_DAYS = ("2031-01-20", "2031-03-05", "2031-03-20", "2031-05-06", "2031-06-30", "2031-09-01", None)
"""Days nearer and farther apart than a surname or an office is good for."""


def random_articles(seed: int, count: int = 14, days: tuple[str | None, ...] = DAYS) -> list[ObservedArticle]:
    """Articles full of near misses: variants of names, overlapping dates, half-known participants, similar sentences."""
    rnd = random.Random(seed)
    made = []
    for _ in range(count):
        draft = Draft(rnd.randrange(10**12), rnd.choice(days))
        people = [draft.person(n, a, title="president", surfaces=[n] if n else []) for n, a in rnd.sample(NAMES, 4)]
        for _ in range(rnd.randrange(1, 4)):
            on = rnd.choice(["2031-05-05", "2031-05-06", None])
            draft.meet(
                *rnd.sample([*people, "BR", "NO"], rnd.choice([2, 2, 3])),
                on=on,
                precision=rnd.choice([None, None, "month"]) if on else None,
                dated_by=rnd.choice(["explicit", "publication"]),
                kind=rnd.choice(["bilateral", "bilateral", "other", "visit", "summit", "trilateral"]),
                status=rnd.choice(["held", "held", "planned"]),
                background=rnd.random() < 0.3,
                place=rnd.choice([None, "Bergen", "Recife", "Bergen Hall"]),
                event=rnd.choice([None, "River Summit"]),
            )
        for _ in range(rnd.randrange(1, 5)):
            words = " ".join(rnd.sample(WORDS, rnd.choice([3, 8])))
            speakers = rnd.choice([[], [rnd.choice(people)], [rnd.choice(people)]])
            behalf, act = rnd.choice([["NO"], ["NO"], []]), rnd.choice(["pledge", "assert"])
            draft.claim(words, *speakers, to=rnd.sample(people, 1), behalf=behalf, act=act, meeting=rnd.choice([0, None]))
        draft.relation("relationship", rnd.choice(["partnership", "Partnership"]), "BR", "NO", since=rnd.choice([None, "2030-01-01"]))
        draft.relation("agreement", rnd.choice(["Joint Statement", "Treaty on Salmon"]), "BR", "NO", since=rnd.choice([None, "2031-05-05"]))
        made.append(draft.done())
    return made


def random_decisions(articles: list[ObservedArticle], seed: int) -> Decisions:
    """What somebody might have decided about a few pairs of names, reports and claims, and about what one person is called."""
    rnd = random.Random(seed)
    names = sorted({key for a in articles for p in a.observations.people if (key := key_of_name(p)) is not None})
    reports = [(a.article_id, m.index) for a in articles for m in a.observations.meetings]
    claims = [(a.article_id, c.index) for a in articles for c in a.observations.claims]

    def pairs(items: list[Any]) -> list[tuple[Any, Any, bool, str]]:
        return [(*rnd.sample(items, 2), rnd.random() < 0.5, rnd.choice("ab")) for _ in range(3)]

    return decisions_of(pairs(names), pairs(reports), pairs(claims), {rnd.choice(names): "Somebody Else"})
