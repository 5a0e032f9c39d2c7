"""Levels of relations: stated, reached from another ("elevated from … to …"), or held since a date."""

from __future__ import annotations

from typing import Final

from etl.extract.layers import Layers, NewInitiative, Sentence
from etl.extract.relations.changes import Change, changes
from etl.extract.relations.dating import Since, held_since, since_of
from etl.extract.relations.parties import pair_before, pair_in_view, pair_of, states_within
from etl.lexicon.initiatives import load_initiative_heads
from etl.lexicon.relations import load_relation_words
from etl.records import ActorRef, RelationReport

_RAISING: Final = frozenset({"raised", "lowered"})
_REACHING: Final = _RAISING | {"established"}
_PASSIVE_REACH: Final = 6
_OBJECT_REACH: Final = 3


def find_levels(layers: Layers, sentence: Sentence) -> None:
    """ "The A-B comprehensive strategic partnership": between the two it names, the sentence's two states, or those who meet."""
    found = [i for i in layers.initiatives.within(sentence.start, sentence.end) if _is_level(layers, i)]
    if not found:
        _partners(layers, sentence)
        return
    told = [c for c in changes(layers, sentence) if c.kind in _REACHING]
    reached = {i: c for i in found if (c := _change_to(layers, i, told)) is not None}
    before = {i for i in found if reached and _introducer(layers, i) == "from"}
    for initiative in found:
        change = reached.get(initiative)
        if change is None and initiative not in before:
            if "strategic" in layers.tokens.lower[initiative.span.start : initiative.span.end]:
                _level(layers, sentence, initiative, None, None)
        elif change is not None and change.real:
            source = next((i for i in before if i.span.start > change.start), None)
            _level(layers, sentence, initiative, change, _label(layers, source) if source and change.kind in _RAISING else None)
        elif initiative in before and not any(c.real for c in reached.values()):
            _level(layers, sentence, initiative, None, None)  # what they wish to leave is what they have
    _partners(layers, sentence)


def _is_level(layers: Layers, initiative: NewInitiative) -> bool:
    words, heads = layers.tokens.lower[initiative.span.start : initiative.span.end], load_initiative_heads().levels
    return initiative.kind == "partnership" and any(word in heads for word in words)


def _introducer(layers: Layers, initiative: NewInitiative) -> str:
    """The word before a level and its determiners: "to (the level of a)"."""
    lower, leads, step = layers.tokens.lower, load_relation_words().level_leads, initiative.span.start - 1
    while step > 0 and (lower[step] == "of" or lower[step] in leads):
        step -= 1
    return lower[step]


def _change_to(layers: Layers, initiative: NewInitiative, told: list[Change]) -> Change | None:
    """The change by which a level was reached: "raised … to" it, "established" it, or it "was established"."""
    lower, (begin, end) = layers.tokens.lower, initiative.span
    raising = [c for c in told if c.kind in _RAISING and c.end <= begin]
    if raising and _introducer(layers, initiative) in ("to", "into"):
        return raising[-1]
    leads = load_relation_words().level_leads
    for change in told:
        if change.kind != "established":
            continue
        direct = change.end <= begin <= change.end + _OBJECT_REACH and all(w in leads for w in lower[change.end : begin])
        passive = end < change.start <= end + _PASSIVE_REACH and lower[change.start - 1] in ("was", "been", "formally")
        if direct or passive:
            return change
    return None


def _label(layers: Layers, initiative: NewInitiative) -> str:
    tokens, (begin, end) = layers.tokens, initiative.span
    openings = load_relation_words().level_openings
    return tokens.surface(next((k for k in range(begin, end) if tokens.lower[k] in openings), begin), end)


def _level(layers: Layers, sentence: Sentence, initiative: NewInitiative, change: Change | None, before: str | None) -> None:
    begin, end = initiative.span
    pair = states_within(layers, begin, end)
    if len(pair) != 2 and change is not None:
        noun_end = change.end if change.kind in _RAISING else end
        pair = next((list(p) for p in pair_of(layers, sentence, change.start, noun_end)), [])
    if len(pair) != 2:
        named = states_within(layers, sentence.start, sentence.end)
        pair = named if len(named) == 2 else pair_before(layers, sentence) or pair_in_view(layers, sentence)
    if len(pair) == 2:
        since = since_of(layers, sentence, change.start) if change is not None else held_since(layers, sentence, end)
        _report(layers, pair, _label(layers, initiative), before, since, (begin, end), "level" if change is None else "level reached")


def _partners(layers: Layers, sentence: Sentence) -> None:
    """ "A and B have been (comprehensive) strategic partners since 2014": without the date it is praise, not a level."""
    tokens, words = layers.tokens, load_relation_words()
    for index in range(sentence.start + 1, sentence.end):
        if tokens.lower[index] not in words.partner_nouns or tokens.lower[index - 1] != "strategic":
            continue
        since, named = held_since(layers, sentence, index + 1), states_within(layers, sentence.start, index)
        if since.start is None or len(named) != 2:
            continue
        begin = index - 1
        while begin > sentence.start and tokens.lower[begin - 1] in words.level_openings:
            begin -= 1
        _report(layers, named, f"{tokens.surface(begin, index)} partnership", None, since, (begin, index + 1), "level")


def _report(layers: Layers, pair: list[ActorRef], label: str, before: str | None, since: Since, at: tuple[int, int], rule: str) -> None:
    a, b = sorted(pair)
    report = RelationReport("relationship", (a, b), label, before, since.start, since.precision, None, layers.tokens.span(*at), rule, 0.85)
    layers.relations.append(report)
