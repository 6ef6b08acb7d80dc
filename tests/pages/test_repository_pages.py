from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from body_text import blocks_text, body_text, section_text
from made_mill import mill_context
from made_repository import made_context, made_file, made_repository, made_symbol
from made_shop import page, shop_context
from support.linked import link_files

from mkdocs_repodoc.model.blocks import Bars, Prose, Section, Subheading
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.facts import ProjectUrl
from mkdocs_repodoc.model.files import Change, ChangeWindow, GitHistory
from mkdocs_repodoc.model.project import Project
from mkdocs_repodoc.model.records import FileComplexity
from mkdocs_repodoc.pages.page_anchors import page_anchors
from mkdocs_repodoc.pages.parts import summaries
from mkdocs_repodoc.pages.planning.search_sections import search_sections
from mkdocs_repodoc.settings import Settings


def test_index_tells_where_to_start_and_how_to_run() -> None:
    body = page(shop_context(), "repository")

    start = section_text(body, "where-to-start").splitlines()
    assert start[0] == "Start here:"
    assert start[1].startswith("- [shop/cart.py](repo/shop/cart.py_docs.md): It defines [Cart](")
    assert "`make test`" in section_text(body, "entry-points")
    assert "Starts [shop.web.page.render]" in section_text(body, "entry-points")


def test_a_program_is_run_and_a_library_has_commands_for_work_on_it_alone() -> None:
    def commands(files: dict[str, str]) -> Section:
        linked = link_files(files)
        body = page(made_context(linked.repository, texts=linked.texts), "repository")
        return next(each for each in body.sections if each.anchor == "entry-points")

    tests = 'package main\n\nimport "testing"\n\nfunc TestTide(t *testing.T) {\n}\n'
    library = {"go.mod": "module example.org/tide\n", "tide_test.go": tests}
    alone = commands({**library, "tide.go": "package tide\n\nfunc High() {\n}\n"})
    assert alone.title == "Commands"
    program = "// Command tide tells when to sail.\npackage main\n\nfunc main() {\n}\n"
    started = commands({**library, "main.go": program})
    assert started.title == "Entry Points"
    assert started.blocks[0] == Subheading("Run it", "run-it")


def test_a_file_that_runs_a_command_of_the_program_is_one_to_start_with() -> None:
    files = {
        "pyproject.toml": '[project]\nname = "tide"\nscripts = {tide = "tide.cli:main"}\n',
        "tide/__init__.py": "",
        "tide/cli.py": "import click\n\n@click.group()\ndef main():\n    print(1)\n",
        "tide/sail.py": """
            import click
            from tide.cli import main

            @main.command()
            def sail():
                print(2)
        """,
    }
    linked = link_files(files)
    body = page(made_context(linked.repository, texts=linked.texts), "repository")
    told = section_text(body, "where-to-start")
    assert "The command `tide sail` runs [sail](" in told


def test_programs_that_tests_work_on_are_none_to_start() -> None:
    script = "def main():\n    print('high')\n\nif __name__ == '__main__':\n    main()\n"
    linked = link_files({"bin/tide.py": script, "tests/data/tide.py": script, "a.py": "x = 1\n"})
    body = page(made_context(linked.repository, texts=linked.texts), "repository")
    told = section_text(body, "entry-points")
    assert "bin/tide.py" in told
    assert "tests/data" not in told


def test_index_begins_with_the_words_of_the_readme() -> None:
    readme = made_file("README.md", language="markdown", role="documentation", lines=9)
    project = Project(version="1.2", description="Lifts.", source="pyproject.toml")
    repository = made_repository(
        [readme, made_file("a.py", [made_symbol("lift")])], project=project
    )
    text = "# Crane\n\n[![b](b.svg)](b)\n\nCrane lifts *parcels* from ships.\n\n## Install\n"

    body = page(made_context(repository, texts={"README.md": text}), "repository")
    words, facts, ways = ("\n".join(blocks_text((block,))) for block in body.lead)
    assert words == "Crane lifts *parcels* from ships."
    assert "version 1.2 · 2 files" in facts
    assert "[Book](repo/comprehensive_book.md): the whole repository" in ways
    assert "[Symbols A–Z](repo/keywords.md): 1 name with" in ways
    assert [each.weight for each in body.sections if each.anchor == "readme"] == ["folded"]


