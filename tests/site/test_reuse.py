"""A warm build reuses pages only where the result is what a cold build would give."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.repositories import commit_all, git, write_files
from support.sites import BuiltSite, build_site

from mkdocs_repodoc.hosts.mkdocs.virtual_files import VirtualPage

CONFIG = """\
site_name: S
theme:
  name: material
  font: false
plugins: [search, {repodoc: {jobs: 1}}]
"""
HOOK = """\
def on_post_page(output, page, config):
    return output.replace('</body>', 'MARK</body>')
"""
DATED = {"sitemap.xml", "sitemap.xml.gz"}
Change = Callable[[Path], None]


@pytest.fixture
def repository(project: Path) -> Path:
    write_files(
        project,
        {
            "docs/index.md": "# Home\n",
            "docs/other.md": "# Other\n",
            "pkg/__init__.py": '"""A package."""\n',
            "pkg/a.py": "from pkg.b import f\n\n\ndef g():\n    return f()\n",
            "pkg/b.py": "def f():\n    return 1\n",
            "mkdocs.yml": CONFIG,
        },
    )
    commit_all(project)
    return project


class Built:
    """URIs of the pages that are really built, in whatever process.

    Args:
        file: Where they are noted.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self.clear()

    def note(self, uri: str) -> None:
        with self._file.open("a") as file:
            file.write(f"{uri}\n")

    def clear(self) -> None:
        self._file.write_text("")

    def __iter__(self) -> Iterator[str]:
        return iter(self._file.read_text().splitlines())

    def __len__(self) -> int:
        return self._file.read_text().count("\n")


@pytest.fixture
def built(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Built:
    uris = Built(tmp_path_factory.mktemp("built") / "uris")
    original = VirtualPage.show_body

    def show_body(self: VirtualPage, *, as_draft: bool) -> None:
        uris.note(self.plan.uri)
        original(self, as_draft=as_draft)

    monkeypatch.setattr(VirtualPage, "show_body", show_body)
    return uris


def build(project: Path) -> BuiltSite:
    return build_site(project / "mkdocs.yml", project.parent / "site")


def content(site: BuiltSite) -> dict[str, bytes]:
    return {
        path.relative_to(site.folder).as_posix(): path.read_bytes()
        for path in sorted(site.folder.rglob("*"))
        if path.is_file() and path.name not in DATED
    }


def test_nothing_is_built_again_when_nothing_changed(repository: Path, built: Built) -> None:
    cold = content(build(repository))
    assert built
    built.clear()
    assert content(build(repository)) == cold
    assert list(built) == []


def edit(path: str, text: str) -> Change:
    return lambda project: write_files(project, {path: text})


def replace(old: str, new: str) -> Change:
    """Return a change of the configuration as the changes before have left it."""

    def change(project: Path) -> None:
        file = project / "mkdocs.yml"
        assert old in file.read_text()
        file.write_text(file.read_text().replace(old, new))

    return change


def configure(line: str) -> Change:
    return replace("site_name:", f"{line}\nsite_name:")


def commit(project: Path) -> None:
    commit_all(project, "Nothing but a commit")


def rename(project: Path) -> None:
    (project / "pkg/b.py").rename(project / "pkg/c.py")
    (project / "pkg/a.py").write_text("from pkg.c import f\n")
    commit_all(project, "Rename")


def add(project: Path) -> None:
    write_files(project, {"pkg/aa.py": "from pkg.b import f\n"})
    commit_all(project, "Add")


def remove(project: Path) -> None:
    (project / "pkg/c.py").unlink()
    commit_all(project, "Remove")


CHANGES: dict[str, dict[str, Change]] = {
    "files": {
        "committed": commit,
        "edited": edit("pkg/b.py", "def f(x):\n    return x\n"),
        "added": add,
        "renamed": rename,
        "removed": remove,
    },
    "configuration": {
        "copyright": configure("copyright: Ours"),
        "site name": replace("site_name: S", "site_name: T"),
        "nav": configure("nav: [index.md, {More: [other.md]}, {Code: repo/}]"),
        "host": configure("repo_url: https://github.com/o/n"),
        "theme": replace("font: false", "font: false\n  features: [toc.integrate]"),
        "addresses": configure("use_directory_urls: false"),
    },
    "hand-written pages": {
        "title of a page": edit("docs/other.md", "# Renamed\n"),
        "new page": edit("docs/new.md", "# New\n"),
    },
}
"""One after the other, so that the cold build after one is the one before the next."""


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES)
def test_a_change_gives_what_a_cold_build_gives(
    repository: Path, changes: dict[str, Change]
) -> None:
    build(repository)
    for name, change in changes.items():
        change(repository)
        warm = content(build(repository))
        shutil.rmtree(repository / ".cache")
        assert content(build(repository)) == warm, name


