"""A name with what stands around it, and the grounds on which it is a person's."""

from __future__ import annotations

from typing import Final, NamedTuple

from etl.extract.grammar import DETERMINERS, GENITIVE_S
from etl.extract.layers import Layers
from etl.extract.people.evidence import Evidence, is_seat, is_thing, speaks
from etl.extract.people.names import is_initial, name_parts, name_text
from etl.extract.people.runs import NameRun
from etl.extract.titles.apposed import further_titles, title_after
from etl.extract.titles.before import beyond_rank, is_apposition, may_end, title_before
from etl.extract.titles.fronted import title_before_comma
from etl.extract.titles.lists import title_in_list
from etl.extract.titles.places import TitlePhrase, Titles
from etl.lexicon.naming import load_naming_words
from etl.lexicon.words import load_words

NATIONAL_TITLES: Final = frozenset({"minister", "ambassador", "king", "queen", "senator", "deputy", "governor", "general"})
"""Last words of titles of offices that only a state has."""

_RANKS: Final = frozenset("ambassador general admiral colonel brigadier commander senator professor justice captain major".split())
"""Last words of titles that somebody bears beside an office: "the Minister of Ports, General X Y"."""
_OFFICES_OF_ANY_BODY: Final = frozenset({"other", "organization_head"})
"""Classes of offices that a firm or an institute has as well: of several of them the first tells enough."""

_FATHERED: Final = frozenset({"bin", "bint", "ibn", "ould", "al", "el"})
"""Particles of Arab surnames."""


class NamePhrase(NamedTuple):
    """A run with the name it spells, the token where its honorifics begin, the one where it ends, and the titles before and after.

    What stands after a name belongs to it: "X Y MP", "X Y T.D.".
    """

    run: NameRun
    name: str
    parts: list[str]
    honorific: int
    end: int
    before: TitlePhrase | None
    after: TitlePhrase | None
    further: tuple[TitlePhrase, ...] = ()
    """The other titles: those that stand after the name, and the first of two before it."""

    @property
    def honored(self) -> bool:
        """Whether an honorific stands before the name."""
        return self.honorific < self.run.start

    @property
    def titled(self) -> bool:
        """Whether an honorific or a title stands before the name; "member" before it may end the name of a body."""
        return (self.before is not None and self.before.text.lower() != "member") or self.honored


def read_phrase(layers: Layers, titles: Titles, run: NameRun, honorifics: list[bool]) -> NamePhrase:
    """Read honorifics and titles around a run."""
    sentence = run.sentence
    if run.start - 2 >= sentence.start and honorifics[run.start - 2] and layers.tokens.lower[run.start - 1] in _FATHERED:
        run = run._replace(start=run.start - 1)  # "Dr. bin X": the particle opens the surname
    name = name_text(layers.tokens, run.start, run.end)
    parts = name_parts(name)
    honorific = run.start
    while honorific > sentence.start and honorifics[honorific - 1] and not titles.ends_longer(honorific):
        honorific -= 1
    if honorific < run.start and honorific > sentence.start + 1 and layers.tokens.lower[honorific - 1] == "the":
        honorific -= 1  # "the Honourable X Y", "Sen. the Honourable X Y"
        honorific -= honorifics[honorific - 1]
    end = _past_postnominals(layers, run)
    before, after = title_before(titles, honorific, sentence.start), title_after(titles, end, sentence)
    if before is not None and before.text.lower() == "official" and len(parts) == 1 and honorific == run.start:
        before = None  # "the Official Visit": an adjective
    if before is not None and before.actor is None and before.text.lower().split()[-1] in _RANKS:
        before = beyond_rank(titles, before, sentence.start) or before
    if before is None and (len(parts) > 1 or honorific < run.start):
        before = title_before_comma(titles, honorific, end, sentence.start, honored=honorific < run.start)
        if before is not None and after is not None and is_apposition(titles, before):
            before = None
    if before is not None and len(parts) == 1 and before.end == run.start and not may_end(titles, run.start, run.end):
        before = None
    if len(parts) > 1 and (before is None or before.plural or before.actor is None):
        listed = title_in_list(titles, honorific, run.end, sentence.start)
        before = listed if before is None or before.plural else before._replace(actor=listed.actor) if listed is not None else before
    if before is not None and before.plural:
        before = None
    further: tuple[TitlePhrase, ...] = ()
    if after is not None and not after.plural:
        told = further_titles(titles, after, sentence)
        further = tuple(t for t in told if t.office not in _OFFICES_OF_ANY_BODY or t.text.split()[-1].lower() in NATIONAL_TITLES)
    joined = _joined(layers, titles, before)
    return NamePhrase(run, name, parts, honorific, end, before, after, further if joined is None else (*further, joined))


