"""Exports of a small repository, one after another."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from support.github_markdown import MarkdownCrawler
from support.program import run_command
from support.repositories import commit_all, write_files
from support.static_sites import LOG, configured

from mkdocs_repodoc.command_line.export_command import export as command
from mkdocs_repodoc.errors import RepodocError, SettingsError
from mkdocs_repodoc.hosts.export.export_layouts import LAYOUTS
from mkdocs_repodoc.hosts.export.markdown_export import ExportRequest, export_markdown
from mkdocs_repodoc.pipeline.writing.file_list import LIST
from mkdocs_repodoc.pipeline.writing.output_folder import Tally

FILES = {
    "README.md": "# Shop\n\nA shop: see [the till](shop/till.py#L4), ![its logo](art/logo.svg).\n",
    "art/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\n',
    "shop/__init__.py": '"""What a "shop" needs: tills."""\n',
    "shop/till.py": '"""Counts money."""\n\n\nclass Till:\n    """Holds money."""\n\n'
    '    def add(self, amount: int) -> "Till":\n        """Add `amount`."""\n        return self\n',
    "shop/_parts/main.py": '"""Runs it."""\n\nfrom shop.till import Till\n\n\ndef run() -> Till:\n'
    '    """Run."""\n    return Till().add(1)\n',
    "repodoc.toml": "jobs = 1\n",
}


@pytest.fixture
def repository(project: Path) -> Path:
    write_files(project, FILES)
    commit_all(project)
    return project


def export(
    repository: Path, folder: Path, layout: str = "zensical", html: str = "", files: bool = False
) -> Tally:
    found = configured(repository, repository / "site")
    return export_markdown(found, ExportRequest(folder, layout, html, files), LOG)


def pages(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*.md")
        if path.name != "SUMMARY.md"
    }


@pytest.mark.parametrize("files", [False, True])
def test_links_work_in_the_view_of_a_repository_host(repository: Path, files: bool) -> None:
    export(repository, repository / "docs/code", "github", files=files)
    names = set(pages(repository / "docs/code"))
    assert {"README.md", "shop/README.md", "shop/doc.md", "comprehensive_book.md"} <= names
    assert ("shop/till.py_docs.md" in names) == files
    crawler = MarkdownCrawler(repository)
    assert len(crawler.markdown) > 8
    assert crawler.dead_links() == []
    shop = pages(repository / "docs/code")["shop/README.md"]
    assert not shop.startswith("---")
    assert ("](till.py_docs.md#shop.till)" in shop or "](till.py_docs.md)" in shop) == files
    assert files or "](../../../shop/till.py)" in shop
    assert "](../../art/logo.svg)" in pages(repository / "docs/code")["README.md"]


def test_the_command_offers_every_program() -> None:
    offered = next(each for each in command.params if each.name == "program").type
    assert isinstance(offered, click.Choice)
    assert set(offered.choices) == set(LAYOUTS)


def test_only_what_has_changed_is_written_and_what_is_gone_goes(repository: Path) -> None:
    folder = repository / "docs/code"
    first = export(repository, folder)
    assert (first.written, first.removed) == (first.files, 0)
    commit_all(repository)  # what was exported is not documented
    export(repository, folder)
    assert not (folder / "docs").exists()
    assert export(repository, folder).written == 0
    write_files(repository, {"shop/till.py": FILES["shop/till.py"].replace("Counts", "Keeps")})
    edited = export(repository, folder)
    assert 0 < edited.written < edited.files
    (repository / "shop/_parts/main.py").unlink()
    commit_all(repository)
    assert export(repository, folder).removed == 2
    assert not (folder / "shop/_parts").exists()


def test_a_file_of_somebody_else_stays(repository: Path, tmp_path: Path) -> None:
    write_files(tmp_path / "docs", {"shop/doc.md": "mine", "shop/other.md": "mine too"})
    with pytest.raises(RepodocError, match=r"doc\.md was not written by mkdocs-repodoc"):
        export(repository, tmp_path / "docs")
    assert not (tmp_path / "docs/index.md").exists()
    (tmp_path / "docs/shop/doc.md").unlink()
    export(repository, tmp_path / "docs")
    assert (tmp_path / "docs/shop/other.md").read_text() == "mine too"


def test_the_folder_is_not_the_repository(repository: Path) -> None:
    with pytest.raises(SettingsError, match="choose a folder of its own"):
        export(repository, repository)


def paths_in(entry: Any) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    inner = entry.values() if isinstance(entry, dict) else entry
    return [path for each in inner for path in paths_in(each)]


def test_each_navigation_lists_all_pages(repository: Path, tmp_path: Path) -> None:
    folder = tmp_path / "code"
    export(repository, folder, "zensical")
    said = tomllib.loads((folder / "zensical-nav.toml").read_text("utf-8"))["project"]["nav"]
    names = set(pages(folder))
    assert sorted(paths_in(said)) == sorted(f"code/{name}" for name in names)
    summary = (folder / "SUMMARY.md").read_text("utf-8")
    assert summary.startswith("# Summary\n\n- [Repository](index.md)\n    - [Book](")
    assert "\n    - [shop](shop/index.md)\n        - [Documentation](shop/doc.md)\n" in summary
    assert all(f"]({name})" in summary for name in names)
    export(repository, folder, "mkdocs")
    assert not (folder / "zensical-nav.toml").exists()
    nav = yaml.safe_load((folder / ".nav.yml").read_text("utf-8"))["nav"]
    assert sorted(paths_in(nav)) == sorted(names)


def front(text: str) -> dict[str, object]:
    found = yaml.safe_load(text.split("---\n")[1])
    assert isinstance(found, dict)
    return found


def test_starlight_has_a_file_for_each_page_whatever_their_names(tmp_path: Path) -> None:
    names = ("_util.py", "underscore_util.py", "underscore_underscore_util.py")
    repository = tmp_path / "shop"
    write_files(repository, {f"src/{name}": "def f(): pass\n" for name in names})
    commit_all(repository)
    export(repository, tmp_path / "site", "starlight", files=True)
    files = {path.name for path in (tmp_path / "site").rglob("*util.py_docs.md")}
    assert len(files) == len(names)
    assert not any(name.startswith("_") for name in files)


def test_starlight_keeps_the_addresses_that_links_have(repository: Path, tmp_path: Path) -> None:
    """It takes dots and capitals out of the names of files."""
    folder = tmp_path / "src" / "content" / "docs" / "a" / "Shop"
    export(repository, folder, "starlight", files=True)
    text = (folder / "shop" / "till.py_docs.md").read_text("utf-8")
    assert front(text)["slug"] == "a/Shop/shop/till.py_docs"
    assert front((folder / "index.md").read_text("utf-8"))["slug"] == "a/Shop"
    assert not list(folder.rglob("_*.md")), "which it leaves out"
    hidden = folder / "shop" / "underscore_parts" / "main.py_docs.md"
    assert front(hidden.read_text("utf-8"))["slug"] == "a/Shop/shop/_parts/main.py_docs"


@pytest.mark.parametrize("name", ["08", "1e3", "0o17"])
def test_a_name_of_digits_is_no_number_to_any_reader_of_yaml(
    repository: Path, tmp_path: Path, name: str
) -> None:
    write_files(repository, {f"{name}/day.py": "x = 1\n"})
    commit_all(repository)
    export(repository, tmp_path / "s", "starlight")
    assert f"  label: '{name}'\n" in (tmp_path / "s" / name / "index.md").read_text("utf-8")


def test_each_program_gets_what_it_reads_before_a_page(repository: Path, tmp_path: Path) -> None:
    texts = {}
    for layout in LAYOUTS:
        export(repository, tmp_path / layout, layout)
        index = LAYOUTS[layout].index
        texts[layout] = (tmp_path / layout / "shop" / index).read_text("utf-8")
    plain = {"title": "shop/", "description": 'What a "shop" needs: tills.'}
    assert front(texts["zensical"]) == front(texts["mkdocs"]) == plain
    assert texts["mdbook"].startswith("# shop/\n")
    assert front(texts["docusaurus"])["sidebar_label"] == "shop"
    assert front(texts["starlight"])["sidebar"] == {"label": "shop", "order": 7}
    assert front(texts["starlight"])["slug"] == "starlight/shop"
    assert "\n# shop/\n" in texts["zensical"]
    assert "\n# shop/\n" not in texts["starlight"]
    assert "[Documentation](doc/)" in texts["starlight"]
    assert "[Documentation](doc.md)" in texts["zensical"]


@pytest.mark.parametrize(
    ("html", "options", "expected"),
    [
        ("../", "", "](../../repo/shop/till.py_docs/index.html)"),
        ("pathname:///", "", "](pathname:///repo/shop/till.py_docs/index.html)"),
        ("", 'site_url = "https://x.example/y"', "](https://x.example/y/repo/shop/till.py_docs/"),
        ("", 'repo_url = "https://github.com/a/b"', "](https://github.com/a/b/blob/"),
        ("", "", "| `till.py` |"),
    ],
    ids=["relative", "absolute", "site_url", "repo_url", "unknown"],
)
def test_pages_that_are_not_exported_are_linked_to_where_they_are(
    repository: Path, tmp_path: Path, html: str, options: str, expected: str
) -> None:
    write_files(repository, {"repodoc.toml": f"jobs = 1\n{options}\n"})
    export(repository, tmp_path / "code", html=html)
    assert expected in (tmp_path / "code/shop/index.md").read_text("utf-8")


def test_the_command_tells_programs_what_it_did(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    result = run_command(command, str(tmp_path / "code"), "--for", "mdbook", "--json")
    said = json.loads(result.stdout)
    assert said["files"] == said["written"] == len(pages(tmp_path / "code")) + 1
    assert (tmp_path / "code" / LIST).exists()
