"""Initiatives by their form: names that the lexicon does not have.

Three forms carry them: two states joined by a hyphen before a noun of cooperation ("the A-B railway", "A-B community with …"); a run of
capitalised words that ends in such a noun ("Steppe Water Program"); and a level of relations ("comprehensive strategic partnership").
"""

from __future__ import annotations

from etl.extract.layers import Layers, NewInitiative, TokenSpan
from etl.extract.tokens import Tokens
from etl.lexicon.actors import load_actors
from etl.records import ActorRef, InitiativeKind

_HEADS: dict[str, InitiativeKind] = {
    "initiative": "global_initiative",
    "corridor": "infrastructure",
    "railway": "infrastructure",
    "railroad": "infrastructure",
    "pipeline": "infrastructure",
    "highway": "infrastructure",
    "route": "infrastructure",
    "canal": "infrastructure",
    "bridge": "infrastructure",
    "port": "infrastructure",
    "project": "infrastructure",
    "trains": "infrastructure",
    "strategy": "national_strategy",
    "program": "national_strategy",
    "programme": "national_strategy",
    "agenda": "national_strategy",
    "vision": "national_strategy",
    "plan": "mechanism",
    "mechanism": "mechanism",
    "dialogue": "mechanism",
    "platform": "mechanism",
    "workshop": "mechanism",
    "center": "mechanism",
    "centre": "mechanism",
    "format": "mechanism",
    "process": "mechanism",
    "framework": "mechanism",
    "fund": "mechanism",
    "commission": "mechanism",
    "principle": "principle",
    "principles": "principle",
    "spirit": "principle",
    "consensus": "consensus",
    "communique": "consensus",
    "declaration": "consensus",
    "agreement": "consensus",
    "treaty": "consensus",
    "accord": "consensus",
    "accords": "consensus",
    "convention": "consensus",
    "compact": "consensus",
    "charter": "consensus",
    "pact": "consensus",
    "protocol": "consensus",
    "code": "consensus",
    "academy": "mechanism",
    "network": "mechanism",
    "roadmap": "mechanism",
    "partnership": "partnership",
    "alliance": "partnership",
    "relationship": "partnership",
    "summit": "forum_event",
    "forum": "forum_event",
    "conference": "forum_event",
    "congress": "forum_event",
    "expo": "forum_event",
    "exhibition": "forum_event",
    "symposium": "forum_event",
    "ministerial": "forum_event",
    "festival": "forum_event",
    "fair": "forum_event",
    "award": "other",
    "order": "other",
}
_LEVEL_WORDS = frozenset(
    "all - weather round comprehensive strategic cooperative cooperation privileged special global enhanced golden traditional eternal permanent forward looking"
    " mutually beneficial upgraded innovative coordinative multidimensional".split()
)
_LEVEL_HEADS = frozenset({"partnership", "relationship", "alliance", "coordination"})
_TAILS = (
    ("for", "a", "new", "era"),
    ("of", "coordination", "for", "a", "new", "era"),
    ("in", "the", "new", "era"),
    ("based", "on", "mutual", "benefit"),
)
_COMMUNITY = ("community", "with", "a", "shared", "future")
_CONNECTORS = frozenset("of for on and the in to with".split())
_NUMBERED = frozenset("two three four five six seven eight nine ten twelve".split())
_NUMBERED_HEADS: dict[str, InitiativeKind] = {
    "consensus": "consensus",
    "plan": "consensus",
    "proposal": "consensus",
    "principles": "principle",
    "proposition": "consensus",
    "forces": "principle",
}
_EVENTS = frozenset("session summit meeting conference expo forum congress exhibition fair festival plenum".split())
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth inaugural".split())


def find_initiatives(layers: Layers) -> None:
    """Fill `initiatives` with what the lexicon does not already cover."""
    tokens = layers.tokens
    known = [False] * len(tokens)
    for entity in layers.entities:
        if entity.kind in ("initiative", "person", "organization") and not entity.nested:
            for index in range(entity.start, entity.end):
                known[index] = True
    for mention in layers.person_mentions:
        for index in range(mention.name_start, mention.name_end):
            known[index] = True
    found: list[NewInitiative] = []
    for sentence in layers.sentences:
        index = sentence.start
        while index < sentence.end:
            value = None
            if not known[index]:
                value = (
                    _pair_form(layers, index, sentence.end)
                    or _level(layers, index, sentence)
                    or _community(layers, index, sentence.end)
                    or _plan(tokens, index, sentence.end)
                    or _named_mechanism(tokens, index, sentence.end)
                    or _numbered(tokens, index, sentence.end)
                    or _ordinal_event(layers, index, sentence.end)
                    or _capitalized_run(layers, index, sentence.end, known)
                )
            if value is None:
                index += 1
                continue
            found.append(value)
            index = value.span.end
    layers.initiatives = found


