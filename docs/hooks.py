"""What mkdocs.yml cannot say: README.md, CHANGELOG.md and LICENSE stand above docs/, and are pages of the site all the same."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).resolve().parents[1]
TAKEN = {"README.md": "index.md", "CHANGELOG.md": "changelog.md", "LICENSE": "license.txt"}
"""File of the checkout -> file of the site."""
_LINK = re.compile(r"(?<=\]\()(?P<up>(?:\.\./)*)(?P<file>[^)#:\s]+)(?=[)#])")


def on_config(config: Any) -> Any:
    """Give a place to pages that `nav` does not name."""
    sections = {next(iter(entry)): next(iter(entry.values())) for entry in config["nav"]}
    named = {page for section in sections.values() for page in ([section] if isinstance(section, str) else map(_page, section))}
    for path in sorted(Path(config["docs_dir"]).rglob("*.md")):
        page = path.relative_to(config["docs_dir"]).as_posix()
        if page not in named:
            sections["Explanation" if page.startswith("decisions/") else "How to"].append(page)
    return config


def _page(entry: Any) -> str:
    return str(next(iter(entry.values())))


def on_files(files: Files, *, config: Any) -> Files:
    """Add what stands above docs/."""
    for source, name in TAKEN.items():
        files.append(File.generated(config, name, content=(ROOT / source).read_text(encoding="utf-8")))
    return files


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Let links lead where files are on the site."""
    own = page.file.src_uri in TAKEN.values()

    def target(link: re.Match[str]) -> str:
        file = link["file"]
        if own:
            return TAKEN.get(file, file.removeprefix("docs/"))
        return (link["up"].removesuffix("../") + TAKEN[file]) if link["up"] and file in TAKEN else link[0]

    return _LINK.sub(target, markdown)
