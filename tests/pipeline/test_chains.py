"""Chains and circles longer than anybody writes, which no calls within each other could follow."""

from __future__ import annotations

from pathlib import Path
from time import process_time

from support.repositories import write_files

from mkdocs_repodoc.insight.documented_objects import python_objects
from mkdocs_repodoc.insight.operation.exceptions import Exceptions
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.overview import Outline
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.parts import caps
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.linked_files import LinkedFiles
from mkdocs_repodoc.settings import Settings

MANY = 250
LINE = 600


def _linked(folder: Path, files: dict[str, str]) -> LinkedFiles:
    write_files(folder, files)
    builder = Builder(Settings(root=folder, cache_dir=None, jobs=1))
    try:
        return builder.link({}, lambda *_: None)
    finally:
        builder.close()


def test_classes_in_a_circle_and_in_a_line_cost_no_links(tmp_path: Path) -> None:
    circle = "".join(f"class K{n}(K{(n - 1) % MANY}):\n    pass\n" for n in range(MANY))
    line = "class E0(Exception):\n    pass\n"
    line += "".join(f"class E{n}(E{n - 1}):\n    pass\n" for n in range(1, LINE))
    found = _linked(tmp_path, {"circle.py": circle, "line.py": line})

    assert not found.diagnostics
    repository = found.index.repository
    assert repository.links.bases[SymbolRef("circle.py", 5)] == (SymbolRef("circle.py", 4),)
    roles = {each.name: each.role for each in python_objects(repository, found.queries.exports)}
    assert (roles["line.E599"], roles["circle.K5"]) == ("exception", "class")
    exceptions = Exceptions(repository, CODE_ROLES)
    assert len(list(exceptions.defined_in("line.py"))) == LINE
    assert not list(exceptions.defined_in("circle.py"))


def test_a_name_that_is_passed_on_by_many_modules_is_followed_so_far(tmp_path: Path) -> None:
    files = {f"m{n}.py": f"from m{n + 1} import x\n\nprint(x)\n" for n in range(MANY)}
    stars = {f"s{n}.py": f"from s{n + 1} import *\n\nprint(x)\n" for n in range(MANY)}
    ends = {f"m{MANY}.py": "x = 1\n", f"s{MANY}.py": "x = 1\n"}
    found = _linked(tmp_path, files | stars | ends)

    assert not found.diagnostics
    users = {use.path for use in found.index.repository.links.uses.of(SymbolRef(f"m{MANY}.py", 0))}
    assert {f"m{MANY - 1}.py", f"m{MANY - 50}.py"} <= users


def test_structs_that_embed_each_other_cost_no_square_of_their_number(tmp_path: Path) -> None:
    def seconds(many: int) -> float:
        lines = (f"type K{n} struct {{ K{(n + 1) % many} }}\n" for n in range(many))
        begun = process_time()
        found = _linked(tmp_path / str(many), {"a.go": "package a\n" + "".join(lines)})
        assert not found.diagnostics
        return process_time() - begun

    seconds(10)
    assert seconds(800) < 12  # it was more than twenty


def test_an_order_of_classes_in_a_circle_is_found_once_for_all(tmp_path: Path) -> None:
    circle = "".join(
        f"class K{n}(K{(n + 1) % LINE}):\n    def m{n}(self):\n        return self.m(1)\n"
        for n in range(LINE)
    )
    begun = process_time()
    found = _linked(tmp_path, {"circle.py": circle})
    assert not found.diagnostics
    assert process_time() - begun < 20  # it was more than a minute


def test_a_class_far_down_a_line_lists_what_its_nearest_bases_give_it(tmp_path: Path) -> None:
    lines = ["class K0:\n    def m0(self): ...\n"]
    lines += (f"class K{n}(K{n - 1}):\n    def m{n}(self): ...\n" for n in range(1, 60))
    write_files(tmp_path, {"a.py": "".join(lines)})
    builder = Builder(Settings(root=tmp_path, cache_dir=None, jobs=1))
    site = builder.build({}, lambda *_: None)
    builder.close()
    (outline,) = (
        block
        for section in site.body(site.plan.uri("file", "a.py")).sections
        for block in section.blocks
        if isinstance(block, Outline)
    )
    assert max(len(entry.lists) for entry in outline.entries) == caps.OUTLINE_BASES
