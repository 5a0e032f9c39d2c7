"""Documents signed, concluded or issued, with their parties and the day."""

from __future__ import annotations

from functools import cache
from typing import Final

from etl.extract.layers import Layers, Sentence
from etl.extract.relations.dating import since_of
from etl.extract.relations.parties import meeting_in_view, object_from, pair_in_view, states_within, subject_of
from etl.extract.wordlists import WordList
from etl.lexicon.relations import AgreementDocument, load_agreement_documents, load_relation_words
from etl.records import ActorRef, RelationReport

_MAX_TITLE: Final = 14
_MAX_SUBJECT_MATTER: Final = 16
_TITLE_ENDS: Final = frozenset(
    {",", ".", ";", "was", "were", "during", "after", "following", "when", "that", "which", "(", "signed", "inked", "released", "issued"}
)
_DATE_OPENERS: Final = frozenset({"in", "on", "at", "since", "late", "early"})
_HOPED: Final = frozenset({"toward", "towards", "for", "about"})
"""Before "signing": of what is not signed yet."""
_UNDER: Final = frozenset({"under", "about", "regarding", "toward", "towards"})
"""Prepositions after which a document is not what was signed: "signed contracts under the agreement"."""


def find_agreements(layers: Layers, sentence: Sentence) -> None:
    """Documents that were signed or issued, by the parties of the meeting in view."""
    lower, words = layers.tokens.lower, load_relation_words()
    for index in layers.tokens.where_within(_verbs(), sentence.start, sentence.end):
        verb = "signed" if lower[index] in words.signing_verbs else "issued"
        document = _document(lower, sentence, verb)
        if document is None or any(w in lower[max(sentence.start, index - 3) : index] for w in ("will", "to", "not")):
            continue
        if lower[index - 1] in _HOPED:
            continue
        start, named = document
        parties = _parties(layers, sentence, index)
        if len(parties) >= 2:
            layers.relations.append(_agreement(layers, sentence, index, start, named, parties))
            return


@cache
def _verbs() -> WordList:
    words = load_relation_words()
    return WordList(words.signing_verbs | words.issuing_verbs)


def _parties(layers: Layers, sentence: Sentence, verb: int) -> list[ActorRef]:
    """Who signed: the states that are the verb's subject, with whoever stands after "with"; else those who met, or the states named."""
    signers = subject_of(layers, sentence, verb)
    if signers:
        lower = layers.tokens.lower
        partner = next((k for k in range(verb, sentence.end) if lower[k] == "with"), None)
        signers = signers + (object_from(layers, sentence, partner + 1)[0] if partner is not None else [])
        if len(dict.fromkeys(signers)) >= 2:
            return list(dict.fromkeys(signers))
    named = states_within(layers, sentence.start, sentence.end)
    if _is_of_another_day(layers, sentence, verb):
        return [] if named else pair_in_view(layers, sentence)
    return pair_in_view(layers, sentence) or named


def _is_of_another_day(layers: Layers, sentence: Sentence, verb: int) -> bool:
    """Whether the day given for a document is not that of the meeting told, so that who met need not be who signed."""
    report, since = meeting_in_view(layers, sentence), since_of(layers, sentence, verb).start
    return report is not None and since is not None and since != report.start_on


def _document(lower: list[str], sentence: Sentence, verb: str) -> tuple[int, AgreementDocument] | None:
    """The document of a sentence that stands first in rank, and where it is named."""
    present = set(lower[sentence.start : sentence.end])
    for document in load_agreement_documents():
        size = len(document.words)
        if verb in document.verbs and present.issuperset(document.words):
            for start in range(sentence.start, sentence.end - size + 1):
                if tuple(lower[start : start + size]) == document.words and not _is_governed(lower, sentence, start):
                    return start, document
    return None


def _is_governed(lower: list[str], sentence: Sentence, start: int) -> bool:
    """Whether a document is only what something else was done under or about."""
    return not _UNDER.isdisjoint(lower[max(sentence.start, start - 3) : start])


def _agreement(
    layers: Layers, sentence: Sentence, verb: int, start: int, document: AgreementDocument, parties: list[ActorRef]
) -> RelationReport:
    """The day is the one that the sentence gives, else that of the meeting told; a document of another day is not the meeting's."""
    report = meeting_in_view(layers, sentence)
    met = report.start_on if report is not None and report.date_precision == "day" else None
    since, precision = since_of(layers, sentence, verb)
    if since is None and met is not None:
        since, precision = met, "day"
    told = report is not None and (met is None or since == met)
    return RelationReport(
        "agreement",
        tuple(sorted(parties)),
        layers.tokens.surface(start, _title_end(layers, start + len(document.words), sentence)),
        document.kind,
        since,
        precision,
        report.index if report is not None and told else None,
        layers.tokens.span(sentence.start, sentence.end),
        "signed",
        0.75,
    )


def _title_end(layers: Layers, end: int, sentence: Sentence) -> int:
    """Where the title of a document ends: before "and", a verb or a date, but past "on" with what it is about."""
    lower = layers.tokens.lower
    last = _date_after(layers, end, sentence)
    limit = end
    while limit < min(last, end + _MAX_TITLE) and lower[limit] not in _TITLE_ENDS and lower[limit] not in ("and", "on"):
        limit += 1
    if limit < last and lower[limit] == "on":
        limit += 1
        while limit < min(last, end + _MAX_SUBJECT_MATTER) and lower[limit] not in _TITLE_ENDS:
            limit += 1
    such = next((k for k in range(end + 1, limit) if lower[k - 1] == "in" and lower[k] == "such"), None)
    return limit if such is None else such - 1


def _date_after(layers: Layers, end: int, sentence: Sentence) -> int:
    """Where the first date after a document begins with its preposition, but for "Agreement of 3 May"; the sentence's end without one."""
    dates = (d.span.start for d in layers.dates.within(end, sentence.end))
    first = next((start for start in dates if layers.tokens.lower[start - 1] != "of"), None)
    if first is None:
        return sentence.end
    while first > end and layers.tokens.lower[first - 1] in _DATE_OPENERS:
        first -= 1
    return first
