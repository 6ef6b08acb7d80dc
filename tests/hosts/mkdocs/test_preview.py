"""What a preview answers: between builds, while the site is built anew, after a failed build."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.livereload import LiveReloadServer
from support.repositories import write_files

from mkdocs_repodoc.hosts.mkdocs.preview import Preview
from mkdocs_repodoc.hosts.mkdocs.requested_files import RequestedFiles
from mkdocs_repodoc.settings import Settings

DATA = {"assets/repodoc/data/tree.js": b"repodocData()", "objects.inv": b"objects"}


class Builder:
    """Makes pages that say in which build they were made."""

    def __init__(self, folder: Path, build: int, *uris: str) -> None:
        self.config = SimpleNamespace(site_dir=str(folder))
        self._log = folder.parent / f"built-{folder.name}-{build}"
        self.pages = [
            SimpleNamespace(file=SimpleNamespace(dest_uri=uri), withheld=None) for uri in uris
        ]
        self._content = f"<body>made in {build}</body>"
        self.deaths = folder.parent / f"deaths-{folder.name}-{build}"

    @property
    def built(self) -> list[str]:
        return self._log.read_text().splitlines() if self._log.exists() else []

    def content(self, page: Any) -> bytes:
        with self._log.open("a") as file:  # perhaps in another process
            file.write(f"{page.file.dest_uri}\n")
        if page.withheld is not None:
            return f"<body>{page.withheld}</body>".encode()
        if self.deaths.exists():
            self.deaths.unlink()
            os.kill(os.getpid(), signal.SIGKILL)
        return self._content.encode()


class Site:
    """A preview server that does not listen, and its builds.

    Args:
        folder: Of the built site.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.preview = Preview()
        self.server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(folder), "/site/")
        self.server.watch(str(folder))
        self.builds = 0
        self.builder: Builder
        self.build("repo/a/index.html", "repo/b_docs.html")
        self.application = self.preview.wrap(self.server)

    def begin(self, *uris: str) -> None:
        """Begin a build of these generated pages and a hand-written one."""
        self.builds += 1
        self.server._wanted_epoch += 1
        self.preview.begin_build(self.folder)
        for path in self.folder.iterdir():
            assert path.name.startswith("."), "MkDocs would remove it"
        self.builder = Builder(self.folder, self.builds, *uris)
        self.preview.stage(RequestedFiles(self.builder, DATA, Settings(self.folder)))  # type: ignore[arg-type]  # it builds when told to

    def end(self) -> None:
        """End it well."""
        write_files(self.folder, {"index.html": f"home of {self.builds}", "404.html": "none"})
        self.preview.end_build()
        self.server._visible_epoch = self.server._wanted_epoch

    def build(self, *uris: str) -> None:
        self.begin(*uris)
        self.end()

    def ask(self, path: str) -> tuple[str, str]:
        """Return status and content of an answer, the reload script left out."""
        status, _, content = self.answer(path)
        return status, content.partition("<script>")[0].removesuffix("</body>")

    def answer(self, path: str) -> tuple[str, dict[str, str], str]:
        heads: list[tuple[str, list[tuple[str, str]]]] = []

        def start(*head: Any) -> Callable[[bytes], object]:
            heads.append(head)
            return lambda _: None

        body = self.application({"PATH_INFO": path.encode().decode("latin-1")}, start)
        content = b"".join(body).decode()
        ((status, headers),) = heads
        return status, dict(headers), content


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    site = Site(tmp_path)
    yield site
    site.preview.stop()
    site.server.server_close()


MADE = "<body>made in "


def test_a_path_that_names_no_file_is_not_there(site: Site) -> None:
    assert site.ask("/site/repo/a\0b") == ("404 Not Found", "none")
    assert site.ask("/site/\0") == ("404 Not Found", "none")


def test_a_page_is_built_once_when_it_is_asked_for(site: Site) -> None:
    for _ in range(2):
        assert site.ask("/site/repo/a/") == ("200 OK", MADE + "1")
    assert site.builder.built == ["repo/a/index.html"]
    assert site.ask("/site/repo/b_docs.html") == ("200 OK", MADE + "1")


def test_each_page_loads_itself_again_after_the_next_build(site: Site) -> None:
    for path in ("/site/", "/site/repo/a/", "/site/repo/a/"):  # the second time from the disk
        assert f"livereload({site.server._visible_epoch}," in site.answer(path)[2], path
    site.begin()
    assert f"livereload({site.server._visible_epoch}," in site.answer("/site/repo/a/")[2]
    assert "livereload(" in site.answer("/site/repo/later/")[2]  # the next build may have it


def test_other_pages_are_the_servers_business(site: Site) -> None:
    assert site.ask("/site/") == ("200 OK", "home of 1")
    assert site.ask("/site/none/")[0] == "404 Not Found"
    assert site.ask("/elsewhere/repo/a/")[0] == "404 Not Found"
    assert site.ask("/")[0] == "302 Found"
    assert site.builder.built == []


