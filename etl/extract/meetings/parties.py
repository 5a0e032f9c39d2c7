"""Who takes part in a candidate: subjects, objects, those named together before, antecedents of pronouns, inviters."""

from __future__ import annotations

from collections.abc import Set

from etl.extract.claims.sources import main_subject, source_left
from etl.extract.dates.context import WEEKDAYS
from etl.extract.grammar import BE, FINITE, GOVERNORS, HAVE, MODALS, PERSONAL
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import ACTORS_IN_VIEW, GUEST_IN_VIEW, PEOPLE_IN_VIEW, Side
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words

_MAX_SILENCE = 6
"""Sentences over which "he" still goes on with an earlier subject."""
_MAX_DELEGATION, _MAX_LEADER = 7, 18
"""Tokens among which "delegation" and "headed by" are looked for."""
_MAX_DESCRIPTION = 12
"""Tokens after "headed by" among which the leader's name stands."""
_MAX_BEYOND = 22
_MAX_ASIDE = 8
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
_NO_PARTNER_BEYOND = frozenset("; : who which that whose said says told where when while but although because since as if to — –".split())
"""What no phrase of a verb's or noun's partner reaches over."""
_OPENING = 3
"""Tokens before a participle that opens its sentence: "After being", "Having"."""
_NAME_GAP = frozenset({",", "and", "'s", "'", "the"})
_MAX_NAME_GAP = 3
_LEADERSHIP = frozenset({"headed", "led", "chaired"})


def members(layers: Layers, nominal: Nominal) -> list[Side]:
    """The persons of a nominal, or its actors when it names nobody; "the two leaders" stand for those in view."""
    if (named := _named_in_apposition(layers, nominal)) is not None:
        return named
    if nominal.kind == "parties":
        of_sides = layers.tokens.lower[nominal.end - 1] in load_party_words().leader_nouns  # "the two countries' ministers"
        return [PEOPLE_IN_VIEW if nominal.head == "leaders" or of_sides else ACTORS_IN_VIEW]
    if nominal.people and (named := _with_last_named(layers, nominal)) is not None:
        return named
    if nominal.people:
        return _in_order([Side(p, layers.people[p].actor) for p in nominal.people], layers)
    if nominal.kind == "role" and not nominal.plural and len(nominal.actors) == 1 and layers.tokens.lower[nominal.start] == "the":
        return _of_actor(layers, nominal)
    if nominal.kind in ("role", "office") and not nominal.plural and _is_guest(layers, nominal):
        return [GUEST_IN_VIEW]
    if nominal.kind == "office" and nominal.head and not nominal.plural:
        return _of_title(layers, nominal)
    return [Side(None, a) for a in nominal.actors] if nominal.kind == "actor" else []


def _named_in_apposition(layers: Layers, nominal: Nominal) -> list[Side] | None:
    """ "The two envoys, X of A and Y of B,": the names that follow several unnamed; None where none do."""
    unnamed = nominal.kind == "parties" or (
        nominal.plural and len(nominal.people) > 1 and not any(layers.people[p].name for p in nominal.people)
    )
    if not unnamed or layers.tokens.lower[nominal.end : nominal.end + 1] not in ([","], ["("]):
        return None
    names: list[int] = []
    end = nominal.end + 1
    for following in layers.nominals.within(end, layers.sentence_at(nominal.start).end):
        if following.start - end > _MAX_NAME_GAP or not _NAME_GAP.issuperset(layers.tokens.lower[end : following.start]):
            break
        if following.kind in ("person", "group"):
            names += following.people
        elif following.kind != "actor":
            break
        end = following.end
    if len(names) < 2 or not all(layers.people[p].name for p in names) or (nominal.people and len(nominal.people) != len(names)):
        return None
    states = [layers.people[p].actor for p in nominal.people] or [None] * len(names)
    return [Side(p, layers.people[p].actor or state) for p, state in zip(names, states, strict=True)]


