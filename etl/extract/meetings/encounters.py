"""Officials of different states in one sentence that tells of contact in whatever words: "X gave Y forty minutes", "X showed Y the door".

No list of phrases holds all the ways in which people are brought together; that one is the subject, another an object or partner, that both
are in office for different states, and a word of contact, hospitality or talk stands with them, mostly means that they met.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from etl.extract.grammar import PERSONAL
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate, Format, Side, make_candidate
from etl.extract.meetings.parties import members, with_subject
from etl.extract.meetings.voices import told_alike
from etl.extract.wordlists import WordList
from etl.lexicon.meetings import load_meeting_words

RULE = "encounter"
_SIDES = 2
_MOST = 7
_SUBJECTS = frozenset({"person", "group", "office"})
_BELONGING = frozenset({"of", "by", "from", "for", "against", "about", "on", "as", "than", "like", "that", "whose"})
"""Words after which a name belongs to something else: "the remarks of X"."""
_MEETING_OF = frozenset(
    "visit visits credentials credence call calls delegation arrival reception honour honor presence company behalf meeting talks".split()
)
_ABSENT = frozenset(
    {"invitation", "predecessor", "successor", "behalf", "greetings", "letter", "message", "late", "greeting", "regards", "wishes"}
)
_IN_TURN = frozenset("separately individually respectively then next later afterwards turn ; after".split())


def sentences_of_contact(layers: Layers) -> frozenset[int]:
    """The numbers of the sentences with a word of contact: there are no encounters in others."""
    return frozenset(layers.sentence_of[index] for index in layers.tokens.where(_openings()))


@cache
def _openings() -> WordList:
    return WordList(load_meeting_words().contact_words)


def find_encounter(layers: Layers, sentence: Sentence, found: Iterable[Candidate]) -> Candidate | None:
    """The encounter that a sentence of contact tells of, where none of its candidates has two sides."""
    words = load_meeting_words()
    lower = layers.tokens.lower
    present = set(lower[sentence.start : sentence.end])
    if not present.isdisjoint(words.distance_words) or any(len(c.sides) >= _SIDES for c in found):
        return None
    nominals = [n for n in layers.nominals.within(sentence.start, sentence.end) if _takes_part(layers, n, sentence)]
    sides: list[Side] = []
    for nominal in nominals:
        new = with_subject(layers, nominal, nominal.start) if nominal.kind == "pronoun" else members(layers, nominal)
        sides += [side for side in new if side.person is not None and all(side.person != s.person for s in sides)]
    if not _SIDES <= len(sides) <= _MOST:
        return None
    trigger = next(
        (i for i in range(sentence.start, sentence.end) if lower[i] in words.contact_words and told_alike(layers, nominals[0].start, i)),
        None,
    )
    if trigger is None:
        return None
    phone = not present.isdisjoint(words.phone_words)
    form: Format = "call" if phone else "meeting"
    apart = len(sides) > _SIDES and not _IN_TURN.isdisjoint(present)
    return make_candidate(layers, trigger, sides, RULE, 0.6, format=form, noun=form, separate=apart, implied=True)


def _takes_part(layers: Layers, nominal: Nominal, sentence: Sentence) -> bool:
    """Whether a nominal is a subject, object or partner: not whose word or invitation something is, and not in a speaker's words."""
    lower = layers.tokens.lower
    if nominal.kind == "pronoun":
        return nominal.head in PERSONAL - {"they"} and nominal.start - sentence.start <= 1
    if nominal.kind not in _SUBJECTS or not nominal.people or all(layers.people[p].name is None for p in nominal.people):
        return False
    if any(
        a.content is not None and a.content.start <= nominal.start < a.content.end
        for a in layers.attributions.get(layers.sentence_of[sentence.start], ())
    ):
        return False
    start = nominal.start - (lower[nominal.start - 1] in ("the", "his", "her", "its", "their"))
    before = lower[start - 1] if start > sentence.start else ""
    near = lower[max(sentence.start, start - 5) : start]
    if not _ABSENT.isdisjoint(near):
        return False
    return before not in _BELONGING or before == "by" or not _MEETING_OF.isdisjoint(near)