def test_description_in_a_manifest_that_says_more_than_the_readme_is_told() -> None:
    files = {
        "README.md": "# Crane\n\nThis was the first home of the crane.\n",
        "pyproject.toml": '[project]\nname = "crane"\ndescription = "Lifts parcels from ships."\n',
        "crane.py": "def lift() -> None:\n    pass\n",
    }
    linked = link_files(files)
    context = made_context(linked.repository, texts=linked.texts)

    for kind in ("repository", "book"):
        assert "describes it as “Lifts parcels from ships”." in body_text(page(context, kind))


def test_index_without_a_readme_begins_with_the_description() -> None:
    files = [made_file("a.py"), made_file("pyproject.toml", language="toml", role="build")]
    project = Project(description="Lifts parcels.", source="pyproject.toml")
    body = page(made_context(made_repository(files, project=project)), "repository")

    assert list(blocks_text(body.lead[:1])) == [
        "Lifts parcels ([pyproject.toml](repo/pyproject.toml_docs.md))."
    ]


def test_index_counts_languages() -> None:
    (section,) = (
        each for each in page(shop_context(), "repository").sections if each.anchor == "languages"
    )
    (bars,) = section.blocks

    assert isinstance(bars, Bars)
    assert bars.rows == (
        ("Python", 240, ("5 files",)),
        ("Markdown", 10, ("1 file",)),
        ("Makefile", 3, ("1 file",)),
    )


def test_index_links_metadata_to_the_file_that_says_it() -> None:
    repository = made_repository(
        [made_file("pyproject.toml", language="toml", role="configuration")],
        project=Project(
            name="demo",
            version="1.2",
            licence="MIT",
            source="pyproject.toml",
            dependencies=("anyio", "idna"),
            urls=(ProjectUrl("Source", "https://a.example"), ProjectUrl("Odd", "javascript:x")),
        ),
        history=GitHistory(revision="ab" * 20, branch="main"),
    )
    text = section_text(page(made_context(repository), "repository"), "project")

    assert "Version: 1.2 ([pyproject.toml](repo/pyproject.toml_docs.md))" in text
    assert "Requires: `anyio` and `idna` (" in text
    assert "On the web: [Source](https://a.example) (" in text
    assert "Documented commit: abababababab on main" in text
    assert "Description" not in text


def test_index_shows_activity_only_where_there_is_some() -> None:
    assert "activity" not in {each.anchor for each in page(shop_context(), "repository").sections}
    repository = made_repository(
        [
            made_file("a.py"),
            made_file("ci.yml", role="workflow"),
            made_file("CHANGES.md", role="documentation"),
        ],
        history=GitHistory(
            activity={"2026-09": 4, "2026-11": 1},
            last_changes={
                "a.py": Change("c1", "Ann", "2026-11-02", "Add <b>a</b>"),
                "ci.yml": Change("c2", "Ann", "2026-11-03", "Bump an action"),
                "CHANGES.md": Change("c3", "Ann", "2026-11-04", "Begin 2.0"),
            },
        ),
    )
    text = section_text(page(made_context(repository), "repository"), "activity")

    assert "Commits by month: 2026-09 4, 2026-10 0, 2026-11 1" in text
    assert "- 2026-11-02: [a.py](repo/a.py_docs.md) – Add <b>a</b>" in text
    assert "Bump an action" not in text
    assert "Begin 2.0" not in text


def test_index_lists_files_that_could_not_be_read() -> None:
    broken = Diagnostic("warning", "", 3, "Invalid syntax.")
    repository = made_repository([made_file("a.py", diagnostics=(broken,)), made_file("b.py")])
    text = section_text(page(made_context(repository), "repository"), "problems")

    assert text.startswith("One file could not be read in full")
    assert "[a.py](repo/a.py_docs.md), [line 3](repo/a.py_docs.md#L3): Invalid syntax." in text


def test_keyword_index_sorts_by_last_name() -> None:
    body = page(shop_context(), "keywords")

    assert [section.title for section in body.sections] == ["A", "C", "P", "R", "T", "_"]
    assert section_text(body, "initial-a").startswith(
        "[add](repo/shop/cart.py_docs.md#shop.cart.Cart.add) | method | "
        "[shop/cart.py:8](repo/shop/cart.py_docs.md#L8) | in `Cart`"
    )


