"""What BI tools are given ready-made: datasets over the views, charts and dashboards, as a bundle that Superset imports."""

from etl.bi.bundle import NAME, superset

__all__ = ["NAME", "superset"]
