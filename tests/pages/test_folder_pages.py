from __future__ import annotations

import re

import pytest
from body_text import body_text, section_text
from made_repository import made_context, made_file, made_repository, made_symbol
from made_shop import page, shop, shop_context
from page_text import page_links
from support.linked import link_files

from mkdocs_repodoc.model.blocks import Diagram
from mkdocs_repodoc.model.facts import JobCommand, Task
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.project import Project
from mkdocs_repodoc.model.records import DocSection, FileDetail, Import
from mkdocs_repodoc.model.run_line import RunLine
from mkdocs_repodoc.pages.compose import PageComposer
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.page_anchors import page_anchors
from mkdocs_repodoc.pages.parts.commands.command import aim_of


def test_index_names_subfolders_and_files() -> None:
    text = body_text(page(shop_context(), "folder", "shop"))

    assert "[money/](repo/shop/money/index.md) | 1 module | 1 | 10 | 100 B" in text
    row = "[cart.py](repo/shop/cart.py_docs.md#original-source) | [Cart]("
    assert row in text
    assert (
        "| Python | 200 | [3](repo/shop/cart.py_kw.md) | [docs](repo/shop/cart.py_docs.md)" in text
    )
    assert "Sells things." in text


def test_documentation_begins_with_the_readme() -> None:
    body = page(shop_context(), "folder documentation", "shop")
    assert body.sections[0].title == "README.md"
    assert section_text(body, "readme") == "# Shop\n\nRead me."


def test_index_leads_to_the_readme() -> None:
    body = page(shop_context(), "folder", "shop")
    assert "readme" not in [section.anchor for section in body.sections]
    assert "[README.md](repo/shop/doc.md#readme)" in body_text(body)


def test_a_readme_is_not_announced_by_its_own_first_sentence() -> None:
    text = "# Shop\n\nSells things to people in a hurry.\n"
    linked = link_files({"a.py": "", "shop/README.md": text, "shop/till.py": ""})
    body = page(made_context(linked.repository, texts=linked.texts), "folder documentation", "shop")
    assert body.lead == ()
    assert body_text(body).count("Sells things") == 1


def test_image_has_no_source_to_link_to() -> None:
    text = section_text(page(shop_context(), "folder", "shop/web"), "files")

    assert "[logo.png](repo/shop/web/logo.png_docs.md) |" in text


def test_trail_leads_to_the_parent() -> None:
    context = shop_context()

    assert [link.text for link in page(context, "folder", "shop/web").trail] == ["demo", "shop"]
    assert [link.text for link in page(context, "folder documentation", "shop/web").trail] == [
        "demo",
        "shop",
        "web",
    ]


def test_documentation_of_the_repository_ranks_key_files_with_the_reason() -> None:
    text = section_text(page(shop_context(), "folder documentation", ""), "key-files")

    first, second = text.splitlines()[1:3]
    assert first.startswith("[shop/cart.py](repo/shop/cart.py_docs.md)")
    assert "used by 2 files in 2 folders; tested by 1 file; most used: [Cart]" in first
    assert first.endswith("(1 file)")
    assert second.startswith("[shop/money/price.py]")


def test_index_shows_what_the_package_exports() -> None:
    text = section_text(page(shop_context(), "folder", "shop"), "public-api")

    assert "[shop/__init__.py](repo/shop/__init__.py_docs.md) lists 2 names in `__all__`." in text
    assert "`missing`" in text


def test_index_of_a_folder_without_initialiser_shows_its_modules_names() -> None:
    text = section_text(page(shop_context(), "folder", "shop/web"), "public-api")

    assert "[shop.web.page.render](repo/shop/web/page.py_docs.md#shop.web.page.render)" in text


def test_public_names_of_which_nothing_is_known_share_a_line() -> None:
    symbols = [made_symbol(name) for name in "abc"] + [made_symbol("d", summary="Does it.")]
    context = made_context(made_repository([made_file("pkg/a.py", symbols)]))
    text = section_text(page(context, "folder", "pkg"), "public-api")

    assert "| Does it." in text
    assert re.sub(r"\]\([^)]*\)", "]", text).endswith(
        "Also public: [pkg.a.a], [pkg.a.b] and [pkg.a.c]."
    )


