"""Writes the parts of the documentation that are made, not written: `make docs`.

- `data-dictionary.md` and `diagram.md`, from the models' tables and columns, as `communique schema` prints them;
- `commands.md`, from the command line's own help;
- in README.md, below each `<!-- output of: communique … -->`, what that command prints over the sample articles.

`tests/test_docs.py` fails when any of them is not what this script would write.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
DICTIONARY = ROOT / "docs" / "data-dictionary.md"
COMMANDS = ROOT / "docs" / "commands.md"
DIAGRAM = ROOT / "docs" / "diagram.md"

OUTPUT = re.compile(
    r"(?P<head><!-- output of: communique (?P<command>[^>]*?) -->\n```text\n)(?P<body>.*?)(?=^```$)", re.DOTALL | re.MULTILINE
)
COLUMNS = "118"
"""How wide the tables in the README are."""


def dictionary() -> str:
    """Return the data dictionary as Markdown."""
    from models import description

    return description.dictionary()


def diagram() -> str:
    """Return the entity-relationship diagrams as Markdown."""
    from models import description

    return "\n".join(
        [
            "# Entities and relationships",
            "",
            "Made from `models/` by `make docs`; `communique schema --diagram` prints the same. What columns mean is in the",
            "[data dictionary](data-dictionary.md), what to query in the [views](views.md).",
            *(f"\n## {heading}\n\n```mermaid\n{drawn}```" for heading, drawn in description.diagrams().items()),
            "",
        ]
    )


def commands() -> str:
    """Return the command reference as Markdown."""
    return "\n".join(_commands()) + "\n"


def _commands() -> Iterator[str]:
    from typer.main import get_command

    from cli import app

    program: Any = get_command(app)
    yield "# Commands"
    yield ""
    yield "Made from `communique --help` by `make docs`."
    yield ""
    yield "Exit codes: 0 all well, 1 failed, 2 wrong use, 3 finished, but some documents were quarantined or a source could not be read, "
    yield "75 another run has the database."
    for name, command in _leaves(program):
        arguments = [p for p in command.params if p.param_type_name == "argument"]
        options = [p for p in command.params if p.param_type_name == "option"]
        yield ""
        yield f"## `{' '.join(['communique', name, *(_metavar(a) for a in arguments)])}`"
        yield ""
        yield str(command.help)
        yield ""
        yield "| | |"
        yield "|---|---|"
        for argument in arguments:
            yield f"| `{_metavar(argument)}` | {_cell(argument.help)} |"
        for option in options:
            if option.name != "help":
                yield f"| `{', '.join((*option.opts, *option.secondary_opts))}` | {_cell(_option(option))} |"


def _leaves(group: Any, *before: str) -> Iterator[tuple[str, Any]]:
    """Yield every command that does something, by its words."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _leaves(command, *before, name)
        else:
            yield " ".join((*before, name)), command


def _metavar(argument: Any) -> str:
    return str(argument.metavar or argument.name.upper()) + ("…" if argument.nargs == -1 else "")


def _option(option: Any) -> str:
    parts = [option.help or ""]
    parts += [f"Also from `{option.envvar}`."] if option.envvar else []
    parts += [f"Default: `{option.default}`."] if isinstance(option.default, str) else []
    return " ".join(part for part in parts if part)


def _cell(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def with_outputs(text: str, database: Path) -> str:
    """Return `text` with every output block holding what its command prints over `database`."""
    return OUTPUT.sub(lambda block: block["head"] + run(block["command"], database), text)


def run(command: str, database: Path) -> str:
    """Return what `communique <command>` prints over `database`, without blank edges and trailing spaces."""
    environment = os.environ | {"COMMUNIQUE_DATABASE_URL": f"sqlite:///{database}", "COLUMNS": COLUMNS, "PYTHONPATH": str(ROOT)}
    call = [sys.executable, "-c", "from cli import app; app(prog_name='communique')", *shlex.split(command)]
    done = subprocess.run(call, env=environment, cwd=database.parent, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"communique {command} ended with {done.returncode}: {done.stderr.strip()}")
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    return "\n".join(lines).strip("\n") + "\n"


def main() -> None:
    """Write all of it."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "demo.sqlite"
        run("ingest --samples", database)
        written = {
            README: with_outputs(README.read_text(encoding="utf-8"), database),
            DICTIONARY: dictionary(),
            DIAGRAM: diagram(),
            COMMANDS: commands(),
        }
    for path, text in written.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"written: {path.relative_to(ROOT)}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