def test_letters_of_another_script_have_a_heading_of_their_own() -> None:
    """The Cyrillic Es looks like a Latin C; an accent changes no letter."""
    names = ("Capacity", "Сумма", "каталог", "λ_term", "été", "名前", "+=")
    symbols = [made_symbol(name, line=line) for line, name in enumerate(names, 1)]
    body = page(made_context(made_repository([made_file("a.py", symbols)])), "keywords")

    assert [section.title for section in body.sections] == ["C", "E", "Other characters"]
    text = section_text(body, "initial-other")
    places = [text.index(part) for part in ("+=", "CJK", "名前", "Cyrillic", "Сумма", "Greek", "λ")]
    assert places == sorted(places)


def test_a_page_of_other_characters_names_the_script_of_each_letter() -> None:
    symbols = [made_symbol(f"с{number:03}", line=number + 1) for number in range(1100)]
    context = made_context(made_repository([made_file("a.py", [*symbols, made_symbol("+")])]))

    titles = [section.title for section in page(context, "initial", "other").sections]
    assert "с0 (Cyrillic)" in titles
    assert (
        "+" in [section.title for section in page(context, "initial", "other-2").sections] + titles
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("![Badge](b.svg) [Docs](d)", False),
        ("[English](a) • [中文](b) • [Espa…", False),
        ("Uses [rich](https://rich) to print.", True),
        ("x[0] is the first.", True),
    ],
)
def test_rows_of_links_are_no_description(text: str, shown: bool) -> None:
    file = made_file("a.md", summary=text, language="markdown", role="documentation")
    context = made_context(made_repository([file]))

    assert bool(summaries.of_file(context, "a.md")) is shown


def test_long_summary_is_not_cut_inside_a_link() -> None:
    text = (
        "Words " * 45 + "[a very long title of a link](https://example.org/" + "x" * 90 + ") end."
    )
    file = made_file("a.md", summary=text, language="markdown", role="documentation")
    context = made_context(made_repository([file]))

    (prose,) = summaries.of_file(context, "a.md")
    assert isinstance(prose, Prose)
    assert "https" not in prose.text
    assert len(prose.text) <= 300


def test_split_keyword_index_leads_to_every_keyword_once() -> None:
    symbols = [made_symbol(f"s{number:04}", line=number + 1) for number in range(2699)]
    symbols += [made_symbol("run")]
    context = made_context(made_repository([made_file("a.py", symbols)]))

    index = page(context, "keywords")
    total = f"{len(symbols):,}"
    assert f"Among them: functions ({total})." in "".join(blocks_text(index.lead))
    overview = section_text(index, "by-initial")
    assert "[s0000 … s0899](repo/keywords/s.md)" in overview
    assert "S | " in overview
    found = "".join(body_text(page(context, "initial", name)) for name in ("r", "s", "s-2", "s-3"))
    assert all(found.count(f"[{symbol.name}](") == 1 for symbol in symbols)
    assert "[S 2](repo/keywords/s-2.md)" in body_text(page(context, "initial", "s"))


def test_a_slim_index_has_a_line_for_the_generated_files_of_a_folder() -> None:
    written = made_file("a.py", [made_symbol("run")])
    made = [made_file(f"ops/{name}.py", [made_symbol("run"), made_symbol(name)]) for name in "xyz"]
    made = [
        replace(one, source=msgspec.structs.replace(one.source, origin=origin))
        for one, origin in zip(made, ("generated", "compiled", "vendored"), strict=True)
    ]
    repository = made_repository([written, *made])
    full, slim = (
        made_context(repository, Settings(Path("/nowhere"), detail=detail))
        for detail in ("full", "slim")
    )

    body = page(slim, "keywords")
    assert "3 symbols from 2 files: all that is defined, but for generated files, by name." in (
        "".join(blocks_text(body.lead))
    )
    assert [section.title for section in body.sections] == ["R", "Z", "Generated Files"]
    assert "[ops/](repo/ops/index.md) | 4 symbols | 2 files" in section_text(
        body, "generated-files"
    )
    assert "[Symbols A–Z](repo/keywords.md): 3 names" in body_text(page(slim, "repository"))
    titles = [section.title for section in page(full, "keywords").sections]
    assert titles == ["R", "X", "Y", "Z"]


