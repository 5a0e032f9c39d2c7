"""Relationship levels, memberships and agreements over many articles."""

from __future__ import annotations

from datetime import date

from etl.resolve import resolve

from .builders import Draft, sure_actor


def test_one_level_of_two_actors_is_one_row_with_the_most_precise_date() -> None:
    first, second, third = Draft(1), Draft(2), Draft(3)
    first.relation("relationship", "Strategic Partnership", "NO", "BR", since="2030-01-01", precision="year")
    second.relation("relationship", "strategic partnership", "BR", "NO", since="2030-03-09")
    third.relation("relationship", "comprehensive partnership", "BR", "NO")
    rows = resolve([first.done(), second.done(), third.done()]).relationships
    assert [(r.actor_a.name, r.actor_b.name, r.since, r.since_precision, r.evidence) for r in rows] == [
        ("BR", "NO", None, "unknown", ((3, 0),)),
        ("BR", "NO", date(2030, 3, 9), "day", ((1, 0), (2, 0))),
    ]


def test_the_level_before_is_the_one_that_most_articles_name() -> None:
    drafts = [Draft(n) for n in (1, 2, 3, 4)]
    for draft, before in zip(drafts, ("friendly partnership", "partnership", "partnership", None), strict=True):
        draft.relation("relationship", "strategic partnership", "NO", "BR", since="2030-01-01", precision="year", detail=before)
    [row] = resolve([draft.done() for draft in drafts]).relationships
    assert (row.level, row.previous_level, len(row.evidence)) == ("strategic partnership", "partnership", 4)


def test_steps_of_diplomatic_relations_are_a_history() -> None:
    first, second = Draft(1), Draft(2)
    first.relation("relationship", "diplomatic relations", "NO", "BR", since="1975-01-01", precision="year")
    second.relation("relationship", "severed diplomatic relations", "BR", "NO", since="2018-07-01", precision="month")
    second.relation("relationship", "restored diplomatic relations", "BR", "NO", since="2023-02-03")
    rows = resolve([first.done(), second.done()]).relationships
    assert [(r.level, r.since and r.since.year) for r in sorted(rows, key=lambda r: r.since or date.max)] == [
        ("diplomatic relations", 1975),
        ("severed diplomatic relations", 2018),
        ("restored diplomatic relations", 2023),
    ]


def test_memberships_keep_member_and_organization_in_order() -> None:
    first, second = Draft(1), Draft(2)
    first.relation("membership", "observer", "NO", "River Basin Council", since="2029-01-01", precision="year")
    second.relation("membership", "member", "NO", "River Basin Council")
    second.relation("membership", "observer", "NO", "River Basin Council")
    rows = resolve([first.done(), second.done()]).memberships
    assert [(r.member.name, r.organization.name, r.status, len(r.evidence)) for r in rows] == [
        ("NO", "River Basin Council", "member", 1),
        ("NO", "River Basin Council", "observer", 2),
    ]


def test_agreements_join_by_title_or_by_parties_and_day() -> None:
    first, second, third, fourth = Draft(1), Draft(2), Draft(3), Draft(4)
    people = [first.person("Ingrid Solberg", "NO"), first.person("Mateus Carvalho", "BR")]
    meeting = first.meet(*people, on="2031-05-05")
    title = "Joint Statement on Hydrogen Shipping"
    first.relation("agreement", title, "NO", "BR", since="2031-05-05", detail="joint_statement", meeting=meeting)
    second.relation("agreement", title.lower(), "BR", "NO")
    third.relation("agreement", "Statement on Hydrogen Shipping", "BR", "NO", since="2031-05-05", detail="joint_statement")
    fourth.relation("agreement", title, "BR", "DK", since="2031-05-05")
    fourth.relation("agreement", title, "BR", "NO", since="2026-02-01")
    resolution = resolve([d.done() for d in (first, second, third, fourth)])
    joined = next(a for a in resolution.agreements if len(a.evidence) > 1)
    assert joined.evidence == ((1, 0), (2, 0), (3, 0))
    assert (joined.signed_on, joined.kind, joined.parties) == (date(2031, 5, 5), "joint_statement", (sure_actor("BR"), sure_actor("NO")))
    assert joined.meeting_id == resolution.meetings[0].meeting_id
    assert len(resolution.agreements) == 3
