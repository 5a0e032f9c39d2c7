"""What the tests of extraction read: an article made of a few sentences, and plain values instead of records.

The sentences of these tests were written for them. The persons are invented, the states are real, and nothing that is said was ever said.
"""

from __future__ import annotations

from datetime import date

from etl.extract.layers import Layers, Sentence
from etl.extract.pipeline import extract
from etl.extract.sentences import find_sentences
from etl.extract.tokens import Tokens
from etl.lexicon.words import load_words
from etl.records import ActorRef, Article, Claim, MeetingReport, Observations, Span

WEDNESDAY = date(2022, 9, 14)
"""The day on which articles of these tests appear when nothing else is said."""

_EDGES = " \n\t,.;:!?…“”\"'’—–-"


def make_article(
    text: str,
    *,
    on: date | None = WEDNESDAY,
    publisher: str | None = None,
    place: str | None = None,
    near: date | None = None,
    lead: int = 0,
) -> Article:
    """An article of this text alone. `place`: the dateline's; `near`: a day to take the year from when it has no date; `lead`: where the
    dateline ends."""
    dated_by = "metadata" if on else "unknown"
    return Article(0, 0, len(text), text, None, publisher, on, dated_by, place, "en", lead=lead, context_date=near)  # type: ignore[arg-type]


def observe(text: str, **of_article: object) -> Observations:
    """Extract from `make_article(text, …)`."""
    return extract(make_article(text, **of_article))  # type: ignore[arg-type]


def sentence_layers(text: str) -> Layers:
    """The layers after the first component: paragraphs, sentences and quotations."""
    layers = Layers(make_article(text), Tokens.from_text(text))
    find_sentences(layers, load_words())
    return layers


def surface(layers: Layers, sentence: Sentence) -> str:
    """A sentence's words, line breaks as spaces."""
    return " ".join(layers.tokens.surface(sentence.start, sentence.end).split())


def cut(text: str, span: Span | None) -> str:
    """The words of a span without the punctuation at its edges; empty without a span."""
    return " ".join(text[span.start : span.end].split()).strip(_EDGES) if span else ""


def people(seen: Observations) -> dict[str, tuple[str | None, str | None]]:
    """Name to actor and title, of everybody named."""
    return {p.name: (p.actor.name if p.actor else None, p.title and p.title.lower()) for p in seen.people if p.name}


def names(seen: Observations) -> set[str]:
    """Everybody named."""
    return {p.name for p in seen.people if p.name}


def unnamed(seen: Observations) -> set[tuple[str | None, str | None]]:
    """Actor and title of those whom the article knows by office alone."""
    return {(p.actor.name if p.actor else None, p.title and p.title.lower()) for p in seen.people if not p.name}


def person_mentions(seen: Observations) -> list[tuple[str, str]]:
    """Where persons are named: surface and canonical name, in text order."""
    return [(m.surface, m.name) for m in seen.mentions if m.kind == "person"]


def mentioned(seen: Observations, kind: str) -> set[str]:
    """Canonical names of one kind."""
    return {m.name for m in seen.mentions if m.kind == kind}


def speakers(seen: Observations, claim: Claim) -> tuple[str, ...]:
    """Who makes a claim; an unnamed holder of an office as "?"."""
    return tuple(sorted(seen.people[p].name or "?" for p in claim.speakers))


def held_for(claim: Claim) -> str:
    """On whose behalf: actors joined by "+"."""
    return "+".join(sorted(a.name for a in claim.on_behalf_of))


def attributed(text: str, seen: Observations) -> list[tuple[str, str, str]]:
    """Source, cue and content of each claim as words of the text."""
    return [(cut(text, c.source), cut(text, c.cue), cut(text, c.content).removeprefix("that ").strip(_EDGES)) for c in seen.claims]


def spoken(text: str, seen: Observations) -> list[tuple[str, str]]:
    """First words and speakers of each claim."""
    return [(" ".join(cut(text, c.span).split()[:3]), "; ".join(speakers(seen, c))) for c in seen.claims]


def parties(seen: Observations, meeting: MeetingReport) -> set[str]:
    """Participants as "Name/XX"; whoever is unknown as "?"."""
    shown = set()
    for p in meeting.participants:
        name = seen.people[p.person].name if p.person is not None else None
        shown.add(f"{name or '?'}/{_name(p.actor)}")
    return shown


def when(meeting: MeetingReport) -> str:
    """The day, or first and last day joined by "/", or "-"."""
    if meeting.start_on is None:
        return "-"
    return f"{meeting.start_on}" if meeting.end_on in (None, meeting.start_on) else f"{meeting.start_on}/{meeting.end_on}"


def _name(actor: ActorRef | None) -> str:
    return actor.name if actor else "-"


def line_of(seen: Observations, meeting: MeetingReport) -> str:
    """ "kind status day place: participants" of a meeting."""
    back = " looked back" if meeting.background and meeting.status == "held" else ""
    where = meeting.place or "-"
    return f"{meeting.kind} {meeting.status} {when(meeting)} {where}{back}: {'; '.join(sorted(parties(seen, meeting)))}"
