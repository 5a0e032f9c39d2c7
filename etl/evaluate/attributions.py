"""Attributions: is the content found, where does it begin and end, who said it. Contents are compared by their words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from etl.evaluate.attribution_gold import TYPES, AttributedText, GoldAttribution
from etl.evaluate.figures import Miss, Rate, Tally
from etl.evaluate.matching import HALF
from etl.evaluate.speakers import is_pronoun, same_name, same_words
from etl.records import Span

_WORD = re.compile(r"\w+")
_LEADING = frozenset({"that", "to", "whether", "if"})
"""Begin a clause, and are part of the content or not, as one likes."""
_SHOWN = 90

Words = frozenset[int]
"""Positions of words in a text."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a store says was said: where the content stands, and the speakers' names as one text."""

    content: Span
    speaker: str


@dataclass(slots=True)
class SpeakerFigures:
    """Speakers of the contents found whose source the gold names. `strict`: in the same words; `lenient`: the same name.

    `resolved`: of the pronouns whose referent the gold knows, those that were given its name.
    """

    strict: Rate = field(default_factory=Rate)
    lenient: Rate = field(default_factory=Rate)
    named_strict: Rate = field(default_factory=Rate)
    named_lenient: Rate = field(default_factory=Rate)
    pronoun_lenient: Rate = field(default_factory=Rate)
    resolved: Rate = field(default_factory=Rate)


@dataclass(slots=True)
class AttributionFigures:
    """All figures over an attribution gold.

    `found`: contents of which at least half is shared; `exact`: the same words; `nearly_exact`: without a leading "that" or "to";
    `end_to_end`: found, and with the right speaker where the gold names one. `by_type`: which contents of each type were found.
    """

    texts: int = 0
    found: Tally = field(default_factory=Tally)
    exact: Tally = field(default_factory=Tally)
    nearly_exact: Tally = field(default_factory=Tally)
    end_to_end: Tally = field(default_factory=Tally)
    by_type: dict[str, Rate] = field(default_factory=lambda: {name: Rate() for name in TYPES})
    speakers: SpeakerFigures = field(default_factory=SpeakerFigures)
    shared: float = 0.0
    misses: list[Miss] = field(default_factory=list)

    @property
    def mean_shared(self) -> float | None:
        """Mean share of words of the contents found."""
        return self.shared / self.found.right if self.found.right else None

    def as_record(self) -> dict[str, Any]:
        """Return the figures for JSON, without the misses."""
        s = self.speakers
        return {
            "docs": self.texts,
            "content_overlap": _record(self.found),
            "content_exact": _record(self.exact),
            "content_exact~": _record(self.nearly_exact),
            "mean_token_F_of_matched": self.mean_shared,
            "recall_by_type": {name: [rate.value, rate.of] for name, rate in self.by_type.items()},
            "speaker_on_matched": {
                "n": s.strict.of,
                "strict": s.strict.value,
                "lenient": s.lenient.value,
                "named_n": s.named_strict.of,
                "named_lenient": s.named_lenient.value,
                "named_strict": s.named_strict.value,
                "resolvable_pronoun_n": s.resolved.of,
                "pronoun_resolved_to_name": s.resolved.value,
                "pronoun_n": s.pronoun_lenient.of,
                "pronoun_lenient": s.pronoun_lenient.value,
            },
            "end_to_end": _record(self.end_to_end),
        }


def score_attributions(golds: Iterable[AttributedText], found: Mapping[str, Sequence[Attribution]]) -> AttributionFigures:
    """Score the attributions found in each text, by the text's name."""
    figures = AttributionFigures()
    for gold in golds:
        _score(figures, gold, found[gold.name])
    return figures


@dataclass(frozen=True, slots=True)
class Pair:
    """An attribution of the gold and one found that share at least half of their words."""

    shared: float
    exact: bool
    nearly_exact: bool
    lenient: bool
    strict: bool
    whole: bool
    """With the right speaker, where the gold names one."""
    wanted: int
    found: int


def _score(figures: AttributionFigures, gold: AttributedText, found: Sequence[Attribution]) -> None:
    partners = pair_attributions(gold, found)
    taken = {pair.found for pair in partners.values()}
    figures.texts += 1
    counted: Counter[str] = Counter()
    for pair in partners.values():
        wanted = gold.attributions[pair.wanted]
        figures.shared += pair.shared
        counted["exact"] += pair.exact
        counted["nearly"] += pair.nearly_exact
        counted["whole"] += pair.whole
        if wanted.source is not None:
            _judge_speaker(figures, gold.name, wanted, wanted.source, found[pair.found].speaker, pair)
    rights = {"found": len(partners), "exact": counted["exact"], "nearly_exact": counted["nearly"], "end_to_end": counted["whole"]}
    for name, right in rights.items():
        getattr(figures, name).add(right=right, wanted=len(gold.attributions), found=len(found))
    for i, wanted in enumerate(gold.attributions):
        figures.by_type[wanted.type].judge(i in partners)
        if i not in partners:
            figures.misses.append(Miss(f"{wanted.type} content not found", gold.name, _start(wanted.content_words)))
    for j, attribution in enumerate(found):
        if j not in taken:
            words = gold.text[attribution.content.start : attribution.content.end]
            figures.misses.append(Miss("content invented", gold.name, f"{attribution.speaker or 'nobody'}: {_start(words)}"))


