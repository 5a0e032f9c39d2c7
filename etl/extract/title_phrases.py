"""Titles before and after names, and the actor that a title belongs to.

"Kenyan President X", "President of Kenya X", "X, president of Kenya,", "Kenya's top diplomat X", "UN Secretary-General X",
"Member of the Political Bureau of … and Foreign Minister X".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from etl.extract.fronted import ends_at_comma
from etl.extract.grammar import CLAUSE_BOUNDARIES, FINITE, GOVERNORS
from etl.extract.layers import ACTOR_NAMES, Entity, Layers, Sentence, TitleSpan
from etl.extract.titles import actor_of_entity, names_private_body
from etl.lexicon.actors import load_actors
from etl.lexicon.naming import load_naming_words
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words
from etl.records import ActorRef

_MAX_TAIL: Final = 14
"""Tokens between a title and the name after it: "Member of the … Committee and Minister"."""
_MAX_FIELD: Final = 5
"""Words from "and" to the noun of a department in its name."""
_MAX_APPOSITION: Final = 9
"""Tokens between a name and the title in its apposition."""
_STOPS: Final = frozenset({",", ".", ";", ":", "(", ")", "—", "–", "“", "”", '"', "who", "which", "with", "by"})
_TAIL_CONNECTORS: Final = frozenset("of the for to & - 's ' on".split())
_AT_BODIES: Final = frozenset({"at", "in", "on"})
"""Prepositions between a title and the body or field of the office: "Minister of State at the Foreign Office"."""
_TAIL_OPENERS: Final = frozenset("of for at in on to heading leading responsible".split())
"""Words with which the rest of a title in ordinary words begins: "the minister responsible for ports, X Y, …"."""
_POSTED_HERE: Final = ["to", "the", "country"]
"""After "Chilean Ambassador": to that of the writer."""
_SENT_TO: Final = frozenset({"to", "in"})
"""Prepositions between an envoy's title and where the envoy serves."""
_INTERIM: Final = frozenset({"a.i.", "ad", "interim", "designate", "elect", "-"})
"""What may stand after a title: acting for somebody, or not yet in office."""
_OF_OFFICES: Final = frozenset({"of", "to", "for"})
"""What joins an office to the one that it serves: "adviser to the President"."""
_MAX_LONG_TAIL: Final = 16
_MAX_MODIFIERS: Final = 2
_MAX_NOUNS: Final = 4
_OUTSIDE_TITLES: Final = GOVERNORS | CLAUSE_BOUNDARIES | FINITE
_STAFFS: Final = frozenset({"administration", "office", "apparatus", "secretariat", "staff", "chancellery", "cabinet"})
"""What serves somebody in an office: "Deputy Head of the Executive Office of the President"."""
_TWO_PERSONS: Final = {"head_of_state", "head_of_government"}
"""Offices that with "and" between are two persons': "the President and Prime Minister"."""
"""Capitalised words of no list between whose office it is and the title."""
_APPOSITION_FILLERS: Final = frozenset("the a an also 's ' his her its who is was our their".split())
_APPOSITION_ENDS: Final = frozenset({",", ".", ";", ":", ")", "—", "–", "and", "'s"})
_LIST_WORDS: Final = frozenset({",", "and", "as", "well"})
_ORGANS: Final = frozenset({"presidency", "ministry", "government", "cabinet", "parliament"})
"""Organs whose spokesman somebody is, without the state."""
_SPOKEN_FOR: Final = frozenset({"man", "woman", "person"})
_PEOPLES: Final = (["people"], ["nation"])


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


