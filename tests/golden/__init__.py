"""What the sample articles give, as pages that a person can read: one file for each document of `seeds/articles`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from etl.articles import split_articles
from etl.extract.pipeline import extract
from etl.intake import sample_paths
from etl.records import ActorRef, Article, Claim, Document, MeetingReport, Observations, PersonReference, RelationReport, Span
from etl.sources import read_paths

FOLDER = Path(__file__).parent
COMMAND = "python -m tests.golden"


def documents() -> list[Document]:
    """The sample documents, in the order of their files."""
    return [document for document in read_paths(sample_paths()) if isinstance(document, Document)]


def golden_file(document: Document) -> Path:
    """Where a document's page is kept."""
    return FOLDER / f"{Path(document.name).stem}.txt"


def page(document: Document) -> str:
    """All that is observed in a document."""
    blocks = [f"document {document.name}"]
    for article in split_articles(document):
        blocks += _article(article, extract(article))
    return "\n\n".join(blocks) + "\n"


def _article(article: Article, seen: Observations) -> Iterator[str]:
    yield "\n".join([
        f"======== article {article.position}, characters {article.char_start} to {article.char_end}",
        f"title      {article.title or '-'}",
        f"publisher  {article.publisher or '-'}",
        f"published  {article.published_on or '-'} (by {article.dated_by})",
        f"place      {article.dateline_place or '-'}",
        f"language   {article.language}",
        f"begins     {_flat(article.text[article.lead :])[:60]}",
    ])  # fmt: skip
    yield _section("people", [_person(seen, p) for p in seen.people])
    yield _section("states", [", ".join(sorted({m.name for m in seen.mentions if m.kind == "state"}))])
    yield _section("organizations", sorted({m.name for m in seen.mentions if m.kind == "organization"}))
    yield _section("initiatives", [f"{i.name} ({i.kind}, {'known' if i.known else 'new'})" + _by(i.proposers) for i in seen.initiatives])
    yield _section("relations", [_relation(article, r) for r in seen.relations])
    yield _section("meetings", [_meeting(article, seen, m) for m in seen.meetings])
    yield _section("claims", [_claim(article, seen, c) for c in seen.claims])


def _section(name: str, rows: list[str]) -> str:
    return f"-------- {name}\n" + ("\n".join(row for row in rows if row) or "-")


def _person(seen: Observations, person: PersonReference) -> str:
    surfaces = {m.surface for m in seen.mentions if m.person == person.index and m.surface != person.name}
    told = [person.actor.name if person.actor else "-", person.title or "-", {"f": "she", "m": "he"}.get(person.gender or "", "-")]
    also = f", also {', '.join(sorted(map(_flat, surfaces)))}" if surfaces else ""
    return f"{_who(seen, person.index)}: {', '.join(told)}{also} ({person.known_by}, {person.rule})"


def _meeting(article: Article, seen: Observations, meeting: MeetingReport) -> str:
    days = str(meeting.start_on or "-") + (f" to {meeting.end_on}" if meeting.end_on not in (None, meeting.start_on) else "")
    event = f", {'on the sidelines of' if meeting.on_sidelines else 'at'} {meeting.host_event}" if meeting.host_event else ""
    place = ", ".join(filter(None, (meeting.place, meeting.place_state))) or "-"
    return "\n".join([
        f"#{meeting.index} {meeting.kind}, {meeting.status}{', background' if meeting.background else ''} ({meeting.rule})",
        f"    when  {days} ({meeting.date_precision}, by {meeting.dated_by})",
        f"    where {place}{event}",
        *(
            f"    who   {_who(seen, p.person) if p.person is not None else '-'} for {p.actor.name if p.actor else '-'}, {p.role}"
            for p in meeting.participants
        ),
        *(f"    > {_flat(article.text[s.start : s.end])}" for s in meeting.evidence),
    ])  # fmt: skip


def _claim(article: Article, seen: Observations, claim: Claim) -> str:
    flags = [claim.act, "direct" if claim.is_direct else "indirect"]
    flags += ["continuation"] * claim.is_continuation + ["negative"] * (claim.polarity == "negative")
    flags += [claim.modality] * (claim.modality != "actual")
    links = [
        ("by", [_who(seen, p) for p in claim.speakers]),
        ("for", _names(claim.on_behalf_of)),
        ("to", [_who(seen, p) for p in claim.addressees]),
        ("aimed at", _names(claim.targets)),
        ("naming", [*(_who(seen, p) for p in claim.mentions_people), *_names(claim.mentions_actors)]),
        ("about", sorted(claim.initiatives)),
        ("topics", [f"{t.topic} ({_flat(article.text[t.term.start : t.term.end])})" for t in seen.topics if t.claim == claim.index]),
    ]
    meeting = f", meeting #{claim.meeting}" if claim.meeting is not None else ""
    return "\n".join([
        f"#{claim.index} {', '.join(flags)} ({claim.rule}{meeting})",
        *(f"    {name:<8} {', '.join(values)}" for name, values in links if values),
        f"    > {_marked(article.text, claim)}",
    ])  # fmt: skip


def _relation(article: Article, relation: RelationReport) -> str:
    detail = f" ({relation.detail})" if relation.detail else ""
    since = f", {relation.since} ({relation.since_precision})" if relation.since else ""
    text = _flat(article.text[relation.span.start : relation.span.end])
    return f"{relation.kind} of {', '.join(_names(relation.parties))}: {relation.label}{detail}{since}\n    > {text}"


def _marked(text: str, claim: Claim) -> str:
    """The claim's words with ‹content›, {source} and [cue] marked; the claim's own bounds are those of the line."""
    marks: list[tuple[int, int, int, str]] = []
    for span, opening, closing in ((claim.content, "‹", "›"), (claim.source, "{", "}"), (claim.cue, "[", "]")):
        if span is not None:
            # At one place what closes comes first, the inner before the outer; of what opens the outer.
            marks += [(span.start, 1, -span.end, opening), (span.end, 0, -span.start, closing)]
    bounds = Span(min([claim.span.start, *(m[0] for m in marks)]), max([claim.span.end, *(m[0] for m in marks)]))
    out, at = "", bounds.start
    for place, _, _, mark in sorted(marks):
        out += text[at:place] + mark
        at = place
    return _flat(out + text[at : bounds.end])


def _who(seen: Observations, index: int) -> str:
    """A person's name, or whose office an unnamed one holds."""
    person = seen.people[index]
    return person.name or f"[{person.actor.name if person.actor else '?'} {person.title or '?'}]"


def _by(actors: Iterable[ActorRef]) -> str:
    names = _names(actors)
    return f", proposed by {', '.join(names)}" if names else ""


def _names(actors: Iterable[ActorRef]) -> list[str]:
    return sorted(a.name for a in actors)


def _flat(text: str) -> str:
    return " ".join(text.split())
