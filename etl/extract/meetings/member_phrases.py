"""Noun phrases that name a body of states and those who meet for it: "the X foreign ministers", "the Council of Ministers of the Y",
"the 5th Z summit", and of a body that the text names also "Arab leaders", "African heads of state".
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Final

from etl.extract.claims.openings import statement_start
from etl.extract.grammar import BE, FINITE, HAVE, MODALS
from etl.extract.layers import ACTOR_NAMES, Entity, Layers, Sentence, once
from etl.extract.wordlists import WordList
from etl.lexicon.actors import load_actors
from etl.lexicon.groups import load_group_bodies
from etl.lexicon.meetings import load_meeting_words
from etl.records import ActorRef

SITTINGS: Final = frozenset(
    "summit session meeting sitting consultations conference ministerial retreat plenary talks discussions assembly".split()
)
MEMBERS: Final = frozenset(
    "ministers leaders heads presidents premiers envoys ambassadors chiefs members states countries nations representatives officials "
    "governors chancellors delegates diplomats".split()
)
"""Those who meet for a body's states."""
_GOVERNING: Final = frozenset({"ministers", "ministerial", "leaders", "heads", "presidents", "premiers", "summit", "diplomats"})
ORGANS: Final = frozenset({"council", "assembly", "authority", "committee", "troika", "bureau"})
"""Organs in which a body's states sit."""
_MEMBERS_AND_ORGANS: Final = MEMBERS | ORGANS
_SERIAL: Final = frozenset({"regular", "ordinary", "extraordinary", "emergency", "plenary", "special", "urgent"})
"""What a body's sessions are called."""
_BODY_NOUNS: Final = frozenset({"organization", "organisation", "bloc", "body", "grouping", "alliance", "community", "council", "union"})
"""Nouns by which a text goes back to the body that it has named."""
_PUBLIC: Final = frozenset({"regional", "international"})
_NO_GOVERNMENTS: Final = frozenset(
    {"parliament", "parliamentary", "court", "bank", "commission", "secretariat", "olympic", "football", "agency"}
)
HOLDING: Final = frozenset(
    "held hold holds holding convened convene convenes began begin begins opened open opens started start starts concluded conclude "
    "concludes ended end ends wrapped kicked".split()
)
HOSTING: Final = frozenset({"host", "hosts", "hosted", "hosting", "welcomes", "welcomed"})
_PHRASE: Final = 16
"""Tokens of a noun phrase that names a body and those who meet for it."""
_ATTRIBUTES: Final = 7
"""Tokens between a body's name and the noun of those who meet for it: "X foreign and defence ministers"."""
_CONNECTORS: Final = frozenset("of from for the and state government making up 's ' ’ - – ( ) & 's’".split())
_STOPS: Final = (FINITE - {"'s", "'re"}) | frozenset(
    'that as after when where while before since because if than with to in at on by who which whose , ; : — " “ ” said says'.split()
)
AUXILIARIES: Final = (
    BE | HAVE | MODALS | frozenset({"to", "due", "set", "scheduled", "expected", "also", "then", "on", "yesterday", "today"})
)
_ATTRIBUTE, _SEVERAL = 4, 2
_ALONE: Final = frozenset({("arab",), ("gulf", "arab")})
"""Groups whose governments meet in one body only, so that the text need not name it."""
_GROUP_REACH: Final = 3
"""Tokens after a group's adjective among which those who meet are named: "Arab foreign ministers"."""


@cache
def _holding() -> frozenset[str]:
    """Verbs whose object a meeting is."""
    words = load_meeting_words()
    return HOLDING | HOSTING | words.gathering_verbs | words.cancelling_words


