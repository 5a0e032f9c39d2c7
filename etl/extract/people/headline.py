"""Who answers at a press conference, where only its headline says so: "Foreign Ministry Spokesperson X Y's Regular Press Conference"."""

from __future__ import annotations

from etl.extract.layers import Layers
from etl.extract.people.names import is_name_word
from etl.extract.people.roster import Roster
from etl.extract.tokens import Tokens
from etl.lexicon.people import load_people
from etl.lexicon.speech import load_speech_words
from etl.lexicon.titles import load_titles

_MAX_NAME = 4
_MAX_TITLE = 5


def read_headline(layers: Layers, roster: Roster) -> None:
    """Add the person whom the headline of questions and answers names by title, if the text names nobody before the first of them."""
    lower = layers.tokens.lower
    answers = load_speech_words().answer_labels
    asked = any(s.first and lower[s.start] in answers and lower[s.start + 1 : s.start + 2] == [":"] for s in layers.sentences)
    if not asked or not layers.article.title:
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
