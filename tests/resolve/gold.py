"""Observations made of the gold standard in `../shared`, and the measures of `score_merge.py` over a `Resolution`.

The extractor is left out on purpose: this shows what resolving alone can do. `vague=True` takes away what real reports often lack.
"""

from __future__ import annotations

import json
import re
from itertools import combinations
from pathlib import Path
from typing import Any, Literal

from etl.records import (
    ActorRef,
    Claim,
    DatePrecision,
    MeetingReport,
    Mention,
    Observations,
    ObservedArticle,
    Participant,
    PersonReference,
    Span,
)
from etl.resolve import Resolution

from .builders import actor, day

SHARED = Path(__file__).resolve().parents[3] / "shared"
STATE_WORDS = {
    "CN": "China|Chinese", "UZ": "Uzbekistan|Uzbek", "KG": "Kyrgyzstan|Kyrgyz", "AZ": "Azerbaijan|Azerbaijani",
    "BY": "Belarus|Belarusian", "RU": "Russia|Russian", "MN": "Mongolia|Mongolian", "TR": "Türkiye|Turkish", "IN": "India|Indian",
}  # fmt: skip


def load_merge() -> dict[str, Any]:
    return dict(json.loads((SHARED / "gold/merge.json").read_text(encoding="utf-8")))


def _dates(text: str | None) -> tuple[str | None, str | None, DatePrecision]:
    if not text:
        return None, None, "unknown"
    start, _, end = text.partition("/")
    precision: dict[int, DatePrecision] = {4: "year", 7: "month", 10: "day"}
    return start + "-01-01"[len(start) - 4 :] if len(start) < 10 else start, end or None, "range" if end else precision[len(start)]


