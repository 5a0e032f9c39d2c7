"""Nouns of meeting: X held talks with Y · in his talks with Y · talks between X and Y · consultation among the ministers of A, B and C ·
the talks took place · the talks brought together X and Y · X told Y in a phone call · the A-B consultations were held.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from etl.extract.grammar import BE, HAVE
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.bodies import acting_bodies, bare_states, paired
from etl.extract.meetings.candidate import ACTORS_IN_VIEW, HOST_IN_VIEW, PEOPLE_IN_VIEW, Candidate, Format, Side, make_candidate
from etl.extract.meetings.followups import SEQUEL
from etl.extract.meetings.parties import (
    joined_by_and,
    members,
    object_of,
    other_person,
    partner_after,
    possessor,
    subject_of_form,
    with_subject,
)
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.words import load_words

TOLD_IN = "told-in"
"""How the rules of meetings begin in which one told the other something, in the narrator's own words."""
_PARTNER_REACH = 16
_PHONE_REACH = 3
_MAX_GAP = 14
"""Tokens between a verb and the noun that it holds, when a place or time stands between."""
_PREDICATE_REACH = 16
_SEQUEL_REACH = 5
_PARTNER_PREPOSITIONS = frozenset({"with", "between", "among", "of"})
_PARTNER_GAP = 6
_UNINTRODUCED = 2
"""Tokens before "(expert) consultations (were held in April)", which nothing has introduced."""
_OPENING = 4
"""Tokens before a noun of meeting that opens its sentence: "Talks there with X", "At a second meeting, with X"."""
_ENDS = frozenset({".", ";", ":", "that", "who", "which", "whose", "while", "but", "when"})
_HOSTED_FOR = frozenset({"to", "for", "from", "with"})
_GIVEN = frozenset({"audience", "audiences", "private audience", "reception"})
_HELD_KINDS = frozenset({"any", "bilateral", "trilateral", "multilateral", "summit"})
_HAPPENS = frozenset("took takes take taking held convened begin began begins opened opens started starts resume resumed ended".split())
_ARRANGED_HAPPENS = frozenset({"scheduled", "planned", "due", "set", "slated", "expected", "foreseen", "concluded"})
_GATHERS = (["brought", "together"], ["gathered", "together"])
_TELLING = frozenset("told assured thanked urged informed warned reassured congratulated reminded briefed asked".split())
_GATHERINGS = frozenset({"summit", "multilateral"})
"""Kinds of meeting that others than the two sides in view may hold."""
_AT = frozenset({"in", "at", "during", "over", "by"})
_OCCASION_REACH = 5
_MAX_FRONT = 24
EXCHANGED = "exchanged"
"""Of exchanges of views, which are part of a meeting that the text names, if it names one."""
_EXCHANGES = frozenset(f"exchange{s} of {what}" for s in ("", "s") for what in ("view", "views", "opinion", "opinions", "ideas"))
_TOPICS = frozenset({"of", "on", "about", "for"})
_DEFINITE = frozenset({"the", "these", "this"})
_INDEFINITE = frozenset({"a", "an", "another"})


class _Noun(NamedTuple):
    """A noun of meeting at tokens start..end, what sort of meeting it names, and the verb that holds it (None: nobody holds it)."""

    start: int
    end: int
    term: str
    kind: str
    format: Format
    plural: bool
    held_at: int | None


