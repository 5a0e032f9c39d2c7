"""Claims: found where they stand, with the right speaker, on the right behalf, doing the right thing."""

from __future__ import annotations

from etl.evaluate.figures import Figures
from etl.evaluate.gold import GoldClaim, GoldDocument
from etl.evaluate.matching import HALF, overlap, pair, same_people
from etl.evaluate.names import fold
from etl.evaluate.stored import FoundClaim, FoundDocument

_SHOWN = 80
"""Characters of a claim that a miss shows."""


def score_claims(figures: Figures, gold: GoldDocument, found: FoundDocument) -> None:
    """Count claims, inside the scope where there is one. One found in neutral text, or in an optional claim, counts neither way."""
    if gold.claims is None:
        return
    claims = found.claims
    if gold.claims_scope is not None:
        claims = [claim for claim in claims if any(overlap(claim.span, span) for span in gold.claims_scope)]
    partners = pair(gold.claims, claims, lambda wanted, claim: overlap(wanted.span, claim.span), HALF)
    tally = figures.tally("claims")
    for i, wanted in enumerate(gold.claims):
        if wanted.optional:
            continue
        if wanted.continuation:
            figures.judge("headless claims found", i in partners)
        if i in partners:
            tally.right += 1
            _judge(figures, gold.name, wanted, claims[partners[i]])
        else:
            tally.missing += 1
            figures.miss("claim not found", gold.name, f"{_place(wanted)} {wanted.acts[0]} by {_names(wanted.speakers[0])}")
    neutral = [*gold.neutral, *(wanted.span for wanted in gold.claims if wanted.optional)]
    taken = set(partners.values())
    for j, claim in enumerate(claims):
        if j not in taken and not any(overlap(span, claim.span) for span in neutral):
            tally.too_many += 1
            figures.miss("claim invented", gold.name, f"{_place(claim)} {_start(claim)}")


def right_speaker(wanted: GoldClaim, speakers: tuple[str, ...]) -> bool:
    """Whether the speakers are those of one of the right answers."""
    return any(same_people(right, speakers) for right in wanted.speakers)


def _judge(figures: Figures, document: str, wanted: GoldClaim, claim: FoundClaim) -> None:
    """Judge the values of a claim that was found."""
    ok = right_speaker(wanted, claim.speakers)
    figures.judge("claim speaker", ok)
    if wanted.continuation:
        figures.judge("headless claim speaker", ok)
    if not ok:
        right = " or ".join(map(_names, wanted.speakers))
        figures.miss("wrong speaker", document, f"{_place(wanted)} {_names(claim.speakers)}, not {right}: {_start(claim)}")
    if wanted.on_behalf_of:
        ok = fold(claim.on_behalf_of) in {_actors(right) for right in wanted.on_behalf_of}
        figures.judge("claim on behalf of", ok)
        if not ok:
            right = " or ".join(wanted.on_behalf_of)
            figures.miss("wrong behalf", document, f"{_place(wanted)} {claim.on_behalf_of or 'nobody'}, not {right}: {_start(claim)}")
    ok = claim.act in wanted.acts
    figures.judge("claim act", ok)
    if not ok:
        figures.miss("wrong act", document, f"{_place(wanted)} {claim.act}, not {' or '.join(wanted.acts)}: {_start(claim)}")
    figures.judge("claim direct", wanted.direct == claim.direct)


def _actors(behalf: str) -> str:
    """Return "joint:CN+AZ" as the store writes it."""
    return fold("+".join(sorted(behalf.removeprefix("joint:").split("+"))))


def _place(row: GoldClaim | FoundClaim) -> str:
    return f"{row.span.start}-{row.span.end}"


def _names(names: tuple[str, ...]) -> str:
    return "; ".join(names) or "nobody"


def _start(claim: FoundClaim) -> str:
    return " ".join(claim.text[:_SHOWN].split())
