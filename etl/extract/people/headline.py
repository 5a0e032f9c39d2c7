"""Whom only the headline names: who answers at a press conference ("Spokesperson X Y's Regular Press Conference"), holds a speech, or is
called by the office alone in the whole text ("On the meetings of Foreign Minister X Y" – "the Foreign Minister met …").
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from etl.extract.grammar import FIRST_PERSON
from etl.extract.layers import Layers, PersonEntity
from etl.extract.people.names import is_name_word
from etl.extract.people.roster import Roster
from etl.extract.tokens import Tokens
from etl.extract.wordlists import WordList
from etl.lexicon.actors import load_actors
from etl.lexicon.people import fold, load_people
from etl.lexicon.speech import load_speech_words
from etl.lexicon.titles import load_abbreviations, load_titles
from etl.lexicon.words import load_words
from etl.records import ActorRef

_MAX_NAME: Final = 4
_MAX_TITLE: Final = 5


_MIN_OWN: Final = 2
_OWN_SHARE: Final = 6
"""One of so many sentences, and at least two, speaks of itself."""


def announces_speech(title: str | None) -> bool:
    """Whether a headline names a speech and whose it is: "Remarks by …", "Statement of …"."""
    return title is not None and _announcements().search(f" {title.lower()} ") is not None


@cache
def _announcements() -> re.Pattern[str]:
    kinds = "|".join(re.escape(kind) for kind in sorted(load_speech_words().speech_kinds))
    return re.compile(rf" (?:{kinds}) (?:by|of|from) ")


def speaks_of_itself(layers: Layers) -> bool:
    """Whether a good part of a text's sentences is in the first person, outside quotation marks."""
    own = sum(not FIRST_PERSON.isdisjoint(layers.tokens.lower[s.start : s.end]) and not layers.quoted[s.start] for s in layers.sentences)
    return own >= _MIN_OWN and own * _OWN_SHARE >= len(layers.sentences)


def read_headline(layers: Layers, roster: Roster) -> None:
    """Add the person whom the headline names by title, if the text only answers, speaks, or tells of that office without a name."""
    lower = layers.tokens.lower
    answers = load_speech_words().answer_labels
    asked = any(s.first and lower[s.start] in answers and lower[s.start + 1 : s.start + 2] == [":"] for s in layers.sentences)
    spoken = announces_speech(layers.article.title) and speaks_of_itself(layers)
    if not layers.article.title:
        return
    tokens, titles, honorifics = Tokens.from_text(layers.article.title), load_titles(), load_words().honorifics
    for start in tokens.where(_title_openings()):
        for length in range(min(_MAX_TITLE, len(tokens) - start), 0, -1):
            title = titles.get(" ".join(tokens.lower[start : start + length]))
            if title is None or title.plural:
                continue
            end = start + length
            while end + 1 < len(tokens) and (tokens.lower[end] in honorifics or tokens.lower[end] == "."):
                end += 1
            stop = end
            while stop < len(tokens) and stop - end < _MAX_NAME and is_name_word(tokens.words[stop]):
                stop += 1
            if stop - end < 2:
                continue
            office = tokens.lower[start : start + length]
            if not (asked or spoken) and not (_is_only_called(layers, office) and tokens.lower[stop - 1] not in lower):
                return
            name = tokens.surface(end, stop)
            person = roster.add(name, known=load_people().by_name.get(name), rule="headline")
            person.titles.append(title.title)
            person.offices.add(title.office)
            return


@cache
def _title_openings() -> WordList:
    return WordList(title.split()[0] for title in load_titles())


def introduce_speakers(layers: Layers) -> None:
    """Give those of whom the text says no more than their names the office that the headline gives them.

    "Meeting with President of Peru X Y", under which a transcript's label is "X Y:".
    """
    speaking = [p for p in layers.people if p.rule == "turn_label" and p.name and not p.titles and p.actor is None]
    if not speaking:
        return
    tokens = Tokens.from_text(layers.article.title or "")
    folded = [fold(word) for word in tokens.words]
    for person in speaking:
        name = [fold(word) for word in Tokens.from_text(person.name or "").words]
        start = next((i for i in range(1, len(tokens) - len(name) + 1) if folded[i : i + len(name)] == name), None)
        if start is not None and len(name) > 1:
            _introduce(person, tokens, start)


def _introduce(person: PersonEntity, tokens: Tokens, name: int) -> None:
    """Read the office before a name, and whose it is: "President of the Republic of Peru, X Y", "Peruvian President X Y"."""
    titles, first = load_titles(), max(0, name - _INTRODUCTION)
    spans = ((i, j) for i in range(first, name) for j in range(name, i, -1))  # from the left, the longest first
    found = ((i, j, title) for i, j in spans if (title := titles.get(" ".join(tokens.lower[i:j]))) is not None and not title.plural)
    start, end, title = next(found, (0, 0, None))
    if title is not None:
        person.titles.append(title.title)
        person.offices.add(title.office)
        person.actor = _state_in(tokens, end, name) or _state_in(tokens, max(first, start - _OWNER), start)


def _state_in(tokens: Tokens, start: int, end: int) -> ActorRef | None:
    """The state or body named last in a stretch, by its name or as an adjective."""
    world = load_actors()
    named = (tokens.surface(i, j) for j in range(end, start, -1) for i in range(start, j) if tokens.is_capitalized(i))
    return next((actor for words in named if (actor := world.by_name.get(words) or world.by_demonym.get(words))), None)


_OWNER: Final = 3
"""Tokens before an office that say whose it is: "South African", "Peru's"."""
_INTRODUCTION: Final = 8
"""Tokens of an office with its state before a name."""


def _is_only_called(layers: Layers, office: list[str]) -> bool:
    """Whether a text begins to tell of somebody by an office of several words, no name or state beside it, or by its abbreviation."""
    tokens = layers.tokens
    if len(office) < _MIN_OFFICE:
        return False
    first = next((i for i in range(1, len(tokens) - len(office)) if tokens.lower[i : i + len(office)] == office), None)
    if first is None:
        title, uses = load_titles()[" ".join(office)], load_abbreviations().values()
        short = {use.written for use in uses if use.use == "alone" and use.title == title.title}
        return not short.isdisjoint(tokens.words)
    after = first + len(office)
    named = is_name_word(tokens.words[after]) or tokens.lower[after] in load_words().honorifics or tokens.lower[after] in ("of", ",", "and")
    return tokens.lower[first - 1] == "the" and not named


_MIN_OFFICE: Final = 2
"""Words of an office that a text names as often of one person alone: "External Affairs Minister", not "President"."""
