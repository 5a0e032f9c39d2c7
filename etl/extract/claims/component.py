"""From attributions to claims: sentence by sentence, with the discourse kept, quotations joined and headless speech attributed."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace

from etl.extract.claims.acts import FAMILY, claim_act, content_act, modality, polarity
from etl.extract.claims.cues import find_cues
from etl.extract.claims.discourse import Discourse, Holder
from etl.extract.claims.frames import Attribution, attributions
from etl.extract.claims.sources import statement_start
from etl.extract.claims.headless import continues
from etl.extract.claims.turns import ends_turn, is_transcript, turn_at
from etl.extract.layers import Layers, Sentence, TokenSpan
from etl.lexicon.cues import load_cues
from etl.lexicon.words import load_words
from etl.records import ActorRef, Claim, Span


@dataclass(frozen=True, slots=True)
class _Draft:
    """A claim before its offsets and links: one or more attributions of one holder."""

    span: TokenSpan
    content: TokenSpan
    source: TokenSpan | None
    cue: TokenSpan | None
    attribution: Attribution | None
    holder: Holder
    direct: bool
    continuation: bool
    rule: str
    confidence: float


def find_attributions(layers: Layers) -> None:
    """Fill `attributions` and `in_turn`: source, cue and content sentence by sentence, before anything is known of the discourse."""
    words, cues = load_words(), load_cues()
    transcript = is_transcript(layers)
    speaking = False
    for number, sentence in enumerate(layers.sentences):
        if transcript and turn_at(layers, sentence) is not None:
            speaking = True
        elif transcript and ends_turn(layers, sentence):
            speaking = False
        layers.in_turn.append(speaking)
        if not speaking and sentence.end - sentence.start >= 3:
            found = attributions(layers, sentence, find_cues(layers, sentence, cues), words)
            if found:
                layers.attributions[number] = found


def find_claims(layers: Layers) -> None:
    """Fill `claims`."""
    drafts = _transcript(layers) if any(layers.in_turn) else _reported(layers)
    for draft, meeting in drafts:
        layers.claims.append(_claim(layers, draft, meeting, len(layers.claims)))


def _reported(layers: Layers) -> list[tuple[_Draft, Discourse]]:
    cues = load_cues()
    discourse = Discourse(layers)
    out: list[tuple[_Draft, Discourse]] = []
    readout = _is_readout(layers)
    pending: list[Sentence] = []
    for number, sentence in enumerate(layers.sentences):
        if sentence.end - sentence.start < 3:
            continue
        discourse.enter(sentence)
        found = layers.attributions.get(number, [])
        if readout and sentence.paragraph == discourse.floor_paragraph and _floor_in_meeting(discourse):
            # where a speaker has the floor, a thing ("the initiative shows …") is what is talked about, not another voice
            found = [a for a in found if a.source is None or a.source.kind != "thing"]
        if not readout:
            found = [a for a in found if a.rule != "agentless-subject"]
        drafts = _drafts(layers, sentence, found, discourse)
        if not drafts and _mostly_quoted(layers, sentence):
            drafts = [] if _attributed_later(layers, number) else _uncued_quote(layers, sentence, discourse)
            if not drafts and _attributed_later(layers, number):
                pending.append(sentence)
        elif drafts and pending:
            _settle_pending(layers, pending, drafts[0], out, discourse)
            pending = []
        if not drafts and readout and _floor_in_meeting(discourse):
            sure = continues(layers, sentence, discourse.floor, sentence.paragraph == discourse.floor_paragraph, cues)
            if sure and discourse.floor is not None:
                drafts = [_bare(layers, sentence, discourse.floor, "headless", sure, continuation=True)]
                discourse.hold(discourse.floor, sentence.paragraph)
        for draft in drafts:
            out.append((draft, copy(discourse)))
        if drafts and (drafts[-1].holder.people or drafts[-1].holder.actors):
            discourse.hold(drafts[-1].holder, sentence.paragraph)
        discourse.leave(sentence)
    return out


def _is_readout(layers: Layers) -> bool:
    """Whether the article is a report of talks: it opens with a meeting of several actors, and a good part of it is reported speech.

    Only there headless sentences go on with what was said; in ordinary news a sentence without a source is the reporter's own.
    """
    opening = layers.sentences[:_OPENING_SENTENCES]
    told = [
        m
        for m in layers.meetings
        if not m.background
        and len({p.actor for p in m.participants}) >= 2
        and any(e.start < layers.tokens.ends[opening[-1].end - 1] for e in m.evidence)
    ]
    attributed = len(layers.attributions)
    return bool(told) and attributed * 4 >= len(layers.sentences)


_OPENING_SENTENCES = 5


def _floor_in_meeting(discourse: Discourse) -> bool:
    """Whether whoever holds the floor takes part in the meeting in view."""
    if discourse.floor is None or discourse.meeting is None:
        return False
    members = {p.person for p in discourse.meeting.participants}
    actors = {p.actor for p in discourse.meeting.participants}
    return bool(set(discourse.floor.people) & members) or (not discourse.floor.people and bool(set(discourse.floor.actors) & actors))


def _transcript(layers: Layers) -> list[tuple[_Draft, Discourse]]:
    """Speaker turns: each sentence of a turn is a direct claim of its speaker. What stands before the first turn is ordinary text."""
    discourse = Discourse(layers)
    out: list[tuple[_Draft, Discourse]] = []
    holder: Holder | None = None
    speaking = first = False
    for number, sentence in enumerate(layers.sentences):
        discourse.enter(sentence)
        turn = turn_at(layers, sentence)
        start = sentence.start
        if turn is not None:
            people = (turn.person,) if turn.person is not None else ()
            holder = Holder(people, discourse.actors_of(people), 1.0)
            speaking = turn.person is not None
            first = True
            start = turn.content_start
        if ends_turn(layers, sentence):
            speaking = False
        if not speaking or holder is None:
            if turn is None and holder is None:
                found = layers.attributions.get(number, [])
                out.extend((draft, copy(discourse)) for draft in _drafts(layers, sentence, found, discourse))
                discourse.leave(sentence)
            continue
        if not _is_statement(layers, start, sentence.end):
            continue
        part = sentence._replace(start=start)
        draft = _bare(layers, part, holder, "turn", 0.95, continuation=not first)
        out.append((replace(draft, direct=True), copy(discourse)))
        discourse.hold(holder, sentence.paragraph)
        first = False
    return out


def _is_statement(layers: Layers, start: int, end: int) -> bool:
    """Not a form of address or a fragment: it ends like a sentence and is longer than a greeting."""
    return (end - start >= 4 and layers.tokens.words[end - 1] in {".", "!", "?", "…", "”", '"', ":"}) or end - start >= 8


def _lead(layers: Layers, sentence: Sentence) -> int:
    """The sentence's first token after a dateline."""
    return statement_start(layers, sentence)


