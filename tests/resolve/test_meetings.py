"""Which reports are one meeting, and what the meeting shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from etl.resolve import Resolution, resolve

from .builders import Draft

Report = Callable[[Draft], object]


def pair(d: Draft) -> tuple[int, int]:
    return d.person("Mateus Carvalho", "BR", known_by="name", title="president"), d.person("Ingrid Solberg", "NO", known_by="name")


def talks(**kw: object) -> Report:
    return lambda d: d.meet(*pair(d), **kw)  # type: ignore[arg-type]


def actors_only(**kw: object) -> Report:
    return lambda d: d.meet("BR", "NO", **kw)  # type: ignore[arg-type]


def other_brazilian(**kw: object) -> Report:
    return lambda d: d.meet(d.person("Lucia Prado", "BR"), pair(d)[1], **kw)  # type: ignore[arg-type]


def titled(title: str, **kw: object) -> Report:
    return lambda d: d.meet(d.person(None, "BR", title=title), pair(d)[1], **kw)  # type: ignore[arg-type]


def three(**kw: object) -> Report:
    return lambda d: d.meet(*pair(d), d.person("Piet Mulder", "NL"), kind="trilateral", **kw)  # type: ignore[arg-type]


def visit(guest: str, *hosts: str, **kw: object) -> Report:
    def write(d: Draft) -> None:
        who = [(d.person(guest, "BR"), "guest"), *((d.person(h, "NO"), "host") for h in hosts)]
        d.meet(*who, kind="visit", **kw)  # type: ignore[arg-type]

    return write


def summit(*names: str, **kw: object) -> Report:
    return lambda d: d.meet(*((d.person(n, of), "attendee") for n, of in (x.split("/") for x in names)), kind="summit", **kw)  # type: ignore


D = "2031-05-05"
JOIN: dict[str, list[Report]] = {
    "same day": [talks(on=D), talks(on=D)],
    "day in a range": [talks(on=D), talks(on="2031-05-04", until="2031-05-06")],
    "day in a month": [talks(on=D), talks(on="2031-05-01", precision="month", background=True)],
    "date unknown": [talks(on=D), talks()],
    "look-back": [talks(on=D, place="Bergen"), talks(background=True)],
    "two look-backs of a month": [talks(on="2030-03-01", precision="month", background=True)] * 2,
    "venue and city": [talks(on=D, place="Bergen"), talks(on=D, place="Haakon's Hall in Bergen")],
    "city and its state": [talks(on=D, place="Bergen", state="NO"), talks(on=D, place="Norway", state="NO")],
    "actors only": [talks(on=D), actors_only(on=D)],
    "title that fits": [talks(on=D), titled("president", on=D)],
    "kind not told": [talks(on=D), talks(on=D, kind="other")],
    "planned, then held that day": [talks(on=D, status="planned"), talks(on=D)],
    "planned with one side unnamed, then held": [talks(on=D, status="planned"), actors_only(on=D)],
    "planned for a place, no day": [talks(status="planned", place="Bergen"), talks(on="2031-05-12", place="Bergen")],
    "planned for a day of the range": [talks(on=D, status="planned"), talks(on="2031-05-04", until="2031-05-06")],
    "venue without its city": [
        talks(on=D, place="Haakon's Hall", state="NO"), talks(on="2031-05-01", precision="month", place="Bergen", state="NO"),
    ],
    "dated by publication only": [talks(on=D), talks(on="2031-05-06", dated_by="publication")],
    "colleague without a name": [talks(on=D), titled("colleague", on=D)],
    "leader without a name": [talks(on=D), titled("Leader", on=D)],
    "another title of the office": [talks(on=D), titled("head of state", on=D)],
    "dated by publication three days later": [talks(on=D), talks(on="2031-05-08", dated_by="publication")],
    "planned for the day, dated by publication": [talks(on=D, status="planned"), talks(on="2031-05-06", dated_by="publication")],
    "planned without a day or place, held that week": [talks(status="planned"), talks(on="2031-05-10")],
    "planned for the day, told without one soon after": [talks(on=D, status="planned"), talks()],
    "a house and a town of which it is not told": [talks(on=D, place="Bergen"), talks(on=D, place="Haakon's Palace")],
    "a state and a town of which it is not told where it lies": [talks(on=D, place="Norway", state="NO"), talks(on=D, place="Nesset")],
    "two days of a visit": [visit("Rui Braga", on=D), visit("Rui Braga", on="2031-05-07")],
    "visit, other hosts": [
        visit("Rui Braga", "Nils Dahl", on=D), visit("Rui Braga", "Siv Moen", on="2031-05-04", until="2031-05-07"),
    ],
    "summit seen by two": [
        summit("Rui Braga/BR", "Siv Moen/NO", on=D, place="Lima"), summit("Rui Braga/BR", "Ada Quist/DK", on=D, place="Lima"),
    ],
    "summit by its name": [
        summit("Siv Moen/NO", on=D, event="4th River Basin Summit"), summit("Ada Quist/DK", on=D, event="River Basin Summit"),
    ],
}  # fmt: skip
APART: dict[str, list[Report]] = {
    "next day": [talks(on=D), talks(on="2031-05-06")],
    "other place": [talks(on=D, place="Bergen"), talks(on=D, place="Recife")],
    "other state": [talks(on=D, place="Bergen", state="NO"), talks(on=D, state="BR")],
    "visit and talks": [talks(on=D), visit("Mateus Carvalho", "Ingrid Solberg", on=D)],
    "call and talks": [talks(on=D), talks(on=D, kind="call")],
    "trilateral and bilateral": [talks(on=D), three(on=D)],
    "other people of the actor": [talks(on=D), other_brazilian(on=D)],
    "title that does not fit": [talks(on=D), titled("minister of fisheries", on=D)],
    "planned for another day": [talks(on=D, status="planned"), talks(on="2031-05-08")],
    "planned for a place, no day, held much later": [
        talks(status="planned", place="Bergen"),
        talks(on="2031-07-12", place="Bergen"),
    ],
    "two houses of which nobody is named": [actors_only(on=D, place="Bergen"), actors_only(on=D, place="Haakon's Palace")],
    "planned with one side unnamed, and planned for a day two months later": [
        actors_only(status="planned"),
        talks(on="2031-07-12", status="planned"),
    ],
    "planned, no day": [talks(status="planned"), talks(on=D)],
    "planned without a day or place, held weeks later": [talks(status="planned"), talks(on="2031-05-26")],
    "planned, no day, and planned for next year": [talks(status="planned"), talks(on="2032-02-01", precision="month", status="planned")],
    "dated by publication four days later": [talks(on=D), talks(on="2031-05-09", dated_by="publication")],
    "dated by publication days later, people not named": [talks(on=D), actors_only(on="2031-05-07", dated_by="publication")],
    "a day after what was dated by publication": [talks(on="2031-05-06"), talks(on=D, dated_by="publication")],
    "held and cancelled": [talks(on=D), talks(on=D, status="cancelled")],
    "old look-back": [talks(on=D), talks(on="2029-05-01", precision="month", background=True)],
    "the same visitor a week later": [visit("Rui Braga", on=D), visit("Rui Braga", on="2031-05-12")],
    "other visitors": [visit("Rui Braga", on=D), visit("Ana Leal", on=D)],
    "numbered summits": [summit("Siv Moen/NO", on=D, event="4th Basin Summit"), summit("Siv Moen/NO", on=D, event="5th Basin Summit")],
    "nothing but one actor": [lambda d: d.meet("BR", on=D), actors_only(on=D)],
}


def resolved(*reports: Report, published_on: str = "2031-05-06") -> Resolution:
    articles = []
    for number, write in enumerate(reports):
        draft = Draft(number, published_on)
        write(draft)
        articles.append(draft.done())
    return resolve(articles)


@pytest.mark.parametrize("reports", JOIN.values(), ids=JOIN.keys())
def test_reports_of_one_meeting_join(reports: list[Report]) -> None:
    resolution = resolved(*reports)
    assert len(resolution.meetings) == 1
    assert all(link.score < 1.0 or len(link.reasons) > 2 for link in resolution.meeting_links)
    assert all(dict(link.features) for link in resolution.meeting_links)


@pytest.mark.parametrize("reports", APART.values(), ids=APART.keys())
def test_reports_of_two_meetings_stay_apart(reports: list[Report]) -> None:
    assert len(resolved(*reports).meetings) == 2


def test_two_reports_of_one_article_stay_two() -> None:
    def twice(d: Draft) -> None:
        people = pair(d)
        d.meet(*people, on=D)
        d.meet(*people, on=D)

    assert len(resolved(twice).meetings) == 2


def test_a_vague_report_does_not_chain_two_meetings_together() -> None:
    resolution = resolved(talks(on="2031-05-02"), talks(on="2031-05-20"), talks(on="2031-05-01", precision="month", background=True))
    assert len(resolution.meetings) == 3, "which of the two it means is not said"


def test_an_undated_look_back_means_the_latest_of_two_meetings() -> None:
    resolution = resolved(talks(on="2030-09-02"), talks(on="2031-05-02"), talks(background=True))
    meeting_of = {link.article_id: link.meeting_id for link in resolution.meeting_links}
    assert meeting_of[2] == meeting_of[1] != meeting_of[0]


def test_umbrella_range_goes_with_one_of_two_people_only() -> None:
    both = resolved(talks(on=D), other_brazilian(on=D), actors_only(on="2031-05-04", until="2031-05-07"))
    assert len(both.meetings) == 3


def test_merged_attributes() -> None:
    def first(d: Draft) -> None:
        a, b = pair(d)
        d.meet((a, "guest"), (b, "host"), on="2031-05-04", until="2031-05-06", place="Bergen", state="NO", confidence=0.6)

    def second(d: Draft) -> None:
        a, b = pair(d)
        aide = d.person("Tuva Lie", "NO")
        d.meet(a, b, (aide, "accompanying"), on=D, kind="other", place="Bergen", event="North Sea Forum", sidelines=True, confidence=0.9)

    resolution = resolved(first, second, actors_only(on=D, background=True, event="Forum"))
    (meeting,) = resolution.meetings
    names = {p.person_id: p.name for p in resolution.people}
    assert meeting.title == "Ingrid Solberg – Mateus Carvalho meeting"
    assert (meeting.kind, meeting.status, meeting.background) == ("bilateral", "held", False)
    assert (meeting.start_on, meeting.end_on, meeting.date_precision) == (date(2031, 5, 5), date(2031, 5, 5), "day")
    assert (meeting.place, meeting.place_state) == ("Bergen", "NO")
    assert (meeting.host_event, meeting.on_sidelines, meeting.confidence) == ("North Sea Forum", True, 0.9)
    rows = [(names.get(person or 0), actor.name if actor else None, role) for person, actor, role in meeting.participants]
    assert rows == [("Ingrid Solberg", "NO", "host"), ("Mateus Carvalho", "BR", "guest"), ("Tuva Lie", "NO", "accompanying")]


def test_a_visit_shows_its_range_and_a_month_its_ends() -> None:
    (meeting,) = resolved(visit("Rui Braga", on=D), visit("Rui Braga", on="2031-05-04", until="2031-05-07", state="NO")).meetings
    assert (meeting.start_on, meeting.end_on, meeting.title) == (date(2031, 5, 4), date(2031, 5, 7), "Visit of Rui Braga to Norway")
    (meeting,) = resolved(talks(on="2031-02-01", precision="month", background=True)).meetings
    assert (meeting.start_on, meeting.end_on, meeting.background) == (date(2031, 2, 1), date(2031, 2, 28), True)


def test_titles() -> None:
    assert resolved(talks(on=D, kind="call")).meetings[0].title == "Call: Ingrid Solberg – Mateus Carvalho"
    assert resolved(three(on=D)).meetings[0].title == "Trilateral: Brazil, Netherlands, Norway"
    assert resolved(summit("Siv Moen/NO", on=D, event="River Summit")).meetings[0].title == "River Summit"
    assert resolved(actors_only(on=D)).meetings[0].title == "Brazil – Norway meeting"


def test_a_day_of_publication_is_no_choice_between_two_meetings() -> None:
    told = talks(on="2031-05-06", dated_by="publication")
    both = [talks(on=D), talks(on="2031-05-06")]
    assert len(resolved(*both, told).meetings) == 3
    assert len(resolved(both[1], told).meetings) == 1