def test_names_that_are_not_ascii(site: Site) -> None:
    site.build("repo/ü#?.py_docs.html")
    assert site.ask("/site/repo/ü#?.py_docs.html") == ("200 OK", MADE + "2")


def test_a_path_without_its_slash_leads_to_the_page(site: Site) -> None:
    status, headers, _ = site.answer("/site/repo/a")
    assert (status, headers["Location"]) == ("302 Found", "/site/repo/a/")


def test_no_path_leads_out_of_the_site(site: Site, tmp_path: Path) -> None:
    write_files(tmp_path.parent, {"beside.html": "secret"})
    for _ in range(2):
        for path in ("/site/../beside.html", "/site/../../repo/x/", f"/site/{'x' * 300}/"):
            assert site.ask(path)[0] == "404 Not Found", path
        site.begin()
    assert site.builder.built == []


def test_data_is_made_when_it_is_asked_for(site: Site, tmp_path: Path) -> None:
    status, headers, content = site.answer("/site/assets/repodoc/data/tree.js")
    assert (status, headers["Content-Type"], content) == (
        "200 OK",
        "text/javascript",
        "repodocData()",
    )
    folder = tmp_path / "assets" / "repodoc" / "data"
    assert (folder / "tree.js").read_bytes() == b"repodocData()"
    assert site.ask("/site/assets/repodoc/data/other.js")[0] == "404 Not Found"
    assert site.ask("/site/tree.js")[0] == "404 Not Found"
    assert site.ask("/site/objects.inv") == ("200 OK", "objects")


def test_while_the_site_is_built_the_last_one_is_shown(site: Site) -> None:
    site.ask("/site/repo/a/")
    before = site.builder
    site.begin("repo/a/index.html", "repo/new/index.html")
    assert site.ask("/site/") == ("200 OK", "home of 1")
    assert site.ask("/site/repo/a/") == ("200 OK", MADE + "1")
    assert site.answer("/site/repo/a/")[1]["Content-Type"].startswith("text/html")
    assert site.ask("/site/repo/a")[0] == "302 Found"
    assert before.built == ["repo/a/index.html"]
    assert site.ask("/site/repo/b_docs.html") == ("200 OK", MADE + "1")  # not asked for before
    assert site.ask("/site/objects.inv") == ("200 OK", "objects")
    assert site.ask("/site/repo/new/") == ("404 Not Found", "none")
    site.end()
    assert site.ask("/site/") == ("200 OK", "home of 2")
    assert site.ask("/site/repo/a/") == ("200 OK", MADE + "2")
    assert site.ask("/site/repo/new/") == ("200 OK", MADE + "2")
    assert site.ask("/site/repo/b_docs.html")[0] == "404 Not Found"


def test_after_a_build_has_failed_the_last_good_site_is_shown(site: Site) -> None:
    for _ in range(3):
        site.begin("repo/a/index.html")
        write_files(site.folder, {"index.html": "half of a site"})
        assert site.ask("/site/") == ("200 OK", "home of 1")
        (site.folder / "index.html").unlink()  # MkDocs empties the folder first
    assert site.ask("/site/") == ("200 OK", "home of 1")
    assert site.ask("/site/repo/a/") == ("200 OK", MADE + "1")
    site.build("repo/a/index.html")
    assert site.ask("/site/") == ("200 OK", "home of 5")
    assert site.ask("/site/repo/a/") == ("200 OK", MADE + "5")
    assert not (site.folder / ".repodoc-last").exists()


def test_a_configuration_that_can_not_be_read_leaves_the_site_as_it_is(site: Site) -> None:
    site.server._wanted_epoch += 1  # and no event comes, for no plugin is loaded
    assert site.ask("/site/") == ("200 OK", "home of 1")
    assert site.ask("/site/repo/a/") == ("200 OK", MADE + "1")


def test_requests_wait_for_a_build_that_writes_over_the_site(tmp_path: Path) -> None:
    asked: list[str] = []

    def serve_request(environ: dict[str, str], _: object) -> list[bytes]:
        asked.append(environ["PATH_INFO"])
        return []

    preview = Preview(waits=True)
    server = SimpleNamespace(
        serve_request=serve_request,
        mount_path="/",
        root=str(tmp_path),
        _wanted_epoch=2,
        _visible_epoch=1,
    )
    application = preview.wrap(server)  # type: ignore[arg-type]  # all that is asked of it
    application({"PATH_INFO": "/a/"}, lambda *_: lambda _: None)
    assert asked == ["/a/"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere pages are made by the preview")
def test_what_was_withheld_is_made_when_it_is_asked_for_again(site: Site) -> None:
    site.builder.deaths.touch()
    reason = "the process that worked on it ended unexpectedly (SIGKILL)"
    assert site.ask("/site/repo/a/") == ("200 OK", f"<body>{reason}")
    assert site.ask("/site/repo/a/") == ("200 OK", MADE + "1")


def test_nothing_is_made_once_it_has_stopped(site: Site) -> None:
    site.preview.stop()
    assert site.ask("/site/repo/a/")[0] == "404 Not Found"