def _bare(layers: Layers, sentence: Sentence, holder: Holder, rule: str, confidence: float, *, continuation: bool) -> _Draft:
    span = TokenSpan(_lead(layers, sentence), sentence.end)
    return _Draft(span, span, None, None, None, holder, _is_direct(layers, span), continuation, rule, confidence)


def _drafts(layers: Layers, sentence: Sentence, found: list[Attribution], discourse: Discourse) -> list[_Draft]:
    """Attributions to drafts; those of one holder and one family of acts become one claim over the whole sentence."""
    cues = load_cues()
    groups: list[tuple[Holder, str, list[Attribution]]] = []
    previous: Holder | None = None
    for attribution in found:
        excluded = frozenset(_object_people(layers, attribution))
        if attribution.source is None:
            holder = _agentless(layers, attribution, discourse)
        elif attribution.carried and previous is not None and attribution.rule != "participle-of-subject":
            holder = previous
        elif _headless_stance(attribution, discourse):
            holder = discourse.floor or Holder((), (), 0.4)
        else:
            holder = discourse.resolve(attribution.source, sentence, excluded) or Holder((), (), 0.4)
        act = claim_act(layers, attribution.cue, attribution.content, holder.actors, cues)
        family = FAMILY[act]
        if groups and groups[-1][1] == family and groups[-1][0].people == holder.people and groups[-1][0].actors == holder.actors:
            groups[-1][2].append(attribution)
        else:
            groups.append((holder, family, [attribution]))
        previous = holder
        if holder.people:
            discourse.hold(holder, sentence.paragraph)
    starts = _bounds(layers, sentence, [group[2] for group in groups])
    out = []
    for (holder, _, group), span in zip(groups, starts, strict=True):
        first = group[0]
        content = first.content
        if first.rest is not None:
            content = TokenSpan(first.content.start, first.rest.end)
        elif len(group) == 1 and first.order == "after":
            content = TokenSpan(first.content.start, min(first.content.end, span.end))
        source = (
            TokenSpan(first.source.start, first.source.end)
            if first.source is not None and not (first.carried and first.source.start < span.start)
            else None
        )
        confidence = round(max(0.05, min(0.99, first.score * (0.6 + 0.4 * holder.sure))), 2)
        if first.rule == "according-to" and not holder.people and first.source is not None and first.source.kind in ("thing", "role"):
            holder = _document_voice(layers, first, holder)
        headless = (first.rule == "agentless" and bool(holder.people)) or _headless_stance(first, discourse)
        pronoun_stance = first.source is not None and first.source.kind == "pronoun" and first.cue.construction == "adjective"
        out.append(
            _Draft(
                span,
                content,
                source,
                TokenSpan(first.cue.start, first.cue.end),
                first,
                holder,
                _is_direct(layers, span) or _all_quoted(layers, first),
                headless or pronoun_stance,
                first.rule,
                confidence,
            )
        )
    return out


