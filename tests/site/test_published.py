"""What git does not track of the repository is in no file of the site."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from support.repositories import commit_all, git, write_files
from support.sites import build_site

SECRET = "hunter2-never-shown"  # noqa: S105 - it opens nothing


@pytest.fixture
def folder(project: Path) -> Path:
    """A repository in a folder with other things."""
    write_files(project.parent, {".env": SECRET, "other/private.md": SECRET})
    write_files(
        project,
        {
            "mkdocs.yml": "site_name: Site\ntheme: mkdocs\nplugins: [repodoc]\n",
            "docs/index.md": "# Home\n",
            "app.py": "import os\n",
        },
    )
    commit_all(project)
    return project


def test_a_work_tree_elsewhere_stops_the_build_with_one_line(
    folder: Path, expected_warnings: list[str]
) -> None:
    git(folder, "config", "core.worktree", str(folder.parent))
    line = r"^ERROR: repodoc option 'root': git can.t list the tracked files .* core\.worktree"
    expected_warnings.append(line)
    site = folder.parent / "site"
    with pytest.raises(Abort):
        build_site(folder / "mkdocs.yml", site)
    assert not list(site.rglob("*.html"))


def test_a_documentation_folder_that_looks_like_a_repository_publishes_what_its_repository_tracks(
    folder: Path,
) -> None:
    manual = folder / "manual"
    git(folder, "init", "-q", "--bare", "manual")
    git(manual, "config", "core.bare", "false")
    git(manual, "config", "core.worktree", "../..")
    write_files(
        manual,
        {
            "mkdocs.yml": "site_name: Site\ntheme: mkdocs\nplugins: [repodoc]\n",
            "docs/index.md": "# Home\n",
        },
    )
    site = build_site(manual / "mkdocs.yml", folder.parent / "site")
    assert "repo/app.py_docs/index.html" in site.pages
    published = [file for file in site.folder.rglob("*") if file.is_file()]
    assert not [file for file in published if SECRET.encode() in file.read_bytes()]


def test_credentials_in_the_repositorys_address_are_in_no_generated_page(folder: Path) -> None:
    address = f"https://ada:{SECRET}@github.com/ada/tides"
    site = build_site(folder / "mkdocs.yml", folder.parent / "site", repo_url=address)
    (page,) = [page for page in site.pages if page.startswith("repo/app.py_docs")]
    assert "https://github.com/ada/tides/blob/" in site.read(page)
    for page in site.pages:
        # The theme's own link, on each page, is as the user has written it.
        assert SECRET not in site.read(page).replace(f'href="{address}', ""), page
