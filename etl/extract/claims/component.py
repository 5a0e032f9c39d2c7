"""From attributions to claims: offsets, act, addressees, targets, and the meeting in which a claim was made."""

from __future__ import annotations

from collections.abc import Iterable

from etl.extract.claims.acts import claim_act, content_act
from etl.extract.claims.cues import cue_openings, find_cues
from etl.extract.claims.draft import Draft
from etl.extract.claims.frames import attributions
from etl.extract.claims.modality import stand
from etl.extract.claims.nouns import find_noun_cues
from etl.extract.claims.quotations import whole_quotation
from etl.extract.claims.reports import MIN_SENTENCE, report_drafts
from etl.extract.claims.talk import Holder, Setting
from etl.extract.claims.targets import targets
from etl.extract.claims.transcripts import find_turns, transcript_drafts
from etl.extract.layers import Layers, TokenSpan
from etl.lexicon.parties import load_party_words
from etl.records import ActorRef, Claim, Span


def find_attributions(layers: Layers) -> None:
    """Fill `attributions` and `in_turn`: source, cue and content sentence by sentence, before anything is known of the discourse."""
    layers.in_turn = find_turns(layers)
    openings, nouns = _by_sentence(layers, cue_openings(layers)), _by_sentence(layers, find_noun_cues(layers))
    for number in sorted(openings.keys() | nouns.keys()):
        sentence = layers.sentences[number]
        if not layers.in_turn[number] and sentence.end - sentence.start >= MIN_SENTENCE:
            cues = find_cues(layers, sentence, openings.get(number, []))
            found = attributions(layers, sentence, cues, nouns.get(number, []))
            if found:
                layers.attributions[number] = found


def _by_sentence(layers: Layers, places: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for index in places:
        found.setdefault(layers.sentence_of[index], []).append(index)
    return found


def find_claims(layers: Layers) -> None:
    """Fill `claims`."""
    drafts = transcript_drafts(layers) if any(layers.in_turn) else report_drafts(layers)
    layers.claims = [_claim(layers, draft, setting, index) for index, (draft, setting) in enumerate(drafts)]


def _claim(layers: Layers, draft: Draft, setting: Setting, index: int) -> Claim:
    tokens = layers.tokens
    holder = draft.holder
    cue = draft.attribution.cue if draft.attribution else None
    quoted = draft.attribution is not None and draft.direct
    content = whole_quotation(layers, draft.content) if quoted else draft.content
    weighed = draft.content if setting.official else content  # a readout's quotation is one claim a sentence
    act = claim_act(layers, cue, weighed, holder.actors) if cue else content_act(layers, weighed, holder.actors)
    polarity, modality = stand(layers, draft, act)
    return Claim(
        index=index,
        span=tokens.span(*draft.span),
        content=_content_span(layers, content),
        source=tokens.span(*draft.source) if draft.source else None,
        cue=tokens.span(*draft.cue) if draft.cue else None,
        cue_text=tokens.surface(*draft.cue) if draft.cue else None,
        speakers=holder.people,
        source_name=_source_name(layers, holder, setting),
        on_behalf_of=holder.actors,
        addressees=setting.addressees,
        targets=targets(layers, draft, act, setting.addressees),
        mentions_people=_mentioned_people(layers, draft),
        mentions_actors=_named_actors(layers, draft.span),
        initiatives=(),
        act=act,
        is_direct=draft.direct,
        is_continuation=draft.continuation,
        polarity=polarity,
        modality=modality,
        meeting=setting.meeting,
        rule=draft.rule,
        confidence=draft.confidence,
    )


def _source_name(layers: Layers, holder: Holder, setting: Setting) -> str | None:
    """The source in the article's words, when no person speaks.

    In an official text it is the sides that speak, and between states the state, not its organ: actors.
    """
    if holder.words is None or holder.people or setting.official:
        return None
    organ = not load_party_words().state_voices.isdisjoint(layers.tokens.lower[slice(*holder.words)])
    if setting.diplomatic and (holder.actors or organ):
        return None
    return layers.tokens.surface(*holder.words)


def _content_span(layers: Layers, content: TokenSpan) -> Span:
    """The characters of a content, without the comma or dash that closes it."""
    start, end = content
    while end - 1 > start and layers.tokens.words[end - 1] in {",", ";", "—", "–"}:
        end -= 1
    return layers.tokens.span(start, max(end, start + 1))


def _mentioned_people(layers: Layers, draft: Draft) -> tuple[int, ...]:
    inside = layers.person_mentions.within(draft.span.start, draft.span.end)
    return tuple(dict.fromkeys([m.person for m in inside if m.person not in draft.holder.people]))


def _named_actors(layers: Layers, span: TokenSpan) -> tuple[ActorRef, ...]:
    named = [e.actor for e in layers.entities.within(span.start, span.end) if e.kind in ("state", "demonym", "organization")]
    return tuple(dict.fromkeys(named))
