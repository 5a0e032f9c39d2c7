"""Speaker turns of transcripts: "President of Kenya X Y: …", "Question: …", "X Y (retranslated): …"."""

from __future__ import annotations

from typing import Final, NamedTuple

from etl.extract.grammar import FIRST_PERSON
from etl.extract.layers import Layers, PersonMention, Sentence
from etl.extract.people.labels import asker_end
from etl.lexicon.people import fold
from etl.lexicon.speech import load_speech_words
from etl.lexicon.titles import load_abbreviations

_MAX_LABEL: Final = 24
_LABEL_WORDS: Final = frozenset("of the and for to in , - – 's . de al".split())
_BREAKS: Final = ("* * *", "<…>", "<...>", "***", "[…]")
_MAX_BREAK: Final = 8
"""Characters below which a sentence with such a mark is nothing else."""
_OFFICES: Final = frozenset({"office", "role"})


class Turn(NamedTuple):
    """Who begins to speak at a sentence, and the token after the colon. `person` None: somebody unnamed, `official` by office alone."""

    person: int | None
    content_start: int
    official: bool = False


def turn_at(layers: Layers, sentence: Sentence) -> Turn | None:
    """The turn that a sentence opens, when it opens a paragraph with a speaker's name or office and a colon."""
    if not sentence.first:
        return None
    lower = layers.tokens.lower
    label = lower[sentence.start : min(sentence.end, sentence.start + _MAX_LABEL)]
    colon = sentence.start + label.index(":") if ":" in label else None
    if lower[sentence.start] in load_speech_words().turn_labels and sentence.start + 1 < sentence.end:
        if lower[sentence.start + 1] in (":", "."):
            return Turn(None, sentence.start + 2)
        if colon is not None and lower[sentence.start + 1] == "(" and lower[colon - 1] == ")":
            return Turn(None, colon + 1)
    if colon == sentence.start + 1 and (title := load_abbreviations().get(lower[sentence.start])) is not None:
        if title.written != layers.tokens.words[sentence.start]:
            return None
        return Turn(_bearer(layers, title.title), colon + 1)  # "SG: …", "PM: …"
    if lower[sentence.start] in load_speech_words().answer_labels and colon == sentence.start + 1:
        return Turn(_answerer(layers), colon + 1)
    if (asked := asker_end(layers, sentence)) is not None:
        return Turn(None, asked)
    if colon is None or colon == sentence.start or not _is_label(layers, sentence.start, colon):
        return None
    named = [m for m in layers.person_mentions.within(sentence.start, colon) if m.end <= colon]
    opening = layers.nominals.starting(sentence.start)
    office = opening is not None and opening.kind in _OFFICES
    if named:
        begun = layers.person_mentions.starting(sentence.start) is not None
        return Turn(named[-1].person, colon + 1) if begun or office else None
    if opening is None or not office or opening.end < colon - 3:
        return None
    if (called := _called(layers, opening.end, colon)) is not None:
        return Turn(called[0] if len(called) == 1 else None, colon + 1, official=True)
    if opening.people:
        return Turn(opening.people[0], colon + 1)
    bearer = _bearer(layers, layers.tokens.surface(sentence.start, colon))
    return Turn(bearer, colon + 1, official=opening.kind == "office")


def _called(layers: Layers, start: int, colon: int) -> list[int] | None:
    """Who bears the name behind the office of a label, "FOREIGN SECRETARY | MENON:"; None where no name stands there."""
    if start >= colon or not all(layers.tokens.is_capitalized(index) for index in range(start, colon)):
        return None
    name = fold(layers.tokens.surface(start, colon))
    return [person.index for person in layers.people if name in person.forms]


def _bearer(layers: Layers, label: str) -> int | None:
    """The one person whom the article gives the title that stands in a label."""
    bearers = [p.index for p in layers.people if label.lower() in {t.lower() for t in p.titles}]
    return bearers[0] if len(bearers) == 1 else None


