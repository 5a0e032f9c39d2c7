"""Takes the documented questions into the package, and compiles the extractor where that is asked for. All else stands in pyproject.toml.

The questions are SQL files in docs/questions, which is no package: a wheel carries them as etl/questions/sql.

    COMMUNIQUE_COMPILE=1 pip install --no-build-isolation .

mypyc translates the very same modules to C by the types that they state: the same rows in about half the time. It needs a C compiler,
mypy and all that the program depends on, hence no isolated build. Without the variable the package is pure Python.

`make compiled` compiles twice, with GCC: "counting", what then notes how often each branch is taken, and after a run of it "counted", what
keeps together what is run often: the rules are far more code than fits into a processor's caches. That is a seventh faster.
"""

import os
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_py import build_py

_LEFT = {"__init__.py", "tables.py"}
"""Files that hold nothing to compile, or wait for a disk."""
_FLAGS = {
    "1": [],
    "counting": ["-fvisibility=hidden", "-fprofile-generate"],
    "counted": ["-fvisibility=hidden", "-fprofile-use", "-flto=auto"],
}
"""What the compiler is told beyond what mypyc tells it, by what COMMUNIQUE_COMPILE asks for. (Python alone looks into what is made: a
function that others could see they could replace, hence it is called by a detour.)"""


def _modules() -> list[str]:
    """What every article goes through: rules, lexicons and records, but not the readers, which call spaCy."""
    files = [*Path("etl/extract").rglob("*.py"), *Path("etl/lexicon").rglob("*.py"), Path("etl/records.py")]
    return sorted(str(file) for file in files if file.name not in _LEFT and "readers" not in file.parts)


class BuildWithQuestions(build_py):
    """Copies the questions, which `etl.questions` finds in either place."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            folder = Path(self.build_lib, "etl", "questions", "sql")
            self.mkpath(str(folder))
            for file in sorted(Path("docs/questions").glob("*.sql")):
                self.copy_file(str(file), str(folder / file.name))


def _extensions(flags: list[str]) -> list[Extension]:
    from mypyc.build import mypycify

    extensions: list[Extension] = mypycify(_modules(), opt_level="2", debug_level="0", multi_file=True, group_name="communique")
    library = extensions[0]  # all the code; the others, one a module, only open it
    library.extra_compile_args = [*library.extra_compile_args, *flags]
    library.extra_link_args = [*library.extra_link_args, *flags]
    return extensions


_flags = _FLAGS.get(os.environ.get("COMMUNIQUE_COMPILE", ""))
setup(cmdclass={"build_py": BuildWithQuestions}, ext_modules=[] if _flags is None else _extensions(_flags))
