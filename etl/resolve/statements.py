"""Which claims are one statement.

Claims of different articles are one statement when the same people (or, nobody being named, the same actors) say it, at most ten days
apart, to the same counterpart as far as known, in words that say the same: verbatim, shortened or paraphrased (DESIGN.md "Resolved";
gold `merge.json`). Two claims of one article are one only when the article repeats itself nearly word for word, or when it tells in two
neighbouring sentences what another article tells in one (`_join_parts`). A claim that says part of what one of another article says is
covered by it (`_covering`), whether both are one statement or two. Groups are complete-link (see `clusters`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from etl.keys import stable_id
from etl.records import Act, ActorRef, Claim, Mention, ObservedArticle, Span
from etl.resolve.blocks import DAYS_OF_A_BUCKET, Key, bucket, near_buckets
from etl.resolve.clusters import Compare, Components, complete_link, components_of, remembered, scored, strongest_tie
from etl.resolve.names import name_words
from etl.resolve.people import People, fallback_actor
from etl.resolve.records import ResolvedStatement, StatementLink
from etl.resolve.scoring import Feature, Score, weigh
from etl.resolve.stems import STATE
from etl.resolve.verdicts import NO_VERDICTS, Verdicts
from etl.resolve.voices import Voice, compare_voices, sought_voices, voice_blocks
from etl.resolve.wording import (
    LEAST_LITERAL,
    LEAST_SHARED,
    Wording,
    containment,
    covers,
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


def resolve_statements(
    articles: Sequence[ObservedArticle],
    people: People,
    meeting_of: Mapping[Observation, int],
    verdicts: Verdicts[Observation] = NO_VERDICTS,
) -> tuple[tuple[ResolvedStatement, ...], tuple[StatementLink, ...]]:
    """Return the statements and the link of each claim."""
    found = group_sayings({s.key: s for article in articles for s in sayings_of(article, people, meeting_of)}, verdicts)
    return found.statements, found.links


@dataclass(frozen=True, slots=True)
class GroupedSayings:
    """The statements of some claims, the link of each claim, and which claims were weighed together."""

    statements: tuple[ResolvedStatement, ...]
    links: tuple[StatementLink, ...]
    components: Components[Observation]


def group_sayings(sayings: Mapping[Observation, Saying], verdicts: Verdicts[Observation] = NO_VERDICTS) -> GroupedSayings:
    """Return the statements that claims report. What comes of a component of like claims depends on that component alone."""

    @remembered
    @verdicts.ruling
    def compare(a: Observation, b: Observation) -> Score | None:
        return compare_sayings(sayings[a], sayings[b])

    candidates = sorted(_candidates(sayings.values()) | verdicts.pairs_among(sayings))
    edges = scored(candidates, compare, PART_OF_STATEMENT)
    components = components_of(sayings, edges)
    strong = {pair: score for pair, score in edges.items() if score.value >= SAME_STATEMENT}
    groups = complete_link(sayings, strong, compare, SAME_STATEMENT, verdicts=verdicts)
    covering = _covering(edges, sayings)
    statements: list[ResolvedStatement] = []
    links: list[StatementLink] = []
    for group, ties in _join_parts(groups, sorted(edges), compare):
        statement_id = stable_id("statement", *group[0])
        statements.append(_statement(statement_id, [sayings[key] for key in group]))
        for key in group:
            tie = ties.get(key) or strongest_tie(key, group, compare)
            links.append(_link(key, statement_id, tie, covering.get(key), part=key in ties))
    statements.sort(key=lambda s: s.statement_id)
    return GroupedSayings(tuple(statements), tuple(sorted(links, key=lambda x: (x.article_id, x.claim_index))), components)


def _link(
    key: Observation, statement_id: int, tie: tuple[Observation, Score] | None, covered_by: Observation | None, *, part: bool
) -> StatementLink:
    if tie is None:
        return StatementLink(*key, statement_id, 1.0, ("the only report",), covered_by=covered_by)
    (article_id, index), score = tie
    reasons = (f"{'part of' if part else 'with'} article {article_id}, claim {index}", *score.reasons)
    return StatementLink(*key, statement_id, score.value, reasons, score.features, covered_by)


def _covering(
    edges: Mapping[tuple[Observation, Observation], Score], sayings: Mapping[Observation, Saying]
) -> dict[Observation, Observation]:
    """Return for each claim the claim of another article that holds all it says and more; of several, the one that agrees best."""
    offers: dict[Observation, list[tuple[float, Observation]]] = defaultdict(list)
    for pair, score in edges.items():
        for part, whole in (pair, pair[::-1]):
            if part[0] != whole[0] and covers(sayings[whole].words, sayings[part].words):
                offers[part].append((-score.value, whole))
    return {part: min(found)[1] for part, found in offers.items()}


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


def _candidates(sayings: Iterable[Saying]) -> set[tuple[Observation, Observation]]:
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


def _join_parts(
    groups: Sequence[tuple[Observation, ...]],
    candidates: Sequence[tuple[Observation, Observation]],
    compare: Compare[Observation],
) -> Iterator[tuple[tuple[Observation, ...], dict[Observation, tuple[Observation, Score]]]]:
    """Yield the groups with left-over parts taken in, and for each part the claim that holds it.

    A claim that stands alone joins a group that holds its neighbour in the article when a claim of another article says both.
    """
    home = {key: group for group in groups for key in group}
    offers: list[tuple[float, Observation, Observation, Score]] = []
    for pair in candidates:
        for part, whole in (pair, pair[::-1]):
            if len(home[part]) > 1 or len(home[whole]) < 2 or part[0] == whole[0]:
                continue
            neighbours = [key for key in home[whole] if key[0] == part[0] and abs(key[1] - part[1]) == 1]
            score = compare(part, whole)
            if not neighbours or score is None or score.value < PART_OF_STATEMENT:
                continue
            if any(compare(part, other) is None for other in home[whole] if other[0] != part[0]):
                continue
            offers.append((score.value, part, whole, score))
    taken: dict[Observation, tuple[Observation, Score]] = {}
    added: dict[tuple[Observation, ...], list[Observation]] = defaultdict(list)
    for _, part, whole, score in sorted(offers, key=lambda offer: (-offer[0], offer[1], offer[2])):
        if part not in taken:
            taken[part] = (whole, score)
            added[home[whole]].append(part)
    for group in groups:
        if group[0] in taken and len(group) == 1:
            continue
        parts = added.get(group, [])
        yield tuple(sorted([*group, *parts])), {part: taken[part] for part in parts}


def _statement(statement_id: int, members: Sequence[Saying]) -> ResolvedStatement:
    first = min(members, key=lambda s: (s.published_on or date.max, -len(s.text), s.key))
    acts = Counter(s.claim.act for s in members)
    act = min(acts, key=lambda a: (-acts[a], a != first.claim.act, a))
    actors = {a for s in members for a in s.claim.on_behalf_of}
    dates = [s.published_on for s in members if s.published_on]
    return ResolvedStatement(statement_id, first.text, act, min(dates, default=None), first.voice.speakers, tuple(sorted(actors)))
