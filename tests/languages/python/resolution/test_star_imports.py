"""What `from … import *` takes from a module, by Python's rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from support.linked import link_files
from support.repositories import write_files

from mkdocs_repodoc import linking
from mkdocs_repodoc.model.linked_symbols import SymbolRef

ONE = "def f(): ...\ndef g(): ...\ndef _hidden(): ...\n"
TWO = "def f(): ...\n"

# Files, and what `from pkg import *` takes: name → the file that defines it.
CASES = {
    "own names": ({"pkg/__init__.py": ONE}, {"f": "pkg/__init__.py", "g": "pkg/__init__.py"}),
    "the last star wins": (
        {
            "pkg/__init__.py": "from pkg.one import *\nfrom pkg.two import *\n",
            "pkg/one.py": ONE,
            "pkg/two.py": TWO,
        },
        {"f": "pkg/two.py", "g": "pkg/one.py"},
    ),
    "stars through stars": (
        {
            "pkg/__init__.py": "from pkg.a import *\n",
            **{f"pkg/{a}.py": f"from pkg.{b} import *\n" for a, b in ("ab", "bc", "cd", "de")},
            "pkg/e.py": f"from pkg.f import *\n{TWO}",
            "pkg/f.py": ONE,
        },
        {"f": "pkg/e.py", "g": "pkg/f.py"},
    ),
    "stars in a circle beside the package": (
        {
            "pkg/__init__.py": "from pkg.a import *\n",
            "pkg/a.py": "from pkg.b import *\n",
            "pkg/b.py": f"from pkg.a import *\n{ONE}",
        },
        {"f": "pkg/b.py", "g": "pkg/b.py"},
    ),
    "__all__ of the source keeps a name back": (
        {
            "pkg/__init__.py": "from pkg.one import *\n",
            "pkg/one.py": f"__all__ = ['g']\n{ONE}",
        },
        {"g": "pkg/one.py"},
    ),
    "__all__ offers an underscore": (
        {
            "pkg/__init__.py": "from pkg.one import *\n__all__ = ['_hidden']\n",
            "pkg/one.py": f"__all__ = ['_hidden']\n{ONE}",
        },
        {"_hidden": "pkg/one.py"},
    ),
    "a name that the source has imported": (
        {
            "pkg/__init__.py": "from pkg.one import *\n__all__ = ['g']\n",
            "pkg/one.py": "from pkg.two import g\n",
            "pkg/two.py": ONE,
        },
        {"g": "pkg/two.py"},
    ),
    "__all__ names a submodule": (
        {"pkg/__init__.py": "__all__ = ['one']\n", "pkg/one.py": ONE},
        {"one": "pkg/one.py"},
    ),
    "a failed import's stand-in": (
        {
            "pkg/__init__.py": """\
                try:
                    from pkg.one import f
                except ImportError:
                    f = None
                __all__ = ["f"]
                """,
            "pkg/one.py": ONE,
        },
        {"f": "pkg/one.py"},
    ),
    "modules that take names from each other": (
        {
            "pkg/__init__.py": "from pkg.one import *\n__all__ = ['f', 'h']\n",
            "pkg/one.py": f"def h(): ...\nfrom pkg.two import *\n{ONE}",
            "pkg/two.py": "from pkg.one import *\n",
        },
        {"f": "pkg/one.py", "h": "pkg/one.py"},
    ),
}
ASK = """
import types
scope = {}
exec("from pkg import *", scope)
for name, value in sorted(scope.items()):
    if isinstance(value, types.ModuleType):
        print(name, value.__file__)
    elif name != "__builtins__":
        print(name, value.__code__.co_filename)
"""


@pytest.mark.parametrize("case", CASES)
def test_exports_are_those_of_python(case: str, tmp_path: Path) -> None:
    files, expected = CASES[case]
    files = {path: dedent(text) for path, text in files.items()}
    linked = link_files(files)
    found = linking.exports_of(linked.index, "pkg/__init__.py")
    # A submodule that was imported on the way is a name of the package too; nobody wrote it.
    assert {name: symbol.path for name, symbol in found.items()} == expected
    write_files(tmp_path, files)
    said = subprocess.run(
        [sys.executable, "-c", ASK], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    taken = dict(line.split() for line in said.splitlines())
    assert {name: Path(taken[name]) for name in expected} == {
        name: tmp_path / path for name, path in expected.items()
    }


def test_a_name_is_a_symbol_or_a_file() -> None:
    linked = link_files({"pkg/__init__.py": "from pkg import one\n", "pkg/one.py": ONE})
    assert linking.exports_of(linked.index, "pkg/one.py") == {
        "f": SymbolRef("pkg/one.py", 0),
        "g": SymbolRef("pkg/one.py", 1),
    }
    assert linking.exports_of(linked.index, "pkg/__init__.py") == {
        "one": SymbolRef("pkg/one.py", -1)
    }


def test_star_imports_in_a_circle_end() -> None:
    linked = link_files({"a.py": "from b import *\n__all__ = ['f']\n", "b.py": "from a import *\n"})
    assert linking.exports_of(linked.index, "a.py") == {}
    assert linking.exports_of(linked.index, "b.py") == {}


def test_what_is_no_python_exports_nothing() -> None:
    linked = link_files({"a.c": "int f(void) { return 1; }\n"})
    assert linking.exports_of(linked.index, "a.c") == {}


def test_an_underscore_in_all_may_come_from_another_project() -> None:
    linked = link_files(
        {
            "app.py": "from inner import *\n",
            "inner.py": "from other import _special\n__all__ = ['_special']\n",
        }
    )
    assert list(linking.names_elsewhere(linked.index, "app.py", -1, "_special")) == [
        "other._special"
    ]


def test_a_star_from_outside_of_the_repository_adds_nothing() -> None:
    linked = link_files({"a.py": f"from elsewhere import *\n{TWO}"})
    assert linking.exports_of(linked.index, "a.py") == {"f": SymbolRef("a.py", 0)}


def test_members_of_classes_are_no_names_of_the_module() -> None:
    linked = link_files({"a.py": "class A:\n    def f(self): ...\n"})
    assert linking.exports_of(linked.index, "a.py") == {"A": SymbolRef("a.py", 0)}
