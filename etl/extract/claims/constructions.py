"""In what construction a verb form stands: finite, participle, passive, or none that speaks."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from etl.extract.claims.cue_match import Construction
from etl.extract.claims.openings import main_subject
from etl.extract.claims.phrases import quantified
from etl.extract.claims.reduced import described
from etl.extract.claims.relatives import restricted_subject
from etl.extract.claims.sources import absolute_subject, source_left
from etl.extract.grammar import (
    BE,
    CLAUSE_BOUNDARIES,
    FINITE,
    HAVE,
    MODALS,
    NEGATIONS,
    NOUN_SIGNS,
    PHRASE_OPENERS,
    PRONOUNS,
)
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.tokens import CLOSING_QUOTES
from etl.lexicon.cues import CueForm, load_cues
from etl.lexicon.numbers import load_numbers
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words


def is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in load_speech_words().auxiliary_adverbs


class _Auxiliaries(NamedTuple):
    """What stands between a subject and its verb form, and the token before it all (sentence.start - 1 when there is none)."""

    before: int
    negated: bool
    be: bool
    modal: bool


def _auxiliaries(lower: list[str], index: int, sentence: Sentence) -> _Auxiliaries:
    step, auxiliary = index - 1, _auxiliary_words()
    while step >= sentence.start and (lower[step] in auxiliary or lower[step].endswith("ly")):
        step -= 1
    if step == index - 1:
        return _Auxiliaries(step, False, False, False)
    between = lower[step + 1 : index]
    return _Auxiliaries(step, *(not words.isdisjoint(between) for words in (NEGATIONS, BE, MODALS)))


@cache
def _auxiliary_words() -> frozenset[str]:
    return NEGATIONS | BE | HAVE | MODALS | load_speech_words().auxiliary_adverbs


def _plural_subject(layers: Layers, end: int, sentence: Sentence) -> bool:
    """Whether a plural subject ends before a token, or begins the clause that reaches to it: "analysts surveyed by X (expect)"."""
    nominal = layers.nominals.ending(end)
    if end > sentence.start and layers.tokens.lower[end - 1] in ("and", "but"):
        subject = main_subject(layers, sentence, actors=True, roles=True)  # "officials are looking into it but (say)"
        return subject is not None and subject.plural
    if nominal is None and end > sentence.start and layers.tokens.lower[end - 1] == ",":
        source, _ = source_left(layers, end, sentence)  # "studies, published in May, (show)"
        return source is not None and (source.plural or source.head.endswith("s"))
    if nominal is None:
        start, lower = end, layers.tokens.lower
        while start > sentence.start and end - start < _MAX_SUBJECT and lower[start - 1] not in CLAUSE_BOUNDARIES:
            start -= 1
        nominal = layers.nominals.starting(start)
        told = restricted_subject(layers, end, sentence) if lower[start - 1] == "who" else None
        some = told or quantified(layers, start, end)
        if some is not None:
            return some.plural or some.head in _PLURALS  # "some (argue)", "half of those polled (support)"
        if end > start and lower[end - 1].endswith("s") and lower[end - 1] in load_speech_words().document_nouns:
            return True  # "court papers (show)"
        if nominal is None and 0 < end - start <= _MAX_PLURAL and _is_plural(lower[end - 1]) and _opens_object(layers, end + 1, sentence):
            return True  # "party organizers (see) six seats"
        if nominal is None and any(word in load_speech_words().document_nouns and word.endswith("s") for word in lower[start:end][:3]):
            return True  # "figures tabled in July (show)"
        if nominal is not None and nominal.end + 1 == end and lower[nominal.end] == "to":
            return False
        if nominal is None or lower[nominal.end : nominal.end + 1] in (["'s"], ["'"]):
            # "X's critics at home (say)"
            roles = (n for n in layers.nominals.within(start, end) if n.kind == "role" and n.end < end)
            nominal = next((n for n in roles if lower[n.end] in PHRASE_OPENERS), nominal)
        if nominal is not None and 0 < end - start <= _MAX_PLURAL and _is_plural(lower[end - 1]) and _says(lower[end]):
            return True  # "local media reports (say)"
    if nominal is not None and nominal.end == end and not nominal.plural and _says(layers.tokens.lower[end]):
        whole, _ = source_left(layers, end, sentence)  # "people close to X (say)"
        return whole is not None and (whole.plural or whole.head in _PLURALS or _is_body(whole))
    return nominal is not None and (nominal.plural or nominal.head in _PLURALS)


def _is_body(source: Nominal) -> bool:
    """Whether a source is a body that a plural verb may follow: "the WHO (say)", "the committee (believe)"."""
    organization = source.kind == "actor" and any(actor.kind == "organization" for actor in source.actors)
    return organization or (source.kind == "role" and source.head in load_words().collective)


def _says(form: str) -> bool:
    """Whether a verb form does nothing but say."""
    return any(cue.weight >= _SAYING and "quote" in cue.frames for cue, _ in load_cues().verbs.get(form, ()))


def _precedes_plural(layers: Layers, index: int) -> bool:
    """Whether a verb of saying stands behind what is said and before those who say it: "The road is unsafe, | say campaigners"."""
    closed = layers.tokens.words[index - 1] == "," or layers.tokens.words[index - 1] in CLOSING_QUOTES
    speaker = layers.nominals.starting(index + 1) if closed and _says(layers.tokens.lower[index]) else None
    return speaker is not None and speaker.plural and speaker.kind not in ("pronoun", "thing")


def _counts(word: str) -> bool:
    return word[0].isdigit() or word in load_numbers().speakers or word in ("several", "many", "all")


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))) or word in ("people", "men", "women")


def _opens_object(layers: Layers, index: int, sentence: Sentence) -> bool:
    """Whether what follows a verb form opens an object or clause rather than going on with a noun phrase."""
    if index >= sentence.end:
        return False
    word = layers.tokens.lower[index]
    return word in NOUN_SIGNS or word in PRONOUNS or word == "that" or layers.tokens.is_capitalized(index)


def _is_subject(layers: Layers, index: int, sentence: Sentence) -> bool:
    """Whether a form in -s is the plural noun before a verb: "the member states signed"."""
    if index + 1 >= sentence.end:
        return False
    word, following = layers.tokens.lower[index], layers.tokens.lower[index + 1]
    if word in load_speech_words().document_nouns and any(form == "base" for _, form in load_cues().verbs.get(following, ())):
        return True  # "official figures suggest"
    return following in FINITE or following in load_speech_words().irregular_pasts or (following.endswith("ed") and following != "need")


def _is_one(lower: list[str], index: int) -> bool:
    """Whether a form is a noun in the singular: "a (peaceful) protest"; not "a few protest"."""
    one = lower[index - 1] in _ARTICLES or (index > 1 and lower[index - 2] in _ARTICLES and lower[index - 1].isalpha())
    return one and lower[index - 1] not in load_speech_words().quantity_nouns and lower[index - 1] not in _SEVERAL


_ARTICLES: Final = frozenset({"a", "an"})
_SEVERAL: Final = frozenset({"few", "couple", "dozen", "number", "majority", "lot"})
_MAX_PLURAL: Final = 5
_PLURALS: Final = frozenset({"i", "we", "they", "you", "police", "people", "majority"})
"""Heads without -s that a plural verb follows."""
_SAYING: Final = 0.9
_MAX_SUBJECT: Final = 12
_BEFORE_PARTICIPLES: Final = frozenset({"", ",", "and", "while", "by", "before", "after", "when", "in", "—", "–", "but"})


def construction_of(layers: Layers, index: int, form: CueForm, sentence: Sentence) -> tuple[Construction | None, bool]:
    """How a verb form stands: finite, participle, passive, or None for no verb that speaks (infinitive, noun); and if it is negated."""
    lower = layers.tokens.lower
    auxiliaries = _auxiliaries(lower, index, sentence)
    previous = lower[auxiliaries.before] if auxiliaries.before >= sentence.start else ""
    construction: Construction | None = None
    if lower[index - 1] == "who" and form in ("base", "third", "past") and described(layers, index) is not None:
        return "described", False
    if form == "gerund":
        quoted = previous in CLOSING_QUOTES and lower[auxiliaries.before - 1] == ","  # "called it “a farce,” adding"
        quoted = quoted or absolute_subject(layers, index, sentence) is not None
        hangs = (
            quoted
            or lower[index - 1] == "in"
            or previous in _BEFORE_PARTICIPLES
            or previous in load_speech_words().document_nouns
            or previous in load_speech_words().speaking_events
        )
        describes = auxiliaries.before == index - 1 and described(layers, index) is not None
        construction = "finite" if auxiliaries.be else "participle" if hangs else "described" if describes else None
    elif form in ("past", "participle"):
        construction = "passive" if auxiliaries.be else "finite"
    elif form == "third":  # not "15 votes", "five member states"
        adjacent = lower[index - 1] == previous
        noun = (
            previous in NOUN_SIGNS or lower[index - 1 : index + 1] == ["member", "states"] or (bool(previous) and lower[index - 1] == "'s")
        )
        counted = _counts(lower[index - 1]) or (index - 2 >= sentence.start and _counts(lower[index - 2]) and lower[index - 1].isalpha())
        construction = None if (adjacent and (noun or counted)) or _is_subject(layers, index, sentence) else "finite"
    elif form == "base" and auxiliaries.modal:
        construction = "finite"
    elif form == "base" and previous != "to" and not _is_one(lower, index):
        plural = _plural_subject(layers, auxiliaries.before + 1, sentence) or _precedes_plural(layers, index)
        construction = "finite" if plural else None
    return construction, auxiliaries.negated
