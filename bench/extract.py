"""Words a second of the extractor on one core, as a ratio to spaCy's bare tokenizer on the same fresh text in the same run.

    python -m bench.extract [--articles 600] [--corpus PATH] [--reader NAME] [--json]

The tokenizer's speed is the measure of the machine. Both read the same articles, new to both
(spaCy caches the analysis of words it has met; the number of distinct words is printed). Processor time of this process is what counts, and
the two take turns every few articles, so that what else the machine does burdens both alike; medians over the turns are given.
The extractor reads half of the turns article by article, as documents of one article are read (`ratio`), and the others together, as the
articles of one document are (`ratio_together`).
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import time
from pathlib import Path

import spacy
from spacy.tokens import Doc

from bench.corpus import articles_of, fresh_articles
from etl.extract import pipeline
from etl.extract.layers import Layers
from etl.extract.pipeline import build_pipeline, extract, extract_all, extractor_version
from etl.extract.readers.reader import RULES
from etl.extract.readers.registry import load_reader
from etl.extract.tokens import Tokens
from etl.intake.extraction import collect_seldom
from etl.records import Article

_TURN = 15
"""Articles that each of the two reads before the other has its turn."""


def _rate(words: list[int], seconds: list[float]) -> float:
    return statistics.median(w / s for w, s in zip(words, seconds, strict=True))


def _components(articles: list[Article]) -> dict[str, float]:
    """Share of the time by component, tokenizing included."""
    nlp = build_pipeline()
    spent: dict[str, float] = {"tokenizer": 0.0}
    for article in articles:
        start = time.process_time()
        doc = Doc(nlp.vocab)  # the components read the layers alone
        doc._.layers = Layers(article, Tokens.from_text(article.text))
        spent["tokenizer"] += time.process_time() - start
        for name, component in nlp.pipeline:
            start = time.process_time()
            doc = component(doc)
            spent[name] = spent.get(name, 0.0) + time.process_time() - start
    total = sum(spent.values())
    return {name: round(seconds / total, 3) for name, seconds in spent.items()}


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--reader", default=RULES.name)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    articles = articles_of(args.corpus) if args.corpus else list(fresh_articles(args.articles, seed=int(time.time())))
    if len(articles) < 2:
        parser.error("two articles are the least, one for each way of reading")
    turn = min(_TURN, len(articles) // 2)
    parts = [articles[i : i + turn] for i in range(0, len(articles), turn)]
    words = [sum(len(a.text.split()) for a in part) for part in parts]
    reader = load_reader(args.reader)
    extract(articles[0], reader)  # the lexicons are loaded once and do not count
    # As the workers do (etl.intake.extraction): what stays is not looked through by the garbage collector, and the rest seldom.
    gc.collect()
    gc.freeze()
    collect_seldom()
    bare = spacy.blank("en").tokenizer
    tokenizer_seconds, extract_seconds = [], []
    for number, part in enumerate(parts):
        start = time.process_time()
        for article in part:
            bare(article.text)
        tokenizer_seconds.append(time.process_time() - start)
        start = time.process_time()
        if number % 2:
            for _ in extract_all(part, reader):
                pass
        else:
            for article in part:
                extract(article, reader)
        extract_seconds.append(time.process_time() - start)
    ratios = [tokenizer / extractor for tokenizer, extractor in zip(tokenizer_seconds, extract_seconds, strict=True)]
    result = {
        "reader": extractor_version(reader),
        "extractor": "pure Python" if pipeline.__file__.endswith(".py") else "compiled",
        "articles": len(articles),
        "words": sum(words),
        "distinct_words": len({word for a in articles for word in a.text.split()}),
        "tokenizer_words_per_second": round(_rate(words, tokenizer_seconds)),
        "extract_words_per_second": round(_rate(words[::2], extract_seconds[::2])),
        "ratio": round(statistics.median(ratios[::2]), 3),
        "together_words_per_second": round(_rate(words[1::2], extract_seconds[1::2])),
        "ratio_together": round(statistics.median(ratios[1::2]), 3),
        "share_of_time": _components(articles),
    }
    if not args.json:
        for key, value in result.items():
            if isinstance(value, dict):
                for name, share in sorted(value.items(), key=lambda item: -item[1]):
                    print(f"  {name:<28} {share:.1%}")
            else:
                print(f"{key:<28} {value}" if isinstance(value, str) else f"{key:<28} {value:,}")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