def test_headings_are_no_public_names_and_columns_are_all_named() -> None:
    heading = made_symbol("Overview", "heading")
    columns = [made_symbol(name, "column", line=1) for name in ("CODE", "ADDRESS")]
    files = [
        made_file("pkg/overview.html", [heading], role="source", language="html"),
        made_file("pkg/rows.csv", columns, role="data", language="csv"),
    ]
    context = made_context(made_repository(files))

    assert "public-api" not in {each.anchor for each in page(context, "folder", "pkg").sections}
    text = re.sub(r"\]\([^)]*\)", "]", body_text(page(context, "folder", "pkg")))
    assert "Columns: [CODE] and [ADDRESS]" in text


def test_documentation_draws_inner_and_outer_imports() -> None:
    text = section_text(page(shop_context(), "folder documentation", "shop"), "dependencies")

    assert "web/ -> cart.py (1)" in text
    assert "cart.py -> money/ (1)" in text
    assert "tests/" not in text  # they are told apart
    assert "Files that import one another in a cycle" in text
    assert "[line 3](repo/shop/cart.py_docs.md#L3)" in text


def test_outer_imports_are_rolled_up_to_the_first_folder_not_shared() -> None:
    text = section_text(page(shop_context(), "folder documentation", "shop/money"), "dependencies")

    assert "shop/cart.py -> price.py (1)" in text
    assert "shop/web/ -> price.py (1)" in text


def test_documentation_tells_who_tests_the_folder() -> None:
    context = shop_context()

    text = section_text(page(context, "folder documentation", "shop"), "tests")
    assert "1 of 3 code files in this folder is exercised by 1 test file." in text
    text = section_text(page(context, "folder documentation", "tests"), "tests")
    assert text.startswith(
        "1 test file in this folder with 1 test case, using [pytest](repo/tests/"
    )
    assert "[shop/cart.py](repo/shop/cart.py_docs.md) | 1" in text


def test_commands_stand_with_the_line_that_defines_them() -> None:
    context = shop_context()

    text = section_text(page(context, "folder documentation"), "working-here")
    assert "All tests: `make test`: test ([Makefile:3](repo/Makefile_docs.md#L3))" in text
    text = section_text(page(context, "folder documentation", "tests"), "working-here")
    evidence = "[tests/test_cart.py:1](repo/tests/test_cart.py_docs.md#L1)"
    assert f"All tests: `python -m pytest tests`: Runs the tests in tests/ ({evidence})" in text
    text = section_text(page(context, "folder documentation", "shop/web"), "working-here")
    assert "- `shop`: Starts [shop.web.page.render]" in text


def test_command_is_explained_by_the_comment_on_its_target() -> None:
    target = made_symbol("test", "target", 3, summary="Run everything.")
    makefile = made_file("Makefile", [target], language="makefile", role="build")
    project = Project(tasks=(("Makefile", Task("test", "make test", "", 3)),))
    context = made_context(made_repository([makefile], project=project))

    text = section_text(page(context, "folder documentation"), "working-here")
    assert "`make test`: Run everything. ([Makefile:3](repo/Makefile_docs.md#L3))" in text


def test_programs_of_a_folder_stand_with_the_command_that_starts_them() -> None:
    files = [
        made_file(path, main_line=line, summary=summary, run_line=RunLine(command))
        for path, line, summary, command in (
            ("p/a.py", 9, "Demo.", "python -m p.a"),
            ("p/b.py", 4, "Tool.", "python p/b.py"),
        )
    ]
    context = made_context(made_repository(files))

    text = section_text(page(context, "folder documentation", "p"), "working-here")
    assert "- `python -m p.a`: Demo. ([p/a.py:9](repo/p/a.py_docs.md#L9))" in text
    assert "- `python p/b.py`: Tool. ([p/b.py:4](repo/p/b.py_docs.md#L4))" in text


