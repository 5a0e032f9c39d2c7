"""A noun of meeting at its place in a sentence: what sort of meeting it names, and the verb that holds it."""

from __future__ import annotations

from typing import Final, NamedTuple

from etl.extract.grammar import DETERMINERS, FINITE, HAVE, MODALS
from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.candidate import Candidate, Format, Side, make_candidate
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.words import load_words

_PHONE_REACH: Final = 3
_MAX_GAP: Final = 14
"""Tokens between a verb and the noun that it holds, when a place or time stands between."""
HOSTED_FOR: Final = frozenset({"to", "for", "from", "with"})
GATHERINGS: Final = frozenset({"summit", "multilateral"})
"""Kinds of meeting that others than the two sides in view may hold."""
INDEFINITE: Final = frozenset({"a", "an", "another"})
EXCHANGED: Final = "exchanged"
"""Of exchanges of views, which are part of a meeting that the text names, if it names one."""
_COURTEOUS: Final = frozenset({"courtesy", "farewell", "introductory", "protocol"})
"""Attributes of a call that is paid in person."""
_CALLS: Final = frozenset({"call", "calls"})
_CALLED_BY: Final = HAVE | frozenset("phone telephone video conference hold held holding in during over on after by via".split())
"""Words before a call that is a conversation."""
_CALL_REACH: Final = 4
_REMOTE: Final = frozenset({"virtual", "online", "remote"})
_DEVICES: Final = frozenset({"phone", "telephone", "phones", "telephones"})
_BY_PHONE: Final = frozenset({"by", "over", "on", "via", "through", "the", "per", "a"})
"""Words before a telephone over which somebody talks."""
_BY_WORDS: Final = tuple(
    [word] for word in "call calls conversation conversations discussion discussions talk talks contact contacts with".split()
)
_EXCHANGES: Final = frozenset(f"exchange{s} of {what}" for s in ("", "s") for what in ("view", "views", "opinion", "opinions", "ideas"))


_OF_CONTACT: Final = frozenset("group groups person persons line point points details tracing lens".split())
"""Nouns before which a contact is no meeting: "the Contact Group", "a contact person"."""
_OF_RELATIONS: Final = frozenset({"relations", "relationship", "partner", "partners", "partnership", "status"})
"""Nouns before which a dialogue is a standing one: "dialogue partners"."""


DEALING: Final = frozenset("discuss review prepare consider address arrange coordinate assess follow examine plan set explore".split())
"""Infinitives of what a meeting is for, whose objects the verb of holding does not hold."""


class MeetingNoun(NamedTuple):
    """A noun of meeting at tokens start..end, what sort of meeting it names, and the verb that holds it (None: nobody holds it)."""

    start: int
    end: int
    term: str
    kind: str
    format: Format
    plural: bool
    held_at: int | None


def noun_at(layers: Layers, sentence: Sentence, index: int) -> MeetingNoun | None:
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
        if lower[index - 1 : index] == ["to"] and any(verb.form == "base" for verb in load_meeting_terms().verbs.get(term, ())):
            return None  # "met to talk of fish"
        if term == "dialogue" and not _OF_RELATIONS.isdisjoint(lower[end : end + 1]):
            return None
        if term in ("contact", "contacts") and not _OF_CONTACT.isdisjoint(lower[end : end + 1]):
            return None
        if term == "exchange" and lower[end : end + 1] == ["of"]:
            return None  # "an exchange of letters between the two presidents"; that of views is a term of its own
        if term == "conference" and lower[index - 1] in ("press", "news", "media"):
            return None
        if is_device(lower, index) or is_appeal(layers, index):
            return None
        if term.endswith("lateral") and lower[end : end + 1] not in (["with"], ["between"], ["among"], ["on"]):
            return None
        phone = not words.phone_words.isdisjoint(lower[max(sentence.start, index - _PHONE_REACH) : end])
        phone = phone or _is_in_call(lower, sentence, index)
        paid = not _COURTEOUS.isdisjoint(lower[max(sentence.start, index - 2) : index])
        remote = not _REMOTE.isdisjoint(lower[max(sentence.start, index - 2) : end])
        called = (kind == "call" and not paid) or phone or remote or "video" in lower[end : end + 3]
        plural = term.endswith("s") and term not in words.meeting_plurals
        return MeetingNoun(index, end, term, kind, "call" if called else "meeting", plural, _holding(layers, sentence, index))
    return None


def _is_in_call(lower: list[str], sentence: Sentence, index: int) -> bool:
    """Whether talks are held "in a phone call", told of before them in their clause: "X in a phone call on Tuesday held talks with Y"."""
    phones = load_meeting_words().phone_words
    near = range(index - 2, max(sentence.start, index - _CALL_BEFORE) - 1, -1)
    call = next((i for i in near if lower[i] in _IN and lower[i + 1] == "a" and not phones.isdisjoint(lower[i + 2 : i + 3])), None)
    return call is not None and {",", "that", "and"}.isdisjoint(lower[call:index])


_IN: Final = frozenset({"in", "during"})
_CALL_BEFORE: Final = 12