def opening_of(layers: Layers, sentence: Sentence, noun: int) -> int:
    """Where the noun phrase begins whose head is at a token."""
    start, tokens, holding = noun, layers.tokens, _holding()
    while start > sentence.start and noun - start < _PHRASE and tokens.lower[start - 1] not in _STOPS and tokens.lower[start - 1] != "for":
        if tokens.lower[start - 1] in holding:
            break
        start -= 1
    while start < noun and tokens.lower[start] in ("the", "a", "an", "its", "their"):
        start += 1
    return start


def closing_of(layers: Layers, sentence: Sentence, start: int) -> int:
    """Where what belongs to a noun ends: "(session) of the Council of Ministers of the X (XYZ) member states"."""
    tokens, end = layers.tokens, start
    while end < sentence.end and end - start < _PHRASE:
        word = tokens.lower[end]
        attribute = word.isalpha() and not _MEMBERS_AND_ORGANS.isdisjoint(tokens.lower[end + 1 : min(sentence.end, end + _ATTRIBUTE)])
        if not (
            tokens.is_capitalized(end) or word in _CONNECTORS or word in MEMBERS or word in ORGANS or (attribute and word not in _STOPS)
        ):
            break
        end += 1
    return end


def body_named(layers: Layers, start: int, end: int) -> ActorRef | None:
    """The body of states that a noun phrase names, with a word that says that governments meet in it."""
    named = _public_bodies(layers, start, end)
    if not named or _names_others(layers, start, end, named):
        return None
    words = layers.tokens.lower[start:end]
    governing = not _GOVERNING.isdisjoint(words) or any(_is_organ(entity) for entity in named)
    governing = governing or (not _SERIAL.isdisjoint(words) and load_actors().organization_kinds.get(named[0].name) == "regional")
    organ = not ORGANS.isdisjoint(words) and load_actors().organization_kinds.get(named[0].name) == "regional"
    return _community(named[0]) if governing or organ else None


def body_as_subject(layers: Layers, sentence: Sentence, verb: int, *, bare: bool) -> ActorRef | None:
    """The body whose members or organ are the subject of a verb; `bare`: also the body itself."""
    lower, end = layers.tokens.lower, verb
    while end > sentence.start and (lower[end - 1] in AUXILIARIES or lower[end - 1].endswith("ly") or layers.dates.covering(end - 1)):
        end -= 1
    if lower[end - 1] == ")" and lower[end - 3] == "(":
        end -= 3  # "leaders of the X (XYZ) met"
    start, first = end, statement_start(layers, sentence)
    while start > first and end - start < _PHRASE:
        name = layers.entities.ending(start)
        whole = name is not None and name.kind == "organization" and name.start >= first  # "the Authority on Development"
        if not whole and lower[start - 1] in _STOPS:
            break
        start = name.start if name is not None and whole else start - 1
    named = _public_bodies(layers, start, end)
    if bare and end - start == _SEVERAL and lower[start] == "the" and lower[start + 1] in _BODY_NOUNS:
        told = {_community(entity) for entity in _public_bodies(layers, 0, start)}
        return next(iter(told)) if len(told) == 1 else None
    if not named or _names_others(layers, start, end, named) or any(layers.person_mentions.within(start, end)):
        return None
    before, after = lower[start : named[0].start], [w for w in lower[named[-1].end : end] if w not in _CONNECTORS]
    if len(after) > _ATTRIBUTES:
        return None
    if _ends_in_members(layers, named[-1].end, end):
        return _community(named[0])
    if after and ORGANS.isdisjoint(after[-1:]):
        return None
    headed = [w for w in before if w not in ("the", "of", "from", "all")]
    if not MEMBERS.isdisjoint(headed) or not ORGANS.isdisjoint(headed) or not ORGANS.isdisjoint(after):
        return _community(named[0])
    return _community(named[0]) if not headed and (bare or _is_organ(named[-1])) else None


