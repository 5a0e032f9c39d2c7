"""Which observed rows are right: each row by itself, as its confidence is meant. What the gold does not ask for is not judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.evaluate.attribution_gold import AttributedText
from etl.evaluate.attributions import Attribution, pair_attributions
from etl.evaluate.claims import right_speaker
from etl.evaluate.gold import GoldDocument, GoldPerson
from etl.evaluate.matching import HALF, overlap, pair, same_people
from etl.evaluate.meetings import likeness
from etl.evaluate.names import same_person
from etl.evaluate.stored import Observed
from etl.records import Claim, MeetingReport, Observations, Span


@dataclass(frozen=True, slots=True)
class Judged:
    """An observed row with its kind, rule and confidence, and whether it is right."""

    kind: str
    rule: str
    confidence: float
    right: bool


def judge_document(gold: GoldDocument, articles: Sequence[Observed]) -> Iterator[Judged]:
    """Yield every row of a document that the gold says something of.

    A claim is right when the gold has it with this speaker; a meeting, when the gold has it with these participants; a person or a state,
    when it is named there; an office, when its holder stands for this actor. Rows in neutral text or over optional gold are not judged.
    """
    yield from _claims(gold, articles)
    for article in articles:
        for meeting in article.observations.meetings:
            right = _meeting(gold, article, meeting)
            if right is not None:
                yield Judged("meeting", meeting.rule, meeting.confidence, right)
        yield from _people(gold, article.observations)
        yield from _states(gold, article.observations)


def judge_text(gold: AttributedText, articles: Sequence[Observed]) -> Iterator[Judged]:
    """Yield the claims of a text: right when the gold has the content with this speaker (if a claim names nobody, this source)."""
    rows = [(article, claim, article.speakers(claim)) for article in articles for claim in article.observations.claims]
    found = [Attribution(article.moved(claim.content or claim.span), "; ".join(sorted(names))) for article, claim, names in rows]
    pairs = {pair.found: pair for pair in pair_attributions(gold, found).values()}
    for j, (article, claim, names) in enumerate(rows):
        right = j in pairs and pairs[j].whole
        if j in pairs and not names and claim.source:
            # "The council": the row says rightly that no person is named, and for whom it speaks is not asked here.
            source = gold.attributions[pairs[j].wanted].source_span
            right = right or (source is not None and overlap(article.moved(claim.source), source) > 0)
        yield Judged("claim", claim.rule, claim.confidence, right)


def _claims(gold: GoldDocument, articles: Sequence[Observed]) -> Iterator[Judged]:
    if gold.claims is None:
        return
    rows: list[tuple[Observed, Claim, Span]] = [
        (article, claim, article.moved(claim.span)) for article in articles for claim in article.observations.claims
    ]
    if gold.claims_scope is not None:
        rows = [row for row in rows if any(overlap(row[2], span) for span in gold.claims_scope)]
    partners = pair(gold.claims, rows, lambda wanted, row: overlap(wanted.span, row[2]), HALF)
    wanted_by = {j: gold.claims[i] for i, j in partners.items()}
    neutral = [*gold.neutral, *(wanted.span for wanted in gold.claims if wanted.optional)]
    for j, (article, claim, span) in enumerate(rows):
        wanted = wanted_by.get(j)
        if wanted is None and any(overlap(span, other) for other in neutral):
            continue
        if wanted is None or not wanted.optional:
            right = wanted is not None and right_speaker(wanted, article.speakers(claim))
            yield Judged("claim", claim.rule, claim.confidence, right)


@dataclass(frozen=True, slots=True)
class _Sides:
    people: tuple[str, ...]
    actors: frozenset[str]


def _meeting(gold: GoldDocument, article: Observed, meeting: MeetingReport) -> bool | None:
    """Whether the gold has this meeting with these participants; None where it does not say.

    Several sentences may report one meeting, so a meeting of the gold may be that of several rows.
    """
    if gold.meetings is None:
        return None
    sides = _Sides(
        article.names(p.person for p in meeting.participants if p.person is not None),
        frozenset(p.actor.name for p in meeting.participants if p.actor),
    )
    end = meeting.end_on or meeting.start_on
    date = f"{meeting.start_on}/{end}" if meeting.start_on else None
    alike = [(likeness(wanted.dates[0] if wanted.dates else None, wanted, date, sides), wanted) for wanted in gold.meetings]
    best, wanted = max(alike, key=lambda row: row[0], default=(0.0, None))
    if best < HALF or wanted is None:
        # Nobody asks for all that is planned, or looked back at.
        return None if meeting.background or meeting.status != "held" else False
    if wanted.optional:
        return None
    same = same_people(wanted.people, sides.people) if wanted.people or sides.people else wanted.actors == sides.actors
    return same and wanted.status == meeting.status


def _people(gold: GoldDocument, observations: Observations) -> Iterator[Judged]:
    if gold.persons is None:
        return
    known: dict[int, GoldPerson | None] = {}
    for person in observations.people:
        if person.name and person.name not in gold.persons_optional:
            known[person.index] = next((p for p in gold.persons if same_person(p.name, person.name)), None)
            yield Judged("person", person.rule, person.confidence, known[person.index] is not None)
    for mention in observations.mentions:
        if mention.kind == "person" and mention.person in known:
            yield Judged("person_mention", mention.rule, mention.confidence, known[mention.person] is not None)
    for office in observations.offices:
        bearer = known.get(office.person)
        if office.person in known and office.actor and (bearer is None or bearer.actor):
            yield Judged("office", office.rule, office.confidence, bearer is not None and bearer.actor == office.actor.name)


def _states(gold: GoldDocument, observations: Observations) -> Iterator[Judged]:
    for mention in observations.mentions if gold.states is not None else ():
        if mention.kind == "state" and mention.name not in gold.states_optional:
            yield Judged("state_mention", mention.rule, mention.confidence, mention.name in (gold.states or ()))
