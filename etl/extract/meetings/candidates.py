"""Meeting candidates: a verb or noun of meeting with those who take part, in the constructions that news and readouts use.

X met (with) Y · when meeting with Y, X said · X and Y met · X held talks with Y · in his talks with Y · talks between X and Y · consultation among
the ministers of A, B and C · X had a telephone conversation with Y · X spoke by phone with Y · X received Y · X paid a visit to A · a visit to A by X.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from etl.extract.claims.cues import BE, HAVE, MODALS
from etl.extract.claims.sources import main_subject, source_left
from etl.extract.layers import Layers, Nominal, Sentence
from etl.lexicon.meetings import MeetingTerms, load_meeting_terms
from etl.lexicon.words import Words
from etl.records import ActorRef, MeetingStatus, Role

Format = Literal["meeting", "call", "visit"]

_MEET = {"met": "past", "meets": "third", "meet": "base", "meeting": "gerund"}
_RECEIVE = frozenset({"received", "receives", "hosted", "hosts"})
_SPEAK = frozenset({"spoke", "speaks", "speak", "speaking", "talked", "talks"})
_BY_PHONE = frozenset({"phone", "telephone", "video", "videoconference", "phoned"})
_CALL = frozenset({"phoned", "telephoned", "called"})
_HOLD = frozenset(
    "held hold holds holding had have has conducted conducts convened took began opened started concluded chaired chairs co attended attends joined".split()
)
_VISIT_VERBS = frozenset({"visited", "visits", "visiting"})
_SEPARATE = frozenset({"separately", "respectively", "separate", "individually", "individual"})
_JOINT = frozenset({"trilateral", "multilateral", "joint", "together", "summit", "quadrilateral", "four-way", "three-way", "collective"})
_CANCEL = frozenset({"cancelled", "canceled", "cancels", "postponed", "scrapped", "off"})
_PARTICIPLES = frozenset("met held spoken talked visited received paid conducted taken chaired hosted discussed".split())
_FUTURE = frozenset(
    {"will", "would", "scheduled", "plans", "planned", "expected", "due", "intends", "slated", "upcoming", "forthcoming", "next"}
)


Side = tuple[int | None, ActorRef | None, Role]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible meeting at a place in the text, before dating and merging."""

    sentence: Sentence
    trigger: int
    format: Format
    noun: str
    sides: tuple[tuple[int | None, ActorRef | None, Role], ...]
    separate: bool
    joint: bool
    status: MeetingStatus
    past_perfect: bool
    rule: str
    confidence: float
    destination: str | None = None


def find_candidates(layers: Layers, words: Words) -> Iterator[Candidate]:
    """All candidates in text order."""
    terms = load_meeting_terms()
    for sentence in layers.sentences:
        lower = layers.tokens.lower
        index = sentence.start
        while index < sentence.end:
            word = lower[index]
            found: Candidate | None = None
            if _not_diplomatic(lower, index, terms):
                index += 2
                continue
            if word in _MEET:
                found = _meet(layers, sentence, index, words, terms)
            if found is None and word in _RECEIVE:
                found = _receive(layers, sentence, index, words)
            if found is None and (word in _SPEAK or word in _CALL):
                found = _speak(layers, sentence, index, words)
            if found is None and (word in _VISIT_VERBS or word in ("visit", "visits", "trip")):
                found = _visit(layers, sentence, index, words)
            if found is None and (noun := _noun(lower, index, sentence, terms)) is not None:
                found = _meeting_noun(layers, sentence, index, noun, terms, words)
            if found is not None:
                yield found
            index += 1


def _not_diplomatic(lower: list[str], index: int, terms: MeetingTerms) -> bool:
    return any(tuple(lower[index : index + size]) in terms.not_diplomatic for size in (2, 3))


def _noun(lower: list[str], index: int, sentence: Sentence, terms: MeetingTerms) -> tuple[str, int] | None:
    for size in (4, 3, 2, 1):
        if index + size <= sentence.end:
            term = " ".join(lower[index : index + size])
            for form in (term, term.removesuffix("s")):
                if form in terms.nouns and terms.nouns[form] != "visit":
                    return term, index + size
    return None


