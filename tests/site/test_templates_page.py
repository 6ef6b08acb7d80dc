"""Templates can be replaced by name, and the documentation lists those that there are."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from support.repositories import commit_all, write_files
from support.sites import PROJECT, build_site

from mkdocs_repodoc.hosts.mkdocs import page_run

FILES = {
    "docs/index.md": "# Home\n",
    "app.py": '"""An app."""\n\n\ndef run() -> None:\n    """Run it."""\n',
    "mkdocs.yml": "site_name: S\ntheme: mkdocs\nplugins: [{repodoc: {templates: mine}}]\n",
}


def test_the_templates_page_lists_every_template() -> None:
    folder = Path(str(resources.files("mkdocs_repodoc.html") / "templates"))
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    page = (PROJECT / "docs" / "templates.md").read_text("utf-8")
    listed = re.findall(r"^\| `([\w/]+\.html)` \|", page, re.MULTILINE)
    assert sorted(listed) == sorted(name for name in names if not name.startswith("_base/"))


def test_a_template_of_the_users_takes_the_place_of_ours(project: Path, tmp_path: Path) -> None:
    mine = '<div class="my-box">{% include "_base/blocks/facts.html" %}</div>\n'
    write_files(project, {**FILES, "mine/blocks/facts.html": mine})
    commit_all(project)
    page = build_site(project / "mkdocs.yml", tmp_path / "site").read("repo/app.py_docs/")
    assert re.search(r'<div class="my-box">\s*<dl', page)


def test_a_broken_template_is_one_line_that_names_it(
    project: Path, tmp_path: Path, expected_warnings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_run, "can_fork", lambda: False)  # MkDocs' own loop builds the pages
    write_files(project, {**FILES, "mine/blocks/facts.html": "{{ rows | no_such_filter }}\n"})
    commit_all(project)
    told = r"repodoc option 'templates': blocks/facts\.html, line 1: .*no_such_filter"
    expected_warnings += [told, r"^ERROR: Error building page"]
    with pytest.raises(Abort, match=told):
        build_site(project / "mkdocs.yml", tmp_path / "site")
