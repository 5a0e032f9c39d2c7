"""Who bears the full name of somebody of the lexicon and is somebody else.

A politician's name is other people's name as well: "Peruvian marathon coach X Y", "X Y, a farmer", "X Y, 34". The article
tells so when what it says of the name fits no office that the lexicon's person held, and nothing else in it does; and
when it gives the name an office of another state alone: "Peru's transport minister X Y".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from etl.extract.layers import Layers
from etl.extract.people.phrases import NamePhrase, age_told
from etl.extract.titles.places import TitlePhrase
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_words
from etl.lexicon.naming import load_naming_words
from etl.lexicon.people import Tenure, load_people

_YOUNGEST: Final = 18
"""Years of age before which nobody holds an office."""
_REACH: Final = 5
"""Tokens before or after a name within which the noun of its bearer's calling stands."""
_ANY_BODY: Final = frozenset({"other", "organization_head"})
"""Classes of offices outside politics as well."""


def find_namesakes(layers: Layers, phrases: Iterable[NamePhrase]) -> frozenset[str]:
    """The lexicon's persons whose names the article gives to others."""
    doubted: set[str] = set()
    confirmed: set[str] = set()
    foreign: set[str] = set()
    own: set[str] = set()
    for phrase in phrases:
        if phrase.run.known is None or len(phrase.parts) < _FULL:
            continue
        name = phrase.run.known.name
        tenures = load_people().of_person.get(name, ())
        known = {tenure.actor for tenure in tenures} | {phrase.run.known.actor}
        said = {state: _is_whole(layers, title) for title in _titles_of(phrase) for state in _states_of(title)}
        own |= {name for state in said if state in known}
        foreign |= {name for state, whole in said.items() if whole and state not in known}
        if name in confirmed:
            continue
        if _is_confirmed(layers, phrase, tenures):
            confirmed.add(name)
        elif _is_doubted(layers, phrase, tenures):
            doubted.add(name)
    return frozenset((doubted - confirmed) | (foreign - own))


_FULL: Final = 2
"""Words of a full name."""


def _is_confirmed(layers: Layers, phrase: NamePhrase, tenures: tuple[Tenure, ...]) -> bool:
    """Whether a person in office on the day, or one who held an office that the article gives to the name, is meant."""
    day = layers.reference_date
    if not tenures or day is None or any(tenure.covers(day) for tenure in tenures):
        return True
    titles = _titles_of(phrase)
    held = {tenure.office for tenure in tenures}
    fitting = (title for title in titles if title.past or (title.office in held and title.office not in _ANY_BODY))
    return any(_states_of(title) <= {tenure.actor for tenure in tenures} for title in fitting)


def _is_doubted(layers: Layers, phrase: NamePhrase, tenures: tuple[Tenure, ...]) -> bool:
    """Whether a private calling of another state's or of no office, or an age, is told of the name."""
    return _is_too_young(layers, phrase, tenures) or _has_calling(layers, phrase, tenures)


def _is_too_young(layers: Layers, phrase: NamePhrase, tenures: tuple[Tenure, ...]) -> bool:
    """Whether the bearer of "X Y, 34," was a child when the lexicon's person took office."""
    age, day = age_told(layers.tokens.lower, phrase.end), layers.reference_date
    taken = [int(tenure.valid_from[:4]) for tenure in tenures if tenure.valid_from]
    return age is not None and day is not None and bool(taken) and min(taken) - (day.year - age) < _YOUNGEST


def _has_calling(layers: Layers, phrase: NamePhrase, tenures: tuple[Tenure, ...]) -> bool:
    """Whether the noun of a lay calling stands beside the name, or that of any private one with another state's adjective."""
    tokens, sentence = layers.tokens, phrase.run.sentence
    words, callings = load_naming_words(), load_naming_words().lay_callings
    start = phrase.honorific
    before = tokens.lower[max(sentence.start, start - 1) : start]
    after = _apposition(layers, phrase)
    if not words.past_premodifiers.isdisjoint([*tokens.lower[max(sentence.start, start - _REACH) : start], *after]):
        return False  # "former coach X Y" may have been much since
    if not callings.isdisjoint([*before, *after]):
        return True
    known = {tenure.actor for tenure in tenures}
    if any(load_actors().ref(actor).kind != "state" for actor in known):
        return False
    private = callings | load_meeting_words().private_callings
    told = {e.actor.name for e in layers.entities.within(max(sentence.start, start - _REACH), start) if e.kind == "demonym"}
    return bool(told) and told.isdisjoint(known) and not private.isdisjoint(before)


def _apposition(layers: Layers, phrase: NamePhrase) -> list[str]:
    """The words of "X Y, a farmer in Peru,": from the article to the noun of a person, in small letters."""
    lower, end, limit = layers.tokens.lower, phrase.end, phrase.run.sentence.end
    if lower[end : end + 1] != [","] or lower[end + 1 : end + 2] not in (["a"], ["an"]):
        return []
    found: list[str] = []
    for index in range(end + 2, min(end + 2 + _REACH, limit)):
        if not lower[index].isalpha() or lower[index] in ("of", "in", "at", "from", "who", "with", "for"):
            break
        found.append(lower[index])
    return found


def _is_whole(layers: Layers, title: TitlePhrase) -> bool:
    """Whether no dash divides a title: in "LIMA, Peru - Prime Minister X Y" the state belongs to the dateline."""
    return _DASHES.isdisjoint(layers.tokens.lower[title.start : title.end])


_DASHES: Final = frozenset({"-", "–", "—", "--", "---"})


def _titles_of(phrase: NamePhrase) -> list[TitlePhrase]:
    return [title for title in (phrase.before, phrase.after, *phrase.further) if title is not None]


def _states_of(title: TitlePhrase) -> set[str]:
    """The state whose office a title says it is, if any."""
    return {title.actor.name} if title.actor is not None and title.actor.kind == "state" else set()
