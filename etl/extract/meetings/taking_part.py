"""Who of those that a sentence names takes part in what it tells: not whose word, wish or invitation something is."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import FINITE, PERSONAL
from etl.extract.layers import Layers, Nominal, Sentence
from etl.lexicon.meetings import load_meeting_words

_INVITER_REACH: Final = 16
"""Tokens of titles between "invitation" and the name of who invited."""
NAMED_SUBJECTS: Final = frozenset({"person", "group", "office"})
_BELONGING: Final = frozenset({"of", "by", "from", "for", "against", "about", "on", "as", "than", "like", "that", "whose"})
"""Words after which a name belongs to something else: "the remarks of X"."""
_MEETING_OF: Final = frozenset(
    "visit visits credentials credence call calls delegation arrival reception honour honor presence company".split()
) | {
    "meeting",
    "talks",
    "leadership",
}
_ABSENT: Final = frozenset(
    {
        "invitation",
        "invitations",
        "predecessor",
        "successor",
        "behalf",
        "greetings",
        "letter",
        "message",
        "late",
        "greeting",
        "regards",
        "wishes",
    }
)
_KIN: Final = frozenset("wife husband spouse son daughter brother sister father mother".split())
_PROPOSED: Final = frozenset({"proposed", "planned", "forthcoming", "upcoming", "possible", "expected"})
_CONVENING: Final = frozenset("called convened proposed organised organized appointed written signed launched created founded".split())
_HOSTED: Final = frozenset({"hosted", "chaired"})
_HOSTED_REACH: Final = 10
_OF_MANY: Final = frozenset({"summit", "conference", "forum", "congress", "assembly"})
_TERMS: Final = frozenset("administration government presidency cabinet rule tenure reign leadership".split())
"""What is of somebody who need not be there: "during the administration of X"."""
_OTHER_CLAUSES: Final = (["when"], ["while"], ["where"], ["although"], ["because"], ["before"])


def is_spouse(layers: Layers, person: int) -> bool:
    """Whether somebody is there as the wife or husband of another."""
    titles = layers.people[person].titles
    return bool(titles) and all(title.lower() in _SPOUSES for title in titles)


_SPOUSES: Final = frozenset({"first lady", "first gentleman", "madame", "mrs", "mrs."})


def is_told(layers: Layers, nominal: Nominal) -> bool:
    """Whether a nominal stands in what somebody says."""
    found = layers.attributions.get(layers.sentence_of[nominal.start], ())
    return any(a.content is not None and a.content.start <= nominal.start < a.content.end for a in found if a.says)


def _invites(lower: list[str], start: int, index: int) -> bool:
    """Whether it is by somebody's invitation, however many offices stand before the name."""
    several = "invitations" in lower[max(start, index - _INVITER_REACH) : index]  # "invitations from X of A, Y of B and Z"
    for step in range(index - 1, max(start, index - _INVITER_REACH) - 1, -1):
        if lower[step] in ("invitation", "invitations"):
            return True
        if lower[step] in FINITE or lower[step] == ";" or (lower[step] == "," and not several):
            return False
    return False


def takes_part(layers: Layers, nominal: Nominal, sentence: Sentence) -> bool:
    """Whether a nominal is a subject, object or partner: not whose word or invitation something is, and not in a speaker's words."""
    lower = layers.tokens.lower
    if nominal.kind == "pronoun":
        return nominal.head != "they" and nominal.head in PERSONAL and nominal.start - sentence.start <= 1
    if nominal.kind not in NAMED_SUBJECTS or not nominal.people or all(layers.people[p].name is None for p in nominal.people):
        return False
    start = nominal.start - (lower[nominal.start - 1] in ("the", "his", "her", "its", "their"))
    before = lower[start - 1] if start > sentence.start else ""
    if before.endswith("ed") and lower[start - 2] in ("that", "which", "who") and start - 2 > sentence.start:
        return False  # "met the junta that deposed X"
    near = lower[max(sentence.start, start - 5) : start]
    near = near[:-1] if near[-1:] in (["mr"], ["mrs"], ["mr."], ["mrs."]) else near
    if not _KIN.isdisjoint(near[-2:]):
        return False  # "with her husband, X Y,"
    if "of" in near and not _PROPOSED.isdisjoint(near):
        return False  # "to prepare the proposed visit of X"
    if not _ABSENT.isdisjoint([*near, *lower[start : nominal.end]]) or near[-1:] in _OTHER_CLAUSES:
        return False
    if _invites(lower, sentence.start, start) or lower[nominal.end : nominal.end + 1] in (["'s"], ["'"]):
        return False
    if before == "to" and (whose := layers.nominals.ending(start - 1)) is not None and whose.kind == "role":
        return False  # "met aides to X"
    if before == "by":
        # not "a meeting of presidents called by X", "plans submitted by X and Y", "for consideration by X and Y"
        done, words = lower[start - 2], load_meeting_words()
        if done in _HOSTED and not _OF_MANY.isdisjoint(lower[max(sentence.start, start - _HOSTED_REACH) : start]):
            return False  # "attended the summit hosted by X": so did others
        joining = done in words.contact_words or done in words.attending_words
        return done not in _CONVENING and (joining or not done.endswith(("ed", "tion")))
    return before not in _BELONGING or (lower[start - 2] not in _TERMS and not _MEETING_OF.isdisjoint(near))
