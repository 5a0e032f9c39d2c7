"""Event data, entities, networks and calendars, each read back by what reads such files."""

from __future__ import annotations

import csv
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import networkx
import pytest
from sqlalchemy import Connection, text

from etl.export import ExportError, Wanted, export
from etl.export.codes import load_codes, load_contexts, load_countries
from etl.lexicon.topics import load_topic_names
from models import vocabularies


def events(connection: Connection, file: Path, wanted: Wanted | None = None) -> list[dict[str, str]]:
    export(connection, "events", file, wanted)
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_meeting_of_two_is_an_event(samples: Connection, tmp_path: Path) -> None:
    found = [row for row in events(samples, tmp_path / "events.csv") if row["event_id"].startswith("M")]
    assert len(found) == samples.execute(text("SELECT COUNT(*) FROM v_dyads")).scalar_one()
    [talks] = [row for row in found if row["text"] == "Grace Mbote – Luo Wenqing meeting"]
    assert [talks[name] for name in ("event_date", "event_type", "event_mode", "quad_code", "cameo_root")] == [
        "2019-03-12", "CONSULT", "visit", "1", "04",
    ]  # fmt: skip
    # Nairobi is in Kenya: the guest is the actor, the host the recipient.
    assert [talks[name] for name in ("actor_country", "recipient_country", "place", "place_country")] == ["CHN", "KEN", "Nairobi", "KEN"]


def test_what_is_said_is_an_event_of_its_act(samples: Connection, tmp_path: Path) -> None:
    found = [row for row in events(samples, tmp_path / "events.csv") if row["event_id"].startswith("S")]
    by_act = Counter((row["event_type"], row["cameo_root"]) for row in found)
    assert by_act["AGREE", "03"] > 0 < by_act["", "01"]
    assert all(row["actor_name"] for row in found)
    [row] = [row for row in found if "small label" in row["text"]]
    assert (row["actor_name"], row["actor_sector"], row["cameo_root"]) == ("Norway", "GOV", "01")


def test_a_cancelled_meeting_is_no_consultation(samples: Connection, tmp_path: Path) -> None:
    rows = events(samples, tmp_path / "events.csv", Wanted(since=date(2016, 8, 1), until=date(2016, 8, 31)))
    assert {(row["event_type"], row["event_mode"], row["cameo_root"]) for row in rows} == {("REJECT", "meet", "12")}


def test_codes_cover_the_vocabularies() -> None:
    meetings = {(kind, status) for kind in vocabularies.MEETING_KINDS for status in vocabularies.MEETING_STATUSES}
    assert {key[1:] for key in load_codes() if key[0] == "meeting"} == meetings
    assert {key[1] for key in load_codes() if key[0] == "act"} == set(vocabularies.ACTS)
    assert set(load_contexts()) <= set(load_topic_names())
    assert load_countries()["KZ"] == ("KAZ", "Kazakhstan")


@pytest.mark.parametrize(("form", "read"), [("gexf", networkx.read_gexf), ("graphml", networkx.read_graphml)])
def test_a_network_of_people(samples: Connection, tmp_path: Path, form: str, read: Any) -> None:
    file = tmp_path / f"network.{form}"
    counts = export(samples, form, file)
    graph = read(file)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (counts["nodes"], counts["edges"])
    labels = {node: data["label"] for node, data in graph.nodes(data=True)}
    ties = {frozenset((labels[a], labels[b])): data for a, b, data in graph.edges(data=True)}
    tie = ties[frozenset(("Baek Do-yeon", "Wiratno Hadikusuma"))]
    assert (int(tie["weight"]), tie["first_on"], tie["last_on"]) == (1, "2023-05-16", "2023-05-16")


def test_a_network_of_actors(sqlite: Connection, tmp_path: Path) -> None:
    export(sqlite, "graphml", tmp_path / "actors.graphml", Wanted(nodes="actors", since=date(2023, 5, 1), until=date(2023, 5, 31)))
    graph = networkx.read_graphml(tmp_path / "actors.graphml")
    assert {data["label"] for _, data in graph.nodes(data=True)} == {"Chile", "China", "Indonesia", "South Korea"}
    assert set(map(frozenset, graph.edges)) == {frozenset(pair) for pair in (("CL", "KR"), ("CN", "ID"), ("ID", "KR"))}
    with pytest.raises(ExportError, match="people or actors"):
        export(sqlite, "gexf", tmp_path / "x.gexf", Wanted(nodes="states"))


def test_a_calendar(samples: Connection, tmp_path: Path) -> None:
    file = tmp_path / "meetings.ics"
    counts = export(samples, "ical", file)
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    entries = {str(event["summary"]): event for event in calendar.walk("VEVENT")}
    assert len(calendar.walk("VEVENT")) == counts["meetings"]
    visit = entries["Visit of Ignacio Berrutti to Estonia"]
    # Three days; the end is the day after the last.
    assert (visit["dtstart"].dt, visit["dtend"].dt) == (date(2025, 4, 6), date(2025, 4, 9))
    assert {str(event["status"]) for event in entries.values()} >= {"CONFIRMED", "TENTATIVE"}
    # A month is no day.
    assert "Trilateral: Kazakhstan, Kyrgyzstan, Mongolia" not in entries
    again = tmp_path / "again.ics"
    export(samples, "ical", again)
    assert again.read_bytes() == file.read_bytes()


def test_entities_point_only_at_entities(samples: Connection, tmp_path: Path) -> None:
    file = tmp_path / "entities.jsonl"
    counts = export(samples, "ftm", file)
    entities = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert Counter(entity["schema"] for entity in entities) == counts
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        for name in ("involved", "proof", "holder", "post", "organization", "member", "subject", "object"):
            assert set(entity["properties"].get(name, [])) <= ids, entity
    [month] = [e for e in entities if e["properties"].get("name") == ["Trilateral: Kazakhstan, Kyrgyzstan, Mongolia"]]
    assert month["properties"]["startDate"] == ["2022-05"]