def hierarchy(context: PageContext, folder: str) -> Diagram | None:
    """The diagram of a folder's page that shows inheritance."""
    body = page(context, "folder documentation", folder)
    found = [
        block
        for part in body.sections
        for block in part.blocks
        if isinstance(block, Diagram) and block.relation == "inherits from"
    ]
    assert len(found) < 2
    return found[0] if found else None


def context_of_classes(bases: dict[str, str]) -> PageContext:
    """A repository of one class a file: path of a class → path of its base."""
    paths = dict.fromkeys((*bases, *bases.values(), "q/alone.py"))
    files = [
        made_file(
            path,
            [made_symbol(path.rpartition("/")[2].removesuffix(".py").title(), "class")],
            role="test" if path.startswith("t/") else "module",
        )
        for path in paths
    ]
    pairs = {SymbolRef(one, 0): (SymbolRef(base, 0),) for one, base in bases.items()}
    return made_context(made_repository(files, bases=pairs))


def test_the_hierarchy_of_a_folder_reaches_across_its_border() -> None:
    context = context_of_classes(
        {"p/a.py": "o/base.py", "p/in/b.py": "p/a.py", "o/c.py": "p/in/b.py", "o/d.py": "o/base.py"}
    )
    diagram = hierarchy(context, "p")
    assert diagram is not None
    assert diagram.title == "Class hierarchy in p"
    text = {node.key: node.text for node in diagram.nodes}
    edges = {(text[edge.source], text[edge.target]) for edge in diagram.edges}
    assert edges == {("A", "Base"), ("B", "A"), ("C", "B")}
    assert {node.text: node.kind for node in diagram.nodes} == {
        "A": "inner", "B": "inner", "Base": "outer", "C": "outer",
    }  # fmt: skip
    assert all(node.link and node.link.anchor.endswith(node.text) for node in diagram.nodes)
    assert hierarchy(context, "q") is None


def test_only_folders_of_tests_show_classes_of_tests() -> None:
    context = context_of_classes({"p/a.py": "p/base.py", "t/b.py": "p/a.py", "t/c.py": "t/b.py"})
    code, tests = hierarchy(context, "p"), hierarchy(context, "t")
    assert code is not None
    assert tests is not None
    assert {node.text for node in code.nodes} == {"A", "Base"}
    assert {node.text: node.kind for node in tests.nodes} == {
        "A": "outer", "B": "test", "C": "test",
    }  # fmt: skip


def test_a_hierarchy_that_one_subfolder_holds_is_shown_there() -> None:
    context = context_of_classes({"p/in/a.py": "p/in/b.py", "p/in/c.py": "o/base.py"})
    assert hierarchy(context, "p") is None
    assert hierarchy(context, "p/in") is not None
    assert hierarchy(context, "") is not None


def test_the_hierarchy_of_a_crowded_folder_is_rolled_up() -> None:
    bases = {f"p/{part}/m{number:02}.py": f"p/core/m{number:02}.py" for part in "ab"
             for number in range(30)}  # fmt: skip
    context = context_of_classes({**bases, "p/core/m00.py": "o/root.py"})
    diagram = hierarchy(context, "p")
    assert diagram is not None
    assert diagram.title == "Inheritance of classes in p"
    assert [(edge.source, edge.target, edge.weight) for edge in diagram.edges] == [
        ("p/a", "p/core", 30),
        ("p/b", "p/core", 30),
        ("p/core", "o", 1),
    ]
    assert {node.key for node in diagram.nodes} == {"p/a", "p/b", "p/core", "o"}


def test_diagram_of_a_crowded_folder_can_still_be_read() -> None:
    paths = [f"p/m{number:02}.py" for number in range(60)]
    imports = [(one, other) for one in paths for other in paths[:30] if one != other]
    context = made_context(made_repository([made_file(path) for path in paths], imports=imports))

    body = page(context, "folder documentation", "p")
    (diagram,) = (
        block for part in body.sections for block in part.blocks if isinstance(block, Diagram)
    )
    assert 2 <= len(diagram.nodes) <= 22
    assert len(diagram.edges) <= 40
    keys = {node.key for node in diagram.nodes}
    assert keys == {key for edge in diagram.edges for key in (edge.source, edge.target)}
    assert re.search(rf"\(the {len(keys)} most connected; \d+ left out\)$", diagram.title)
    assert sum(edge.weight for edge in diagram.edges) <= len(imports)


