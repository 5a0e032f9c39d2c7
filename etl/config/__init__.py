"""What `communique.toml` says: which sources a night reads, and how."""

from __future__ import annotations

from etl.config.settings import CONFIG_FILE, Http, Job, Settings, load_settings
from etl.config.sources import Columns, Feed, Files, Pages, Sitemap, Source, WebSource

__all__ = [
    "CONFIG_FILE", "Columns", "Feed", "Files", "Http", "Job", "Pages", "Settings", "Sitemap", "Source", "WebSource", "load_settings",
]  # fmt: skip
