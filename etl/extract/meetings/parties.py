"""Who takes part in a candidate: subjects, objects, those named together before, antecedents of pronouns, inviters."""

from __future__ import annotations

from etl.extract.claims.sources import main_subject, source_left
from etl.extract.dates.context import WEEKDAYS
from etl.extract.grammar import BE, PERSONAL
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import ACTORS_IN_VIEW, GUEST_IN_VIEW, PEOPLE_IN_VIEW, Side
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.words import load_words

_MAX_SILENCE = 6
"""Sentences over which "he" still goes on with an earlier subject."""
_MAX_DELEGATION, _MAX_LEADER = 6, 9
"""Tokens among which "delegation" and "headed by" are looked for."""
_MAX_VENUE = 4
_MAX_TITLE = 10
"""Tokens of a title's list of fields."""
_MAX_INVITERS = 3
_OBJECT_KINDS = frozenset({"person", "group", "office", "actor", "role"})
_NAMED_KINDS = frozenset({"person", "group", "office"})
_TITLE_CONNECTORS = frozenset({",", "and", "of", "for", "the"})
_PLACE_KINDS = frozenset({"place", "metonym", "state"})
_FURTHER = frozenset({"then", "separately", "separate", "later", "subsequently", "afterwards"})
"""Adverbs by which others are met after the first, in one sentence."""
_MAX_LIST_GAP = 6
_NO_FURTHER = frozenset({"who", "which", "that", "said", "told", ";", "but", "while", "when"})
_BEFORE_INFINITIVES = frozenset("to is are was were has have had been also will would".split())
_BEFORE_OBJECTS = frozenset("with on from by his her the , via their".split())


def members(layers: Layers, nominal: Nominal) -> list[Side]:
    """The persons of a nominal, or its actors when it names nobody; "the two leaders" stand for those in view."""
    if nominal.kind == "parties":
        return [PEOPLE_IN_VIEW if nominal.head == "leaders" else ACTORS_IN_VIEW]
    if nominal.people:
        return [Side(p, layers.people[p].actor) for p in nominal.people]
    if nominal.kind == "role" and not nominal.plural and len(nominal.actors) == 1 and layers.tokens.lower[nominal.start] == "the":
        return _of_actor(layers, nominal)
    if nominal.kind in ("role", "office") and not nominal.plural and _is_guest(layers, nominal):
        return [GUEST_IN_VIEW]
    if nominal.kind == "office" and nominal.head and not nominal.plural:
        return _of_title(layers, nominal)
    return [Side(None, a) for a in nominal.actors] if nominal.kind == "actor" else []


def _of_title(layers: Layers, nominal: Nominal) -> list[Side]:
    """ "The Chancellor": the one person named before whose title ends in that word."""
    head = nominal.head.split()[-1]
    named = {m.person for m in layers.person_mentions.within(0, nominal.start)}
    bearers = [p for p in sorted(named) if any(title.lower().split()[-1] == head for title in layers.people[p].titles)]
    return [Side(bearers[0], layers.people[bearers[0]].actor)] if len(bearers) == 1 else []


def _of_actor(layers: Layers, nominal: Nominal) -> list[Side]:
    """ "The Chinese vice-minister": the one person in office of that actor whom the text has named before."""
    actor = nominal.actors[0]
    named = {m.person for m in layers.person_mentions.within(0, nominal.start)}
    bearers = [p for p in sorted(named) if layers.people[p].actor == actor and layers.people[p].titles]
    return [Side(bearers[0], actor)] if len(bearers) == 1 else []


def _is_guest(layers: Layers, nominal: Nominal) -> bool:
    """ "The visiting official", "the guest"."""
    words = layers.tokens.lower[nominal.start : nominal.end]
    return words[:1] == ["the"] and ("visiting" in words or words[-1] in ("guest", "visitor"))


def with_subject(layers: Layers, subject: Nominal | None, position: int) -> list[Side]:
    """The sides of a subject; a pronoun goes back to its antecedent."""
    if subject is None:
        return []
    if subject.kind != "pronoun":
        return members(layers, subject)
    if subject.head == "they":
        return [PEOPLE_IN_VIEW]
    person = _antecedent(layers, position, subject.head)
    return [Side(person, layers.people[person].actor)] if person is not None else []


def _antecedent(layers: Layers, position: int, pronoun: str) -> int | None:
    """The person a pronoun in subject position goes on with: the first one named in its own sentence before it, or in the latest before."""
    gender = {"he": "m", "she": "f"}.get(pronoun)
    number = layers.sentence_of[position]
    for sentence in reversed(layers.sentences[max(0, number - _MAX_SILENCE) : number + 1]):
        for mention in layers.person_mentions.within(sentence.start, min(sentence.end, position)):
            if layers.people[mention.person].gender in (None, gender):
                return mention.person
    return None


