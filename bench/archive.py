"""An archive of any size: the articles of a hundred days or of ten years, as many a day at the end as at the beginning.

A few thousand *stories* are observed once by the extractor, on fresh articles (`bench.corpus`). Every article of the archive tells one of
them, some daily, most a few times a year (Zipf), on its own day, and in new words:

- one in five tells the occasion that the article before it tells, a tenth of its words changed; one in seven is told in the stock words of
  its story, as spokespeople do; all others in words of their own, but for the words that readouts and texts about anything share;
- words follow Zipf's law, and the vocabulary grows with the archive, as do names: who stands for an actor in a story are people whom the
  reference tables know, for ever, or people whom articles alone know, for about two years, some once and never again;
- what a story says of days, months and years is said of those of the day on which it is told, and what it signs is another document.

So the blocks of well-known people, of offices, and of states that often meet fill as they do in life: by the day, and without end.
"""

from __future__ import annotations

import math
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from pathlib import Path

from bench.corpus import articles_of, fresh_articles
from etl.extract.pipeline import extract
from etl.lexicon.people import load_people
from etl.lexicon.wording import load_wording_words
from etl.records import Article, MeetingReport, Observations, PersonReference

FIRST_DAY = date(2000, 1, 1)
TERM = timedelta(days=800)
"""For so long a person stands for an actor in a story."""
WORDS = 50_000
"""Words of each length in use at the beginning; two more with each article."""
_RETOLD, _STOCK = 1 / 5, 1 / 7
_WORD = re.compile(r"\b[A-Za-z][a-z]{3,}\b")
_CONSONANTS, _VOWELS = "bcdfghjklmnpqrstvwxz", "aeiou"
_COMMONEST = 50
"""Zipf's law from this rank on: the commonest words are those that stay."""


@dataclass(frozen=True, slots=True)
class Told:
    """An article of the archive and what was observed in it."""

    number: int
    article: Article
    observations: Observations


class Archive:
    """Articles by their number, each the same whenever it is asked for after the one before it."""

    def __init__(self, stories: int, articles_a_day: int, corpus: Path | None = None) -> None:
        """Observe so many stories: fresh ones, or the first of a corpus."""
        told = islice(articles_of(corpus), stories) if corpus else fresh_articles(stories, seed=7)
        self._stories = [(article, extract(article)) for article in told]
        self._a_day = articles_a_day
        words = load_wording_words()
        self._kept = words.frame | words.readout | words.everyday
        self._known: dict[str, list[str]] = defaultdict(list)
        for person in sorted(set(load_people().by_name.values()), key=lambda one: one.name):
            self._known[person.actor].append(person.name)

    def articles(self, first: int, count: int) -> Iterator[Told]:
        """Yield `count` articles, numbered from `first` on."""
        story, occasion, stock = 0, first, False
        for number in range(first, first + count):
            rnd = random.Random(f"article {number}")
            if number == first or rnd.random() > _RETOLD:
                story, occasion, stock = _zipf(rnd, len(self._stories)), number, rnd.random() < _STOCK
            yield self._told(number, story, occasion, rnd, stock=stock)

    def _told(self, number: int, story: int, occasion: int, rnd: random.Random, *, stock: bool) -> Told:
        article, seen = self._stories[story]
        day = FIRST_DAY + timedelta(days=number // self._a_day)
        term = (day - FIRST_DAY + (story % 10) * TERM / 10) // TERM
        names = random.Random(f"term {story} {term}")
        words = random.Random(f"stock {story}" if stock else f"occasion {occasion}")
        vocabulary = WORDS + 2 * occasion
        exchange: dict[str, str] = {}

        def fresh(match: re.Match[str]) -> str:
            word = match[0]
            if word not in exchange:
                own = names if word[0].isupper() else words
                new = _word(len(word), _zipf(rnd if own is words and rnd.random() < 0.1 else own, vocabulary))
                kept = word in self._kept
                exchange[word] = word if kept else new.capitalize() if own is names else new
            return exchange[word]

        told = replace(article, text=_WORD.sub(fresh, article.text), published_on=day, dated_by="metadata")
        moved = day - (article.published_on or day)
        observed = replace(
            seen,
            people=tuple(self._person(one, f"{story} {one.index}", term, occasion) for one in seen.people),
            meetings=tuple(_moved(one, moved) for one in seen.meetings),
            relations=tuple(
                one._replace(label=_WORD.sub(fresh, one.label), since=one.since and one.since + moved) if one.kind == "agreement" else one
                for one in seen.relations
            ),
        )
        return Told(number, told, observed)

    def _person(self, one: PersonReference, role: str, term: int, occasion: int) -> PersonReference:
        """Return who has a role in a story at a time: half the roles are played by people of the reference tables."""
        if not one.name or " " not in one.name:
            return one
        rnd = random.Random(f"role {role}")
        known = self._known.get(one.actor.name, []) if one.actor else []
        if known and rnd.random() < 0.5:
            return one._replace(name=rnd.choice(known), known_by="name")
        once = random.Random(f"once {role} {occasion}")
        rnd = once if once.random() < 0.2 else random.Random(f"role {role} {term}")
        return one._replace(name=f"{_word(6, _zipf(rnd, 3_000))} {_word(7, _zipf(rnd, 50_000))}".title())


def _moved(one: MeetingReport, by: timedelta) -> MeetingReport:
    """Return a report of a meeting so many days later, on the first day of the month or year where no day is told."""
    start, end = (when and when + by for when in (one.start_on, one.end_on))
    if start and one.date_precision in ("month", "year"):
        start, end = start.replace(day=1, month=start.month if one.date_precision == "month" else 1), None
    return replace(one, start_on=start, end_on=end)


def _zipf(rnd: random.Random, size: int) -> int:
    """Return a rank below `size`, the n-th with a likelihood of about 1 / (n + 50)."""
    return min(size - 1, int(_COMMONEST * (math.pow(size / _COMMONEST + 1, rnd.random()) - 1)))


@lru_cache(maxsize=100_000)
def _word(length: int, rank: int) -> str:
    """Return the invented word of a rank."""
    rnd = random.Random(f"word {length} {rank}")
    return "".join(rnd.choice(_VOWELS if place % 2 else _CONSONANTS) for place in range(length))
