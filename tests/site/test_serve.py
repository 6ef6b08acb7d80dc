"""The preview server, run as a user runs it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.repositories import commit_all, write_files

CONFIGURATION = "site_name: Shop\ntheme: material\nplugins: [search, repodoc]\n"
MANY = 10
"""Builds, one after the other without a reason, that are a loop."""
PATIENCE = 60.0
"""Seconds; a busy machine may be slow, but what never happens must end."""


class Preview:
    """A running `mkdocs serve`."""

    def __init__(self, project: Path, *arguments: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self._log = (project.parent / "serve.log").open("w+b")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", self.address, *arguments],
            cwd=project,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )

    def get(self, url: str) -> str:
        """Return a page; empty while there is none."""
        try:
            with urllib.request.urlopen(f"http://{self.address}/{url}", timeout=30) as answer:
                text: str = answer.read().decode()
                return text
        except (urllib.error.URLError, ConnectionError):
            assert self._process.poll() is None, self.log
            return ""

    def wait_for(self, url: str, pattern: str) -> str:
        """Return a page once it contains a pattern."""
        end = time.monotonic() + PATIENCE
        while not re.search(pattern, page := self.get(url)):
            assert time.monotonic() < end, f"{pattern!r} never came to {url}\n{self.log}"
            time.sleep(0.1)
        return page

    @property
    def log(self) -> str:
        """All that the server has said."""
        return Path(self._log.name).read_text("utf-8")

    def settled_builds(self, quiet: float) -> int:
        """Return how many times it has built the site, once it has not for some seconds."""
        counts = [-1]
        while counts[-1] != (count := self.log.count("Building documentation")):
            counts.append(count)
            assert len(counts) < MANY, self.log
            time.sleep(quiet)
        return counts[-1]

    def stop(self) -> None:
        """Stop it as Ctrl-C does."""
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()


def edit(file: Path, text: str) -> None:
    """Change a file at once: one that is written in steps may be seen, and built, in between."""
    draft = file.with_suffix(".new")
    draft.write_text(text)
    draft.replace(file)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a module for each test that edits one."""
    shop = tmp_path_factory.mktemp("served") / "project"
    modules = {
        f"shop/{name}.py": f'"""{name.title()}s as they were."""\n\n\ndef add() -> None: ...\n'
        for name in ("cart", "scale", "bag")
    }
    write_files(
        shop,
        {
            "mkdocs.yml": CONFIGURATION,
            "docs/index.md": "# Home\n\n[cart](repo/shop/cart.py_docs.md)\n",
            "shop/__init__.py": "",
            **modules,
            "shop/till.py": "from shop.cart import add\n\nadd()\n",
            ".gitignore": ".cache/\nsite/\n",
        },
    )
    commit_all(shop)
    return shop


@pytest.fixture(scope="module")
def preview(shop: Path) -> Iterator[Preview]:
    """One server for all tests: to start it takes half of their work."""
    server = Preview(shop)
    yield server
    server.stop()


def test_an_edit_of_a_documented_file_shows_up_without_a_loop(shop: Path, preview: Preview) -> None:
    page = preview.wait_for("repo/shop/cart.py_docs/", "Carts as they were")
    assert "livereload" in page
    before = preview.settled_builds(1)

    edit(shop / "shop/cart.py", '"""Carts as they are."""\n\n\ndef put() -> None: ...\n')
    page = preview.wait_for("repo/shop/cart.py_docs/", "Carts as they are")
    assert 'id="shop.cart.put"' in page
    assert 'id="shop.cart.add"' not in page
    assert "shop.cart.put" in preview.wait_for("repo/shop/cart.py_kw/", "put")
    preview.wait_for("repo/shop/", "Carts as they are")
    assert preview.settled_builds(4) == before + 1, preview.log  # several rounds of the watcher


def test_a_new_file_that_git_knows_gets_its_pages(shop: Path, preview: Preview) -> None:
    preview.wait_for("repo/shop/scale.py_docs/", "Scales")
    (shop / "shop/gift.py").write_text('"""Gifts."""\n')
    commit_all(shop, "Add gifts")
    preview.wait_for("repo/shop/gift.py_docs/", "Gifts")


def test_a_broken_edit_does_not_stop_the_preview(shop: Path, preview: Preview) -> None:
    preview.wait_for("repo/shop/scale.py_docs/", "Scales")
    edit(shop / "shop/scale.py", "def weigh(:\n")
    preview.wait_for("repo/shop/scale.py_docs/", r"def</span> .*weigh|def weigh\(:")
    edit(shop / "shop/scale.py", '"""Mended."""\n')
    preview.wait_for("repo/shop/scale.py_docs/", "Mended")


def test_every_page_is_served_and_an_unknown_one_is_not(preview: Preview) -> None:
    preview.wait_for("repo/", "Shop")
    for url in (
        "",
        "repo/keywords/",
        "repo/comprehensive_book/",
        "repo/shop/doc/",
        "repo/shop/sub/",
    ):
        assert "</html>" in preview.get(url), url
    assert preview.get("repo/shop/gone.py_docs/") == ""


def test_a_broken_configuration_leaves_the_last_site(shop: Path, preview: Preview) -> None:
    preview.wait_for("repo/shop/bag.py_docs/", "Bags")
    edit(shop / "mkdocs.yml", "site_name: [\n")
    end = time.monotonic() + PATIENCE
    while "An error happened during the rebuild" not in preview.log:
        assert time.monotonic() < end, preview.log
        time.sleep(0.1)
    assert "Home" in preview.get("")
    # which nobody has asked for before
    assert "shop.cart" in preview.get("repo/shop/till.py_docs/")
    edit(shop / "shop/bag.py", '"""Bags as they are."""\n')
    edit(shop / "mkdocs.yml", CONFIGURATION.replace("Shop", "Store"))
    preview.wait_for("", "Store")
    preview.wait_for("repo/shop/bag.py_docs/", "Bags as they are")
    edit(shop / "mkdocs.yml", CONFIGURATION)
    preview.wait_for("", "Shop")
