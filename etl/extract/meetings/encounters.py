"""Officials of different states in one sentence that tells of contact in whatever words: "X gave Y forty minutes", "X showed Y the door".

No list of phrases holds all the ways in which people are brought together; that one is the subject, another an object or partner, that both
are in office for different states, and a word of contact, hospitality or talk stands with them, mostly means that they met.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, NamedTuple

from etl.extract.grammar import NEGATIONS, WAS, was_to_have
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import PEOPLE_IN_VIEW, Candidate, Format, Side, is_told_apart, make_candidate
from etl.extract.meetings.company import SIDE_NOUNS
from etl.extract.meetings.contact import CREDENCE, are_apart, are_side_by_side, brought_together, contact_before
from etl.extract.meetings.noun_places import is_device
from etl.extract.meetings.sides import members, with_subject
from etl.extract.meetings.taking_part import NAMED_SUBJECTS, is_spouse, is_told, takes_part
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words

RULE: Final = "encounter"
_SIDES: Final = 2
_MOST: Final = 7
_REACH: Final = 12
_REFERRING: Final = frozenset("he she they him her them his their both guest guests visitor visitors host caller counterpart".split())
"""Words by which a sentence goes on about somebody whom the one before it names."""
_CONTRASTING: Final = frozenset({"while", "whereas", "whilst"})
_CREDENTIALS: Final = frozenset({"letters", "letter"})
_AIRPORT: Final = "airport"
_COMPANY: Final = frozenset({"among", "accompanying"})
"""Words that open a list of those who were there too: "among those who saw them off were", "accompanying the President are"."""
_NAMING: Final = frozenset({"are", "were", "include", "included", "includes"})
_ALONG: Final = frozenset({"joined", "accompanied"})
_IN_TURN: Final = frozenset(
    "separately separate individually respectively then next later afterwards turn ; after including".split()
) | frozenset("meetings appointments audiences sessions receptions encounters".split())


class _Named(NamedTuple):
    """Those named in a sentence who take part in what it tells."""

    nominals: list[Nominal]
    sides: list[Side]
    partners: list[int]
    """Where the nominals of all but the first stand."""


def find_encounter(layers: Layers, sentence: Sentence, found: Iterable[Candidate]) -> Candidate | None:
    """The encounter that a sentence of contact tells of, where none of its candidates has two sides."""
    if not layers.person_mentions.within(sentence.start, sentence.end):
        return None
    lower = layers.tokens.lower
    present = frozenset(lower[sentence.start : sentence.end])
    if any(_is_complete(c) for c in found) or _tells_of_none(lower, sentence, present):
        return None
    named = _named(layers, sentence)
    if lower[sentence.start] in ("at", "during") and _goes_on(layers, sentence, named.sides):
        return None  # "At the meeting, X and Z gave a report to Y": of the one just told of
    sides, partners = _with_other(layers, sentence, named, present), named.partners
    if not _SIDES <= len(sides) <= _MOST:
        return None
    if partners and not (
        brought_together(layers, sentence, named.nominals[0], partners) or are_side_by_side(layers, named.nominals, sides)
    ):
        return None
    trigger = contact_before(layers, sentence, named.nominals[0], partners[0] if partners else sentence.end)
    if trigger is None or _are_apart(layers, named._replace(sides=sides), trigger, present):
        return None
    if not NEGATIONS.isdisjoint(lower[max(sentence.start, trigger - _REACH) : trigger]):
        return None
    on_line = "line" in present and lower[lower.index("line", sentence.start) - 2] == "on"
    form: Format = "call" if on_line or _by_phone(lower, sentence) else "meeting"
    if not present.isdisjoint(CREDENCE) and all(_is_envoy(layers, side) for side in sides):
        host = _of_sentence_before(layers, sentence, sides[0])
        if host is None or _is_envoy(layers, host):
            return None
        return make_candidate(layers, trigger, [host, *sides], RULE, 0.6, separate=True, implied=True)
    joined = {"brought", "together"} <= present  # "A and B were brought together by C"
    in_turn = len(sides) > _SIDES and not joined
    apart = in_turn and (is_told_apart(lower, sentence, trigger, _IN_TURN & present) or are_apart(layers, partners))
    encounter = make_candidate(layers, trigger, sides, RULE, 0.6, format=form, noun=form, separate=apart, implied=True)
    return _as_it_stands(lower, sentence, encounter, named.nominals) if encounter is not None else None


def _tells_of_none(lower: list[str], sentence: Sentence, present: frozenset[str]) -> bool:
    """Whether the words of a sentence (`present`) tell of no encounter, whoever is named: what is done from afar, and lists."""
    start = sentence.start
    far = present & load_meeting_words().distance_words
    if far and not CREDENCE.isdisjoint(present):
        far -= _CREDENTIALS
    listed = not present.isdisjoint(SIDE_NOUNS) and not present.isdisjoint(_NAMING)  # "the Peruvian delegation includes A, B and C"
    written = any(lower[i : i + 3] == ["in", "a", "message"] for i in range(start, sentence.end))  # "welcomed X in a message"
    there_too = lower[start : start + 2] in _ALSO_THERE  # "Also attending the meeting were X and Y"
    there_too = there_too or (lower[start] in _COMPANY and not _NAMING.isdisjoint(lower[start : start + _REACH]))
    each = not _CONTRASTING.isdisjoint(lower[start : start + 2])  # "While X held six meetings, Y held eleven": each with others
    return bool(far) or listed or written or there_too or each


def _named(layers: Layers, sentence: Sentence) -> _Named:
    """Who takes part: those of the telling where it names any, for a statement may tell of both, but nobody tells of oneself by name."""
    taking = [n for n in layers.nominals.within(sentence.start, sentence.end) if takes_part(layers, n, sentence)]
    named = _Named([n for n in taking if not is_told(layers, n)] or taking, [], [])
    for nominal in named.nominals:
        new = with_subject(layers, nominal) if nominal.kind == "pronoun" else members(layers, nominal)
        new = [side for side in new if side.person is not None and all(side.person != s.person for s in named.sides)]
        if new and named.sides:
            named.partners.append(nominal.start)
        named.sides.extend(new)
    return named


def _with_other(layers: Layers, sentence: Sentence, named: _Named, present: frozenset[str]) -> list[Side]:
    """The sides, with whom the sentence before names where this one refers to somebody; no spouses where there are others."""
    lower, sides = layers.tokens.lower, named.sides
    refers = not present.isdisjoint(_REFERRING) or any(n.kind == "parties" for n in layers.nominals.within(sentence.start, sentence.end))
    refers = refers and lower[sentence.start] != "their"  # "Their talks followed a visit by Z"
    if len(sides) == 1 and refers and not _has_unknown_subject(layers, sentence):
        along = not _ALONG.isdisjoint(present) and lower[named.nominals[0].start - 1] == "by"  # "were joined by X": by their own
        other = _of_sentence_before(layers, sentence, sides[0]) if not along else None
        sides = [other, *sides] if other is not None else sides
    return [side for side in sides if side.person is None or not is_spouse(layers, side.person)] or sides


def _are_apart(layers: Layers, named: _Named, trigger: int, present: frozenset[str]) -> bool:
    """Whether those named do the same without each other, or one after the other."""
    lower = layers.tokens.lower
    parallel = lower[trigger] == _AIRPORT or {"saw", "off"} <= present or "visited" in present
    if parallel and are_side_by_side(layers, named.nominals, named.sides):
        return True  # "A and B arrived at the airport", "A and B saw the prime minister off", "A and B visited C": by himself or not
    if not _GREETING.isdisjoint(present) and not _ON_ARRIVAL.isdisjoint(present) and len(named.sides) > _SIDES:
        return True  # "X greeted Y and Z upon their arrivals", one after the other
    # "those who received their letters are A (Cuba); B (Qatar)": a list
    return ";" in lower[trigger : named.nominals[-1].start] and not _NAMING.isdisjoint(lower[trigger : named.nominals[0].start])


def _as_it_stands(lower: list[str], sentence: Sentence, encounter: Candidate, nominals: list[Nominal]) -> Candidate | None:
    """The encounter with the status that the words around the names give it."""
    if encounter.status == "planned" and any(lower[n.end : n.end + 1] == ["that"] for n in nominals[1:]):
        return None  # "X informed Y that Z would come in May"
    if encounter.status != "held":
        return encounter
    if was_to_have(lower[sentence.start : encounter.trigger]):
        return replace(encounter, status="cancelled")  # "were to have opened a bridge together"
    if any(_acts_later(lower, n.end) for n in nominals) or _is_aim(lower, encounter.trigger) or _is_due(lower, sentence):
        return replace(encounter, status="planned")
    return encounter


def _has_unknown_subject(layers: Layers, sentence: Sentence) -> bool:
    """Whether a verb of meeting has a subject of its own of whom the text says no more than a name: "Also on Monday, X met Y"."""
    tokens, verbs = layers.tokens, load_meeting_terms().verbs
    for verb in range(sentence.start + 1, sentence.end):
        name = verb - 1
        if not any(v.form in ("past", "third") and v.sense in _MEETING for v in verbs.get(tokens.lower[verb], ())):
            continue
        titled = tokens.words[name].istitle() and tokens.lower[name] not in load_words().capitalized
        known = layers.entities.covering(name) or layers.nominals.covering(name) or layers.dates.covering(name)
        if titled and not known:
            return True
    return False


_MEETING: Final = frozenset({"meet", "receive", "host", "call_on"})


def _is_envoy(layers: Layers, side: Side) -> bool:
    titles = layers.people[side.person].titles if side.person is not None else []
    return any(title.lower().split()[-1] in load_party_words().envoy_titles for title in titles)


_GREETING: Final = frozenset({"greeted", "welcomed", "received"})
_ON_ARRIVAL: Final = frozenset({"arrivals"})


def _by_phone(lower: list[str], sentence: Sentence) -> bool:
    phones = load_meeting_words().phone_words
    return any(lower[i] in phones and not is_device(lower, i) for i in range(sentence.start, sentence.end))


def _is_aim(lower: list[str], trigger: int) -> bool:
    """Whether somebody came for it: "arrived in Lima to hold a bilateral meeting with X"."""
    holding = next((i for i in range(trigger - 1, trigger - _AIM_REACH, -1) if lower[i] in ("hold", "have")), None)
    return holding is not None and lower[holding - 1] == "to"


_AIM_REACH: Final = 4
"""Tokens of "hold a bilateral" before "meeting"."""


def _goes_on(layers: Layers, sentence: Sentence, sides: list[Side]) -> bool:
    """Whether a sentence opens with the meeting that the text told of before with one of those it names."""
    lower, nouns = layers.tokens.lower, load_meeting_terms().nouns
    comma = next((i for i in range(sentence.start, min(sentence.end, sentence.start + _OPENING_REACH)) if lower[i] == ","), None)
    if comma is None or lower[sentence.start + 1] not in ("the", "their") or lower[comma - 1] not in nouns:
        return False
    before = {mention.person for mention in layers.person_mentions.within(0, sentence.start)}
    return any(side.person in before for side in sides)


_OPENING_REACH: Final = 5


def _is_due(lower: list[str], sentence: Sentence) -> bool:
    """Whether a sentence calls the meeting one to come when something was said: "hours before he was (due) to meet X, Y said"."""
    verbs, arranged = load_meeting_terms().verbs, load_meeting_words().arranged_words
    to = (
        i
        for i in range(sentence.start + 2, sentence.end - 1)
        if lower[i] == "to" and any(v.sense == "meet" for v in verbs.get(lower[i + 1], ()))
    )
    return any(lower[i - 1] in WAS or (lower[i - 1] in arranged and lower[i - 2] in WAS) for i in to)


def _acts_later(lower: list[str], end: int) -> bool:
    """Whether somebody is subject of what is still to come: "during which she, along with X, will open the mill"."""
    after = end + (lower[end : end + 1] == [","])
    return lower[after : after + 1] in (["will"], ["would"]) or lower[after : after + 2] in (["are", "to"], ["is", "to"])


def _of_sentence_before(layers: Layers, sentence: Sentence, side: Side) -> Side | None:
    """The official of another state whom the sentence before has as its first person, and to whom this one refers: "X kept him company"."""
    number = layers.sentence_of[sentence.start]
    if number == 0 or layers.sentences[number - 1].paragraph != sentence.paragraph:
        return None
    before = layers.sentences[number - 1]
    for nominal in layers.nominals.within(before.start, before.end):
        if nominal.kind not in NAMED_SUBJECTS or not nominal.people or not takes_part(layers, nominal, before):
            continue
        first = nominal.people[0]
        person = layers.people[first]
        return Side(first, person.actor) if person.name is not None and first != side.person and (person.actor != side.actor) else None
    return None


_ALSO_THERE: Final = (["also", "attending"], ["also", "present"], ["others", "present"], ["also", "participating"])


def _is_complete(candidate: Candidate) -> bool:
    """Whether a candidate names two sides already."""
    return sum(side.person is not None or side.actor is not None or side == PEOPLE_IN_VIEW for side in candidate.sides) >= _SIDES
