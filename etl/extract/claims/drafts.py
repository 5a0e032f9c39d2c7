"""From attributions to drafts: attributions of one holder put together."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from etl.extract.claims.acts import FAMILY, claim_act
from etl.extract.claims.attribution import Attribution
from etl.extract.claims.discourse import Discourse
from etl.extract.claims.draft import Draft, is_all_quoted, is_direct
from etl.extract.claims.openings import statement_start
from etl.extract.claims.talk import Holder
from etl.extract.layers import Layers, Sentence, TokenSpan
from etl.extract.people.publishing import convening_body

_UNKNOWN: Final = Holder((), (), 0.4)
_NAMING_ACTS: Final = frozenset({"assess", "praise"})
_OBLIGING: Final = frozenset({"should", "must"})


class _Group(NamedTuple):
    """Attributions of a sentence that make one claim: same holder, acts of one family."""

    holder: Holder
    family: str
    attributions: list[Attribution]


def drafts_of(layers: Layers, sentence: Sentence, found: list[Attribution], discourse: Discourse) -> list[Draft]:
    """Attributions to drafts; between states those of one holder and one family of acts become one claim over the whole sentence."""
    if not found:
        return []
    groups = _groups(layers, sentence, [a for a in found if not a.relay], discourse)
    spans = _bounds(layers, sentence, [group.attributions for group in groups])
    drafts = [_draft(layers, group, span, discourse) for group, span in zip(groups, spans, strict=True)]
    relayed = [_relay(layers, sentence, attribution, discourse) for attribution in found if attribution.relay]
    return sorted(drafts + relayed, key=lambda draft: (draft.span.start, -draft.span.end)) if relayed else drafts


def _groups(layers: Layers, sentence: Sentence, found: list[Attribution], discourse: Discourse) -> list[_Group]:
    """Neighbouring attributions by holder and family; each named holder takes the floor."""
    groups: list[_Group] = []
    previous: Holder | None = None
    for attribution in found:
        holder = _holder(layers, sentence, attribution, discourse, previous)
        family = FAMILY[claim_act(layers, attribution.cue, attribution.content, holder.actors)]
        last = groups[-1] if groups else None
        if discourse.diplomatic and last and last.family == family and last.holder.agrees(holder):
            last.attributions.append(attribution)
        else:
            groups.append(_Group(holder, family, [attribution]))
        previous = holder
        if holder.people:
            discourse.hold(holder, sentence.paragraph)
    return groups


def _holder(layers: Layers, sentence: Sentence, attribution: Attribution, discourse: Discourse, previous: Holder | None) -> Holder:
    """Who says it. `previous` is the holder of the attribution before it in the sentence."""
    if attribution.rule == "passive-raising" and not discourse.readout:
        return _UNKNOWN  # what "is expected" is nobody's word
    if attribution.source is None:
        return _agentless(layers, attribution, discourse)
    if attribution.carried and previous is not None and attribution.rule != "participle-of-subject":
        return previous
    if _is_headless_stance(layers, attribution, discourse):
        return discourse.floor or _UNKNOWN
    return discourse.resolve(attribution.source, sentence, frozenset(_object_people(layers, attribution))) or _UNKNOWN


def _names(opening: Attribution, discourse: Discourse) -> bool:
    """Whether officials begin a sentence with what they call somebody or something."""
    return discourse.diplomatic and opening.cue.act in _NAMING_ACTS and "object" in opening.cue.frames


def _draft(layers: Layers, group: _Group, span: TokenSpan, discourse: Discourse) -> Draft:
    # "Noting the delay, X said that …": what X said, not what it was said with; but "Calling Peru a friend, the minister said that …"
    first = next((a for a in group.attributions if a.rule != "participle-opening" or _names(a, discourse)), group.attributions[0])
    source = first.source
    holder = _document_voice(layers, first, group.holder)
    content = first.content
    if first.rest is not None:
        content = TokenSpan(content.start, first.rest.end)
    elif not discourse.diplomatic and "light" in first.cue.frames and first.cue.construction == "light" and first.order == "after":
        content = TokenSpan(first.cue.start + 1, content.end)  # "expressed | unease about the haste"
    elif len(group.attributions) == 1 and first.order == "after":
        content = TokenSpan(content.start, min(content.end, span.end))
    elsewhere = source is None or (first.carried and source.start < span.start)
    headless = (first.rule == "agentless" and bool(holder.people)) or _is_headless_stance(layers, first, discourse)
    pronoun_stance = source is not None and source.kind == "pronoun" and first.cue.construction == "adjective"
    return Draft(
        span=span,
        content=content,
        source=TokenSpan(source.start, source.end) if source is not None and not elsewhere else None,
        cue=TokenSpan(first.cue.start, first.cue.end),
        attribution=first,
        holder=holder,
        direct=is_direct(layers, span) or is_all_quoted(layers, first.content),
        continuation=headless or pronoun_stance,
        rule=first.rule,
        confidence=round(max(0.05, min(0.99, first.score * (0.6 + 0.4 * group.holder.sure))), 2),
    )


def _relay(layers: Layers, sentence: Sentence, attribution: Attribution, discourse: Discourse) -> Draft:
    """The draft of an attribution inside or around another: its own words, not the sentence."""
    holder = _holder(layers, sentence, attribution, discourse, None)
    span = TokenSpan(min(attribution.start, attribution.content.start), max(attribution.cue.end, attribution.content.end))
    return _draft(layers, _Group(holder, "", [attribution]), span, discourse)


def _is_headless_stance(layers: Layers, attribution: Attribution, discourse: Discourse) -> bool:
    """ "Peru supports the plan" in a readout: the state is the subject of what its representative said, not another source."""
    source, floor = attribution.source, discourse.floor
    if source is None or floor is None or not floor.people or not (discourse.meeting is not None or discourse.official):
        return False
    if source.kind == "parties":
        return _is_obliged(layers, attribution)  # "the two sides should respect": what the speaker asks of both
    if source.kind != "actor":
        return False
    if "quote" in attribution.cue.frames and not (discourse.readout and attribution.cue.form in ("third", "base")):
        return False  # "Peru said" is a voice of its own, "Peru hopes" what the speaker says
    if source.plural and set(floor.actors) < set(source.actors):
        return attribution.cue.form in ("third", "base")  # "Peru and Chad share the hope": what was agreed or said is told in the past
    return bool(source.actors) and set(source.actors) == set(floor.actors)


def _is_obliged(layers: Layers, attribution: Attribution) -> bool:
    """Whether a cue is what its subject should do."""
    lower, index = layers.tokens.lower, attribution.cue.start - 1
    while index > 0 and (lower[index].endswith("ly") or lower[index] in ("also", "always", "both")):
        index -= 1
    return lower[index] in _OBLIGING


def _document_voice(layers: Layers, attribution: Attribution, holder: Holder) -> Holder:
    """ "According to a joint statement, Peru supports …": a document speaks for whom it says does something."""
    source = attribution.source
    document = attribution.rule == "according-to" and source is not None and source.kind in ("thing", "role")
    if not document or holder.people or holder.actors:
        return holder
    subject = layers.nominals.starting(attribution.content.start)
    return Holder((), subject.actors, 0.7) if subject is not None and subject.kind == "actor" and subject.actors else holder


def _object_people(layers: Layers, attribution: Attribution) -> set[int]:
    """Persons named in the first words of the content: the object of "congratulated X on …"."""
    begin = attribution.content.start if attribution.order == "after" else attribution.cue.end
    return {m.person for m in layers.person_mentions.within(begin, begin + 2)}


def _agentless(layers: Layers, attribution: Attribution, discourse: Discourse) -> Holder:
    """ "It was agreed": both sides; "it is hoped": whoever holds the floor."""
    floor = discourse.floor
    if attribution.cue.act in ("urge", "assess", "assert", "pledge") and layers.tokens.lower[attribution.cue.start - 1] in ("is", "'s"):
        return floor or _UNKNOWN
    if attribution.cue.act == "announce":
        return _UNKNOWN  # "last week it was announced that": by nobody in view
    if floor is not None and len(floor.actors) > 1:
        return Holder((), floor.actors, 0.8)
    if discourse.meeting is not None:
        actors = tuple(dict.fromkeys(p.actor for p in discourse.meeting.participants if p.actor is not None))
        return Holder((), actors, 0.7)
    body = convening_body(layers)
    return Holder((), (body,), 0.5) if body is not None else _UNKNOWN


def _bounds(layers: Layers, sentence: Sentence, groups: list[list[Attribution]]) -> list[TokenSpan]:
    """The span of each claim: the sentence, or its parts cut before the words with which the next attribution opens."""
    lower = layers.tokens.lower
    start = statement_start(layers, sentence)
    spans: list[TokenSpan] = []
    for group, following in pairwise(groups):
        cut = group[0].content.end if group[0].rule == "participle-opening" else following[0].start
        end = cut
        while end > start + 1 and lower[end - 1] in {",", "and", ";", "but", "while", "as", "also"}:
            end -= 1
        spans.append(TokenSpan(start, max(end, start + 1)))
        start = max(cut, start + 1)
        while start < sentence.end - 1 and lower[start] in {",", ";", "and", "while", "as"}:
            start += 1
    return [*spans, TokenSpan(start, sentence.end)] if groups else []