def test_sections_without_evidence_are_left_out() -> None:
    repository = made_repository([made_file("data/a.csv", language="csv", role="data", lines=5)])

    body = page(made_context(repository), "folder documentation", "data")

    assert [section.anchor for section in body.sections] == ["contents"]
    assert "import" not in body_text(body)


def test_package_docstring_is_part_of_the_role() -> None:
    detail = FileDetail(documentation=(DocSection("text", text="It has a *till*."),))
    context = made_context(shop(), texts={"shop/README.md": "x"}, detail=lambda _: detail)

    text = section_text(page(context, "folder documentation", "shop"), "role")
    assert "It has a *till*." in text
    assert "1 file elsewhere imports it: " in text


def test_keywords_below_a_folder_are_grouped_by_kind() -> None:
    body = page(shop_context(), "folder keywords", "shop")

    assert [section.title for section in body.sections] == ["Classes", "Functions", "Methods"]
    assert section_text(body, "keywords-classes").splitlines() == [
        (
            "[Cart](repo/shop/cart.py_docs.md#shop.cart.Cart) | class | "
            "[cart.py:5](repo/shop/cart.py_docs.md#L5) | What a customer takes. | 2 uses"
        ),
        (
            "[Price](repo/shop/money/price.py_docs.md#shop.money.price.Price) | class | "
            "[money/price.py:2](repo/shop/money/price.py_docs.md#L2)"
        ),
    ]


def test_keyword_defined_twice_is_listed_once_with_both_files() -> None:
    files = [made_file(f"p/{name}.py", [made_symbol("main", line=3)]) for name in "ab"]
    body = page(made_context(made_repository(files)), "folder keywords", "p")

    assert section_text(body, "keywords-functions") == (
        "[main](repo/p/a.py_docs.md#p.a.main) | function | [a.py:3](repo/p/a.py_docs.md#L3) | "
        "also in [b.py:3](repo/p/b.py_docs.md#L3)"
    )


def test_large_folder_links_to_its_subfolders_keywords() -> None:
    many = [made_symbol(f"name{number}", line=number + 1) for number in range(1600)]
    files = [made_file("top/big/a.py", many), made_file("top/own.py", [made_symbol("own")])]
    body = page(made_context(made_repository(files)), "folder keywords", "top")

    assert "[big/](repo/top/big/sub.md) |" in section_text(body, "subfolders")
    assert section_text(body, "keywords-functions").startswith("[own]")
    assert "name7" not in body_text(body)


def test_a_file_whose_keywords_are_too_many_for_the_page_is_led_to() -> None:
    symbols = [made_symbol("Big", "class")]
    symbols += [made_symbol(f"Big.m{number}", "method") for number in range(1600)]
    body = page(
        made_context(made_repository([made_file("a/x.py", symbols)])), "folder keywords", "a"
    )

    assert "[x.py](repo/a/x.py_kw.md)" in section_text(body, "files")
    assert section_text(body, "keywords-classes").startswith("[Big]")
    assert "m7" not in body_text(body)


def test_a_keyword_stands_on_at_most_four_pages_of_deep_folders() -> None:
    path = "/".join("abcdefghij") + "/deep.py"
    context = made_context(made_repository([made_file(path, [made_symbol("needle")])]))

    bodies = [page(context, "folder keywords", folder) for folder in context.repository.folders]
    assert sum("needle" in body_text(body) for body in bodies) == 4


def test_every_link_of_folder_pages_leads_to_a_page_and_an_anchor() -> None:
    context = shop_context()
    for plan in context.plan.pages.values():
        if plan.kind in {"file", "file keywords"}:
            continue
        for link in page_links(PageComposer(context).compose(plan)):
            target = context.plan.pages[link.uri]
            is_page_of_file = target.kind in {"file", "file keywords"}
            if link.anchor and not is_page_of_file:
                assert link.anchor in page_anchors(context, target), link