def test_a_file_more_is_built_with_the_pages_that_show_it(repository: Path, built: Built) -> None:
    footed = CONFIG.replace("font: false", "font: false\n  features: [navigation.footer]")
    (repository / "mkdocs.yml").write_text(footed)
    build(repository)
    built.clear()
    add(repository)
    warm = content(build(repository))
    # The file before it leads to it; one in another folder does not even list it.
    assert {"repo/pkg/aa.py_docs.md", "repo/pkg/a.py_docs.md"} <= set(built)
    assert "repo/docs/other.md_docs.md" not in built
    shutil.rmtree(repository / ".cache")
    assert content(build(repository)) == warm


@pytest.mark.parametrize("jobs", [1, 2])
def test_pages_that_stay_are_not_written_again(repository: Path, jobs: int) -> None:
    (repository / "mkdocs.yml").write_text(CONFIG.replace("jobs: 1", f"jobs: {jobs}"))
    site = build(repository)
    stays, goes = (site.folder / f"repo/pkg/{name}.py_docs/index.html" for name in "ab")
    data = sorted((site.folder / "assets/repodoc/data").rglob("*.js"))
    before = [(each.stat().st_ino, each.stat().st_mtime_ns) for each in (stays, *data)]
    build(repository)
    after = [(each.stat().st_ino, each.stat().st_mtime_ns) for each in (stays, *data)]
    assert len(data) > 5
    assert after == before
    write_files(repository, {"pkg/b.py": "# Nothing\n"})
    (repository / "pkg/b.py").rename(repository / "docs/b.py")
    commit_all(repository, "Move")
    build(repository)
    assert not goes.parent.exists()
    assert not list(site.folder.glob(".*"))
    warm = content(site)
    shutil.rmtree(site.folder)
    assert content(build(repository)) == warm


@pytest.mark.parametrize("jobs", [1, 2])
def test_after_a_commit_few_pages_are_built_and_all_lead_to_it(
    repository: Path, built: Built, jobs: int
) -> None:
    hosted = f"{CONFIG}repo_url: https://github.com/o/n\n"
    (repository / "mkdocs.yml").write_text(hosted.replace("jobs: 1", f"jobs: {jobs}"))
    write_files(repository, {".gitignore": "/.cache/\n"})  # a cache that is tracked isn't used
    build(repository)
    write_files(repository, {"pkg/c.py": "X = 1\n", "pkg/b.py": "def f():\n    return 2\n"})
    commit_all(repository, "Add")
    build(repository)
    built.clear()
    write_files(repository, {"pkg/c.py": "X = 2\n"})
    commit_all(repository, "Edit")
    warm = content(build(repository))
    assert "repo/pkg/c.py_docs.md" in built
    assert not {"repo/pkg/a.py_docs.md", "repo/pkg/b.py_docs.md"} & set(built)
    revision = git(repository, "rev-parse", "HEAD").strip()
    page = warm["repo/pkg/b.py_docs/index.html"].decode()
    assert f"https://github.com/o/n/blob/{revision}/pkg/b.py#L1" in page
    shutil.rmtree(repository / ".cache")
    assert content(build(repository)) == warm


def test_a_template_of_the_user_counts(repository: Path) -> None:
    (repository / "mkdocs.yml").write_text(CONFIG.replace("font: false", "custom_dir: overrides"))
    template = '{% extends "base.html" %}{% block announce %}NEWS{% endblock %}'
    write_files(repository, {"overrides/main.html": template.replace("NEWS", "old news")})
    assert "old news" in build(repository).read("repo/")
    write_files(repository, {"overrides/main.html": template.replace("NEWS", "new words")})
    assert "new words" in build(repository).read("repo/")


def test_hooks_may_do_anything_so_that_only_bodies_are_reused(
    repository: Path, built: Built
) -> None:
    write_files(repository, {"hook.py": HOOK.replace("MARK", "first")})
    (repository / "mkdocs.yml").write_text(CONFIG + "hooks: [hook.py]\n")
    assert "first" in build(repository).read("repo/")
    built.clear()
    again = build(repository)
    assert "first" in again.read("repo/")
    assert built
    (repository / "hook.py").write_text(HOOK.replace("MARK", "second"))
    assert "second" in build(repository).read("repo/pkg/")
