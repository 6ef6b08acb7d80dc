"""Folders, project metadata and commands, anchors."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

from msgspec import structs
from support.linked import link_files

from mkdocs_repodoc.linking.folders import describe, make_folders
from mkdocs_repodoc.linking.symbol_links.symbol_anchors import symbol_anchors
from mkdocs_repodoc.model.facts import InstalledCommand, ProjectUrl, Runtime
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.sections import FILE_HEADINGS

FILES = {
    "README.md": "# Shop\n\nSells things.\n",
    "pyproject.toml": """
        [project]
        name = "shop"
        version = "1.2"
        description = "A shop"
        requires-python = ">=3.11"
        license = "MIT"
        dependencies = ["anyio>=4", "requests[socks]; python_version > '3'"]
        [project.urls]
        Source = "https://a.example/shop"
        [project.scripts]
        shop = "shop.cli:main"
        """,
    "Makefile": "test: ## Run the tests\n\tpytest\n\nlint:\n\truff check\n",
    "tox.ini": "[testenv:py]\ncommands = pytest\n",
    "noxfile.py": """
        import nox
        @nox.session
        def docs(s): ...
        @nox.session(name='lint-all')
        def l(s): ...
        """,
    "setup.cfg": "[metadata]\nurl = https://a.example\n[options]\ninstall_requires = other\n",
    "package.json": '{"name": "web", "scripts": {"build": "vite build", "test": "vitest"}}',
    ".pre-commit-config.yaml": "repos:\n- repo: local\n  hooks:\n  - id: ruff\n",
    "src/shop/__init__.py": '"""The shop itself."""\n',
    "src/shop/deep/er/x.py": "x = 1\ny = 2\n",
    "src/shop/cli.py": "def main(): ...\nif __name__ == '__main__':\n    main()\n",
    "docs/readme.txt": "plain\n",
    "docs/README.md": "# Docs\n\nRead them.\n",
}


def test_folders_are_complete_sorted_and_parents_come_first() -> None:
    folders = link_files(FILES).repository.folders
    assert list(folders) == ["", "docs", "src", "src/shop", "src/shop/deep", "src/shop/deep/er"]
    assert folders[""].folders == ["docs", "src"]
    assert folders["src/shop"].files == ["src/shop/__init__.py", "src/shop/cli.py"]
    assert folders["src/shop"].folders == ["src/shop/deep"]


def test_package_comment_describes_its_folder_before_a_readme() -> None:
    files = {
        "ui/README.md": "# UI\n\nHow to write views.\n",
        "ui/app.go": "// Package ui draws the pages.\npackage ui\n",
        "lib/README.md": "# Lib\n\nUseful things here.\n",
        "README.md": "# All\n\nThe whole product.\n",
        "main.go": "// Package main starts it.\npackage main\n",
    }
    folders = link_files(files).repository.folders
    assert folders["ui"].summary == "Package ui draws the pages."
    assert folders["lib"].summary == "Useful things here."
    assert folders[""].summary == "The whole product."


def test_sums_cover_the_whole_subtree() -> None:
    folders = link_files(FILES).repository.folders
    assert folders[""].file_count == len(FILES)
    assert folders["src"].file_count == 3
    assert folders["src"].line_count == 6
    assert folders["src"].languages == {"python": 6}
    assert folders[""].size == sum(f.size for f in (folders["docs"], folders["src"])) + sum(
        link_files(FILES).repository.files[path].source.size for path in folders[""].files
    )


def test_a_repository_may_keep_its_readme_where_its_host_looks_for_it() -> None:
    docs = {"docs/README.md": "# Shop\n\nSells things.\n", "shop.py": ""}
    root = link_files(docs).repository.folders[""]
    assert root.readme == root.summary_origin == "docs/README.md"
    hidden = {**docs, ".github/README.md": "# Shop\n\nSells all.\n"}
    assert link_files(hidden).repository.folders[""].readme == ".github/README.md"
    assert link_files({**hidden, "README": "x"}).repository.folders[""].readme == "README"


def test_readme_in_markup_is_preferred_and_gives_the_summary() -> None:
    repository = link_files(FILES).repository
    folders = repository.folders
    assert folders["docs"].readme == folders["docs"].summary_origin == "docs/README.md"
    assert folders["docs"].summary == repository.files["docs/README.md"].outline.summary != ""
    assert folders["src/shop"].summary == "The shop itself."
    assert folders["src/shop/deep"].summary == ""


def test_project_is_what_its_metadata_says() -> None:
    repository = link_files(FILES).repository
    project = repository.project
    assert (project.name, project.version, project.description) == ("shop", "1.2", "A shop")
    assert (project.source, project.licence) == ("pyproject.toml", "MIT")
    assert project.runtimes == (Runtime("Python", ">=3.11"),)
    assert project.commands == (InstalledCommand("shop", "shop.cli", "main", line=11),)
    assert repository.name == "shop"


def test_manifest_of_a_language_that_is_hardly_used_speaks_last() -> None:
    files = {
        "package.json": '{"name": "tools", "version": "1.0.0", "description": "Runs tests."}',
        "Cargo.toml": '[package]\nname = "crane"\nversion = "2.4.1"\n',
        "src/lib.rs": "pub fn lift() {}\n" * 40,
        "run.js": "export const run = 1\n",
    }
    project = link_files(files).repository.project

    assert (project.name, project.version, project.source) == ("crane", "2.4.1", "Cargo.toml")


def test_commands_are_those_that_the_repository_defines() -> None:
    tasks = link_files(FILES).repository.project.tasks
    assert [(task.name, task.command, path, task.line) for path, task in tasks] == [
        ("test", "make test", "Makefile", 1),
        ("lint", "make lint", "Makefile", 4),
        ("py", "tox -e py", "tox.ini", 1),
        ("docs", "nox -s docs", "noxfile.py", 3),
        ("lint-all", "nox -s lint-all", "noxfile.py", 5),
        ("build", "npm run build", "package.json", 1),
        ("test", "npm test", "package.json", 1),
        ("lint", "pre-commit run --all-files", ".pre-commit-config.yaml", 4),
    ]


def test_repository_without_metadata_is_named_after_its_folder() -> None:
    repository = link_files({"a.py": ""}).repository
    assert repository.name == "project"
    assert repository.project.source == ""


def test_module_that_a_command_starts_is_no_script() -> None:
    assert link_files(FILES).repository.files["src/shop/cli.py"].role == "module"


def symbol(name: str) -> Symbol:
    return Symbol(name, Kind.FUNCTION, 1, 1, 1, 0, 1)


def test_anchors_are_dotted_paths_and_unique() -> None:
    symbols = [symbol(name) for name in ("run", "run", "Shop.run")]
    assert symbol_anchors("pkg.app", symbols, [1, 2]) == (
        "pkg.app.run_2",
        "pkg.app.run",
        "pkg.app.Shop.run",
    )


def test_anchors_are_never_those_of_sections_lines_or_the_module() -> None:
    headings = {heading.anchor for heading in FILE_HEADINGS}
    names = [*sorted(headings), "L12", "a b", "run", "run_2", "run"]
    anchors = symbol_anchors("", [symbol(name) for name in names], [])
    assert len(set(anchors)) == len(names)
    assert not headings.intersection(anchors)
    assert "L12" not in anchors
    assert "a-b" in anchors
    assert symbol_anchors("pkg", [symbol("x")], [0]) == ("pkg.x",)


def test_addresses_and_dependencies_are_those_of_the_project() -> None:
    project = link_files(FILES).repository.project

    assert project.dependencies == ("anyio",)
    assert [(each.name, each.only_if) for each in project.conditional_packages] == [
        ("requests", 'python_version > "3"')
    ]
    assert project.urls == (
        ProjectUrl("Source", "https://a.example/shop"),
        ProjectUrl("Homepage", "https://a.example"),
    )


def test_why_an_initialiser_has_to_be_there_says_nothing_of_its_folder() -> None:
    files = {
        "tests/__init__.py": "# Needed to collect coverage data\n",
        "tests/README.md": "# Tests\n\nHow to test it, in one go.\n",
    }
    folder = link_files(files).repository.folders["tests"]
    assert (folder.summary, folder.summary_origin) == (
        "How to test it, in one go.",
        "tests/README.md",
    )


def test_a_readme_that_is_a_link_is_what_it_leads_to() -> None:
    files = dict(link_files({"README.rst": "x", "docs/index.rst": "Shop\n====\n"}).repository.files)
    readme = files["README.rst"]
    for target, found in (("docs/index.rst", "docs/index.rst"), ("../index.rst", "README.rst")):
        source = structs.replace(readme.source, target=target)
        files["README.rst"] = replace(readme, source=source)
        folders = make_folders(files)
        describe(folders, files)
        assert folders[""].readme == found


def test_many_symbols_of_one_name_take_no_square_of_their_number() -> None:
    begun = process_time()
    anchors = symbol_anchors("", [symbol("x")] * 20_000, [])
    assert (anchors[0], anchors[1], anchors[-1]) == ("x", "x_2", "x_20000")
    assert process_time() - begun < 5  # it was a minute
