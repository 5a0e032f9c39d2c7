"""The subject of a verb as the reader of an article sees it, where the words alone do not tell."""

from __future__ import annotations

from etl.extract.grammar import CLAUSE_BOUNDARIES
from etl.extract.layers import Layers, Nominal, Sentence


def annotated_subject(layers: Layers, verb: int, sentence: Sentence) -> Nominal | None:
    """The subject before a verb: the nominal at its head, else a proper name. Relative pronouns and things are left to the rules."""
    subject = layers.annotations.subjects.get(verb)
    if subject is None or subject.start < sentence.start or subject.head >= verb:
        return None
    head, lower = subject.head, layers.tokens.lower
    nominal = next((n for n in layers.nominals.covering(head) if n.kind != "thing"), None)
    if nominal is not None or not layers.tokens.is_capitalized(head) or lower[head] in CLAUSE_BOUNDARIES:
        return nominal
    return Nominal(_name_start(layers, subject.start, head), head + 1, "name", head=lower[head])


def _name_start(layers: Layers, start: int, head: int) -> int:
    """Where the capitalised words that end with the head begin."""
    begin = head
    while begin > start and layers.tokens.is_capitalized(begin - 1):
        begin -= 1
    return begin
