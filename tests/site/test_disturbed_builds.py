"""What others do meanwhile, and what the machine does not allow: the site is right nevertheless."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.both_programs import PROGRAMS, THEME, begin, build, contents, differing
from support.repositories import commit_all, git, write_files
from support.sites import build_site, recorded
from support.static_sites import LOG, build_static, configured

from mkdocs_repodoc.hosts.static.static_build import static_settings
from mkdocs_repodoc.hosts.static.static_preview import StaticPreview

SITE = """
site_name: Disturbed
theme: {{name: null, custom_dir: {theme}}}
plugins: [search, repodoc: {{jobs: 1}}]
"""
MODULES = 8
PNG = b"\x89PNG\r\n\x1a\n"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
ACTIVE = DRAWING.replace(b"<path", b"<script>alert(1)</script><path")
DAY = 24 * 60 * 60
LITTLE_ROOM = 'ulimit -f 40 && exec "$@"'
"""No file may have more than 20 kB, neither of the site nor the cache's."""
READ_ONLY = 'mount --bind . . && mount -o remount,bind,ro . && cd . && exec "$@"'


@pytest.fixture
def root(project: Path) -> Path:
    files = {
        f"m{i}.py": f"import m{i - 1}\n\n\ndef f{i}():\n    m{i - 1}.f{i - 1}()\n"
        for i in range(1, MODULES)
    }
    write_files(project, {**files, "m0.py": "def f0():\n    pass\n"})
    write_files(project, {"docs/index.md": "# Home\n", "a.png": PNG, "b.svg": DRAWING})
    write_files(project, {"mkdocs.yml": SITE.format(theme=THEME)})
    commit_all(project)
    return project


def make(program: str, root: Path, site: Path) -> dict[str, bytes]:
    """Build in this process; return what the site holds."""
    if program == "mkdocs":
        build_site(root / "mkdocs.yml", site)
    else:
        build_static(root, site)
    return contents(site)


def gone(root: Path) -> None:
    (root / "a.png").unlink()


def led_elsewhere(root: Path) -> None:
    gone(root)
    write_files(root.parent, {"secret": "secret"})
    (root / "a.png").symlink_to(root.parent / "secret")


def made_active(root: Path) -> None:
    (root / "b.svg").write_bytes(ACTIVE)


CHANGES = {
    "gone": (gone, "a.png"),
    "link": (led_elsewhere, "a.png"),
    "active": (made_active, "b.svg"),
}
Change = Callable[[Path], None]