def _with_last_named(layers: Layers, nominal: Nominal) -> list[Side] | None:
    """ "A's minister of ports, X": the name behind the comma is that of the office whose title is too long for one phrase."""
    last = layers.people[nominal.people[-1]]
    if last.name is not None or last.actor is None or nominal.kind not in ("office", "group"):
        return None
    office = nominal._replace(kind="office", people=(), plural=False)
    found = _named_after(layers, office, layers.sentence_at(nominal.start))
    if found is None or len(found.people) != 1:
        return None
    return [*(Side(p, layers.people[p].actor) for p in nominal.people[:-1]), Side(found.people[0], last.actor)]


def _in_order(sides: list[Side], layers: Layers) -> list[Side]:
    """ "The presidents of A and B, X and Y (respectively)": offices and then as many names are the names, each with its state."""
    half = len(sides) // 2
    offices, names = sides[:half], sides[half:]
    unnamed = all(side.person is not None and layers.people[side.person].name is None and side.actor is not None for side in offices)
    named = all(
        side.person is not None and layers.people[side.person].name and side.actor in (None, o.actor)
        for side, o in zip(names, offices, strict=False)
    )
    if half < 2 or len(names) != half or not (unnamed and named):
        return sides
    return [name._replace(actor=office.actor) for office, name in zip(offices, names, strict=True)]


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
    if (titled := _titled_before_comma(layers, verb) or _leader_before(layers, verb, sentence)) is not None:
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


def _far_subject(layers: Layers, verb: int, sentence: Sentence) -> Nominal | None:
    """The subject of the main clause, where only phrases without a verb stand between: "X, on behalf of Y, received"."""
    main = _main(layers, sentence, verb)
    if main is None or not main.people:
        return None
    between = set(layers.tokens.lower[main.end : verb - 1])
    told = between & (FINITE | load_words().quote_verbs | _NO_FURTHER)
    return main if not told and layers.tokens.lower[main.end : main.end + 1] in ([","], ["("]) else None


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
    while end > sentence.start and (lower[end - 1] in BE | HAVE | MODALS or lower[end - 1] in (",", "also", "then", "later")):
        end -= 1
    nominal = layers.nominals.ending(end)
    if nominal is None or not nominal.people or nominal.start < sentence.start + 2:
        return None
    return nominal if lower[nominal.start - 1] == "by" and lower[nominal.start - 2] in _LEADERSHIP else None


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
    if gerund and verb == sentence.start and (clause := subject_beside(layers, sentence, verb, obj)) is not None:
        return clause
    if lower[verb - 1] == "having" and verb - 1 == sentence.start:
        return subject_beside(layers, sentence, verb, obj)
    if gerund and lower[verb - 1] not in BE:
        return other_person(layers, sentence, verb, obj)
    start = verb
    if lower[verb - 1 : verb] == ["to"]:
        while start > sentence.start and (lower[start - 1] in arranging or lower[start - 1] in _BEFORE_INFINITIVES):
            start -= 1
        nominal = layers.nominals.ending(start)
        if nominal is not None:
            return nominal
    subject = subject_of(layers, start, sentence) or _far_subject(layers, start, sentence)
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
        size = _passed(layers, index) or _aside(layers, index, sentence)
        if not size:
            return None
        adverbial = size == 1 and layers.dates.starting(index) is None
        if adverbial and (leader := _led_by(layers, index, sentence)) is not None:
            return leader
        index += size
    return None


def _aside(layers: Layers, index: int, sentence: Sentence) -> int:
    """Tokens of a phrase between commas before the object: "received, each in turn, X"."""
    lower = layers.tokens.lower
    if lower[index] != ",":
        return 0
    end = next((i for i in range(index + 1, min(sentence.end, index + _MAX_ASIDE)) if lower[i] == ","), 0)
    plain = end and not any(True for _ in layers.nominals.within(index, end)) and FINITE.isdisjoint(lower[index:end])
    return end + 1 - index if plain else 0


