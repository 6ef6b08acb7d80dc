"""The parts of a repository that a maintainer would name."""

from __future__ import annotations

from collections import Counter

from support.linked import link_files

from mkdocs_repodoc.insight.architecture.component import Architecture, Component
from mkdocs_repodoc.insight.architecture.component_splitter import MOST
from mkdocs_repodoc.insight.statistics import RepositoryStatistics

BODY = "".join(f"def f{number}(x):\n    return x + {number}\n\n\n" for number in range(20))


def architecture(files: dict[str, str]) -> Architecture:
    return RepositoryStatistics(link_files(files).repository).architecture


def names(found: Architecture) -> list[str]:
    return [found.name(each.path) for each in found.components]


def test_a_package_of_modules_is_cut_into_them_and_its_facade_left_out() -> None:
    found = architecture(
        {
            "src/shop/__init__.py": "from shop.till import f0\nfrom shop.item import f1\n",
            "src/shop/till.py": f"from shop.item import f1\nfrom shop import web\n{BODY}{BODY}",
            "src/shop/item.py": BODY,
            "src/shop/web/__init__.py": "from shop.web.page import f2\n",
            "src/shop/web/page.py": f"from shop import f1\n{BODY}",
            "src/shop/web/form.py": BODY,
            "tests/test_till.py": "from shop import f0\n\n\ndef test_f0():\n    f0(1)\n",
            "docs/index.md": "# Shop\n",
            "docs/more.md": "# More\n",
            "docs/extension.py": BODY,
        }
    )
    assert names(found) == ["item.py", "web/", "till.py"]
    assert set(found.edges) == {
        ("src/shop/till.py", "src/shop/item.py"),
        ("src/shop/till.py", "src/shop/web"),
        ("src/shop/web", "src/shop/item.py"),  # by way of the façade
    }
    assert [each.path for each in found.beside] == ["docs"]
    assert found.is_layered
    assert [each.layer for each in found.components] == [0, 1, 2]


def test_a_folder_with_a_file_for_each_command_is_one_part() -> None:
    commands = {
        f"src/shop/commands/{name}.py": f"from shop.till import f0\n{BODY}"
        for name in ("buy", "sell", "count", "move", "weigh")
    }
    rest = {"src/shop/till.py": BODY, "src/shop/main.py": f"from shop.commands import buy\n{BODY}"}

    assert "commands/" in names(architecture({**commands, **rest}))


def test_a_folder_of_stubs_is_no_part_of_its_own() -> None:
    stub = "".join(f"def f{number}(x: int) -> int: ...\n" for number in range(40))
    found = architecture(
        {
            "src/shop/till.py": f"from shop.item import f1\n{BODY}",
            "src/shop/item.py": BODY,
            "typings/shop/till.pyi": f"from shop.item import f1\n{stub}",
            "typings/shop/item.pyi": stub,
        }
    )

    assert names(found) == ["item.py", "till.py"]
    assert [each.path for each in found.beside] == ["typings"]


def test_a_short_file_that_little_is_tied_to_is_not_told_apart() -> None:
    files = {
        "p/view.py": f"from p import keys, state, model\n{BODY * 8}",
        "p/model.py": f"from p import state\n{BODY * 8}",
        "p/edit.py": f"from p import state\n{BODY * 4}",
        "p/keys.py": "UP = 'k'\nDOWN = 'j'\nLEFT = 'h'\n",
        "p/state.py": "class State:\n    up = 1\n    down = 2\n    left = 3\n",
    }
    found = architecture(files)
    assert sorted(names(found)) == ["edit.py", "model.py", "state.py", "view.py"]
    assert [each.path for each in found.others] == ["p/keys.py"]


def test_a_facade_that_does_the_work_itself_is_a_component() -> None:
    files = {"p/__init__.py": f"from p.a import f0\n{BODY}", "p/a.py": BODY, "p/b.py": BODY}
    assert "__init__.py" in names(architecture(files))


