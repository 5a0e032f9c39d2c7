"""Gatherings of an organization's members: "the 12th Summit of the X Community was held in Lima", "X and other heads of state are meeting".

Summits, ordinary sessions and councils are told apart from other events by whose they are: an organization of states, or its leaders and
ministers. Who took part stands in the sentences after it, in lists that are headed "in attendance were", "the following participated".
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from etl.extract.grammar import BE, NEGATIONS
from etl.extract.layers import ACTOR_NAMES, Entity, Layers, Sentence
from etl.extract.meetings.candidate import Candidate, Side, make_candidate
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.words import load_words
from etl.records import ActorRef, Role

RULE: Final = "gathering"
GATHERING_NOUNS: Final = frozenset({"summit", "session", "conference", "meeting", "retreat", "assembly"})
MEETING_FORMS: Final = frozenset({"met", "meeting", "gathered", "convened", "assembled", "gathering"})
"""Forms by which leaders who gather are told of."""
_OF_STATES: Final = frozenset({"international", "regional"})
_HIGHEST: Final = frozenset({"summit", "retreat"})
_HEADS: Final = frozenset({"heads", "leaders", "presidents"})
_OF_SUMMITS: Final = _HIGHEST | _HEADS
_HAPPENED: Final = frozenset("held took convened began opened started ended closed concluded kicked underway resumed".split())
_HELD_WHERE: Final = frozenset({"in", "on", "at", "from", "under", "here", "virtually", "online", "via", "yesterday", "today"})
_MET_WHERE: Final = frozenset({"in", "on", "at", "under"})
_IN_PLURAL: Final = _HEADS | {"ministers", "counterparts", "chiefs"}
_PHRASE_REACH, _BEFORE_REACH, _HOLD_REACH = 34, 8, 14
"""Tokens after a noun of gathering to its predicate, before it to the organization whose it is, and to the verb that holds it."""
_NEWS_REACH: Final = 80
"""Tokens of the text among which its first sentence begins, after a heading and a dateline."""
_LISTS_REACH: Final = 24
"""Sentences after one that tells of a gathering among which those who took part are named."""
_CHAIRING: Final = (("chairmanship", "of"), ("chaired", "by"), ("presided", "by"), ("over", "by"), ("leadership", "of"), ("hosted", "by"))
_CHAIR_REACH: Final = 8
_LEADERS: Final = _HEADS | {"ministers", "premiers"}
_LEADERS_DO: Final = frozenset({"held", "attended", "opened", "began", "started", "kicked", "convened", "concluded"})
_LEADERS_REACH: Final = 5
"""Tokens before a verb among which leaders are its subject: "African leaders on Saturday kicked off"."""
_THESE: Final = frozenset({"these", "they", "those"})
_PRESENT: Final = frozenset({"present", "attendance", "attending", "participating"})
_LISTING: Final = BE | {"include", "included", "includes", ":"}
_TOOK_PART: Final = frozenset({"participated", "attended", "attend", "participate"})
_MAX_ITEM: Final = 44
"""Tokens of a paragraph that is one item of a list of persons."""
_ITEM_OPENING: Final = 5
_LISTING_REACH, _LONG_LISTING = 4, 18
"""Tokens after "present", and after "In attendance" that opens a sentence, among which the verb stands that lists who was."""
_OTHERS_REACH: Final = 8
_MEMBERS: Final = 2


def read_gathering(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The candidate of a gathering of an organization's members whose noun stands at a token."""
    lower = layers.tokens.lower
    if lower[index] not in GATHERING_NOUNS:
        return None
    happens = told_to_happen(lower, sentence, index + 1) or _holds(layers, sentence, index)
    if happens is None:
        return _of_leaders(layers, sentence, index)
    start, end = sorted((index, happens))
    before = _PHRASE_REACH if happens < index else _BEFORE_REACH
    body = _body(layers, sentence, max(sentence.start, start - before), end)
    if body is None and happens > index and "heads" in lower[index:happens]:
        return _of_many(_candidate(layers, sentence, index, None, happens))
    return _candidate(layers, sentence, index, body, happens) if body is not None else _of_leaders(layers, sentence, index)


def _of_many(found: Candidate | None) -> Candidate | None:
    """A gathering that no organization is said to hold, where at least three states are there."""
    return found if found is not None and len({side.actor for side in found.sides if side.actor is not None}) > _MEMBERS else None


