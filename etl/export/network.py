"""The network of meetings: who is tied to whom by meetings held, and how often."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from etl.export.codes import load_countries
from etl.export.reading import rows
from etl.export.wanted import ExportError, Wanted
from etl.export.writing import replacing

if TYPE_CHECKING:
    import networkx

_NODES = {
    "people": "SELECT p.meeting_id, CAST(p.person_id AS TEXT) AS node, p.person AS label, p.actor, 'person' AS kind",
    "actors": "SELECT p.meeting_id, p.actor AS node, p.actor AS label, p.actor, p.actor_kind AS kind",
}
_WHERE = {"people": "p.person_id IS NOT NULL", "actors": "p.actor IS NOT NULL"}


def write_gexf(connection: Connection, file: Path, wanted: Wanted) -> dict[str, int]:
    """Write the network as GEXF 1.2. Returns the numbers of nodes and edges."""
    import networkx

    return _write(connection, file, wanted, networkx.write_gexf)


def write_graphml(connection: Connection, file: Path, wanted: Wanted) -> dict[str, int]:
    """Write the network as GraphML. Returns the numbers of nodes and edges."""
    import networkx

    return _write(connection, file, wanted, networkx.write_graphml)


def _write(connection: Connection, file: Path, wanted: Wanted, write: Callable[..., Any]) -> dict[str, int]:
    graph = _network(connection, wanted)
    with replacing(file) as draft:
        write(graph, draft)
    return {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges()}


def _network(connection: Connection, wanted: Wanted) -> networkx.Graph:
    """Nodes have a label, an actor and a kind; edges `weight`, the number of meetings, and the days of the first and the last one."""
    import networkx

    if wanted.nodes not in _NODES:
        raise ExportError(f"{wanted.nodes!r} are no nodes; a network is one of {' or '.join(_NODES)}")
    present_at = f"""
        {_NODES[wanted.nodes]}, m.start_on, m.end_on
        FROM v_meetings AS m
        JOIN v_meeting_participants AS p ON p.meeting_id = m.meeting_id
        WHERE m.status = 'held' AND m.kind <> 'visit' AND p.role NOT IN ('inviter', 'accompanying') AND {_WHERE[wanted.nodes]}
        ORDER BY m.meeting_id, 2
    """
    graph = networkx.Graph()
    present: dict[int, tuple[date | None, set[str]]] = {}
    for row in rows(connection, present_at):
        start = row["start_on"]
        if not wanted.holds(start, row["end_on"]):
            continue
        actor = row["actor"] or ""
        label = load_countries()[actor][1] if row["kind"] == "state" and actor in load_countries() else row["label"]
        graph.add_node(row["node"], label=label, actor=actor, kind=row["kind"])
        present.setdefault(row["meeting_id"], (start, set()))[1].add(row["node"])
    for start, nodes in present.values():
        for a, b in combinations(sorted(nodes), 2):
            days = [start.isoformat()] if start else []
            if graph.has_edge(a, b):
                edge = graph.edges[a, b]
                edge["weight"] += 1
                days += [day for day in (edge["first_on"], edge["last_on"]) if day]
            else:
                graph.add_edge(a, b, weight=1)
            graph.edges[a, b].update(first_on=min(days, default=""), last_on=max(days, default=""))
    return graph
