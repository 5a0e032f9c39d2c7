"""Which topics a claim is about, by the terms in what is claimed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from etl.extract.cutting import split_words
from etl.extract.layers import Layers, TokenSpan
from etl.extract.trie import Trie
from etl.lexicon.topics import TopicTerm, read_topic_terms
from etl.records import Claim, ClaimTopic

_ENOUGH = 0.6
"""What the terms of a topic must come to: one that is plain, or several that are not."""
_PLAIN = 0.9
"""Weight of a term that says it even in the name of an organization: climate change, but not security."""
_MOST = 0.95
"""Terms never make a topic certain."""


class _Hit(NamedTuple):
    """A term at token positions."""

    span: TokenSpan
    term: TopicTerm


class _Written(NamedTuple):
    """A form of a term and its words; `exact` where capitals are part of it (WHO)."""

    words: list[str]
    exact: bool
    term: TopicTerm


@cache
def _terms() -> Trie[_Written]:
    """One trie over the lower-cased words of all forms."""
    trie: Trie[_Written] = Trie()
    for term in read_topic_terms():
        words = list(split_words(term.form))
        lower = [word.lower() for word in words]
        trie.add(lower, _Written(words, words != lower, term))
    return trie


def find_topics(layers: Layers) -> None:
    """Fill `topics`."""
    layers.topics = [topic for claim in layers.claims for topic in _topics_of(layers, claim)]


def _topics_of(layers: Layers, claim: Claim) -> Iterator[ClaimTopic]:
    """One row a topic, at the term that shows it best."""
    if claim.content is None:
        return
    tokens = layers.tokens
    hits: dict[str, list[_Hit]] = defaultdict(list)
    for hit in _hits(layers, TokenSpan(tokens.at(claim.content.start), tokens.at(claim.content.end))):
        for topic in hit.term.topics:
            hits[topic].append(hit)
    for topic, found in sorted(hits.items()):
        confidence = _together(found)
        if confidence >= _ENOUGH:
            best = max(found, key=lambda hit: (hit.term.weight, -hit.span.start))
            rule = "term" if best.term.weight >= _ENOUGH else "terms"
            yield ClaimTopic(claim.index, topic, tokens.span(*best.span), rule, round(min(confidence, _MOST), 2))


def _together(hits: list[_Hit]) -> float:
    """How likely the terms, each counted once, speak of their topic: that not all of them mislead."""
    misled = 1.0
    for weight in {hit.term.term: hit.term.weight for hit in hits}.values():
        misled *= 1 - weight
    return 1 - misled


def _hits(layers: Layers, content: TokenSpan) -> Iterator[_Hit]:
    """The terms of a stretch, the longest at each place; a word that belongs to a longer one counts with that alone."""
    lower, trie = layers.tokens.lower, _terms()
    free = content.start
    for opening in trie.openings(lower[content.start : content.end]):
        index = content.start + opening
        if index < free:
            continue
        hit = _longest(layers, index, content.end)
        if hit is not None:
            free = hit.span.end
            if hit.term.topics and not _is_named(layers, hit):
                yield hit


def _longest(layers: Layers, index: int, limit: int) -> _Hit | None:
    tokens = layers.tokens
    for end, forms in _terms().matches(tokens.lower, index):
        for form in forms:
            if end <= limit and (not form.exact or tokens.words[index:end] == form.words):
                return _Hit(TokenSpan(index, end), form.term)
    return None


def _is_named(layers: Layers, hit: _Hit) -> bool:
    """Whether the words only name an office, or an organization that may be spoken of for anything: the trade minister, the OSCE."""
    start = hit.span.start
    if layers.in_office[start] or any(nominal.kind == "office" for nominal in layers.nominals.covering(start)):
        return True
    names = (e for e in layers.entities.covering(start) if e.kind == "organization" and (e.start, e.end) != hit.span)
    return hit.term.weight < _PLAIN and any(names)
