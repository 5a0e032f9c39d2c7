"""Whose words a meeting is told in: the reporter's, or those of somebody whom the article lets speak."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from etl.extract.layers import Layers, TokenSpan, once
from etl.extract.tokens import CLOSING_QUOTES
from etl.lexicon.meetings import load_meeting_words
from etl.lexicon.speech import load_speech_words

_LEAD_PARAGRAPHS: Final = 2
_OFFICES: Final = frozenset("press service office agency ministry reports department presidency statement readout".split())
"""Words of sources that pass on what happened: the narrator's own, as it were."""


def is_told(layers: Layers, trigger: int) -> bool:
    """Whether somebody tells of the meeting: it stands in reported content, or in a speaker's turn.

    What an agency, a ministry or a statement reports is the news itself.
    """
    return layers.in_turn[layers.sentence_of[trigger]] or any(
        c.start <= trigger < c.end for c in _voiced_by_persons(layers).get(layers.sentence_of[trigger], ())
    )


def in_first_sentence(layers: Layers, index: int) -> bool:
    """Whether a token stands in the sentence with which the report begins, after a dateline of its own: "LIMA, May 2. X met Y"."""
    lead, tokens = layers.article.lead, layers.tokens
    first = next((s for s in layers.sentences if tokens.starts[s.end - 1] >= lead), None)
    return first is not None and first.start <= index < first.end


def is_from_press_office(layers: Layers, trigger: int) -> bool:
    """Whether the first lines of a report have the meeting from those who tell of it for their office: "according to the press service"."""
    sentence = layers.sentence_at(trigger)
    if sentence.paragraph > _LEAD_PARAGRAPHS or layers.in_turn[layers.sentence_of[trigger]]:
        return False
    found = layers.attributions.get(layers.sentence_of[trigger], ())
    lower = layers.tokens.lower
    telling = [a for a in found if a.says and any(c is not None and c.start <= trigger < c.end for c in (a.content, a.rest))]
    sources = (lower[a.source.start : min(a.source.end + 1, sentence.end)] for a in telling if a.source is not None and not a.source.people)
    named = [not _OFFICES.isdisjoint(words) for words in sources]
    return bool(named) and len(named) == len(telling) and all(named)


def told_alike(layers: Layers, trigger: int, index: int) -> bool:
    """Whether a place or date stands on the same level as the trigger: not inside what somebody says when the trigger is outside."""
    contents = [c for c in _contents(layers, trigger) if c.start <= index < c.end and not c.start <= trigger < c.end]
    return not contents or set(contents) <= _of_cue(layers, trigger)


def _of_cue(layers: Layers, index: int) -> set[TokenSpan]:
    """What a verb says that is one of meeting as well: "welcomed X at the palace in Lima"; not the clause that is told."""
    found = layers.attributions.get(layers.sentence_of[index], ())
    cued = (a for a in found if a.cue.start <= index < a.cue.end)
    told = {content for a in cued for content in (a.content, a.rest) if content is not None}
    lower = layers.tokens.lower
    return {c for c in told if c.start > index and not layers.quoted[c.start] and "that" not in lower[c.start - 1 : c.start + 1]}


def is_denied(layers: Layers, index: int) -> bool:
    """Whether somebody says that what a token tells is not so: "denied (reports) that X had met Y", "it is not true that"."""
    lower = layers.tokens.lower
    for said in layers.attributions.get(layers.sentence_of[index], ()):
        clause = said.content is not None and said.content.start <= index < said.content.end and lower[said.content.start - 1] == "that"
        if clause and said.cue.lemma.split()[0] in load_speech_words().denying_verbs:
            return True
    before = lower[layers.sentence_at(index).start : index]
    that = next((i for i in range(len(before) - 1, -1, -1) if before[i] == "that"), 0)
    false = before[that - 1 : that] in (["false"], ["untrue"], ["incorrect"]) or before[max(0, that - 2) : that] == ["not", "true"]
    return that > 0 and (false or _is_falsehood(before[:that]))


def _is_falsehood(before: list[str]) -> bool:
    """ "Dismissed as false a report", "rejected rumours": what is reported so is not."""
    words = load_meeting_words()
    rejected = next((i for i in range(len(before) - 1, -1, -1) if before[i] in words.rejecting_words), None)
    return rejected is not None and before[-1] in words.rumour_nouns and len(before) - rejected <= _REJECTED_REACH


_REJECTED_REACH: Final = 8


def is_of_saying(layers: Layers, trigger: int, index: int) -> bool:
    """Whether a date is that of the words in which the meeting is told: "X and Y held talks, the ministry said Friday"."""
    return any(c.start <= trigger < c.end and not c.start <= index < c.end for c in _contents(layers, trigger))


def is_quoted(layers: Layers, index: int) -> bool:
    """Whether a token stands in what a quotation in its sentence says word for word."""
    words = layers.tokens.words
    contents = (c for c in _contents(layers, index) if c.start <= index < c.end)
    return any(not CLOSING_QUOTES.isdisjoint(words[c.end - 1 : c.end + 2]) for c in contents)


def is_told_by_person(layers: Layers, trigger: int, index: int) -> bool:
    """Whether a place is where somebody says what the meeting's words tell: "in Athens, X said that Y and Z will meet"."""
    return any(
        c.start <= trigger < c.end and not c.start <= index < c.end for c in _voiced_by_persons(layers).get(layers.sentence_of[trigger], ())
    )


def stands_with_saying(layers: Layers, index: int) -> bool:
    """Whether a sentence of reported words has a date outside of them: the day on which they were said."""
    contents = _contents(layers, index)
    return bool(contents) and not any(c.start <= index < c.end for c in contents)


_IMPERSONAL: Final = frozenset({"actor", "name", "thing"})
"""Kinds of sources that are no persons: agencies, ministries, statements."""
_ORGANS: Final = frozenset(
    "agency embassy ministry office presidency secretariat department mission service newspaper daily radio television".split()
)
"""Heads of descriptions that are none either: "the agency said"."""


def _contents(layers: Layers, trigger: int) -> Sequence[TokenSpan]:
    return _voiced(layers).get(layers.sentence_of[trigger], ())


@once
def _voiced(layers: Layers) -> dict[int, list[TokenSpan]]:
    """What is said in each sentence where somebody is; "the accord was reached at a meeting" is the narrator's."""
    return _said(layers, personal=False)


@once
def _voiced_by_persons(layers: Layers) -> dict[int, list[TokenSpan]]:
    """What persons say in each sentence, and no agency, ministry or paper."""
    return _said(layers, personal=True)


def _said(layers: Layers, *, personal: bool) -> dict[int, list[TokenSpan]]:
    said: dict[int, list[TokenSpan]] = {}
    for number, found in layers.attributions.items():
        voiced = (a for a in found if a.says and not a.rule.startswith("agentless"))
        if personal:
            voiced = (a for a in voiced if a.source is None or not (a.source.kind in _IMPERSONAL or a.source.head in _ORGANS))
        contents = [content for a in voiced for content in (a.content, a.rest) if content is not None]
        if contents:
            said[number] = contents
    return said