def _headless_stance(attribution: Attribution, discourse: Discourse) -> bool:
    """ "Peru supports the plan" in a readout: the state is the subject of what its representative said, not another source."""
    source = attribution.source
    if (
        source is None
        or source.kind != "actor"
        or attribution.cue.frames & {"quote"}
        or discourse.meeting is None
        or discourse.floor is None
    ):
        return False
    return bool(discourse.floor.people) and bool(source.actors) and set(source.actors) == set(discourse.floor.actors)


def _document_voice(layers: Layers, attribution: Attribution, holder: Holder) -> Holder:
    """ "According to a joint statement, Peru supports …": a document speaks for whom it says does something."""
    subject = layers.nominal_starting(attribution.content.start)
    if subject is None or subject.kind != "actor" or holder.actors:
        return holder
    return Holder((), subject.actors, 0.7)


def _object_people(layers: Layers, attribution: Attribution) -> set[int]:
    """Persons named in the first words of the content: the object of "congratulated X on …"."""
    begin = attribution.content.start if attribution.order == "after" else attribution.cue.end
    return {m.person for m in layers.person_mentions if begin <= m.start <= begin + 1}


def _agentless(layers: Layers, attribution: Attribution, discourse: Discourse) -> Holder:
    """ "It was agreed": both sides; "it is hoped": whoever holds the floor."""
    if attribution.cue.act in ("urge", "assess", "assert", "pledge") and layers.tokens.lower[attribution.cue.start - 1] in ("is", "'s"):
        return discourse.floor or Holder((), (), 0.4)
    if discourse.floor is not None and len(discourse.floor.actors) > 1:
        return Holder((), discourse.floor.actors, 0.8)
    if discourse.meeting is not None:
        actors = tuple(dict.fromkeys(p.actor for p in discourse.meeting.participants if p.actor is not None))
        return Holder((), actors, 0.7)
    return Holder((), (), 0.4)


