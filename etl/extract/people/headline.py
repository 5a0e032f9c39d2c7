"""Who answers at a press conference or holds a speech, where only its headline says so: "Spokesperson X Y's Regular Press Conference"."""

from __future__ import annotations

from functools import cache
from typing import Final

from etl.extract.grammar import FIRST_PERSON
from etl.extract.layers import Layers
from etl.extract.people.names import is_name_word
from etl.extract.people.roster import Roster
from etl.extract.tokens import Tokens
from etl.lexicon.people import load_people
from etl.lexicon.speech import load_speech_words
from etl.lexicon.titles import load_titles

_MAX_NAME: Final = 4
_MAX_TITLE: Final = 5


_MIN_OWN: Final = 2
_OWN_SHARE: Final = 6
"""One of so many sentences, and at least two, speaks of itself."""


def announces_speech(title: str | None) -> bool:
    """Whether a headline names a speech and whose it is: "Remarks by …", "Statement of …"."""
    words = f" {(title or '').lower()} "
    return any(by in words for by in _BY) and any(opening in words for opening in _announcements())


_BY: Final = (" by ", " of ", " from ")


@cache
def _announcements() -> tuple[str, ...]:
    return tuple(f" {kind}{by}" for kind in load_speech_words().speech_kinds for by in _BY)


def speaks_of_itself(layers: Layers) -> bool:
    """Whether a good part of a text's sentences is in the first person, outside quotation marks."""
    own = sum(not FIRST_PERSON.isdisjoint(layers.tokens.lower[s.start : s.end]) and not layers.quoted[s.start] for s in layers.sentences)
    return own >= _MIN_OWN and own * _OWN_SHARE >= len(layers.sentences)


def read_headline(layers: Layers, roster: Roster) -> None:
    """Add the person whom the headline of questions and answers names by title, if the text names nobody before the first of them."""
    lower = layers.tokens.lower
    answers = load_speech_words().answer_labels
    asked = any(s.first and lower[s.start] in answers and lower[s.start + 1 : s.start + 2] == [":"] for s in layers.sentences)
    spoken = announces_speech(layers.article.title) and speaks_of_itself(layers)
    if not (asked or spoken) or not layers.article.title:
        return
    tokens, titles = Tokens.from_text(layers.article.title), load_titles()
    for start in range(len(tokens)):
        for length in range(min(_MAX_TITLE, len(tokens) - start), 0, -1):
            title = titles.get(" ".join(tokens.lower[start : start + length]))
            end = start + length
            stop = end
            while stop < len(tokens) and stop - end < _MAX_NAME and is_name_word(tokens.words[stop]):
                stop += 1
            if title is None or stop - end < 2:
                continue
            name = tokens.surface(end, stop)
            person = roster.add(name, known=load_people().by_name.get(name), rule="headline")
            person.titles.append(title.title)
            person.offices.add(title.office)
            return