def subject_of(layers: Layers, verb: int, sentence: Sentence) -> Nominal | None:
    """The subject of the verb at a token: the nominal before it, or after "and" that of the main clause."""
    lower = layers.tokens.lower
    verb = _before_weekday(lower, verb, sentence)
    if (titled := _titled_before_comma(layers, verb)) is not None:
        return titled
    if lower[verb - 1] == "," and (main := _main(layers, sentence, verb)) is not None and lower[main.end] in load_meeting_terms().verbs:
        return main  # "she met X, paid a call on Y and spoke with Z"
    subject, _ = source_left(layers, verb, sentence)
    if subject is None and (visiting := _visiting(layers, verb, sentence)) is not None:
        return visiting
    if subject is None and lower[verb - 1 : verb] == ["and"]:
        return _main(layers, sentence, verb)
    return subject


def _main(layers: Layers, sentence: Sentence, verb: int) -> Nominal | None:
    """The subject of the sentence's main clause, of which the verb at a token is a further predicate."""
    main = main_subject(layers, sentence)
    whole = layers.nominals.starting(main.start) or main if main is not None else None
    return whole if whole is not None and whole.end < verb else None


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


def _before_weekday(lower: list[str], verb: int, sentence: Sentence) -> int:
    """Where "on Tuesday" before a verb begins, which is no date in an article without one."""
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


def subject_of_form(layers: Layers, sentence: Sentence, verb: int, obj: Nominal | None, *, gerund: bool = False) -> Nominal | None:
    """A verb's subject: before it, before what arranges it ("is due to"), or in the main clause."""
    lower, arranging = layers.tokens.lower, load_meeting_words().arranging_words
    if gerund and lower[verb - 1] not in BE:
        return other_person(layers, sentence, verb, obj)
    start = verb
    if lower[verb - 1 : verb] == ["to"]:
        while start > sentence.start and (lower[start - 1] in arranging or lower[start - 1] in _BEFORE_INFINITIVES):
            start -= 1
        nominal = layers.nominals.ending(start)
        if nominal is not None:
            return nominal
    subject = subject_of(layers, start, sentence)
    if subject is None and lower[start - 1 : start] == [","]:
        return _main(layers, sentence, verb) or other_person(layers, sentence, verb, obj)
    return subject