def _bounds(layers: Layers, sentence: Sentence, groups: list[list[Attribution]]) -> list[TokenSpan]:
    """The span of each claim: the sentence, or its parts cut before the words with which the next attribution opens."""
    tokens = layers.tokens
    start = _lead(layers, sentence)
    spans: list[TokenSpan] = []
    for position in range(len(groups)):
        if position + 1 == len(groups):
            spans.append(TokenSpan(start, sentence.end))
            break
        cut = groups[position + 1][0].start
        if groups[position][0].rule == "participle-opening":
            cut = groups[position][0].content.end
        end = cut
        while end > start + 1 and tokens.lower[end - 1] in {",", "and", ";", "but", "while", "as", "also"}:
            end -= 1
        spans.append(TokenSpan(start, max(end, start + 1)))
        start = max(cut, start + 1)
        while start < sentence.end - 1 and tokens.lower[start] in {",", ";", "and", "while", "as"}:
            start += 1
    return spans


def _all_quoted(layers: Layers, attribution: Attribution) -> bool:
    """Whether the whole content stands in quotation marks, however short."""
    start, end = attribution.content
    return end - start >= 3 and all(layers.quoted[start:end])


def _is_direct(layers: Layers, span: TokenSpan) -> bool:
    """Whether the span quotes: at least five words in one pair of marks; fewer are a name or scare quotes."""
    if layers.tokens.words[span.start] in {"–", "—", "-"} and layers.sentence_at(span.start).first:
        return True  # continental style: a dash opens what is said
    run = 0
    for index in range(span.start, span.end):
        if layers.quoted[index]:
            run += layers.tokens.words[index][0].isalnum()
            if run >= 5:
                return True
        else:
            run = 0
    return False


def _mostly_quoted(layers: Layers, sentence: Sentence) -> bool:
    inside = sum(layers.quoted[sentence.start : sentence.end])
    return inside * 2 > sentence.end - sentence.start and inside >= 4


def _attributed_later(layers: Layers, number: int) -> bool:
    """Whether the quotation goes on in the sentences that follow and one of them says whose it is ("… . …," she said)."""
    following = layers.sentences[number + 1] if number + 1 < len(layers.sentences) else None
    if following is not None and layers.tokens.words[following.start] in {"“", '"', "«"} and following.first:
        return any(a.order in ("before", "split") for a in layers.attributions.get(number + 1, ()))
    while number + 1 < len(layers.sentences):
        end = layers.sentences[number].end
        if (
            not (layers.quoted[end - 1] and layers.quoted[end])
            or layers.tokens.words[end] in {"“", "«"}
            or layers.tokens.words[end - 1] in {"”", "»"}
        ):
            return False
        number += 1
        if any(a.order in ("before", "split") for a in layers.attributions.get(number, ())):
            return True
    return False


def _uncued_quote(layers: Layers, sentence: Sentence, discourse: Discourse) -> list[_Draft]:
    """A quotation without a cue of its own goes on with the last speaker's, in this paragraph or the one before."""
    if discourse.floor is None or sentence.paragraph - discourse.floor_paragraph > 1:
        return []
    if sentence.first and sentence.paragraph != discourse.floor_paragraph and layers.tokens.words[sentence.start] not in {"“", '"', "«"}:
        return []
    return [_bare(layers, sentence, discourse.floor, "quotation", 0.8, continuation=True)]


def _settle_pending(
    layers: Layers, pending: list[Sentence], draft: _Draft, out: list[tuple[_Draft, Discourse]], discourse: Discourse
) -> None:
    """A quotation that opened before its attribution: "… ." "…," she said."""
    for sentence in pending:
        if layers.sentence_at(draft.span.start).paragraph - sentence.paragraph <= 1:
            out.append((_bare(layers, sentence, draft.holder, "quotation", 0.7, continuation=True), copy(discourse)))