def partner_after(layers: Layers, index: int, sentence: Sentence, prepositions: Set[str], reach: int) -> tuple[str, Nominal] | None:
    """The first preposition and the party it governs, past how long, when and where: "for two hours on Monday, in Lima, with X"."""
    lower = layers.tokens.lower
    for step in range(index, min(sentence.end - 1, index + reach)):
        word = lower[step]
        if word in prepositions and (obj := object_of(layers, step + 1, sentence)) is not None:
            return word, obj
        if word in _NO_PARTNER_BEYOND or word in FINITE:
            return None
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
    if nominal.kind != "role" or not nominal.head.startswith(("counterpart", "colleague")):
        return nominal
    comma = layers.tokens.lower[nominal.end : nominal.end + 1] == [","]
    named = layers.nominals.starting(nominal.end + comma)
    return named if named is not None and named.kind in ("person", "group") else nominal


def _named_after(layers: Layers, nominal: Nominal, sentence: Sentence) -> Nominal | None:
    """The name at the end of a long title: "the Minister of Ports, Lakes and Canals, X Y"."""
    if nominal.kind != "office" or any(layers.people[p].name for p in nominal.people):
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
    """ "(the) delegation of A headed by X", "members of the B parliament under the leadership of X", "a mission whose chief, X, …": X."""
    lower = layers.tokens.lower
    if load_meeting_words().following_nouns.isdisjoint(lower[index : min(sentence.end, index + _MAX_DELEGATION)]):
        return None
    for step in range(index, min(sentence.end - 3, index + _MAX_LEADER)):
        if (lower[step] in _LEADERSHIP and lower[step + 1] == "by") or lower[step : step + 2] in _LEADERS:
            return _named_from(layers, step + 2, sentence)
        if lower[step] == "leadership" and lower[step + 1] == "of":
            return _named_from(layers, step + 2, sentence)
        if step > index and (lower[step] in FINITE or lower[step] in _NO_FURTHER - {"who", "which", "that"}):
            return None
    return None


_LEADERS = (["whose", "chief"], ["whose", "head"], ["whose", "leader"], ["with", "its"], ["with", "their"])
"""How a group is joined to who leads it: "whose chief, X", "with its acting head X"."""


def _named_from(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The first person named within the next few tokens."""
    for nominal in layers.nominals.within(index, min(sentence.end, index + _MAX_DESCRIPTION)):
        if nominal.people and any(layers.people[p].name for p in nominal.people):
            return nominal
    return None


def object_beyond(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The object of a verb past whatever phrases of when, where and how stand before it: "received in his office this morning X"."""
    lower = layers.tokens.lower
    for nominal in layers.nominals.within(index, min(sentence.end, index + _MAX_BEYOND)):
        between = lower[index : nominal.start]
        if not _NO_PARTNER_BEYOND.isdisjoint(between) or not FINITE.isdisjoint(between):
            return None
        if nominal.kind in ("person", "group", "office") and nominal.people and lower[nominal.start - 1] not in GOVERNORS:
            return nominal
    return None


def joined_by_and(layers: Layers, first: Nominal, sentence: Sentence) -> Nominal | None:
    """The other of "between X, head of A, and Y": the nominal of persons after the "and" that closes the description of the first."""
    lower = layers.tokens.lower
    for step in range(first.end, min(sentence.end - 1, first.end + _MAX_BEYOND)):
        if lower[step] in (";", ".") or lower[step] in FINITE:
            return None
        if lower[step] == "and":
            nominal = object_of(layers, step + 1, sentence)
            if nominal is not None and nominal.people and not set(nominal.people) & set(first.people):
                return nominal
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


def subject_beside(layers: Layers, sentence: Sentence, participle: int, obj: Nominal | None) -> Nominal | None:
    """The subject of a participle clause: whom it stands behind, or that of the clause it opens, after the comma that closes it."""
    lower = layers.tokens.lower
    for nominal in layers.nominals.within(obj.end if obj is not None else participle, sentence.end):
        if participle - sentence.start <= _OPENING and lower[nominal.start - 1] == "," and _may_act(nominal):
            return nominal
    before = [n for n in layers.nominals.within(sentence.start, participle) if n.end <= participle and _may_act(n)]
    return before[0] if before else None


def _may_act(nominal: Nominal) -> bool:
    return nominal.kind in _NAMED_KINDS or nominal.kind == "parties" or (nominal.kind == "pronoun" and nominal.head in PERSONAL)


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
        nominal = _named_counterpart(layers, nominal)
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