def object_of(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The nominal that a verb or preposition before `index` takes, past adverbs, dates, places and "with".

    "The delegation of X headed by Y" is Y.
    """
    while index < sentence.end:
        nominal = layers.nominals.starting(index)
        if nominal is not None and nominal.kind in _OBJECT_KINDS:
            return _led_by(layers, index, sentence) or _named_after(layers, nominal, sentence) or _named_counterpart(layers, nominal)
        size = _passed(layers, index)
        if not size:
            return None
        adverbial = size == 1 and layers.dates.starting(index) is None
        if adverbial and (leader := _led_by(layers, index, sentence)) is not None:
            return leader
        index += size
    return None


def _passed(layers: Layers, index: int) -> int:
    """How many tokens of date, place or adverb stand between a verb and its object at a token; 0 when none do."""
    lower, words = layers.tokens.lower, load_meeting_words()
    word = lower[index]
    date = layers.dates.starting(index)
    if date is not None:
        return date.span.end - index
    if word in ("in", "at"):
        size = _place_size(layers, index + 1)
        return 1 + size if size else 0
    if word in ("this", "that") and index + 1 < len(lower) and lower[index + 1] in words.day_parts:
        return 2
    return int(word in _BEFORE_OBJECTS or word in words.object_openers or word.endswith("ly"))


def _named_counterpart(layers: Layers, nominal: Nominal) -> Nominal:
    """The person named right after "his counterpart"; the nominal itself when nobody is."""
    if nominal.kind != "role" or not nominal.head.startswith("counterpart"):
        return nominal
    comma = layers.tokens.lower[nominal.end : nominal.end + 1] == [","]
    named = layers.nominals.starting(nominal.end + comma)
    return named if named is not None and named.kind in ("person", "group") else nominal


def _named_after(layers: Layers, nominal: Nominal, sentence: Sentence) -> Nominal | None:
    """The name at the end of a long title: "the Minister of Ports, Lakes and Canals, X Y"."""
    if nominal.kind != "office" or nominal.people:
        return None
    tokens = layers.tokens
    for step in range(nominal.end, min(sentence.end, nominal.end + _MAX_TITLE)):
        named = layers.nominals.starting(step)
        if named is not None and named.kind == "person" and tokens.lower[step - 1] == ",":
            return named
        if not (tokens.is_capitalized(step) or tokens.lower[step] in _TITLE_CONNECTORS):
            return None
    return None


def _led_by(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """ "(the) delegation of A headed by X": X."""
    lower = layers.tokens.lower
    if "delegation" not in lower[index : min(sentence.end, index + _MAX_DELEGATION)]:
        return None
    for step in range(index, min(sentence.end - 2, index + _MAX_LEADER)):
        if lower[step] in ("headed", "led") and lower[step + 1] == "by":
            return layers.nominals.starting(step + 2)
    return None


def _place_size(layers: Layers, index: int) -> int:
    """Tokens of a place's name at `index`; capitalised words that no lexicon knows may be a venue ("at Jubilee House")."""
    known = next((e for e in layers.entities.within(index, index + 1) if e.kind in _PLACE_KINDS), None)
    if known is not None:
        return known.end - known.start
    size = 0
    while size < _MAX_VENUE and index + size < len(layers.tokens) and layers.tokens.is_capitalized(index + size):
        nominal = layers.nominals.starting(index + size)
        if nominal is not None and nominal.kind in _NAMED_KINDS:
            return 0
        size += 1
    return size


def other_person(layers: Layers, sentence: Sentence, trigger: int, obj: Nominal | None) -> Nominal | None:
    """Who does the meeting when the verb is a gerund or a noun: the nearest person before it, else the first after its object."""
    best: Nominal | None = None
    after = obj.end if obj is not None else trigger
    for nominal in layers.nominals.within(sentence.start, sentence.end):
        if nominal.kind not in _NAMED_KINDS and (nominal.kind != "pronoun" or nominal.head not in PERSONAL):
            continue
        if nominal.end <= trigger:
            best = nominal
        elif best is not None:
            break
        elif nominal.start >= after and layers.tokens.lower[nominal.start - 1] in (",", "and", '"', "”", "said"):
            other = _without(nominal, obj)
            if other is not None:
                return other
    return best


def _without(nominal: Nominal, obj: Nominal | None) -> Nominal | None:
    """A nominal without the persons of the object; None when nobody is left."""
    if nominal.kind == "pronoun":
        return nominal
    others = tuple(p for p in nominal.people if obj is None or p not in obj.people)
    if not others:
        return None
    return nominal if others == nominal.people else nominal._replace(people=others, actors=())


def listed_after(layers: Layers, sentence: Sentence, obj: Nominal) -> list[Nominal]:
    """The rest of a list whose first member is an object, where adjectives keep it from being one phrase: "A, B and newly arrived C"."""
    lower, found, end = layers.tokens.lower, list[Nominal](), obj.end
    for nominal in layers.nominals.within(obj.end, sentence.end):
        between = lower[end : nominal.start]
        joined = between[:1] in ([","], ["and"]) and len(between) <= _MAX_LIST_GAP and not _NO_FURTHER & set(between)
        if not joined or nominal.kind not in ("person", "office", "group") or not nominal.people:
            break
        if nominal.end < sentence.end and (lower[nominal.end] in load_words().quote_verbs or lower[nominal.end].endswith("ed")):
            return []
        found.append(nominal)
        end = nominal.end
    return found


def further_objects(layers: Layers, sentence: Sentence, obj: Nominal, before: frozenset[str]) -> list[Nominal]:
    """ "Met A, then with B and, over lunch, with C", "received A and, later in the day, B": B and C. `before`: words before each."""
    lower, found, marked = layers.tokens.lower, list[Nominal](), False
    for index in range(obj.end, sentence.end - 1):
        if lower[index] in _NO_FURTHER:
            break
        marked = marked or lower[index] in _FURTHER
        if not marked or lower[index] not in before:
            continue
        nominal = layers.nominals.starting(index + 1)
        if nominal is not None and nominal.kind == "actor" and lower[nominal.end : nominal.end + 1] == ["'s"]:
            nominal = layers.nominals.starting(nominal.end + 1)  # "with Peru's X Y"
        if nominal is not None and nominal.kind in ("person", "office") and nominal.people and not set(nominal.people) & set(obj.people):
            found.append(nominal)
    return found


def possessor(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The person of "X's (adjective) talks": looked for up to four words back."""
    lower = layers.tokens.lower
    for step in range(index - 1, max(sentence.start, index - 5), -1):
        if lower[step] in ("'s", "'"):
            return layers.nominals.ending(step)
    return None


def inviters(layers: Layers, sentence: Sentence) -> list[Side]:
    """ "At the invitation of X and Y"."""
    lower = layers.tokens.lower
    for index in range(sentence.start, sentence.end - 2):
        if lower[index] != "invitation" or lower[index + 1] != "of":
            continue
        sides: list[Side] = []
        for nominal in layers.nominals.within(index + 1, sentence.end):
            if nominal.kind == "person":
                if lower[nominal.start - 1] not in ("of", "and", ","):
                    break
                sides += [side._replace(role="inviter") for side in members(layers, nominal)]
        return sides if len(sides) <= _MAX_INVITERS else sides[:1]
    return []
