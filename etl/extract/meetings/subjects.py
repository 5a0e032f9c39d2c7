"""Who does the meeting: the subject of a verb in whatever form, of a participle clause, of a noun with a possessor."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final

from etl.extract.claims.openings import main_subject, statement_start
from etl.extract.claims.sources import source_left
from etl.extract.dates.context import WEEKDAYS
from etl.extract.grammar import BE, FINITE, HAVE, MODALS, PERSONAL, POSSESSIVES
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.objects import LEADERSHIP, NAMED_KINDS, NO_FURTHER
from etl.extract.meetings.voices import told_alike
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.words import load_words

_BEFORE_INFINITIVES: Final = frozenset("to is are was were has have had been also will would".split())
_AUXILIARIES: Final = BE | HAVE | MODALS
_BEFORE_VERBS: Final = _AUXILIARIES | {",", "also", "then", "later"}
_WHERE: Final = frozenset({"in", "at", "to", "for", "from"})
_PLACED: Final = _WHERE | {"of"}
_JOURNEYS: Final = frozenset({"travel", "visit"})
_OPENING: Final = 3
"""Tokens before a participle that opens its sentence: "After being", "Having"."""


def subject_of(layers: Layers, verb: int, sentence: Sentence) -> Nominal | None:
    """The subject of the verb at a token: the nominal before it, or after "and" that of the main clause."""
    lower = layers.tokens.lower
    verb = _before_weekday(lower, verb, sentence)
    verb -= lower[verb - 1] == "last" and verb - 1 > sentence.start  # "X and Y last met in May"
    if (titled := _titled_before_comma(layers, verb) or _leader_before(layers, verb, sentence)) is not None:
        return titled
    if lower[verb - 1] == "," and (main := _main(layers, sentence, verb)) is not None and lower[main.end] in load_meeting_terms().verbs:
        return main  # "she met X, paid a call on Y and spoke with Z"
    subject, _ = source_left(layers, verb, sentence)
    if subject is None and (visiting := _visiting(layers, verb, sentence)) is not None:
        return visiting
    if subject is None and _goes_on(layers, sentence, verb):
        return _main(layers, sentence, verb)
    return _whom_others_join(layers, sentence, subject) or subject


def _whom_others_join(layers: Layers, sentence: Sentence, subject: Nominal | None) -> Nominal | None:
    """The person named before "and other leaders", of whom nothing else is known."""
    if subject is None or subject.people or subject.actors or layers.tokens.lower[subject.start] != "other":
        return None
    named = layers.nominals.ending(subject.start - 1) if layers.tokens.lower[subject.start - 1] == "and" else None
    return named if named is not None and named.people and named.start >= sentence.start else None


def _goes_on(layers: Layers, sentence: Sentence, verb: int) -> bool:
    """Whether a verb is a further predicate after "and": "and (was) received", "and then sat down"."""
    lower, adverbs = layers.tokens.lower, load_words().between
    while verb > sentence.start and (lower[verb - 1] in _AUXILIARIES or lower[verb - 1] in adverbs or lower[verb - 1] == "then"):
        verb -= 1
    return lower[verb - 1 : verb] == ["and"]


def _main(layers: Layers, sentence: Sentence, verb: int) -> Nominal | None:
    """The subject of the sentence's main clause, of which the verb at a token is a further predicate."""
    if (inner := _subject_told(layers, sentence, verb)) is not None:
        return inner
    main = main_subject(layers, sentence) or _leader_opening(layers, sentence, verb) or _delegation_opening(layers, sentence, verb)
    whole = layers.nominals.starting(main.start) or main if main is not None else None
    return whole if whole is not None and whole.end < verb else None


def _subject_told(layers: Layers, sentence: Sentence, verb: int) -> Nominal | None:
    """The subject of what somebody says, where the verb stands in it: "the envoy said X will come to Lima and meet Y"."""
    for attribution in layers.attributions.get(layers.sentence_of[sentence.start], ()):
        content = attribution.content
        if attribution.says and attribution.order == "after" and content.start < verb < content.end:
            first = layers.nominals.starting(content.start)
            return first if first is not None and (first.people or first.kind in ("pronoun", "parties")) and first.end < verb else None
    lower = layers.tokens.lower
    if lower[sentence.start] == "what" and (
        told := next((i for i in range(sentence.start, verb - 1) if lower[i : i + 2] in _IS_THAT), None)
    ):
        first = layers.nominals.starting(told + 2)  # "What I can tell you is that X met Y and spoke with Z"
        return first if first is not None and first.people and first.end < verb else None
    return None


