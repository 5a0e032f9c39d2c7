"""Speakers' names in the labels of a transcript: "MS. HARGROVE: …", "Vice Minister X Y: …", "Official Spokesperson (Shri X Y): …".

A label opens a paragraph and ends in a colon; it holds nothing but capitalised words and brackets. Only a text with several is a
transcript: a single "Bern: …" is not. Two suffice where each gives an office with the name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from etl.extract.layers import ACTOR_NAMES, Layers, PersonEntity, PersonMention, Sentence
from etl.extract.people.gender import shown_gender
from etl.extract.people.roster import Roster
from etl.extract.titles.owners import actor_of_entity
from etl.extract.wordlists import WordList
from etl.lexicon.actors import load_actors
from etl.lexicon.naming import load_naming_words
from etl.lexicon.people import Person, fold, load_people
from etl.lexicon.speech import load_speech_words
from etl.lexicon.titles import load_titles
from etl.lexicon.words import load_words
from etl.records import ActorRef

_MAX_LABEL: Final = 16
_MIN_LABELS: Final = 3
_MAX_TITLE: Final = 6
_MAX_STATE: Final = 4
_MAX_INITIALS: Final = 2
_MAX_ASKER: Final = 4
_JOINING: Final = frozenset("of the and for to , - – 's ’s".split())


_COLONS: Final = WordList({":"})


class _Label(NamedTuple):
    """start..colon; the name's tokens (in brackets, if there are any), and the title before it, or behind it and a comma."""

    start: int
    colon: int
    name: tuple[int, int]
    title: tuple[int, int]


def read_labels(layers: Layers, roster: Roster) -> Iterator[PersonMention]:
    """Mentions of the persons named in labels. New persons are added in the order of their labels."""
    opened = {layers.sentence_of[index] for index in layers.tokens.where(_COLONS)}
    paragraphs = [s for number in sorted(opened) if (s := layers.sentences[number]).first]
    ordinary = load_words().capitalized
    labels = [label for s in paragraphs if (label := _label(layers, s)) is not None]
    labels = [label for label in labels if not ordinary.issuperset(layers.tokens.lower[label.start : label.colon])]  # "Details: …"
    enough = _MIN_LABELS - any(_is_in_headline(layers, label) for label in labels)
    if not labels or (not _are_offices(layers, labels) and len(labels) + _questions(layers) < enough):
        return
    for label in labels:
        start, end = label.name
        if start < end and not ordinary.issuperset(layers.tokens.lower[start:end]):
            person = _person(layers, roster, label)
            yield PersonMention(label.start, label.colon, start, end, person.index, "turn_label")


def _is_in_headline(layers: Layers, label: _Label) -> bool:
    """Whether the headline names who a label is: "Spokesperson X Y's Regular Press Conference"."""
    start, end = label.name
    return end - start > 1 and layers.tokens.surface(start, end).lower() in (layers.article.title or "").lower()


def _are_offices(layers: Layers, labels: list[_Label]) -> bool:
    """Whether several labels name somebody, each by office and name: "President of Peru X Y: …"."""
    lower = layers.tokens.lower
    named = [label for label in labels if label.name[0] < label.name[1]]
    return len(named) > 1 and all(_title_length(lower[label.start : label.colon]) for label in named)


def _questions(layers: Layers) -> int:
    return sum(_is_question(layers, sentence) for sentence in layers.sentences if sentence.first)


def _is_question(layers: Layers, sentence: Sentence) -> bool:
    return layers.tokens.lower[sentence.start] in load_speech_words().turn_labels or asker_end(layers, sentence) is not None


def asker_end(layers: Layers, sentence: Sentence) -> int | None:
    """The token after the label of somebody unnamed: described in a word or two ("Second Journalist:"), or by a medium ("Lima Daily:")."""
    lower = layers.tokens.lower[sentence.start : min(sentence.end, sentence.start + _MAX_ASKER + 1)]
    if not sentence.first or ":" not in lower:
        return None
    colon = lower.index(":")
    described = 1 < colon < _MAX_ASKER and lower[colon - 1] in load_speech_words().turn_labels and all(w.isalpha() for w in lower[:colon])
    return sentence.start + colon + 1 if described or (colon and _is_medium(layers, sentence.start, sentence.start + colon)) else None


def _is_medium(layers: Layers, start: int, colon: int) -> bool:
    """Whether a label is the name of a medium: a known one, or capitalised words that end in a noun of media."""
    entity = layers.entity_at(start)
    if entity is not None and entity.end == colon and entity.kind == "organization":
        return load_actors().organization_kinds.get(entity.name) == "media"
    last = layers.tokens.lower[colon - 1]
    return (
        colon - start > 1 and last in load_naming_words().media_nouns and all(layers.tokens.is_capitalized(i) for i in range(start, colon))
    )