def pair_attributions(gold: AttributedText, found: Sequence[Attribution]) -> dict[int, Pair]:
    """Return the pair of each wanted attribution that was found: what shares most first, then what is right in most ways."""
    text = _Text(gold.text)
    contents = [text.words([a.content]) for a in found]
    pairs = [
        pair
        for i, wanted in enumerate(gold.attributions)
        for j, content in enumerate(contents)
        if (pair := _compare(text, wanted, found[j], content, i, j)) is not None
    ]
    pairs.sort(key=lambda p: (p.shared, p.exact, p.nearly_exact, p.lenient, p.strict), reverse=True)
    partners: dict[int, Pair] = {}
    taken: set[int] = set()
    for pair in pairs:
        if pair.wanted not in partners and pair.found not in taken:
            partners[pair.wanted] = pair
            taken.add(pair.found)
    return partners


def _compare(text: _Text, wanted: GoldAttribution, found: Attribution, content: Words, i: int, j: int) -> Pair | None:
    parts, whole = text.words(wanted.parts), text.words([wanted.content])
    if not whole & content:
        return None
    shared = max(_likeness(parts, content), _likeness(whole, content))
    if shared < HALF:
        return None
    exact = content in (parts, whole)
    nearly = exact or text.trimmed(content) in (text.trimmed(parts), text.trimmed(whole))
    strict, lenient = _same_speaker(wanted, found.speaker)
    return Pair(shared, exact, nearly, lenient, strict, lenient or wanted.source is None, i, j)


def _same_speaker(wanted: GoldAttribution, speaker: str) -> tuple[bool, bool]:
    """Return whether the speaker is right in the strict and in the lenient sense; neither where the gold names no source."""
    if wanted.source is None:
        return False, False
    strict = same_words(wanted.source, speaker)
    if strict:
        return True, True
    names = wanted.source_names
    if wanted.source_is_pronoun:
        return False, any(same_name(name, speaker) for name in names or wanted.source_guesses)
    return False, any(same_name(name, speaker) for name in names) or (not is_pronoun(speaker) and same_name(wanted.source, speaker))


def _judge_speaker(figures: AttributionFigures, name: str, wanted: GoldAttribution, source: str, speaker: str, pair: Pair) -> None:
    rates = figures.speakers
    rates.strict.judge(pair.strict)
    rates.lenient.judge(pair.lenient)
    if wanted.source_is_pronoun:
        rates.pronoun_lenient.judge(pair.lenient)
        known = wanted.source_names or wanted.source_guesses
        if known:
            rates.resolved.judge(any(same_name(one, speaker) for one in known))
    else:
        rates.named_strict.judge(pair.strict)
        rates.named_lenient.judge(pair.lenient)
    if not pair.lenient:
        figures.misses.append(Miss("wrong speaker", name, f"{speaker or 'nobody'}, not {source}: {_start(wanted.content_words)}"))


class _Text:
    """The words of a text, by their places."""

    def __init__(self, text: str) -> None:
        self._spans = [Span(*match.span()) for match in _WORD.finditer(text)]
        self._starts = [span.start for span in self._spans]
        self._leading = [text[span.start : span.end].lower() in _LEADING for span in self._spans]

    def words(self, parts: Iterable[Span]) -> Words:
        """Return the words that parts of the text touch."""
        return frozenset(index for part in parts for index in self._within(part))

    def trimmed(self, words: Words) -> Words:
        """Return the words without those that only begin a clause."""
        ordered = sorted(words)
        while ordered and self._leading[ordered[0]]:
            ordered = ordered[1:]
        return frozenset(ordered)

    def _within(self, part: Span) -> Iterator[int]:
        first = bisect_left(self._starts, part.start)
        if first and self._spans[first - 1].end > part.start:
            first -= 1
        for index in range(first, len(self._spans)):
            if self._starts[index] >= part.end:
                return
            yield index


def _likeness(one: Words, other: Words) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _start(words: str) -> str:
    return " ".join(words[:_SHOWN].split())


def _record(tally: Tally) -> dict[str, Any]:
    """Return a tally as this kind of gold is used to: nothing found or wanted is 0."""
    return {
        "P": tally.precision or 0.0,
        "R": tally.recall or 0.0,
        "F1": tally.f1 or 0.0,
        "tp": tally.right,
        "gold": tally.right + tally.missing,
        "pred": tally.right + tally.too_many,
    }
