"""How far a capitalised name reaches around its class noun: words before it, and tails and years after it."""

from __future__ import annotations

from functools import cache
from typing import Final

from etl.extract.grammar import DETERMINERS, GENITIVE_S, NAME_CONNECTORS
from etl.extract.initiatives.place import Place
from etl.extract.layers import ACTOR_NAMES
from etl.extract.tokens import Tokens
from etl.lexicon.initiatives import load_initiative_heads, load_initiative_words
from etl.lexicon.words import load_words, word_lists

MAX_RUN: Final = 16
_MAX_FIELD: Final = 5
_MAX_ORGANIZATION: Final = 3
_DASHES: Final = frozenset("-–+")
_BEFORE_CONNECTORS: Final = frozenset({"and", "of", "for", "to", "&"})
_TAIL_OPENERS: Final = frozenset({"for", "on", "of", "against", "towards", "to"})
_ENDS: Final = frozenset("development growth future security stability prosperity transformation recovery integration renewal".split())
"""Nouns after a genitive with which the field of a programme ends."""
NUMERALS: Final = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "IX"})
_YEAR_OPENERS: Final = frozenset({"for", "until", "to", "by", "-", "–"})


def name_start(place: Place, head: int) -> int:
    """Where the capitalised words before a class noun begin: the noun itself when there are none."""
    tokens = place.layers.tokens
    first = place.layers.sentence_at(head).start
    start = head
    if not tokens.capitalized[head]:
        fields = load_initiative_words().initiative_fields
        while start - 1 > first and head - start < _MAX_FIELD and (tokens.lower[start - 1] in fields or tokens.words[start - 1] == "-"):
            start -= 1
    while head - start < MAX_RUN and (step := _back(place, start, first)) is not None:
        start = step
    if start == first and start < head - 1 and tokens.lower[start].endswith("ing"):
        start += 1  # "Attending …" opens the sentence
    return start


def _back(place: Place, start: int, first: int) -> int | None:
    """One word further to the left, or past what joins it; None where the name begins."""
    layers, _, _, known = place
    tokens = layers.tokens
    before = start - 1
    if before < first:
        return None
    if known[before]:
        return _past_known(place, start)
    if tokens.capitalized[before]:
        return before if _may_stand_before(place, before) else None
    if tokens.words[before].isdigit() and len(tokens.words[before]) == len("2030"):
        return before if tokens.capitalized[start] and before > first and tokens.lower[before - 1] not in ("in", "by", "since") else None
    if (whole := start_of_word(tokens, before)) < before:
        return whole if whole >= first and _may_stand_before(place, whole) else None
    joined = before - 1
    if joined < first or known[joined] or not tokens.capitalized[joined] or not _may_stand_before(place, joined):
        return None
    if tokens.words[before] in _DASHES:
        return None if tokens.words[joined].isupper() and not tokens.glued(before) else joined  # "LIMA – Talks"
    if tokens.lower[before] in ("'", "’", "'s", "’s"):
        return joined if tokens.lower[joined] in load_initiative_words().name_owners else None
    if tokens.lower[before] in _BEFORE_CONNECTORS and not _is_actor_end(place, joined):
        coordinates = tokens.lower[before] == "and" and tokens.lower[joined] in load_initiative_heads().names
        return None if coordinates else joined
    return None


def _past_known(place: Place, start: int) -> int | None:
    """What is known right before the name and belongs to it: "G20 Leaders' Summit", "the Monroe Doctrine"."""
    layers = place.layers
    for entity in layers.entities.covering(start - 1):
        if entity.kind == "organization" and not entity.nested and entity.end == start and start - entity.start <= _MAX_ORGANIZATION:
            return entity.start
    named = person_before(place, start)
    return None if named is None or layers.tokens.lower[start] not in load_initiative_heads().persons else named


def person_before(place: Place, head: int) -> int | None:
    """Where the name of the person begins after whom something is called: right before it, and after an article, as no person is."""
    layers = place.layers
    for mention in layers.person_mentions.covering(head - 1):
        if mention.name_end == head and mention.name_start and layers.tokens.lower[mention.name_start - 1] == "the":
            return mention.name_start
    return None


def _may_stand_before(place: Place, index: int) -> bool:
    """Not "The", "On", "Tuesday" or the title of one person."""
    layers = place.layers
    lower = layers.tokens.lower[index]
    if lower in DETERMINERS or lower in NAME_CONNECTORS or lower in _calendar() or lower in load_words().honorifics:
        return False
    if lower in load_initiative_words().initiative_parts and layers.tokens.lower[index + 1] == "of":
        return False
    return not any(title.start <= index < title.end and not title.title.plural for title in layers.titles)


