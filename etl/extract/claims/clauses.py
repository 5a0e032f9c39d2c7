"""What makes a stretch of words a clause, and how well it fits as the content of a cue."""

from __future__ import annotations

from typing import Final, NamedTuple

from etl.extract.claims.cue_match import CueMatch
from etl.extract.claims.edges import is_finite, object_end
from etl.extract.grammar import FINITE, FRONTING, GOVERNORS, NOUN_SIGNS, OBJECT_PRONOUNS, OBJECTLESS
from etl.extract.layers import Layers, TokenSpan
from etl.extract.tokens import CLOSING_QUOTES
from etl.lexicon.cues import load_cues
from etl.lexicon.numbers import load_numbers
from etl.lexicon.parties import load_party_words
from etl.lexicon.speech import load_speech_words
from etl.lexicon.words import load_words

_SURE: Final = 0.7
"""Weight from which a verb says enough with any object."""
_FRONTED_REACH: Final = 20
_TIME_ADVERBS: Final = frozenset({"previously", "earlier", "later", "recently", "yesterday", "separately", "meanwhile"})
"""Adverbs with which a phrase of when opens a sentence."""
_CONNECTING: Final = frozenset({"and", "but", "yet", "so"})
_MAX_CONNECTING: Final = 6
"""Tokens of an adverb, or of a conjunction and an adverb, that only joins a sentence to the one before: "However,", "Also on Monday,"."""
_VERB_REACH: Final = 14
_WH: Final = frozenset({"whether", "why", "how", "what", "where", "when", "who"})
_TELLING_WHAT: Final = _WH | {"to", "that", "of", "about"}
_TEMPORAL: Final = frozenset({"during", "after", "before", "since", "until", "despite", "throughout"})
_OPENING_QUOTES: Final = frozenset({"“", '"', "«"})


class Shape(NamedTuple):
    """How what follows a cue fits it."""

    fit: float
    """1 a clause after that or a quotation, less for a bare object, 0 when it cannot be."""
    clausal: bool = True
    """Whether it is a clause or infinitive, which may reach to the sentence's end; a noun phrase ends before the next clause."""
    weight: float = 0.0
    """The least weight of a cue with such a complement: what is quoted or named as something is judged, whatever the verb."""
    topic: bool = False
    """Whether the cue only names what was spoken of: "discussed the plan"."""


def content_shape(layers: Layers, cue: CueMatch, index: int, start: int, end: int) -> Shape:
    """How well what follows the cue fits its frames.

    `index` is the token after the cue, start..end the content without "that" and colon.
    """
    lower = layers.tokens.lower
    first, weight = lower[start], cue.weight
    if is_visit(layers, cue, start, end) or first == "so":
        return Shape(0.0)
    if "that" in (lower[index], lower[index - 1]) or lower[index] == ":" or layers.tokens.words[start] in _OPENING_QUOTES:
        return Shape(1.0)
    if "light" in cue.frames or cue.construction == "adjective":
        return Shape(1.0, first in ("that", "to", "whether"))
    if "person_clause" in cue.frames and index > cue.end and is_clause(layers, start, end):
        return Shape(1.0)  # "told the paper | he would stay if …"
    if first == "to" or (first == "not" and lower[start + 1 : start + 2] == ["to"]):
        return Shape(1.0 if "infinitive" in cue.frames else (0.3 if "object" in cue.frames else 0.0))
    if first == "what" and "object" in cue.frames and "wh" not in cue.frames and _is_named_so(layers, start, end):
        return Shape(0.95, clausal=False)  # "dismissed what it calls slander"
    if first in _WH or (first == "if" and index > cue.end):
        return Shape(1.0 if cue.frames & {"wh", "clause"} else 0.6)
    if first.endswith("ing") and "gerund" in cue.frames:
        return Shape(1.0)
    if first == "as" and cue.lemma in load_speech_words().naming_verbs and layers.tokens.words[start + 1] in _OPENING_QUOTES:
        return Shape(1.0, clausal=False, weight=0.75)  # "dismissed as “absurd” claims that …"
    if first in _TEMPORAL and cue.lemma in load_speech_words().naming_verbs:
        return Shape(0.0)  # "the plan that X described during the talks"
    if first in OBJECTLESS or first in ("and", "or", "but"):
        return Shape(0.9 if "clause" in cue.frames and weight >= 0.7 and _opens_clause(layers, start, end) else 0.0)
    if "clause" in cue.frames and is_clause(layers, start, end):
        # a verb that is only sometimes one of saying needs its that
        plain = _is_plain_clause(layers, start, end)
        return Shape(1.0 if weight >= 0.85 else 0.9 if plain else 0.75 if weight >= 0.7 else 0.4)
    if cue.frames & {"object", "person_infinitive", "person_clause"}:
        return _object_shape(layers, cue, start, end)
    return Shape(0.8 if weight >= 0.95 and end - start > 1 else 0.5 if weight >= 0.9 and end - start > 2 else 0.0)


