"""Who speaks, behind a cue: "…, said the minister", "the agency quoted X as saying"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.edges import is_finite
from etl.extract.claims.phrases import with_premodifiers
from etl.extract.grammar import CLAUSE_BOUNDARIES, FINITE, GENITIVES, NAMED, OBLIQUE, RELATIVES
from etl.extract.layers import Layers, Nominal, Sentence
from etl.lexicon.cues import load_cues
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_MAX_NAME: Final = 4
_MAX_INVERTED: Final = 10
_SPOKEN: Final = 0.8
_SAID: Final = frozenset({"quote", "person_clause"})


def source_right(layers: Layers, cue_end: int, sentence: Sentence) -> Nominal | None:
    """The nominal right after a cue, as in "…, said the minister"."""
    nominal = layers.nominals.starting(cue_end)
    if (titled := _title_right(layers, cue_end, sentence)) is not None:
        return titled
    if nominal is not None and nominal.kind == "actor" and layers.tokens.lower[nominal.end : nominal.end + 1] in (["'s"], ["’s"]):
        owned = layers.nominals.starting(nominal.end + 1)
        if owned is not None and owned.kind == "person" and owned.end <= sentence.end:
            return owned._replace(start=nominal.start, actors=owned.actors or nominal.actors)  # "declared Peru's X Y"
    if nominal is None or nominal.end > sentence.end:
        return _phrase_right(layers, cue_end, sentence)
    if nominal.kind == "pronoun" and nominal.head == "it":
        return None
    end = nominal.end
    named = layers.nominals.starting(end + (end < sentence.end and layers.tokens.lower[end] == ","))
    if nominal.kind in ("role", "office") and named is not None and named.kind == "person" and named.end <= sentence.end:
        return named._replace(start=nominal.start)  # "said defence critic Y Z"
    if end + 1 < sentence.end and layers.tokens.lower[end] in ("of", "for", "from", "at") and nominal.kind in ("role", "actor"):
        tail = layers.nominals.starting(end + 1)
        if tail is not None:
            return nominal._replace(end=tail.end, actors=nominal.actors or tail.actors)
    return _with_affiliation(layers, nominal, sentence) if nominal.kind == "person" else _with_tail(layers, nominal, sentence)


def _with_tail(layers: Layers, nominal: Nominal, sentence: Sentence) -> Nominal:
    """Somebody unnamed with what only tells which one: "said a driver | close to the union", "said a baker | named X"."""
    lower, tails, determiners = layers.tokens.lower, load_speech_words().indefinite_tails, load_words().determiners
    end = nominal.end
    if nominal.head in load_speech_words().document_nouns and lower[end : end + 1] != [] and lower[end] in _PUBLISHED:
        by = end + 1 + (lower[end + 1 : end + 2] in (["here"], ["yesterday"], ["today"]))
        issuer = layers.nominals.starting(by + 1) if lower[by : by + 1] == ["by"] else None
        return nominal if issuer is None else nominal._replace(end=issuer.end, actors=nominal.actors or issuer.actors)
    if nominal.kind != "role" or end >= sentence.end or not (lower[end] in tails - RELATIVES or lower[end] in NAMED):
        return nominal
    end += 1
    while end < sentence.end and lower[end] not in CLAUSE_BOUNDARIES and (lower[end - 1] in determiners or not is_finite(layers, end)):
        end += 1
    closed = end == sentence.end or lower[end] in CLAUSE_BOUNDARIES
    return nominal._replace(end=end) if closed else nominal


_PUBLISHED: Final = frozenset({"released", "issued", "published", "signed", "posted", "sent"})
"""Participles that tell whose a document is: "read the statement | released by the ministry"."""


def _with_affiliation(layers: Layers, person: Nominal, sentence: Sentence) -> Nominal:
    """A person with whose member is named after "of": "said X Y | of Oxfam America"."""
    tokens, end = layers.tokens, person.end
    if end + 1 >= sentence.end or tokens.lower[end] not in ("of", "from") or not tokens.is_capitalized(end + 1):
        return person
    end += 1
    body = layers.entity_at(end)
    while end < sentence.end and tokens.is_capitalized(end):
        end += 1
    actors = person.actors or ((body.actor,) if body is not None and body.kind == "organization" else ())
    return person._replace(end=end, actors=actors)


def _title_right(layers: Layers, start: int, sentence: Sentence) -> Nominal | None:
    """The person whose title runs over several names of bodies: "said House Budget Committee Chairman X Y"."""
    tokens = layers.tokens
    for index in range(start, min(sentence.end, start + _MAX_INVERTED)):
        nominal = layers.nominals.starting(index)
        if nominal is not None and nominal.kind == "person":
            return nominal._replace(start=start) if index > start and nominal.end <= sentence.end else None
        if not tokens.is_capitalized(index):
            return None
    return None


def _phrase_right(layers: Layers, start: int, sentence: Sentence) -> Nominal | None:
    """The words after a cue up to a clause boundary, when they look like a noun phrase."""
    tokens = layers.tokens
    end = start
    while end < sentence.end and end - start < _MAX_INVERTED and tokens.lower[end] not in CLAUSE_BOUNDARIES:
        end += 1
    if not FINITE.isdisjoint(tokens.lower[start:end]):
        return None  # "“…” claims | the dam was leaking": a clause
    capital = end > start and tokens.is_capitalized(start)
    inner = next((n for n in layers.nominals.within(start, end) if n.end <= end), None)
    opens = inner is not None and inner.kind in ("role", "person") and with_premodifiers(layers, inner, start).start == start
    if end == start:
        return None
    written = tokens.lower[start] in load_speech_words().document_nouns  # "…, says statement of the ministry"
    if not (capital or opens or written or tokens.lower[start] in load_words().determiners):
        return None
    if written and not opens:
        return Nominal(start, end, "thing", actors=inner.actors if inner is not None else (), head=tokens.lower[start])
    if inner is not None:
        return Nominal(start, end, inner.kind, inner.people, inner.actors, inner.plural, inner.head)
    return Nominal(start, end, "name" if capital else "thing", head=tokens.lower[end - 1])


def quoted_speaker(layers: Layers, index: int) -> Nominal | None:
    """Whom somebody quotes "as saying": "The agency quoted | X as saying"."""
    nominal, end = layers.nominals.starting(index), index
    while nominal is None and end - index < _MAX_NAME and end < len(layers.tokens) and layers.tokens.is_capitalized(end):
        end += 1
    if nominal is None and end > index:
        nominal = Nominal(index, end, "name", head=layers.tokens.lower[end - 1])
    if nominal is None and layers.tokens.lower[index : index + 1] == ["one"]:  # "quoted | one of the refugees | as saying"
        several = next((n for n in layers.nominals.within(index, index + _MAX_INVERTED) if n.kind == "role"), None)
        nominal = several._replace(start=index) if several is not None else None
    if nominal is None and layers.tokens.lower[index : index + 1] != [] and layers.tokens.lower[index] in OBLIQUE:
        word = layers.tokens.lower[index]  # "quoted | him as saying"
        nominal = Nominal(index, index + 1, "pronoun", head=OBLIQUE[word], plural=word == "them")
    if nominal is not None and (whole := _up_to_saying(layers, nominal)) is not None:
        return whole
    after = layers.tokens.lower[nominal.end : nominal.end + 2] if nominal is not None else []
    said = len(after) > 1 and is_spoken(after[1] if after[0] == "as" else after[0] if after[0].endswith("ing") else "")
    return nominal if said else None


def _up_to_saying(layers: Layers, nominal: Nominal) -> Nominal | None:
    """Somebody with what tells who that is, before "as saying": "quoted | the firm's chief, X Y, | as saying"."""
    lower = layers.tokens.lower
    near = range(nominal.end + 1, min(len(lower) - 1, nominal.start + _MAX_QUOTED))
    saying = next((i for i in near if lower[i] == "as" and is_spoken(lower[i + 1])), None)
    if saying is None or not _STOPS.isdisjoint(lower[nominal.end : saying]):
        return None
    end = saying - (lower[saying - 1] == ",")
    named = next((n for n in layers.nominals.within(nominal.end, end) if n.kind == "person"), None)
    by_name = named is not None and nominal.kind in ("role", "office", "actor", "person", "name") and lower[named.start - 1] != "by"
    return named._replace(start=nominal.start, end=end) if named is not None and by_name else nominal._replace(end=end)


_MAX_QUOTED: Final = 18
_STOPS: Final = (FINITE - GENITIVES) | {".", ";", ":", "that", "“", "”"}


def is_spoken(word: str) -> bool:
    """Whether a form in -ing is of a verb that says or writes: "quoted as | saying", "as | writing"."""
    verbs = load_cues().verbs.get(word, ())
    return any(form == "gerund" and cue.weight >= _SPOKEN and not cue.frames.isdisjoint(_SAID) for cue, form in verbs)
