"""Which documents somebody signed or issued, and who: "A and B signed X and Y", "X was signed by A and B", "the signing of X"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from etl.extract.grammar import BE, DETERMINERS, FINITE, NEGATIONS
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.subjects import subject_of_form
from etl.extract.relations.documents import DocumentPhrase, document_phrases
from etl.extract.relations.parties import object_from, pair_in_view, states_within, subject_of
from etl.lexicon.actors import load_actors
from etl.lexicon.numbers import load_numbers
from etl.lexicon.relations import load_relation_words
from etl.records import ActorRef

_PAIR: Final = 2
_COUNTING: Final = frozenset(
    "a number of series set package total several new various other further also today here yesterday jointly up".split()
)
"""What may stand between "signed" and the phrase of a document, beside articles, numbers, dates and places."""
_JOINING: Final = frozenset(", and as well also plus together with namely including such".split()) | {":", "–", "-"}
_NOT_YET: Final = frozenset("will would to should shall must may might could can".split()) | NEGATIONS
_NOT_YET_REACH: Final = 4
"""Tokens before a verb of signing among which a word makes it one to come, or none."""
_HOPED: Final = frozenset(
    "toward towards for about ahead before prior forward upcoming planned proposed possible early expected urged await".split()
)
"""Before "the signing of": of what is not signed yet."""
_HOPED_REACH: Final = 4
_CEREMONY: Final = frozenset({"ceremony", "ceremonies", "of", "the"})
_PREDICATE: Final = (
    frozenset({"also", "then", "jointly", "formally", "officially", "finally", "subsequently", "been", "later"})
    | BE
    | {"have", "has", "had"}
)
_PARTNER_REACH: Final = 10
"""Tokens after a document or a verb among which "between", "with" or "by" names who signed."""
_BOTH: Final = frozenset(
    {"countries", "states", "nations", "sides", "governments", "parties", "ministries", "ministers", "presidents", "leaders"}
)


class Signing(NamedTuple):
    """A document that was signed or issued: where it is named, and the verb or noun that says so."""

    phrase: DocumentPhrase
    verb: int
    parties: list[ActorRef]
    implied: bool
    """Whether nothing but the meeting that is told says who signed."""


def signings(layers: Layers, sentence: Sentence, verb: int) -> Iterator[Signing]:
    """What the verb or noun of signing at a token says to have been signed, with two parties or more."""
    lower, words = layers.tokens.lower, load_relation_words()
    form = "signed" if lower[verb] in words.signing_verbs else "issued"
    phrases = [phrase for phrase in document_phrases(layers, sentence) if form in phrase.document.verbs]
    if not phrases or not _NOT_YET.isdisjoint(lower[max(sentence.start, verb - _NOT_YET_REACH) : verb]):
        return
    if lower[verb].endswith("ing"):
        signed = _named_after(layers, phrases, verb + 1, _CEREMONY) if _is_done(lower, sentence, verb) else []
    else:
        signed = _named_before(layers, phrases, verb) or _named_after(layers, phrases, verb + 1, frozenset())
    for phrase in signed:
        passive = phrase.start < verb or lower[verb].endswith("ing")
        parties = _parties(layers, sentence, verb, signed, passive=passive)
        met = [] if parties else _implied(layers, sentence, verb, phrase, passive=passive)
        if len(parties or met) >= _PAIR:
            yield Signing(phrase, verb, parties or met, implied=not parties)


def _is_done(lower: list[str], sentence: Sentence, verb: int) -> bool:
    """Whether "the signing of" something is told as done, and not hoped for; "signing" alone is what somebody does besides."""
    before = lower[max(sentence.start, verb - _HOPED_REACH) : verb]
    return _HOPED.isdisjoint(before)


def _named_after(layers: Layers, phrases: list[DocumentPhrase], index: int, light: frozenset[str]) -> list[DocumentPhrase]:
    """The documents that are a verb's objects: the first from a token on, and those joined to it."""
    found: list[DocumentPhrase] = []
    for phrase in phrases:
        if phrase.start < index:
            continue
        allowed = light | (_JOINING if found else frozenset())
        if not all(_is_light(layers, step, allowed) for step in range(index, phrase.start)):
            break
        found.append(phrase)
        index = phrase.end
    return found


def _named_before(layers: Layers, phrases: list[DocumentPhrase], verb: int) -> list[DocumentPhrase]:
    """The documents that are a passive's subject: "An agreement on X and a memorandum were (also) signed", "an agreement signed by"."""
    lower, end = layers.tokens.lower, verb
    while lower[end - 1] in _PREDICATE:
        end -= 1
    found: list[DocumentPhrase] = []
    for phrase in reversed([p for p in phrases if p.end <= verb]):
        between = lower[phrase.end : end]
        joined = not found and _is_aside(layers, phrase.end, end)
        if not joined and not (found and all(_is_light(layers, step, _JOINING) for step in range(phrase.end, end))):
            break
        if found and not between:
            break
        found.insert(0, phrase)
        end = phrase.start
    return found


def _is_aside(layers: Layers, start: int, end: int) -> bool:
    """Whether no verb stands between a document and what became of it: "Two memorandums, on health and education, were signed"."""
    words = layers.tokens.lower[start:end]
    return (FINITE - {"'s"}).isdisjoint(words) and not any(word in (";", ":", "that", "who") for word in words)