def test_packages_side_by_side_have_names_of_their_own() -> None:
    found = architecture(
        {
            "one/src/core/a.py": BODY,
            "one/src/core/b.py": BODY,
            "two/src/core/a.py": f"from core.b import f0\n{BODY}",
            "two/src/core/b.py": BODY,
        }
    )
    assert len(set(names(found))) == len(found.components) >= 2


def test_what_is_imported_later_in_order_to_close_no_cycle_closes_none() -> None:
    files = {
        "a/x.py": f"from b.y import f0\n{BODY}",
        "a/z.py": BODY,
        "b/y.py": f"def later():\n    from a.x import f1\n    return f1\n{BODY}",
        "b/w.py": BODY,
        "c/v.py": f"def later():\n    from b.y import f1\n    return f1\n{BODY}",
        "c/u.py": BODY,
    }
    found = architecture(files)
    assert set(found.edges) == {("a", "b"), ("c", "b")}
    assert not found.against


def test_types_alone_are_no_dependency() -> None:
    imported = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from b.y import f0\n"
    files = {"a/x.py": imported + BODY, "a/z.py": BODY, "b/y.py": BODY, "b/w.py": BODY}
    assert not architecture(files).edges


def test_a_small_part_without_ties_stands_beside_what_hangs_together() -> None:
    software = {f"core/m{n}.py": f"from core.m{n + 1} import f0\n{BODY}" for n in range(9)}
    files = {
        **software,
        "core/m9.py": BODY,
        "web/a.py": f"from core.m0 import f0\n{BODY}",
        "web/b.py": BODY,
        "tidewatch/gauge.py": BODY,
    }
    assert [each.path for each in architecture(files).beside] == ["tidewatch"]
    tied = {**files, "tidewatch/gauge.py": f"from core.m0 import f0\n{BODY}"}
    assert architecture(tied).beside == ()
    apart = {f"p{number}/a.py": BODY for number in range(12)}
    assert architecture(apart).beside == ()  # nothing hangs together


def test_a_file_that_brings_the_others_together_is_a_part() -> None:
    """However many others are longer, and though nothing imports it."""
    parts = {f"pkg/p{number:02}.py": BODY for number in range(20)}
    main = "".join(f"from pkg.p{number:02} import f0\n" for number in range(20))
    found = architecture({**parts, "pkg/main.py": f"{main}\n\ndef start():\n    f0(1)\n"})
    assert "main.py" in names(found)
    assert len(found.components) == MOST


def test_what_others_import_for_its_types_is_part_of_the_software() -> None:
    types = "export type A = {\n" + "".join(f"  a{n}: string;\n" for n in range(40)) + "};\n"
    body = "".join(f"export function f{n}(x: number) {{\n  return x;\n}}\n" for n in range(40))
    found = architecture(
        {
            "src/types/a.ts": types,
            "src/core/b.ts": f"import type {{ A }} from '../types/a';\n{body}",
            "src/core/c.ts": body,
        }
    )
    assert "src/types" in {each.path for each in found.components}
    assert found.beside == ()


def test_scripts_inside_the_software_are_its_programs() -> None:
    start = "if __name__ == '__main__':\n    f0(1)\n"
    files = {
        "pkg/__init__.py": "",
        "pkg/core/a.py": BODY,
        "pkg/core/b.py": BODY,
        "pkg/bin/run.py": f"from pkg.core.a import f0\n{start}{BODY}",
        "tools/check.py": f"from pkg.core.a import f0\n{start}{BODY}",
    }
    found = architecture(files)
    assert "bin/" in names(found)
    assert [each.path for each in found.beside] == ["tools"]