def _is_named_so(layers: Layers, start: int, end: int) -> bool:
    """Whether "what" opens what somebody calls something: "what | the ministry called | slander"."""
    lower, calling = layers.tokens.lower, load_speech_words().calling_verbs | load_speech_words().naming_verbs
    named = layers.nominals.starting(start + 1)
    verb = named.end if named is not None else start + 2
    while verb < end and (lower[verb] in FINITE or lower[verb].endswith("ly")):
        verb += 1
    return verb < end and any(cue.lemma.split()[0] in calling for cue, _ in load_cues().verbs.get(lower[verb], ()))


def _is_convoked(layers: Layers, start: int, stop: int) -> bool:
    """Whether a quotation from a token on names a strike, a vote or what else is called in another sense."""
    close = next((index for index in range(start, stop) if layers.tokens.words[index] in CLOSING_QUOTES), None)
    return close is not None and layers.tokens.lower[close - 1] in load_speech_words().called_nouns


def _is_called_something(layers: Layers, start: int, stop: int) -> bool:
    """Whether an object has what it is called behind it: "called the idea worth studying", not "called a general election"."""
    lower, nominal = layers.tokens.lower, layers.nominals.starting(start)
    rung = nominal is not None and nominal.kind in ("person", "office", "group") and not _names_anew(layers, nominal.end, stop)
    if rung or lower[start] in ("a", "an") or lower[stop - 1] in load_speech_words().called_nouns:
        return False
    adjectives = load_speech_words().judging_adjectives
    judged = (word in NOUN_SIGNS or word in adjectives or word.endswith(_ADJECTIVAL) for word in lower[start + 2 : stop])
    return lower[start] in OBJECT_PRONOUNS or any(judged)


def _names_anew(layers: Layers, index: int, stop: int) -> bool:
    """Whether what is called is no person: "called the mayor's plan …", "called the mayor a liar", "called her “…”"."""
    return index < stop and (layers.tokens.lower[index] in ("'s", "’s", "a", "an") or layers.tokens.words[index] in _OPENING_QUOTES)


_ADJECTIVAL: Final = ("able", "ible", "ful", "ive", "ous", "ic", "al", "less", "ant", "ent", "ed", "ing")


def is_visit(layers: Layers, cue: CueMatch, start: int, end: int) -> bool:
    """Whether something is done to somebody, not said of them: "called on the minister", "welcoming her guest", "dismissed the mayor"."""
    lower, verb = layers.tokens.lower, cue.lemma.split()[0]
    if verb == "call" and cue.lemma.endswith(("on", "upon")):
        called = layers.nominals.starting(start)
        after = called.end if called is not None else start
        # "called on X at the palace and stayed for lunch": what is asked stands before the next verb
        end = next((i for i in range(after, end - 1) if lower[i] == "and" and is_finite(layers, i + 1)), end)
        asked = any(lower[index] == "," and lower[index + 1] == "to" for index in range(after, end - 1))  # "called on A, B and C, to wait"
        # "called on X during her visit to attend the fair": what the visit was for
        told = any(
            lower[i] == "to" and _is_infinitive(layers, i + 1) and "during" not in lower[after:i] and _VISITS.isdisjoint(lower[after:i])
            for i in range(start, object_end(layers, start, end) - 1)
        )
        return not asked and not told and "for" not in lower[after:end]
    if verb == "conclude":
        return "that" not in lower[start - 1 : start + 1] and not _VISITS.isdisjoint(lower[start : start + _VISIT_REACH])
    if verb == "attack":
        return _is_place(layers, start)
    if verb == "campaign":
        return not _CONTESTED.isdisjoint(lower[start : object_end(layers, start, end)])
    if verb in _REMOVING:
        removed = layers.nominals.starting(start)
        return removed is not None and removed.kind in ("person", "group", "office") and not _names_anew(layers, removed.end, end)
    if verb != "welcome":
        return False
    nominal = layers.nominals.starting(start)
    owned = nominal is not None and lower[nominal.end : nominal.end + 1] in (["'s"], ["’s"], ["'"])
    received = nominal is not None and nominal.kind in ("person", "group", "office") and not owned
    return received or any(word in load_party_words().guest_nouns for word in lower[start : start + 3])