def test_anchors_answer_for_lines_symbols_and_sections() -> None:
    context = shop_context()
    anchors = page_anchors(context, context.plan.pages["repo/shop/cart.py_docs.md"])

    assert "L1" in anchors
    assert "L200" in anchors
    assert "L10-L20" in anchors
    assert "L0" not in anchors
    assert "L201" not in anchors
    assert "L20-L10" not in anchors
    assert "shop.cart.Cart.add" in anchors
    assert "shop.cart.Cart.sub" not in anchors
    folder = page_anchors(context, context.plan.pages["repo/shop/index.md"])
    assert "files" in folder
    assert "L1" not in folder
    assert "nothing" not in folder


@pytest.mark.parametrize("kind", ["file keywords", "initial", "folder keywords"])
def test_pages_that_only_repeat_stay_out_of_the_search(kind: str) -> None:
    symbols = [made_symbol(f"s{number}") for number in range(2000)]
    context = made_context(made_repository([made_file("a/b.py", symbols)]))
    plans = [plan for plan in context.plan.pages.values() if plan.kind == kind]

    assert plans
    assert not any(search_sections(context, plan) for plan in plans)


def test_search_text_of_a_file_names_its_documented_api_first() -> None:
    symbols = [
        made_symbol("_private", summary="Hidden.", public=False),
        made_symbol("plain"),
        made_symbol("Cart", "class", summary="What a customer takes."),
        made_symbol("Cart.add", "method", summary="Take one more."),
    ]
    context = made_context(made_repository([made_file("a.py", symbols, summary="A shop.")]))
    sections = search_sections(context, context.plan.pages["repo/a.py_docs.md"])

    assert [(each.title, each.anchor) for each in sections] == [
        ("a.py", ""),
        ("plain", "a.plain"),
        ("Cart", "a.Cart"),
        ("add", "a.Cart.add"),
    ]
    assert sections[0].text == "A shop."
    assert sections[3].text == "Cart.add: Take one more."


def test_search_text_stays_in_proportion_to_the_source() -> None:
    symbols = [made_symbol(f"name{number}", summary="Words " * 30) for number in range(3000)]
    context = made_context(made_repository([made_file("a.py", symbols, size=200_000)]))
    sections = search_sections(context, context.plan.pages["repo/a.py_docs.md"])

    names = sum(len(each.name) + 1 for each in symbols)
    text = sum(len(each.title + each.anchor + each.text) for each in sections)
    assert names < text < names + 0.05 * 200_000


@pytest.mark.parametrize("size", [600, 30_000])
def test_names_without_an_entry_are_found_with_their_file(size: int) -> None:
    symbols = [
        made_symbol(f"App.method_{number}", "method", summary="Words " * 30) for number in range(60)
    ]
    context = made_context(made_repository([made_file("a.py", symbols, size=size)]))
    first, *others = search_sections(context, context.plan.pages["repo/a.py_docs.md"])

    titles = {each.title for each in others}
    names = set(first.text.split())
    assert len(titles) < 60
    assert titles | names == {f"method_{number}" for number in range(60)}
    assert not titles & names


def test_index_says_which_files_change_often_and_are_complicated() -> None:
    symbols = [made_symbol("turn", line=3)]
    complexity = FileComplexity(total=12, most=7, position=0)
    files = [
        made_file(f"{name}.py", symbols, complexity=complexity) for name in ("a", "b", "c", "d")
    ]
    counts = {"a.py": 3, "b.py": 5, "c.py": 2, "d.py": 2}
    window = ChangeWindow("2025-11-23", 20, counts, in_year=20)
    context = made_context(made_repository(files, history=GitHistory(window=window)))
    text = section_text(page(context, "repository"), "hot-spots")

    assert (
        "of the 20 commits of the last twelve months (the first on 2025-11-23) touched a file"
        in text
    )
    assert text.count("\n") == 3
    assert (
        "[b.py](repo/b.py_docs.md): changed in 5 commits; 10 lines, complexity 12, of which "
        "[turn](repo/b.py_docs.md#b.turn) has 7.\n"
    ) in text


GUIDE = """# Contributing

```
not for a shell
```

## Setting up

```sh
git clone https://example.org/mill
cd mill
python -m venv .venv  # once
.venv/bin/pip install -e .
```

## Releases

```sh
pip install mill
```
"""


