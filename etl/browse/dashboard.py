"""The dashboard: activity over time, pairs of actors, initiatives by actor, a map of the places of meetings."""

from __future__ import annotations

from typing import Any

_HELD = "status = 'held' AND kind <> 'visit' [[ AND start_on >= :since ]] [[ AND start_on <= :until ]]"

_TOLD = "first_published_on IS NOT NULL [[ AND first_published_on >= :since ]] [[ AND first_published_on <= :until ]]"
"""What stands in double brackets is left out by the plugin where the field is empty."""

_ACTIVITY = f"""
    SELECT month, what, COUNT(*) AS count
    FROM (
        SELECT SUBSTR(start_on, 1, 7) AS month, 'meetings' AS what FROM v_meetings WHERE start_on IS NOT NULL AND {_HELD}
        UNION ALL
        SELECT SUBSTR(first_published_on, 1, 7) AS month, 'statements' AS what FROM v_statements WHERE {_TOLD}
    )
    GROUP BY month, what
    ORDER BY month
"""
_DYADS = f"""
    SELECT actor_a || ' – ' || actor_b AS pair, COUNT(*) AS meetings FROM v_dyads WHERE {_HELD} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20
"""
_POSITIONS = """
    SELECT initiative, actor, position, claim_count
    FROM v_initiative_positions
    WHERE position <> 'mentions'
        AND initiative IN (
            SELECT initiative FROM v_initiative_positions GROUP BY initiative ORDER BY SUM(claim_count) DESC, initiative LIMIT 12
        )
    ORDER BY initiative, actor
"""
_PLACES = f"""
    SELECT
        place,
        place_state AS state,
        COUNT(*) AS meetings,
        place_latitude(place, place_state) AS latitude,
        place_longitude(place, place_state) AS longitude
    FROM v_meetings
    WHERE place_state IS NOT NULL AND {_HELD}
    GROUP BY place, place_state
    HAVING latitude IS NOT NULL
    ORDER BY 3 DESC, 1
    LIMIT 300
"""


def dashboards(database: str) -> dict[str, Any]:
    """Return the configuration of datasette-dashboards for the store that Datasette calls `database`."""
    return {
        "overview": {
            "title": "Who meets whom, and what they say",
            "description": "Meetings that were held, by their days; statements, by the day on which they were first published.",
            "layout": [
                ["meetings", "claims", "articles"],
                ["activity", "activity", "activity"],
                ["dyads", "dyads", "acts"],
                ["positions", "positions", "positions"],
                ["places", "places", "places"],
            ],
            "filters": {"since": {"name": "since", "type": "date"}, "until": {"name": "until", "type": "date"}},
            "charts": {
                "meetings": _count(database, "Meetings held", f"SELECT COUNT(*) AS count FROM v_meetings WHERE {_HELD}"),
                "claims": _count(
                    database,
                    "Statements",
                    f"SELECT COUNT(*) AS count FROM v_statements WHERE {_TOLD}",
                ),
                "articles": _count(
                    database,
                    "Articles",
                    "SELECT COUNT(*) AS count FROM v_articles WHERE TRUE [[ AND published_on >= :since ]] [[ AND published_on <= :until ]]",
                ),
                "activity": {
                    "title": "Activity by month",
                    "db": database,
                    "query": _ACTIVITY,
                    "library": "vega-lite",
                    "display": {
                        "mark": {"type": "bar", "tooltip": True},
                        "encoding": {
                            "x": {"field": "month", "type": "ordinal", "title": "month"},
                            "y": {"field": "count", "type": "quantitative", "title": "how many", "axis": {"tickMinStep": 1}},
                            "xOffset": {"field": "what"},
                            "color": {"field": "what", "type": "nominal", "title": "what"},
                        },
                    },
                },
                "dyads": {
                    "title": "Pairs of actors by meetings",
                    "db": database,
                    "query": _DYADS,
                    "library": "vega-lite",
                    "display": _bars("pair", "meetings"),
                },
                "positions": {
                    "title": "Initiatives by actor",
                    "db": database,
                    "query": _POSITIONS,
                    "library": "vega-lite",
                    "display": {
                        "mark": {"type": "point", "filled": True, "size": 90, "tooltip": True},
                        "encoding": {
                            "x": {"field": "actor", "type": "nominal"},
                            "y": {"field": "initiative", "type": "nominal", "axis": {"labelLimit": 220}},
                            "color": {"field": "position", "type": "nominal"},
                            "shape": {"field": "position", "type": "nominal"},
                            "size": {"field": "claim_count", "type": "quantitative", "title": "claims", "legend": {"tickMinStep": 1}},
                        },
                    },
                },
                "places": {
                    "title": "Where meetings are held",
                    "db": database,
                    "query": _PLACES,
                    "library": "vega-lite",
                    # A map without tiles: nothing is fetched from anywhere, and nobody learns what is looked at.
                    "display": {
                        "projection": {"type": "equalEarth"},
                        "height": 320,
                        "layer": [
                            {"data": {"sphere": True}, "mark": {"type": "geoshape", "fill": "#f2f6fa", "stroke": "#9aa7b4"}},
                            {"data": {"graticule": {"step": [30, 30]}}, "mark": {"type": "geoshape", "filled": False, "stroke": "#d0d7de"}},
                            {
                                "mark": {"type": "circle", "opacity": 0.8, "tooltip": True},
                                "encoding": {
                                    "longitude": {"field": "longitude", "type": "quantitative"},
                                    "latitude": {"field": "latitude", "type": "quantitative"},
                                    "size": {"field": "meetings", "type": "quantitative"},
                                    "color": {"value": "#1f6feb"},
                                },
                            },
                            {
                                "mark": {"type": "text", "dy": -10, "fontSize": 10},
                                "encoding": {
                                    "longitude": {"field": "longitude", "type": "quantitative"},
                                    "latitude": {"field": "latitude", "type": "quantitative"},
                                    "text": {"field": "place"},
                                },
                            },
                        ],
                    },
                },
                "acts": {
                    "title": "Claims by act",
                    "db": database,
                    "query": "SELECT act, COUNT(*) AS claims FROM v_claims GROUP BY act ORDER BY 2 DESC",
                    "library": "vega-lite",
                    "display": _bars("act", "claims"),
                },
            },
        }
    }


def _count(database: str, title: str, query: str) -> dict[str, Any]:
    return {"title": title, "db": database, "query": query, "library": "metric", "display": {"field": "count"}}


def _bars(name: str, value: str) -> dict[str, Any]:
    return {
        "mark": {"type": "bar", "tooltip": True},
        "encoding": {
            "y": {"field": name, "type": "nominal", "sort": "-x", "title": name},
            "x": {"field": value, "type": "quantitative", "axis": {"tickMinStep": 1}},
        },
    }
