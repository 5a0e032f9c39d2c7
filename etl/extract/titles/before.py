"""Titles right before a name.

"Kenyan President X", "President of Kenya X", "Member of the Political Bureau of … and Foreign Minister X".
"""

from __future__ import annotations

from typing import Final

from etl.extract.titles.places import AT_BODIES, MAX_TAIL, TAIL_CONNECTORS, TitlePhrase, Titles
from etl.extract.titles.premodified import with_premodifier

_POSTED_HERE: Final = ["to", "the", "country"]
"""After "Chilean Ambassador": to that of the writer."""
_OF_OFFICES: Final = frozenset({"of", "to", "for"})
"""What joins an office to the one that it serves: "adviser to the President"."""
_STAFFS: Final = frozenset({"administration", "office", "apparatus", "secretariat", "staff", "chancellery", "cabinet"})
"""What serves somebody in an office: "Deputy Head of the Executive Office of the President"."""


def title_before(titles: Titles, name_start: int, floor: int) -> TitlePhrase | None:
    """The title phrase that ends right before a name, looked for no further left than `floor`."""
    title = titles.ending.get(name_start)
    if title is not None and title.start >= floor:
        own = with_premodifier(titles, title, name_start, floor)
        return of_whom(titles, own, name_start, floor) if _is_served(titles, own) else own
    if not titles.is_near(name_start):
        return None
    # TITLE of (the) ACTOR NAME
    lower = titles.layers.tokens.lower
    if name_start - 3 > floor and lower[name_start - 1] == ")" and lower[name_start - 3] == "(":
        phrase = title_before(titles, name_start - 3, floor)  # "External Affairs Minister (EAM) NAME"
        return phrase._replace(end=name_start) if phrase is not None else None
    posted = titles.ending.get(name_start - len(_POSTED_HERE))
    if posted is not None and posted.start >= floor and lower[posted.end : name_start] == _POSTED_HERE:
        return with_premodifier(titles, posted, name_start, floor)
    index = name_start - 1
    if index >= floor and lower[index] in TAIL_CONNECTORS:
        return None  # "chairman of the Council for X": X belongs to the body
    while index >= floor and name_start - index <= MAX_TAIL and not titles.stops(index):
        if not titles.in_tail(index):
            break
        opens = lower[index] in ("of", "to", "for", ",") or (
            lower[index] in AT_BODIES and titles.names_body(index + 1, name_start, places=False)
        )
        if opens and index in titles.ending and titles.names_body(index + 1, name_start):
            title = titles.ending[index]
            phrase = with_premodifier(titles, title, name_start, floor)
            actor = phrase.actor if phrase.actor and phrase.start < title.start else titles.first_actor(index, name_start) or phrase.actor
            return of_whom(titles, phrase._replace(actor=actor), name_start, floor)
        index -= 1
    return None


def beyond_rank(titles: Titles, rank: TitlePhrase, floor: int) -> TitlePhrase | None:
    """The office before the comma before a rank, where it is said whose it is: "Peru's Minister of Ports, Ambassador X Y"."""
    start = rank.start
    if start - 1 <= floor or titles.layers.tokens.lower[start - 1] != ",":
        return None
    office = title_before(titles, start - 1, floor)
    return office._replace(end=rank.end) if office is not None and office.actor is not None and not office.plural else None


def of_whom(titles: Titles, phrase: TitlePhrase, end: int, floor: int) -> TitlePhrase:
    """The office of "special representative of the UN Secretary-General for X", which is not the one it names after "of"."""
    lower = titles.layers.tokens.lower
    outer = titles.ending.get(phrase.start - 1)
    if outer is None or lower[phrase.start - 1] not in _OF_OFFICES or outer.start < floor or outer.title.plural:
        return _of_staff(titles, phrase, end, floor)
    served = with_premodifier(titles, outer, end, floor)
    return served._replace(actor=served.actor or phrase.actor)


def _is_served(titles: Titles, phrase: TitlePhrase) -> bool:
    """Whether a title with its article is that of whom an aide serves: "chief of staff to | the President General X Y"."""
    lower, to = titles.layers.tokens.lower, phrase.start - 1
    return to > 0 and lower[to] == "to" and lower[phrase.start] == "the" and lower[to - 1] in _AIDES


_AIDES: Final = frozenset("adviser advisor aide assistant staff counsellor counselor spokesman spokeswoman spokesperson".split())


def _of_staff(titles: Titles, phrase: TitlePhrase, end: int, floor: int) -> TitlePhrase:
    """The office of "Head of the Administration of the President of Peru X Y": who heads a staff is not whom it serves."""
    lower = titles.layers.tokens.lower
    of = phrase.start - 1 - (lower[phrase.start - 1] == "the")
    if of <= floor or lower[of] != "of" or lower[of - 1] not in _STAFFS:
        return phrase
    start = of - 1
    while start > floor + 1 and lower[start] not in ("of", "the", ","):
        start -= 1
    start -= lower[start] == "the"
    outer = titles.ending.get(start) if lower[start] == "of" else None
    if outer is None or outer.start < floor or outer.title.plural:
        return phrase
    served = with_premodifier(titles, outer, end, floor)
    return served._replace(actor=served.actor or phrase.actor, text=titles.layers.tokens.surface(served.start, of))


def may_end(titles: Titles, name_start: int, name_end: int) -> bool:
    """Whether a single word after a title and its tail is a name: the tail is complete before it, and no name of a body goes on."""
    tokens = titles.layers.tokens
    word = tokens.lower[name_start]
    if (word in titles.words.collective or (word in titles.words.persons and word.endswith("s"))) and name_end - name_start == 1:
        return False  # "Assistant Minister for International | Organizations", "head of the Union of Peruvian | Workers"
    if name_end < len(tokens) and tokens.is_capitalized(name_end) and (name_end in titles.entity_at or name_end in titles.starting):
        return False
    if name_start in titles.ending or name_start in titles.entity_ending:
        return True
    return tokens.lower[name_start - 1] in titles.body_words or not tokens.lower[name_start - 1].isalpha()


def is_apposition(titles: Titles, phrase: TitlePhrase) -> bool:
    """Whether a title before a comma and a name may as well be the apposition of a name before it: "X Y, minister of A, Z W, …"."""
    tokens, start = titles.layers.tokens, phrase.start
    return start > 1 and tokens.lower[start - 1] == "," and tokens.is_capitalized(start - 2) and start - 1 not in titles.entity_ending
