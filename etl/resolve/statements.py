"""Which claims are one statement.

Claims of different articles are one statement when the same people (or, nobody being named, the same actors) say it, at most ten days
apart, to the same counterpart as far as known, in words that say the same: verbatim, shortened or paraphrased (DESIGN.md "Resolved";
gold `merge.json`). Two claims of one article are one only when the article repeats itself nearly word for word, or when it tells in two
neighbouring sentences what another article tells in one. A claim that says part of what one of another article says is covered by it,
whether both are one statement or two. Groups are complete-link (see `clusters`, `statement_groups`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from etl.keys import stable_id
from etl.records import Act, ActorRef, Claim, Mention, ObservedArticle, Span
from etl.resolve.blocks import DAYS_OF_A_BUCKET, Key, bucket, near_buckets
from etl.resolve.names import name_words
from etl.resolve.people import People, fallback_actor
from etl.resolve.scoring import Feature, Score, weigh
from etl.resolve.stems import STATE
from etl.resolve.voices import Voice, compare_voices, sought_voices, voice_blocks
from etl.resolve.wording import (
    LEAST_LITERAL,
    LEAST_SHARED,
    Wording,
    containment,
    may_be_one,
    resemblance,
    shared_weight,
    verbatim,
    wording,
)

SAME_STATEMENT = 0.58
"""In one meeting with one act about 0.4 of the wording must agree, without any context 0.57."""
PART_OF_STATEMENT = 0.5
"""Enough for the second of two neighbouring sentences that another article tells as one."""
VERBATIM = 0.9
SAME_NEWS = 3
"""Days within which a meeting may have been taken for two."""
COUNTED = 0.75
"""Wordings that count the same, and of which so much agrees, are one whoever is thought to have been told."""
NOBODY: Key = ("nobody",)
"""The shelf of claims of which neither a person nor an actor is known."""
_FAMILIES: tuple[frozenset[Act], ...] = (
    frozenset({"assert", "assess", "praise"}), frozenset({"urge", "propose"}), frozenset({"pledge", "support"}),
)  # fmt: skip
_NEIGHBOURS: tuple[frozenset[Act], ...] = (
    frozenset({"assess", "support"}), frozenset({"assert", "pledge"}), frozenset({"assess", "pledge"}), frozenset({"assert", "announce"}),
    frozenset({"assert", "agree"}), frozenset({"announce", "agree"}), frozenset({"announce", "pledge"}), frozenset({"urge", "pledge"}),
    frozenset({"urge", "assess"}), frozenset({"urge", "support"}), frozenset({"propose", "pledge"}), frozenset({"praise", "thank"}),
    frozenset({"urge", "oppose"}), frozenset({"assert", "support"}), frozenset({"oppose", "support"}), frozenset({"oppose", "pledge"}),
)  # fmt: skip
"""Acts of different families that one statement gets in different wordings ("is a friend" / "will always be a friend")."""

Observation = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim with its article's date, who says it (as a key), to whom, and its wording."""

    key: Observation
    claim: Claim
    published_on: date | None
    voice: Voice
    counterparts: frozenset[int]
    others: frozenset[ActorRef]
    """Actors the claim is about or addressed to, the speaker's own left out."""
    meeting: int | None
    text: str
    words: Wording