class TitleReader:
    """Reads title phrases around names. Built once an article from its titles and entities."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._words = load_words()
        self._naming = load_naming_words()
        self._body_words = _body_words()
        self._ending: dict[int, TitleSpan] = {t.end: t for t in layers.titles}
        self._ends = list(self._ending)
        self._starting: dict[int, TitleSpan] = {t.start: t for t in layers.titles}
        self._entity_at: dict[int, Entity] = {}
        self._entity_ending: dict[int, Entity] = {}
        self._bodies: dict[int, Entity] = {}
        """Bodies by the tokens inside them at which a title begins that runs on behind them."""
        for entity in layers.entities:
            if entity.kind == "organization" and not entity.nested:
                self._bodies.update((i, entity) for i in range(entity.start + 1, entity.end) if i in self._starting)
            owns = entity.kind in ACTOR_NAMES or (entity.kind == "place" and entity.start not in self._entity_at)
            if owns and not entity.nested:
                self._entity_at[entity.start] = entity
                self._entity_ending[entity.end] = entity

    def before(self, name_start: int, floor: int) -> TitlePhrase | None:
        """The title phrase that ends right before a name, looked for no further left than `floor`."""
        title = self._ending.get(name_start)
        if title is not None and title.start >= floor:
            return self.with_premodifier(title, name_start, floor)
        if not self.is_near(name_start):
            return None
        # TITLE of (the) ACTOR NAME
        lower = self._layers.tokens.lower
        if name_start - 3 > floor and lower[name_start - 1] == ")" and lower[name_start - 3] == "(":
            phrase = self.before(name_start - 3, floor)  # "External Affairs Minister (EAM) NAME"
            return phrase._replace(end=name_start) if phrase is not None else None
        posted = self._ending.get(name_start - len(_POSTED_HERE))
        if posted is not None and posted.start >= floor and lower[posted.end : name_start] == _POSTED_HERE:
            return self.with_premodifier(posted, name_start, floor)
        index = name_start - 1
        if index >= floor and lower[index] in _TAIL_CONNECTORS:
            return None  # "chairman of the Council for X": X belongs to the body
        while index >= floor and name_start - index <= _MAX_TAIL and not self._stops(index):
            if not self._in_title_tail(index):
                break
            opens = lower[index] in ("of", "to", "for", ",") or (
                lower[index] in _AT_BODIES and self._names_body(index + 1, name_start, places=False)
            )
            if opens and index in self._ending and self._names_body(index + 1, name_start):
                title = self._ending[index]
                phrase = self.with_premodifier(title, name_start, floor)
                actor = (
                    phrase.actor if phrase.actor and phrase.start < title.start else self._first_actor(index, name_start) or phrase.actor
                )
                return self._of_whom(phrase._replace(actor=actor), name_start, floor)
            index -= 1
        return None

    def beyond_rank(self, rank: TitlePhrase, floor: int) -> TitlePhrase | None:
        """The office before the comma before a rank, where it is said whose it is: "Peru's Minister of Ports, Ambassador X Y"."""
        start = rank.start
        if start - 1 <= floor or self._layers.tokens.lower[start - 1] != ",":
            return None
        office = self.before(start - 1, floor)
        return office._replace(end=rank.end) if office is not None and office.actor is not None and not office.plural else None

    def _of_whom(self, phrase: TitlePhrase, end: int, floor: int) -> TitlePhrase:
        """The office of "special representative of the UN Secretary-General for X", which is not the one it names after "of"."""
        lower = self._layers.tokens.lower
        outer = self._ending.get(phrase.start - 1)
        if outer is None or lower[phrase.start - 1] not in _OF_OFFICES or outer.start < floor or outer.title.plural:
            return self._of_staff(phrase, end, floor)
        served = self.with_premodifier(outer, end, floor)
        return served._replace(actor=served.actor or phrase.actor)

    def _of_staff(self, phrase: TitlePhrase, end: int, floor: int) -> TitlePhrase:
        """The office of "Head of the Administration of the President of Peru X Y": who heads a staff is not whom it serves."""
        lower = self._layers.tokens.lower
        of = phrase.start - 1 - (lower[phrase.start - 1] == "the")
        if of <= floor or lower[of] != "of" or lower[of - 1] not in _STAFFS:
            return phrase
        start = of - 1
        while start > floor + 1 and lower[start] not in ("of", "the", ","):
            start -= 1
        start -= lower[start] == "the"
        outer = self._ending.get(start) if lower[start] == "of" else None
        if outer is None or outer.start < floor or outer.title.plural:
            return phrase
        served = self.with_premodifier(outer, end, floor)
        return served._replace(actor=served.actor or phrase.actor, text=self._layers.tokens.surface(served.start, of))

    def is_near(self, index: int) -> bool:
        """Whether a title ends at a token or so little before it that the name there may be its bearer's."""
        nearest = bisect_right(self._ends, index)
        return nearest > 0 and index - self._ends[nearest - 1] <= _MAX_TAIL

    def last_before(self, index: int) -> TitleSpan | None:
        """The title that ends at a token or nearest before it."""
        nearest = bisect_right(self._ends, index)
        return self._ending[self._ends[nearest - 1]] if nearest else None

    def may_end(self, name_start: int, name_end: int) -> bool:
        """Whether a single word after a title and its tail is a name: the tail is complete before it, and no name of a body goes on."""
        tokens = self._layers.tokens
        word = tokens.lower[name_start]
        if (word in self._words.collective or (word in self._words.persons and word.endswith("s"))) and name_end - name_start == 1:
            return False  # "Assistant Minister for International | Organizations", "head of the Union of Peruvian | Workers"
        if name_end < len(tokens) and tokens.is_capitalized(name_end) and (name_end in self._entity_at or name_end in self._starting):
            return False
        if name_start in self._ending or name_start in self._entity_ending:
            return True
        return tokens.lower[name_start - 1] in self._body_words or not tokens.lower[name_start - 1].isalpha()

    def _stops(self, index: int) -> bool:
        word = self._layers.tokens.lower[index]
        return (word in _STOPS and not self._joins_fields(index)) or word in self._naming.title_stops

    def _joins_fields(self, index: int) -> bool:
        """The comma of "Minister of Foreign Affairs, Cooperation and Communities"."""
        tokens = self._layers.tokens
        after = index + 1 < len(tokens) and tokens.is_capitalized(index + 1) and self._is_portfolio(index + 1)
        return after and tokens.lower[index] == "," and (index in self._ending or self._is_portfolio(index - 1))

    def _names_body(self, start: int, end: int, *, places: bool = True) -> bool:
        """Whether anything but small words stands between "President of" and a name: otherwise the name is the body itself."""
        lower = self._layers.tokens.lower
        named = (self._entity_at.get(i) for i in range(start, end))
        bodies = any(e is not None and (places or e.kind == "organization") for e in named)
        return bodies or any(lower[i] in self._body_words for i in range(start, end))

    def _in_title_tail(self, index: int) -> bool:
        """Whether a token may stand between a title and the name after it: names of bodies and places, and what joins them."""
        tokens = self._layers.tokens
        word = tokens.lower[index]
        if word == "and":
            return self._is_portfolio(index + 1) or index + 1 in self._starting or tokens.lower[index + 1] in self._words.nominal_heads
        small = word in _TAIL_CONNECTORS or word == "," or word in _AT_BODIES or word in self._naming.title_tail_nouns
        return tokens.is_capitalized(index) or small or word in self._words.portfolios

    def before_comma(self, name_start: int, name_end: int, floor: int, *, honored: bool = False) -> TitlePhrase | None:
        """The title of "Norway's fisheries minister, X Y, …": commas on both sides, and it must be said whose title it is.

        A state's own organs leave that out: "the Minister of Planning, X Y, …". `honored`: an honorific after the comma
        ("Foreign Minister, Hon. X Y") opens the name as well, whatever follows it.
        """
        tokens = self._layers.tokens
        if name_start - 1 <= floor or tokens.lower[name_start - 1] != "," or name_end >= len(tokens):
            return None
        listing = self._next_title(name_end)
        last = name_end == self._layers.sentence_at(name_start).end  # of a line without a full stop
        says = tokens.lower[name_end] in self._naming.speech_verbs and tokens.lower[name_end + 1 : name_end + 2] != [","]
        says |= tokens.lower[name_end] in ("of", "from") and tokens.lower[name_end + 1 : name_end + 2] == ["the"]  # "…, X Y of the Z Party"
        unclosed = tokens.lower[name_end] not in {",", ".", ")", ";", ":"}
        if unclosed and not honored and not listing and not last and not says:
            return None
        phrase = self.before(name_start - 1, floor) or self._tailed(name_start - 1, floor)
        if phrase is None or (listing and not honored and phrase.actor is None):
            return None
        if says and unclosed:  # "The President of the Senate, X Y said": the second comma is left out
            return phrase._replace(end=name_start) if phrase.start == floor and self._is_formal(phrase) else None
        phrase = self._of_whom(phrase, name_start - 1, floor)
        listed = tokens.lower[name_end] == "," and tokens.lower[name_end + 1 : name_end + 2] == ["and"]
        start = phrase.start + (tokens.lower[phrase.start] == "the")
        said = start > phrase.start or (start and tokens.lower[start - 1] in ("'s", "'", ","))
        subject = phrase.start == floor or tokens.lower[phrase.start - 1] in self._naming.speech_verbs
        formal = said and (tokens.is_capitalized(start) or tokens.lower[start - 1] in ("'s", "'") or subject)
        formal = formal and (not listed or phrase.start == floor)
        owned = phrase.actor is not None or tokens.lower[name_end] == ":" or formal or (honored and tokens.is_capitalized(start))
        return phrase._replace(end=name_start) if owned else None

    def _is_formal(self, phrase: TitlePhrase) -> bool:
        """Whether a title is written with a capital, also behind its article."""
        tokens = self._layers.tokens
        return tokens.is_capitalized(phrase.start + (tokens.lower[phrase.start] == "the"))

    def _next_title(self, index: int) -> bool:
        """Whether "and" and another's title follow: "the Ambassador of A, X, and the B Ambassador, Y"."""
        lower = self._layers.tokens.lower
        if lower[index] != "and" or index + 2 >= len(lower):
            return False
        start = index + 1 + (lower[index + 1] == "the")
        owner = self._entity_at.get(start)
        return start in self._starting or (owner is not None and owner.kind == "demonym" and owner.end in self._starting)

    def _tailed(self, end: int, floor: int) -> TitlePhrase | None:
        """The title of "the head of the delegation", "the minister responsible for ports": what it is of in ordinary words, no verb."""
        lower = self._layers.tokens.lower
        for index in range(end - 1, max(floor, end - _MAX_LONG_TAIL) - 1, -1):
            if lower[index] in _STOPS or lower[index] in FINITE or lower[index] in self._naming.speech_verbs:
                return None
            if index in self._ending and (
                lower[index] in _TAIL_OPENERS or lower[index : index + 2] == ["in", "charge"] or lower[index] in _INTERIM
            ):
                phrase = self.with_premodifier(self._ending[index], end, floor)
                return phrase._replace(actor=phrase.actor or self._first_actor(index, end))
        return None

    def ends_longer(self, index: int) -> bool:
        """Whether a title of several words ends before a token: "Crown Prince", whose last word alone would be an honorific."""
        title = self._ending.get(index)
        return title is not None and title.end - title.start > 1

    def is_apposition(self, phrase: TitlePhrase) -> bool:
        """Whether a title before a comma and a name may as well be the apposition of a name before it: "X Y, minister of A, Z W, …"."""
        tokens, start = self._layers.tokens, phrase.start
        return start > 1 and tokens.lower[start - 1] == "," and tokens.is_capitalized(start - 2) and start - 1 not in self._entity_ending

    def with_premodifier(self, title: TitleSpan, end: int, floor: int) -> TitlePhrase:
        """A title with what belongs to it on its left: whose it is, "former", a portfolio, another title."""
        tokens = self._layers.tokens
        start, actor = title.start, None
        index, past = title.start, False
        inner = self._entity_at.get(start)
        if inner is not None and inner.end < title.end and title.title.office == "organization_head":
            actor = _owner(inner)  # "European Commission President"
        body = self._bodies.get(title.start)
        if body is not None and body.start >= floor and body.end < title.end:
            index, start, actor = body.start, body.start, _owner(body)  # "Peru's Foreign Ministry spokesman"
        between = (self._entity_at[i] for i in range(start + 1, title.end) if i in self._entity_at)
        if (middle := next((e for e in between if e.kind == "demonym"), None)) is not None:
            actor = _owner(middle)  # "the head of the Turkmen state"
        while index > floor:
            previous = index - 1
            if tokens.lower[previous] in ("'s", "'"):
                previous -= 1
            elif tokens.lower[previous] == ")" and previous - 2 > floor and tokens.lower[previous - 2] == "(":
                previous -= 3  # "Republic of Korea (ROK) Minister"
            entity = self._entity_ending.get(previous + 1)
            if entity is not None and entity.start >= floor and entity.kind == "organization" and tokens.lower[entity.end] == "affairs":
                index = start = entity.start  # "the Irish | EU affairs minister": a field
            elif entity is not None and entity.start >= floor:
                sent = actor is not None and actor.kind == "organization" and entity.kind in ("state", "demonym")
                if actor is None or (sent and title.title.title.lower().split()[-1] in load_party_words().envoy_titles):
                    actor = _owner(entity)  # "Chile's UN ambassador" is Chile's
                index = start = entity.start
            elif previous + 1 == index and (tokens.lower[previous] in self._naming.title_premodifiers or self._is_portfolio(previous)):
                index = start = previous
                past |= tokens.lower[previous] in self._naming.past_premodifiers
            elif previous + 1 in self._ending:
                if previous + 1 < index and actor is None:  # "the Iranian president's adviser"
                    actor = self.with_premodifier(self._ending[previous + 1], previous + 1, floor).actor
                index = start = self._ending[previous + 1].start
            elif actor is None and (named := self._named_modifiers(previous, floor)) is not None:
                index = start = named.start
                actor = _owner(named)
            elif actor is None and previous + 1 == index and (national := self._national_modifiers(previous, floor)) is not None:
                index = start = national.start
                actor = _owner(national)
            elif actor is None and tokens.lower[previous] == "and" and (other := self._joined_title(previous, floor)) is not None:
                if other.title.office == title.title.office == "head_of_state" or {other.title.office, title.title.office} == _TWO_PERSONS:
                    break  # two heads of state, "the President and Prime Minister"
                actor = self._first_actor(other.end, previous)
                index = start = other.start
            else:
                break
        if start - 1 > floor and tokens.lower[start - 1] == "of" and (again := self._ending.get(start - 1)) is not None:
            start = max(floor, again.start)  # "the Sultan of Brunei Sultan X"
        if start > floor and tokens.lower[start - 1] == "the":
            start -= 1
        return TitlePhrase(start, end, title.title.title, "other" if past else title.title.office, title.title.plural, actor, past)

    def _named_modifiers(self, index: int, floor: int) -> Entity | None:
        """Whose office it is before capitalised words that belong to a title: "the UN Resident Coordinator"."""
        tokens = self._layers.tokens
        for step in range(index, max(floor, index - _MAX_MODIFIERS) - 1, -1):
            word = tokens.words[step]
            if not tokens.is_capitalized(step) or not word.isalpha() or word in self._words.first_names or step in self._entity_at:
                return None
            entity = self._entity_ending.get(step)
            if entity is not None and entity.start >= floor and entity.kind != "place":
                return entity
        return None

    def _national_modifiers(self, index: int, floor: int) -> Entity | None:
        """The state before nouns in small letters that belong to a title: "Latvian | border service | spokesman"."""
        lower, tokens = self._layers.tokens.lower, self._layers.tokens
        for step in range(index, max(floor, index - _MAX_NOUNS) - 1, -1):
            owned = lower[step] in ("'s", "’s")
            entity = self._entity_ending.get(step + (not owned))
            if entity is not None and entity.start >= floor:
                adjective = entity.kind == "demonym" or (owned and entity.kind == "state")
                return entity if adjective and step < index else None
            plain = lower[step].isalpha() and not tokens.is_capitalized(step) and lower[step] not in self._words.determiners
            if not plain or lower[step] in _OUTSIDE_TITLES or lower[step].endswith(("ed", "ly")):
                return None
        return None

    def _is_portfolio(self, index: int) -> bool:
        """A capitalised field before a title ("Education Secretary"), or the conjunction between two."""
        tokens = self._layers.tokens
        if tokens.lower[index] in ("and", "&", ","):
            return all(tokens.is_capitalized(i) and tokens.lower[i] in self._words.portfolios for i in (index - 1, index + 1))
        return tokens.lower[index] in self._words.portfolios

    def _joined_title(self, conjunction: int, floor: int) -> TitleSpan | None:
        """The title of "Member of X and Foreign Minister": left of the conjunction, nothing but its own tail between."""
        lower = self._layers.tokens.lower
        for index in range(conjunction, max(floor, conjunction - _MAX_TAIL), -1):
            if self._stops(index):
                return None
            if index in self._ending and (index == conjunction or lower[index] == "of"):
                # a body must stand between, not a person: "Member of the Bureau and …", never "President of A, X Y, and …"
                bodied = index == conjunction or lower[conjunction - 1] in self._words.nominal_heads or self._ends_body(conjunction)
                return self._ending[index] if bodied else None
        return None

    def _ends_body(self, index: int) -> bool:
        entity = self._entity_ending.get(index)
        return entity is not None and entity.kind == "organization"

    def after(self, name_end: int, sentence: Sentence) -> TitlePhrase | None:
        """The title in an apposition after a name: ", (the) president of Kenya," or "(president of Kenya)"."""
        tokens = self._layers.tokens
        if tokens.lower[name_end : name_end + 1] == ["("] and tokens.lower[name_end + 2 : name_end + 4] == [")", ","]:
            name_end += 3  # "X Y (GCON), Minister of Ports": an order of merit, a party, initials
        if name_end >= sentence.end or tokens.lower[name_end] not in {",", "("}:
            return None
        start = name_end + 1
        title = self._in_apposition(start, min(start + _MAX_APPOSITION, sentence.end))
        if title is None or (title.start > start and tokens.lower[start] == "who"):
            return None
        if title.end < sentence.end and tokens.lower[title.end] in self._naming.speech_verbs:
            return None  # "Sunlight, the minister said, …"
        if self._opens_name(title.end) or self._runs_into_name(title.end, sentence):
            return None  # "…, Chilean President X": the title of the next person
        end = title.end
        while end < sentence.end and tokens.lower[end] not in self._naming.apposition_stops:
            fields = tokens.lower[end] == "and" and end + 1 < sentence.end and self._is_portfolio(end + 1)
            if tokens.lower[end] in _APPOSITION_ENDS and not fields and not self._joins_field(end):
                break
            end += 1
        if end + 1 < sentence.end and tokens.lower[end] == "and" and not tokens.is_capitalized(end + 1):
            end += 1
        next_named = end + 1 < sentence.end and tokens.lower[end] == "," and self._opens_name(end + 1)
        if next_named and not self._has_own_apposition(end + 1, sentence):
            return None  # the title of the next person in a list
        past = not self._naming.past_premodifiers.isdisjoint(tokens.lower[start : title.start])
        office = "other" if past else title.title.office
        return TitlePhrase(start, end, title.title.title, office, title.title.plural, self._first_actor(start, end), past)

    def further(self, after: TitlePhrase, sentence: Sentence) -> Iterator[TitlePhrase]:
        """The other titles of an apposition: "X Y, member of the State Council, Minister of Trade of A", "X Y, deputy premier and …"."""
        lower, index = self._layers.tokens.lower, after.start
        while index < sentence.end and (title := self._in_apposition(index, min(index + _MAX_APPOSITION, sentence.end))) is not None:
            end = title.end
            while end < sentence.end and (lower[end] not in _APPOSITION_ENDS or self._goes_on(end)):
                end += 1
            ends_aside = end + 1 >= sentence.end or lower[end] in _APPOSITION_ENDS
            if index > after.start:
                if not ends_aside or self._opens_name(title.end) or self._named_before(title.end, end):
                    return
                actor = self._first_actor(index, end)
                yield TitlePhrase(index, end, title.title.title, title.title.office, False, actor)
            index = end + 1
            if end >= sentence.end or lower[end] not in (",", "and") or title.title.plural:
                return
            index += lower[index : index + 1] == ["and"]

    def _goes_on(self, index: int) -> bool:
        """Whether a comma or an "and" only joins the fields of an office or stands inside the name of a department."""
        field = self._layers.tokens.lower[index + 1 : index + 2] != [] and self._is_portfolio(index + 1) and index + 1 not in self._starting
        return self._joins_fields(index) or self._joins_field(index) or (self._layers.tokens.lower[index] == "and" and field)

    def _named_before(self, start: int, end: int) -> bool:
        """Whether a name may stand after a title, so that it is the next person's: capitals that belong to no body."""
        tokens = self._layers.tokens
        if start < end and (tokens.lower[start] in _TAIL_OPENERS or tokens.lower[start] in _AT_BODIES):
            return False
        return any(tokens.is_capitalized(i) and i not in self._entity_at for i in range(start, end))

    def _joins_field(self, index: int) -> bool:
        """Whether "and" is inside the name of a department: "Director of the Central and West Asia Department of the Bank"."""
        tokens = self._layers.tokens
        if (
            tokens.lower[index] != "and"
            or index + 1 >= len(tokens)
            or not (tokens.capitalized[index - 1] and tokens.capitalized[index + 1])
        ):
            return False
        after = tokens.lower[index + 1 : index + 1 + _MAX_FIELD]
        department = next((k for k, word in enumerate(after) if word in self._words.collective), None)
        return department is not None and all(tokens.capitalized[index + 1 + k] for k in range(department + 1))

    def _has_own_apposition(self, index: int, sentence: Sentence) -> bool:
        """Whether the name that begins at a token has a title of its own after it."""
        tokens = self._layers.tokens
        end = index
        while end < min(index + _MAX_APPOSITION, sentence.end) and (
            tokens.is_capitalized(end) or tokens.lower[end] in self._words.particles
        ):
            end += 1
        if end + 1 >= sentence.end or tokens.lower[end] != ",":
            return False
        return self._in_apposition(end + 1, min(end + 1 + _MAX_APPOSITION, sentence.end)) is not None

    def _in_apposition(self, index: int, limit: int) -> TitleSpan | None:
        """The title that only whose it is, articles and premodifiers keep from opening an apposition."""
        lower = self._layers.tokens.lower
        while index < limit:
            title = self._starting.get(index)
            if title is not None:
                return title
            entity = self._entity_at.get(index)
            if entity is not None:
                index = entity.end
            elif lower[index] in self._naming.title_premodifiers or lower[index] in _APPOSITION_FILLERS:
                index += 1
            elif lower[index] in _ORGANS and lower[index + 1 : index + 2] in (["'s"], ["’s"]):
                index += 2  # "X, the presidency's official spokesman"
            elif index + 1 in self._starting and self._speaks_for(index):
                index += 1  # "X, Peru's army | spokesman"
            elif lower[index] in load_party_words().renamed_states and lower[index + 1 : index + 2] in (["'s"], ["’s"]):
                index += 2  # "X, the Kingdom's ambassador to A"
            else:
                return None
        return None

    def _speaks_for(self, index: int) -> bool:
        """Whether a token is a state's organ whose spokesman is named behind it."""
        words, lower = load_party_words(), self._layers.tokens.lower
        speaks = lower[index + 1].removeprefix("spokes") in _SPOKEN_FOR
        return speaks and (lower[index] in words.state_voices or lower[index] in words.state_body_nouns)

    def _opens_name(self, index: int) -> bool:
        tokens = self._layers.tokens
        if index >= len(tokens):
            return False
        if tokens.lower[index] in self._words.honorifics:
            return True
        return any(e.kind == "person" for e in self._layers.entities.within(index, index + 1)) or (
            tokens.words[index] in self._words.first_names and index + 1 < len(tokens) and tokens.is_capitalized(index + 1)
        )

    def _runs_into_name(self, index: int, sentence: Sentence) -> bool:
        """Whether capitalised words that name no body or field stand right after a title."""
        tokens = self._layers.tokens
        if index >= sentence.end or not tokens.is_capitalized(index) or index in self._entity_at or index in self._starting:
            return False
        return tokens.lower[index] not in self._body_words and tokens.lower[index] not in self._naming.title_premodifiers

    def of_actor(self, title: TitleSpan, limit: int) -> tuple[int, list[ActorRef]]:
        """The actors of "president(s) of A, B and C" after a title, and the index after them."""
        tokens = self._layers.tokens
        index = title.end
        actors: list[ActorRef] = []
        if index >= limit or tokens.lower[index] not in ("of", "from"):
            return title.end, actors
        index += 1
        ends: list[int] = []
        while index < limit:
            if tokens.lower[index] in ("the", "both"):
                index += 1
                continue
            entity = self._entity_at.get(index)
            people = entity is not None and entity.kind == "demonym" and tokens.lower[entity.end : entity.end + 1] in _PEOPLES
            if entity is None or entity.kind == "place" or (entity.kind == "demonym" and not people):
                break
            actors.append(actor_of_entity(entity))
            ends.append(entity.end)
            index = entity.end
            closed = tokens.lower[ends[-2] : entity.start].count("and") if len(ends) > 1 else 0
            while index < limit and tokens.lower[index] in _LIST_WORDS:
                index += 1
            if index == entity.end or not title.title.plural or (closed and tokens.lower[entity.end] == ","):
                break  # "ambassadors of A and B, the agency C says"
        if not actors:
            return title.end, actors
        if len(actors) > 1 and tokens.lower[ends[0]] == "," and ends_at_comma(self._layers, title.start, ends[-1]):
            return ends[0], actors[:1]
        return ends[-1], actors

    def _first_actor(self, start: int, end: int) -> ActorRef | None:
        """The actor first named from one token to another; an envoy acts for who sends him, not for whom he is sent to."""
        lower, envoys = self._layers.tokens.lower, load_party_words().envoy_titles
        sent = (i for i in range(start, end) if lower[i] in _SENT_TO and not envoys.isdisjoint(lower[max(start - 1, 0) : i]))
        end = next(sent, end)
        private = self._naming.private_body_nouns  # "the Union of | Peruvian Workers" is not Peru's
        entities = [entity for index in range(start, end) if (entity := self._entity_at.get(index)) is not None]
        entities = [e for e in entities if e.kind not in ("state", "demonym") or not names_private_body(self._layers, e.end)]
        entities = [e for e in entities if e.kind != "demonym" or lower[e.start - 1] != "of" or lower[e.start - 2] not in private]
        named = next((entity for entity in entities if entity.kind != "place"), None)
        if named is not None:
            return actor_of_entity(named)
        return _owner(entities[0]) if entities else None


@cache
def _body_words() -> frozenset[str]:
    """What names the body or the field of an office: "President of the Council", "Minister of Transport"."""
    return load_words().portfolios | load_words().nominal_heads | load_naming_words().title_tail_places


def _owner(entity: Entity) -> ActorRef | None:
    """Whose office an entity beside a title makes it: the actor's own, or that of the state where the place lies."""
    if entity.kind != "place":
        return actor_of_entity(entity)
    state = load_actors().places.get(entity.name, ("", ""))[1]
    return ActorRef("state", state) if state else None