def _joined(layers: Layers, titles: Titles, before: TitlePhrase | None) -> TitlePhrase | None:
    """The first of two offices before a name: "Deputy Prime Minister | and Minister of Ports X"."""
    first = titles.starting.get(before.start) if before is not None else None
    if before is None or first is None or first.title.plural or before.past:
        return None
    apart = first.end + 1 < before.end and layers.tokens.lower[first.end] == "and" and (first.end + 1) in titles.starting
    return TitlePhrase(first.start, first.end, first.title.title, first.title.office, False, before.actor) if apart else None


def _past_postnominals(layers: Layers, run: NameRun) -> int:
    """The token after what a name is followed by without a comma: a seat, an order or a degree."""
    end, known = run.end, load_naming_words().postnominals
    while end < run.sentence.end and layers.tokens.lower[end] in known and layers.tokens.is_capitalized(end):
        end += 1
    return end


def grounds(layers: Layers, phrase: NamePhrase, evidence: Evidence) -> str | None:
    """Why a run that the lexicon does not know is a person's name; None when nothing says so."""
    if is_seat(layers, phrase.run):
        return None
    if phrase.titled or (phrase.before is not None and len(phrase.parts) > 1 and _ends_body(layers, phrase.honorific)):
        return "title"
    run, tokens, words, naming = phrase.run, layers.tokens, load_words(), load_naming_words()
    if is_thing(layers, run) or is_byline(layers, run) or phrase.name.lower() in naming.company_names:
        return None
    if phrase.after is not None and (run.start == run.sentence.start or tokens.lower[run.start - 1] not in DETERMINERS):
        return "apposition"  # and not "in the Vidhan Sabha, the Speaker …"
    start, end, sentence = run.start, run.end, run.sentence
    previous = tokens.lower[start - 1] if start > sentence.start else ""
    called = start - 2 >= sentence.start and previous == "," and end < sentence.end and tokens.lower[end] in _CLOSERS
    if (
        called
        and (tokens.lower[start - 2] in words.persons or tokens.lower[start - 2] == "them")
        and not tokens.lower[start - 2].endswith("s")
    ):
        return "apposition"  # "his wife, X Y, …"
    if called and len(phrase.parts) > 1 and any(t.end == start - 1 and not t.title.plural for t in layers.titles):
        return "apposition"  # "her chief of staff, X Y, …"
    if previous in words.persons or previous in naming.party_labels or is_described(layers, run) or _is_leader(layers, run):
        return "apposition"
    if len(phrase.parts) == 1 and previous in DETERMINERS:
        return None  # "during this Audience, the President"
    if not evidence.speakers.isdisjoint((tokens.words[start], tokens.words[end - 1])) or speaks(layers, run):
        return "speech"
    headed = start - 2 >= sentence.start and tokens.lower[start - 1] == "of" and tokens.is_capitalized(start - 2)
    if headed and tokens.lower[start - 2] in words.nominal_heads:
        return None  # the Order, University, Museum of somebody
    if previous in NO_PERSON_BEFORE:
        return None
    if tokens.words[start] in words.first_names and end - start <= 5:
        return "given_name"
    following = layers.entity_at(end + 1) if end + 1 < sentence.end and tokens.lower[end] in ("of", "(") else None
    if following is not None and following.kind == "state":
        return "of_state"
    if tokens.lower[start] in naming.place_openings:
        return None
    return "form" if _has_form(layers, run) else None


def _is_leader(layers: Layers, run: NameRun) -> bool:
    """Whether a delegation is led by whoever is named: "a delegation headed by X Y"."""
    lower, start = layers.tokens.lower, run.start
    led = start - 2 >= run.sentence.start and lower[start - 1] == "by" and lower[start - 2] in ("led", "headed")
    return led and not load_naming_words().delegation_nouns.isdisjoint(lower[max(run.sentence.start, start - _LED_REACH) : start - 2])


_LED_REACH: Final = 16
"""Tokens before "led by" among which the delegation stands."""
_CLOSERS: Final = frozenset({",", ".", ";", ")", "of"})
NO_PERSON_BEFORE: Final = frozenset({"the", "a", "an", "in", "at", "near"})
"""Before a name that nothing but its form makes a person's, these make it a place's or a body's."""


