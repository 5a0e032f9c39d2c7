"""The sources that communique.toml names."""

from __future__ import annotations

import typer

from etl.commands.options import DEFAULT_CONFIG, AsJson, ConfigFile, ConfiguredDatabase
from etl.commands.running import FAILED, configured, errors


def sources_check(config: ConfigFile = DEFAULT_CONFIG, db: ConfiguredDatabase = None, as_json: AsJson = False) -> None:
    """Try each source: whether a document can be had from it. Nothing is stored."""
    with errors():
        from etl.nightly import check_sources
        from etl.report import print_findings

        settings = configured(config, db, needed=True)
        findings = list(check_sources(settings))
        print_findings(findings, as_json=as_json)
    if not all(finding.sound for finding in findings):
        raise typer.Exit(FAILED)
