"""A corpus of any size made of the sample articles with fresh names, states and words, so that no cache flatters a benchmark.

In each copy of an article every personal name becomes an invented one, the states are exchanged for others, and a third of the ordinary
words for invented ones of the same shape; function words, cues and titles stay, so that the extractor has its usual work. The same seed
gives the same corpus.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.resources import as_file, files
from pathlib import Path

from etl.articles import split_articles
from etl.errors import DocumentError
from etl.lexicon.actors import load_actors
from etl.lexicon.cues import load_cues
from etl.lexicon.titles import load_titles
from etl.lexicon.words import load_words
from etl.records import Article
from etl.sources import read_paths

_ONSETS = "b br ch d dr f g gr h j k kl l m n p pr r s sh st t tr v w y z".split()
_VOWELS = "a e i o u ai ea ou".split()
_CODAS = ["", "", "", "l", "m", "n", "nd", "r", "rt", "s", "sk", "t", "v"]
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")
_EXCHANGED = 0.33


def _syllables(rng: random.Random, count: int) -> str:
    return "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in range(count))


def sample_articles() -> list[Article]:
    """The articles of the installed `seeds` package."""
    with as_file(files("seeds").joinpath("articles")) as folder:
        return articles_of(Path(folder))


def articles_of(path: Path) -> list[Article]:
    """All articles below a path that can be read."""
    found: list[Article] = []
    for document in read_paths([path]):
        if isinstance(document, DocumentError):
            continue
        found.extend(split_articles(document))
    return found


def _kept_words() -> frozenset[str]:
    """What stays as it is: closed classes, cues, titles, months, weekdays, nouns of persons and bodies."""
    words, cues = load_words(), load_cues()
    kept = set(words.capitalized | words.persons | words.collective | words.determiners | words.between | words.honorifics)
    kept |= set(cues.lemmas) | set(cues.nouns) | set(cues.adjectives) | set(cues.stances)
    kept |= {word for title in load_titles() for word in title.split()}
    return frozenset(kept)


def fresh_articles(count: int, seed: int = 1) -> Iterator[Article]:
    """Yield `count` articles that no earlier one shares its names and a third of its words with."""
    originals = sample_articles()
    kept = _kept_words()
    states = {name: actor.name for name, actor in load_actors().by_name.items() if actor.kind == "state" and name.isalpha()}
    names = sorted(states)
    for number in range(count):
        rng = random.Random(f"{seed}-{number}")
        original = originals[number % len(originals)]
        exchange: dict[str, str] = {}

        def fresh(match: re.Match[str], exchange: dict[str, str] = exchange, rng: random.Random = rng) -> str:
            word = match[0]
            if word not in exchange:
                exchange[word] = _fresh_word(word, rng, kept, states, names)
            return exchange[word]

        text = original.text[: original.lead] + _WORD.sub(fresh, original.text[original.lead :])
        day = date(2015, 1, 1) + timedelta(days=rng.randrange(3600))
        yield Article(
            number,
            0,
            len(text),
            text,
            original.title,
            original.publisher,
            day,
            "metadata",
            original.dateline_place,
            "en",
            None,
            original.lead,
        )


def _fresh_word(word: str, rng: random.Random, kept: frozenset[str], states: dict[str, str], names: list[str]) -> str:
    if word in states:
        return rng.choice(names)
    if word.lower() in kept or len(word) < 4:
        return word
    if word[0].isupper():
        return _syllables(rng, rng.choice((1, 2, 2, 3))).capitalize()
    if rng.random() < _EXCHANGED:
        ending = next((end for end in ("ing", "ed", "ly", "tion", "s") if word.endswith(end)), "")
        return _syllables(rng, 2) + ending
    return word