def _is_infinitive(layers: Layers, index: int) -> bool:
    """Whether a verb may follow "to" at a token, and not the place of a visit: "during their visit to | Peru"."""
    return not layers.tokens.is_capitalized(index) and layers.tokens.lower[index] not in load_words().determiners


def _is_place(layers: Layers, start: int) -> bool:
    """Whether a place or a name that nothing is known of is attacked: that is a deed."""
    entity = layers.entity_at(start)
    unknown = entity is None and layers.nominals.starting(start) is None and layers.tokens.is_capitalized(start)
    return unknown or (entity is not None and entity.kind in ("place", "metonym"))


_CONTESTED: Final = frozenset({"election", "elections", "vote", "votes", "presidency", "seat", "seats", "office"})
_REMOVING: Final = frozenset({"dismiss", "recall"})
"""What is done to those who hold an office: "dismissed the minister", but "dismissed the minister's claim"."""
_VISITS: Final = frozenset({"visit", "tour", "trip", "talks", "meeting", "mission", "session", "leg", "stay", "journey", "stop"})
_VISIT_REACH: Final = 6
"""Tokens after "concluded" among which the visit stands that came to its end."""


def _object_shape(layers: Layers, cue: CueMatch, start: int, end: int) -> Shape:
    """An object: "praised the plan", "urged X to …", "called the plan “reckless”"."""
    stop = object_end(layers, start, end)
    lower = layers.tokens.lower
    if cue.lemma == "put" and any(lower[i] == "at" and _is_figure(lower[i + 1]) for i in range(start + 1, stop - 1)):
        return Shape(1.0, clausal=False, weight=0.75)  # "put the cost at two million"
    if cue.lemma.split()[0] in load_speech_words().naming_verbs:
        quoted = any(layers.tokens.words[i] in _OPENING_QUOTES for i in range(start, stop))
        if (
            cue.lemma == "call"
            and start + 1 < stop
            and layers.tokens.words[start + 1] in _OPENING_QUOTES
            and _is_convoked(layers, start + 2, stop)
        ):
            return Shape(0.0)  # "called a “general strike”"
        if quoted or any(layers.tokens.lower[i] == "as" and layers.tokens.lower[i - 1] != "," for i in range(start + 1, stop)):
            return Shape(1.0, clausal=False, weight=0.75 if quoted else 0.65)
    if cue.lemma in load_speech_words().calling_verbs and stop - start > 2 and _is_called_something(layers, start, stop):
        return Shape(0.9, clausal=False, weight=0.65)
    if "topic" in cue.frames and cue.weight < _SURE:
        return Shape(0.0 if _is_addressed(layers, cue, start) else 0.8, clausal=False, weight=0.62, topic=True)
    if cue.lemma in load_speech_words().calling_verbs and cue.weight < _SURE:
        return Shape(0.3, clausal=False)  # rung, or called in another sense
    if "person_clause" in cue.frames and not cue.frames & {"object", "clause"} and not _says_what(layers, start, stop):
        return Shape(0.0)  # "told reporters": and not what
    clausal = bool(cue.frames & {"person_infinitive", "person_clause"}) and bool({"to", "that"} & set(layers.tokens.lower[start:stop]))
    if cue.act in ("assert", "assess"):
        return Shape(0.9 if cue.weight >= 0.85 else 0.7 if cue.weight >= 0.55 else 0.3, clausal)
    return Shape(0.95 if end - start >= 2 else 0.75, clausal)


def _is_figure(word: str) -> bool:
    return word[0] in "$€£¥" or word[0].isdigit() or word in load_numbers().speakers or word in ("about", "around", "nearly", "almost")


def _says_what(layers: Layers, start: int, stop: int) -> bool:
    """Whether more than a listener stands there: a clause, an infinitive, or a quotation."""
    lower, words = layers.tokens.lower[start:stop], layers.tokens.words[start:stop]
    return not _TELLING_WHAT.isdisjoint(lower) or not _OPENING_QUOTES.isdisjoint(words)


def _is_addressed(layers: Layers, cue: CueMatch, start: int) -> bool:
    """Whether a verb of speaking to or of has listeners for its object: "addressed the delegates"."""
    nominal = layers.nominals.starting(start)
    return cue.lemma == "address" and nominal is not None and nominal.kind not in ("thing", "pronoun")


