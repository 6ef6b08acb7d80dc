"""Imports run downward only, lazy and type-checking ones included, and what languages share names
none of them; read from the source.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from support.product import PACKAGE, SOURCE, modules, nodes_of, strings_of

from mkdocs_repodoc.languages.manifests import project_files
from mkdocs_repodoc.languages.registry import FOLDERS, LANGUAGES

# From the ground up: a room may import what stands on a floor below its own, and itself.
FLOORS = (
    {"errors", "paths"},
    {"model"},
    {"settings", "text", "processes", "repository_urls"},
    {"extensions"},
    {"cache", "inventories", "rendering", "scip"},
    {"languages"},
    {"sources", "format_readers"},
    {"analysis", "insight"},
    {"linking", "pages", "html", "client", "outputs"},
    {"markdown", "epub"},
    {"pipeline", "options"},
    {"reporting", "preview", "query"},
    {"embedding"},
    {"hosts", "mcp_server"},
    {"command_line"},
)
FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor}

# Only the edge knows the host, and only Python's front end knows Griffe.
KEPT = {
    "mkdocs": {"hosts"},
    "properdocs": {"hosts"},
    "material": set(),
    "markdown": {"embedding", "hosts"},
    "griffe": {"languages"},
    "mcp": {"mcp_server"},
}


class Imported(NamedTuple):
    """A module that an import statement names."""

    module: str
    line: int


def imports(nodes: Iterable[ast.AST], module: str, *, is_package: bool) -> Iterator[Imported]:
    """Yield every module that any of the nodes imports."""
    package = module if is_package else module.rpartition(".")[0]
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Imported(alias.name, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                anchor = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*anchor, *([node.module] if node.module else [])])
            if base == PACKAGE:  # `from package import room` names a room
                for alias in node.names:
                    yield Imported(f"{base}.{alias.name}", node.lineno)
            else:
                yield Imported(base, node.lineno)
        elif (
            isinstance(node, ast.Call)
            and called_name(node) in {"import_module", "__import__"}
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            yield Imported(str(node.args[0].value), node.lineno)


def called_name(call: ast.Call) -> str:
    """Return the last part of the name that is called; empty if what is called has none."""
    match call.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
    return ""


def wrong(room: str, imported: str) -> str:
    """Say what is wrong with a room importing a module; empty if nothing is."""
    top, _, rest = imported.partition(".")
    if top in KEPT and room not in KEPT[top]:
        return f"{room} must not know {top}"
    other = rest.partition(".")[0]
    if top != PACKAGE or not other or other in {room, "__version__"}:
        return ""
    if other not in FLOOR_OF:
        return f"{other} has no floor; name it in this test"
    if FLOOR_OF[other] >= FLOOR_OF[room]:
        return f"{room} must not import {other}"
    return ""


@cache
def imports_of(path: Path) -> tuple[Imported, ...]:
    """Return every module that is imported anywhere in one of ours."""
    relative = path.relative_to(SOURCE)
    dotted = ".".join((PACKAGE, *relative.with_suffix("").parts)).removesuffix(".__init__")
    return tuple(imports(nodes_of(path), dotted, is_package=path.name == "__init__.py"))


def room_of(path: Path) -> str:
    """Return the package or module at the top that a module is in or is."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def test_no_room_is_imported_until_it_is_asked_for() -> None:
    code = f"import sys, {PACKAGE}; print(*[each for each in sys.modules if {PACKAGE!r} in each])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.split() == [PACKAGE.encode()]


@pytest.mark.parametrize("room", sorted(FLOOR_OF))
def test_imports_run_downward(room: str) -> None:
    checked = [path for path in modules() if room_of(path) == room]
    problems = [
        f"{path.relative_to(SOURCE)}, line {imported.line}: {problem}"
        for path in checked
        for imported in imports_of(path)
        if (problem := wrong(room, imported.module))
    ]
    assert checked
    assert not problems


def test_the_output_format_is_chosen_in_one_module() -> None:
    knowing = {
        path.relative_to(SOURCE).as_posix()
        for path in modules()
        for imported in imports_of(path)
        if room_of(path) == "pipeline" and imported.module.startswith(f"{PACKAGE}.html")
    }
    assert knowing == {"pipeline/builder.py"}


def rooms_that_import(room: str) -> set[str]:
    """Return the rooms that import something of another one."""
    start = f"{PACKAGE}.{room}."
    return {
        room_of(path)
        for path in modules()
        if any(f"{imported.module}.".startswith(start) for imported in imports_of(path))
    } - {room}


def test_html_is_known_to_what_writes_pages_alone() -> None:
    assert rooms_that_import("html") == {"markdown", "epub", "pipeline", "embedding", "hosts"}


def test_markdown_takes_of_html_what_the_texts_of_repositories_become() -> None:
    """Links in prose and in types are resolved there, and nothing harmful is left."""
    taken = {
        imported.module.removeprefix(f"{PACKAGE}.html.").partition(".")[0]
        for path in modules()
        if room_of(path) == "markdown"
        for imported in imports_of(path)
        if imported.module.startswith(f"{PACKAGE}.html.")
    }
    assert taken == {"prose", "type_expressions"}


