"""Builds on two machines that share a cache: the same bytes, whatever the server does."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.cache_servers import Request, Served, served
from support.repositories import commit_all, write_files
from support.sites import recorded
from support.static_sites import build_static

from mkdocs_repodoc.cache import remote_health, remote_store

FILES = {
    "README.md": "# Shop\n\nSells [items](shop/item.py).\n",
    "shop/__init__.py": "",
    "shop/item.py": '"""Things to buy."""\n\n\nclass Item:\n    """A thing."""\n',
    "shop/till.py": "from shop.item import Item\n\n\ndef sell() -> Item:\n    return Item()\n",
}


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_health, "_PATIENCE", 1_000.0)
    monkeypatch.setattr(remote_store, "_SECONDS_TO_ANSWER", 60.0)
    monkeypatch.setattr(remote_store, "_SECONDS_IN_ALL", 60.0)
    for name in ("REPODOC_CACHE_URL", "REPODOC_CACHE_SECRET", "REPODOC_CACHE_WRITE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("REPODOC_CACHE_URL", "configured")


@pytest.fixture
def server() -> Iterator[Served]:
    with served() as held:
        yield held


@pytest.fixture
def machines(tmp_path: Path) -> tuple[Path, Path]:
    """Two checkouts of the same commit, in places of their own."""
    first, second = tmp_path / "shop", tmp_path / "elsewhere" / "shop"
    write_files(first, FILES)
    commit_all(first)
    shutil.copytree(first, second)
    return first, second


def built(root: Path, url: str = "") -> tuple[dict[str, bytes], list[str]]:
    """Return the files of a site that is built with an empty cache, and what was said."""
    site_dir = root.parent / f"{root.name} site"
    shutil.rmtree(site_dir, ignore_errors=True)
    shutil.rmtree(root / ".cache", ignore_errors=True)
    with recorded(("mkdocs",)) as log:
        build_static(root, site_dir, jobs=1, cache_url=url)
    files = {
        path.relative_to(site_dir).as_posix(): path.read_bytes()
        for path in sorted(site_dir.rglob("*"))
        if path.is_file() and path.name != ".repodoc-files.json"
    }
    return files, log.lines()


def filled(root: Path, server: Served, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    monkeypatch.setenv("REPODOC_CACHE_WRITE", "always")
    files, _ = built(root, server.url)
    monkeypatch.delenv("REPODOC_CACHE_WRITE")
    assert len(server.values) > 20
    return files


def test_another_machine_makes_nothing_again(
    machines: tuple[Path, Path], server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = filled(machines[0], server, monkeypatch)
    second, said = built(machines[1], server.url)
    assert second == first == built(machines[1])[0]
    assert any("(0 analysed now)" in line for line in said)
    assert [method for method, _, _ in server.seen[-10:]] == ["GET"] * 10


def test_a_checkout_under_another_name_has_its_own_site(
    machines: tuple[Path, Path], server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(machines[0], server, monkeypatch)
    other = machines[1].rename(machines[1].with_name("market"))
    files, said = built(other, server.url)
    assert files == built(other)[0]
    assert any("(0 analysed now)" in line for line in said)


def test_a_server_that_only_the_configuration_names_is_never_asked(
    machines: tuple[Path, Path], server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REPODOC_CACHE_URL")
    monkeypatch.setenv("REPODOC_CACHE_WRITE", "always")
    built(machines[0], server.url)
    assert server.seen == []


def test_an_edit_costs_the_edited_file(
    machines: tuple[Path, Path], server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(machines[0], server, monkeypatch)
    write_files(machines[1], {"shop/till.py": FILES["shop/till.py"] + "\nOPEN = True\n"})
    edited, said = built(machines[1], server.url)
    assert edited == built(machines[1])[0]
    assert any("(1 analysed now)" in line for line in said)


@pytest.mark.parametrize("harm", ["damaged", "forged", "gone"])
def test_whatever_a_server_sends_the_site_is_the_same(
    machines: tuple[Path, Path],
    server: Served,
    monkeypatch: pytest.MonkeyPatch,
    harm: str,
) -> None:
    first = filled(machines[0], server, monkeypatch)
    if harm == "damaged":
        server.values = {path: value[:-3] + b"???" for path, value in server.values.items()}
    elif harm == "forged":  # by somebody who doesn't know the secret
        monkeypatch.setenv("REPODOC_CACHE_SECRET", "a secret of this build")
    else:
        count = iter(range(10_000))

        def leave(request: Request) -> None:
            if next(count) < 10:
                server.keep(request)
            else:
                request.answer(502)

        server.behave = leave
    second, said = built(machines[1], server.url)
    assert second == first
    assert len([line for line in said if f"The shared cache {server.url}" in line]) == 1


def test_no_page_of_a_build_shows_the_server(
    machines: tuple[Path, Path], server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = server.url.replace("://", "://me:open-sesame@")
    monkeypatch.setenv("REPODOC_CACHE_URL", address)
    monkeypatch.setenv("REPODOC_CACHE_SECRET", "another-open-sesame")
    files, said = built(machines[0])
    assert server.seen
    assert {credentials for _, _, credentials in server.seen} == {"Basic bWU6b3Blbi1zZXNhbWU="}
    for content in (*files.values(), "\n".join(said).encode()):
        assert b"open-sesame" not in content
        assert b"bWU6b3Blbi1zZXNhbWU" not in content
