"""Documents signed, concluded or issued, with their parties and the day."""

from __future__ import annotations

from functools import cache
from typing import Final

from etl.extract.layers import Layers, Sentence
from etl.extract.relations.dating import since_of
from etl.extract.relations.parties import meeting_in_view
from etl.extract.relations.signing import Signing, signings
from etl.extract.wordlists import WordList
from etl.lexicon.relations import load_relation_words
from etl.records import RelationReport

RULE: Final = "signed"
_CONFIDENCE: Final = 0.75


def find_agreements(layers: Layers, sentence: Sentence) -> None:
    """Documents that were signed or issued, each once, by those who signed or the parties of the meeting in view."""
    named = set[int]()
    for verb in layers.tokens.where_within(_verbs(), sentence.start, sentence.end):
        for signing in signings(layers, sentence, verb):
            report = _agreement(layers, sentence, signing)
            if report is not None and signing.phrase.start not in named:
                named.add(signing.phrase.start)
                layers.relations.append(report)


@cache
def _verbs() -> WordList:
    words = load_relation_words()
    return WordList(words.signing_verbs | words.issuing_verbs)


def _agreement(layers: Layers, sentence: Sentence, signing: Signing) -> RelationReport | None:
    """The day is the one that the sentence gives, else that of the meeting told; a document of another day is not the meeting's.

    None for one of another day of which nothing but the meeting would say who signed.
    """
    meeting = meeting_in_view(layers, sentence)
    met = meeting.start_on if meeting is not None and meeting.date_precision == "day" else None
    since, precision = since_of(layers, sentence, signing.verb)
    if signing.implied and meeting is not None and since is not None and since != meeting.start_on:
        return None
    if since is None and met is not None:
        since, precision = met, "day"
    told = meeting is not None and (met is None or since == met)
    phrase = signing.phrase
    return RelationReport(
        "agreement",
        tuple(sorted(signing.parties)),
        layers.tokens.surface(phrase.start, phrase.end),
        phrase.document.kind,
        since,
        precision,
        meeting.index if meeting is not None and told else None,
        layers.tokens.span(sentence.start, sentence.end),
        RULE,
        _CONFIDENCE,
    )