def test_above_the_renderers_nothing_is_written_in_html() -> None:
    """Files of a site end in `.html`, and images of the repository may be written like it."""
    above = {"model", "insight", "linking", "pages", "rendering", "outputs", "query"}
    written = re.compile(r"</?[a-z][a-z0-9]*(?: [a-z-]+=|/?>)|&(?:#\d+|[a-z]+);|\.html\b")
    found = {
        path.relative_to(SOURCE).as_posix()
        for path in modules()
        if room_of(path) in above
        and any(written.search(re.sub(r"\(\?P<\w+>", "(", text)) for _, text in strings_of(path))
    }
    assert found == {"pages/planning/plan.py", "pages/planning/unique_names.py"}


def rooms() -> set[str]:
    """Return the packages and modules at the top; a folder without a module is no room."""
    return {
        path.name.removesuffix(".py")
        for path in SOURCE.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    } - {"__init__"}


def test_every_room_has_a_floor() -> None:
    assert rooms() == set(FLOOR_OF)


def test_the_contributors_guide_shows_every_room() -> None:
    guide = (SOURCE.parent / "CONTRIBUTING.md").read_text("utf-8")
    shown = set(re.findall(r"^[├└]── (\w+)(?:/|\.py) ", guide, re.MULTILINE))
    assert shown == rooms()


@pytest.mark.parametrize(
    ("room", "statement"),
    [
        ("pages", "from mkdocs_repodoc.html import html_renderer"),
        ("pages", "from mkdocs_repodoc import linking"),
        ("model", "from ..settings import Settings"),
        ("linking", "def f():\n    import mkdocs_repodoc.hosts.mkdocs.virtual_files"),
        ("pages", "if TYPE_CHECKING:\n    from mkdocs.config import load_config"),
        ("linking", "import griffe"),
        ("cache", "importlib.import_module('mkdocs_repodoc.pipeline')"),
    ],
)
def test_the_test_sees_imports_that_run_up_or_sideways(room: str, statement: str) -> None:
    found = imports(ast.walk(ast.parse(statement)), f"{PACKAGE}.{room}.module", is_package=False)
    assert any(wrong(room, imported.module) for imported in found)


def test_the_test_leaves_imports_that_run_downward_alone() -> None:
    statement = "import ast, msgspec\nfrom mkdocs_repodoc.model.site_plan import SitePlan"
    found = imports(ast.walk(ast.parse(statement)), f"{PACKAGE}.pages.module", is_package=False)
    assert not any(wrong("pages", imported.module) for imported in found)


NAMING_LANGUAGES = {
    "format_readers/documents/notebook.py": "magic words name languages",
    "format_readers/projects/python_project.py": "the key of a dependency",
    "format_readers/projects/go_mod.py": "the word of a directive",
    "format_readers/projects/package_manifests.py": "the manifest of one language alone",
    "format_readers/projects/pubspec.py": "likewise",
    "client/palette_index.py": "a letter that is a key of the data",
    "languages/formats/format_specs.py": "formats that are called after a language",
    "html/code/highlight.py": "what Pygments calls tokens",
    "html/prose/allowed_html.py": "a tag of HTML",
    "html/prose/sphinx_directives.py": "the markup's own default for code that names no language",
    "pages/file/run_commands.py": "command lines are highlighted as such",
    "pages/tour/tour_page.py": "likewise",
    "format_readers/projects/tox_settings.py": "the program that stands for {envpython}",
}
"""Modules outside of the languages' folders that name one, and why."""


def test_shared_modules_name_no_language() -> None:
    titles = {each.title for each in LANGUAGES.values() if len(each.title) > 1}  # `C` is a letter
    title = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, titles))})(?!\w)")
    found = {}
    for path in modules():
        relative = path.relative_to(SOURCE)
        if relative.parts[0] == "languages" and relative.parts[1] in FOLDERS:
            continue
        strings = {text for _, text in strings_of(path)}
        if named := {each for each in strings if each in LANGUAGES or title.search(each)}:
            found[relative.as_posix()] = named
    found.pop("languages/registry.py")
    unexpected = {path: named for path, named in found.items() if path not in NAMING_LANGUAGES}
    assert not unexpected
    assert NAMING_LANGUAGES.keys() <= found.keys(), "an exception is no longer needed"


def test_files_of_tools_are_named_by_the_languages_that_they_serve() -> None:
    """Their roles, descriptions and commands follow from there."""
    known = {file.name.lower() for file in project_files()}
    found = {}
    for path in modules():
        room, *inner = path.relative_to(SOURCE).parts
        # Readers of formats are chosen by names of files, and so are the types of files.
        if room in {"format_readers", "languages"} or inner == ["signs_of_types.py"]:
            continue
        if named := known & {text.lower() for _, text in strings_of(path)}:
            found[path.relative_to(SOURCE).as_posix()] = named
    found.pop("options/configuration_formats.py")  # our own options have a table there
    assert found == {}
