"""Quotations: what is quoted, how far a quotation reaches, and quotations without an attribution of their own."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.discourse import Discourse
from etl.extract.claims.draft import Draft, bare_draft
from etl.extract.claims.edges import is_finite
from etl.extract.claims.following import source_right
from etl.extract.claims.openings import main_subject
from etl.extract.claims.sources import source_left
from etl.extract.claims.talk import Holder
from etl.extract.grammar import FINITE, FIRST_PERSON
from etl.extract.layers import Layers, Nominal, NominalKind, Sentence, TokenSpan
from etl.lexicon.cues import load_cues
from etl.lexicon.speech import load_speech_words

_OPENING: Final = frozenset({"“", '"', "«"})
_CLOSING: Final = frozenset({"”", '"', "»"})
_MAX_QUOTATION: Final = 400
_BEFORE_CLOSING: Final = frozenset({",", "?", "!", "…"})
"""What stands before the closing mark when the sentence goes on."""
_SAYING: Final = 0.85
_ISSUED: Final = frozenset({"issued", "made", "released", "gave", "delivered", "published"})
_MAX_SPEAKER: Final = 14
"""Tokens within which the verb stands."""
_SPEAKERS: Final[frozenset[NominalKind]] = frozenset({"person", "office", "pronoun", "group", "role", "parties", "name"})


def is_mostly_quoted(layers: Layers, sentence: Sentence) -> bool:
    """Whether more than half of a sentence, and not just a few words, stands in quotation marks."""
    inside = sum(layers.quoted[sentence.start : sentence.end])
    return inside * 2 > sentence.end - sentence.start and inside >= 4


def is_attributed_later(layers: Layers, number: int) -> bool:
    """Whether the quotation goes on in the sentences that follow and one of them says whose it is ("… . …," she said)."""
    words = layers.tokens.words
    following = layers.sentences[number + 1] if number + 1 < len(layers.sentences) else None
    if following is not None and following.first and words[following.start] in _OPENING:
        return _closes(layers, number + 1) or is_attributed_later(layers, number + 1)
    while number + 1 < len(layers.sentences):
        end = layers.sentences[number].end
        goes_on = layers.quoted[end - 1] and layers.quoted[end] and words[end] not in {"“", "«"} and words[end - 1] not in {"”", "»"}
        if not goes_on:
            return False
        number += 1
        if _closes(layers, number):
            return True
    return False


def is_spoken_unmarked(layers: Layers, number: int) -> bool:
    """Whether a sentence of a paragraph without marks is spoken by who is named at its end: "We are ready. Ours is a fine port, said X."

    All of them speak in the first person, and nobody else is named as saying any.
    """
    sentence = layers.sentences[number]
    if not _is_of_speaker(layers, number):
        return False
    while number + 1 < len(layers.sentences) and layers.sentences[number + 1].paragraph == sentence.paragraph:
        number += 1
        if any(a.order == "before" and a.source is not None and a.source.kind in _NAMED for a in layers.attributions.get(number, ())):
            return not any(layers.quoted[sentence.start : layers.sentences[number].end])
        if not _is_of_speaker(layers, number):
            return False
    return False


def _is_of_speaker(layers: Layers, number: int) -> bool:
    """Whether a sentence is in the first person, without marks or another voice."""
    sentence = layers.sentences[number]
    if FIRST_PERSON.isdisjoint(layers.tokens.lower[sentence.start : sentence.end]):
        return False
    words = layers.tokens.words[sentence.start : sentence.end]
    voices = [a.source for a in layers.attributions.get(number, ()) if a.source is not None]
    own = any(word.lower() in FIRST_PERSON and not word[1:].isupper() for word in words)  # "us", and not "US"
    marked = words[0] in _DASHES or any(layers.quoted[sentence.start : sentence.end])
    return own and not marked and all(v.kind == "pronoun" and v.head in ("we", "i") for v in voices)


_DASHES: Final = frozenset({"–", "—", "-"})
_NAMED: Final[frozenset[NominalKind]] = frozenset({"person", "office"})


def _closes(layers: Layers, number: int) -> bool:
    """Whether a sentence says whose the quotation before it is."""
    return any(a.order in ("before", "split") for a in layers.attributions.get(number, ()))


def uncued_quotation(layers: Layers, sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """A quotation without a cue of its own goes on with the last speaker's, in this paragraph or the one before.

    In ordinary news it is one claim to the closing marks, between states one for each sentence.
    """
    if (own := _beside(layers, sentence, discourse)) is not None:
        return [own] if own.holder.people or own.holder.described else []
    speaker = _before_colon(layers, sentence, discourse)
    if speaker is not None:
        draft = bare_draft(layers, sentence, speaker, "quotation", 0.75, continuation=False)
        return [draft._replace(content=whole_quotation(layers, draft.content)) if not discourse.diplomatic else draft]
    if discourse.floor is None or sentence.paragraph - discourse.floor_paragraph > 1:
        return []
    if sentence.first and sentence.paragraph != discourse.floor_paragraph and not layers.quoted[sentence.start]:
        return []
    draft = bare_draft(layers, sentence, discourse.floor, "quotation", 0.8, continuation=True)
    return [draft._replace(content=whole_quotation(layers, draft.content)) if not discourse.diplomatic else draft]


def _beside(layers: Layers, sentence: Sentence, discourse: Discourse) -> Draft | None:
    """A quotation with its speaker and any verb right behind its comma: "“…,” she shrugged", "“…,” thundered the mayor".

    There the verb need not be one of saying. None where nothing stands behind; who cannot be told is nobody.
    """
    words, end = layers.tokens.words, sentence.end
    closed = (i for i in range(sentence.start + 2, end - 2) if words[i] in _CLOSING and words[i - 1] in _BEFORE_CLOSING)
    close = next((i for i in closed if not layers.quoted[i + 1]), None)
    if close is None:
        return None
    source = _speaker_after(layers, close + 1, sentence)
    if source is None:
        return None
    holder = discourse.resolve(source, sentence) or Holder((), (), 0.4)
    draft = bare_draft(layers, sentence, holder, "quotation", 0.75, continuation=False)
    content = whole_quotation(layers, TokenSpan(draft.content.start, close + 1))
    return draft._replace(content=content, source=TokenSpan(source.start, source.end))


def _speaker_after(layers: Layers, start: int, sentence: Sentence) -> Nominal | None:
    """The subject of the verb behind a quotation, or right after that verb."""
    if is_finite(layers, start) and layers.tokens.lower[start] not in FINITE:
        return source_right(layers, start + 1, sentence)
    for verb in range(start + 1, min(sentence.end, start + _MAX_SPEAKER)):
        if layers.tokens.lower[verb] in FINITE:
            return None
        if is_finite(layers, verb):
            source, begin = source_left(layers, verb, sentence)
            if source is None or begin != start or source.kind not in _SPEAKERS:
                return None
            return source if source.head not in load_speech_words().document_nouns else None
    return None


def announcer(layers: Layers, sentence: Sentence) -> Nominal | None:
    """Who is said to speak in a sentence that ends in a colon: the subject of its last verb of saying, else of the sentence."""
    for index in range(sentence.end - 2, sentence.start, -1):
        if _announces(layers.tokens.lower[index]):
            source, _ = source_left(layers, index, sentence)
            if source is not None:
                return source
    return main_subject(layers, sentence, actors=True, roles=True)


def _announces(word: str) -> bool:
    """Whether a verb form does nothing but say, or issues what is said."""
    said = any(cue.weight >= _SAYING and "quote" in cue.frames and not cue.following for cue, _ in load_cues().verbs.get(word, ()))
    return said or word in _ISSUED


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
    reach = max(1, len({sentence.paragraph for sentence in pending} - {paragraph}))  # "…¶ “… ¶ “…,” she said"
    return [
        bare_draft(layers, sentence, draft.holder, "quotation", 0.7, continuation=True)
        for sentence in pending
        if paragraph - sentence.paragraph <= reach and sentence.start < start
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
