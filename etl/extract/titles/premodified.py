"""A title with what belongs to it on its left: whose it is, "former", a portfolio, another title."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import CLAUSE_BOUNDARIES, FINITE, GOVERNORS
from etl.extract.layers import Entity, TitleSpan
from etl.extract.titles.owners import owner_of
from etl.extract.titles.places import MAX_TAIL, TitlePhrase, Titles
from etl.lexicon.parties import load_party_words

_MAX_MODIFIERS: Final = 2
"""Capitalised words of no list between whose office it is and the title."""
_MAX_NOUNS: Final = 4
_OUTSIDE_TITLES: Final = GOVERNORS | CLAUSE_BOUNDARIES | FINITE
_DASHES: Final = frozenset({"-", "--", "---", "–", "—"})
_TWO_PERSONS: Final = {"head_of_state", "head_of_government"}
"""Offices that with "and" between are two persons': "the President and Prime Minister"."""


def with_premodifier(titles: Titles, title: TitleSpan, end: int, floor: int) -> TitlePhrase:
    """A title with what belongs to it on its left: whose it is, "former", a portfolio, another title."""
    tokens = titles.layers.tokens
    start, actor = title.start, None
    index, past = title.start, False
    inner = titles.entity_at.get(start)
    if inner is not None and inner.end < title.end and title.title.office == "organization_head":
        actor = owner_of(inner)  # "European Commission President"
    body = titles.bodies.get(title.start)
    if body is not None and body.start >= floor and body.end < title.end:
        index, start, actor = body.start, body.start, owner_of(body)  # "Peru's Foreign Ministry spokesman"
    for inside in range(start + 1, title.end):
        middle = titles.entity_at.get(inside)
        if middle is not None and middle.kind == "demonym":
            actor = owner_of(middle)  # "the head of the Turkmen state"
            break
    while index > floor:
        previous = index - 1
        if tokens.lower[previous] in _DASHES and not tokens.glued(previous):
            break  # "PARIS (Antara) - Foreign Minister X": the place of the news
        if tokens.lower[previous] in ("'s", "'"):
            previous -= 1
        elif tokens.lower[previous] == ")" and previous - 2 > floor and tokens.lower[previous - 2] == "(":
            previous -= 3  # "Republic of Korea (ROK) Minister"
        entity = titles.entity_ending.get(previous + 1)
        if entity is not None and entity.start >= floor and entity.kind == "organization" and tokens.lower[entity.end] == "affairs":
            index = start = entity.start  # "the Irish | EU affairs minister": a field
        elif entity is not None and entity.start >= floor:
            sent = actor is not None and actor.kind == "organization" and entity.kind in ("state", "demonym")
            if actor is None or (sent and title.title.title.lower().split()[-1] in load_party_words().envoy_titles):
                actor = owner_of(entity)  # "Chile's UN ambassador" is Chile's
            index = start = entity.start
        elif previous + 1 == index and (tokens.lower[previous] in titles.naming.title_premodifiers or titles.is_portfolio(previous)):
            index = start = previous
            past |= tokens.lower[previous] in titles.naming.past_premodifiers
        elif previous + 1 in titles.ending:
            if previous + 1 < index and actor is None:  # "the Iranian president's adviser"
                actor = with_premodifier(titles, titles.ending[previous + 1], previous + 1, floor).actor
            index = start = titles.ending[previous + 1].start
        elif actor is None and (named := _named_modifiers(titles, previous, floor)) is not None:
            index = start = named.start
            actor = owner_of(named)
        elif actor is None and previous + 1 == index and (national := _national_modifiers(titles, previous, floor)) is not None:
            index = start = national.start
            actor = owner_of(national)
        elif actor is None and tokens.lower[previous] == "and" and (other := _joined_title(titles, previous, floor)) is not None:
            if other.title.office == title.title.office == "head_of_state" or {other.title.office, title.title.office} == _TWO_PERSONS:
                break  # two heads of state, "the President and Prime Minister"
            actor = titles.first_actor(other.end, previous)
            index = start = other.start
        else:
            break
    again = titles.ending.get(start - 1) if start - 1 > floor and tokens.lower[start - 1] == "of" else None
    if again is not None and again.title.office == title.title.office and not again.title.plural:
        start = max(floor, again.start)  # "the Sultan of Brunei Sultan X", not "representatives of Peruvian President X"
    if start > floor and tokens.lower[start - 1] == "the":
        start -= 1
    return TitlePhrase(start, end, title.title.title, "other" if past else title.title.office, title.title.plural, actor, past)


def _named_modifiers(titles: Titles, index: int, floor: int) -> Entity | None:
    """Whose office it is before capitalised words that belong to a title: "the UN Resident Coordinator"."""
    tokens = titles.layers.tokens
    for step in range(index, max(floor, index - _MAX_MODIFIERS) - 1, -1):
        word = tokens.words[step]
        if not tokens.capitalized[step] or not word.isalpha() or word in titles.words.first_names or step in titles.entity_at:
            return None
        entity = titles.entity_ending.get(step)
        if entity is not None and entity.start >= floor and entity.kind != "place":
            return entity
    return None


def _national_modifiers(titles: Titles, index: int, floor: int) -> Entity | None:
    """The state before nouns in small letters that belong to a title: "Latvian | border service | spokesman"."""
    lower, tokens = titles.layers.tokens.lower, titles.layers.tokens
    for step in range(index, max(floor, index - _MAX_NOUNS) - 1, -1):
        owned = lower[step] in ("'s", "’s")
        entity = titles.entity_ending.get(step + (not owned))
        if entity is not None and entity.start >= floor:
            adjective = entity.kind == "demonym" or (owned and entity.kind == "state")
            return entity if adjective and step < index else None
        plain = lower[step].isalpha() and not tokens.is_capitalized(step) and lower[step] not in titles.words.determiners
        if plain and lower[step].endswith("s") and lower[step] in titles.words.persons:
            return None  # "in talks with the Latvian officials | Speaker X said": others
        if not plain or lower[step] in _OUTSIDE_TITLES or lower[step].endswith(("ed", "ly")):
            return None
    return None


def _joined_title(titles: Titles, conjunction: int, floor: int) -> TitleSpan | None:
    """The title of "Member of X and Foreign Minister": left of the conjunction, nothing but its own tail between."""
    lower = titles.layers.tokens.lower
    for index in range(conjunction, max(floor, conjunction - MAX_TAIL), -1):
        if titles.stops(index):
            return None
        if index in titles.ending and (index == conjunction or lower[index] == "of"):
            # a body must stand between, not a person: "Member of the Bureau and …", never "President of A, X Y, and …"
            bodied = index == conjunction or lower[conjunction - 1] in titles.words.nominal_heads or titles.ends_body(conjunction)
            return titles.ending[index] if bodied else None
    return None