def _has_form(layers: Layers, run: NameRun) -> bool:
    """Particles, initials, and the hyphen of Chinese and Korean given names: "Lee Cheuk-yan"."""
    tokens, particles = layers.tokens, load_words().particles
    if any(is_initial(word) for word in tokens.words[run.start : run.end]):
        return True
    if any(word in particles for word in tokens.lower[run.start + 1 : run.end]):
        return True
    hyphened = run.end - run.start == 4 and tokens.words[run.end - 2] == "-" and tokens.words[run.end - 1].islower()
    return hyphened and tokens.lower[run.end - 3] not in _PREFIXES


_PREFIXES: Final = frozenset("anti co counter ex mid multi non post pre pro semi sub vice".split())
_MAX_DESCRIPTION: Final = 8


def _ends_body(layers: Layers, index: int) -> bool:
    """Whether the name of a body ends before a token: "member of the Political Bureau of the Central Committee X Y"."""
    return index > 0 and layers.tokens.lower[index - 1] in load_words().nominal_heads


def age_told(lower: list[str], end: int) -> int | None:
    """The years of age told right behind a name: 54 for "X, 54,", "X (54)"; None where none are."""
    if end + 2 >= len(lower) or lower[end] not in (",", "(") or lower[end + 2] not in (",", ")", "."):
        return None
    return int(lower[end + 1]) if len(lower[end + 1]) == 2 and lower[end + 1].isdecimal() else None


def is_described(layers: Layers, run: NameRun) -> bool:
    """Whether age, constituency or a noun of persons follows: "X, 54,", "X (D-Ohio)", "X, a retired teacher", "X, who"."""
    tokens, persons = layers.tokens, load_words().persons
    lower, end, limit = tokens.lower, run.end, run.sentence.end
    if end + 2 >= limit or lower[end] not in (",", "("):
        return False
    opening = lower[end + 1]
    if opening == "who" or (lower[end + 2] == "-" and tokens.words[end + 1] in _PARTY_INITIALS):
        return True
    if opening.isdigit():
        return age_told(lower, end) is not None
    owners = range(end + 1, min(end + 1 + _MAX_OWNER, limit - 1))
    # "X Y, China's point man on …", "X Y, Lima's spokesman"
    owned = any(lower[i + 1] in GENITIVE_S and all(tokens.is_capitalized(k) for k in range(end + 1, i + 1)) for i in owners)
    if lower[end] == "(" or (opening not in _DESCRIBING and opening not in persons and not owned):
        return False
    for index in range(end + 1, min(end + 1 + _MAX_DESCRIPTION, limit)):
        word = lower[index]
        if word in persons:
            # "Sunlight, the minister said, …" describes nobody
            return lower[index + 2 : index + 3] == ["that"] or not (
                index + 1 < limit and lower[index + 1] in load_naming_words().speech_verbs
            )
        if not word.isalpha() and word != "-" and word not in GENITIVE_S:
            return False
    return False


_MAX_OWNER: Final = 3
_DESCRIBING: Final = frozenset("a an the his her their its one former".split())
_PARTY_INITIALS: Final = frozenset({"D", "R", "I"})


def is_byline(layers: Layers, run: NameRun) -> bool:
    """Whether a paragraph holds nothing but the name, and when, where or for whom its bearer wrote."""
    tokens, sentence = layers.tokens, run.sentence
    if (
        not sentence.first
        or sentence.end - sentence.start > _MAX_BYLINE
        or (sentence.end < len(tokens) and not tokens.breaks[sentence.end])
    ):
        return False
    known, words = load_naming_words().byline_words, load_words()
    others = [*range(sentence.start, run.start), *range(run.end, sentence.end)]
    return all(
        tokens.lower[i] in known or tokens.lower[i] in words.months or (tokens.words[i] != ":" and not tokens.words[i].isalpha())
        for i in others
    )


_MAX_BYLINE: Final = 14


_AIRPORTS: Final = frozenset({"airport"})


def is_of_airport(layers: Layers, run: NameRun) -> bool:
    """Whether an airport has somebody's name: "King X International Airport"."""
    if _AIRPORTS.isdisjoint(layers.tokens.lower[run.end : run.end + 2]):
        return False
    end = run.end + (layers.tokens.lower[run.end : run.end + 1] == ["international"])
    return layers.tokens.lower[end : end + 1] == ["airport"] and layers.tokens.is_capitalized(end)


def is_credit(layers: Layers, start: int) -> bool:
    """ "(Reporting by X; Editing by Y)"."""
    lower = layers.tokens.lower
    return start >= 2 and lower[start - 1] == "by" and lower[start - 2] in load_naming_words().credit_verbs
