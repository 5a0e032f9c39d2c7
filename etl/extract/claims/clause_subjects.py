"""The subject phrase of a clause where no known nominal stands before the verb, judged by its shape."""

from __future__ import annotations

from functools import cache
from typing import Final

from etl.extract.claims.openings import statement_start
from etl.extract.claims.phrases import quantified
from etl.extract.grammar import BE, CLAUSE_BOUNDARIES, FINITE, GENITIVE_S, LOCATIVES, MODALS, PHRASE_OPENERS
from etl.extract.layers import Layers, Nominal, Sentence
from etl.lexicon.parties import load_party_words
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_MAX_SUBJECT: Final = 14
_MAX_LEAD_WORDS: Final = 3


def clause_subject(layers: Layers, end: int, sentence: Sentence) -> tuple[Nominal | None, int]:
    """The words from the clause's beginning to the verb, when they look like a noun phrase."""
    tokens, lower = layers.tokens, layers.tokens.lower
    start, opening = end, statement_start(layers, sentence)
    while start > opening and end - start <= _MAX_SUBJECT and lower[start - 1] not in CLAUSE_BOUNDARIES:
        start -= 1
    described = end - start > 1 and lower[end - 1] in load_words().determiners  # "most of the | proposed plan"
    if not described and (some := quantified(layers, start, end)) is not None:
        return some, some.start
    if start < end and lower[start].endswith("ing") and start - 1 > sentence.start and lower[start - 1] in _MEANWHILE:
        doer = layers.nominals.ending(start - 1)  # "the judge | while reading the verdict dismissed"
        return (doer, doer.start) if doer is not None else (None, end)
    planned = next((i for i in range(start + 1, end - 2) if lower[i : i + 2] == ["to", "be"]), None)
    if planned is not None and lower[planned - 1] in load_speech_words().document_nouns and lower[planned + 2].endswith("ed"):
        head = lower[planned - 1]  # "figures to be published today | show"
        return Nominal(start, end, "role", plural=head.endswith("s"), head=head), start
    if not _NO_SUBJECT_WORDS.isdisjoint(lower[start:end]) or _holds_clause(lower, start, end):
        since = max((i for i in range(start, end - 1) if lower[i] in _SUBORDINATING), default=start - 1)
        start = since + 1 if _NO_SUBJECT_WORDS.isdisjoint(lower[since + 1 : end]) else start  # "was put off after | X of Y objected"
    relative = start > sentence.start and lower[start - 1] in ("who", "which") and lower[start - 2] not in LOCATIVES
    relative = relative and not (start < end and tokens.is_capitalized(start))  # "…, which X has called …"
    if (
        start == end
        or end - start > _MAX_SUBJECT
        or relative
        or lower[end - 1] in load_words().determiners
        or any(w in _NO_SUBJECT_WORDS or (w == "to" and lower[start + i - 1] not in _bound()) for i, w in enumerate(lower[start:end]))
    ):
        return None, end
    if (written := _document(lower, start, end)) is not None:
        return Nominal(start, end, "role", plural=written.endswith("s"), head=written), start
    inside = [n for n in layers.nominals.within(start, end) if n.end <= end]
    if (titled := _titled_inside(layers, inside, start)) is not None:
        return titled._replace(start=start, end=end), start
    if inside and inside[0].kind in ("person", "pronoun") and inside[0].end < end and _is_past(lower[inside[0].end]):
        return None, end  # "Mr. X made several | calls to the port"
    owned = bool(inside) and inside[0].end < end and lower[inside[0].end] in ("'s", "'")  # "X's critics at home"
    inner = next(iter(inside[owned:]), None)
    if inner is not None and any(lower[i].endswith("ed") and lower[i + 1] == "the" for i in range(inner.end, end - 1)):
        return None, end  # "the two sides discussed the talks intended to …"
    if inner is not None and (inner.start - start <= _MAX_LEAD_WORDS or owned):
        return Nominal(start, end, inner.kind, inner.people, inner.actors, inner.plural, inner.head), start
    if lower[start] in PHRASE_OPENERS or lower[start:end] in _AUXILIARY_GERUNDS:
        return None, end
    head, words = lower[end - 1], load_words()
    if head in load_party_words().party_nouns and head.endswith("s"):
        return Nominal(start, end, "role", plural=True, head=head), start  # "Gulf states", "Western countries"
    if tokens.is_capitalized(end - 1) and (end - 1 > sentence.start or head not in words.capitalized):
        return Nominal(start, end, "name", head=head), start
    if lower[start] in words.determiners or head.endswith("s") or tokens.is_capitalized(start):
        return Nominal(start, end, "thing", plural=head.endswith("s"), head=head), start
    return None, end


def _holds_clause(lower: list[str], start: int, end: int) -> bool:
    """Whether a verb in the past and a conjunction stand before the subject: "fell short after two of its offices | accused"."""
    since = max((i for i in range(start + 1, end - 1) if lower[i] in _SUBORDINATING), default=start)
    return any(word.endswith("ed") or word in load_speech_words().irregular_pasts for word in lower[start + 1 : since])


def _titled_inside(layers: Layers, inside: list[Nominal], start: int) -> Nominal | None:
    """The person whose title of several names opens a phrase: "House Minority Leader | X Y | of Ohio"."""
    named = next((n for n in inside if n.kind == "person" and n.start > start), None)
    if named is None or not all(layers.tokens.is_capitalized(index) for index in range(start, named.start)):
        return None
    return named if layers.tokens.lower[named.end : named.end + 1] in (["of"], ["from"]) else None


def _is_past(word: str) -> bool:
    return word in load_speech_words().irregular_pasts or (word in FINITE and word not in GENITIVE_S)


def _document(lower: list[str], start: int, end: int) -> str | None:
    """The head of a phrase for something written or measured: "a (national) poll of 600 voters released in May"."""
    for index in range(start, end):
        word = lower[index]
        if word in PHRASE_OPENERS and index > start:
            return None
        last = index + 1 == end or lower[index + 1] in PHRASE_OPENERS or lower[index + 1].endswith("ed")
        if word in load_speech_words().document_nouns and last:
            return word
    return None


_NO_SUBJECT_WORDS: Final = (BE - {"'s"}) | MODALS | {"has", "have", "had", "there"}
_AUXILIARY_GERUNDS: Final = (["having"], ["being"], ["not", "having"])
"""Before a participle: "Having noted the delay, …"."""
_SUBORDINATING: Final = frozenset({"after", "before", "until", "since"})
"""Prepositions that are conjunctions, too."""
_MEANWHILE: Final = frozenset({"while", "after", "before", "when", "by"})
_BOUND: Final = frozenset({"close", "loyal", "opposed", "allied", "linked", "sympathetic"})
"""Adjectives after a noun that an infinitive cannot follow: "people close to the family"."""


@cache
def _bound() -> frozenset[str]:
    """Words behind which "to" is a preposition: "the mayor in an interview to the paper"."""
    return _BOUND | load_speech_words().speaking_events | load_speech_words().document_nouns