def _opens_clause(layers: Layers, start: int, end: int) -> bool:
    """Whether a fronted phrase closed by a comma leads to a clause: "said in the face of X, Y is …"."""
    comma = next((i for i in range(start, min(end, start + _FRONTED_REACH)) if layers.tokens.lower[i] == ","), None)
    return comma is not None and is_clause(layers, comma + 1, end)


def is_clause(layers: Layers, start: int, end: int) -> bool:
    """A subject and a finite verb within reach: a modal, be or have, or a verb form after a nominal."""
    lower = layers.tokens.lower
    nominal = layers.nominals.starting(start)
    verb = nominal.end if nominal is not None else start + 1
    if any(w in FINITE for w in lower[verb : min(end, verb + _VERB_REACH)]):
        return True
    mark = verb if nominal is not None else verb + 1
    if lower[mark : mark + 1] in (["'s"], ["'"]):  # "the government's | case lacked …"
        return any(is_finite(layers, index) for index in range(mark + 2, min(end - 1, mark + _MAX_SUBJECT)))
    follows = nominal is not None and verb < end and (lower[verb].endswith(("s", "ed", "ly")) or lower[verb] == "also")
    return follows or _happened(layers, start, end) or _wants(lower, verb, end)


def _wants(lower: list[str], index: int, end: int) -> bool:
    """Whether a plural and a verb with an infinitive stand there: "council members (also) want to"."""
    for verb in range(index + 1, min(end - 1, index + _MAX_SUBJECT)):
        if lower[verb] in _WANTING and lower[verb + 1] == "to":
            noun = verb - 1
            while noun > index and (lower[noun].endswith("ly") or lower[noun] in load_speech_words().auxiliary_adverbs):
                noun -= 1
            return lower[noun].endswith("s")
    return False


_WANTING: Final = frozenset({"want", "need", "intend", "expect", "refuse", "continue", "try", "wish", "seek"})


def _happened(layers: Layers, start: int, end: int) -> bool:
    """Whether an article with its noun and a past that is no participle stand at a token: "the boat sank"."""
    lower, speech = layers.tokens.lower, load_speech_words()
    if start >= end or lower[start] not in load_words().determiners:
        return False
    verb = next((i for i in range(start + 2, min(end, start + _MAX_SUBJECT)) if lower[i] in speech.irregular_pasts), None)
    plain = verb is not None and all(word.isalpha() and word not in GOVERNORS for word in lower[start:verb])
    return verb is not None and plain and lower[verb] not in speech.irregular_participles


_MAX_SUBJECT: Final = 6
_NO_SUBJECT: Final = NOUN_SIGNS | FINITE | {"that", "which", "who", "and", "or"}


def _is_plain_clause(layers: Layers, start: int, end: int) -> bool:
    """A subject and a finite verb right after it: no relative clause could begin so."""
    nominal, lower = layers.nominals.starting(start), layers.tokens.lower
    verb = nominal.end if nominal is not None else start + 1
    if "'s" in lower[start + 1 : verb + 2] and is_clause(layers, start, end):
        return True
    if nominal is None:
        if lower[start] not in load_words().determiners and lower[start] not in load_speech_words().quantity_nouns:
            return False
        verb += lower[verb : verb + 1] == ["of"]  # "hundreds of people were …"
        while verb < min(end, start + _MAX_SUBJECT) and lower[verb][0].isalnum() and lower[verb] not in _NO_SUBJECT:
            verb += 1
    while verb < end and (lower[verb].endswith("ly") or lower[verb] in load_speech_words().auxiliary_adverbs):
        verb += 1
    return verb < end and lower[verb] in FINITE and lower[verb] not in ("'s", "do", "does", "did")


def is_fronted(layers: Layers, span: TokenSpan) -> bool:
    """Whether a stretch before a source is only a fronted phrase ("After the match, X said, …"): no finite verb, no quotation."""
    lower = layers.tokens.lower
    first = lower[span.start]
    opens = first == "when" or first in FRONTING or first in load_speech_words().fronting_participles or first in _TIME_ADVERBS
    opens |= span.end - span.start <= _MAX_CONNECTING and (first in load_words().between or first in _CONNECTING)
    if not opens or any(layers.quoted[span.start : span.end]):
        return False
    asked = first == "asked" or (first == "when" and lower[span.start + 1] == "asked")
    return asked or not any(w in FINITE for w in lower[span.start : span.end])
