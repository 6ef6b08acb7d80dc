"""Names that lead back to themselves mean the same, whoever asks for them first."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis.strategies import lists, permutations, sampled_from, tuples
from support.linked import Linked, link_files

from mkdocs_repodoc import linking
from mkdocs_repodoc.languages.python.resolution.python_names import PythonNames
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo

MODULES = ("pkg/__init__.py", "pkg/a.py", "pkg/b.py", "pkg/c.py")
STATEMENTS = (
    "from pkg import a as a, b as b",
    "from pkg import c",
    "from pkg import *",
    "from pkg.a import *",
    "from pkg.a import x, b, C",
    "from pkg.b import x, C as D",
    "from pkg.c import a, D",
    "from . import b, x",
    "class C(D): ...",
    "class D(C, x): ...",
    "x = C()",
    "def y() -> D: ...",
    "x = y()",
    "x = D.x",
    "x.y, a.C, b.D.x, c.x, C, D",
)
modules = tuples(*(lists(sampled_from(STATEMENTS), max_size=5) for _ in MODULES))


def resolved(linked: Linked, paths: list[str]) -> dict[str, linking.ResolvedFile]:
    """Return what the names of files mean, asked for in this order."""
    files = linked.repository.files.values()
    names = PythonNames([(file.source, file.outline) for file in files])
    return {path: linking.resolve_file(names, path, linked.details[path]) for path in paths}


@settings(deadline=None)  # a machine under load
@given(modules, permutations(MODULES))
def test_a_file_means_the_same_whatever_was_asked_before(
    sources: tuple[list[str], ...], order: list[str]
) -> None:
    texts = dict(zip(MODULES, ("\n".join(lines) for lines in sources), strict=True))
    linked = link_files(texts)
    together = resolved(linked, order)
    for path in MODULES:
        assert resolved(linked, [path])[path] == together[path]


def test_a_package_that_takes_its_submodules_from_itself() -> None:
    linked = link_files(
        {
            "pkg/__init__.py": "from pkg import a as a\n\nprint(a.x)\n",
            "pkg/a.py": "x = 1\n",
            "use.py": "import pkg\n\nprint(pkg.a.x)\n",
        }
    )
    for order in (["pkg/__init__.py", "use.py"], ["use.py", "pkg/__init__.py"]):
        found = resolved(linked, order)
        assert ("pkg/a.py", 0) in found["pkg/__init__.py"].targets
        assert ("pkg/a.py", 0) in found["use.py"].targets


def test_answers_outside_a_circle_are_worked_out_once() -> None:
    answers = RecursiveMemo()
    asked = []

    def leaf() -> str:
        asked.append("leaf")
        return "end"

    def circle(name: str, other: str) -> str:
        asked.append(name)
        inner = answers.get(other, lambda: circle(other, name), if_recursive="again")
        return f"{name} {inner} {answers.get('leaf', leaf, if_recursive='')}"

    assert answers.get("a", lambda: circle("a", "b"), if_recursive="again") == "a b again end end"
    assert answers.get("b", lambda: circle("b", "a"), if_recursive="again") == "b a again end end"
    before = list(asked)
    assert answers.get("a", lambda: circle("a", "b"), if_recursive="") == "a b again end end"
    assert asked == before == ["a", "b", "leaf", "b", "a"]