def _actor_chain(layers: Layers, index: int, limit: int) -> tuple[list[ActorRef], int]:
    """ "A-B(-C)" of states, organizations or regions: the actors and the index after them."""
    tokens = layers.tokens
    actors: list[ActorRef] = []
    step = index
    while step < limit:
        entity = layers.entity_at(step)
        if entity is None or entity.kind == "metonym":
            break
        actors.append(ActorRef("organization" if entity.kind == "organization" else "state", entity.name))
        step = entity.end
        if step + 1 < limit and tokens.words[step] in "-–—" and tokens.glued(step):
            step += 1
            continue
        return actors, step
    return actors, step


_FOREMOST = frozenset({"CN", "FR", "GB", "RU", "US"})


def pair_name(actors: list[ActorRef]) -> str:
    """ "A-B" with common names in one order however the text has it: permanent members of the Security Council first, then by alphabet."""
    names = load_actors().state_names
    ordered = sorted(actors, key=lambda a: (a.name not in _FOREMOST, names.get(a.name, a.name)))
    return "-".join(names.get(a.name, a.name) for a in ordered)


def _pair_form(layers: Layers, index: int, limit: int) -> NewInitiative | None:
    if not layers.tokens.is_capitalized(index):
        return None
    actors, step = _actor_chain(layers, index, limit)
    tokens = layers.tokens
    if len(actors) < 2 or step >= limit:
        if not (actors and step + 1 < limit and tokens.words[step - 1] in "-–" and tokens.is_capitalized(step)):
            return None
        # "A-Region mechanism": the second part is no actor but a capitalised name
        while step < limit and tokens.is_capitalized(step) and tokens.lower[step] not in _HEADS:
            step += 1
        name = tokens.surface(index, step)
    else:
        name = tokens.surface(index, step)
    start_tail = step
    while step < limit and step - start_tail < 9:
        word = tokens.lower[step]
        if tuple(tokens.lower[step : step + 5]) == _COMMUNITY:
            end = step + 5
            pair = pair_name(actors) if len(actors) == 2 else name
            return NewInitiative(TokenSpan(index, end), f"{pair} {tokens.surface(start_tail, end)}", "partnership")
        if word in _HEADS or word in _LEVEL_HEADS:
            end = step + 1
            if word in _LEVEL_HEADS and word != "relationship":
                end = _with_tail(tokens, end, limit)
            if word == "relationship" and step == start_tail:
                return None
            if word in _LEVEL_HEADS and len(actors) == 2:
                name = pair_name(actors)
            return NewInitiative(TokenSpan(index, end), f"{name} {tokens.surface(start_tail, end)}", _HEADS.get(word, "partnership"))
        if not (word.isalpha() or word in "-–") or word in (
            "relations",
            "ties",
            "cooperation",
            "friendship",
            "and",
            "in",
            "on",
            "of",
            "to",
        ):
            return None
        step += 1
    return None


def _with_tail(tokens: Tokens, end: int, limit: int) -> int:
    for tail in _TAILS:
        if tuple(tokens.lower[end : min(end + len(tail), limit)]) == tail:
            return end + len(tail)
    return end


def _level(layers: Layers, index: int, sentence: object) -> NewInitiative | None:
    """A level of relations without its pair: named by the pair of the article's principals when resolved."""
    tokens = layers.tokens
    step = index
    words = 0
    while step < len(tokens) and tokens.lower[step] in _LEVEL_WORDS and tokens.lower[step] not in _LEVEL_HEADS:
        words += tokens.lower[step] not in "-–"
        step += 1
    if words == 0 or step >= len(tokens) or tokens.lower[step] not in _LEVEL_HEADS or "strategic" not in tokens.lower[index:step]:
        return None
    end = _with_tail(tokens, step + 1, len(tokens))
    return NewInitiative(TokenSpan(index, end), tokens.surface(index, end), "partnership")


def _community(layers: Layers, index: int, limit: int) -> NewInitiative | None:
    tokens = layers.tokens
    start = index
    if tokens.is_capitalized(index) and tuple(tokens.lower[index + 1 : index + 6]) == _COMMUNITY:
        index += 1
    if tuple(tokens.lower[index : index + 5]) != _COMMUNITY:
        return None
    end = index + 5
    return NewInitiative(TokenSpan(start, end), tokens.surface(start, end), "partnership" if start < index else "principle")


_PLAN_WORDS = frozenset("cooperation action development implementation work master investment partnership".split())
_PLAN_HEADS = frozenset({"plan", "programme", "program", "roadmap"})
_MECHANISM_WORDS = frozenset(
    "consultation consultations cooperation coordination dialogue ministers ministers' trilateral ministerial negotiation contact working".split()
)


def _plan(tokens: Tokens, index: int, limit: int) -> NewInitiative | None:
    """ "(medium- and long-term) cooperation plan on trade, investment and energy": a plan that is named by its field."""
    lower = tokens.lower
    step = index
    while step < limit and step - index < 8 and (lower[step] in _TERM_WORDS or (lower[step] in "-–" and step > index)):
        step += 1
    if step + 2 >= limit or lower[step] not in _PLAN_WORDS or lower[step + 1] not in _PLAN_HEADS or lower[step + 2] not in ("on", "for"):
        return None
    end = step + 3
    while end < limit and (lower[end].isalpha() or lower[end] in ",-") and lower[end] not in _PLAN_STOPS and end - step < 14:
        if lower[end] == "," and not (lower[end + 1].isalpha() and end + 2 < limit and lower[end + 2] in (",", "and")):
            break
        end += 1
        if lower[end - 2] == "and":
            break
    while lower[end - 1] in (",", "and"):
        end -= 1
    return NewInitiative(TokenSpan(index, end), tokens.surface(index, end), "mechanism") if end > step + 3 else None