def test_a_map_opens_large_folders_and_gathers_small_files() -> None:
    files = [made_file(f"src/big/m{n}.py", lines=100) for n in range(34)]
    files += [made_file("src/one.py", lines=300), made_file("notes.txt", lines=4)]
    text = section_text(page(made_context(made_repository(files)), "repository"), "map")
    lines = text.splitlines()
    assert lines[0].startswith("Files of ")
    assert "- src/ 3700" in lines
    assert "  - big/ 3400" in lines
    assert "    - m0.py 100" in lines
    assert "    - 4 others 400" in lines
    assert "  - one.py 300" in lines


def test_working_in_the_root_is_told_by_recipes_configuration_and_integration() -> None:
    steps = (
        "make docs",
        "python -Ic 'import it'",
        "tox -e $ENV",
        "pip install -e .",
        "uv pip list",
        "npm i -g pnpm@10",
        "./scripts/check",
        "echo ${{ x }}",
        "python -m mypy",
        "ls",
    )
    files = [
        made_file(
            "Makefile",
            [made_symbol("docs", "target", 3)],
            language="makefile",
            role="build",
        ),
        made_file("setup.py", role="build", main_line=7, summary="A shim."),
        made_file("scripts/check", language="shell", role="script", main_line=1),
        made_file(
            "pyproject.toml",
            [made_symbol("tool.pytest.ini_options", "section", 8)],
            language="toml",
            role="build",
        ),
        made_file("tests/test_a.py", role="test", imports=(Import("pytest", line=2),)),
        made_file(
            ".github/workflows/ci.yml",
            [made_symbol("jobs.lint", "job", 4)],
            language="yaml",
            role="workflow",
            facts=tuple(JobCommand("lint", step, 4) for step in steps),
        ),
    ]
    task = Task("docs", "make docs", "sphinx-build docs out", 3)
    project = Project(tasks=(("Makefile", task),))
    context = made_context(made_repository(files, project=project))

    text = section_text(page(context, "folder documentation"), "working-here")
    test = "[tests/test_a.py](repo/tests/test_a.py_docs.md)"
    settings = "[pyproject.toml:8](repo/pyproject.toml_docs.md#L8)"
    ci = "[.github/workflows/ci.yml:4](repo/.github/workflows/ci.yml_docs.md#L4)"
    makefile = "[Makefile:3](repo/Makefile_docs.md#L3)"
    assert text.splitlines() == [
        "### Work on it",
        f"All tests: `python -m pytest`: Runs the tests ({settings})",
        f"One test file: `python -m pytest tests/test_a.py`: Runs one file: {test} ({settings})",
        f"Documentation: `make docs`: Runs `sphinx-build docs out` ({makefile})",
        "Run by the continuous integration: 3 commands:",
        f"- `make docs`: Run by the job lint ({ci})",
        f"- `./scripts/check`: Run by the job lint ({ci})",
        f"- `python -m mypy`: Run by the job lint ({ci})",
    ]
    below = section_text(page(context, "folder documentation", "tests"), "working-here")
    assert "`python -m pytest tests`: Runs the tests in tests/ ([pyproject.toml:8]" in below


def test_scripts_of_a_package_are_run_by_the_manager_of_its_lock_file() -> None:
    files = [
        made_file("package.json", language="json", role="build"),
        made_file("pnpm-lock.yaml", language="yaml", role="build"),
    ]
    tasks = (Task("test", "npm test", "vitest"), Task("lint", "npm run lint", "eslint ."))
    hidden = Task("postinstall", "npm run postinstall", "hooks")
    project = Project(tasks=tuple(("package.json", task) for task in (*tasks, hidden)))
    context = made_context(made_repository(files, project=project))

    rows = section_text(page(context, "folder documentation"), "working-here").splitlines()[1:]
    assert [row.partition("`: ")[0] for row in rows] == [
        "Set up: `pnpm install",
        "All tests: `pnpm run test",
        "Lint: `pnpm run lint",
    ]


