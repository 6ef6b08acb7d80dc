"""Ties across languages: each proven, or not there."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc.languages.python.resolution.python_names import PythonNames
from mkdocs_repodoc.languages.python.resolution.stubs import stub_ties
from mkdocs_repodoc.model.linked_symbols import SymbolRef

RUST = "#[pymodule]\nfn _core(m: &Bound<PyModule>) -> PyResult<()> {\n    Ok(())\n}\n"


def ties(linked: Linked, path: str) -> list[tuple[str, str, int]]:
    repository = linked.repository
    return [
        (one.kind, repository.qualified_name(one.target), one.line)
        for one in repository.links.relations.get(path, ())
    ]


def tied(files: Mapping[str, str], path: str) -> list[tuple[str, str, int]]:
    return ties(link_files(files), path)


def imported(files: Mapping[str, str], path: str) -> list[str]:
    return [one.path for one in link_files(files).repository.links.imports[path]]


# Imports of compiled modules


def test_relative_import_of_a_rust_module() -> None:
    files = {"src/lib.rs": RUST, "pkg/__init__.py": "from ._core import run\n"}
    linked = link_files(files)
    assert linked.repository.links.imports["pkg/__init__.py"][0].path == "src/lib.rs"
    assert [one.path for one in linked.repository.links.imported_by["src/lib.rs"]] == [
        "pkg/__init__.py"
    ]


def test_module_taken_from_its_package() -> None:
    files = {"src/lib.rs": RUST, "pkg/__init__.py": "", "pkg/a.py": "from . import _core\n"}
    linked = link_files(files)
    found = linked.repository.links.imports["pkg/a.py"][0]
    assert found.path == "src/lib.rs"
    assert found.symbol is not None
    assert linked.repository.qualified_name(found.symbol) == "_core"


def test_pybind_module() -> None:
    files = {
        "src/core.cpp": 'PYBIND11_MODULE(_core, m) {\n  m.def("f", &f);\n}\n',
        "pkg/__init__.py": "import pkg._core\nfrom pkg._core import f\n",
    }
    assert imported(files, "pkg/__init__.py") == ["src/core.cpp", "src/core.cpp"]


COMPILED = {
    "src/lib.rs": """
        #[pyfunction]
        #[pyo3(name = "plus")]
        fn add(a: i64) -> i64 { a }
        #[pyclass(name = "Mill")]
        struct RustMill {}
        #[pymethods]
        impl RustMill {
            #[new]
            fn new() -> Self { RustMill {} }
            fn grind(&self) {}
        }
        fn hidden() {}
        #[pymodule]
        fn _core(m: &Bound<PyModule>) -> PyResult<()> { Ok(()) }
    """,
    "cpp/fast.cpp": """
        int sub(int a, int b) { return a - b; }
        int gone(int a) { return a; }
        struct Saw { void cut() {} };
        PYBIND11_MODULE(fast, m) {
          m.def("minus", &sub);
          // m.def("gone", &gone);
          m.def("other", [](int a) { return a; });
          py::class_<Saw>(m, "Saw").def(py::init<>()).def("cut", &Saw::cut);
        }
    """,
    "pkg/__init__.py": "",
}


@pytest.mark.parametrize(
    ("code", "name", "target"),
    [
        ("from pkg._core import plus\nplus(1)", "plus", "add"),
        ("from pkg import _core\n_core.plus(1)", "plus", "add"),
        ("import pkg._core as c\nc.plus(1)", "plus", "add"),
        ("from pkg._core import Mill\nMill().grind()", "Mill", "RustMill"),
        ("from pkg._core import Mill\nMill().grind()", "grind", "RustMill::grind"),
        ("from pkg._core import Mill\ndef f(m: Mill): m.grind()", "grind", "RustMill::grind"),
        ("from pkg._core import hidden\nhidden()", "hidden", ""),
        ("from pkg._core import add\nadd()", "add", ""),
        ("from pkg._core import Mill\nMill().gone()", "gone", ""),
        ("import fast\nfast.minus(1, 2)", "minus", "sub"),
        ("from fast import Saw\nSaw().cut()", "cut", "Saw::cut"),
        ("import fast\nfast.gone(1)", "gone", ""),
        ("import fast\nfast.cut()", "cut", ""),
        ("import fast\nfast.other(1)", "other", ""),
        ("from numpy._core import plus\nplus(1)", "plus", ""),
    ],
)
def test_a_call_of_a_compiled_module_is_a_use_of_what_it_runs(
    code: str, name: str, target: str
) -> None:
    linked = link_files({**COMPILED, "pkg/a.py": code + "\n"})
    found = [each for _, each in linked.links("pkg/a.py", name)]
    assert set(found) == ({target} if target else set())
    if target:
        path = "src/lib.rs" if target != "sub" and "Saw" not in target else "cpp/fast.cpp"
        uses = linked.repository.links.uses.of(linked.symbol(path, target))
        assert "pkg/a.py" in {use.path for use in uses}


def test_what_a_stub_describes_is_what_the_compiled_module_defines() -> None:
    stub = "class Mill:\n    def grind(self) -> Mill: ...\ndef typed() -> int: ...\n"
    code = "from pkg._core import Mill, typed\nMill().grind().grind()\ntyped()\n"
    linked = link_files({**COMPILED, "pkg/_core.pyi": stub, "pkg/a.py": code})
    assert linked.links("pkg/a.py", "grind") == [(2, "RustMill::grind"), (2, "RustMill::grind")]
    assert linked.links("pkg/a.py", "typed")[-1] == (3, "pkg._core.typed")


def test_declarations_that_cython_takes() -> None:
    files = {
        "pkg/__init__.py": "",
        "pkg/fast.pyx": "from pkg.fast cimport Sieve\nfrom pkg.c cimport tree\n",
        "pkg/fast.pxd": "cdef class Sieve:\n    pass\n",
        "pkg/c/__init__.pxd": "",
        "pkg/c/tree.pxd": "",
        "pkg/slow.pyx": 'include "parts.pxi"\nfrom pkg.fast cimport Sieve\n',
        "pkg/parts.pxi": "x = 1\n",
        "pkg/a.py": "from pkg.c import tree\n",
    }
    assert imported(files, "pkg/fast.pyx") == ["pkg/fast.pxd", "pkg/c/tree.pxd"]
    assert imported(files, "pkg/slow.pyx") == ["pkg/parts.pxi", "pkg/fast.pyx"]
    assert imported(files, "pkg/a.py") == [""]


def test_cython_module_and_its_function() -> None:
    files = {
        "pkg/__init__.py": "",
        "pkg/fast.pyx": "def sift(x):\n    return x\n",
        "pkg/a.py": "from .fast import sift\nfrom pkg.fast import sift as s\nimport pkg.fast\n",
    }
    linked = link_files(files)
    found = linked.repository.links.imports["pkg/a.py"]
    assert [one.path for one in found] == ["pkg/fast.pyx"] * 3
    assert [one.symbol and linked.repository.qualified_name(one.symbol) for one in found] == [
        "sift",
        "sift",
        None,
    ]


def test_an_import_that_python_answers_is_left_alone() -> None:
    files = {
        "src/lib.rs": RUST,
        "pkg/__init__.py": "from ._core import run\nfrom . import _core\n",
        "pkg/_core.py": "def run(): ...\n",
    }
    assert imported(files, "pkg/__init__.py") == ["pkg/_core.py", "pkg/_core.py"]


def test_a_name_of_a_package_that_is_called_like_its_compiled_module() -> None:
    files = {
        "src/lib.rs": RUST.replace("_core", "sea"),
        "sea/__init__.py": "from .sea import Tide\n",
        "user.py": "from sea import Tide\n",
    }
    assert imported(files, "sea/__init__.py") == ["src/lib.rs"]
    assert imported(files, "user.py") == ["sea/__init__.py"]


def test_another_projects_module_of_the_same_name_is_not_ours() -> None:
    files = {"src/lib.rs": RUST, "a.py": "from numpy._core import x\nfrom numpy import _core\n"}
    assert imported(files, "a.py") == ["", ""]


def test_two_sources_of_one_module_prove_nothing_unless_one_is_nearer() -> None:
    files = {
        "one/lib.rs": RUST,
        "two/lib.rs": RUST,
        "pkg/__init__.py": "from . import _core\n",
        "two/pkg/__init__.py": "from . import _core\n",
    }
    assert imported(files, "pkg/__init__.py") == ["pkg/__init__.py"]
    assert imported(files, "two/pkg/__init__.py") == ["two/lib.rs"]


# Entry points


def test_entry_point_starts_its_function() -> None:
    files = {
        "pyproject.toml": '[project]\nname = "x"\n\n[project.scripts]\nx = "x.cli:main"\n',
        "src/x/__init__.py": "",
        "src/x/cli.py": "def main(): ...\n",
    }
    linked = link_files(files)
    assert ties(linked, "pyproject.toml") == [("starts", "x.cli.main", 5)]
    assert ties(linked, "src/x/cli.py") == [("started by", "pyproject.toml", 5)]


def test_entry_points_of_other_files() -> None:
    files = {
        "setup.py": "import setuptools as s\ns.setup(entry_points={'console_scripts': 'y=y:go'})",
        "y/__init__.py": "from y.run import go\n",
        "y/run.py": "def go(): ...\n",
        "web/package.json": '{"name": "w",\n "bin": {"w": "./cli.js"}}',
        "web/cli.js": "run()\n",
    }
    assert tied(files, "setup.py") == [("starts", "y.run.go", 0)]
    assert tied(files, "web/package.json") == [("starts", "web/cli.js", 2)]


def test_entry_point_into_another_project_starts_nothing() -> None:
    files = {"pyproject.toml": '[project.scripts]\nx = "elsewhere.cli:main"\n'}
    assert tied(files, "pyproject.toml") == []


# Commands and paths

WORKFLOW = """
on: push
jobs:
  test:
    steps:
      - run: |
          pip install -r requirements.txt
          python tools/make.py
      - run: ./go.sh
        working-directory: tools
      - run: python $TOOL/make.py
