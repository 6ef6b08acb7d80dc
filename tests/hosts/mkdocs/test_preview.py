from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mkdocs_repodoc.hosts.mkdocs.preview import Preview


class Server:
    """A WSGI application that serves what was written, as the preview server does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.written: dict[str, bytes] = {"index.html": b"home"}
        self.asked = 0

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self.asked += 1
        path = environ["PATH_INFO"].encode("latin-1").decode().removeprefix("/site/")
        name = path + "index.html" if path.endswith("/") or not path else path
        if name in self.written:
            start_response("200 OK", [("Content-Type", "text/html")])
            return [self.written[name]]
        start_response("404 Not Found", [("Content-Type", "text/html")])
        return [b"missing"]


class Forgetful(dict[str, bytes]):
    """What is written while one rebuild follows the other."""

    def __setitem__(self, *_: object) -> None:
        """Keep nothing."""


def _page(folder: Path, uri: str) -> SimpleNamespace:
    return SimpleNamespace(file=SimpleNamespace(dest_uri=uri, abs_dest_path=str(folder / uri)))


class Builder:
    def __init__(self, server: Server, folder: Path, *uris: str) -> None:
        self.config = SimpleNamespace(site_dir=str(folder))
        self.server = server
        self.built: list[str] = []
        self.pages = [_page(folder, uri) for uri in uris]

    def build(self, page: Any) -> None:
        self.built.append(page.file.dest_uri)
        file = Path(page.file.abs_dest_path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"made")
        self.server.written[page.file.dest_uri] = b"made"


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return Server(tmp_path)


def ask(application: Any, path: str) -> tuple[str, bytes]:
    status: list[str] = []
    encoded = path.encode().decode("latin-1")
    body = application({"PATH_INFO": encoded}, lambda *head: status.append(head[0]))
    return status[0], b"".join(body)


def preview(server: Server, *uris: str) -> tuple[Any, Builder]:
    builder = Builder(server, server.folder, *uris)
    shown = Preview()
    files = {"assets/repodoc/data/tree.js": b"repodocData()", "objects.inv": b"objects"}
    shown.show(builder, files)  # type: ignore[arg-type]  # it builds when it is told to
    return shown.wrap(server, "/site/"), builder


def test_a_page_is_built_once_when_it_is_asked_for(server: Server) -> None:
    application, builder = preview(server, "repo/a/index.html", "repo/b/index.html")
    assert ask(application, "/site/repo/a/") == ("200 OK", b"made")
    assert ask(application, "/site/repo/a/") == ("200 OK", b"made")
    assert builder.built == ["repo/a/index.html"]


def test_other_pages_are_the_servers_business(server: Server) -> None:
    application, builder = preview(server, "repo/a/index.html")
    assert ask(application, "/site/") == ("200 OK", b"home")
    assert ask(application, "/site/none/") == ("404 Not Found", b"missing")
    assert ask(application, "/elsewhere/repo/a/")[0] == "404 Not Found"
    assert builder.built == []


def test_names_that_are_not_ascii(server: Server) -> None:
    application, _ = preview(server, "repo/ü#?.py_docs.html")
    assert ask(application, "/site/repo/ü#?.py_docs.html") == ("200 OK", b"made")


def test_what_a_rebuild_wipes_away_is_shown_as_it_was(server: Server) -> None:
    application, builder = preview(server, "repo/a/index.html", "repo/b_docs.html")
    server.written = Forgetful()
    for path in ("/site/repo/a/", "/site/repo/a/index.html", "/site/repo/b_docs.html"):
        heads: list[tuple[str, list[tuple[str, str]]]] = []
        body = application({"PATH_INFO": path}, lambda *head, heads=heads: heads.append(head))
        assert b"".join(body) == b"made"
        ((status, headers),) = heads
        assert status == "200 OK"
        assert dict(headers)["Refresh"] == "1"
        assert dict(headers)["Content-Type"] == "text/html"
    assert ask(application, "/site/repo/a") == ("302 Found", b"")
    assert ask(application, "/site/repo/none/") == ("404 Not Found", b"missing")
    assert len(builder.built) == 4


def test_a_path_without_its_slash_builds_the_page_too(server: Server) -> None:
    application, builder = preview(server, "repo/a/index.html")
    ask(application, "/site/repo/a")
    assert builder.built[0] == "repo/a/index.html"


def test_no_path_leads_out_of_the_site(server: Server) -> None:
    application, builder = preview(server, "repo/a/index.html")
    assert ask(application, "/site/../../repo/x/")[0] == "404 Not Found"
    assert builder.built == []


def test_requests_wait_for_the_build_of_the_site() -> None:
    shown = Preview()
    shown.begin_build()
    assert not shown._lock.acquire(blocking=False)
    shown.end_build()
    shown.end_build()
    assert shown._lock.acquire(blocking=False)


def test_data_is_made_when_it_is_asked_for(server: Server, tmp_path: Path) -> None:
    application, _ = preview(server, "repo/a/index.html")
    folder = tmp_path / "assets" / "repodoc" / "data"
    ask(application, "/site/assets/repodoc/data/tree.js")
    assert (folder / "tree.js").read_bytes() == b"repodocData()"
    assert ask(application, "/site/assets/repodoc/data/other.js")[0] == "404 Not Found"
    assert ask(application, "/site/tree.js")[0] == "404 Not Found"
    assert [path.name for path in folder.iterdir()] == ["tree.js"]
    ask(application, "/site/objects.inv")
    assert (tmp_path / "objects.inv").read_bytes() == b"objects"
