"""Names of bodies by their form, where they speak or somebody speaks for them: "the Reef Fishers Association said", "its president, X Y".

A capitalised noun of a body with capitalised words before it, or after "of" and "for": as nobody but who speaks is sure to be an actor,
such names are looked for beside verbs of saying and beside the titles of their officers alone.
"""

from __future__ import annotations

from calendar import day_name
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from etl.extract.grammar import NAME_CONNECTORS
from etl.extract.layers import Layers, PersonMention, TokenSpan
from etl.extract.wordlists import WordList
from etl.lexicon.naming import load_naming_words
from etl.lexicon.words import load_words

_MAX_NAME: Final = 8
_DAYS: Final = frozenset(day.lower() for day in day_name)
_MAX_APPOSITION: Final = 6
_HEADING: Final = frozenset({"heads", "leads", "chairs", "headed", "led", "chaired", "directs", "runs"})
_CONNECTORS: Final = NAME_CONNECTORS - {"to", "in", "with"}
_TITLE_OPENERS: Final = frozenset({"of", "for", "at", "with"})


class Voice(NamedTuple):
    """A body that speaks, and who speaks for it, if anybody is named."""

    name: TokenSpan
    person: int | None


def find_voices(layers: Layers) -> Iterator[Voice]:
    """Bodies that speak by themselves or by an officer."""
    for head in layers.tokens.where(_heads()):
        if not layers.tokens.capitalized[head] or layers.entities.covering(head) or _in_name(layers, head):
            continue
        name = _name_around(layers, head)
        if name.end - name.start < 2 or _is_field(layers, name.end):
            continue
        officer = _officer(layers, name)
        if officer is not None or _speaks(layers, name) or _has_spokesman(layers, name):
            yield Voice(name, None if officer is None else officer.person)


@cache
def _heads() -> WordList:
    return WordList(load_naming_words().speaking_heads)


def _name_around(layers: Layers, head: int) -> TokenSpan:
    """The capitalised words before a noun of a body, and those after "of" and "for": "Confederation of Coastal Employers"."""
    tokens, sentence = layers.tokens, layers.sentence_at(head)
    start, end = head, head + 1
    while start > sentence.start and head - start < _MAX_NAME and _belongs(layers, start - 1):
        start -= 1
    if start == sentence.start and tokens.lower[start] in load_words().determiners:
        start += 1
    step = end
    firm = tokens.lower[head] in load_naming_words().company_nouns
    while not firm and step + 1 < sentence.end and step - head < _MAX_NAME and tokens.lower[step] in _CONNECTORS:
        if tokens.lower[step + 1] in _DAYS:
            break  # "the Bakers Association on Monday said"
        after = step + 1 + (tokens.lower[step + 1] == "the")
        if after >= sentence.end or not _belongs(layers, after):
            break
        step = after
        while step < sentence.end and step - head < _MAX_NAME and _belongs(layers, step):
            step += 1
        end = step
    return TokenSpan(start, end)


def _belongs(layers: Layers, index: int) -> bool:
    """A capitalised word, or a hyphen inside one, that is neither a person's name nor a title."""
    tokens = layers.tokens
    if _in_name(layers, index):
        return False
    if tokens.words[index] == "-":
        return tokens.glued(index)
    return tokens.capitalized[index] and tokens.lower[index] not in load_words().determiners


def _is_field(layers: Layers, index: int) -> bool:
    """Whether the office of a state begins at a token, so that the words before it are its field: "Industries | Minister X"."""
    return any(title.start == index and layers.tokens.lower[title.end - 1] in _OF_STATES for title in layers.titles)


_OF_STATES: Final = frozenset({"minister", "ministers", "secretary", "commissioner", "ministry"})


def _in_name(layers: Layers, index: int) -> bool:
    """Whether a token belongs to a person's name, and not only to the office that stands with it."""
    return any(mention.name_start <= index < mention.name_end for mention in layers.person_mentions.covering(index))


def _past_acronym(layers: Layers, end: int) -> int:
    words = layers.tokens.words
    return end + 3 if words[end : end + 1] == ["("] and words[end + 2 : end + 3] == [")"] else end


def _speaks(layers: Layers, name: TokenSpan) -> bool:
    """Whether a verb of saying follows, or "according to" stands before."""
    lower, naming = layers.tokens.lower, load_naming_words()
    before = name.start - (name.start > 0 and lower[name.start - 1] == "the")
    if lower[max(0, before - 2) : before] == ["according", "to"]:
        return True
    end = _past_acronym(layers, name.end)
    if lower[end : end + 2] in ([",", "a"], [",", "an"]):  # "the X Forum, a charity, said"
        end = next((k + 1 for k in range(end + 2, min(len(lower), end + 2 + _MAX_APPOSITION)) if lower[k] == ","), end)
    end += 2 * (lower[end : end + 1] == ["on"] and not _DAYS.isdisjoint(lower[end + 1 : end + 2]))
    end += end < len(lower) and lower[end] in load_words().between
    return end < len(lower) and (lower[end] in naming.speech_verbs or lower[end] in naming.voice_verbs) and not layers.tokens.breaks[end]


def _has_spokesman(layers: Layers, name: TokenSpan) -> bool:
    """ "A spokesman for the X Y said": the title of an officer, and a verb of saying after the name."""
    lower = layers.tokens.lower
    before = name.start - (name.start > 0 and lower[name.start - 1] == "the")
    titled = before > 1 and lower[before - 1] in _TITLE_OPENERS and any(title.end == before - 1 for title in layers.titles)
    return titled and _speaks(layers, name)


def _officer(layers: Layers, name: TokenSpan) -> PersonMention | None:
    """ "X Y secretary-general A B", "A B, (the) president of the X Y", "A B, who heads the X Y", "the X Y's director, A B"."""
    lower = layers.tokens.lower
    before = name.start - (name.start > 0 and lower[name.start - 1] == "the")
    if before > 1 and lower[before - 1] in _HEADING and lower[before - 2] == "who":
        return next(iter(m for m in layers.person_mentions if m.end in (before - 2, before - 3)), None)
    opened = before > 1 and lower[before - 1] in _TITLE_OPENERS
    title = next((t for t in layers.titles if opened and t.end == before - 1), None)
    if title is not None:
        at = title.start - (lower[title.start - 1] in load_words().determiners)
        after = _past_acronym(layers, name.end)
        ends = {at, at - (lower[at - 1] == ",")} | {title.end, name.end}
        starts = {after, after + (lower[after : after + 1] == [","])}
        return next((m for m in layers.person_mentions if m.name_end in ends or m.name_start in starts), None)
    end = name.end + (lower[name.end : name.end + 1] in (["'s"], ["'"]))
    owned = next((t for t in layers.titles if t.start == end), None)
    if owned is None:
        return None
    starts = {owned.end, owned.end + (lower[owned.end : owned.end + 1] == [","])}
    return next((m for m in layers.person_mentions if m.name_start in starts), None)