def load_articles(*, vague: bool = False) -> list[ObservedArticle]:
    merge = load_merge()
    made = []
    for path in sorted((SHARED / "gold/seeds").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (SHARED / "articles/seeds" / gold["doc_name"]).read_bytes().decode("utf-8")
        dates = {a["start"]: a["date"] for a in gold["articles"]}
        for name, place in sorted(merge["articles"].items()):
            if place["doc_name"] == gold["doc_name"]:
                made.append(_article(int(name[1:]), place["start"], place["end"], text, gold, dates, vague=vague))
    return made


def _article(number: int, start: int, end: int, text: str, gold: dict[str, Any], dates: dict[int, str], *, vague: bool) -> ObservedArticle:
    people: dict[str, PersonReference] = {}
    actors = {p["canonical_name"]: p["actor"] for p in gold["people"]}
    titles = {p["canonical_name"]: p["titles"][0]["title"] for p in gold["people"] if p["titles"]}

    def person(name: str) -> int:
        if name not in people:
            known: Literal["name", "text"] = "text" if len(name) % 3 == 0 else "name"
            people[name] = PersonReference(len(people), name, actor(actors.get(name)), titles.get(name), None, known, "gold", 0.9)
        return people[name].index

    meetings: list[MeetingReport] = []
    for m in gold["meetings"]:
        evidence = tuple(Span(s - start, e - start) for s, e in m["evidence"] if start <= s < end)
        if not evidence:
            continue
        on, until, precision = _dates(m["date"])
        where, event = m["place"], m["host_event"]
        parties = tuple(Participant(person(p["person"]), actor(p["actor"]), p["role"]) for p in m["participants"])
        if vague and number in (0, 1) and m["primary"]:
            where = event = None
            if number == 1 and m["kind"] == "bilateral":
                on, until, precision = None, None, "unknown"
        meetings.append(
            MeetingReport(
                len(meetings), m["kind"], m["status"], not m["primary"], day(on), day(until), precision, "explicit", where, None,
                event, m["on_sidelines"], parties, evidence[0], evidence, "gold", 0.9,
            )
        )  # fmt: skip
    claims: list[Claim] = []
    for c in sorted(gold["claims"], key=lambda c: c["start"]):
        if not start <= c["start"] < end:
            continue
        span = Span(c["start"] - start, c["end"] - start)
        speakers = tuple(person(n) for n in c["speakers"])
        addressees = tuple(person(n) for n in c["addressee"] or ())
        behalf = (c["on_behalf_of"] or "").removeprefix("joint:")
        claims.append(
            Claim(
                len(claims), span, None, None, None, c["cue"], speakers, None, tuple(r for b in behalf.split("+") if (r := actor(b))),
                addressees,
                (), (), tuple(ActorRef("state", s) for s in c["states"]), tuple(c["initiatives"]), c["act"], c["direct"],
                c["continuation"], "positive", "actual", None, "gold", 0.9,
            )
        )  # fmt: skip
    body = text[start:end]
    mentions = tuple(
        Mention(Span(*hit.span()), "state", code, hit.group(), "gold", 0.9)
        for code, words in STATE_WORDS.items()
        for hit in re.finditer(rf"\b(?:{words})\b", body)
    )
    published = dates.get(start)
    observations = Observations(people=tuple(people.values()), mentions=mentions, meetings=tuple(meetings), claims=tuple(claims))
    return ObservedArticle(number, gold["doc_name"], None, None, day(published), body, observations)


def f1(right: int, too_many: int, missing: int) -> float:
    return 2 * right / (2 * right + too_many + missing) if right else 0.0


def statement_f1(articles: list[ObservedArticle], resolution: Resolution) -> tuple[float, set[frozenset[Any]], set[frozenset[Any]]]:
    """Return F1 of the claim pairs, the pairs joined too many and the pairs missing; a claim is (article, start in the document)."""
    merge = load_merge()
    base = {int(n[1:]): place["start"] for n, place in merge["articles"].items()}
    scope = {int(n[1:]) for n in merge["statement_articles"]}
    start_of = {(a.article_id, c.index): base[a.article_id] + c.span.start for a in articles for c in a.observations.claims}
    members: dict[int, list[tuple[int, int]]] = {}
    for link in resolution.statement_links:
        if link.article_id in scope:
            place = (link.article_id, start_of[link.article_id, link.claim_index])
            members.setdefault(link.statement_id, []).append(place)
    joined = {frozenset((x, y)) for group in members.values() for x, y in combinations(group, 2) if x[0] != y[0]}
    wanted = {frozenset((int(n[1:]), s) for n, s, _ in pair) for pair in merge["statements"]}
    return f1(len(joined & wanted), len(joined - wanted), len(wanted - joined)), joined - wanted, wanted - joined


def meeting_f1(articles: list[ObservedArticle], resolution: Resolution) -> tuple[float, float]:
    """Return F1 of the distinct meetings and of their reports, by the gold ids that the observations were made of."""
    merge = load_merge()
    wanted = {m["id"]: {int(n[1:]) for n in m["reported_by"]} for m in merge["meetings"]}
    golden: dict[tuple[int, int], str] = {}
    golds = [json.loads(p.read_text(encoding="utf-8")) for p in sorted((SHARED / "gold/seeds").glob("*.json"))]
    for article in articles:
        place = merge["articles"][f"A{article.article_id:02d}"]
        gold = next(g for g in golds if g["doc_name"] == place["doc_name"])
        ids = [m["id"] for m in gold["meetings"] if any(place["start"] <= s < place["end"] for s, _ in m["evidence"])]
        golden.update({(article.article_id, index): gold_id for index, gold_id in enumerate(ids)})
    found: dict[int, set[str]] = {}
    reports: dict[int, set[int]] = {}
    for link in resolution.meeting_links:
        found.setdefault(link.meeting_id, set()).add(golden[link.article_id, link.meeting_index])
        reports.setdefault(link.meeting_id, set()).add(link.article_id)
    primary = [m.meeting_id for m in resolution.meetings if m.status == "held" and not m.background]
    right = missing = too_many = report_right = report_many = report_missing = 0
    taken: set[str] = set()
    for meeting_id in primary:
        hits = sorted(found[meeting_id] & set(wanted) - taken)
        if not hits:
            too_many += 1
            continue
        best = max(hits, key=lambda g: (len(wanted[g] & reports[meeting_id]), g))
        taken.add(best)
        right += 1
        report_right += len(wanted[best] & reports[meeting_id])
        report_many += len(reports[meeting_id] - wanted[best])
        report_missing += len(wanted[best] - reports[meeting_id])
    missing = len(set(wanted) - taken)
    return f1(right, too_many, missing), f1(report_right, report_many, report_missing)
