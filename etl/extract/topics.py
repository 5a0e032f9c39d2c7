"""Which topics a claim is about, by the terms in what is claimed."""

from __future__ import annotations

from functools import cache
from itertools import compress
from typing import Final, NamedTuple

from etl.extract.cutting import split_words
from etl.extract.layers import Layers
from etl.extract.tokens import Tokens
from etl.extract.trie import Trie
from etl.extract.wordlists import WordList
from etl.lexicon.topics import TopicTerm, read_topic_terms
from etl.records import ClaimTopic, Span

_ENOUGH: Final = 0.6
"""What the terms of a topic must come to: one that is plain, or several that are not."""
_PLAIN: Final = 0.9
"""Weight of a term that says it even in the name of an organization: climate change, but not security."""
_MOST: Final = 0.95
"""Terms never make a topic certain."""

_Name = tuple[int, int]
"""Where the name of an organization begins and ends."""
_EMPTY: Final[_Name] = (-1, -1)
"""In the place of a name: an office or a place, whose words never count."""
_NAMES: Final = frozenset({"organization", "place"})


class _Hit(NamedTuple):
    """A term at the tokens start..end."""

    start: int
    end: int
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


@cache
def _openings() -> WordList:
    return WordList(_terms().first_words())


def find_topics(layers: Layers) -> None:
    """Fill `topics`."""
    if not layers.claims:
        return
    names = _names(layers)
    found: list[ClaimTopic] = []
    for claim in layers.claims:
        if claim.content is not None:
            hits = _hits(layers.tokens, claim.content)
            if hits:
                found += _topics_of(layers.tokens, claim.index, [hit for hit in hits if not _is_named(names.get(hit.start), hit)])
    layers.topics = found


def _names(layers: Layers) -> dict[int, _Name]:
    """The tokens of offices and places, and of the names of organizations."""
    named = dict.fromkeys(compress(range(len(layers.in_office)), layers.in_office), _EMPTY)
    for nominal in layers.nominals:
        if nominal.kind == "office":
            named |= dict.fromkeys(range(nominal.start, nominal.end), _EMPTY)
    for entity in layers.entities:
        if entity.kind in _NAMES and not entity.nested:
            for index in range(entity.start, entity.end):
                named.setdefault(index, _EMPTY if entity.kind == "place" else (entity.start, entity.end))
    return named


def _is_named(name: _Name | None, hit: _Hit) -> bool:
    """Whether the words only name somebody or something that may be spoken of for anything: the trade minister, Port Vila, the OSCE."""
    if name is None:
        return False
    if name == _EMPTY:
        return True
    return hit.term.weight < _PLAIN and name != (hit.start, hit.end)


def _hits(tokens: Tokens, content: Span) -> list[_Hit]:
    """The terms of a content, the longest at each place; a word that belongs to a longer one counts with that alone."""
    start, limit, trie = tokens.at(content.start), tokens.at(content.end), _terms()
    hits: list[_Hit] = []
    free = start
    for index in tokens.where_within(_openings(), start, limit):
        if index < free:
            continue
        for end, forms in trie.matches(tokens.lower, index, limit):
            form = next((form for form in forms if not form.exact or tokens.words[index:end] == form.words), None)
            if form is not None:
                free = end
                if form.term.topics:
                    hits.append(_Hit(index, end, form.term))
                break
    return hits


def _topics_of(tokens: Tokens, claim: int, hits: list[_Hit]) -> list[ClaimTopic]:
    """The topics for which the terms are enough, each at the term that shows it best.

    A topic is as likely as it is that not all of its terms mislead; a term that stands there twice is one.
    """
    best: dict[str, _Hit] = {}
    misled: dict[str, float] = {}
    terms: set[str] = set()
    for hit in hits:
        if hit.term.term in terms:
            continue
        terms.add(hit.term.term)
        for topic in hit.term.topics:
            misled[topic] = misled.get(topic, 1.0) * (1 - hit.term.weight)
            if topic not in best or best[topic].term.weight < hit.term.weight:
                best[topic] = hit
    return [_topic(tokens, claim, topic, best[topic], 1 - chance) for topic, chance in sorted(misled.items()) if 1 - chance >= _ENOUGH]


def _topic(tokens: Tokens, claim: int, topic: str, best: _Hit, confidence: float) -> ClaimTopic:
    rule = "term" if best.term.weight >= _ENOUGH else "terms"
    return ClaimTopic(claim, topic, tokens.span(best.start, best.end), rule, round(min(confidence, _MOST), 2))