"""


def test_workflow_runs_and_names_files() -> None:
    files = {
        ".github/workflows/ci.yml": WORKFLOW,
        "requirements.txt": "x\n",
        "tools/make.py": "",
        "tools/go.sh": "",
        "go.sh": "",
    }
    linked = link_files(files)
    assert ties(linked, ".github/workflows/ci.yml") == [
        ("names", "requirements.txt", 6),
        ("runs", linked.repository.files["tools/make.py"].module, 7),
        ("runs", "tools/go.sh", 8),
    ]
    assert ties(linked, "go.sh") == []


def test_makefile_tox_hooks_and_package_scripts() -> None:
    files = {
        "sub/Makefile": "all:\n\t@python make.py\n\techo $(X) make.py\n",
        "sub/make.sh": "",
        "sub/make.py": "",
        "tox.ini": "[testenv]\ncommands =\n    python {toxinidir}/a.sh\n    {envpython} b.sh\n",
        "a.sh": "",
        "b.sh": "",
        ".pre-commit-config.yaml": "repos:\n- repo: local\n  hooks:\n  - id: x\n    entry: ./a.sh\n"
        "- repo: https://example.org/x\n  hooks:\n  - id: y\n    entry: ./b.sh\n",
        "web/package.json": '{"scripts": {\n "build": "node build.js && tsc -p tsconfig.json"}}',
        "web/build.js": "",
        "web/tsconfig.json": "{}",
    }
    linked = link_files(files)
    make = linked.repository.files["sub/make.py"].module
    assert ties(linked, "sub/Makefile") == [("runs", make, 2)]
    assert ties(linked, "tox.ini") == [("names", "b.sh", 4), ("runs", "a.sh", 3)]
    assert ties(linked, ".pre-commit-config.yaml") == [("runs", "a.sh", 5)]
    assert ties(linked, "web/package.json") == [
        ("names", "web/tsconfig.json", 2),
        ("runs", "web/build.js", 2),
    ]


def test_a_test_names_its_data() -> None:
    files = {
        "tests/test_a.py": 'from pathlib import Path\nopen("tests/data/a.csv")\n'
        'open("data/b.csv")\nPath(__file__).parent / "c.csv"\nopen("gone/x.csv")\n'
        'def test(tmp_path): open(tmp_path / "tests/data/d.csv")\n',
        "tests/data/a.csv": "x",
        "tests/data/b.csv": "x",
        "tests/c.csv": "x",
        "tests/data/d.csv": "x",
        "c.csv": "x",
    }
    assert tied(files, "tests/test_a.py") == [
        ("names", "tests/data/a.csv", 2),
        ("names", "tests/data/b.csv", 3),
        ("names", "tests/c.csv", 4),
    ]


# Stubs, headers


def test_stub_and_module() -> None:
    files = {"a.py": "x = 0\ndef f(a): ...\ndef g(): ...\n", "a.pyi": "def f(a: int) -> int: ...\n"}
    linked = link_files(files)
    assert ties(linked, "a.py") == [("stubbed by", "a", 0), ("stubbed by", "a.f", 1)]
    assert ties(linked, "a.pyi") == [("stub of", "a", 0), ("stub of", "a.f", 1)]


@pytest.mark.parametrize("unread", ["a.py", "a.pyi"])
def test_a_stub_is_tied_to_its_module_though_the_names_of_one_are_not_known(unread: str) -> None:
    files = {"a.py": "def f(a): ...\n", "a.pyi": "def f(a: int) -> int: ...\n"}
    repository = link_files(files).repository
    names = PythonNames([(each.source, each.outline) for each in repository.files.values()])
    known = {path: found for path, found in names.table.names.items() if path != unread}
    (tie,) = stub_ties(repository.files, known, names.resolver.compiled)
    assert tie == ("stub of", SymbolRef.of_file("a.pyi"), SymbolRef.of_file("a.py"), "a.pyi", 0)


def test_the_line_of_a_stub_shows_what_it_describes() -> None:
    linked = link_files({"a.py": "def f(a): ...\n", "a.pyi": "x: int\ndef f(a): ...\n"})
    relations = linked.repository.links.relations
    for path in ("a.py", "a.pyi"):
        assert [(one.path, one.line) for one in relations[path]] == [("a.pyi", 0), ("a.pyi", 2)]


def test_stub_of_a_compiled_module() -> None:
    files = {"src/lib.rs": RUST, "pkg/__init__.py": "", "pkg/_core.pyi": "def run(): ...\n"}
    assert tied(files, "src/lib.rs") == [("stubbed by", "pkg._core", 2)]
    assert tied({"pkg/other.pyi": "", "src/lib.rs": RUST}, "pkg/other.pyi") == []


def test_cython_declarations() -> None:
    assert tied({"a.pyx": "", "a.pxd": ""}, "a.pxd") == [("defined by", "a.pyx", 0)]


def test_declaration_and_definition() -> None:
    header = "namespace sea {\nint depth(int x);\nclass Tide { int rise(); int fall(); };\n}\n"
    source = (
        '#include "sea.hpp"\nint sea::depth(int x) { return x; }\n'
        "int sea::Tide::rise() { return 1; }\n"
    )
    linked = link_files({"sea.hpp": header, "sea.cpp": source})
    assert ties(linked, "sea.hpp") == [
        ("defined by", "sea::depth", 2),
        ("defined by", "sea::Tide::rise", 3),
    ]
    assert [one[:2] for one in ties(linked, "sea.cpp")] == [
        ("defines", "sea::depth"),
        ("defines", "sea::Tide::rise"),
    ]


def test_what_is_defined_twice_is_tied_to_nothing() -> None:
    header = "namespace sea { int depth(int x); }\n"
    body = "int sea::depth(int x) { return x; }\n"
    assert tied({"sea.hpp": header, "cpu.cpp": body, "gpu.cpp": body}, "sea.hpp") == []
    overloaded = "namespace sea { int depth(int x); int depth(float x); }\n"
    assert tied({"sea.hpp": overloaded, "cpu.cpp": body}, "sea.hpp") == []


def test_a_plain_name_needs_the_include() -> None:
    header, body = "int depth(int x);\n", "int depth(int x) { return x; }\n"
    assert tied({"sea.h": header, "sea.c": body}, "sea.h") == []
    included = '#include "sea.h"\n' + body
    assert tied({"sea.h": header, "sea.c": included}, "sea.h") == [("defined by", "depth", 2)]
    static = '#include "sea.h"\nstatic ' + body
    assert tied({"sea.h": header, "sea.c": static}, "sea.h") == []