def test_benchmarks_that_nothing_imports_stand_beside_the_software() -> None:
    files = {
        "p/a.py": f"from p.b import f0\n{BODY}",
        "p/b.py": BODY,
        "benchmarks/suite.py": f"from benchmarks.texts import f1\nfrom p.a import f1\n{BODY}",
        "benchmarks/texts.py": BODY,
    }
    found = architecture(files)
    assert names(found) == ["b.py", "a.py"]
    assert [each.path for each in found.beside] == ["benchmarks"]


def test_of_a_long_path_its_end_is_the_name() -> None:
    deep = "core/src/main/java/org/example/harbour"
    other = "plugin/src/main/java/org/example/plugin"
    parts = tuple(
        Component(path, (path,), whole=False, lines=9)
        for path in (f"{deep}/Tide.java", f"{deep}/Main.java", f"{other}/Main.java")
    )
    found = Architecture(parts, Counter(), {})
    ends = ["…/Tide.java", "…/harbour/Main.java", "…/plugin/Main.java"]
    assert [found.name(part.path) for part in parts] == ends


def test_scripts_and_data_stand_beside_the_software() -> None:
    found = architecture(
        {
            "pkg/__init__.py": "",
            "pkg/a.py": BODY,
            "pkg/b.py": f"from pkg.a import f0\n{BODY}",
            "tools/run.py": f"from pkg.a import f0\n{BODY}if __name__ == '__main__':\n    f0(1)\n",
            "profiling/data.py": "DATA = [\n" + "    1,\n" * 500 + "]\n",
        }
    )
    assert names(found) == ["a.py", "b.py"]
    assert [each.path for each in found.beside] == ["profiling", "tools"]


def test_crates_of_a_workspace_are_joined_by_their_names() -> None:
    body = "".join(f"pub fn f{number}(x: u8) -> u8 {{\n    x\n}}\n" for number in range(20))
    found = architecture(
        {
            "crates/core/Cargo.toml": '[package]\nname = "sea-core"\n',
            "crates/core/src/lib.rs": body,
            "crates/cli/Cargo.toml": '[package]\nname = "sea-cli"\n'
            '[dependencies]\nsea-core = { path = "../core" }\n',
            "crates/cli/src/main.rs": f"use sea_core::f1;\n{body}\nfn main() {{}}\n",
        }
    )
    assert names(found) == ["core/", "cli/"]
    assert found.dependencies("crates/cli") == [("crates/core", 1)]


def test_a_folder_keeps_the_short_files_and_facades_that_are_no_part_of_their_own() -> None:
    found = architecture(
        {
            "src/shop/__init__.py": "from shop.till import f0\nfrom shop.item import f1\n",
            "src/shop/version.py": "VERSION = 1\n",
            "src/shop/till.py": f"from shop.web.page import f2\n{BODY}",
            "src/shop/item.py": f"from shop.web.page import f2\n{BODY}",
            "src/shop/web/__init__.py": "from shop.web.page import f2\n",
            "src/shop/web/api/__init__.py": "from shop.web.page import f2\n",
            "src/shop/web/page.py": BODY,
        }
    )
    parts = {found.name(each.path): each.further for each in found.components}
    assert parts["web/"] == ("src/shop/web/__init__.py", "src/shop/web/api/__init__.py")


def test_files_at_the_top_are_a_part_by_a_name_of_its_own() -> None:
    parts = (
        Component("", ("main.go", "read.go"), whole=False, lines=90),
        Component("gauge", ("gauge/gauge.go",), whole=True, lines=90),
        Component("web", ("web/page.go", "web/form.go"), whole=False, lines=90),
    )
    found = Architecture(parts, Counter(), {})

    assert names(found) == ["./*", "gauge/", "web/*"]


