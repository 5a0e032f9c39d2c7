"""A name with what stands around it, and the grounds on which it is a person's."""

from __future__ import annotations

from typing import NamedTuple

from etl.extract.layers import Layers
from etl.extract.people.names import name_parts, name_text
from etl.extract.people.runs import NameRun
from etl.extract.title_phrases import TitlePhrase, TitleReader
from etl.lexicon.naming import load_naming_words
from etl.lexicon.words import load_words


class NamePhrase(NamedTuple):
    """A run with the name it spells, the token where its honorifics begin, and the titles before and after."""

    run: NameRun
    name: str
    parts: list[str]
    honorific: int
    before: TitlePhrase | None
    after: TitlePhrase | None

    @property
    def honored(self) -> bool:
        """Whether an honorific stands before the name."""
        return self.honorific < self.run.start

    @property
    def titled(self) -> bool:
        """Whether an honorific or a title stands before the name; "member" before it may end the name of a body."""
        return (self.before is not None and self.before.text.lower() != "member") or self.honored


def read_phrase(layers: Layers, reader: TitleReader, run: NameRun) -> NamePhrase:
    """Read honorifics and titles around a run."""
    lower, sentence = layers.tokens.lower, run.sentence
    name = name_text(layers.tokens, run.start, run.end)
    parts = name_parts(name)
    honorific = run.start
    while honorific > sentence.start and lower[honorific - 1] in load_words().honorifics:
        honorific -= 1
    before = reader.before(honorific, sentence.start)
    if before is None and (len(parts) > 1 or honorific < run.start):
        before = reader.before_comma(honorific, run.end, sentence.start)
    if before is not None and before.plural:
        before = None
    return NamePhrase(run, name, parts, honorific, before, reader.after(run.end, sentence))


def grounds(layers: Layers, phrase: NamePhrase) -> str | None:
    """Why a run that the lexicon does not know is a person's name; None when nothing says so."""
    if phrase.titled:
        return "title"
    if phrase.after is not None:
        return "apposition"
    run, tokens, words = phrase.run, layers.tokens, load_words()
    start, end, sentence = run.start, run.end, run.sentence
    headed = start - 2 >= sentence.start and tokens.lower[start - 1] == "of" and tokens.is_capitalized(start - 2)
    if headed and tokens.lower[start - 2] in words.nominal_heads:
        return None  # the Order, University, Museum of somebody
    if tokens.words[start] in words.first_names and end - start <= 5:
        return "given_name"
    following = layers.entity_at(end + 1) if end + 1 < sentence.end and tokens.lower[end] == "of" else None
    if following is not None and following.kind == "state":
        return "of_state"
    if any(w in words.particles or (len(w) == 2 and w[1] == ".") for w in tokens.lower[start + 1 : end]):
        return "form"
    previous = tokens.lower[start - 1] if start > sentence.start else ""
    speaks = end < sentence.end and tokens.lower[end] in load_naming_words().speech_verbs
    if (speaks and previous not in words.determiners) or previous in ("said", "says"):
        return "speech"
    return "apposition" if previous in words.persons else None


def is_credit(layers: Layers, start: int) -> bool:
    """ "(Reporting by X; Editing by Y)"."""
    lower = layers.tokens.lower
    return start >= 2 and lower[start - 1] == "by" and lower[start - 2] in load_naming_words().credit_verbs