def test_set_up_is_quoted_from_the_guide_where_nothing_else_declares_it() -> None:
    def work(files: dict[str, str]) -> str:
        return section_text(page(mill_context(files), "repository"), "entry-points")

    line = "python -m venv .venv && .venv/bin/pip install -e ."
    quoted = f"Set up: `{line}`: As the guide for contributors says ([CONTRIBUTING.md:12]("
    assert quoted in work({"CONTRIBUTING.md": GUIDE})
    declared = work({"CONTRIBUTING.md": GUIDE, "uv.lock": "version = 1\n"})
    assert "Set up: `uv sync`" in declared
    assert "As the guide" not in declared
    assert quoted in work({"CONTRIBUTING.md": GUIDE, "requirements-dev.txt": "pytest\n"})
    assert "As the guide" not in work({"CONTRIBUTING.md": GUIDE.replace("Setting up", "Style")})
    shown = "Check it:\n\n```\norigin  https://example.org/mill (fetch)\n```\n"
    output = GUIDE.replace("## Setting up\n", f"## Setting up\n\n{shown}")
    assert f"Set up: `{line}`" in work({"CONTRIBUTING.md": output})
    fetched = GUIDE.replace("cd mill\n", "cd mill\ngit checkout -b topic\n")
    assert f"Set up: `{line}`" in work({"CONTRIBUTING.md": fetched})


def test_the_guide_comes_before_a_file_of_what_developers_need_besides() -> None:
    guide = (
        "# Contributing\n\n## Setting up an environment\n\n"
        "1. `tox --devenv venv`  (needs tox)\n"
        "2. `. venv/bin/activate` (or what your\n   shell has)\n"
    )
    context = mill_context({"CONTRIBUTING.md": guide, "requirements-dev.txt": "tomli\n"})
    told = section_text(page(context, "repository"), "entry-points")
    first = "Set up: `tox --devenv venv && . venv/bin/activate`: As the guide for contributors says"
    then = "`pip install -r requirements-dev.txt`: Installs what those need who work on it"
    assert told.index(first) < told.index(then)


def test_the_guide_sets_up_before_a_task_that_installs_the_software() -> None:
    def work(files: dict[str, str]) -> str:
        return section_text(page(mill_context(files), "repository"), "entry-points")

    makefile = (
        "ENGINE := $(shell which docker) run mill\n\n"
        ".PHONY: deps setup install test check\ndeps:\n\tgo mod vendor\n"
        "setup:\n\tbash ./mounts.sh\ninstall: deps\n\t${ENGINE} go install\n"
        "check: deps\n\tgo vet\n\tgofmt -l .\n\tgosec\n"
        "test: check\n\t${ENGINE} go test ./...\n"
    )
    guide = (
        "# Development\n\n## Initial Setup\n\n1. Install Go\n"
        "2. Run `make deps` to install dependencies\n3. Run `make test` to try\n\n"
        "## Common Setup Issues\n\n```sh\ngo mod tidy\n```\n"
    )
    told = work(
        {
            "Makefile": makefile,
            "CONTRIBUTING.md": guide,
            "mounts.sh": "ls\n",
            "go.mod": "module m\n",
        }
    )
    assert "Set up: `make deps && make test`: As the guide for contributors says (" in told
    assert "CONTRIBUTING.md:6](" in told
    test = "All tests: `make test`: Runs `${ENGINE} go test ./...`, after `make check`; `ENGINE` is"
    assert f"{test} set at [Makefile:1](" in told
    assert "Set up: `make deps`" in work({"Makefile": makefile, "mounts.sh": "ls\n"})
    without = work({"Makefile": makefile[makefile.index("install:") :]})
    assert "Set up: `make install`" not in without
    assert "- `make install`: Runs" in without


def test_a_task_that_installs_the_software_for_its_users_sets_nothing_up() -> None:
    def work(makefile: str) -> str:
        context = mill_context({"Makefile": makefile})
        return section_text(page(context, "repository"), "entry-points")

    install = "install:\n\tpython -m pip install .\n"
    told = work(
        f"{install}install_dev:\n\tpython -m pip install -e .\n"
        "install_test:\n\tpython -m pip install -r tests.txt\n"
    )
    assert "Set up: `make install_dev`: Runs `python -m pip install -e .`" in told
    assert "Set up (the tests): `make install_test`: Runs" in told
    assert "Set up: `python -m pip install --editable .`" in work(install)
    extras = "install:\n\tpython -m pip install .[dev]\n"
    assert "Set up: `make install`" in work(extras)