@pytest.mark.parametrize(("change", "image"), CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("program", PROGRAMS)
def test_an_image_that_goes_meanwhile_costs_itself(
    root: Path, program: str, change: Change, image: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = root.parent / "site"
    for host in ("static.static_build", "mkdocs.plugin"):  # once it is planned
        monkeypatch.setattr(f"mkdocs_repodoc.hosts.{host}.report", lambda _site, _log: change(root))
    with recorded() as records:
        make(program, root, site)
    told = f"INFO: {image} has changed since the files were looked through, and is not published"
    assert [line for line in records.lines() if told in line]
    found = contents(site)
    assert f"repo/{image}" not in found
    assert {"repo/a.png", "repo/b.svg"} & {*found}
    assert "repo/m1.py_docs/index.html" in found


def test_a_preview_shows_no_image_that_has_become_a_link(root: Path) -> None:
    site = configured(root, root.parent / "site")
    preview = StaticPreview(site, static_settings(site), LOG)
    preview._build()
    assert preview.find("repo/a.png") == PNG
    led_elsewhere(root)
    assert preview.find("repo/a.png") is None
    preview.stop()


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_clock_that_jumps_changes_nothing(
    root: Path, tmp_path: Path, program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time
    make(program, root, tmp_path / "site")
    for number, shift in enumerate((365 * DAY, 0)):  # there, and back
        monkeypatch.setattr(time, "time", lambda shift=shift: now() + shift)
        edited = root / f"m{number + 1}.py"
        edited.write_text(edited.read_text().replace("def f", "def g"))  # as long as before
        os.utime(edited, (time.time(), time.time()))
        jumped = make(program, root, tmp_path / "site")
        shutil.move(root / ".cache", tmp_path / "kept")
        clean = make(program, root, tmp_path / f"clean-{number}")
        shutil.rmtree(root / ".cache")
        shutil.move(tmp_path / "kept", root / ".cache")
        assert differing(jumped, clean) == []


def test_a_dirty_build_after_the_clock_was_set_back_writes_its_data(
    root: Path, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("A 'dirty' build is being performed")
    site = tmp_path / "site"
    build_site(root / "mkdocs.yml", site)
    for file in site.rglob("*"):
        os.utime(file, (time.time() + DAY,) * 2)
    write_files(root, {"m1.py": "def later():\n    pass\n"})
    build_site(root / "mkdocs.yml", site, dirty=True)
    clean = build_site(root / "mkdocs.yml", tmp_path / "clean")
    assert (site / "objects.inv").read_bytes() == (clean.folder / "objects.inv").read_bytes()


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_can_only_be_read_is_documented(root: Path, tmp_path: Path, program: str) -> None:
    """The cache is in the repository, and then elsewhere for as long as the build lasts."""
    within = ["unshare", "--map-root-user", "--mount", "sh", "-c", READ_ONLY, "sh"]
    if subprocess.run([*within, "true"], cwd=root, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount")
    said = build(root, program, tmp_path / "site", within=within)
    assert said.count("can't be written (Read-only file system)") == 1
    assert git(root, "status", "--porcelain") == ""
    clean = make(program, root, tmp_path / "clean")
    assert differing(contents(tmp_path / "site"), clean) == []
    said = build(root, program, tmp_path / "site", within=within)  # there is a cache now
    assert said.count("can't be written (Read-only file system)") == 1
    assert differing(contents(tmp_path / "site"), clean) == []


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_disk_without_room_costs_one_build(root: Path, tmp_path: Path, program: str) -> None:
    within = ["sh", "-c", LITTLE_ROOM, "sh"]
    process = begin(root, program, tmp_path / "site", within=within)
    said = process.communicate()[1]
    assert process.returncode
    assert said.count("the site can't be written: File too large") == 1
    assert "lunr.js" not in said or f"({tmp_path}/site/search/lunr.js)" in said
    assert "could not be used by every process" not in said
    assert said.count("Ignoring the cache") == 1, said
    assert "Traceback" not in said
    build(root, program, tmp_path / "site")
    shutil.rmtree(root / ".cache")
    assert differing(contents(tmp_path / "site"), make(program, root, tmp_path / "clean")) == []


def test_two_builds_and_a_preview_may_share_a_cache(root: Path, tmp_path: Path) -> None:
    shown = configured(root, tmp_path / "none")
    preview = StaticPreview(shown, static_settings(shown), LOG)
    preview.start()
    sites = {program: tmp_path / program for program in PROGRAMS}
    edited = root / "m1.py"
    edited.write_text(edited.read_text() + "\n\ndef added_later():\n    pass\n")
    under_way = [begin(root, program, site) for program, site in sites.items()]
    preview.find("repo/m1.py_docs/index.html")
    for process in under_way:
        said = process.communicate()[1]
        assert process.returncode == 0, said
        assert "cache" not in said
    deadline = time.monotonic() + 60
    while b"added_later" not in (preview.find("repo/m1.py_docs/index.html") or b""):
        assert time.monotonic() < deadline
    static = contents(sites["mkdocs-repodoc"])
    page = preview.find("repo/m1.py_docs/index.html")
    preview.stop()
    assert page == static["repo/m1.py_docs/index.html"]
    shutil.rmtree(root / ".cache")
    for program, site in sites.items():
        assert differing(contents(site), make(program, root, tmp_path / "clean" / program)) == []
