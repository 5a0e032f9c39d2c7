"""What may stand between a verb of saying and what is said: the one who is told, manner, occasion, an aside."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.clauses import is_clause
from etl.extract.claims.cue_match import CueMatch
from etl.extract.claims.edges import past_addressee, past_quoted_title
from etl.extract.claims.times import past_time
from etl.extract.grammar import CLAUSE_BOUNDARIES, FINITE, GENITIVES, GOVERNORS, OBLIQUE, PHRASE_OPENERS, PRONOUNS, RELATIVES
from etl.extract.layers import Layers
from etl.lexicon.speech import load_speech_words, load_told_nouns
from etl.lexicon.words import load_words

_THAT_REACH: Final = {"with": 5, "to": 7, "on": 7, "in": 12, "at": 12, "via": 7, "during": 12, "for": 7, "over": 6}
"""How far "that" may stand after the phrase that a preposition opens: "noted with satisfaction that", "stated to X that"."""
_MANNER_REACH: Final = 4
_ASIDE_REACH: Final = 12
_RELATIVE_REACH: Final = 24
_ASKED: Final = (["if"], ["whether"], ["why"], ["how"], ["where"], ["what"], ["when"], ["who"])
_MAX_LISTENER: Final = 10
"""Tokens of a listener and of when that one was told."""
_ABOUT: Final = frozenset({"of", "about", "to", "in", "on", "during", "at", "after", "before", "through", "via", "by", "with"})
_ABOUT_REACH: Final = 10


def past_phrase(layers: Layers, cue: CueMatch, index: int, end: int) -> int:
    """Past what may stand between a cue and its "that", and past the one who is told."""
    lower = layers.tokens.lower
    if (beyond := _past_occasion(layers, cue, index, end)) is not None:
        return beyond
    index = _past_aside(lower, index, end) if lower[index] == "," and "clause" in cue.frames else index
    for preposition, reach in _THAT_REACH.items():
        fits = lower[index] == preposition and (preposition == "with" or "clause" in cue.frames)
        if fits and "that" in lower[index + 1 : min(end, index + reach)]:
            index = lower.index("that", index)
        elif fits and "quote" in cue.frames and (beyond := _past_relative(lower, index, end)) is not None:
            return beyond
    if lower[index] == "with" and (manner := _past_manner(lower, index, end)) is not None:
        index = manner
    if lower[index] in _ABOUT and "quote" in cue.frames and (quoted := _quotation_after(layers, index, end)):
        return quoted
    if lower[index] in _OCCASIONAL and "clause" in cue.frames and (said := _past_document(layers, index, end)) is not None:
        return said
    if "wh" in cue.frames and (question := _past_asked(layers, index, end)) is not None:
        return question
    if "person_clause" not in cue.frames:
        return index
    if (titled := past_quoted_title(layers, index, end)) is not None:
        return titled
    if "clause" not in cue.frames and (heard := _past_listener(layers, index, end)) > index:
        return heard
    told = past_addressee(layers, index, end)
    asked = "person_infinitive" in cue.frames and "to" in lower[index:told]  # "advised residents to deny | that …"
    return told if told < end and not asked else index


def _past_occasion(layers: Layers, cue: CueMatch, index: int, end: int) -> int | None:
    """The "that" behind who is told and the occasion: "told X in a call | that", "said Monday after talks with X in Lima | that"."""
    tokens, lower = layers.tokens, layers.tokens.lower
    start = index
    if "person_clause" in cue.frames:
        while (
            start < end and (named := layers.nominals.starting(start)) is not None and named.kind in ("person", "office", "group", "actor")
        ):
            start = named.end
        start += start == index and lower[start] in OBLIQUE
    elif "clause" not in cue.frames:
        return None
    start = past_time(layers, start, end)
    if start >= end or lower[start] not in _OCCASION_OPENERS:
        return None
    for step in range(start + 1, min(end - 1, start + _OCCASION_REACH)):
        if lower[step] == "that":
            subject = step + 1
            opens = (
                layers.nominals.starting(subject) is not None or lower[subject] in PRONOUNS or lower[subject] in load_words().determiners
            )
            return step if lower[step - 1] not in GOVERNORS and opens and is_clause(layers, subject, end) else None
        if lower[step] in FINITE or lower[step] in RELATIVES or tokens.words[step] in {",", ";", "“", '"', ":"}:
            return None
    return None


_OCCASION_OPENERS: Final = frozenset("in at during after following before over via on by through upon ahead amid while".split())
_OCCASION_REACH: Final = 30
"""Tokens of an occasion: "after her talks with X on the margins of the fifth summit of heads of government in Lima on Monday"."""


def _past_document(layers: Layers, index: int, end: int) -> int | None:
    """The clause without "that" behind a document or conversation: "said in a statement (on Monday) | it would wait"."""
    lower, documents = layers.tokens.lower, load_told_nouns()
    near = range(index + 1, min(end - 1, index + _DOCUMENT_REACH))
    noun = next((k for k in near if lower[k] in documents and lower[k + 1] not in documents), None)  # "in a blog | post"
    if noun is None or any(lower[k] in FINITE or lower[k] == "," for k in range(index, noun)):
        return None
    listener = layers.nominals.starting(noun + 2) if noun + 2 < end and lower[noun + 1] in _WITH_WHOM else None
    start = past_time(layers, listener.end if listener is not None else noun + 1, end)
    if start >= end:
        return None
    opens = layers.nominals.starting(start) is not None or lower[start] in PRONOUNS or lower[start] in load_words().determiners
    return start if opens and not layers.quoted[start] and is_clause(layers, start, end) else None


_OCCASIONAL: Final = frozenset({"in", "on", "through", "via"})
_DOCUMENT_REACH: Final = 6
_WITH_WHOM: Final = frozenset({"with", "to", "for"})
"""Words between a document or conversation and whom it is for: "on a call | with analysts"."""


def _past_relative(lower: list[str], index: int, end: int) -> int | None:
    """The "that" behind a relative clause between commas: "said in a statement, which marked a year in office, | that"."""
    opens = next((k for k in range(index + 1, min(end - 1, index + _ASIDE_REACH)) if lower[k] == ","), None)
    if opens is None or lower[opens + 1] not in RELATIVES or "that" in lower[index:opens]:
        return None
    close = next((k for k in range(opens + 2, min(end - 1, opens + _RELATIVE_REACH)) if lower[k] == ","), None)
    return close + 1 if close is not None and lower[close + 1] == "that" else None


def _past_aside(lower: list[str], index: int, end: int) -> int:
    """Past a phrase between commas, to the "that" behind it: "explained, in a letter to the board, | that"."""
    close = next((k for k in range(index + 1, min(end - 1, index + _ASIDE_REACH)) if lower[k] == ","), None)
    if close is None or lower[close + 1] != "that" or not FINITE.isdisjoint(lower[index + 1 : close]):
        return index
    return close + 1


def _past_asked(layers: Layers, index: int, end: int) -> int | None:
    """Past the one who is asked: "asked the minister | if …", "asked X Y, the nominee, | whether …"."""
    lower, nominal = layers.tokens.lower, layers.nominals.starting(index)
    if nominal is None or nominal.end >= end:
        return None
    if lower[nominal.end] != ",":
        return nominal.end if [lower[nominal.end]] in _ASKED else None
    commas = (k for k in range(nominal.end + 1, min(end - 1, nominal.end + _MAX_LISTENER)) if lower[k] == ",")
    return next((k + 1 for k in commas if [lower[k + 1]] in _ASKED), None)


def _past_listener(layers: Layers, index: int, end: int) -> int:
    """Past the one who is told what follows as a clause without "that", "told | the paper | he would stay"; the same place if none is."""
    lower, words = layers.tokens.lower, load_words()
    if lower[index] in OBLIQUE and index + 1 < end and (lower[index + 1] in words.determiners or lower[index + 1] in PRONOUNS):
        return index + 1 if is_clause(layers, index + 1, end) else index  # "told her | the truce would hold"
    for step in range(index + 1, min(end, index + _MAX_LISTENER)):
        last = lower[step - 1]
        if last in FINITE or last in CLAUSE_BOUNDARIES:
            return index
        if last in GOVERNORS or last in PHRASE_OPENERS or last in words.determiners or last in GENITIVES or last in ("and", "or"):
            continue
        start = past_time(layers, step, end)
        if start >= end:
            return index
        subject = layers.nominals.starting(start)
        if (
            layers.tokens.is_capitalized(start - 1)
            and layers.tokens.is_capitalized(start)
            and (subject is None or subject.kind != "person")
        ):
            continue  # within a name: "told the National Ports | Committee"
        opens = subject is not None or lower[start] in PRONOUNS or lower[start] in words.determiners or lower[start] == "there"
        if opens and not layers.quoted[start] and is_clause(layers, start, end):
            return start
    return index


def _past_manner(lower: list[str], index: int, end: int) -> int | None:
    """Past "with (deep) satisfaction" before what was noted so."""
    for step in range(index + 1, min(end - 1, index + _MANNER_REACH)):
        if lower[step] in load_speech_words().manner_nouns:
            return step + 1 if lower[step + 1] not in ("to", "in", ",", "and", "about", "over", "at") else None
    return None


def _quotation_after(layers: Layers, index: int, end: int) -> int:
    """Where a quotation opens after what it is about: "said of X: “…”"; 0 where none does."""
    words = layers.tokens.words
    for step in range(index + 1, min(end - 1, index + _ABOUT_REACH)):
        if words[step] in (":", ",") and words[step + 1] in ("“", '"', "«"):
            return step
    return 0
