"""Score a store against a gold directory (README.md here says how it is annotated), through the contract views.

Every figure comes with what was missed, so that a failing test says which rows to look at.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

Row = dict[str, Any]
G = TypeVar("G")
P = TypeVar("P")
HALF = 0.5
"""What spans or sets of participants must share to be the same."""


@dataclass
class Found:
    """How many rows of a kind are right, made up and missing."""

    right: int = 0
    made_up: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def value(self) -> float:
        """F1; 1 when nothing was wanted and nothing found."""
        wrong = len(self.made_up) + len(self.missing)
        return 2 * self.right / (2 * self.right + wrong) if self.right or wrong else 1.0

    def why(self) -> list[str]:
        return [*(f"missing: {m}" for m in self.missing), *(f"made up: {m}" for m in self.made_up)]


@dataclass
class Right:
    """How many of the rows found have the right value."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def value(self) -> float:
        """Share of right values."""
        total = self.right + len(self.wrong)
        return self.right / total if total else 1.0

    def judge(self, ok: bool, otherwise: str) -> None:
        if ok:
            self.right += 1
        else:
            self.wrong.append(otherwise)

    def why(self) -> list[str]:
        return self.wrong


@dataclass
class Scores:
    """All figures over one gold directory."""

    claims: Found = field(default_factory=Found)
    speaker: Right = field(default_factory=Right)
    act: Right = field(default_factory=Right)
    meetings: Found = field(default_factory=Found)
    persons: Found = field(default_factory=Found)
    states: Found = field(default_factory=Found)

    def __getitem__(self, name: str) -> Found | Right:
        figure: Found | Right = getattr(self, name)
        return figure


def score(store: Path, gold: Path) -> Scores:
    """Score every document that the gold directory describes. Raises KeyError when the store does not hold one."""
    held = documents(store)
    scores = Scores()
    for file in sorted(gold.glob("*.json")):
        wanted = json.loads(file.read_text(encoding="utf-8"))
        name = wanted["doc_name"]
        _claims(scores, name, wanted, held[name])
        _meetings(scores, name, wanted["meetings"], held[name]["meetings"])
        optional = set(wanted.get("persons_optional", [])) | {p["canonical_name"] for p in wanted["people"] if p.get("optional")}
        _entities(scores.persons, name, [p["canonical_name"] for p in wanted["people"]], held[name]["person"], optional, same_person)
        optional = set(wanted.get("states_optional", []))
        _entities(scores.states, name, wanted["states"], held[name]["state"], optional, lambda a, b: a == b)
    return scores


def same_person(one: str, other: str) -> bool:
    """Whether the words of one name are all in the other: a surname alone counts."""
    a, b = _words(one), _words(other)
    return bool(a) and bool(b) and (a <= b or b <= a)