def read_noun(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The candidate of a noun of meeting at a token, if one stands there."""
    noun = _noun(layers, sentence, index)
    if noun is None:
        return None
    preposition, obj = _complement(layers, sentence, noun)
    if obj is None:
        return _held_in_clause(layers, sentence, noun) or _without_complement(layers, sentence, noun)
    if preposition == "of" and not obj.plural and (other := _partner_of(layers, sentence, obj)) is not None:
        sides = [*members(layers, obj), *members(layers, other)]  # "a meeting of X with Y"
        return _candidate(layers, noun, sides, f"{noun.format}-noun", 0.85, end=other.end)
    if preposition != "with":
        return _among(layers, sentence, noun, preposition, obj)
    return _with(layers, sentence, noun, obj)


def _noun(layers: Layers, sentence: Sentence, index: int) -> _Noun | None:
    """The longest noun of meeting that begins at a token; an adjective ("trilateral cooperation") is none."""
    lower, words = layers.tokens.lower, load_meeting_words()
    following = lower[index + 1] if index + 1 < sentence.end else ""
    for term_words, kind in load_meeting_terms().nouns_by_opening.get(lower[index], ()):
        if len(term_words) > 1 and term_words[1] != following:
            continue
        end = index + len(term_words)
        if end > sentence.end or tuple(lower[index:end]) != term_words or (kind == "meal" and not _is_shared(lower, index, end)):
            continue
        term = " ".join(term_words)
        if term.endswith("lateral") and lower[end : end + 1] not in (["with"], ["between"], ["among"], ["on"]):
            return None
        phone = not words.phone_words.isdisjoint(lower[max(sentence.start, index - _PHONE_REACH) : end])
        called = kind == "call" or phone or "video" in lower[end : end + 3]
        plural = term.endswith("s") and term not in words.meeting_plurals
        return _Noun(index, end, term, kind, "call" if called else "meeting", plural, _holding(layers, sentence, index))
    return None


def _is_shared(lower: list[str], start: int, end: int) -> bool:
    """Whether a meal is taken with somebody: "over lunch", "dinner with X", "a banquet in honour of X"."""
    return (
        not _HOSTED_FOR.isdisjoint(lower[end : end + 1])
        or lower[end + 1 : end + 2] in (["honour"], ["honor"])
        or "over" in lower[max(0, start - 3) : start]
    )


def _holding(layers: Layers, sentence: Sentence, index: int) -> int | None:
    """Where the verb stands that has a noun as its object ("held … talks").

    Between the two there may be only modifiers, or a place or time ("chaired this morning, at the Palace, the Fifth Meeting").
    """
    lower, fillers = layers.tokens.lower, load_meeting_words().meeting_fillers
    step = index - 1
    while step > sentence.start and (lower[step] in fillers or lower[step].endswith("ly")):
        step -= 1
    if _is_holding(lower, step):
        return step
    for step in range(index - 1, max(sentence.start, index - _MAX_GAP), -1):
        if lower[step] in ("with", "by", "of", "in", "to", "during") and step > index - 3:
            return None
        if lower[step] not in HAVE and _is_holding(lower, step):
            return step
    return None


def _is_holding(lower: list[str], index: int) -> bool:
    return any(
        verb.sense == "hold" and verb.form != "gerund" and tuple(lower[index + 1 : index + 1 + len(verb.following)]) == verb.following
        for verb in load_meeting_terms().verbs.get(lower[index], ())
    )


def _complement(layers: Layers, sentence: Sentence, noun: _Noun) -> tuple[str, Nominal | None]:
    """With, between, among or of whom; a call comes from, and an audience or a dinner is given to or for somebody."""
    lower, terms, quote_verbs = layers.tokens.lower, load_meeting_terms(), load_words().quote_verbs
    given = noun.held_at is not None and (noun.kind in ("call", "meal") or noun.term in _GIVEN)
    far = False
    for step in range(noun.end, min(noun.end + _PARTNER_REACH, sentence.end - 1)):
        word = lower[step]
        far = far or word in (",", "and")
        if word in _PARTNER_PREPOSITIONS and not (far and (word == "of" or noun.kind == "meal")):
            obj = object_of(layers, step + 1, sentence)
            if obj is None and word != "with":
                obj = _parties(layers, step + 1)
            if obj is not None and (word == "with" or obj.plural or obj.people or (obj.kind == "office" and word == "between")):
                return word, obj
        if given and word in _HOSTED_FOR and (obj := object_of(layers, step + 1, sentence)) is not None and obj.people:
            return "with", obj
        verb = word in terms.verbs and lower[step - 1] not in ("the", "a") and word not in _HAPPENS and word not in _PARTNER_PREPOSITIONS
        if word in _ENDS or word in quote_verbs or (step > noun.end and (word in terms.nouns or (far and verb))):
            break
    return "", None


def _partner_of(layers: Layers, sentence: Sentence, first: Nominal) -> Nominal | None:
    """With whom, where a noun of meeting names first whose it is."""
    found = partner_after(layers, first.end, sentence, {"with"}, _PARTNER_GAP)
    return found[1] if found is not None and found[1].people else None


def _held_in_clause(layers: Layers, sentence: Sentence, noun: _Noun) -> Candidate | None:
    """ "The talks (that) X held in Lima with Y"."""
    lower = layers.tokens.lower
    subject = layers.nominals.starting(noun.end + (lower[noun.end : noun.end + 1] in (["that"], ["which"])))
    if subject is None or subject.kind in ("thing", "name", "actor", "role"):
        return None
    verb = next((i for i in range(subject.end, min(sentence.end - 1, subject.end + 3)) if _is_holding(lower, i)), None)
    partner = partner_after(layers, verb + 1, sentence, {"with"}, _PARTNER_REACH) if verb is not None else None
    if verb is None or partner is None or not partner[1].people:
        return None
    sides = [*with_subject(layers, subject, subject.start), *members(layers, partner[1])]
    return make_candidate(
        layers, verb, sides, f"{noun.format}-noun", 0.85, end=partner[1].end, format=noun.format, noun=noun.term, separate=noun.plural
    )


def _parties(layers: Layers, index: int) -> Nominal | None:
    """ "Between the two", "of the two officials", "between them"."""
    if layers.tokens.lower[index : index + 1] == ["them"]:
        return Nominal(index, index + 1, "parties", plural=True, head="leaders")
    nominal = layers.nominals.starting(index)
    return nominal if nominal is not None and nominal.kind == "parties" else None


def _without_complement(layers: Layers, sentence: Sentence, noun: _Noun) -> Candidate | None:
    """ "The talks brought together X and Y", "the two ministers held talks", "the talks took place", "their previous meeting was held"."""
    lower = layers.tokens.lower
    gathers = next((i for i in range(noun.end, min(sentence.end - 2, noun.end + _MAX_GAP)) if lower[i : i + 2] in _GATHERS), None)
    if gathers is not None:
        group = layers.nominals.starting(gathers + 2)
        if group is not None and len(group.people) >= 2:
            return _candidate(layers, noun, members(layers, group), "brought-together", 0.85, end=0)
    if noun.held_at is not None and (noun.format == "call" or noun.kind in _HELD_KINDS):
        return _held(layers, sentence, noun, noun.held_at)
    if noun.term.startswith("round") and lower[noun.end : noun.end + 1] == ["of"]:
        return None  # "the third round of the A-B consultations": the noun after it has the sides
    predicate = _predicate(lower, noun.end, sentence)
    if predicate is not None or _is_looked_back_at(layers, sentence, noun):
        return _taking_place(layers, sentence, noun)
    return _told_in(layers, sentence, noun) or _on_occasion(layers, sentence, noun)


def _on_occasion(layers: Layers, sentence: Sentence, noun: _Noun) -> Candidate | None:
    """What several did, or one with another, at a meeting: "X and Y discussed it at talks in Lima", "X briefed Y during a call"."""
    lower = layers.tokens.lower
    opening = lower[max(sentence.start, noun.start - _OCCASION_REACH) : noun.start]
    if _AT.isdisjoint(opening) or "the" in opening[-2:]:
        return None
    starts = dict.fromkeys(n.start for n in layers.nominals.within(sentence.start, sentence.end))
    whole = (layers.nominals.starting(start) for start in starts)
    named = [n for n in whole if n is not None and (n.people or n.kind in ("pronoun", "parties"))]
    for position, subject in enumerate(named):
        opens = subject.start - sentence.start <= 1 or lower[subject.start - 1] == ","
        if not opens or subject.kind == "role":
            continue
        sides = with_subject(layers, subject, subject.start)
        if subject.plural and noun.start > subject.start - _MAX_FRONT:
            return _candidate(layers, noun, sides, f"{TOLD_IN}-{noun.format}", 0.75, end=noun.end)
        told = named[position + 1] if position + 1 < len(named) else None
        if told is None or not told.people:
            return None
        between = lower[subject.end : told.start]
        acted_on = 1 <= len(between) <= 2 and between[-1].endswith(("ed", "told", "gave", "s"))
        if acted_on or between[-1:] == ["with"]:
            return _candidate(layers, noun, [*sides, *members(layers, told)], f"{TOLD_IN}-{noun.format}", 0.75, end=noun.end)
        return None
    return None


def _is_looked_back_at(layers: Layers, sentence: Sentence, noun: _Noun) -> bool:
    """ "Their earlier exchange, on August 14, …", "the next round, in May, falls to Lima": another one of the same sides, with a date."""
    before = layers.tokens.lower[max(sentence.start, noun.start - _SEQUEL_REACH) : noun.start]
    dated = any(date.span.start >= noun.end for date in layers.dates.within(noun.end, min(sentence.end, noun.end + _PREDICATE_REACH)))
    return dated and noun.start - sentence.start <= _SEQUEL_REACH and not _OTHER.isdisjoint(before)


_OTHER = frozenset("their next last previous earlier".split())


def _held(layers: Layers, sentence: Sentence, noun: _Noun, held_at: int) -> Candidate | None:
    """ "The two ministers held talks", "A and B held consultations"."""
    subject = subject_of_form(layers, sentence, held_at, None)
    if subject is not None and subject.plural and (subject.people or subject.kind in ("parties", "pronoun")):
        return _candidate(layers, noun, with_subject(layers, subject, noun.start), f"hold-{noun.format}", 0.85, end=noun.end)
    sides, _ = acting_bodies(layers, held_at, sentence)
    if sides:
        return _candidate(layers, noun, sides, "states-hold", 0.75, end=noun.end)
    # "it was decided to hold the next session in Lima"
    sequel = subject is None and noun.kind not in _GATHERINGS and _sequel(layers, sentence, noun) is not None
    return _candidate(layers, noun, [ACTORS_IN_VIEW], SEQUEL, 0.7, end=noun.end) if sequel else None


def _predicate(lower: list[str], index: int, sentence: Sentence) -> int | None:
    """Where the verb stands that says that a meeting takes place, is arranged or called off, after its noun phrase; None without one."""
    cancelling = load_meeting_words().cancelling_words
    for step in range(index, min(sentence.end - 1, index + _PREDICATE_REACH)):
        word, previous = lower[step], lower[step - 1]
        if word in (".", ";", "that", "said"):
            return None
        if word in _HAPPENS and (word != "held" or previous in BE) and (not word.startswith("tak") or lower[step + 1] == "place"):
            return step
        if (word in _ARRANGED_HAPPENS or word in cancelling) and (previous in BE or previous in ("originally", "been", "be")):
            return step
        if word in ("called", "put") and lower[step + 1] == "off":
            return step
        if word == "convene" and previous in ("to", "will", "would"):
            return step
    return None


def _taking_place(layers: Layers, sentence: Sentence, noun: _Noun) -> Candidate | None:
    """A meeting with a predicate of its own: "the talks took place in Lima", "the A-B consultations were held", "the next round is due"."""
    lower = layers.tokens.lower
    pair = paired(layers, noun.start, sentence)
    if pair:
        return _candidate(layers, noun, pair, "pair-met", 0.75, end=noun.end)
    sequel = _sequel(layers, sentence, noun) if noun.kind not in _GATHERINGS else None
    if sequel is not None and possessor(layers, noun.start, sentence) is None:
        own = sequel in ("last", "previous", "earlier") or "their" in lower[noun.start - _SEQUEL_REACH : noun.start]
        return _candidate(layers, noun, [PEOPLE_IN_VIEW if own else ACTORS_IN_VIEW], SEQUEL, 0.7, end=noun.end)
    opens = noun.start - sentence.start <= _UNINTRODUCED and lower[noun.start - 1] not in _DEFINITE
    if opens and noun.term in load_meeting_words().state_nouns:
        return _candidate(layers, noun, [ACTORS_IN_VIEW], SEQUEL, 0.65, end=noun.end)
    if lower[noun.end] in _TOPICS:
        return None  # "the meeting of the group on wool" is told apart by what it is
    if lower[noun.start - 1] in _DEFINITE and noun.start - sentence.start <= _SEQUEL_REACH:
        return _candidate(layers, noun, [PEOPLE_IN_VIEW], f"{noun.format}-took-place", 0.75, end=noun.end)
    return None


def _sequel(layers: Layers, sentence: Sentence, noun: _Noun) -> str | None:
    """The word before a noun that makes it another meeting of the same sides: "the next round of", "a second"."""
    before = layers.tokens.lower[max(sentence.start, noun.start - _SEQUEL_REACH) : noun.start]
    return next((word for word in reversed(before) if word in load_meeting_words().sequel_markers), None)


def _told_in(layers: Layers, sentence: Sentence, noun: _Noun) -> Candidate | None:
    """ "X told Y in a phone call that …"."""
    lower, quote_verbs = layers.tokens.lower, load_words().quote_verbs
    opening = lower[max(sentence.start, noun.start - 5) : noun.start]
    if not {"in", "during", "over", "at"} & set(opening) or not _INDEFINITE & set(opening):
        return None
    named = [n for n in layers.nominals.within(sentence.start, noun.start) if n.people or n.kind == "pronoun"]
    for teller, told in pairwise(named):
        between = lower[teller.end : told.start]
        if told.people and 1 <= len(between) <= 2 and between[-1] in _TELLING and between[-1] in quote_verbs | _TELLING:
            sides = [*with_subject(layers, teller, noun.start), *members(layers, told)]
            return _candidate(layers, noun, sides, f"{TOLD_IN}-{noun.format}", 0.8, end=noun.end)
    return None


def _among(layers: Layers, sentence: Sentence, noun: _Noun, preposition: str, obj: Nominal) -> Candidate | None:
    """Talks between, among or of several; whoever chairs them takes part."""
    referring = obj.kind == "parties"
    if not obj.plural and preposition == "between" and (other := joined_by_and(layers, obj, sentence)) is not None:
        return _candidate(layers, noun, [*members(layers, obj), *members(layers, other)], f"{noun.format}-between", 0.85, end=other.end)
    if not obj.plural or (preposition == "of" and (noun.kind == "summit" or not (obj.people or referring) or noun.plural)):
        return None
    sides = members(layers, obj)
    if noun.held_at is not None and layers.tokens.lower[noun.held_at].endswith(("chaired", "chairs")):
        chair = with_subject(layers, subject_of_form(layers, sentence, noun.held_at, None), noun.start)
        sides = _chaired(sides, chair)
    rule = f"{noun.format}-{preposition}" if not bare_states(obj) else "states-hold"
    return _candidate(layers, noun, sides, rule, 0.9, end=obj.end)


def _chaired(sides: list[Side], chair: list[Side]) -> list[Side]:
    """Those who take part with the chair among them, or before them when the chair is not one of them."""
    chairs = {side.person for side in chair}
    named = {side.person for side in sides}
    sides = [side._replace(role="chair") if side.person in chairs else side for side in sides]
    return sides if chairs & named else [*(side._replace(role="chair") for side in chair), *sides]


def _with(layers: Layers, sentence: Sentence, noun: _Noun, obj: Nominal) -> Candidate | None:
    """ "X held talks with Y", "in his talks with Y, X said"; "the meetings with A, B and C" have the host of the text before."""
    subject = possessor(layers, noun.start, sentence)
    if subject is None and noun.held_at is not None:
        subject = subject_of_form(layers, sentence, noun.held_at, obj)
    if bare_states(obj):
        if subject is None and noun.held_at is None and noun.start - sentence.start <= _OPENING:
            return _candidate(layers, noun, [PEOPLE_IN_VIEW, *members(layers, obj)], SEQUEL, 0.7, end=obj.end)
        if subject is None or not bare_states(subject):
            return None
        return _candidate(layers, noun, [*members(layers, subject), *members(layers, obj)], "states-hold", 0.75, end=obj.end)
    hosts = with_subject(layers, subject, noun.start)
    if not hosts or (subject is not None and subject.kind == "actor"):
        hosts = with_subject(layers, other_person(layers, sentence, noun.start, obj), noun.start)
    if hosts:
        sides = [*hosts, *members(layers, obj)]
    elif noun.start - sentence.start <= _OPENING or layers.tokens.lower[sentence.start] in _INDEFINITE:
        sides = [HOST_IN_VIEW, *members(layers, obj)]
    else:
        return None
    return _candidate(layers, noun, sides, f"{noun.format}-noun", 0.85, end=obj.end, separate=noun.plural)


def _candidate(
    layers: Layers, noun: _Noun, sides: list[Side], rule: str, confidence: float, *, end: int, separate: bool = False
) -> Candidate | None:
    return make_candidate(
        layers,
        noun.start,
        sides,
        EXCHANGED if noun.term in _EXCHANGES else rule,
        confidence,
        format=noun.format,
        noun=noun.term,
        separate=separate,
        end=end,
        status_at=noun.held_at,
    )