@cache
def _calendar() -> frozenset[str]:
    return load_words().months | word_lists()["weekday"]


def _is_actor_end(place: Place, index: int) -> bool:
    return any(e.end == index + 1 and e.kind in ACTOR_NAMES and not e.nested for e in place.layers.entities.covering(index))


def past_tail(place: Place, end: int) -> int:
    """Past what follows a class noun inside its name: "for Clean Rivers and Lakes", "2040", "(railway) line"."""
    tokens = place.layers.tokens
    head = tokens.lower[end - 1]
    heads = load_initiative_heads()
    for tail in heads.name_tails:
        if tuple(tokens.lower[end : end + len(tail)]) == tail:
            return end + len(tail)
    if head in heads.headed and tokens.capitalized[end - 1]:
        end = _past_field(place, end)
    if end < place.limit and tokens.words[end] in NUMERALS and tokens.capitalized[end - 1]:
        end += 1  # "the Lima Concord II"
    return past_years(tokens, end, place.limit) if head in heads.dated else end


def _past_field(place: Place, end: int) -> int:
    """Past a preposition and the capitalised words that say what a pact, plan or year is for."""
    layers, _, limit, _ = place
    tokens = layers.tokens
    if end + 1 >= limit or tokens.lower[end] not in _TAIL_OPENERS:
        return end
    step = end + 1 + (tokens.lower[end + 1] == "the")
    if step >= limit or not tokens.capitalized[step] or tokens.lower[step] in _calendar() or layers.person_mentions.covering(step):
        return end
    if tokens.lower[end] == "to" and _is_name_of_actor(place, step):
        return end  # "the Treaty to Peru"
    past = step
    while step < limit and step - end < MAX_RUN:
        if tokens.capitalized[step]:
            step += 1
            past = step
        elif tokens.lower[step] in GENITIVE_S and step + 1 < limit and tokens.capitalized[step + 1] and tokens.lower[step + 1] in _ENDS:
            step += 2  # "for Africa's Development"
            past = step
        elif _goes_on_in_word(tokens, step, limit):
            step += 2  # "Co-operation"
            past = step
        elif tokens.lower[step] in NAME_CONNECTORS or tokens.words[step] in _DASHES:
            step += 1
            after = step + (step < limit and tokens.lower[step] == "the")
            if after >= limit or not tokens.capitalized[after] or tokens.lower[after] in _calendar():
                break
            if tokens.lower[step - 1] == "and" and _is_another(place, step, after):
                break
            if tokens.lower[step - 1] in ("in", "to", "with", "on") and _is_name_of_actor(place, after):
                break
            step = after
        else:
            break
    return past


def start_of_word(tokens: Tokens, index: int) -> int:
    """Where a capitalised word begins whose part after the hyphen is this: "Co-operation"; the index itself when there is none."""
    inside = index > 1 and tokens.words[index - 1] == "-" and tokens.glued(index - 1) and tokens.glued(index)
    return index - 2 if inside and tokens.capitalized[index - 2] and tokens.words[index].islower() else index


def _goes_on_in_word(tokens: Tokens, step: int, limit: int) -> bool:
    """Whether a hyphen stands inside a capitalised word: "Co-operation", "Decision-making"."""
    inside = tokens.words[step] == "-" and step + 1 < limit and tokens.glued(step) and tokens.glued(step + 1)
    return inside and tokens.capitalized[step - 1] and tokens.words[step + 1].islower()


def _is_another(place: Place, step: int, after: int) -> bool:
    """Whether what comes after "and" is a state, a person or another name: "the Charter of Lima and the Declaration of Quito"."""
    layers = place.layers
    if _is_name_of_actor(place, after) or layers.person_mentions.covering(after):
        return True
    return after > step and layers.tokens.lower[after] in load_initiative_heads().names


def _is_name_of_actor(place: Place, index: int) -> bool:
    return place.layers.entity_at(index) is not None


def past_years(tokens: Tokens, end: int, limit: int) -> int:
    """Past "2040", "for 2024-2026", "until 2030"."""
    step = end + (end < limit and tokens.lower[end] in _YEAR_OPENERS)
    if step >= limit or not _is_year(tokens.words[step]):
        return end
    step += 1
    if step + 1 < limit and tokens.words[step] in _DASHES and _is_year(tokens.words[step + 1]):
        step += 2
    return step


def _is_year(word: str) -> bool:
    years = word.replace("–", "-").split("-")
    return all(year.isdigit() and len(year) == len("2030") for year in years)