def _claim(layers: Layers, draft: _Draft, discourse: Discourse, index: int) -> Claim:
    tokens = layers.tokens
    cues = load_cues()
    own = draft.holder.actors
    cue = draft.attribution.cue if draft.attribution else None
    act = claim_act(layers, cue, draft.content, own, cues) if cue else content_act(layers, draft.content, own, cues)
    meeting = discourse.meeting.index if discourse.meeting is not None else None
    addressees = discourse.counterparts(draft.holder.people) if draft.holder.people else ()
    if discourse.meeting is not None and not addressees:
        meeting = meeting if draft.holder.people and _takes_part(discourse, draft.holder) else None
    people = tuple(
        dict.fromkeys(
            m.person for m in layers.person_mentions if draft.span.start <= m.start < draft.span.end and m.person not in draft.holder.people
        )
    )
    actors = _named_actors(layers, draft.span)
    return Claim(
        index=index,
        span=_trimmed(layers, draft.span),
        content=_content_span(
            layers, _whole_quotation(layers, draft.content) if draft.attribution is not None and draft.direct else draft.content
        ),
        source=tokens.span(*draft.source) if draft.source else None,
        cue=tokens.span(*draft.cue) if draft.cue else None,
        cue_text=tokens.surface(*draft.cue) if draft.cue else None,
        speakers=draft.holder.people,
        on_behalf_of=own,
        addressees=addressees,
        targets=_targets(layers, draft, own),
        mentions_people=people,
        mentions_actors=actors,
        initiatives=(),
        act=act,
        is_direct=draft.direct,
        is_continuation=draft.continuation,
        polarity=polarity(layers, cue, draft.content),
        modality=modality(layers, draft.content),
        meeting=meeting,
        rule=draft.rule,
        confidence=draft.confidence,
    )


def _takes_part(discourse: Discourse, holder: Holder) -> bool:
    return discourse.meeting is not None and any(p.person in holder.people for p in discourse.meeting.participants)


def _trimmed(layers: Layers, span: TokenSpan) -> Span:
    return layers.tokens.span(span.start, span.end)


def _content_span(layers: Layers, content: TokenSpan) -> Span:
    start, end = content
    words = layers.tokens.words
    while end - 1 > start and words[end - 1] in {",", ";", "—", "–"}:
        end -= 1
    return layers.tokens.span(start, max(end, start + 1))


_MAX_QUOTATION = 400


def _whole_quotation(layers: Layers, content: TokenSpan) -> TokenSpan:
    """The content of an attribution reaches as far as its quotation: over the sentences before or after that stand in the same marks."""
    start, end = content
    quoted, words = layers.quoted, layers.tokens.words
    if quoted[start] and words[start] not in {"“", '"', "«"}:
        while start > 0 and quoted[start - 1] and content.start - start < _MAX_QUOTATION:
            start -= 1
    if quoted[end - 1] and words[end - 1] not in {"”", '"', "»"}:
        while end < len(words) and quoted[end] and end - content.end < _MAX_QUOTATION:
            end += 1
    return TokenSpan(start, end)


def _named_actors(layers: Layers, span: TokenSpan) -> tuple[ActorRef, ...]:
    found = []
    for entity in layers.entities:
        if entity.start >= span.end:
            break
        if entity.start >= span.start and entity.kind in ("state", "demonym", "organization"):
            found.append(ActorRef("organization" if entity.kind == "organization" else "state", entity.name))
    return tuple(dict.fromkeys(found))


def _targets(layers: Layers, draft: _Draft, own: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
    """Whom or what actor the claim is directed at: the first one named in the content that is not the speaker's own."""
    for nominal in layers.nominals:
        if nominal.start >= draft.content.end:
            break
        if nominal.start >= draft.content.start and nominal.actors:
            others = tuple(a for a in nominal.actors if a not in own)
            if others:
                return others
    named = tuple(a for a in _named_actors(layers, draft.content) if a not in own)
    return named[:1]
