"""Organizations that the lexicon does not have: those that speak, and those that the reader of an article sees.

They become provisional actors under the name that the article writes. What the reader takes for an organization is more often than not a
town, a title or a description, so its form must say so too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from etl.extract.layers import NER, PLACE_KINDS, Entity, Layers, TokenSpan
from etl.extract.spans import Spans
from etl.extract.voices import find_voices
from etl.lexicon.naming import load_naming_words
from etl.lexicon.words import load_words

_STATES: Final = frozenset({"state", "demonym"})
_SHORTEST_ACRONYM: Final = 3
_SHORTEST_PRIVATE: Final = 3
"""Words of the name of a body that opens with a state's: "the Peruvian Union" may be any."""


def find_organizations(layers: Layers) -> None:
    """Add organizations that speak, and the reader's, to `entities`, their names to `new_organizations`; who speaks for one acts for it."""
    voices = list(find_voices(layers))
    names = dict.fromkeys([*(voice.name for voice in voices), *layers.annotations.organizations])
    if not names:
        return
    found = sorted(set(_new_names(layers, names)))
    new = Spans(found)
    kept = [
        replace(entity, nested=True) if entity.kind in _STATES and new.covering(entity.start) else entity
        for entity in layers.entities
        if entity.kind in _STATES or not any(entity.end <= span.end for span in new.covering(entity.start))
    ]
    organizations = [Entity(*span, "organization", layers.tokens.surface(*span).replace("’", "'"), False) for span in found]
    layers.entities = Spans([*kept, *organizations])
    speaking = {voice.name.start for voice in voices}
    layers.new_organizations = {entity.name: "voice" if entity.start in speaking else NER for entity in organizations}
    for voice in voices:
        actor = next((entity.actor for entity in organizations if entity.start == voice.name.start), None)
        if actor is not None and voice.person is not None and layers.people[voice.person].known_by == "text":
            layers.people[voice.person].actor = actor
    _give_firms(layers, organizations)
    ends = {entity.end: entity.start for entity in organizations}
    mentions = (m._replace(start=ends[m.start]) if m.start in ends and m.start < m.name_start else m for m in layers.person_mentions)
    layers.person_mentions = Spans(sorted(mentions))  # "the X Association secretary-general A B" is one phrase


def _give_firms(layers: Layers, organizations: list[Entity]) -> None:
    """Let those who run a company speak for the one that the article tells of: "Verdant Motors will build it, Managing Director X said"."""
    naming = load_naming_words()
    firms = {entity.name for entity in organizations if entity.name.lower().split()[-1] in naming.company_nouns}
    if len(firms) != 1:
        return
    firm = next(entity.actor for entity in organizations if entity.name in firms)
    for person in layers.people:
        if person.actor is None and person.known_by == "text" and any(t.lower() in naming.firm_titles for t in person.titles):
            person.actor = firm


def _new_names(layers: Layers, names: Iterable[TokenSpan]) -> Iterator[TokenSpan]:
    """The organizations, without article and genitive, that nobody has named yet and whose form is that of a name."""
    lower = layers.tokens.lower
    people = (TokenSpan(mention.name_start, mention.name_end) for mention in layers.person_mentions)
    titles = (TokenSpan(title.start, title.end) for title in layers.titles)
    taken = Spans([*people, *titles, *(initiative.span for initiative in layers.initiatives)])
    for start, end in names:
        start += lower[start] == "the"
        end -= end > start and lower[end - 1] in ("'s", "'")
        in_text = start < end <= layers.sentence_at(start).end and layers.tokens.starts[start] >= layers.article.lead
        if in_text and _is_name(layers, start, end) and not any(taken.covering(index) for index in range(start, end)):
            name = TokenSpan(start, end)
            if not _is_known(layers, name) and not _is_organ(layers, name):
                yield name


def _is_name(layers: Layers, start: int, end: int) -> bool:
    """Whether a stretch is an acronym, or holds both a noun of a body and a word of its own.

    "Bukhtarma" may be a town, and "the Ministry of Health" any country's.
    """
    tokens = layers.tokens
    if end == start + 1:
        return tokens.words[start].isupper() and len(tokens.words[start]) >= _SHORTEST_ACRONYM
    capitalized = [tokens.lower[index] for index in range(start, end) if tokens.is_capitalized(index)]
    return not _bodies().isdisjoint(capitalized) and not _common_words().issuperset(capitalized)


def _is_known(layers: Layers, name: TokenSpan) -> bool:
    """Whether a known name stands there, other than that of a place as a part of it."""
    for entity in (entity for index in range(*name) for entity in layers.entities.covering(index)):
        whole = entity.start <= name.start and name.end <= entity.end
        if entity.kind in _STATES and not whole and _is_private(layers, name):
            continue
        if entity.kind not in PLACE_KINDS or entity.end > name.end or whole:
            return True
    return False


def _is_private(layers: Layers, name: TokenSpan) -> bool:
    """Whether a name that holds a state's is that of a body which is no organ of it: "Kenya Federation of Teachers"."""
    private = load_naming_words().private_body_nouns
    own = layers.tokens.lower[name.start : name.end]
    return name.end - name.start >= _SHORTEST_PRIVATE and not private.isdisjoint(own) and "'s" not in own


def _is_organ(layers: Layers, name: TokenSpan) -> bool:
    """Whether the name of a state stands beside it: "Kenya's Supreme Court", "the National Assembly of Peru"."""
    lower = layers.tokens.lower
    sides = [name.start - 1 - (name.start > 0 and lower[name.start - 1] in ("'s", "'"))]
    if lower[name.end : name.end + 1] == ["of"]:
        sides.append(name.end + 1 + (lower[name.end + 1 : name.end + 2] == ["the"]))
    return any(entity.kind in ("state", "demonym") for index in sides for entity in layers.entities.covering(index))


@cache
def _bodies() -> frozenset[str]:
    return load_words().collective | load_words().nominal_heads


@cache
def _common_words() -> frozenset[str]:
    """Words of which descriptions of bodies are made."""
    words = load_words()
    return _bodies() | words.capitalized | words.portfolios | words.persons | load_naming_words().title_premodifiers
