"""Articles and observations made by hand, so that loading is tested without the extractor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from etl.extract.readers.reader import Reader
from etl.intake import documents
from etl.records import (
    ActorRef,
    Article,
    Claim,
    ClaimTopic,
    InitiativeReference,
    MeetingReport,
    Mention,
    Observations,
    OfficeReport,
    Participant,
    PersonReference,
    RelationReport,
    Span,
)

NORWAY = ActorRef("state", "NO")
BRAZIL = ActorRef("state", "BR")
FLEET = ActorRef("organization", "North Sea Kite Fleet")
FJORD_PACT = "Fjord Kite Pact"
XI = "Xi Jinping"


def talks(text: str) -> Observations:
    """A meeting of two people of whom the seeds do not know, one claim, an office, a new organization and initiative, a treaty."""
    first, whole = Span(0, text.index(".") + 1), Span(0, len(text))
    return Observations(
        people=(
            PersonReference(0, "Ragnhild Testesen", NORWAY, "Foreign Minister", "f", "text", "test", 0.9),
            PersonReference(1, "Tadeu Provador", BRAZIL, "President", "m", "text", "test", 0.9),
            PersonReference(2, None, FLEET, "admiral", None, "text", "test", 0.5),
        ),
        organizations=(FLEET.name,),
        initiatives=(InitiativeReference(FJORD_PACT, "partnership", (NORWAY,), False),),
        mentions=(
            Mention(Span(0, 4), "person", "Ragnhild Testesen", text[0:4], "test", 0.9, 0),
            Mention(Span(5, 9), "person", "", text[5:9], "test", 0.5, 2),
            Mention(Span(5, 9), "state", "NO", text[5:9], "test", 0.9),
            Mention(Span(5, 9), "place", "Oslo", text[5:9], "test", 0.9),
            Mention(Span(5, 9), "initiative", FJORD_PACT, text[5:9], "test", 0.9),
            Mention(Span(5, 9), "organization", FLEET.name, text[5:9], "test", 0.9),
        ),
        meetings=(
            MeetingReport(
                0, "bilateral", "held", False, date(2031, 5, 6), date(2031, 5, 6), "day", "explicit", "Oslo", "NO", "4th Kite Summit",
                True, (Participant(0, NORWAY, "host"), Participant(1, BRAZIL, "guest")), first, (first, whole), "test", 0.9,
            ),
        ),
        claims=(
            Claim(
                0, first, Span(0, 4), None, Span(5, 7), text[5:7], (0,), None, (NORWAY,), (1,), (BRAZIL,), (2,), (FLEET,), (FJORD_PACT,),
                "support", True, False, "positive", "actual", 0, "test", 0.8,
            ),
        ),
        topics=(ClaimTopic(0, "culture", Span(0, 4), "term", 0.8), ClaimTopic(0, "trade", Span(0, 3), "terms", 0.7)),
        offices=(OfficeReport(0, "Foreign Minister", NORWAY, first, "test", 0.9),),
        relations=(
            RelationReport("relationship", (NORWAY, BRAZIL), "kite partnership", None, date(2030, 1, 1), "year", None, first, "test", 0.9),
            RelationReport("membership", (BRAZIL, FLEET), "observer", None, None, "unknown", None, whole, "test", 0.9),
            RelationReport("agreement", (NORWAY, BRAZIL), FJORD_PACT, "treaty", date(2031, 5, 6), "day", 0, first, "test", 0.9),
        ),
    )  # fmt: skip


def one_person(text: str) -> Observations:
    """Somebody whom the seeds know."""
    return Observations(
        people=(PersonReference(0, XI, ActorRef("state", "CN"), None, "m", "name", "test", 0.9),),
        mentions=(Mention(Span(0, len(text)), "person", XI, text, "test", 0.9, 0),),
    )


Made = dict[str, Callable[[str], Observations]]

MADE: Made = {"talks": talks, "visitor": one_person, "nothing": lambda _: Observations()}
"""What the first word of a text makes of it."""


def observing(made: Made) -> Callable[[Iterable[Article], Reader], Iterator[Observations]]:
    """Return what stands in for the extractor: the first word of a text says what is observed in it."""

    def extract_all(articles: Iterable[Article], _reader: Reader) -> Iterator[Observations]:
        return (made[article.text.split()[0].lower().strip(".,")](article.text) for article in articles)

    return extract_all


def observe_by_hand(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(documents, "extract_all", observing(MADE))
    patch.setattr(documents, "extractor_version", lambda _reader: "test-1")


@pytest.fixture
def made_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `ingest` observe what `MADE` says."""
    observe_by_hand(monkeypatch)


def write(folder: Path, **texts: str) -> Path:
    """Write files "<name>.txt"; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


TALKS = "Talks took place in Oslo on Tuesday between the two of them. They went on for hours, and then a pact was signed by both."
VISITOR = "Visitor numbers rose again in the capital on Tuesday, and the museum was glad of it. The queue was long."
NOTHING = "Nothing happened in the harbour on Tuesday, said nobody. The gulls were quiet and the ferry was on time."
