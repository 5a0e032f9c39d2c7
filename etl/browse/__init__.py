"""A store in the web browser: Datasette over the views, with titles, questions, a dashboard, and pages that show where each row stands."""

from etl.browse.server import BrowseError, serve

__all__ = ["BrowseError", "serve"]
