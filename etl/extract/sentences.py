"""Paragraphs, sentences and quotations.

A sentence ends at . ! ? … with the quotes and brackets that close there, before a capital, a digit or an opening quote; not after an
abbreviation, and not where a quotation's own ? or ! is followed by who said it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import compress, pairwise
from typing import Final

from etl.extract.layers import Layers, Sentence
from etl.extract.tokens import Tokens
from etl.extract.wordlists import WordList
from etl.lexicon.people import titlelike_endings
from etl.lexicon.words import Words

_TERMINALS: Final = frozenset({".", "!", "?", "…", "...", "?!", "!?", "…."})
_LONGEST: Final = 500
"""Tokens of a sentence."""
_PAPERS: Final = frozenset({"Sun."})
"""Abbreviated days that after an article are names."""
_STOPS: Final = ".!?…"
"""Their last characters, and those of abbreviations."""
_CLOSERS: Final = frozenset("”»\"')]’")
_OPENERS: Final = frozenset("“«„\"([‘'")
_OPENING_QUOTES: Final = frozenset("“«„")
_CLOSING_QUOTES: Final = frozenset("”»")
_STOPPED: Final = WordList(form=lambda word: word[-1] in _STOPS)
_MARKS: Final = WordList(_OPENING_QUOTES | _CLOSING_QUOTES | {'"'})


def is_hard_wrapped(text: str) -> bool:
    """Whether single line breaks stand inside sentences (mail style): most lines before one do not end a sentence."""
    inner = ends = 0
    lines = text.split("\n")
    for line, following in pairwise(lines):
        if line.strip() and following.strip():
            inner += 1
            ends += line.rstrip()[-1] in '.!?:;”"’'
    return inner >= 3 and ends / inner < 0.5


def _paragraphs(tokens: Tokens, wrapped: bool) -> list[tuple[int, int]]:
    """The paragraphs as half-open token indexes."""
    need = 2 if wrapped else 1
    starts = [index for index in compress(range(len(tokens)), tokens.breaks) if tokens.breaks[index] >= need and index]
    return list(pairwise([0, *starts, len(tokens)])) if len(tokens) else []


def find_sentences(layers: Layers, words: Words) -> None:
    """Fill `sentences`, `sentence_of` and `quoted`."""
    tokens = layers.tokens
    paragraphs = _paragraphs(tokens, is_hard_wrapped(tokens.text))
    stops, past = iter(tokens.where(_STOPPED)), len(tokens)
    stop = next(stops, past)
    sentences: list[Sentence] = []
    for paragraph, (start, limit) in enumerate(paragraphs):
        begin = start
        while stop < limit:
            end = _sentence_end(tokens, stop, begin, limit, words) if stop >= begin else 0
            if end:
                sentences.append(Sentence(begin, end, paragraph, begin == start))
                begin = end
            stop = next(stops, past)
        if begin < limit:
            sentences.append(Sentence(begin, limit, paragraph, begin == start))
    sentences = [part for sentence in sentences for part in _parts(sentence)]
    layers.sentences = sentences
    sentence_of = list[int]()
    for number, sentence in enumerate(sentences):
        sentence_of += [number] * (sentence.end - sentence.start)
    layers.sentence_of = sentence_of
    layers.quoted = _quotations(tokens, paragraphs, words.quote_verbs)


def _parts(sentence: Sentence) -> list[Sentence]:
    """A sentence as it is, or in parts when nobody would call it one (lists without a full stop, tables, noise): rules look back and forth
    within a sentence, and the time they take may grow with the square of its length.
    """
    begins = range(sentence.start, sentence.end, _LONGEST)
    return (
        [sentence]
        if len(begins) <= 1
        else [
            replace(sentence, start=begin, end=min(begin + _LONGEST, sentence.end), first=sentence.first and begin == sentence.start)
            for begin in begins
        ]
    )


def _sentence_end(tokens: Tokens, index: int, begin: int, limit: int, words: Words) -> int:
    """The index after the sentence that ends with the token at `index` and its closers; 0 when none ends there.

    `begin` is where the sentence begins, `limit` where the paragraph ends.
    """
    word = tokens.words[index]
    named = tokens.lower[index - 1 : index] == ["the"] and word in _PAPERS  # "says The | Sun."
    if named or (index and (tokens.lower[index - 1], tokens.lower[index]) in titlelike_endings()):
        word = "."
    answer = tokens.words[index - 1 : index] == ["no"] and index + 1 < limit and not tokens.words[index + 1][0].isdigit()
    stopped = word == tokens.words[index] == "." and bool(index) and tokens.glued(index)
    if stopped and not answer and f"{tokens.lower[index - 1]}." in words.abbreviations:
        return 0
    abbreviated = False
    if word not in _TERMINALS:
        if len(word) < 2 or word[-1] not in ".?!":
            return 0
        million = word == "m." and tokens.words[index - 1][0].isdigit() and tokens.glued(index)  # "it cost £90m. The board …"
        abbreviated = not million
        titled = word.lower() in words.honorifics or (word.lower() in words.abbreviations and "." not in word[:-1])
        if titled and abbreviated:
            return 0  # "H.E. General X": whoever is addressed follows
    if word == "." and index - begin <= 1 and tokens.words[begin][:1].isdigit():
        return 0  # a list number
    end = index + 1
    quote_closed = False
    while end < limit and tokens.words[end] in _CLOSERS and (tokens.glued(end) or tokens.words[end] in "”»)]"):
        quote_closed |= tokens.words[end] in "”»\"'’"
        end += 1
    if end >= limit:
        return end
    following = tokens.words[end]
    if not (following[0].isupper() or following[0].isdigit() or following[0] in _OPENERS or following in {"—", "–", "•", "-"}):
        return 0
    if abbreviated and (following.lower() not in words.sentence_starters or _goes_on(tokens, index, end, words)):
        return 0
    if quote_closed and word[-1] in "?!" and _attribution_follows(tokens, end, words):
        return 0
    return end


def _goes_on(tokens: Tokens, index: int, following: int, words: Words) -> bool:
    """Whether the name of a body goes on after initials: "the U.N. Security Council", "the U.S. Congress", "U.S. Department of State"."""
    word = tokens.words[index]
    if word.count(".") > 1 and tokens.lower[index - 1 : index] == ["the"] and tokens.lower[following] in _ORGANS:
        return True
    if not word.isupper() or not word[:-1].count(".") or following + 1 >= len(tokens):
        return False
    lower = tokens.lower[following]
    if tokens.lower[following + 1] in ("of", "for") and lower in words.nominal_heads:
        return following + 2 < len(tokens) and tokens.is_capitalized(following + 2)  # "the U.S. Department of State"
    if not tokens.is_capitalized(following + 1):
        return False
    return lower in words.nominal_heads or lower in words.portfolios or lower in _BODY_ADJECTIVES


_ORGANS: Final = frozenset({"congress", "senate", "army", "navy", "treasury", "embassy", "government", "administration"})
"""What a state has one of: its name follows initials with an article."""
_BODY_ADJECTIVES: Final = frozenset(
    "general national federal special central eastern western northern southern joint supreme security".split()
)


def _opens_again(tokens: Tokens, mark: int) -> bool:
    """Whether a straight quote after a sentence touches the next one alone."""
    after = mark > 0 and tokens.words[mark - 1] in _TERMINALS and not tokens.glued(mark)
    return after and tokens.words[mark] == '"' and mark + 1 < len(tokens) and tokens.glued(mark + 1)


def _attribution_follows(tokens: Tokens, index: int, words: Words) -> bool:
    """Whether a verb of saying stands a few words further, or after a title, a name and what is told of its bearer."""
    if any(word in words.quote_verbs for word in tokens.lower[index : index + _NEAR]):
        return True
    lower, end = tokens.lower, min(len(tokens), index + _MAX_TITLED)
    while index < end and (tokens.is_capitalized(index) or lower[index] in _IN_TITLES or lower[index] in words.persons):
        index += 1
    if index < end and tokens.words[index] in _ASIDES:
        close = _ASIDES[tokens.words[index]]
        end = min(len(tokens), index + _MAX_ASIDE)
        index = next((k + 1 for k in range(index + 1, end) if tokens.words[k] == close or tokens.words[k] in _TERMINALS), end)
        if tokens.words[index - 1] != close:
            return False
    return index < end and lower[index] in words.quote_verbs


_NEAR: Final = 5
_MAX_TITLED: Final = 14
_MAX_ASIDE: Final = 14
_IN_TITLES: Final = frozenset("of for the and 's ’s - . de la al bin van von".split())
_ASIDES: Final = {",": ",", "(": ")", "—": "—", "–": "–"}


def _quotations(tokens: Tokens, paragraphs: list[tuple[int, int]], verbs: frozenset[str]) -> list[bool]:
    """For each token whether it stands in quotation marks. A straight quote opens when none is open.

    A quotation left open at the end of a paragraph goes on when the next paragraph opens with a quotation mark, or when the next mark of
    all closes it; one that opens again within a paragraph, as some do at each sentence, goes on there.
    """
    words, quoted = tokens.words, [False] * len(tokens)
    marks = iter(tokens.where(_MARKS))
    mark = next(marks, len(words))
    left_open: int | None = None
    for _, limit in paragraphs:
        opened: int | None = None
        while mark < limit:
            if left_open is not None and _closes_later(tokens, mark, limit):
                quoted[left_open : mark + 1] = [True] * (mark + 1 - left_open)
            elif opened is None and words[mark] not in _CLOSING_QUOTES:
                opened = mark
            elif opened is not None and words[mark] not in _OPENING_QUOTES and not _opens_again(tokens, mark):
                quoted[opened : mark + 1] = [True] * (mark + 1 - opened)
                opened = None
            left_open = None
            mark = next(marks, len(words))
        if opened is not None and (close := _unclosed(tokens, opened, limit, verbs)) is not None:
            quoted[opened:close] = [True] * (close - opened)
        elif opened is not None:
            quoted[opened:limit] = [True] * (limit - opened)
            left_open = limit
    return quoted


def _unclosed(tokens: Tokens, opened: int, limit: int, verbs: frozenset[str]) -> int | None:
    """Behind which comma who speaks ends a paragraph whose quotation nobody closed: “The port is ours, Minister X said."""
    lower = tokens.lower
    if limit - opened < _FEWEST_QUOTED or tokens.words[limit - 1] != "." or lower[limit - 2] not in verbs:
        return None
    comma = next((i for i in range(limit - 3, max(opened, limit - _MAX_SPEAKER), -1) if lower[i] == ","), None)
    if comma is None or comma + 1 >= limit - 2:
        return None
    named = all(tokens.is_capitalized(i) or lower[i] in _IN_TITLES for i in range(comma + 1, limit - 2))
    return comma + 1 if named else None


_FEWEST_QUOTED: Final = 6
_MAX_SPEAKER: Final = 10


def _closes_later(tokens: Tokens, mark: int, limit: int) -> bool:
    """Whether a mark closes what an earlier paragraph opened: by its form, or as the last one of its paragraph."""
    return tokens.words[mark] in _CLOSING_QUOTES or (
        tokens.words[mark] == '"' and mark + 2 >= limit and tokens.words[mark - 1] in _TERMINALS
    )
