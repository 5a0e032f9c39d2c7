"""Where titles and the names of actors begin and end in an article, and which words may stand in a title."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import Final, NamedTuple

from etl.extract.layers import ACTOR_NAMES, Entity, Layers, TitleSpan
from etl.extract.titles.owners import actor_of_entity, names_private_body, owner_of
from etl.lexicon.naming import load_naming_words
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words
from etl.records import ActorRef

MAX_TAIL: Final = 18
"""Tokens between a title and the name after it: "Member of the … Committee and Minister"."""
_MAX_FIELD: Final = 5
"""Words from "and" to the noun of a department in its name."""
STOPS: Final = frozenset({",", ".", ";", ":", "(", ")", "—", "–", "“", "”", '"', "who", "which", "with", "by"})
"""Where a title that is read to the left ends."""
TAIL_CONNECTORS: Final = frozenset("of the for to & - 's ' on".split())
"""Small words inside the names of offices."""
AT_BODIES: Final = frozenset({"at", "in", "on"})
"""Prepositions between a title and the body or field of the office: "Minister of State at the Foreign Office"."""
TAIL_OPENERS: Final = frozenset("of for at in on to heading leading responsible".split())
"""Words with which the rest of a title in ordinary words begins: "the minister responsible for ports, X Y, …"."""
_SENT_TO: Final = frozenset({"to", "in", "for"})
"""Prepositions between an envoy's title and where the envoy serves."""


class TitlePhrase(NamedTuple):
    """A title with its modifiers: where it stands, its words, its office class, and whose it is."""

    start: int
    end: int
    text: str
    office: str
    plural: bool
    actor: ActorRef | None
    past: bool = False
    """Whether the office is held no more: "former President X"."""

    @property
    def label(self) -> str:
        """The title as a person bears it at the time."""
        return f"former {self.text}" if self.past else self.text


class Titles:
    """The titles and entities of an article by their places. Built once an article."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.words = load_words()
        self.naming = load_naming_words()
        self.body_words = _body_words()
        self.ending: dict[int, TitleSpan] = {t.end: t for t in layers.titles}
        self._ends = list(self.ending)
        self.starting: dict[int, TitleSpan] = {t.start: t for t in layers.titles}
        self.entity_at: dict[int, Entity] = {}
        self.entity_ending: dict[int, Entity] = {}
        self.bodies: dict[int, Entity] = {}
        """Bodies by the tokens inside them at which a title begins that runs on behind them."""
        for entity in layers.entities:
            if entity.kind == "organization" and not entity.nested:
                self.bodies.update((i, entity) for i in range(entity.start + 1, entity.end) if i in self.starting)
            owns = entity.kind in ACTOR_NAMES or (entity.kind == "place" and entity.start not in self.entity_at)
            if owns and not entity.nested:
                self.entity_at[entity.start] = entity
                self.entity_ending[entity.end] = entity

    def is_near(self, index: int) -> bool:
        """Whether a title ends at a token or so little before it that the name there may be its bearer's."""
        nearest = bisect_right(self._ends, index)
        return nearest > 0 and index - self._ends[nearest - 1] <= MAX_TAIL

    def last_before(self, index: int) -> TitleSpan | None:
        """The title that ends at a token or nearest before it."""
        nearest = bisect_right(self._ends, index)
        return self.ending[self._ends[nearest - 1]] if nearest else None

    def ends_longer(self, index: int) -> bool:
        """Whether a title of several words ends before a token: "Crown Prince", whose last word alone would be an honorific."""
        title = self.ending.get(index)
        return title is not None and title.end - title.start > 1

    def stops(self, index: int) -> bool:
        word = self.layers.tokens.lower[index]
        return (word in STOPS and not self.joins_fields(index)) or word in self.naming.title_stops

    def joins_fields(self, index: int) -> bool:
        """The comma of "Minister of Foreign Affairs, Cooperation and Communities"."""
        tokens = self.layers.tokens
        after = index + 1 < len(tokens) and tokens.is_capitalized(index + 1) and self.is_portfolio(index + 1)
        return after and tokens.lower[index] == "," and (index in self.ending or self.is_portfolio(index - 1))

    def joins_field(self, index: int) -> bool:
        """Whether "and" is inside the name of a department: "Director of the Central and West Asia Department of the Bank"."""
        tokens = self.layers.tokens
        if (
            tokens.lower[index] != "and"
            or index + 1 >= len(tokens)
            or not (tokens.capitalized[index - 1] and tokens.capitalized[index + 1])
        ):
            return False
        after = tokens.lower[index + 1 : index + 1 + _MAX_FIELD]
        department = next((k for k, word in enumerate(after) if word in self.words.collective), None)
        return department is not None and all(tokens.capitalized[index + 1 + k] for k in range(department + 1))

    def is_portfolio(self, index: int) -> bool:
        """A capitalised field before a title ("Education Secretary"), or the conjunction between two."""
        tokens = self.layers.tokens
        if tokens.lower[index] in ("and", "&", ","):
            return all(tokens.is_capitalized(i) and tokens.lower[i] in self.words.portfolios for i in (index - 1, index + 1))
        return tokens.lower[index] in self.words.portfolios

    def first_actor(self, start: int, end: int) -> ActorRef | None:
        """The actor first named from one token to another; an envoy acts for who sends him, not for whom he is sent to."""
        lower, envoys = self.layers.tokens.lower, load_party_words().envoy_titles
        sent = (i for i in range(start, end) if lower[i] in _SENT_TO and not envoys.isdisjoint(lower[max(start - 1, 0) : i]))
        end = next(sent, end)
        private = self.naming.private_body_nouns  # "the Union of | Peruvian Workers" is not Peru's
        entities = [entity for index in range(start, end) if (entity := self.entity_at.get(index)) is not None]
        owning = ("state", "demonym", "metonym", "place")  # "Lima University's institute" is no state's
        entities = [e for e in entities if e.kind not in owning or not names_private_body(self.layers, e.end)]
        entities = [e for e in entities if e.kind != "demonym" or lower[e.start - 1] != "of" or lower[e.start - 2] not in private]
        named = next((entity for entity in entities if entity.kind != "place"), None)
        if named is not None:
            return actor_of_entity(named)
        return owner_of(entities[0]) if entities else None

    def names_body(self, start: int, end: int, *, places: bool = True) -> bool:
        """Whether anything but small words stands between "President of" and a name: otherwise the name is the body itself."""
        lower = self.layers.tokens.lower
        named = (self.entity_at.get(i) for i in range(start, end))
        bodies = any(e is not None and (places or e.kind == "organization") for e in named)
        return bodies or any(lower[i] in self.body_words for i in range(start, end))

    def in_tail(self, index: int) -> bool:
        """Whether a token may stand between a title and the name after it: names of bodies and places, and what joins them."""
        tokens = self.layers.tokens
        word = tokens.lower[index]
        if word == "and":
            return self.is_portfolio(index + 1) or index + 1 in self.starting or tokens.lower[index + 1] in self.words.nominal_heads
        small = word in TAIL_CONNECTORS or word == "," or word in AT_BODIES or word in self.naming.title_tail_nouns
        return tokens.is_capitalized(index) or small or word in self.words.portfolios

    def ends_body(self, index: int) -> bool:
        entity = self.entity_ending.get(index)
        return entity is not None and entity.kind == "organization"


@cache
def _body_words() -> frozenset[str]:
    """What names the body or the field of an office: "President of the Council", "Minister of Transport"."""
    return load_words().portfolios | load_words().nominal_heads | load_naming_words().title_tail_places
