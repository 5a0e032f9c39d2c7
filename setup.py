"""Compiles the extractor, where that is asked for. All else about the package stands in pyproject.toml.

    COMMUNIQUE_COMPILE=1 pip install --no-build-isolation .

mypyc translates the very same modules to C by the types that they state: the same rows in about two thirds of the time. It needs a C
compiler, mypy and all that the program depends on, hence no isolated build. Without the variable the package is pure Python.
"""

import os
from pathlib import Path

from setuptools import setup

_LEFT = {"__init__.py", "tables.py"}
"""Files that hold nothing to compile, or wait for a disk."""


def _modules() -> list[str]:
    """What every article goes through: rules, lexicons and records, but not the readers, which call spaCy."""
    files = [*Path("etl/extract").rglob("*.py"), *Path("etl/lexicon").rglob("*.py"), Path("etl/records.py")]
    return sorted(str(file) for file in files if file.name not in _LEFT and "readers" not in file.parts)


if os.environ.get("COMMUNIQUE_COMPILE") == "1":
    from mypyc.build import mypycify

    setup(ext_modules=mypycify(_modules(), opt_level="2", debug_level="0", multi_file=True, group_name="communique"))
else:
    setup()