def _is_light(layers: Layers, index: int, allowed: frozenset[str]) -> bool:
    """Whether a token may stand between a verb and a document's phrase."""
    word = layers.tokens.lower[index]
    if word in allowed or word in DETERMINERS or word in _COUNTING or word in load_numbers().days or word.isdecimal():
        return True
    dated = layers.dates.covering(index) or (layers.dates.starting(index + 1) is not None)
    return bool(dated) or any(entity.kind in ("place", "metonym") for entity in layers.entities.covering(index)) or word in ("in", "on")


def _parties(layers: Layers, sentence: Sentence, verb: int, signed: list[DocumentPhrase], *, passive: bool) -> list[ActorRef]:
    """Those whom the sentence names as signers: behind the document or the verb, or as the verb's subject; who met, for one of them."""
    last = max(signed[-1].end, verb + 1)
    named = _linked(layers, sentence, signed[-1].end, "between") or _linked(layers, sentence, last, "between")
    if len(named) >= _PAIR:
        return named
    partners = _linked(layers, sentence, last, "with") or _linked(layers, sentence, verb + 1, "with")
    if passive:
        signers = _linked(layers, sentence, last, "by") or (_acting_before(layers, sentence, verb) if partners else [])
    else:
        subject = subject_of_form(layers, sentence, verb, None)
        signers = _unique(subject_of(layers, sentence, verb)) or _acting(layers, subject) or _sending(layers, subject, verb)
    both = _unique([*signers, *partners]) if signers else []
    return both if len(both) >= _PAIR else _pair_with(layers, sentence, signers or partners)


def _acting_before(layers: Layers, sentence: Sentence, verb: int) -> list[ActorRef]:
    """The one actor for whom the persons before a noun of signing act: "X presided over the signing of a treaty with Peru"."""
    people = [layers.people[m.person].actor for m in layers.person_mentions.within(sentence.start, verb)]
    found = _unique(actor for actor in people if actor is not None)
    return found if len(found) == 1 else []


def _sending(layers: Layers, subject: Nominal | None, verb: int) -> list[ActorRef]:
    """The states whose delegates somebody is: "delegates from Nepal and Fiji signed"."""
    states = states_within(layers, subject.start, verb) if subject is not None and subject.plural else []
    return states if len(states) >= _PAIR else []


def _implied(layers: Layers, sentence: Sentence, verb: int, phrase: DocumentPhrase, *, passive: bool) -> list[ActorRef]:
    """The two who met, where the sentence names no signers and its subject may mean both; else the two states that it names."""
    lower = layers.tokens.lower
    if lower[verb].endswith("ing"):
        witnessed = not load_relation_words().witnessing_words.isdisjoint(lower[max(sentence.start, verb - _WITNESS_REACH) : verb])
        both = ("the", "two") in pairwise(lower[phrase.start : phrase.end])  # "the visa agreement for citizens of the two countries"
        return pair_in_view(layers, sentence) if witnessed or both else []
    if passive:
        states = states_within(layers, sentence.start, sentence.end)
        return pair_in_view(layers, sentence) or (states if len(states) == _PAIR else [])
    subject = subject_of_form(layers, sentence, verb, None)
    if subject is None:
        return []  # "the implementation of signed agreements"
    both = subject.kind in ("parties", "pronoun") or not _BOTH.isdisjoint(lower[max(sentence.start, subject.start - 1) : verb])
    return pair_in_view(layers, sentence) if both else []  # not "The companies signed a contract"


_WITNESS_REACH: Final = 5
"""Tokens of "witnessed the formal" before "signing"."""


def _acting(layers: Layers, subject: Nominal | None) -> list[ActorRef]:
    """The actors for which a subject's persons act, or which it names."""
    if subject is None or subject.kind in ("parties", "thing", "name"):
        return []
    people = [layers.people[person].actor for person in subject.people]
    return _unique([actor for actor in people if actor is not None] or subject.actors)


def _unique(actors: Iterable[ActorRef]) -> list[ActorRef]:
    """The states or organizations for which some actors stand, each once."""
    world = load_actors()
    return list(dict.fromkeys(ActorRef("state", state) if (state := world.state_of(actor)) else actor for actor in actors))


def _pair_with(layers: Layers, sentence: Sentence, signers: list[ActorRef]) -> list[ActorRef]:
    """The two who met, where one of them is who signed."""
    pair = pair_in_view(layers, sentence) if signers else []
    return pair if set(_unique(signers)) <= set(pair) else []


def _linked(layers: Layers, sentence: Sentence, index: int, preposition: str) -> list[ActorRef]:
    """Those named after a preposition from a token on; "between the two countries": those who met."""
    lower = layers.tokens.lower
    for step in range(index, min(sentence.end - 1, index + _PARTNER_REACH)):
        if lower[step] == preposition:
            if lower[step + 1] in ("the", "both", "their") and not _BOTH.isdisjoint(lower[step + 1 : step + 4]):
                return pair_in_view(layers, sentence)
            return _unique(object_from(layers, sentence, step + 1)[0] or _people_at(layers, sentence, step + 1))
        if lower[step] in _ENDS or lower[step] in FINITE - BE - {"'s"}:
            break
    return []


_ENDS: Final = frozenset({";", "that", "which", "who"})


def _people_at(layers: Layers, sentence: Sentence, index: int) -> list[ActorRef]:
    """The actors of the persons who stand at a token, coordinated ones among them."""
    found: list[ActorRef] = []
    while index < sentence.end:
        nominal = next((n for n in layers.nominals.within(index, min(sentence.end, index + 2)) if n.people or n.actors), None)
        if nominal is None:
            break
        found += _acting(layers, nominal)
        index = nominal.end
        while index < sentence.end and layers.tokens.lower[index] in (",", "and", "the", "his", "her"):
            index += 1
    return found
