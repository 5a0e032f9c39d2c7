"""Who speaks: the noun phrase left or right of a cue.

Left of a verb, adverbs, auxiliaries, time phrases and an apposition or relative clause between commas may stand between; right of it
(inversion) the phrase follows at once. When no known nominal is there, the clause's own subject phrase is taken, judged by its shape.
"""

from __future__ import annotations

from etl.extract.claims.cues import BE, HAVE, MODALS, NEGATIONS
from etl.extract.layers import Layers, Nominal, Sentence
from etl.lexicon.words import Words

_SKIP = (
    HAVE
    | BE
    | MODALS
    | NEGATIONS
    | frozenset({"here", "there", "both", "all", "each", "jointly", "himself", "herself", "themselves", "then", "together"})
)
_BOUNDARY = frozenset(
    {
        ",",
        ";",
        ":",
        "—",
        "–",
        "--",
        "(",
        ")",
        "“",
        "”",
        '"',
        ".",
        "that",
        "because",
        "while",
        "when",
        "whereas",
        "although",
        "but",
        "if",
        "and",
        "as",
        "which",
        "who",
    }
)
_APPOSITIVE_STARTS = frozenset(
    "who whose which a an the also speaking in on during when while aged his her its their at whom one for as".split()
)
_MAX_SUBJECT = 14
_MAX_PARENTHESIS = 34


def statement_start(layers: Layers, sentence: Sentence) -> int:
    """The first token of what a sentence says: after a dateline and after the number of a point."""
    start = sentence.start
    while start < sentence.end - 1 and layers.tokens.starts[start] < layers.article.lead:
        start += 1
    if (
        sentence.first
        and start + 2 < sentence.end
        and layers.tokens.words[start].isdigit()
        and layers.tokens.words[start + 1] in {".", ")"}
    ):
        start += 2
    return start


def source_left(layers: Layers, cue_start: int, sentence: Sentence, words: Words) -> tuple[Nominal | None, int]:
    """The nominal that is the subject of the verb at `cue_start`, and the index where its phrase begins."""
    tokens = layers.tokens
    lower = tokens.lower
    end = cue_start
    ends_with_date = {d.span.end: d.span.start for d in layers.dates}
    while end > sentence.start:
        nominal = layers.nominal_ending(end)
        if nominal is not None and nominal.start >= sentence.start:
            whole = _whole(layers, nominal, sentence)
            if whole is not None:
                return whole, whole.start
            break
        word = lower[end - 1]
        if word == "who" and end - 2 > sentence.start and lower[end - 2] == ",":
            nominal = layers.nominal_ending(end - 2)  # "…, who said that"
            return (nominal, end - 1) if nominal is not None and nominal.kind not in ("thing", "pronoun") else (None, cue_start)
        if word in _SKIP or word in words.between or (word.endswith("ly") and len(word) > 4):
            end -= 1
            continue
        if end in ends_with_date:
            end = ends_with_date[end]
            if lower[end - 1] in ("on", "in", "late", "early"):
                end -= 1
            continue
        if word in {",", ")", "—", "–", "--"}:
            opened = _parenthesis(layers, end - 1, sentence)
            if opened is not None:
                return opened, opened.start
            if word == "," and end - 1 > sentence.start:
                return None, cue_start
        break
    return _clause_subject(layers, end, sentence, words)


_PREPOSITIONS = frozenset("for of at from with in to by between among under on about against including like towards toward over".split())


def _whole(layers: Layers, nominal: Nominal, sentence: Sentence) -> Nominal | None:
    """A nominal that is only the tail of a longer phrase ("the spokesman for the ministry") gives way to its head; None without one."""
    lower = layers.tokens.lower
    before = nominal.start - 1
    if before < sentence.start or lower[before] not in _PREPOSITIONS:
        return nominal
    head = layers.nominal_ending(before)
    if head is not None and head.kind in ("role", "office", "person", "parties") and head.start >= sentence.start:
        return Nominal(head.start, nominal.end, head.kind, head.people, head.actors or nominal.actors, head.plural, head.head)
    return None


def _parenthesis(layers: Layers, close: int, sentence: Sentence) -> Nominal | None:
    """The nominal before an apposition or relative clause that closes at `close`."""
    lower = layers.tokens.lower
    opener = {",": ",", ")": "("}.get(lower[close], lower[close])
    nearest: Nominal | None = None
    for index in range(close - 1, max(sentence.start, close - _MAX_PARENTHESIS) - 1, -1):
        if lower[index] != opener:
            continue
        nominal = layers.nominal_ending(index)
        if nominal is None or nominal.kind in ("thing", "pronoun"):
            continue
        inside = lower[index + 1]
        if inside in ("who", "which", "whose"):
            return nominal  # a relative clause may hold appositions of its own
        if nearest is None and (
            opener != "," or inside in _APPOSITIVE_STARTS or inside[:1].isdigit() or _has_title(layers, index + 1, close)
        ):
            nearest = nominal
    return nearest


