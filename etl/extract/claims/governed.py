"""What a verb governs as the reader of an article sees it: where the clause that is said ends, and which clause is not said at all."""

from __future__ import annotations

from etl.extract.claims.attribution import Attribution
from etl.extract.claims.edges import trimmed_end
from etl.extract.layers import Layers, TokenSpan


def within_clauses(layers: Layers, attribution: Attribution | None) -> Attribution | None:
    """An attribution whose content ends with the clause that the cue governs; None when "content" is only a clause of when or why."""
    if attribution is None or not (layers.annotations.complements or layers.annotations.adverbials):
        return attribution
    cue, content = attribution.cue, attribution.content
    verbs = range(cue.start, cue.end)
    if attribution.order != "after":
        fronted = (layers.annotations.adverbials.get(verb) for verb in verbs)
        return None if any(f is not None and f.start <= content.start and content.end <= f.end for f in fronted) else attribution
    for verb in verbs:
        clause = layers.annotations.complements.get(verb)
        if clause is None or not clause.start <= content.start < clause.end:
            continue
        end = trimmed_end(layers, content.start, min(clause.end, content.end))
        if content.start < end < content.end and not (layers.quoted[end - 1] and layers.quoted[end]):
            return attribution._replace(content=TokenSpan(content.start, end))
    return attribution