def announces_speech(layers: Layers, number: int) -> bool:
    """Whether a paragraph holds nothing but an official's title, name and a colon, and the next speaks of itself: "I am glad …"."""
    sentence = layers.sentences[number]
    label = sentence.end - 1
    if not sentence.first or layers.tokens.lower[label] != ":" or label - sentence.start > _MAX_LABEL:
        return False
    following = [s for s in layers.sentences[number + 1 : number + 1 + _FIRST_WORDS] if s.paragraph > sentence.paragraph]
    turn = turn_at(layers, sentence) if following else None
    if turn is None or turn.person is None or not layers.people[turn.person].titles:
        return False
    return any(not FIRST_PERSON.isdisjoint(layers.tokens.lower[s.start : s.end]) and not layers.quoted[s.start] for s in following)


_FIRST_WORDS: Final = 4
"""Sentences of a speech in which the speaker says "I" or "we"."""


def opens_speech(layers: Layers, number: int) -> bool:
    """Whether an official's title, name and a colon open what is said to the end: "President of Peru X Y: Friends, I am glad …".

    It stands in the paragraph of the label, and most paragraphs from there on are in the first person; a list or a caption is not.
    """
    sentence, lower = layers.sentences[number], layers.tokens.lower
    turn = turn_at(layers, sentence)
    if turn is None or turn.person is None or turn.content_start >= sentence.end or layers.quoted[turn.content_start]:
        return False
    if not layers.people[turn.person].titles:
        return False
    said = [s for s in layers.sentences[number:] if not layers.quoted[s.start]]
    paragraphs = {s.paragraph for s in said}
    own = {s.paragraph for s in said if not FIRST_PERSON.isdisjoint(lower[s.start : s.end])}
    return len(said) > 1 and len(own) * 2 > len(paragraphs)


def _answerer(layers: Layers) -> int | None:
    """Who answers where the labels say no more: whom the headline announces, else who alone has a turn by name before the first question,
    else the one official named before the first turn.
    """
    speech, lower = load_speech_words(), layers.tokens.lower
    labelled = (s for s in layers.sentences if s.first and lower[s.start + 1 : s.start + 2] == [":"])
    first = next((s for s in labelled if lower[s.start] in speech.turn_labels or lower[s.start] in speech.answer_labels), None)
    if first is None:
        return None
    named = dict.fromkeys(m.person for m in layers.person_mentions.within(0, first.start) if layers.people[m.person].titles)
    announced = [p.index for p in layers.people if p.rule == "headline"]
    by_name = (m.person for s in layers.sentences for m in layers.person_mentions.within(s.start, first.start) if _has_turn(layers, s, m))
    holding = list(dict.fromkeys(by_name))
    if not announced and len(holding) == 1:
        return holding[0]
    return announced[0] if announced else next(iter(named)) if len(named) == 1 else None


def _has_turn(layers: Layers, sentence: Sentence, mention: PersonMention) -> bool:
    """Whether a name and a colon open a paragraph: "X Y: Good afternoon"."""
    opens = sentence.first and mention.start == sentence.start
    return opens and layers.tokens.lower[mention.end : mention.end + 1] == [":"]


def _is_label(layers: Layers, start: int, end: int) -> bool:
    """Whether the words before a colon only name somebody: capitalised words and what joins them, anything in brackets."""
    tokens = layers.tokens
    depth = 0
    for index in range(start, end):
        word = tokens.lower[index]
        depth += (word == "(") - (word == ")")
        if depth or word == ")" or tokens.is_capitalized(index) or word in _LABEL_WORDS:
            continue
        if not layers.person_mentions.covering(index):
            return False
    return True


def ends_turn(layers: Layers, sentence: Sentence) -> bool:
    """Whether an omission, a rule or a note in brackets stands in the sentence's place."""
    if sentence.end - sentence.start >= _MAX_BREAK and not (sentence.first and layers.tokens.words[sentence.start][0] == "("):
        return False  # as many tokens are as many characters
    surface = layers.tokens.surface(sentence.start, sentence.end)
    if sentence.first and surface.startswith("(") and surface.endswith(")"):
        return True  # the editor's: "(The briefing ended at noon.)"
    return len(surface) < _MAX_BREAK and any(mark in surface for mark in _BREAKS)
