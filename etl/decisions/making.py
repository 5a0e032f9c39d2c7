"""From the words of a command to judgements."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection

from etl.decisions.things import Thing, find_thing
from etl.judgements import PROPERTIES, About, Anchor, Decision, Judgement, NameAnchor, Property, check_value, name_key
from etl.queries import QuestionError

VERBS = ("same", "different", "merge", "reject", "accept", "set", "rename")
"""What `judge` can be told to record, as the command line has it."""


def judgements_of(connection: Connection, verb: str, words: Sequence[str], *, author: str | None, note: str | None) -> Iterator[Judgement]:
    """Yield the judgements that the words of a command mean."""
    if verb not in VERBS:
        raise QuestionError(f"{verb!r} is no decision; one of {', '.join(VERBS)}")
    make = _Maker(author or getpass.getuser(), note)
    match verb, len(words):
        case ("same" | "different", 2):
            yield make.pair(verb, find_thing(connection, words[0]), find_thing(connection, words[1]))
        case "merge", n if n >= 2:
            people = [find_thing(connection, word) for word in words]
            if any(thing.sort != "person" for thing in people):
                raise QuestionError("merge takes the ids of people (person_id)")
            for other in people[1:]:
                yield make.pair("same", people[0], other)
        case "reject" | "accept", 1:
            yield from make.each(find_thing(connection, words[0]), verb)
        case "set", 3:
            yield from make.set(connection, find_thing(connection, words[0]), words[1], words[2])
        case "rename", 2:
            yield from make.set(connection, find_thing(connection, words[0]), "name", words[1])
        case _:
            raise QuestionError(f"{verb}: {_USAGE[verb]}")


_USAGE = {
    "same": "give two ids",
    "different": "give two ids",
    "merge": "give the ids of two people or more",
    "reject": "give one id",
    "accept": "give one id",
    "set": "give an id, a property (speaker, act, date, place, kind, status) and its value",
    "rename": "give the id of a person and the name",
}


class _Maker:
    """Makes judgements of one author at one instant."""

    def __init__(self, author: str, note: str | None) -> None:
        self.author = author
        self.note = note
        self.now = datetime.now(UTC)

    def pair(self, decision: Decision, one: Thing, two: Thing) -> Judgement:
        """Two people of articles are judged by their names: that is how a person wrongly put together is taken apart."""
        people = one.named is not None and two.named is not None and {one.sort, two.sort} <= {"person", "person_reference"}
        if not people and (one.about != two.about or one.about not in ("meeting_report", "claim")):
            raise QuestionError("same and different take two meetings or their reports, two statements or claims, or two people")
        a, b = _anchor(one), _anchor(two)
        if a == b or (isinstance(a, NameAnchor) and isinstance(b, NameAnchor) and name_key(a) == name_key(b)):
            raise QuestionError("articles call both by one name" if people else "that is the same thing twice")
        return self._judgement("person" if people else one.about, decision, a, b)

    def each(self, thing: Thing, decision: Decision, field: Property | None = None, value: str | None = None) -> Iterator[Judgement]:
        """What is said of a meeting is said of each of its reports."""
        if thing.named and not thing.passages:
            if not thing.named.provisional:
                raise QuestionError(f"{thing.named.anchor.name} is in the reviewed reference data; correct that instead")
            yield self._judgement(thing.about, decision, thing.named.anchor, None, field, value)
        for passage in thing.passages:
            yield self._judgement(thing.about, decision, passage.anchor, None, field, value)

    def set(self, connection: Connection, thing: Thing, field: str, value: str) -> Iterator[Judgement]:
        fields = PROPERTIES.get(thing.about, ())
        known = next((name for name in fields if name == field), None)
        if known is None:
            can = f"; what can be set of it: {', '.join(fields)}" if fields else ""
            raise QuestionError(f"{field!r} cannot be set of a {thing.sort.replace('_', ' ')}{can}")
        if known == "speaker":
            value = "; ".join(_person_name(connection, part.strip()) for part in value.split(";"))
        try:
            value = check_value(known, value)
        except ValueError as error:
            raise QuestionError(str(error)) from error
        yield from self.each(thing, "set", known, value)

    def _judgement(
        self,
        about: About,
        decision: Decision,
        subject: Anchor,
        other: Anchor | None,
        field: Property | None = None,
        value: str | None = None,
    ) -> Judgement:
        return Judgement(about, decision, subject, other, field, value, self.note, self.author, self.now)


def _anchor(thing: Thing) -> Anchor:
    return thing.named.anchor if thing.named else thing.passages[0].anchor


def _person_name(connection: Connection, given: str) -> str:
    """A person_id stands for the person's name and actor."""
    if not given.isdigit():
        return given
    thing = find_thing(connection, given)
    if thing.named is None or thing.sort != "person":
        raise QuestionError(f"{given} is no person; give a person_id or a name")
    anchor = thing.named.anchor
    return f"{anchor.name} ({anchor.actor})" if anchor.actor else anchor.name