def _has_title(layers: Layers, start: int, end: int) -> bool:
    """Whether an apposition of office or role stands there: "X, chief executive of Y,"."""
    if any(office.span.start <= layers.tokens.starts[start] < office.span.end for office in layers.offices):
        return True
    opening = (layers.nominal_starting(index) for index in range(start, min(start + 4, end)))
    return any(n is not None and n.kind in ("office", "role", "group", "actor") for n in opening)


def _clause_subject(layers: Layers, end: int, sentence: Sentence, words: Words) -> tuple[Nominal | None, int]:
    """The words from the clause's beginning to the verb, when they look like a noun phrase."""
    tokens = layers.tokens
    lower = tokens.lower
    start = end
    while start > sentence.start and end - start <= _MAX_SUBJECT and lower[start - 1] not in _BOUNDARY:
        start -= 1
    if start == end or end - start > _MAX_SUBJECT:
        return None, end
    if start > sentence.start and lower[start - 1] in ("who", "which"):
        return None, end
    if any(w in BE or w in MODALS or w in ("has", "have", "had", "to", "there") for w in lower[start:end]):
        return None, end
    first = lower[start]
    head = next((n for n in layers.nominals if n.start >= start and n.end <= end), None)
    if head is not None and head.start - start <= 3:
        return Nominal(start, end, "role" if head.kind == "role" else head.kind, head.people, head.actors, head.plural, head.head), start
    if first in ("in", "on", "at", "by", "after", "before", "with", "for", "from", "during", "to", "as", "of", "under", "over"):
        return None, end
    if tokens.is_capitalized(end - 1) and (end - 1 > sentence.start or lower[end - 1] not in words.capitalized):
        return Nominal(start, end, "name", head=lower[end - 1]), start
    if first in words.determiners or lower[end - 1].endswith("s") or tokens.is_capitalized(start):
        return Nominal(start, end, "thing", plural=lower[end - 1].endswith("s"), head=lower[end - 1]), start
    return None, end


def source_right(layers: Layers, cue_end: int, sentence: Sentence, words: Words) -> Nominal | None:
    """The nominal right after a cue, as in "…, said the minister"."""
    tokens = layers.tokens
    nominal = layers.nominal_starting(cue_end)
    if nominal is not None and nominal.end <= sentence.end:
        if nominal.kind == "pronoun" and nominal.head not in ("he", "she", "they", "we", "i"):
            return None
        end = nominal.end
        if end + 1 < sentence.end and tokens.lower[end] in ("of", "for", "from", "at"):
            tail = layers.nominal_starting(end + 1)
            if tail is not None and nominal.kind in ("role", "actor"):
                return Nominal(
                    nominal.start, tail.end, nominal.kind, nominal.people, nominal.actors or tail.actors, nominal.plural, nominal.head
                )
        return nominal
    start = cue_end
    index = start
    while index < sentence.end and index - start < 10 and tokens.lower[index] not in _BOUNDARY:
        index += 1
    if index == start:
        return None
    if tokens.lower[start] in words.determiners or tokens.is_capitalized(start):
        inner = next((n for n in layers.nominals if n.start >= start and n.end <= index), None)
        if inner is not None:
            return Nominal(start, index, inner.kind, inner.people, inner.actors, inner.plural, inner.head)
        if tokens.is_capitalized(start):
            return Nominal(start, index, "name", head=tokens.lower[index - 1])
        return Nominal(start, index, "thing", head=tokens.lower[index - 1])
    return None


def main_subject(layers: Layers, sentence: Sentence, *, actors: bool = False) -> Nominal | None:
    """The subject of the sentence's main clause: the nominal that opens it, or the first one after a fronted phrase and its comma."""
    for nominal in layers.nominals:
        if nominal.start < sentence.start:
            continue
        if nominal.start >= sentence.end:
            return None
        if nominal.kind in ("person", "group", "office", "pronoun", "parties") or (actors and nominal.kind == "actor"):
            opened = nominal.start - sentence.start
            return nominal if opened <= 1 or layers.tokens.lower[nominal.start - 1] == "," else None
    return None