_IS_THAT: Final = (["is", "that"], ["was", "that"])


def _leader_opening(layers: Layers, sentence: Sentence, verb: int) -> Nominal | None:
    """The leader of the group that opens the sentence: "A delegation of A, headed by X, visited B and was received by Y"."""
    lower = layers.tokens.lower
    for nominal in layers.nominals.within(sentence.start, verb):
        if lower[nominal.start - 1] == "by" and lower[nominal.start - 2] in LEADERSHIP and nominal.people:
            return nominal if FINITE.isdisjoint(lower[sentence.start : nominal.start]) else None
    return None


def _delegation_opening(layers: Layers, sentence: Sentence, verb: int) -> Nominal | None:
    """The delegation that opens the sentence: "A Peruvian delegation arrived in Lima and met X"."""
    start = statement_start(layers, sentence)
    opening = layers.nominals.within(start, min(verb, start + _OPENING + 1))
    return next((n for n in opening if n.kind in ("actor", "role") and n.head.startswith("delegation")), None)


def _traveller(layers: Layers, sentence: Sentence, verb: int) -> Nominal | None:
    """The subject of a journey or stay of which the infinitive is the purpose: "X will fly to Lima on Monday to meet Y"."""
    main = _main(layers, sentence, verb)
    if main is None or not _is_journey(layers.tokens.lower[main.end : verb]):
        return None
    alone = not any(nominal.people for nominal in layers.nominals.within(main.end, verb))
    return main if alone and NO_FURTHER.isdisjoint(layers.tokens.lower[main.end : verb]) else None


def _is_journey(words: list[str]) -> bool:
    """Whether a predicate tells of a journey or a stay: "will fly to Lima", "visited Lima", "was in Lima"."""
    verbs = load_meeting_terms().verbs
    goes = any(v.sense in _JOURNEYS for word in words for v in verbs.get(word, ()))
    goes = goes or not _JOURNEY_NOUNS.isdisjoint(words)
    return goes or any(a in BE and b == "in" for a, b in pairwise(words))


_JOURNEY_NOUNS: Final = frozenset({"trip", "tour", "journey", "visit", "swing", "travels"})
"""Nouns of a journey whose purpose an infinitive may be: "will begin her trip in Lima to meet X"."""


def _far_subject(layers: Layers, verb: int, sentence: Sentence) -> Nominal | None:
    """The subject of the main clause, where only phrases without a verb stand between: "X, on behalf of Y, received"."""
    main = _main(layers, sentence, verb)
    if main is None or not main.people:
        return None
    between = layers.tokens.lower[main.end : verb - 1]
    untold = FINITE.isdisjoint(between) and NO_FURTHER.isdisjoint(between) and load_words().quote_verbs.isdisjoint(between)
    return main if untold and layers.tokens.lower[main.end : main.end + 1] in ([","], ["("]) else None


def _titled_before_comma(layers: Layers, verb: int) -> Nominal | None:
    """ "The minister of A, X Y, met": title and name, and the comma that closes them."""
    nominal = layers.nominals.ending(verb - 1) if layers.tokens.lower[verb - 1] == "," else None
    if nominal is not None and nominal.kind == "group":
        return nominal
    if nominal is None or nominal.kind != "person":
        return None
    name = next((m for m in layers.person_mentions.within(nominal.start, nominal.end)), None)
    commas = name is not None and "," in layers.tokens.lower[nominal.start : name.name_start]
    return nominal if commas else None


def _leader_before(layers: Layers, verb: int, sentence: Sentence) -> Nominal | None:
    """ "A delegation of A led by X met": X, before auxiliaries and the comma that closes the phrase."""
    lower, end = layers.tokens.lower, verb
    while end > sentence.start and lower[end - 1] in _BEFORE_VERBS:
        end -= 1
    nominal = layers.nominals.ending(end)
    if nominal is None or not nominal.people or nominal.start < sentence.start + 2:
        return None
    start = nominal.start - (lower[nominal.start - 1] in POSSESSIVES)
    return nominal if lower[start - 1] == "by" and lower[start - 2] in LEADERSHIP else None


