"""What `make compiled` would stumble over, told at once: compiling takes minutes, and nobody does it for every change."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import etl

_ROOM = Path(etl.__file__).parent
_MODULES = sorted(
    file for room in ("extract", "lexicon") for file in (_ROOM / room).rglob("*.py") if "readers" not in file.relative_to(_ROOM).parts
)


def _stumbles(tree: ast.AST) -> list[str]:
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and any(isinstance(op, ast.In | ast.NotIn) for op in node.ops):
            starred = [e for c in node.comparators if isinstance(c, ast.Tuple | ast.List) for e in c.elts if isinstance(e, ast.Starred)]
            found += [f"line {node.lineno}: `in (*…, …)`; join the words before" for _ in starred[:1]]
        if isinstance(node, ast.ClassDef) and any("dataclass" in ast.unparse(d) for d in node.decorator_list):
            abstract = any("ABC" in ast.unparse(base) for base in [*node.bases, *(k.value for k in node.keywords)])
            found += [f"line {node.lineno}: an abstract dataclass; raise NotImplementedError instead"] * abstract
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            views = [n for n in (node.left, node.right) if isinstance(n, ast.Call) and ast.unparse(n.func).endswith(".keys")]
            sure = any(ast.unparse(n).startswith(("frozenset(", "_", "BE", "HAVE")) for n in (node.left, node.right) if n not in views)
            found += [f"line {node.lineno}: a frozenset | keys() is a set, whatever mypy says; unpack the keys"] * bool(views and sure)
    return found


@pytest.mark.parametrize("file", _MODULES, ids=lambda file: str(file.relative_to(_ROOM)))
def test_nothing_stands_in_the_way_of_compiling(file: Path) -> None:
    assert _stumbles(ast.parse(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("file", _MODULES, ids=lambda file: str(file.relative_to(_ROOM)))
def test_constants_are_final(file: Path) -> None:
    """What is Final is read where it stands; any other name of a module is looked up each time, compiled or not."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    named = [node for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)]
    types = ("TypeVar(", "NewType(")
    loose = [
        node.targets[0].id
        for node in named
        if isinstance(node.targets[0], ast.Name)
        and node.targets[0].id.isupper()
        and not isinstance(node.value, ast.Subscript)
        and not ast.unparse(node.value).startswith(types)
    ]
    assert [name for name in loose if sum(ast.unparse(n).startswith(f"{name} ") for n in tree.body) == 1] == []