def _words(name: str) -> set[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return set(re.findall(r"\w+", plain))


def _shared(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Twice the common length over both lengths."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0.0, 2 * common / (one[1] - one[0] + other[1] - other[0]))


def _pairs(wanted: Sequence[G], found: Sequence[P], likeness: Callable[[G, P], float], floor: float) -> dict[int, int]:
    """Each wanted row's partner, the most alike first, each partner once."""
    ranked = sorted((-likeness(w, f), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found))
    partners: dict[int, int] = {}
    for distance, i, j in ranked:
        if -distance >= floor and i not in partners and j not in partners.values():
            partners[i] = j
    return partners


def _same_people(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) == len(_pairs(one, other, lambda a, b: float(same_person(a, b)), 1.0))


def _claims(scores: Scores, name: str, gold: Row, held: Row) -> None:
    wanted, found = gold["claims"], held["claims"]
    partners = _pairs(wanted, found, lambda w, f: _shared((w["start"], w["end"]), f["span"]), HALF)
    for i, row in enumerate(wanted):
        where = f"{name} {row['start']}-{row['end']}"
        if row.get("optional"):
            continue
        if i not in partners:
            scores.claims.missing.append(f"{where} {row['act']} by {row['speakers']}")
            continue
        claim = found[partners[i]]
        scores.claims.right += 1
        speakers = [s for s in (claim["speakers"] or "").split("; ") if s]
        right = [row["speakers"], *row.get("alt_speakers", [])]
        scores.speaker.judge(any(_same_people(r, speakers) for r in right), f"{where} {speakers}, not {right}: {claim['text'][:70]}")
        acts = {row["act"], *row.get("alt_acts", [])}
        scores.act.judge(claim["act"] in acts, f"{where} {claim['act']}, not {sorted(acts)}: {claim['text'][:70]}")
    neutral = [tuple(span) for span in gold.get("neutral", [])] + [(w["start"], w["end"]) for w in wanted if w.get("optional")]
    for j, claim in enumerate(found):
        if j not in partners.values() and not any(_shared(span, claim["span"]) for span in neutral):
            scores.claims.made_up.append(f"{name} {claim['span'][0]}-{claim['span'][1]} {claim['text'][:90]}")


def _meetings(scores: Scores, name: str, wanted: list[Row], found: list[Row]) -> None:
    partners = _pairs(wanted, found, _alike, HALF)
    for i, meeting in enumerate(wanted):
        if not meeting.get("primary", True) or meeting["status"] != "held" or meeting.get("optional"):
            continue
        if i in partners:
            scores.meetings.right += 1
        else:
            scores.meetings.missing.append(f"{name} {meeting['date']} {_people(meeting)}")
    for j, meeting in enumerate(found):
        if j not in partners.values() and meeting["status"] == "held" and not meeting["background"]:
            scores.meetings.made_up.append(f"{name} {meeting['date']} {_people(meeting)}")


def _alike(wanted: Row, found: Row) -> float:
    """By persons, or by actors where one side names nobody; 0 when the dates cannot be one."""
    a, b = _days(wanted["date"]), _days(found["date"])
    if a and b and (a[1] < b[0] or b[1] < a[0]):
        return 0.0
    people, others = _people(wanted), _people(found)
    if people and others:
        return 2 * len(_pairs(people, others, lambda x, y: float(same_person(x, y)), 1.0)) / (len(people) + len(others))
    actors = {p["actor"] for p in wanted["participants"]} - {None}
    parties = {p["actor"] for p in found["participants"]} - {None}
    return 0.9 * 2 * len(actors & parties) / (len(actors) + len(parties)) if actors and parties else 0.0


def _people(meeting: Row) -> list[str]:
    return [p["person"] for p in meeting["participants"] if p["person"]]


def _days(text: str | None) -> tuple[str, str] | None:
    """First and last day of "2024", "2024-05", "2024-05-06" or "2024-05-06/2024-05-08"."""
    if not text:
        return None
    first, _, last = text.partition("/")
    return (first + "-01-01"[len(first) - 4 :])[:10], ((last or first) + "-12-31"[len(last or first) - 4 :])[:10]


def _entities(figure: Found, name: str, wanted: list[str], found: set[str], optional: set[str], same: Callable[[str, str], bool]) -> None:
    partners = _pairs(wanted, sorted(found), lambda w, f: float(same(w, f)), 1.0)
    taken = {sorted(found)[j] for j in partners.values()}
    for i, entity in enumerate(wanted):
        if i in partners:
            figure.right += entity not in optional
        elif entity not in optional:
            figure.missing.append(f"{name} {entity}")
    figure.made_up += [f"{name} {entity}" for entity in sorted(found - taken) if not any(same(o, entity) for o in optional)]


def documents(store: Path) -> dict[str, Row]:
    """What the views say of each document; offsets from the document's beginning."""
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row

        def rows(query: str) -> list[Row]:
            return [dict(row) for row in database.execute(query)]

        held: dict[str, Row] = defaultdict(lambda: {"claims": [], "meetings": [], "person": set(), "state": set()})
        articles = {row["article_id"]: row for row in rows("SELECT article_id, document_name, char_start FROM v_articles")}
        for article in articles.values():
            held[article["document_name"]]  # also one that gives nothing
        for claim in rows("SELECT * FROM v_claims"):
            article = articles[claim["article_id"]]
            span = (article["char_start"] + claim["char_start"], article["char_start"] + claim["char_end"])
            held[article["document_name"]]["claims"].append({**claim, "span": span})
        participants = defaultdict(list)
        for row in rows("SELECT * FROM v_meeting_participants"):
            participants[row["meeting_id"]].append(row)
        meetings = {row["meeting_id"]: row for row in rows("SELECT * FROM v_meetings")}
        for report in rows("SELECT DISTINCT r.meeting_id, a.document_name FROM v_meeting_reports r JOIN v_articles a USING (article_id)"):
            meeting = meetings[report["meeting_id"]]
            date = f"{meeting['start_on']}/{meeting['end_on'] or meeting['start_on']}" if meeting["start_on"] else None
            row = {**meeting, "date": date, "participants": participants[report["meeting_id"]]}
            held[report["document_name"]]["meetings"].append(row)
        for mention in rows("SELECT DISTINCT article_id, kind, name FROM v_mentions WHERE kind IN ('person', 'state')"):
            held[articles[mention["article_id"]]["document_name"]][mention["kind"]].add(mention["name"])
    return dict(held)