def _before_weekday(lower: list[str], verb: int, sentence: Sentence) -> int:
    """Where "on Tuesday" before a verb begins, which is no date in an article without one."""
    if verb - 4 > sentence.start and lower[verb - 1] == ")" and lower[verb - 3] == "(" and lower[verb - 2] in WEEKDAYS:
        return verb - 3 - (lower[verb - 4] in ("today", "yesterday"))  # "X today (Monday) met"
    if verb - 2 > sentence.start and lower[verb - 1] in WEEKDAYS:
        return verb - 1 - (lower[verb - 2] == "on")
    return verb


def _visiting(layers: Layers, verb: int, sentence: Sentence) -> Nominal | None:
    """ "The visiting dignitary" by whatever noun."""
    lower, end = layers.tokens.lower, verb
    while end > sentence.start and lower[end - 1] in ("also", "later", "then", "was", "had", "has", "were"):
        end -= 1
    found = end - 3 >= sentence.start and lower[end - 3 : end - 1] == ["the", "visiting"]
    return Nominal(end - 3, end, "role", head=lower[end - 1]) if found else None


@cache
def _passed() -> frozenset[str]:
    """What may stand between a subject and an infinitive."""
    words = load_meeting_words()
    return words.arranging_words | words.glad_words | _BEFORE_INFINITIVES


def subject_of_form(layers: Layers, sentence: Sentence, verb: int, obj: Nominal | None, *, gerund: bool = False) -> Nominal | None:
    """A verb's subject: before it, before what arranges it ("is due to"), or in the main clause."""
    lower = layers.tokens.lower
    passed = _passed()
    if gerund and verb == sentence.start and (clause := subject_beside(layers, sentence, verb, obj)) is not None:
        return clause
    if lower[verb - 1] == "having" and verb - 1 == sentence.start:
        return subject_beside(layers, sentence, verb, obj)
    if gerund and lower[verb - 1] not in BE:
        return other_person(layers, sentence, verb, obj)
    verb -= lower[verb - 2 : verb] == ["to", "have"]  # "was to have met"
    start = verb
    if lower[verb - 1 : verb] == ["to"]:
        while start > sentence.start and lower[start - 1] in passed:
            start -= 1
        nominal = layers.nominals.ending(start)
        somewhere = nominal is not None and nominal.kind == "actor" and lower[nominal.start - 1] in _PLACED  # "arrived in Lima to meet"
        if (
            nominal is not None
            and lower[nominal.start - 1] in BE
            and nominal.start - 1 > sentence.start
            and "first" in lower[nominal.start : start]
        ):
            return subject_of(layers, nominal.start - 1, sentence)  # "X was the first minister to meet Y"
        if nominal is not None and not somewhere:
            return nominal
    subject = subject_of(layers, start, sentence) or _far_subject(layers, start, sentence)
    if subject is None and lower[verb - 1] == "to" and (traveller := _traveller(layers, sentence, verb)) is not None:
        return traveller
    if subject is None and lower[start - 1 : start] == [","]:
        return _main(layers, sentence, verb) or other_person(layers, sentence, verb, obj)
    return subject


def other_person(layers: Layers, sentence: Sentence, trigger: int, obj: Nominal | None) -> Nominal | None:
    """Who does the meeting when the verb is a gerund or a noun: the nearest person before it, else the first after its object."""
    best: Nominal | None = None
    taken: set[int] = set()
    after = obj.end if obj is not None else trigger
    for nominal in layers.nominals.within(sentence.start, sentence.end):
        if nominal.kind not in NAMED_KINDS and (nominal.kind != "pronoun" or nominal.head not in PERSONAL):
            continue
        if nominal.end == trigger and layers.tokens.lower[trigger - 1] == "official" and not nominal.people:
            continue  # "during his official visit"
        if nominal.end <= trigger:
            taken |= set(nominal.people) if _is_object(layers, nominal) else set()
            again = bool(nominal.people) and taken.issuperset(nominal.people)  # "spoke with X, minister of A, and, later, with Y"
            best = nominal if best is None or not (again or _is_object(layers, nominal)) else best
        elif best is not None:
            break
        elif nominal.start >= after and layers.tokens.lower[nominal.start - 1] in (",", "and", '"', "”", "said"):
            other = _without(nominal, obj)
            if other is not None:
                return other
    return best