def sayings_of(article: ObservedArticle, people: People, meeting_of: Mapping[Observation, int]) -> Iterator[Saying]:
    references = {p.index: p for p in article.observations.people}
    states = sorted((m for m in article.observations.mentions if m.kind == "state" and len(m.name) == 2), key=lambda m: m.span)

    def person(index: int) -> int | None:
        return people.person_of.get((article.article_id, index))

    def actor(index: int) -> ActorRef | None:
        found = person(index)
        reference = references.get(index)
        return (reference.actor if reference else None) or (fallback_actor(people.by_id[found]) if found is not None else None)

    for claim in article.observations.claims:
        speakers = tuple(sorted({p for i in claim.speakers if (p := person(i)) is not None}))
        own = set(claim.on_behalf_of) | {a for i in claim.speakers if (a := actor(i))}
        if not own and not speakers and claim.source:
            own = {ActorRef("state", m.name) for m in states if _within(m.span, *claim.source)}  # "the guest from Japan"
        addressed = {a for i in claim.addressees if (a := actor(i))}
        names = tuple(people.by_id[p].name for p in speakers)
        start, end = claim.content or claim.span
        text = article.text[start:end]
        noun = " ".join((claim.cue_text or "").split()[1:])  # what is voiced: "expressed her solidarity"
        left_out = {word for p in speakers for word in name_words(people.by_id[p].name)}
        left_out |= {f"{STATE}{a.name}" for a in own}
        left_out |= _further_names(article.observations.mentions, start, end)
        others = frozenset((set(claim.mentions_actors) | set(claim.targets) | addressed) - own)
        yield Saying(
            key=(article.article_id, claim.index),
            claim=claim,
            published_on=article.published_on,
            voice=Voice(speakers, names, frozenset(own), frozenset() if own or not speakers else others - addressed),
            counterparts=frozenset(p for i in claim.addressees if (p := person(i)) is not None),
            others=others,
            meeting=meeting_of.get((article.article_id, claim.meeting)) if claim.meeting is not None else None,
            text=text,
            words=wording(f"{noun} {_with_codes(article.text, start, end, states)}", frozenset(left_out), shown=text),
        )


def _further_names(mentions: Sequence[Mention], start: int, end: int) -> set[str]:
    """Return the words of people's names that stand in a stretch of a text, but for the last of each: whom it speaks of is one thing."""
    named = (name_words(m.surface) for m in mentions if m.kind == "person" and _within(m.span, start, end))
    return {word for words in named for word in words[:-1]}


def _within(span: Span, start: int, end: int) -> bool:
    return start <= span.start and span.end <= end


def _with_codes(text: str, start: int, end: int, states: Sequence[Mention]) -> str:
    """Return a stretch of a text, states by their codes: the country, its people and its adjective are one word."""
    parts: list[str] = []
    for mention in states:
        if _within(mention.span, start, end):
            parts += [text[start : mention.span.start], f"{STATE}{mention.name}"]
            start = mention.span.end
    return "".join([*parts, text[start:end]])


def saying_blocks(saying: Saying) -> Iterator[tuple[Key, int | None]]:
    """Yield the shelves of a claim, each with its ten-day bucket: its voice's, its meeting's, and where nobody speaks its words'.

    Claims that may be one stand in the same or in neighbouring buckets of a shelf where they look for one another (`sought_blocks`); an
    undated one may be one with any of the shelf, and so may those said in one meeting, whenever they were published.
    """
    when = bucket(saying.published_on) if saying.published_on else None
    yield from ((block, when) for block in (*voice_blocks(saying.voice), *_word_blocks(saying)))
    if saying.meeting is not None:
        yield (("said in", saying.meeting), None)


def sought_blocks(saying: Saying) -> Iterator[Key]:
    """Yield the shelves on which claims stand that may be one with this. Of two such claims each finds the other."""
    yield from sought_voices(saying.voice)
    yield from _word_blocks(saying)
    if saying.meeting is not None:
        yield ("said in", saying.meeting)


def _word_blocks(saying: Saying) -> Iterator[Key]:
    """Yield two words of a claim of nobody known, picked by hash."""
    if saying.voice.is_known or not saying.words.stems:
        return
    for salt in ("a", "b"):
        yield (*NOBODY, salt, min(saying.words.stems, key=lambda stem: stable_id(salt, stem)))


def candidates(sayings: Iterable[Saying]) -> set[tuple[Observation, Observation]]:
    """Return the pairs of one shelf in near ten-day buckets whose words may be one statement's."""
    shelves: dict[tuple[Key, str, int | None], list[Observation]] = defaultdict(list)
    by_key = {saying.key: saying for saying in sayings}
    for key, saying in by_key.items():
        for block, when in saying_blocks(saying):
            for stem in saying.words.stems:
                shelves[block, stem, when].append(key)
    pairs: set[tuple[Observation, Observation]] = set()
    for key, saying in by_key.items():
        near: tuple[int | None, ...] = (*near_buckets(saying.published_on), None) if saying.published_on else (None,)
        found = {
            other
            for block in sought_blocks(saying)
            for stem in saying.words.stems
            for when in near
            for other in shelves.get((block, stem, when), ())
        }
        for other in found - {key}:
            words = by_key[other].words
            if may_be_one(shared_weight(saying.words, words), saying.words.weight, words.weight):
                pairs.add((min(key, other), max(key, other)))
    return pairs


