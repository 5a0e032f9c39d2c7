"""Persons whom the reader of an article sees where the rules find nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from etl.extract.layers import Layers, PersonMention, TokenSpan
from etl.extract.people.evidence import is_thing
from etl.extract.people.names import is_name_word, name_parts, name_text
from etl.extract.people.phrases import NO_PERSON_BEFORE, is_byline, is_credit
from etl.extract.people.runs import NameRun, names_a_body
from etl.extract.spans import Spans
from etl.lexicon.words import load_words


def annotated_runs(layers: Layers, blocked: list[bool], mentions: Collection[PersonMention]) -> Iterator[NameRun]:
    """The reader's persons, without titles, that no mention overlaps and whose tokens the lexicons leave free."""
    if not layers.annotations.persons:
        return
    taken = Spans(mentions, lambda mention: (mention.name_start, mention.name_end))
    for person in layers.annotations.persons:
        start, end = _without_edges(layers, blocked, person)
        if start == end or any(blocked[start:end]) or any(taken.covering(index) for index in range(start, end)):
            continue
        run = NameRun(layers.sentence_at(start), start, end, None)
        if end <= run.sentence.end and _may_be_person(layers, run):
            yield run


def _may_be_person(layers: Layers, run: NameRun) -> bool:
    """Whether nothing speaks against a person.

    A name of one part does: alone it is a town's or a firm's as often. So do a noun like Cyclone before the name, one like Foundation
    after it, and "in".
    """
    tokens, start, end = layers.tokens, run.start, run.end
    if len(name_parts(name_text(tokens, start, end))) < 2 or not any(map(is_name_word, tokens.words[start:end])):
        return False
    if names_a_body(layers, end, run.sentence) or tokens.lower[start] in load_words().nominal_heads:
        return False
    if start > run.sentence.start and tokens.lower[start - 1] in NO_PERSON_BEFORE:
        return False
    return not (is_thing(layers, run) or is_byline(layers, run) or is_credit(layers, start))


def _without_edges(layers: Layers, blocked: list[bool], person: TokenSpan) -> TokenSpan:
    """A name without the titles before it and the genitive after it."""
    start, end = person
    while start < end and blocked[start]:
        start += 1
    while end > start and layers.tokens.lower[end - 1] in ("'s", "'"):
        end -= 1
    return TokenSpan(start, end)