_INFORMING: Final = frozenset("informed briefed apprised told updated notified acquainted informing briefing updating".split())


_BESIDE: Final = frozenset({"along", "together"})


def _is_object(layers: Layers, nominal: Nominal) -> bool:
    """Whether a verb of meeting or telling, or its preposition, takes a nominal.

    "Met X before talks with Y", "informed X of the talks with Y" are the subject's talks.
    """
    lower, start = layers.tokens.lower, nominal.start - (layers.tokens.lower[nominal.start - 1] in ("the", "his", "her"))
    verbs = load_meeting_terms().verbs
    partner = lower[start - 1] == "with" and lower[start - 2] not in _BESIDE  # "spoke by telephone on Monday with X"
    governed = partner or (lower[start - 1] == "by" and lower[start - 2] in verbs)
    return lower[start - 1] in verbs or lower[start - 1] in _INFORMING or (governed and lower[start - 2] not in LEADERSHIP)


def subject_beside(layers: Layers, sentence: Sentence, participle: int, obj: Nominal | None) -> Nominal | None:
    """The subject of a participle clause: whom it stands behind, or that of the clause it opens, after the comma that closes it."""
    lower = layers.tokens.lower
    for nominal in layers.nominals.within(obj.end if obj is not None else participle, sentence.end):
        if participle - sentence.start <= _OPENING and lower[nominal.start - 1] == "," and _may_act(nominal):
            return nominal
    before = [n for n in layers.nominals.within(sentence.start, participle) if n.end <= participle and _may_act(n)]
    return before[0] if before else None


def _may_act(nominal: Nominal) -> bool:
    return nominal.kind in NAMED_KINDS or nominal.kind == "parties" or (nominal.kind == "pronoun" and nominal.head in PERSONAL)


def _without(nominal: Nominal, obj: Nominal | None) -> Nominal | None:
    """A nominal without the persons of the object; None when nobody is left."""
    if nominal.kind == "pronoun":
        return nominal
    others = tuple(p for p in nominal.people if obj is None or p not in obj.people)
    if not others:
        return None
    return nominal if others == nominal.people else nominal._replace(people=others, actors=())


def possessor(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The person of "X's (adjective) talks" and "X, whose (adjective) visit": looked for up to four words back."""
    lower = layers.tokens.lower
    for step in range(index - 1, max(sentence.start, index - 5), -1):
        if lower[step] == "whose":
            return layers.nominals.ending(step - (lower[step - 1] == ","))
        if lower[step] in ("'s", "'"):
            return layers.nominals.ending(step)
    return None


def owner_of(layers: Layers, sentence: Sentence, own: int) -> Nominal | None:
    """Whose "his visit" or "her talks" are: the first person of fitting gender in the same voice, who is its subject."""
    lower = layers.tokens.lower
    gender, pronoun = ("m", "he") if lower[own] == "his" else ("f", "she")
    said = [n for n in layers.nominals.within(sentence.start, own) if n.kind == "pronoun" and n.head == pronoun]
    if said and told_alike(layers, own, said[-1].start) and told_alike(layers, said[-1].start, own):
        return said[-1]  # "X said she looked forward to her visit"
    before = [n for n in layers.nominals.within(sentence.start, own) if n.kind in ("person", "office") and len(n.people) == 1]
    fitting = [n for n in before if layers.people[n.people[0]].gender in (None, gender) and told_alike(layers, own, n.start)]
    who = next((i for i in range(own - 1, sentence.start, -1) if lower[i] == "who"), None)
    whose = next((n for n in fitting if who is not None and n.end in (who, who - 1)), None)
    if whose is not None:
        return whose  # "called on X, who recalled his talks with Y"
    inside = [n for n in fitting if told_alike(layers, n.start, own) and lower[n.start - 1] != "to"]
    return next(iter(inside or fitting), None)