def is_appeal(layers: Layers, index: int) -> bool:
    """Whether a call asks for something, and nobody is called: "a joint call to end the strike", "calls for peace"."""
    lower = layers.tokens.lower
    if lower[index] not in _CALLS or not _CALLED_BY.isdisjoint(lower[max(0, index - _CALL_REACH) : index]):
        return False
    asked = index + 2 < len(lower) and lower[index + 2] not in DETERMINERS and not layers.tokens.is_capitalized(index + 2)
    return lower[index + 1 : index + 2] == ["for"] or (lower[index + 1 : index + 2] == ["to"] and asked)


def is_device(lower: list[str], index: int) -> bool:
    """Whether a telephone is a thing, and not what somebody talks over: "a mobile phone factory", "by phone"."""
    return lower[index] in _DEVICES and lower[index - 1] not in _BY_PHONE and lower[index + 1 : index + 2] not in _BY_WORDS


def _is_shared(lower: list[str], start: int, end: int) -> bool:
    """Whether a meal is taken with somebody: "over lunch", "dinner with X", "a banquet in honour of X"."""
    return (
        not HOSTED_FOR.isdisjoint(lower[end : end + 1])
        or _goes_on_for(lower, end)
        or lower[end + 1 : end + 2] in (["honour"], ["honor"])
        or "over" in lower[max(0, start - 3) : start]
        or is_taken_together(lower, start)
    )


def is_taken_together(lower: list[str], start: int) -> bool:
    """Whether a meal is what its eaters had, and no host gave: "the two presidents had a private dinner"."""
    fillers, step = load_meeting_words().meeting_fillers, start - 1
    while step > 0 and lower[step] in fillers:
        step -= 1
    return lower[step] in _EATING


_EATING: Final = HAVE | {"shared", "share", "ate", "took", "having", "sharing"}


def _goes_on_for(lower: list[str], end: int) -> bool:
    """Whether a meal is for somebody, past where and when: "gave a dinner in Lima on Monday for X"."""
    after = lower[end : end + _MEAL_REACH]
    return after[:1] in (["in"], ["at"], ["on"]) and "for" in after and FINITE.isdisjoint(after[: after.index("for")]) and "," not in after


_MEAL_REACH: Final = 8


def _holding(layers: Layers, sentence: Sentence, index: int) -> int | None:
    """Where the verb stands that has a noun as its object ("held … talks").

    Between the two there may be only modifiers, or a place or time ("chaired this morning, at the Palace, the Fifth Meeting").
    """
    lower, fillers = layers.tokens.lower, load_meeting_words().meeting_fillers
    step = index - 1
    if lower[index + 1 : index + 2] in (["a"], ["an"]):
        return None  # "make the talks an annual event"
    while step > sentence.start and (lower[step] in fillers or lower[step].endswith("ly")):
        step -= 1
    if is_holding(lower, step):
        return step
    for step in range(index - 1, max(sentence.start, index - _MAX_GAP), -1):
        if lower[step] in _GOVERNING and step > index - 3:
            return None
        if layers.quoted[step] != layers.quoted[index] or lower[step] in load_words().quote_verbs:
            return None  # "“We will open the pier,” X told reporters after talks with Y"
        if lower[step] == "to" and lower[step + 1] in DEALING:
            return None  # "held a call to discuss preparations for the summit"
        if lower[step] in _ABOUT and lower[step - 1] in load_meeting_terms().nouns:
            return None  # "held discussions about the summit"
        if lower[step] not in HAVE and is_holding(lower, step):
            return step
    return None


_GOVERNING: Final = frozenset("with by of in to during after following before".split())
"""Prepositions that make a noun of meeting no object."""
_ABOUT: Final = frozenset({"about", "on", "over", "regarding", "concerning"})
"""After a noun of meeting, before what is talked of."""
_UNDER_WAY: Final = frozenset({"is", "are", "was", "were", "been"})
"""Before "holding" where it is a finite verb."""


def is_holding(lower: list[str], index: int) -> bool:
    verbs = load_meeting_terms().verbs.get(lower[index])
    return verbs is not None and any(
        verb.sense == "hold"
        and (verb.form != "gerund" or (lower[index - 1] in _UNDER_WAY and lower[index - 2] not in MODALS and lower[index - 2] != "to"))
        and tuple(lower[index + 1 : index + 1 + len(verb.following)]) == verb.following
        for verb in verbs
    )


def noun_candidate(
    layers: Layers,
    noun: MeetingNoun,
    sides: list[Side],
    rule: str,
    confidence: float,
    *,
    end: int,
    separate: bool = False,
    hosts: int = 1,
    anchors: tuple[tuple[int, int], ...] = (),
) -> Candidate | None:
    """A candidate of a noun of meeting: see `make_candidate`."""
    return make_candidate(
        layers,
        noun.start,
        sides,
        EXCHANGED if noun.term in _EXCHANGES else rule,
        confidence,
        format=noun.format,
        noun=noun.term,
        separate=separate,
        hosts=hosts,
        anchors=anchors,
        end=end,
        status_at=noun.held_at,
    )
