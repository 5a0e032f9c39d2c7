"""Writes the parts of the documentation that are made, not written: `make docs`.

- `data-dictionary.md` and `diagram.md`, from the models' tables and columns, as `communique schema` prints them;
- `commands.md`, from the command line's own help;
- in README.md and the pages of `SHOWN`, below each `<!-- output of: communique … -->`, what that command prints over the sample articles;
- in the tutorial the same, after what its readers have typed until there.

`tests/test_docs.py` fails when any of them is not what this script would write.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
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

SHOWN = (README, ROOT / "docs" / "attribution.md", ROOT / "docs" / "merging.md")
"""Pages that show what commands print over the sample articles."""
TUTORIAL = ROOT / "docs" / "tutorial.md"

OUTPUT = re.compile(
    r"(?P<head><!-- output of: communique (?P<command>[^>]*?) -->\n```text\n)(?P<body>.*?)(?=^```$)", re.DOTALL | re.MULTILINE
)
TYPED = re.compile(r"^```sh\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
COLUMNS = "118"
"""How wide the tables are."""
INSTALLING = re.compile(r"^(?:\S+/)?(?:pip|pipx|uv|make|git)\b|^COMMUNIQUE_COMPILE", re.MULTILINE)
PROGRAM = """from cli import app

if __name__ == "__main__":  # processes that extract import this anew
    app(prog_name="communique")
"""
EMPTY = re.compile(r"^(?:no \w+ (?:match|yet)|nothing matches|nothing in the database .*)$", re.MULTILINE)
SERVING = re.compile(r"^communique browse.*$", re.MULTILINE)


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


def walked(text: str, folder: Path) -> str:
    """Type all that a page tells its reader to type, in order, and return the page with what its commands print then.

    `folder` is the working folder and the home. What installs the program is left out, and the web server, which does not end.
    """
    shown = {f"communique {block['command']}" for block in OUTPUT.finditer(text)}
    parts, end = [], 0
    for block in sorted([*TYPED.finditer(text), *OUTPUT.finditer(text)], key=lambda found: found.start()):
        if block.re is TYPED:
            type_in("\n".join(line for line in block["body"].splitlines() if line not in shown), folder)
        else:
            parts += [text[end : block.start()], block["head"] + run(block["command"], folder / "communique.sqlite")]
            end = block.end()
    return "".join([*parts, text[end:]])


def type_in(lines: str, folder: Path) -> None:
    """Run lines of a shell, as somebody who has installed the program would. Raises RuntimeError when one fails, or finds nothing."""
    if INSTALLING.search(lines):
        return
    program = folder / ".bin" / "communique"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f"#!{sys.executable}\n{PROGRAM}", encoding="utf-8")
    program.chmod(0o755)
    environment = os.environ | {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "COLUMNS": COLUMNS,
    }
    environment.pop("COMMUNIQUE_DATABASE_URL", None)
    call = ["bash", "-euo", "pipefail", "-c", SERVING.sub("", lines)]
    done = subprocess.run(call, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"this ended with {done.returncode}:\n{lines}\n{done.stderr.strip()}")
    if found := EMPTY.search(done.stdout):
        raise RuntimeError(f"this is no example, for it prints {found[0]!r}:\n{lines}")


def run(command: str, database: Path) -> str:
    """Return what `communique <command>` prints over `database`, without blank edges and trailing spaces."""
    from typer.testing import CliRunner

    from cli import app

    # Not in a process of its own: loading the program takes longer than most commands.
    done = CliRunner().invoke(app, shlex.split(command), env={"COMMUNIQUE_DATABASE_URL": f"sqlite:///{database}", "COLUMNS": COLUMNS})
    if done.exit_code:
        raise RuntimeError(f"communique {command} ended with {done.exit_code}: {done.stderr.strip()}")
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    return "\n".join(lines).strip("\n") + "\n"


def main() -> None:
    """Write all of it."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "demo.sqlite"
        run("ingest --samples", database)
        tutorial = Path(folder) / "tutorial"
        tutorial.mkdir()
        shutil.copy(database, tutorial / "communique.sqlite")  # what its readers read first, which takes long
        written = {
            **{page: with_outputs(page.read_text(encoding="utf-8"), database) for page in SHOWN},
            TUTORIAL: walked(TUTORIAL.read_text(encoding="utf-8"), tutorial),
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