_TERM_WORDS = frozenset("short medium long term and five ten year joint comprehensive new bilateral".split())
_PLAN_STOPS = frozenset("to that which who will is are was were has have said with by in at as speed well".split())


def _named_mechanism(tokens: Tokens, index: int, limit: int) -> NewInitiative | None:
    """ "trilateral foreign ministers' consultation mechanism": modifiers of cooperation before the noun, after a determiner."""
    lower = tokens.lower
    if index == 0 or lower[index - 1] not in ("the", "a", "this", "its", "their"):
        return None
    step = index
    seen = 0
    while step < limit and step - index < 6 and (lower[step].isalpha() or lower[step] in ("'", "'s", "-")) and lower[step] != "mechanism":
        seen += lower[step] in _MECHANISM_WORDS
        step += 1
    if step < limit and lower[step] == "mechanism" and seen >= 2:
        return NewInitiative(TokenSpan(index, step + 1), tokens.surface(index, step + 1), "mechanism")
    return None


def _numbered(tokens: Tokens, index: int, limit: int) -> NewInitiative | None:
    """ "six-point consensus", "three principles", “three forces”."""
    if tokens.lower[index] not in _NUMBERED:
        return None
    step = index + 1
    if tokens.lower[step : step + 2] == ["-", "point"]:
        step += 2
    elif index > 0 and tokens.words[index - 1] in "“\"'‘":
        while step < limit and tokens.lower[step].isalpha() and tokens.lower[step] not in _NUMBERED_HEADS and step - index < 4:
            step += 1
    elif not (tokens.lower[step : step + 1] == ["principles"]):
        return None
    if step < limit and tokens.lower[step] in _NUMBERED_HEADS:
        return NewInitiative(TokenSpan(index, step + 1), tokens.surface(index, step + 1), _NUMBERED_HEADS[tokens.lower[step]])
    return None


def _is_ordinal(word: str) -> bool:
    return word in _ORDINALS or (word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th"))


def _ordinal_event(layers: Layers, index: int, limit: int) -> NewInitiative | None:
    """ "29th session of the Conference of the Parties to …", "third plenary session of the 20th … Committee", "seventh Harbin Expo"."""
    tokens = layers.tokens
    if not _is_ordinal(tokens.lower[index]):
        return None
    step = index + 1
    while (
        step < limit
        and step - index < 8
        and tokens.lower[step] not in _EVENTS
        and (tokens.lower[step].isalpha() or tokens.words[step] in "-–")
    ):
        step += 1
    if step >= limit or tokens.lower[step] not in _EVENTS:
        return None
    end = step + 1
    named = any(tokens.is_capitalized(k) for k in range(index + 1, end))
    if end < limit and tokens.lower[end] == "of":
        step = end
        while step < limit:
            while step < limit and (tokens.lower[step] in _CONNECTORS or _is_ordinal(tokens.lower[step])):
                step += 1
            if step >= limit or not tokens.is_capitalized(step):
                break
            while step < limit and tokens.is_capitalized(step):
                step += 1
            end, named = step, True
    return NewInitiative(TokenSpan(index, end), tokens.surface(index, end), "forum_event") if named else None


def _capitalized_run(layers: Layers, index: int, limit: int, known: list[bool]) -> NewInitiative | None:
    """Capitalised words, joined by small connectors, that end in a noun of cooperation; an ordinal before a summit belongs to it."""
    tokens = layers.tokens
    if not tokens.is_capitalized(index):
        return None
    step, last_head, capitals = index, 0, 0
    begin = step
    while step < limit and step - index < 16 and not known[step]:
        word = tokens.lower[step]
        if tokens.is_capitalized(step) and word not in ("the", "mr.", "president"):
            capitals += 1
            if word in _HEADS and step > begin:
                last_head = step + 1
            step += 1
        elif (
            word in _HEADS
            and capitals
            and step > begin
            and tokens.is_capitalized(step - 1)
            and word not in ("order", "award", "port", "plan", "agreement", "relationship")
        ):
            last_head = step + 1
            break
        elif (word in _CONNECTORS or word in "-–'s’s") and capitals and step + 1 < limit:
            ahead = step + 1
            while ahead < limit and tokens.lower[ahead] in _CONNECTORS:
                ahead += 1
            if ahead < limit and tokens.is_capitalized(ahead) and not known[ahead]:
                if word == "and" and last_head:
                    break
                step = ahead
            else:
                break
        else:
            break
    if not last_head or capitals < 2 or last_head - index < 2:
        return None
    while tokens.lower[index] == "the":
        index += 1
    return NewInitiative(TokenSpan(index, last_head), tokens.surface(index, last_head), _HEADS[tokens.lower[last_head - 1]])