def compare_sayings(a: Saying, b: Saying) -> Score | None:
    """Return how sure it is that two claims report one statement, None when something forbids it. Symmetric."""
    voice = compare_voices(a.voice, b.voice, one_meeting=_in_one_meeting(a, b))
    if voice is None or (a.claim.polarity != b.claim.polarity and a.claim.act == b.claim.act) or _far_apart(a, b):
        return None
    shared = shared_weight(a.words, b.words)
    if not may_be_one(shared, a.words.weight, b.words.weight) or a.words.contradicts(b.words):
        return None
    part, alike, letter = containment(a.words, b.words), resemblance(a.words, b.words), verbatim(a.words, b.words)
    literal = letter >= VERBATIM and alike >= LEAST_LITERAL
    if a.key[0] == b.key[0] and not (literal and alike >= VERBATIM):
        return None
    if not literal and (not a.voice.is_known or shared < LEAST_SHARED):
        return None
    counted = part >= COUNTED and not a.words.amounts.isdisjoint(b.words.amounts)
    context = _context(a, b, literal=literal, counted=counted)
    if context is None:
        return None
    value = max(letter, part) if literal else 0.55 * part + 0.45 * alike
    how = "verbatim" if literal else "one contains the other" if part >= 0.8 else "paraphrase"
    words = ", ".join(sorted(a.words.stems & b.words.stems)[:8])
    return weigh((Feature("wording", value, 0.7, f"{how}: shares {words}"), context, voice, _act(a.claim.act, b.claim.act)))


def _far_apart(a: Saying, b: Saying) -> bool:
    """Whether too many days lie between the articles; those that tell of one meeting may tell of it at any time."""
    return _days_apart(a, b) > DAYS_OF_A_BUCKET and not _in_one_meeting(a, b)


def _days_apart(a: Saying, b: Saying) -> int:
    """Return how many days lie between the articles, as far as known."""
    return abs((a.published_on - b.published_on).days) if a.published_on and b.published_on else 0


def _in_one_meeting(a: Saying, b: Saying) -> bool:
    return a.meeting is not None and a.meeting == b.meeting


def _context(a: Saying, b: Saying, *, literal: bool, counted: bool) -> Feature | None:
    """The same boilerplate goes to many counterparts: whom it was said to tells them apart."""
    weight = 0.2
    if _in_one_meeting(a, b):
        return Feature("context", 1.0, weight, "said in the same meeting")
    if a.counterparts & b.counterparts:
        return Feature("context", 0.9, weight, "said to the same person")
    own = a.voice.actors | b.voice.actors  # an article may not tell whom its speaker serves
    one, other = a.others - own, b.others - own
    if one and other and one.isdisjoint(other):
        return None
    if a.counterparts and b.counterparts:
        return Feature("context", 0.0, weight, "said to different people") if counted or (literal and not (one and other)) else None
    if a.meeting is not None and b.meeting is not None and not (literal or counted):
        return Feature("context", 0.0, weight, "said in two meetings, as it seems") if _days_apart(a, b) <= SAME_NEWS else None
    if one & other:
        return Feature("context", 0.7, weight, "about the same actors")
    return Feature("context", 0.4, weight, "counterpart not given in one of them")


def _act(a: Act, b: Act) -> Feature:
    if a == b:
        return Feature("act", 1.0, 0.1, f"both {a}")
    if any(a in family and b in family for family in _FAMILIES):
        return Feature("act", 0.9, 0.1, f"{a} / {b}: one family")
    if frozenset({a, b}) in _NEIGHBOURS:
        return Feature("act", 0.5, 0.1, f"{a} / {b}: near each other")
    return Feature("act", 0.0, 0.1, f"{a} / {b}: different acts")