def _of_leaders(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """ "Eight leaders held a summit in Lima", "four leaders attended a summit of the X Union": the text names them later."""
    lower = layers.tokens.lower
    verbs = (i for i in range(index - 1, max(sentence.start, index - _HOLD_REACH), -1) if lower[i] in _LEADERS_DO)
    verb = next(verbs, None)
    if verb is None or _LEADERS.isdisjoint(lower[max(sentence.start, verb - _LEADERS_REACH) : verb]):
        return None
    if any(layers.person_mentions.within(sentence.start, verb)):
        return None
    return _of_many(_candidate(layers, sentence, index, None, verb))


def read_gathered(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """ "X and other heads of state of the Y Union are meeting in Lima": leaders of an organization who gather, some of them named."""
    lower = layers.tokens.lower
    if lower[index] not in MEETING_FORMS or (lower[index].endswith("ing") and BE.isdisjoint(lower[index - 2 : index])):
        return None
    other = next((i for i in range(index - 1, sentence.start, -1) if lower[i] == "other" and lower[i - 1] == "and"), None)
    if other is None or _IN_PLURAL.isdisjoint(lower[other : other + _OTHERS_REACH]):
        return None
    body = _body(layers, sentence, other, index)
    named = _named(layers, sentence.start, other, "attendee")
    return _candidate(layers, sentence, index, body, index, named) if body is not None and named else None


def _candidate(
    layers: Layers, sentence: Sentence, index: int, body: ActorRef | None, happens: int, named: list[Side] | None = None
) -> Candidate | None:
    """A gathering with those whom this sentence and those after it name as present, and the body itself where they are too few."""
    number = layers.sentence_of[index]
    following = layers.sentences[number : number + _LISTS_REACH]
    sides = [*(named or []), *(side for s in following[:2] for side in chairing(layers, s))]
    for position, further in enumerate(following):
        sides += attendees(layers, further, following[position + 1 :])
    if not sides or (body is not None and len({side.person for side in sides}) < _MEMBERS and named is None):
        return None  # of a body whose members are not named, another rule reads
    if body is not None and len({side.actor for side in sides if side.actor is not None}) < _MEMBERS:
        sides.append(Side(None, body))
    found = make_candidate(layers, index, sides, RULE, 0.85, status_at=happens, end=happens + 1)
    before = _PHRASE_REACH if happens <= index else _BEFORE_REACH
    words = layers.tokens.lower[max(sentence.start, min(index, happens) - before) : max(index, happens)]
    highest = not _OF_SUMMITS.isdisjoint(words) or layers.tokens.lower[index + 1 : index + 3] == ["of", "heads"]
    return replace(found, joint=True, separate=False, at_summit=highest) if found is not None else None


def told_to_happen(lower: list[str], sentence: Sentence, start: int) -> int | None:
    """Where the verb stands that says that a gathering took place, after its noun and all that belongs to it."""
    arranged = load_meeting_words().arranged_words
    for index in range(start, min(sentence.end - 2, start + _PHRASE_REACH)):
        word = lower[index]
        if word in (".", ";", "that", "which", "who", "said"):
            return None
        if word in BE and lower[index + 1] in ("held", "underway", "under", "convened", "opened"):
            return index + 1
        if word in BE and lower[index + 1 : index + 3] == ["currently", "underway"]:
            return index + 2
        if word == "held" and lower[index - 1] == "," and sentence.start < _NEWS_REACH and lower[index + 1] in _HELD_WHERE:
            return index  # "at its 12th meeting, held on Monday, …" is the news where it opens the text
        if word in ("take", "takes", "taking") and lower[index + 1] == "place":
            return index
        if word in BE and lower[index + 1] in arranged and lower[index + 2] == "to":
            return index + 1  # "is scheduled to take place"
        if word == "met" and lower[index + 1] in _MET_WHERE:
            return index
        if word in BE or (word in _HAPPENED and word != "held"):
            return index if word in _HAPPENED and (word != "took" or lower[index + 1] == "place") else None
    return None


def _holds(layers: Layers, sentence: Sentence, index: int) -> int | None:
    """ "The Authority of … of the X Community held its 12th Ordinary Session": the verb, where the organization itself holds it."""
    lower = layers.tokens.lower
    verb = next((i for i in range(index - 1, max(sentence.start, index - _HOLD_REACH), -1) if lower[i] in ("held", "convened")), None)
    if verb is None or lower[verb + 1] not in ("its", "their", "the", "a", "an"):
        return None
    return verb if _body(layers, sentence, max(sentence.start, verb - _PHRASE_REACH), verb) is not None else None


def _body(layers: Layers, sentence: Sentence, start: int, end: int) -> ActorRef | None:
    """The organization of states that some tokens name."""
    kinds = load_actors().organization_kinds
    named = (e for e in layers.entities.within(start, end) if e.kind == "organization" and e.start >= sentence.start)
    return next((_community(e) for e in named if kinds.get(_community(e).name) in _OF_STATES and not _is_paired(layers, e)), None)


def _is_paired(layers: Layers, entity: Entity) -> bool:
    """Whether an organization is one of two that meet: "the Union and Peru held a council", "the X-Union summit"."""
    lower, joins = layers.tokens.lower, {"and", "-", "–"}
    before = layers.entities.ending(entity.start - 1) if lower[entity.start - 1] in joins else None
    after = layers.entity_at(entity.end + 1) if lower[entity.end : entity.end + 1] and lower[entity.end] in joins else None
    return any(other is not None and other.kind in ACTOR_NAMES for other in (before, after))


def _community(entity: Entity) -> ActorRef:
    """The community to which an organ belongs: the Commission's, the Parliament's."""
    parents = load_actors().parents
    return ActorRef("organization", parents.get(entity.name, entity.name))


def chairing(layers: Layers, sentence: Sentence) -> list[Side]:
    """Who led it: "under the chairmanship of X", "chaired by X", "with X in the chair"."""
    lower, verbs = layers.tokens.lower, load_meeting_terms().verbs
    for index in range(sentence.start, sentence.end - 2):
        if (lower[index], lower[index + 1]) in _CHAIRING:
            role: Role = "host" if lower[index] == "hosted" else "chair"
            end = min(sentence.end, index + 2 + _CHAIR_REACH)
            told = (i for i in range(index + 2, end) if any(verb.form == "past" for verb in verbs.get(lower[i], ())))
            return _named(layers, index + 2, next(told, end), role)[:1]
        if lower[index] == "presided" and lower[index + 1] != "by":
            return _named(layers, sentence.start, index, "chair")[-1:]
        if lower[index + 1 : index + 4] == ["in", "the", "chair"]:
            return _named(layers, sentence.start, index + 1, "chair")[-1:]
    return []


def attendees(layers: Layers, sentence: Sentence, following: list[Sentence]) -> list[Side]:
    """Those whom a sentence lists as having taken part, and the items of its list in the paragraphs after it."""
    lower = layers.tokens.lower
    marker = _list_marker(lower, sentence)
    if marker is None or not NEGATIONS.isdisjoint(lower[sentence.start : marker]):
        return []
    lists = "including" in lower[marker : sentence.end] or ":" in lower[marker : sentence.end]
    if lower[marker] in _TOOK_PART and lower[marker + 1] != "by" and not lists:
        return _named(layers, sentence.start, marker, "attendee")
    sides = _named(layers, marker, sentence.end, "attendee")
    begun = lower[sentence.end - 1] == ":" or (":" in lower[marker : sentence.end] and "following" in lower[marker : sentence.end])
    if begun and not sides and following and _is_list(layers, following[0]):
        return _named(layers, following[0].start, following[0].end, "attendee")
    if begun or not sides:
        for item in following:
            if not _is_item(layers, item):
                break
            sides += _named(layers, item.start, item.end, "attendee")[:1]
    return sides


def _list_marker(lower: list[str], sentence: Sentence) -> int | None:
    """Where a sentence says that those named took part: "(also) present were", "in attendance were", "participated in the Summit"."""
    occasions = load_meeting_words().occasion_nouns
    for index in range(sentence.start, sentence.end - 1):
        word = lower[index]
        reach = _LONG_LISTING if word == "attendance" and lower[sentence.start : index] == ["in"] else _LISTING_REACH
        if word in _PRESENT and not _LISTING.isdisjoint(lower[index + 1 : min(sentence.end, index + reach)]):
            return index
        if word == "attended" and lower[index + 1] == "by":
            return index
        if word in _THESE and index == sentence.start and lower[index + 1] in ("were", "are", "included", "include"):
            return index
        if word in _TOOK_PART and lower[index - 1] != "not":
            near = lower[index + 1 : index + 5]
            if not (GATHERING_NOUNS.isdisjoint(near) and occasions.isdisjoint(near)):
                return index
    return None


def _is_list(layers: Layers, sentence: Sentence) -> bool:
    """Whether a paragraph is one list of persons with their states: "President X (Peru), Prime Minister Y (Togo), …"."""
    named = layers.person_mentions.within(sentence.start, sentence.end)
    return len(named) > _MEMBERS and _is_verbless(layers, sentence)


def _is_verbless(layers: Layers, sentence: Sentence) -> bool:
    """Whether neither a verb of saying nor a form of "be" stands in a sentence."""
    words = layers.tokens.lower[sentence.start : sentence.end]
    return BE.isdisjoint(words) and load_words().quote_verbs.isdisjoint(words)


def _is_item(layers: Layers, sentence: Sentence) -> bool:
    """Whether a paragraph is nothing but a person with the office: "H.E. X Y, President of the Republic of Z;"."""
    if not sentence.first and sentence.end - sentence.start > _ITEM_OPENING:
        return False
    short = sentence.end - sentence.start <= _MAX_ITEM and _is_verbless(layers, sentence)
    opening = layers.person_mentions.within(sentence.start, min(sentence.end, sentence.start + _ITEM_OPENING))
    return short and (bool(opening) or sentence.end - sentence.start <= _ITEM_OPENING)


def _named(layers: Layers, start: int, end: int, role: Role) -> list[Side]:
    """The persons named among some tokens who speak for somebody."""
    mentioned = dict.fromkeys(m.person for m in layers.person_mentions.within(start, end) if layers.people[m.person].name)
    return [Side(person, layers.people[person].actor, role) for person in mentioned]
