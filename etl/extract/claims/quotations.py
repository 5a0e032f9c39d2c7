"""Quotations: what is quoted, how far a quotation reaches, and quotations without an attribution of their own."""

from __future__ import annotations

from etl.extract.claims.discourse import Discourse, Holder
from etl.extract.claims.draft import Draft, bare_draft
from etl.extract.claims.sources import main_subject
from etl.extract.layers import Layers, Sentence, TokenSpan

_OPENING = frozenset({"“", '"', "«"})
_CLOSING = frozenset({"”", '"', "»"})
_MAX_QUOTATION = 400


def is_mostly_quoted(layers: Layers, sentence: Sentence) -> bool:
    """Whether more than half of a sentence, and not just a few words, stands in quotation marks."""
    inside = sum(layers.quoted[sentence.start : sentence.end])
    return inside * 2 > sentence.end - sentence.start and inside >= 4


def is_attributed_later(layers: Layers, number: int) -> bool:
    """Whether the quotation goes on in the sentences that follow and one of them says whose it is ("… . …," she said)."""
    words = layers.tokens.words
    following = layers.sentences[number + 1] if number + 1 < len(layers.sentences) else None
    if following is not None and following.first and words[following.start] in _OPENING:
        return _closes(layers, number + 1)
    while number + 1 < len(layers.sentences):
        end = layers.sentences[number].end
        goes_on = layers.quoted[end - 1] and layers.quoted[end] and words[end] not in {"“", "«"} and words[end - 1] not in {"”", "»"}
        if not goes_on:
            return False
        number += 1
        if _closes(layers, number):
            return True
    return False


def _closes(layers: Layers, number: int) -> bool:
    """Whether a sentence says whose the quotation before it is."""
    return any(a.order in ("before", "split") for a in layers.attributions.get(number, ()))


def uncued_quotation(layers: Layers, sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """A quotation without a cue of its own goes on with the last speaker's, in this paragraph or the one before.

    In ordinary news it is one claim to the closing marks, between states one for each sentence.
    """
    speaker = _before_colon(layers, sentence, discourse)
    if speaker is not None:
        draft = bare_draft(layers, sentence, speaker, "quotation", 0.75, continuation=False)
        return [draft._replace(content=whole_quotation(layers, draft.content)) if not discourse.diplomatic else draft]
    if discourse.floor is None or sentence.paragraph - discourse.floor_paragraph > 1:
        return []
    if sentence.first and sentence.paragraph != discourse.floor_paragraph and layers.tokens.words[sentence.start] not in _OPENING:
        return []
    draft = bare_draft(layers, sentence, discourse.floor, "quotation", 0.8, continuation=True)
    return [draft._replace(content=whole_quotation(layers, draft.content)) if not discourse.diplomatic else draft]


def _before_colon(layers: Layers, sentence: Sentence, discourse: Discourse) -> Holder | None:
    """Whose the quotation after a colon is: the subject's of the words before it, "X Y was blunt: “…”"."""
    words = layers.tokens.words
    colon = next((i for i in range(sentence.start, sentence.end - 1) if words[i] == ":" and words[i + 1] in _OPENING), None)
    subject = main_subject(layers, sentence) if colon is not None else None
    if subject is None or colon is None or subject.end > colon:
        return None
    holder = discourse.resolve(subject, sentence)
    return holder if holder is not None and holder.people else None


def settled_quotations(layers: Layers, pending: list[Sentence], draft: Draft, discourse: Discourse) -> list[Draft]:
    """Quotations that opened before their attribution: "… ." "…," she said.

    In ordinary news those in the same marks are part of its claim.
    """
    paragraph = layers.sentence_at(draft.span.start).paragraph
    start = whole_quotation(layers, draft.content).start if not discourse.diplomatic else draft.span.start
    return [
        bare_draft(layers, sentence, draft.holder, "quotation", 0.7, continuation=True)
        for sentence in pending
        if paragraph - sentence.paragraph <= 1 and sentence.start < start
    ]


def goes_on(layers: Layers, draft: Draft, following: Draft) -> bool:
    """Whether a quotation goes on after the words that attribute it, in the same paragraph: "…," she said. "…" """
    sentence, previous = layers.sentence_at(following.span.start), layers.sentence_at(draft.span.end - 1)
    number = layers.sentence_of[following.span.start]
    adjacent = not sentence.first and layers.sentences[number - 1] == previous
    return draft.direct and adjacent and draft.holder.agrees(following.holder)


def joined(draft: Draft, following: Draft) -> Draft:
    """A quotation and what goes on with it as one claim."""
    return draft._replace(content=TokenSpan(min(draft.content.start, following.content.start), following.content.end))


def whole_quotation(layers: Layers, content: TokenSpan) -> TokenSpan:
    """The content of an attribution reaches as far as its quotation: over the sentences before or after that stand in the same marks."""
    start, end = content
    quoted, words = layers.quoted, layers.tokens.words
    if quoted[start] and words[start] not in _OPENING:
        while start > 0 and quoted[start - 1] and content.start - start < _MAX_QUOTATION:
            start -= 1
    if quoted[end - 1] and words[end - 1] not in _CLOSING:
        while end < len(words) and quoted[end] and end - content.end < _MAX_QUOTATION:
            end += 1
    return TokenSpan(start, end)
