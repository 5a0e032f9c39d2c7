"""Titles before a comma and a name: "Norway's fisheries minister, X Y, …"."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import FINITE
from etl.extract.titles.before import of_whom, title_before
from etl.extract.titles.places import STOPS, TAIL_OPENERS, TitlePhrase, Titles
from etl.extract.titles.premodified import with_premodifier
from etl.lexicon.meetings import load_meeting_terms

_INTERIM: Final = frozenset({"a.i.", "ad", "interim", "designate", "elect", "-"})
"""What may stand after a title: acting for somebody, or not yet in office."""
_OCCASIONS: Final = frozenset({"at", "in", "on", "during"})
"""Prepositions behind a name that no comma closes."""
_MAX_LONG_TAIL: Final = 16


def title_before_comma(titles: Titles, name_start: int, name_end: int, floor: int, *, honored: bool = False) -> TitlePhrase | None:
    """The title of "Norway's fisheries minister, X Y, …": commas on both sides, and it must be said whose title it is.

    A state's own organs leave that out: "the Minister of Planning, X Y, …". `honored`: an honorific after the comma
    ("Foreign Minister, Hon. X Y") opens the name as well, whatever follows it.
    """
    tokens = titles.layers.tokens
    if name_start - 1 <= floor or tokens.lower[name_start - 1] != "," or name_end >= len(tokens):
        return None
    listing = _next_title(titles, name_end)
    last = name_end == titles.layers.sentence_at(name_start).end  # of a line without a full stop
    says = tokens.lower[name_end] in titles.naming.speech_verbs and tokens.lower[name_end + 1 : name_end + 2] != [","]
    says |= tokens.lower[name_end] in ("of", "from") and tokens.lower[name_end + 1 : name_end + 2] == ["the"]  # "…, X Y of the Z Party"
    says |= name_end - name_start > 1 and _acts(titles, name_end)
    unclosed = tokens.lower[name_end] not in {",", ".", ")", ";", ":"}
    agent = name_end - name_start > 1 and tokens.lower[name_end] in _OCCASIONS
    if unclosed and not honored and not listing and not last and not says and not agent:
        return None
    phrase = title_before(titles, name_start - 1, floor) or _tailed(titles, name_start - 1, floor)
    if phrase is None or (listing and not honored and phrase.actor is None):
        return None
    if says and unclosed:  # "The President of the Senate, X Y said": the second comma is left out
        return phrase._replace(end=name_start) if phrase.start == floor and _is_formal(titles, phrase) else None
    if agent and unclosed and not honored and not listing:  # "made by the Ambassador of A to B, X Y at the opening"
        done = tokens.lower[phrase.start - 1] == "by" or tokens.lower[phrase.start - 2 : phrase.start] == ["by", "the"]
        return phrase._replace(end=name_start) if phrase.actor is not None and done and _is_formal(titles, phrase) else None
    phrase = of_whom(titles, phrase, name_start - 1, floor)
    listed = tokens.lower[name_end] == "," and tokens.lower[name_end + 1 : name_end + 2] == ["and"]
    start = phrase.start + (tokens.lower[phrase.start] == "the")
    said = start > phrase.start or (start and tokens.lower[start - 1] in ("'s", "'", ","))
    subject = phrase.start == floor or tokens.lower[phrase.start - 1] in titles.naming.speech_verbs
    formal = said and (tokens.is_capitalized(start) or tokens.lower[start - 1] in ("'s", "'") or subject)
    formal = formal and (not listed or phrase.start == floor)
    owned = phrase.actor is not None or tokens.lower[name_end] == ":" or formal or (honored and tokens.is_capitalized(start))
    return phrase._replace(end=name_start) if owned else None


def _acts(titles: Titles, index: int) -> bool:
    """Whether a finite verb follows: "The Minister of Ports, X Y received the Ambassador of Z"."""
    word = titles.layers.tokens.lower[index]
    return word in FINITE or word.endswith("ed") or word in load_meeting_terms().verbs


def _is_formal(titles: Titles, phrase: TitlePhrase) -> bool:
    """Whether a title is written with a capital, also behind its article."""
    tokens = titles.layers.tokens
    return tokens.is_capitalized(phrase.start + (tokens.lower[phrase.start] == "the"))


def _next_title(titles: Titles, index: int) -> bool:
    """Whether "and" and another's title follow: "the Ambassador of A, X, and the B Ambassador, Y"."""
    lower = titles.layers.tokens.lower
    if lower[index] != "and" or index + 2 >= len(lower):
        return False
    start = index + 1 + (lower[index + 1] == "the")
    owner = titles.entity_at.get(start)
    return start in titles.starting or (owner is not None and owner.kind == "demonym" and owner.end in titles.starting)


def _tailed(titles: Titles, end: int, floor: int) -> TitlePhrase | None:
    """The title of "the head of the delegation", "the minister responsible for ports": what it is of in ordinary words, no verb."""
    lower = titles.layers.tokens.lower
    for index in range(end - 1, max(floor, end - _MAX_LONG_TAIL) - 1, -1):
        if lower[index] in STOPS or lower[index] in FINITE or lower[index] in titles.naming.speech_verbs:
            return None
        if index in titles.ending and (
            lower[index] in TAIL_OPENERS or lower[index : index + 2] == ["in", "charge"] or lower[index] in _INTERIM
        ):
            phrase = with_premodifier(titles, titles.ending[index], end, floor)
            return phrase._replace(actor=phrase.actor or titles.first_actor(index, end))
    return None