def test_work_is_told_by_scripts_of_their_names_and_by_files_that_prove_it() -> None:
    files = [
        made_file("uv.lock", language="toml", role="data"),
        made_file("mkdocs.yml", language="yaml", role="configuration"),
        made_file("scripts/lint", language="shell", role="script", main_line=1, executable=True),
        made_file("scripts/format", language="shell", role="script", main_line=1),
        made_file("scripts/odd", language="shell", role="script", main_line=1),
        made_file("tests/test_a.py", role="test", imports=(Import("pytest", line=2),)),
        made_file("examples/b/tests/test_b.py", role="test", imports=(Import("pytest", line=2),)),
    ]
    context = made_context(made_repository(files))

    text = section_text(page(context, "folder documentation"), "working-here")
    assert "Set up: `uv sync`: Installs the project with what it needs ([uv.lock](" in text
    assert "Lint: `./scripts/lint` ([scripts/lint:1](" in text
    assert "scripts/format" not in text
    assert "Documentation: `mkdocs serve`: Shows the documentation" in text
    assert "One test file: `python -m pytest tests/test_a.py`" in text
    assert "odd" not in text


@pytest.mark.parametrize(
    ("name", "aim"),
    [
        ("install-dev", "set up"),
        ("setup", "set up"),
        ("tests", "test"),
        ("tox", "test"),
        ("pre-commit", "lint"),
        ("build-docs", "docs"),
        ("docs:serve", "docs"),
        ("start", "run"),
        ("test-release", ""),
        ("installer", ""),
    ],
)
def test_the_name_of_a_task_says_what_it_is_for(name: str, aim: str) -> None:
    assert aim_of(name) == aim


def test_of_several_projects_the_one_nearest_to_the_top_has_the_tests() -> None:
    settings = [made_symbol("tool.pytest.ini_options", "section", 8)]
    files = [
        made_file("pyproject.toml", settings, language="toml", role="build"),
        made_file("lab/pyproject.toml", settings, language="toml", role="build"),
        made_file("lab/tests/test_a.py", role="test", tests=("test_a",)),
        made_file("tests/test_b.py", role="test"),
    ]
    context = made_context(made_repository(files))
    text = section_text(page(context, "folder documentation"), "working-here")
    assert "All tests: `python -m pytest`: Runs the tests ([pyproject.toml:8]" in text
    below = section_text(page(context, "folder documentation", "lab"), "working-here")
    assert "All tests: `cd lab && python -m pytest`: Runs the tests in lab/ ([lab/py" in below


def test_cases_that_classes_inherit_are_told_beside_those_in_the_folder() -> None:
    files = {
        "tests/test_mill.py": "class TestMill:\n    def test_grinds(self): ...\n",
        "tests/test_wind.py": "from test_mill import TestMill\nclass TestWind(TestMill): ...\n",
    }
    linked = link_files(files)
    context = made_context(linked.repository, texts=linked.texts)

    text = body_text(page(context, "folder documentation", "tests"))
    assert "2 test files in this folder with 1 test case and 1 that a class inherits" in text
    text = body_text(page(context, "repository"))
    assert "Tests: 2 files with 1 case and 1 that a class inherits" in text


def test_tests_beside_the_code_that_they_test_are_counted() -> None:
    source = "pub fn ebb() {}\n#[cfg(test)]\nmod tests { #[test] fn ebbs() { super::ebb(); } }\n"
    only = "#[cfg(test)]\nmod tests { #[test] fn a() {} #[test] fn b() {} }\n"
    linked = link_files(
        {
            "Cargo.toml": '[package]\nname = "tide"\n',
            "src/lib.rs": "mod sea;\n",
            "src/sea/mod.rs": f"mod ebb;\n{only}",
            "src/sea/ebb.rs": source,
        }
    )
    context = made_context(linked.repository, texts=linked.texts)
    text = body_text(page(context, "folder documentation", "src/sea"))
    assert (
        "1 test file in this folder with 2 test cases; 1 other file has 1 test case more." in text
    )
