"""Judgements as a person reads them."""

from __future__ import annotations

from etl.judgements.records import Anchor, Judgement, TextAnchor

LONGEST = 80
"""Characters of a passage that are shown."""


def describe(judgement: Judgement) -> str:
    """Return a judgement in a line."""
    what = " and ".join(in_words(anchor) for anchor in judgement.anchors)
    said = f"set {judgement.field} to {judgement.value or 'nothing'}" if judgement.decision == "set" else judgement.decision
    return f"{said}: {judgement.about.replace('_', ' ')} {what}"


def in_words(anchor: Anchor) -> str:
    """Return what a judgement is about as a person reads it."""
    if not isinstance(anchor, TextAnchor):
        return f"{anchor.name} ({anchor.actor})" if anchor.actor else anchor.name
    quote = " ".join(anchor.quote.split())
    return f"“{quote if len(quote) <= LONGEST else quote[: LONGEST - 1] + '…'}” in {anchor.document_name}"
