"""Where the stretches of an attribution begin and end: sentence ends, adjuncts, addressees, conjunctions."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.times import past_time
from etl.extract.grammar import ADJUNCT_OPENERS, FINITE, GOVERNORS, PRONOUNS, RELATIVES, TRAILING
from etl.extract.layers import Layers, Sentence
from etl.extract.tokens import CLOSING_QUOTES
from etl.lexicon.cues import cue_forms
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_MAX_ADDRESSEE: Final = 7
_MAX_LAST_ADDRESSEE: Final = 14
"""Tokens of an addressee after which nothing stands: "…, X told members of the National Council of Slovenia this morning"."""
_MAX_TOLD_AT: Final = 20
"""Tokens of a listener and of the place and occasion behind it."""
_BEFORE_VERBS: Final = frozenset({"instead", "also", "then", "later", "further", "again", "even"})
_SHORT: Final = 4
_SOON: Final = frozenset({"shortly", "soon", "just", "immediately", "right", "hours", "minutes", "days"})
_MEETING_TIME: Final = frozenset({"at", "in", "during", "on", "when"})
_AT_THE_TIME: Final = frozenset({"after", "before", "during", "following", "when"})
_ASIDES: Final = frozenset({"however", "though", "meanwhile", "too", "also", "instead", "moreover", "nevertheless", "nonetheless"})
"""Adverbs between commas there."""
_AT_SOME_TIME: Final = frozenset({"earlier", "later", "separately", "previously", "again", "recently", "then"})
"""Adverbs between a verb of saying and its "that"."""
BREAKS: Final = frozenset({";", "—", "–"})
_SUBORDINATORS: Final = frozenset("because until unless although whereupon while when where if since whether".split())
_JOINING: Final = frozenset("and but while though although after as when because before even".split())


def statement_end(layers: Layers, sentence: Sentence) -> int:
    """The end of a sentence without its closing marks."""
    end = sentence.end
    while end > sentence.start and layers.tokens.words[end - 1] in {".", "!", "?", "…"}:
        end -= 1
    return end


def trimmed_end(layers: Layers, start: int, end: int) -> int:
    """The end of a stretch without commas and conjunctions."""
    while end > start and layers.tokens.lower[end - 1] in TRAILING:
        end -= 1
    return end


def object_end(layers: Layers, start: int, end: int) -> int:
    """Where an object ends: before another clause, whether joined ("…, and ministers …", "… and said …") or subordinate ("…, which …")."""
    lower = layers.tokens.lower
    if start + 1 < end and lower[start] in _OBJECTS and lower[start + 1] in _OCCASIONS:
        return start + 1  # "defended it | in the Commons with his eyes shut"
    for index in range(start + 1, end - 1):
        word = lower[index]
        if word not in _AT_ENDS or (layers.quoted[index] and layers.quoted[index + 1]):
            continue
        following = lower[index + 1]
        if word in BREAKS or word in _SUBORDINATORS or (word == "according" and following == "to"):
            return index
        if word == "," and (following in _JOINING or following in RELATIVES or following.endswith("ing")):
            return index
        if word in ("before", "after") and following.endswith("ing") and len(following) > _SHORT:
            return index  # "opposed the plan | before switching sides"
        if word in CLOSING_QUOTES and lower[index - 1] == "," and following.endswith("ing"):
            return index + 1  # "…,” saying it would fail"
        if word in ("and", "but", "before") and is_finite(layers, _past_adverbs(lower, index + 1, end)) and not _only_joins(layers, index):
            return index
    return end


_AT_ENDS: Final = BREAKS | _SUBORDINATORS | CLOSING_QUOTES | {"according", ",", "before", "after", "and", "but"}
"""Words at which alone an object may end."""
_OBJECTS: Final = frozenset({"it", "him", "her", "them"})
_OCCASIONS: Final = frozenset({"in", "on", "at", "during", "after", "before"})


def _only_joins(layers: Layers, conjunction: int) -> bool:
    """Whether "and" joins nouns or participles: "the strikes | and | protests called by X", "with forged | and | altered papers"."""
    lower, pasts = layers.tokens.lower, load_speech_words().irregular_participles
    after = lower[conjunction + 1 : conjunction + 4]
    nouns = len(after) > 2 and after[0].endswith("s") and (after[1].endswith("ed") or after[1] in pasts) and after[2] == "by"
    alike = len(after) > 1 and after[0].endswith("ed") and lower[conjunction - 1].endswith("ed") and after[1].endswith("s")
    return nouns or (alike and (lower[conjunction - 2] in GOVERNORS or lower[conjunction - 2] in _BEFORE_PAIRS))


_BEFORE_PAIRS: Final = frozenset({"through", "with", "the", "these", "those", "such", "all"})


def _past_adverbs(lower: list[str], index: int, end: int) -> int:
    """Past what may stand between a conjunction and its verb: "and | instead proposed"."""
    while index < end - 1 and (lower[index] in _BEFORE_VERBS or (lower[index].endswith("ly") and len(lower[index]) > _SHORT)):
        index += 1
    return index


def joins_verb(layers: Layers, index: int) -> bool:
    """Whether a conjunction and a verb stand at a token: "but refused to …" goes on with the report, not with what is reported."""
    joined = layers.tokens.lower[index : index + 1] in (["but"], ["and"])
    return joined and index + 1 < len(layers.tokens) and is_finite(layers, index + 1)


def is_finite(layers: Layers, index: int) -> bool:
    """Whether a finite verb stands at a token, as far as its form tells: after a conjunction it is no second object."""
    word = layers.tokens.lower[index]
    if layers.tokens.is_capitalized(index):
        return False
    if word in FINITE or (word.endswith("ed") and len(word) > 4) or word in load_speech_words().irregular_pasts:
        return True
    return word in cue_forms("third") and not word.endswith("ss")


def past_adjuncts(layers: Layers, index: int, sentence: Sentence) -> int:
    """Past place and time words right after a cue: "here on Wednesday", "Thursday"."""
    lower = layers.tokens.lower
    while index < sentence.end:
        date = layers.dates.starting(index + (lower[index] == "on"))
        if date is not None and lower[date.span.end : date.span.end + 1] in (["'s"], ["’s"]):
            break  # "says | this year's vote …"
        if date is not None:
            index = max(date.span.end, past_time(layers, index, sentence.end))  # "on Sunday, November 27"
        elif lower[index] == "here" or (lower[index] in _AT_SOME_TIME and _opens_statement(layers, index + 1)):
            index += 1
        elif (
            lower[index] == ","
            and lower[index + 1 : index + 2] != []
            and lower[index + 1] in _ASIDES
            and lower[index + 2 : index + 3] == [","]
        ):
            index += 3  # "said, however, that"
        elif (step := past_time(layers, index, sentence.end)) > index:
            index = step
        else:
            break
    return index


def _opens_statement(layers: Layers, index: int) -> bool:
    """Whether what is said may begin at a token: "said earlier | that", "said later | the truce would hold"."""
    word = layers.tokens.lower[index] if index < len(layers.tokens) else "."
    return word in ("that", ".") or word in load_words().determiners or word in PRONOUNS


def past_addressee(layers: Layers, index: int, end: int) -> int:
    """Past the one who is told: "reporters", "the press", "LA Weekly in a statement"; a longer phrase where it ends the sentence."""
    tokens = layers.tokens
    if (that := _told_at(layers, index, end)) is not None:
        return that
    if (named := layers.nominals.starting(index)) is not None and named.kind == "actor" and named.end < end:
        after = named.end + (layers.tokens.lower[named.end] in _SOON)
        if layers.tokens.lower[after] in _AT_THE_TIME:
            return end  # "…," she told the Times (shortly) after the vote
    if named is not None and named.kind in ("person", "office", "group") and named.end < end:
        titled = layers.nominals.starting(named.end)
        stop = titled.end if titled is not None and titled.kind == "person" else named.end
        if layers.tokens.lower[stop] in _MEETING_TIME:
            return end  # "…, X told Minister Y Z at their meeting in Lima on Monday"
    step = index
    while (
        step < end
        and step - index < (_MAX_ADDRESSEE if end - index > _MAX_LAST_ADDRESSEE else _MAX_LAST_ADDRESSEE)
        and tokens.words[step] not in {",", ";", "“", '"', ":"}
        and tokens.lower[step] != "that"
    ):
        step += 1
    return step if step == end or tokens.words[step] in {",", "“", '"', ":"} or tokens.lower[step] == "that" else index


def past_quoted_title(layers: Layers, index: int, end: int) -> int | None:
    """The "that" behind a quoted title of who was told: "told | CBS's "Face the Nation" | that …"."""
    tokens = layers.tokens
    opening = next((i for i in range(index, min(end, index + _MAX_ADDRESSEE)) if tokens.words[i] in {"“", '"'}), None)
    if opening is None or not (FINITE - {"'s"}).isdisjoint(tokens.lower[index:opening]) or "that" in tokens.lower[index:opening]:
        return None
    closing = next((i for i in range(opening + 1, min(end, opening + _MAX_TITLE)) if tokens.words[i] in CLOSING_QUOTES), None)
    return closing + 1 if closing is not None and tokens.lower[closing + 1 : closing + 2] == ["that"] else None


_MAX_TITLE: Final = 7
"""Tokens of a quoted title of a programme or paper."""


def _told_at(layers: Layers, index: int, end: int) -> int | None:
    """The "that" after a listener and where one was told: "told | a news conference at the end of a summit of 50 states | that …"."""
    tokens = layers.tokens
    if index >= end or not (tokens.lower[index] in load_words().determiners or tokens.lower[index] in load_speech_words().press_nouns):
        return None
    for step in range(index + 1, min(end, index + _MAX_TOLD_AT)):
        word = tokens.lower[step]
        if word == "that":
            return step if tokens.lower[step - 1] not in GOVERNORS else None
        if word in FINITE or word in RELATIVES or tokens.words[step] in {",", ";", "“", '"', ":"} or is_finite(layers, step):
            return None
    return None


def breaks_after(layers: Layers, index: int) -> bool:
    """Whether a comma, a dash or a subordinating conjunction stands at a token."""
    return layers.tokens.words[index] in {",", ";", "—", "–"} or layers.tokens.lower[index] in ("while", "as", "but")


def is_adjunct_to_end(layers: Layers, index: int, end: int) -> bool:
    """Whether what follows the cue is only when, where and to whom: no finite verb of its own before a comma."""
    lower = layers.tokens.lower
    if index >= end:
        return True
    if lower[index] == "to" and index + 1 < end and not layers.tokens.is_capitalized(index + 1):
        told = lower[index + 1]
        return told in ("the", "a", "his", "her") or told in load_speech_words().press_nouns
    return lower[index] in ADJUNCT_OPENERS and not (
        lower[index] == "there" and not FINITE.isdisjoint(lower[index + 1 : index + 2])
    )  # "said there was no date"