def test_what_installs_tools_beside_a_compiled_project_does_not_set_it_up() -> None:
    def work(files: dict[str, str]) -> str:
        linked = link_files({"package.json": '{"scripts": {"lint": "eslint ."}}', **files})
        context = made_context(linked.repository, texts=linked.texts)
        return section_text(page(context, "repository"), "entry-points")

    tools = {"package-lock.json": "{}"}
    assert "Set up: `npm ci`" in work(tools)
    manifest = '[package]\nname = "mill"\nversion = "1.0.0"\n'
    told = work({**tools, "Cargo.toml": manifest, "src/main.rs": "fn main() {}\n"})
    assert "Build: `cargo build`" in told
    assert "Set up: `npm" not in told


def test_a_python_project_is_set_up_by_pip_and_its_tools_aside() -> None:
    def work(files: dict[str, str]) -> str:
        project = '[project]\nname = "mill"\n'
        context = mill_context({"pyproject.toml": project, **files})
        return section_text(page(context, "repository"), "entry-points")

    installed = "Set up: `python -m pip install --editable .`: "
    assert installed in work({})
    with_tools = work({"package-lock.json": "{}\n"})
    assert installed in with_tools
    assert "`npm ci`: Installs what the project needs" in with_tools
    assert installed not in work({"package-lock.json": "{}\n", "uv.lock": "version = 1\n"})
    assert "Set up: `python -m venv" in work({"CONTRIBUTING.md": GUIDE})
    assert installed in work({"requirements.txt": "tomli\n"})
    assert installed not in work({"requirements-dev.txt": "tomli\n"})


def test_a_script_that_fetches_a_release_sets_up_nothing() -> None:
    def work(line: str) -> str:
        script = made_file(
            "install.sh", language="shell", role="script", main_line=1, executable=True
        )
        texts = {"install.sh": f"#!/bin/sh\n{line}\n"}
        context = made_context(made_repository([script]), texts=texts)
        return section_text(page(context, "repository"), "entry-points")

    assert "Set up: `./install.sh`" in work("pip install -r needed.txt")
    assert "Set up" not in work("curl https://api.github.com/repos/a/mill/releases/latest")


def test_projects_of_the_jvm_are_built_by_their_wrapper_first() -> None:
    def work(files: dict[str, str]) -> str:
        return section_text(page(mill_context(files), "repository"), "entry-points")

    assert "Build: `mvn package`: " in work({"pom.xml": "<project/>\n"})
    assert "Build: `./mvnw package`: " in work({"pom.xml": "<project/>\n", "mvnw": "x\n"})
    assert "Build: `gradle build`: " in work({"build.gradle.kts": "\n"})


def test_tasks_are_followed_to_what_they_run() -> None:
    makefile = (
        "check: lint tests\nlint: ; ruff check mill\ntests:\n\tpytest -q tests\n"
        "\tpython tools/report.py\n"
    )
    files = {"Makefile": makefile, "tools/report.py": "print(1)\n"}
    shown = section_text(page(mill_context(files), "repository"), "entry-points")

    runs = "Runs `ruff check mill` ([mill/](repo/mill/index.md)), `pytest -q tests` ("
    assert f"`make check`: {runs}[tests/](repo/tests/index.md)) and `python tools/" in shown


def test_packages_that_depend_on_one_another_are_drawn_and_listed() -> None:
    files = {
        "core/package.json": '{"name": "core", "description": "The core."}',
        "cli/package.json": '{"name": "cli", "dependencies": {"core": "*"}}',
        "cli/README.md": "# cli\n\nThe command line.\n",
    }
    text = section_text(page(mill_context(files), "repository"), "packages")

    assert "which depends on which (2 nodes)\ncli -> core (1)\n" in text
    core = "[core](repo/core/index.md)"
    assert f"- [cli](repo/cli/index.md): The command line. (depends on {core})" in text
    assert f"- {core}: The core." in text


def test_a_folder_without_words_is_told_by_the_names_that_are_used_most() -> None:
    files = {
        "mill/sub/parts.py": "def gear():\n    return 1\n\n\ndef shaft():\n    return 2\n",
        "mill/sub/odd.py": "def alone():\n    return 3\n",
        "mill/sub/shaft.py": "from mill.sub.parts import gear, shaft\n\ngear()\nshaft()\n",
    }
    text = section_text(page(mill_context(files), "folder", "mill"), "subfolders")

    parts = "repo/mill/sub/parts.py_docs.md#mill.sub.parts"
    assert f"Most used: [gear]({parts}.gear) and [shaft]({parts}.shaft) |" in text