def _label(layers: Layers, sentence: Sentence) -> _Label | None:
    tokens, lower = layers.tokens, layers.tokens.lower
    start = sentence.start
    colon = next((i for i in range(start + 1, min(sentence.end, start + _MAX_LABEL)) if lower[i] == ":"), None)
    if colon is None or _is_question(layers, sentence) or not tokens.is_capitalized(start):
        return None
    opened = next((i for i in range(start, colon) if lower[i] == "("), None)
    head = opened if opened is not None else colon
    if not all(tokens.is_capitalized(i) or lower[i] in _JOINING or lower[i] == "." for i in range(start, head)):
        return None
    name = _name(layers, start, head)
    if name[0] < name[1]:
        behind = name[0] == start and name[1] < head and lower[name[1]] == ","
        return _Label(start, colon, name, (name[1] + 1, head) if behind else (start, name[0]))
    if opened is not None and lower[colon - 1] == ")":
        return _Label(start, colon, _name(layers, opened + 1, colon - 1), (start, opened))
    return _Label(start, colon, name, (start, head))


def _name(layers: Layers, start: int, end: int) -> tuple[int, int]:
    """The words after the titles and honorifics, up to a comma: an office may follow the name as well as precede it."""
    lower, honorifics = layers.tokens.lower, load_words().honorifics
    index = start
    while index < end:
        if longest := _title_length(lower[index:end]):
            index += longest
        elif lower[index] in honorifics or lower[index] in _JOINING or lower[index] == ".":
            index += 1
        elif (entity := layers.entity_at(index)) is not None and entity.end <= end:
            index = entity.end
        elif written := _state_length(layers.tokens.words[index:end]):
            index += written
        else:
            break
    stop = next((i for i in range(index, end) if lower[i] in (",", "(")), end)
    return index, stop


def _state_length(words: list[str]) -> int:
    """The number of words of a state's name in capitals that stands first: "PRESIDENT OF | SOUTH AFRICA | X Y"."""
    if not words[0].isupper():
        return 0
    known = load_actors().by_name
    return next((n for n in range(min(len(words), _MAX_STATE), 0, -1) if " ".join(words[:n]).title() in known), 0)


def _title_length(words: list[str]) -> int:
    """The number of words of the title that stands first, 0 without one."""
    titles = load_titles()
    return next((n for n in range(min(len(words), _MAX_TITLE), 0, -1) if " ".join(words[:n]) in titles), 0)


def _body(layers: Layers, label: _Label) -> ActorRef | None:
    """Whose office a label names: "PRESIDENT OF PERU X Y", "President of the European Council X Y"."""
    start, end = label.title
    named = next((e for e in layers.entities.within(start, end) if e.kind in ACTOR_NAMES), None)
    if named is not None:
        return actor_of_entity(named)
    for index in range(start, end):
        if length := _state_length(layers.tokens.words[index:end]):
            return load_actors().by_name[" ".join(layers.tokens.words[index : index + length]).title()]
    return None


def _bearer(layers: Layers, title: str, family_name: str) -> Person | None:
    """The lexicon's person who bore a label's title on the day: "SECRETARY X:" of that year."""
    day = layers.reference_date
    return load_people().titled(title, family_name, day) if title and day is not None else None


def _of_initials(layers: Layers, name: str) -> PersonEntity | None:
    """The one person whose initials a label is, as an interview abbreviates its speakers after their first turns."""
    if not 1 < len(name) <= _MAX_INITIALS + 1 or not name.isupper():
        return None
    fitting = [p for p in layers.people if p.name and "".join(part[0] for part in p.name.replace("-", " ").split()) == name]
    return fitting[0] if len(fitting) == 1 else None


def _written_title(layers: Layers, label: _Label) -> str:
    """The title of a label; behind the name only one that is known, without the state: "X Y, PERU'S | FOREIGN MINISTER"."""
    start, end = label.title
    if start > label.name[0]:
        start = next((i for i in range(start, end) if _title_length(layers.tokens.lower[i:end]) == end - i), end)
    return layers.tokens.surface(start, end) if start < end else ""


def _person(layers: Layers, roster: Roster, label: _Label) -> PersonEntity:
    words = layers.tokens.surface(*label.name).split()
    capitals = all(word.isupper() for word in words) and any(len(word) > _MAX_INITIALS for word in words)
    name = " ".join(word.title() if word.isupper() and "." not in word and (capitals or len(word) > 2) else word for word in words)
    title = _written_title(layers, label)
    found, known = roster.referred(name), load_people().by_name.get(name) if len(words) > 1 else _bearer(layers, title, name)
    same = found if len(found) == 1 else [p for p in layers.people if p.name and fold(p.name) == fold(name)]
    person = same[0] if same else _of_initials(layers, name)
    if person is None:
        person = roster.add(name, known=known, rule="turn_label")
    elif len(name.split()) > len((person.name or "").split()) and person.known_by == "text":
        person.name = name
    if person.actor is None and (body := _body(layers, label)) is not None:
        person.actor = body
    borne = any(title.lower().startswith(other.lower() + " of ") for other in person.titles)
    if title and title.lower().rstrip(".") not in load_words().honorifics and title not in person.titles and not borne:
        person.titles.append(title.title() if title.isupper() else title)
        person.offices.add("other")
    around = layers.tokens.lower[label.start : label.name[0]]
    person.gender = person.gender or shown_gender(around, name.split() if len(words) > 1 else ())
    return person
