"""From a trained pipeline's `Doc` to annotations at our tokens. Both keep character offsets, and by those one is laid upon the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from etl.extract.layers import Annotations, Subject, TokenSpan
from etl.extract.tokens import Tokens

PERSON = frozenset({"PERSON", "PER"})
ORGANIZATION = frozenset({"ORG"})
SUBJECT = frozenset({"nsubj"})
"""Labels of OntoNotes and of CoNLL-2003, of ClearNLP and of Universal Dependencies."""
_COMPLEMENT = "ccomp"
_ADVERBIAL = "advcl"


def annotations_of(doc: Doc, tokens: Tokens) -> Annotations:
    """What a `Doc` over the text of `tokens`, or one with the same offsets, says, at the positions of `tokens`."""
    subjects: dict[int, Subject] = {}
    complements: dict[int, TokenSpan] = {}
    adverbials: dict[int, TokenSpan] = {}
    for token in doc:
        if token.dep_ not in SUBJECT and token.dep_ not in (_COMPLEMENT, _ADVERBIAL):
            continue
        verb, head, phrase = _place(token.head, tokens), _place(token, tokens), _span(_subtree(token), tokens)
        if verb is None or head is None or phrase is None:
            continue
        if token.dep_ in SUBJECT:
            subjects.setdefault(verb, Subject(phrase.start, phrase.end, head))
        elif token.dep_ == _COMPLEMENT and _goes_on(token):
            complements.setdefault(verb, phrase)
        elif token.dep_ == _ADVERBIAL and phrase.end <= verb:
            adverbials.setdefault(verb, phrase)
    return Annotations(
        tuple(_entities(doc, PERSON, tokens)), tuple(_entities(doc, ORGANIZATION, tokens)), subjects, complements, adverbials
    )


def _entities(doc: Doc, labels: Iterable[str], tokens: Tokens) -> Iterator[TokenSpan]:
    """Entities whose edges are edges of our tokens too: part of a token is no name."""
    for entity in doc.ents:
        span = _span(entity, tokens) if entity.label_ in labels else None
        if span is not None and tokens.span(*span) == (entity.start_char, entity.end_char):
            yield span


def _subtree(token: Token) -> Span:
    """The phrase of which a token is the head."""
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def _goes_on(token: Token) -> bool:
    """Whether words of its sentence follow the phrase of which a token is the head.

    Where none do it ends because the pipeline has seen the end of a sentence there, and sentences are the rules' own.
    """
    return any(not (t.is_punct or t.is_space) for t in token.doc[token.right_edge.i + 1 : token.sent.end])


def _span(words: Span, tokens: Tokens) -> TokenSpan | None:
    """Our tokens over a stretch of the `Doc`, None when it is white space."""
    places = [place for token in words if (place := _place(token, tokens)) is not None]
    return TokenSpan(places[0], places[-1] + 1) if places else None


def _place(token: Token, tokens: Tokens) -> int | None:
    """Our token over the first character of one of the `Doc`; None for white space, which we have no tokens for."""
    place = bisect_right(tokens.ends, token.idx)
    return place if place < len(tokens) and tokens.starts[place] < token.idx + len(token) else None