def _group_before(layers: Layers, position: int) -> list[Side]:
    """Whom "the two ministers" or "the talks" go back to: the persons of different actors that the sentences just before name together."""
    number = layers.sentence_of[position]
    for sentence in reversed(layers.sentences[max(0, number - 4) : number]):
        people = list(dict.fromkeys(m.person for m in layers.person_mentions if sentence.start <= m.start < sentence.end))
        people += [
            p
            for n in layers.nominals
            if n.kind == "office" and sentence.start <= n.start < sentence.end
            for p in n.people
            if p not in people
        ]
        actors = {layers.people[p].actor for p in people} - {None}
        if len(actors) >= 2:
            chosen: list[Side] = []
            for person in people:
                actor = layers.people[person].actor
                if actor is not None and all(actor != side[1] for side in chosen):
                    chosen.append((person, actor, "principal"))
            return chosen
    return []


def _members(layers: Layers, nominal: Nominal, role: Role = "principal") -> list[Side]:
    if nominal.kind == "parties" and nominal.head == "leaders":
        return _group_before(layers, nominal.start)
    if nominal.people:
        return [(p, layers.people[p].actor, role) for p in nominal.people]
    return [(None, a, role) for a in nominal.actors] if nominal.kind == "actor" else []


def _object(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The nominal that a verb or preposition at `index - 1` takes, past adverbs, dates and "with"."""
    lower = layers.tokens.lower
    dates = {d.span.start: d.span.end for d in layers.dates}
    while index < sentence.end:
        nominal = layers.nominal_starting(index)
        if nominal is not None and nominal.kind in ("person", "group", "office", "actor", "role"):
            if nominal.kind == "role" and nominal.head.startswith("counterpart"):
                named = layers.nominal_starting(nominal.end)
                return named if named is not None and named.kind in ("person", "group") else nominal
            return nominal
        word = lower[index]
        if index in dates:
            index = dates[index]
        elif (
            word
            in (
                "with",
                "on",
                "from",
                "separately",
                "today",
                "here",
                "also",
                "by",
                "his",
                "her",
                "the",
                ",",
                "in",
                "at",
                "via",
                "visiting",
                "then",
                "former",
                "their",
            )
            or word.endswith("ly")
            or word in _SEPARATE
        ):
            if word in ("in", "at") and not _short_place(layers, index + 1):
                return None
            index += 1 if word not in ("in", "at") else 1 + _short_place(layers, index + 1)
        else:
            return None
    return None


def _short_place(layers: Layers, index: int) -> int:
    for entity in layers.entities:
        if entity.start == index and entity.kind in ("place", "metonym", "state"):
            return entity.end - entity.start
    return 0


def _subject_person(layers: Layers, sentence: Sentence, trigger: int, obj: Nominal | None, words: Words) -> Nominal | None:
    """Who does the meeting when the verb is a gerund or a noun: the nearest person before it, else the first after its object."""
    best: Nominal | None = None
    for nominal in layers.nominals:
        if nominal.start >= trigger:
            break
        if nominal.start >= sentence.start and nominal.end <= trigger and nominal.kind in ("person", "group", "pronoun", "office"):
            if nominal.kind == "pronoun" and nominal.head not in ("he", "she", "they"):
                continue
            best = nominal
    if best is not None:
        return best
    after = obj.end if obj is not None else trigger
    for nominal in layers.nominals:
        if nominal.start >= sentence.end:
            break
        if (
            nominal.start >= after
            and nominal.kind in ("person", "group", "pronoun", "office")
            and (nominal.people or nominal.kind == "pronoun")
        ):
            if obj is not None and set(nominal.people) & set(obj.people):
                others = tuple(p for p in nominal.people if p not in obj.people)
                if not others:
                    continue
                nominal = replace(nominal, people=others, actors=())
            if nominal.kind == "pronoun" and nominal.head not in ("he", "she", "they"):
                continue
            if layers.tokens.lower[nominal.start - 1] in (",", "and", '"', "”", "said"):
                return nominal
    return None


def _with_subject(layers: Layers, subject: Nominal | None, position: int) -> list[Side]:
    if subject is None:
        return []
    if subject.kind == "pronoun":
        person = _antecedent(layers, position, subject.head)
        return [(person, layers.people[person].actor, "principal")] if person is not None else []
    return _members(layers, subject)


def _antecedent(layers: Layers, position: int, pronoun: str) -> int | None:
    """The person that opened the latest sentence before: he and she in subject position go on with the subject."""
    gender = {"he": "m", "she": "f"}.get(pronoun)
    number = layers.sentence_of[position]
    for sentence in reversed(layers.sentences[:number]):
        inside = [m for m in layers.person_mentions if sentence.start <= m.start < sentence.end]
        for mention in inside:
            if gender is None or layers.people[mention.person].gender in (None, gender):
                return mention.person
        if number - layers.sentences.index(sentence) > 6:
            break
    return None


def _status(layers: Layers, sentence: Sentence, trigger: int) -> tuple[MeetingStatus, bool]:
    lower = layers.tokens.lower
    window = lower[max(sentence.start, trigger - 7) : trigger]
    after = lower[trigger + 1 : min(sentence.end, trigger + 14)]
    near = lower[max(sentence.start, trigger - 6) : min(sentence.end, trigger + 3)]
    if any(w in _CANCEL - {"off"} for w in (*window, *after)) or ("called" in window + after and "off" in window + after):
        return "cancelled", False
    if lower[trigger - 1 : trigger] == ["to"] or any(w in _FUTURE for w in window[-5:]):
        return "planned", False
    if any(a == "will" and b == "be" for a, b in zip(after, after[1:], strict=False)) or "scheduled" in after[:8]:
        return "planned", False
    perfect = any(a == "had" and (b in _PARTICIPLES or c in _PARTICIPLES) for a, b, c in zip(near, near[1:], near[2:], strict=False))
    return "held", perfect


def _flags(layers: Layers, sentence: Sentence) -> tuple[bool, bool]:
    words = set(layers.tokens.lower[sentence.start : sentence.end])
    return bool(words & _SEPARATE), bool(words & _JOINT)


def _build(
    layers: Layers,
    sentence: Sentence,
    trigger: int,
    format: Format,
    noun: str,
    sides: list[Side],
    rule: str,
    confidence: float,
    destination: str | None = None,
    *,
    separate: bool = False,
) -> Candidate | None:
    unique: list[Side] = []
    for side in sides:
        if side[0] is not None and any(s[0] == side[0] for s in unique):
            continue
        if side[0] is None and any(s[1] == side[1] for s in unique):
            continue
        unique.append(side)
    status, perfect = _status(layers, sentence, trigger)
    apart, joint = _flags(layers, sentence)
    return Candidate(
        sentence, trigger, format, noun, tuple(unique), apart or separate, joint, status, perfect, rule, confidence, destination
    )


def _meet(layers: Layers, sentence: Sentence, index: int, words: Words, terms: MeetingTerms) -> Candidate | None:
    lower = layers.tokens.lower
    form = _MEET[lower[index]]
    if index + 1 < sentence.end and any(w in terms.not_objects for w in lower[index + 1 : index + 5]) and lower[index + 1] != "with":
        return None
    if (
        form == "gerund"
        and lower[index - 1 : index] not in ([], [","], ["when"], ["while"], ["after"], ["before"], ["by"], ["and"], ["."])
        and index > sentence.start
    ):
        return None  # the noun: read elsewhere
    if form == "base" and lower[index - 1] not in MODALS | {"to"} and not lower[index - 1].endswith("ly"):
        nominal = layers.nominal_ending(index)
        if nominal is None or not nominal.plural:
            return None
    obj = _object(layers, index + 1, sentence)
    if form == "gerund":
        subject = _subject_person(layers, sentence, index, obj, words)
    else:
        subject, _ = source_left(layers, index - (lower[index - 1] == "to"), sentence, words)
        if subject is None and lower[index - 1] == "and":
            subject = main_subject(layers, sentence)
        if subject is None and lower[index - 1] in ("and", ","):
            subject = _subject_person(layers, sentence, index, obj, words)
    if obj is None:
        if subject is None or not subject.plural or form == "gerund":
            return None
        return _build(layers, sentence, index, "meeting", "meeting", _members(layers, subject), "subjects-met", 0.85)
    if subject is None or (subject.kind in ("thing", "name", "role", "actor")):
        return None
    if obj.kind in ("actor",) or subject.kind == "actor":
        return None
    sides = [*_with_subject(layers, subject, index), *_members(layers, obj)]
    return _build(layers, sentence, index, "meeting", "meeting", sides, f"meet-{form}", 0.9)


def _receive(layers: Layers, sentence: Sentence, index: int, words: Words) -> Candidate | None:
    lower = layers.tokens.lower
    if lower[index].startswith("host"):
        return None
    obj = layers.nominal_starting(index + 1)
    if obj is None or obj.kind not in ("person", "group", "office") or not obj.people or lower[index - 1] in BE | HAVE:
        return None
    subject, _ = source_left(layers, index, sentence, words)
    if subject is None or not (subject.people or subject.kind == "pronoun"):
        return None
    return _build(
        layers, sentence, index, "meeting", "meeting", [*_with_subject(layers, subject, index), *_members(layers, obj)], "received", 0.75
    )


def _speak(layers: Layers, sentence: Sentence, index: int, words: Words) -> Candidate | None:
    """ "spoke by phone with X", "called X today to discuss"; "spoke with X" alone is a call in a readout only if a phone is named."""
    lower = layers.tokens.lower
    near = lower[index + 1 : min(sentence.end, index + 12)]
    if lower[index] in ("called", "phoned", "telephoned"):
        obj = layers.nominal_starting(index + 1)
        if obj is None or obj.kind not in ("person", "office"):
            return None
        if lower[index] == "called" and not (
            (set(lower[obj.end : obj.end + 3]) & {"today", "to", "on", "by"} and "discuss" in lower[obj.end : obj.end + 8])
            or "phone" in near
        ):
            return None
    else:
        if not set(near) & _BY_PHONE or lower[index] == "talks":
            return None
        step = index + 1
        while step < sentence.end and step - index < 9 and lower[step] not in ("with", "to"):
            step += 1
        obj = _object(layers, step + 1, sentence) if step < sentence.end else None
    subject, _ = source_left(layers, index, sentence, words)
    if obj is None or subject is None or obj.kind == "actor":
        return None
    sides = [*_with_subject(layers, subject, index), *_members(layers, obj)]
    return _build(layers, sentence, index, "call", "call", sides, "spoke-by-phone", 0.9, separate=len(obj.people) > 1)


def _possessor(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The person of "X's (adjective) talks": looked for up to four words back."""
    lower = layers.tokens.lower
    for step in range(index - 1, max(sentence.start, index - 5), -1):
        if lower[step] in ("'s", "'"):
            return layers.nominal_ending(step)
    return None


def _meeting_noun(
    layers: Layers, sentence: Sentence, index: int, noun: tuple[str, int], terms: MeetingTerms, words: Words
) -> Candidate | None:
    lower = layers.tokens.lower
    term, end = noun
    plural = term.endswith("s") and term not in ("talks", "consultations", "negotiations", "discussions")
    if term.endswith("lateral") and lower[end : end + 1] not in (["with"], ["between"], ["among"], ["on"]):
        return None  # the adjective
    kind = terms.nouns.get(term) or terms.nouns.get(term.removesuffix("s"), "any")
    format: Format = "call" if kind == "call" or any(w in _BY_PHONE for w in lower[max(sentence.start, index - 3) : index]) else "meeting"
    # after the noun: with / between / among / of
    preposition = ""
    obj: Nominal | None = None
    for step in range(end, min(end + 9, sentence.end)):
        if lower[step] in ("with", "between", "among", "of") and (obj := _object(layers, step + 1, sentence)) is not None:
            preposition = lower[step]
            break
        if lower[step] in (",", ".", ";", "to", "and", "that"):
            break
    head = _governor(lower, index, sentence)
    if obj is None or preposition == "":
        if head in _HOLD and (format == "call" or kind in ("any", "bilateral", "trilateral", "multilateral", "summit")):
            subject, _ = source_left(layers, _governor_index(lower, index, sentence), sentence, words)
            if subject is not None and subject.plural:
                return _build(layers, sentence, index, format, term, _members(layers, subject), f"hold-{format}", 0.85)
        if lower[index - 1 : index] == ["the"] and _takes_place(lower, end):
            return _build(layers, sentence, index, format, term, _group_before(layers, index), f"{format}-took-place", 0.75)
        return None
    if preposition in ("between", "among", "of"):
        if not obj.plural or (preposition == "of" and (kind == "summit" or not obj.people or plural)):
            return None
        sides = _members(layers, obj)
        if head in ("chaired", "chairs", "hosted", "hosts") or head in _HOLD:
            subject, _ = source_left(layers, _governor_index(lower, index, sentence), sentence, words)
            chair = _with_subject(layers, subject, index)
            if head in ("chaired", "chairs"):
                chairs = {s[0] for s in chair}
                sides = [(p, a, "chair" if p in chairs else r) for p, a, r in sides]
                if not chairs & {s[0] for s in sides}:
                    sides = [(p, a, "chair") for p, a, _ in chair] + sides
        return _build(layers, sentence, index, format, term, sides, f"{format}-{preposition}", 0.9)
    if obj.kind == "actor":
        return None
    subject = _possessor(layers, index, sentence)
    if subject is None and head in _HOLD:
        governor = _governor_index(lower, index, sentence)
        subject, _ = source_left(layers, governor, sentence, words)
        if subject is None and lower[governor - 1] == "and":
            subject = main_subject(layers, sentence)
    if subject is None or not (subject.people or subject.kind == "pronoun"):
        subject = _subject_person(layers, sentence, index, obj, words)
    sides = [*_with_subject(layers, subject, index), *_members(layers, obj)]
    if subject is None or subject.kind in ("thing", "name", "role"):
        if not (plural and index - sentence.start <= 2):
            return None
        sides = _inherited(layers, sentence, obj)
    return _build(layers, sentence, index, format, term, sides, f"{format}-noun", 0.85, separate=plural)


def _takes_place(lower: list[str], index: int) -> bool:
    return lower[index : index + 2] in (["took", "place"], ["was", "held"], ["were", "held"], ["takes", "place"])


def _inherited(layers: Layers, sentence: Sentence, obj: Nominal) -> list[Side]:
    """ "The meetings with A, B and C were held …": the host is the person who opened the text before it."""
    for mention in layers.person_mentions:
        if mention.start >= sentence.start:
            break
        if mention.person not in obj.people:
            return [(mention.person, layers.people[mention.person].actor, "principal"), *_members(layers, obj)]
    return _members(layers, obj)


_FILLERS = frozenset(
    "a an the his her its their separate bilateral trilateral brief formal short long extensive wide - ranging candid first second third fourth new round of series number substantive constructive face one on productive fruitful expanded delegation level".split()
)


def _governor_index(lower: list[str], index: int, sentence: Sentence) -> int:
    step = index - 1
    while step > sentence.start and (
        lower[step] in _FILLERS or lower[step].endswith("ly") or lower[step] in ("telephone", "phone", "video", "official", "high")
    ):
        step -= 1
    return step


def _governor(lower: list[str], index: int, sentence: Sentence) -> str:
    return lower[_governor_index(lower, index, sentence)] if index > sentence.start else ""


def _visit(layers: Layers, sentence: Sentence, index: int, words: Words) -> Candidate | None:
    """Visits: a guest, a destination, and those who invited or hosted."""
    lower = layers.tokens.lower
    verb = lower[index] in _VISIT_VERBS and layers.nominal_ending(index) is not None
    step = index + 1
    if not verb:
        if lower[index] == "visits" and lower[index + 1 : index + 2] != ["to"]:
            return None
        if lower[step : step + 1] != ["to"]:
            return None
        step += 1
    if lower[step : step + 1] == ["the"]:
        step += 1
    destination = next((e for e in layers.entities if e.start == step and e.kind in ("state", "place", "metonym") and not e.nested), None)
    if destination is None:
        return None
    guest: Nominal | None = None
    if verb:
        guest, _ = source_left(layers, index, sentence, words)
    else:
        if lower[destination.end : destination.end + 1] == ["by"]:
            guest = layers.nominal_starting(destination.end + 1)
        if guest is None:
            guest = _possessor(layers, index, sentence)
        if guest is None:
            governor = _governor_index(lower, index, sentence)
            while governor > sentence.start and lower[governor] in (
                "state",
                "official",
                "goodwill",
                "working",
                "successful",
                "friendly",
                "day",
                "two",
                "three",
                "private",
                "return",
            ):
                governor -= 1
            while governor > sentence.start and lower[governor] in _FILLERS:
                governor -= 1
            if lower[governor] in (
                "paid",
                "pays",
                "pay",
                "paying",
                "made",
                "makes",
                "began",
                "concluded",
                "on",
                "his",
                "her",
                "for",
                "during",
            ):
                guest, _ = (
                    source_left(layers, governor, sentence, words)
                    if lower[governor] not in ("on", "his", "her", "for", "during")
                    else (_subject_person(layers, sentence, index, None, words), 0)
                )
    if guest is None or guest.kind not in ("person", "pronoun", "office", "group"):
        return None
    sides: list[Side] = [(p, a, "guest") for p, a, _ in _with_subject(layers, guest, index)]
    if not sides:
        return None
    inviters = _inviters(layers, sentence)
    sides += [(p, a, "inviter") for p, a, _ in inviters if p not in {s[0] for s in sides}]
    return _build(
        layers,
        sentence,
        index,
        "visit",
        "visit",
        sides,
        "visit",
        0.85,
        destination.name if destination.kind != "metonym" else layers.tokens.surface(destination.start, destination.end),
    )


def _inviters(layers: Layers, sentence: Sentence) -> list[Side]:
    """ "At the invitation of X and Y"."""
    lower = layers.tokens.lower
    for index in range(sentence.start, sentence.end - 2):
        if lower[index] == "invitation" and lower[index + 1] == "of":
            sides: list[Side] = []
            for nominal in layers.nominals:
                if index < nominal.start < sentence.end and nominal.kind == "person":
                    if lower[nominal.start - 1] in ("of", "and", ","):
                        sides += _members(layers, nominal)
                    else:
                        break
            return sides[:3] if len(sides) <= 3 else sides[:1]
    return []