def _ends_in_members(layers: Layers, start: int, end: int) -> bool:
    """Whether what follows a body's name is those who meet for it: "foreign ministers", "Heads of Government", "Ministers of Trade"."""
    lower = layers.tokens.lower
    member = next((i for i in range(end - 1, start - 1, -1) if lower[i] in MEMBERS), None)
    if member is None:
        return False
    return member == end - 1 or (
        lower[member + 1] == "of"
        and all(
            layers.tokens.is_capitalized(i) or lower[i] in _CONNECTORS or lower[i] in ("state", "government")
            for i in range(member + 1, end)
        )
    )


def _public_bodies(layers: Layers, start: int, end: int) -> list[Entity]:
    """The organizations of states that some tokens name, by their own name or by that of their members."""
    public = [e for e in layers.entities.within(start, end) if e.kind == "organization" and _is_public(e)]
    return [e for e in public if not any(o is not e and o.start <= e.start and e.end <= o.end for o in public)] or _of_group(
        layers, start, end
    )


def _is_public(organization: Entity) -> bool:
    return load_actors().organization_kinds.get(_community(organization).name) in _PUBLIC and not _is_of_all(organization)


def _is_of_all(entity: Entity) -> bool:
    """Whether a name is none of those who govern, or of the assembly of all states, to which everybody goes for other meetings."""
    name = entity.name.lower()
    return not _NO_GOVERNMENTS.isdisjoint(name.split()) or "general assembly" in name


def _of_group(layers: Layers, start: int, end: int) -> list[Entity]:
    """The body of those who meet as "Arab foreign ministers", "West African heads of state", where the text also names it."""
    lower, groups = layers.tokens.lower, _groups()
    for index in layers.tokens.where_within(_group_openings(), start, end):
        for words, body in groups[lower[index]]:
            after = index + len(words)
            if tuple(lower[index:after]) != words or MEMBERS.isdisjoint(lower[after : min(end, after + _GROUP_REACH)]):
                continue
            entity = Entity(index, after, "organization", body, False)
            told = body in (layers.article.title or "") or any(e.name == body for e in layers.entities.within(0, len(layers.tokens)))
            return [entity] if told or words in _ALONE else []
    return []


@cache
def _groups() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The adjectives of groups and the bodies in which these meet, by their first words, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for words, body in load_group_bodies().items():
        found[words[0]].append((words, body))
    return dict(found)


@cache
def _group_openings() -> WordList:
    return WordList(_groups())


@once
def sentences_of_bodies(layers: Layers) -> frozenset[int]:
    """The numbers of the sentences that name a body of states, or speak of one again: nothing in others is told of one."""
    named = [e.start for e in layers.entities if e.kind == "organization" and _is_public(e)]
    openings = [*named, *layers.tokens.where(_group_openings())]
    again = layers.tokens.where(_AGAIN) if openings else ()
    return frozenset([layers.sentence_of[index] for index in (*openings, *again)])


_AGAIN: Final = WordList(_BODY_NOUNS)


def _names_others(layers: Layers, start: int, end: int, named: list[Entity]) -> bool:
    """Whether a phrase names another actor beside the body: "the X-Peru ministerial meeting" is of the two."""
    bodies = {_community(entity) for entity in named}
    lower, named_there = layers.tokens.lower, layers.entities.within(start, end)
    inside = [e for e in named_there if e.kind in ACTOR_NAMES and not e.nested and lower[e.end] not in SITTINGS]  # but "a Cairo meeting"
    return len(bodies) > 1 or any(not any(body.start <= e.start and e.end <= body.end for body in named) for e in inside)


def _is_organ(entity: Entity) -> bool:
    """Whether a name is that of an organ in which states sit: "United Nations Security Council"."""
    return not ORGANS.isdisjoint(entity.name.lower().split()) or entity.name == "Council of the European Union"


def _community(entity: Entity) -> ActorRef:
    """The body that meets: an organ of the United Nations as such, that of a regional community for the community."""
    world = load_actors()
    parent = world.parents.get(entity.name)
    own = parent is None or world.organization_kinds.get(parent) != "regional"
    return entity.actor if own else ActorRef("organization", parent or entity.name)