def test_a_package_that_holds_its_tests_and_their_documents_is_the_software() -> None:
    """Even if nothing at the top imports it: it is what the installed command starts."""
    started = "def main():\n    return f0(1)\n"
    files = {
        "pyproject.toml": '[project]\nname = "quay"\n[project.scripts]\nquay = "quay.run:main"\n',
        "tasks.py": BODY,
        "quay/__init__.py": "",
        "quay/run.py": f"from quay.page import f0\n{BODY}{started}",
        "quay/page.py": BODY,
        "quay/tests/test_page.py": f"from quay.page import f0\n{BODY}",
        **{f"quay/tests/content/note{number}.md": "# A note\n" for number in range(9)},
    }
    found = architecture(files)
    assert {"quay/page.py", "quay/run.py"} <= {each.path for each in found.components}
    assert "quay" not in {each.path for each in found.beside}


def test_documents_that_tests_read_say_nothing_of_the_folder_around_them() -> None:
    files = {
        "tasks.py": BODY,
        "quay/__init__.py": "",
        "quay/run.py": f"from quay.page import f0\n{BODY}",
        "quay/page.py": BODY,
        **{f"quay/tests/content/note{number}.md": "# A note\n" for number in range(9)},
    }
    assert "quay" not in {each.path for each in architecture(files).beside}


def test_a_small_module_that_no_other_needs_is_no_part_and_not_beside_the_software() -> None:
    software = {f"quay/m{n}.py": f"from quay.m{n + 1} import f0\n{BODY}" for n in range(12)}
    files = {"quay/__init__.py": "", **software, "quay/m12.py": BODY, "quay/config.py": BODY}
    found = architecture(files)
    assert "quay/config.py" in [each.path for each in found.others]
    assert found.beside == ()


def test_a_header_and_the_source_of_its_name_are_one_part() -> None:
    body = "".join(f"int t{number}(int x) {{\n  return x;\n}}\n" for number in range(20))
    main = body.replace(" t", " m")
    found = architecture(
        {
            "src/tide.h": "int t0(int x);\nint t1(int x);\nint t2(int x);\n",
            "src/tide.c": f'#include "tide.h"\n{body}',
            "src/main.c": f'#include "tide.h"\n{main}int main() {{ return 0; }}\n',
        }
    )
    assert [(each.path, each.files) for each in found.components] == [
        ("src/tide.c", ("src/tide.c", "src/tide.h")),
        ("src/main.c", ("src/main.c",)),
    ]
    assert found.dependencies("src/main.c") == [("src/tide.c", 1)]


def test_what_nobody_here_wrote_is_no_part() -> None:
    body = "".join(f"int t{number}(int x) {{\n  return x;\n}}\n" for number in range(20))
    found = architecture(
        {
            "src/tide.c": body,
            "src/main.c": f'#include "../vendor/number/number.h"\n#include "tide.c"\n{body}',
            "src/lexer.c": f"/* A lexical scanner generated by flex */\n/* DO NOT EDIT */\n{body}",
            "vendor/number/number.h": body,
            "vendor/number/example.c": f"{body}int main() {{ return t0(1); }}\n",
        }
    )
    assert names(found) == ["tide.c", "main.c"]
    assert [each.path for each in found.beside] == ["vendor"]


def test_most_of_the_code_is_the_software_whatever_lies_among_it() -> None:
    documents = {f"src/log/Docs/{number}.md": "# Log\n" for number in range(5)}
    found = architecture(
        {
            "src/log/logger.py": f"{BODY}{BODY}",
            "src/log/handler.py": f"from log.logger import f1\n{BODY}",
            "src/memory/handler.py": BODY,
            **documents,
        }
    )
    assert "src/log" not in [each.path for each in found.beside]
    assert {path for each in found.components for path in each.files} >= {
        "src/log/logger.py",
        "src/log/handler.py",
    }


def test_what_is_carried_along_is_the_software_where_nothing_else_is() -> None:
    made = "# Code generated by tide. DO NOT EDIT.\n"
    found = architecture(
        {f"{name}.py": f"{made}{BODY}" for name in ("gen/tides", "gen/gauges", "api/client")}
    )
    assert found.components
    assert not found.beside
