"""Paragraphs, sentences and quotations.

A sentence ends at . ! ? … with the quotes and brackets that close there, before a capital, a digit or an opening quote; not after an
abbreviation, and not where a quotation's own ? or ! is followed by who said it.
"""

from __future__ import annotations

from itertools import pairwise

from etl.extract.layers import Layers, Sentence
from etl.extract.tokens import Tokens
from etl.lexicon.words import Words

_TERMINALS = frozenset({".", "!", "?", "…", "...", "?!", "!?", "…."})
_CLOSERS = frozenset("”»\"')]’")
_OPENERS = frozenset("“«„\"([‘'")


def is_hard_wrapped(text: str) -> bool:
    """Whether single line breaks stand inside sentences (mail style): most lines before one do not end a sentence."""
    inner = ends = 0
    lines = text.split("\n")
    for line, following in pairwise(lines):
        if line.strip() and following.strip():
            inner += 1
            ends += line.rstrip()[-1] in '.!?:;”"’'
    return inner >= 3 and ends / inner < 0.5


def _paragraph_starts(tokens: Tokens, wrapped: bool) -> list[bool]:
    need = 2 if wrapped else 1
    return [index == 0 or count >= need for index, count in enumerate(tokens.breaks)]


def find_sentences(layers: Layers, words: Words) -> None:
    """Fill `sentences`, `sentence_of` and `quoted`."""
    tokens = layers.tokens
    size = len(tokens)
    starts = _paragraph_starts(tokens, is_hard_wrapped(tokens.text))
    paragraph, begin, first, index = -1, 0, True, 0
    sentences: list[Sentence] = []

    def close(end: int) -> None:
        nonlocal begin, first
        if end > begin:
            sentences.append(Sentence(begin, end, paragraph, first))
            first = False
        begin = end

    while index < size:
        if starts[index]:
            close(index)
            paragraph += 1
            first = True
        end = _sentence_end(tokens, index, begin, starts, words)
        if end:
            close(end)
            index = end
        else:
            index += 1
    close(size)
    layers.sentences = sentences
    layers.sentence_of = [number for number, s in enumerate(sentences) for _ in range(s.start, s.end)]
    layers.quoted = _quotations(tokens, starts)


def _sentence_end(tokens: Tokens, index: int, begin: int, starts: list[bool], words: Words) -> int:
    """The index after the sentence that ends with the token at `index` and its closers; 0 when none ends there."""
    word, size = tokens.words[index], len(tokens)
    if word == "." and index and tokens.glued(index) and f"{tokens.lower[index - 1]}." in words.abbreviations:
        return 0
    abbreviated = False
    if word not in _TERMINALS:
        if len(word) < 2 or word[-1] not in ".?!":
            return 0
        abbreviated = True
        if word.lower() in words.abbreviations and "." not in word[:-1]:
            return 0
    if word == "." and index - begin <= 1 and tokens.words[begin][:1].isdigit():
        return 0  # a list number
    end = index + 1
    quote_closed = False
    while end < size and not starts[end] and tokens.words[end] in _CLOSERS and (tokens.glued(end) or tokens.words[end] in "”»)]"):
        quote_closed |= tokens.words[end] in "”»\"'’"
        end += 1
    if end >= size or starts[end]:
        return end
    following = tokens.words[end]
    if not (following[0].isupper() or following[0].isdigit() or following[0] in _OPENERS or following in {"—", "–", "•", "-"}):
        return 0
    if abbreviated and following.lower() not in words.sentence_starters:
        return 0
    if quote_closed and word[-1] in "?!" and _attribution_follows(tokens, end, words):
        return 0
    return end


def _attribution_follows(tokens: Tokens, index: int, words: Words) -> bool:
    return any(word in words.quote_verbs for word in tokens.lower[index : index + 5])


def _quotations(tokens: Tokens, paragraph_starts: list[bool]) -> list[bool]:
    """For each token whether it stands in quotation marks. A straight quote opens when it does not follow its neighbour directly.

    A quotation left open at the end of a paragraph goes on only when the next paragraph opens with a quotation mark.
    """
    inside, quoted = False, []
    for index, word in enumerate(tokens.words):
        if paragraph_starts[index]:
            inside = False
        if word in {"“", "«", "„"} or (word == '"' and not inside):
            inside = True
            quoted.append(True)
        elif word in {"”", "»", '"'}:
            quoted.append(inside)
            inside = False
        else:
            quoted.append(inside)
    return quoted
