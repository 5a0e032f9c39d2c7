"""The page: one HTML file with its style, charts and sentences in it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup

from etl.digest import charts
from etl.digest.rows import Digest, FirstTime, StatementNews

KINDS = {"meeting": "First meetings", "support": "First support", "relationship": "Relations raised"}


def write_page(digest: Digest, file: Path) -> None:
    """Write the page of a digest. Raises ConfigError when matplotlib is not installed, OSError when the file cannot be written."""
    file.write_text(make_page(digest), encoding="utf-8")


def make_page(digest: Digest) -> str:
    """Return the page of a digest. The same digest gives the same page."""
    environment = Environment(
        loader=PackageLoader("etl.digest", "."), autoescape=select_autoescape(default=True), trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["plain"] = _plain
    by_voice: dict[str, list[StatementNews]] = defaultdict(list)
    for statement in digest.statements:
        by_voice[_voice(statement, digest)].append(statement)
    firsts: dict[str, list[FirstTime]] = defaultdict(list)
    for first in digest.first_times:
        firsts[KINDS[first.kind]].append(first)
    drawn = {
        "met": Markup(charts.who_met_whom(digest)),
        "positions": Markup(charts.initiatives_by_actor(digest)),
        "activity": Markup(charts.activity(digest)),
    }
    template = environment.get_template("page.html")
    return template.render(
        digest=digest, voices=dict(sorted(by_voice.items())), firsts=firsts, charts=drawn,
        style=Markup(environment.get_template("style.css").render()),
    )  # fmt: skip


def _voice(statement: StatementNews, digest: Digest) -> str:
    return " and ".join(digest.name(actor) for actor in statement.on_behalf_of) or statement.speakers or "Nobody named"


def _plain(word: str) -> str:
    return word.replace("_", " ")
