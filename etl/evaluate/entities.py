"""Who and what is named: persons, states, initiatives."""

from __future__ import annotations

from collections.abc import Callable

from etl.evaluate.figures import Figures
from etl.evaluate.gold import GoldDocument
from etl.evaluate.matching import pair
from etl.evaluate.names import fold, same_initiative, same_person
from etl.evaluate.stored import FoundDocument


def score_entities(figures: Figures, gold: GoldDocument, found: FoundDocument) -> None:
    """Count persons and states; initiatives are only looked for, as nobody can list all that a text might name."""
    if gold.persons is not None:
        persons = tuple(person.name for person in gold.persons)
        _score(figures, "person", gold.name, persons, found.named["person"] - gold.persons_optional, same_person)
    if gold.states is not None:
        _score(figures, "state", gold.name, gold.states, found.named["state"] - gold.states_optional, lambda a, b: a == b)
    named = {fold(name) for name in found.named["initiative"]}
    for initiative in gold.initiatives or ():
        if initiative.optional:
            continue
        ok = any(same_initiative(fold(name), other) for name in initiative.names for other in named)
        figures.judge("initiatives found", ok)
        if not ok:
            figures.miss("initiative not found", gold.name, initiative.names[0])


def _score(figures: Figures, kind: str, document: str, wanted: tuple[str, ...], named: set[str], same: Callable[[str, str], bool]) -> None:
    found = sorted(named)
    partners = pair(wanted, found, lambda a, b: float(same(a, b)), 1.0)
    figures.tally(f"{kind}s").add(right=len(partners), wanted=len(wanted), found=len(found))
    for name in wanted:
        if not any(same(name, other) for other in found):
            figures.miss(f"{kind} not found", document, name)
    for name in found:
        if not any(same(other, name) for other in wanted):
            figures.miss(f"{kind} invented", document, name)
