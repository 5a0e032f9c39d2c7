"""Who else took part in the meeting that the text has in view: "the talks were attended by X", "X was present at the meeting",
"also present were X and Y".
"""

from __future__ import annotations

from collections.abc import Set

from etl.extract.claims.sources import source_left
from etl.extract.grammar import BE
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate, Side, make_candidate
from etl.extract.meetings.sides import members
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.records import ActorRef

RULE = "attended"
LEADING = frozenset("led headed heads leads leading heading chaired chairmanship presidency represented".split())
LED = "led-side"
LED_BY = "led-by"
"""Of those who lead the sides of a meeting together."""
_SIDES = frozenset({"delegation", "side", "team"})
_INVERTED = frozenset({"present", "taking", "attending", "participating"})
"""Words after which those who took part are named: "(also) taking part in the meeting were X and Y"."""
_OPENING = 2
_ONLY_BOTH = frozenset({"chaired", "chairmanship", "presidency", "represented"})
"""Words of leading that tell of one side only where they stand with both."""
_STATES = frozenset({"state", "demonym", "organization"})
_REACH = 12
_BOTH = 2


def read_attendance(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """Those who attended, where a verb or adjective of attending stands at a token."""
    lower = layers.tokens.lower
    word = lower[index]
    if word not in load_meeting_words().attending_words:
        return None
    passive = lower[index + 1 : index + 2] == ["by"] and (lower[index - 1] in BE or lower[index - 2] in BE)
    if passive and _names_meeting(layers, sentence.start, index):
        return _candidate(layers, index, _listed(layers, index + 2, sentence))
    if word in _INVERTED and index - sentence.start <= _OPENING and not _ends(lower, index + 1, sentence):
        were = next((step for step in range(index, min(sentence.end, index + _REACH)) if lower[step] in ("were", "was")), None)
        if were is not None and (were == index + 1 or _names_meeting(layers, index, were)):
            state = _state_near(layers, sentence, index, _SIDES, reach=were - index)
            return _candidate(layers, index, _listed(layers, were + 1, sentence), state)
        return None
    if passive or not (
        _names_meeting(layers, index, min(sentence.end, index + _REACH), definite=True) or _ends(lower, index + 1, sentence)
    ):
        return None
    subject, _ = source_left(layers, index, sentence)
    return _candidate(layers, index, [subject] if subject is not None else [])


def read_leader(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """Who spoke for a side: "the Danish delegation was led by X", "X headed the Kenyan side"; "talks co-chaired by X and Y"."""
    lower = layers.tokens.lower
    if lower[index] not in LEADING:
        return None
    if (both := _led_by_both(layers, sentence, index)) is not None:
        return both
    if lower[index] in _ONLY_BOTH:
        chairs = _chair(layers, sentence, index)
        return make_candidate(layers, index, chairs, LED, 0.8) if chairs else None
    if lower[index + 1 : index + 2] == ["by"]:
        if lower[index - 1] not in BE or lower[index - 2] not in _SIDES:
            return None
        leaders = _listed(layers, index + 2, sentence)[:1]
    else:
        if not _leads_side(layers, sentence, index):
            return None
        subject, _ = source_left(layers, index, sentence)
        leaders = [subject] if subject is not None else []
    led = _state_of_side(layers, sentence, index)
    named = [side for nominal in leaders for side in members(layers, nominal) if side.person is not None]
    sides = [side._replace(actor=led or side.actor) if _is_guess(layers, side) else side for side in named]
    return make_candidate(layers, index, sides, LED, 0.8) if sides else None


def _is_guess(layers: Layers, side: Side) -> bool:
    """Whether nothing says of which state somebody is."""
    return side.actor is None or (side.person is not None and layers.people[side.person].rule == "actor_inferred")


def _leads_side(layers: Layers, sentence: Sentence, index: int) -> bool:
    """ "Headed the Kenyan side"; of a second one, "headed the Kenyan one"."""
    following = layers.tokens.lower[index + 1 : min(sentence.end, index + 5)]
    return not _SIDES.isdisjoint(following) or ("one" in following and _state_near(layers, sentence, index, {"one"}) is not None)


def _led_by_both(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """ "Consultations (were) led by X and Y", "met under the co-chairmanship of X and Y": those who lead a meeting together."""
    lower = layers.tokens.lower
    if lower[index + 1 : index + 2] not in (["by"], ["of"]) or (lower[index + 1] == "of" and lower[index] not in _ONLY_BOTH):
        return None
    leaders = [side for nominal in _listed(layers, index + 2, sentence) for side in members(layers, nominal) if side.person is not None]
    if len({side.actor for side in leaders}) < _BOTH or not _names_gathering(layers, sentence):
        return None
    return make_candidate(layers, index, [side._replace(role="chair") for side in leaders], LED_BY, 0.85, end=sentence.end)


def _chair(layers: Layers, sentence: Sentence, index: int) -> list[Side]:
    """ "The meeting was chaired by X", "took place under the chairmanship of X": who led a meeting that the sentence calls by a noun."""
    lower = layers.tokens.lower
    passive = lower[index] == "chaired" and lower[index + 1 : index + 2] == ["by"] and lower[index - 1] in BE
    under = lower[index] == "chairmanship" and lower[index + 1 : index + 2] == ["of"] and lower[index - 2 : index] == ["under", "the"]
    if not (passive or under) or not _names_gathering(layers, sentence):
        return []
    named = _listed(layers, index + 2, sentence)[:1]
    return [side._replace(role="chair") for nominal in named for side in members(layers, nominal) if side.person is not None]


def _names_gathering(layers: Layers, sentence: Sentence) -> bool:
    """Whether a sentence names a meeting, or a standing body of two sides that meets."""
    organs = load_meeting_words().joint_organs
    words = layers.tokens.lower[sentence.start : sentence.end]
    return _names_meeting(layers, sentence.start, sentence.end) or not organs.isdisjoint(words)


def _state_of_side(layers: Layers, sentence: Sentence, index: int) -> ActorRef | None:
    """Whose side is led: the state beside "delegation" in the clause."""
    after = _state_near(layers, sentence, index, _SIDES | {"one"})
    return after or _state_near(layers, sentence, max(sentence.start, index - 6), _SIDES, reach=6)


def _state_near(layers: Layers, sentence: Sentence, start: int, nouns: Set[str], reach: int = 5) -> ActorRef | None:
    """The state that stands right before one of some nouns."""
    near = layers.entities.within(start, min(sentence.end, start + reach))
    lower = layers.tokens.lower
    return next((e.actor for e in near if e.kind in _STATES and not nouns.isdisjoint(lower[e.end : e.end + 1])), None)


def _ends(lower: list[str], index: int, sentence: Sentence) -> bool:
    return index >= sentence.end or lower[index] in (".", "too", ";")


def _candidate(layers: Layers, index: int, nominals: list[Nominal], state: ActorRef | None = None) -> Candidate | None:
    """Those who were there too. `state`: on whose side, where the text says so; it is surer than what was only inferred."""
    present = [side._replace(role="accompanying") for n in nominals for side in members(layers, n) if side.person is not None]
    sides = [side._replace(actor=state or side.actor) if _is_guess(layers, side) else side for side in present]
    found = make_candidate(layers, index, sides, RULE, 0.8) if sides else None
    return found if found is not None and found.status == "held" else None


def _names_meeting(layers: Layers, start: int, end: int, *, definite: bool = False) -> bool:
    """Whether a noun of meeting stands among some tokens; `definite`: as "the meeting" right there, with no name of its own."""
    lower, nouns = layers.tokens.lower, load_meeting_terms().nouns
    gatherings = load_meeting_words().occasion_nouns
    return any(
        (lower[i] in nouns or lower[i] in gatherings) and (not definite or lower[i - 1] == "the" or (lower[i - 2] == "the"))
        for i in range(start, end)
    )


def _listed(layers: Layers, index: int, sentence: Sentence) -> list[Nominal]:
    """The persons named one after another from a token on."""
    lower = layers.tokens.lower
    found: list[Nominal] = []
    end = index
    for nominal in layers.nominals.within(index, sentence.end):
        if nominal.kind not in ("person", "office", "group") or not nominal.people or nominal.start < end:
            continue
        if nominal.start - end > _REACH or not {"and", ",", "as", "well", "the"}.issuperset(_small(lower[end : nominal.start])):
            break
        found.append(nominal)
        end = nominal.end
    return found


def _small(between: list[str]) -> set[str]:
    return {word for word in between if word in (";", ".", "who", "that", "said") or word == ","}
