"""The preview without MkDocs: what it answers, and that it follows the files."""

from __future__ import annotations

import http.client
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.repositories import commit_all, write_files
from support.static_sites import LOG, configured

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.hosts.static.preview_server import (
    RELOAD,
    Builds,
    PreviewApplication,
    preview_server,
)
from mkdocs_repodoc.hosts.static.static_build import static_settings
from mkdocs_repodoc.hosts.static.static_preview import StaticPreview
from mkdocs_repodoc.html.html_renderer import HtmlRenderer
from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.rendering.queries import RepositoryQueries
from mkdocs_repodoc.rendering.renderer import RenderedPage


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hang() -> None:
    time.sleep(100)


class Client:
    """Asks a running preview."""

    def __init__(self, port: int) -> None:
        self._port = port

    def get(self, path: str, host: str = "localhost", method: str = "GET") -> tuple[int, str, str]:
        """Return status, content and the address that is led to."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        connection.request(method, path, headers={"Host": host})
        answer = connection.getresponse()
        content = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, content, answer.headers.get("Location", "")


@pytest.fixture
def repository(project: Path) -> Path:
    picture = b"\x89PNG\r\n\x1a\n"
    write_files(project, {"a b.py": '"""First."""\n', "x.png": picture, "repodoc.toml": "jobs = 1"})
    commit_all(project)
    return project


@pytest.fixture
def client(repository: Path, tmp_path: Path) -> Iterator[Client]:
    site = configured(repository, tmp_path / "site")
    preview = StaticPreview(site, static_settings(site), LOG)
    application = PreviewApplication(preview.find, preview.builds)
    with preview_server(application, "127.0.0.1", 0) as server:
        preview.start()
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Client(server.server_port)
        server.shutdown()
        thread.join()
        preview.stop()
    assert not (tmp_path / "site").exists()


def test_pages_and_all_that_they_load_are_there(client: Client) -> None:
    status, page, _ = client.get("/repo/a%20b.py_docs/")
    assert (status, "First." in page) == (200, True)
    assert f'<script src="/{RELOAD}.js?1"></script>\n</body>' in page
    assert client.get("/repo/a%20b.py_docs")[::2] == (302, "/repo/a%20b.py_docs/")
    assert "url=repo/" in client.get("/")[1]
    assert client.get("/objects.inv")[0] == 200
    assert client.get("/assets/repodoc/data/find.js")[1].startswith("repodocData(")
    assert client.get("//elsewhere.example/%2e%2e")[::2] == (302, "/")
    assert [client.get("/", method=each)[0] for each in ("POST", "TRACE", "ODD")] == [405] * 3
    assert client.get("/repo/none/")[0] == client.get("/../repodoc.toml")[0] == 404
    assert "location.reload" in client.get(f"/{RELOAD}.js")[1]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere pages are made by the preview")
@pytest.mark.parametrize(
    ("harm", "said"), [(die, "ended unexpectedly (SIGKILL)"), (hang, "took longer than 1 second")]
)
def test_a_page_that_kills_or_hangs_its_process_says_so(
    repository: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    harm: Callable[[], None],
    said: str,
) -> None:
    render = HtmlRenderer.render

    def harmful(
        renderer: HtmlRenderer, plan: PagePlan, body: PageBody, queries: RepositoryQueries
    ) -> RenderedPage:
        if plan.path == "x.png" and "could not be made" not in str(body):
            harm()
        return render(renderer, plan, body, queries)

    monkeypatch.setattr(HtmlRenderer, "render", harmful)
    write_files(repository, {"repodoc.toml": "jobs = 1\ntime_limit = 1"})
    site = configured(repository, tmp_path / "site")
    preview = StaticPreview(site, static_settings(site), LOG)
    preview.start()
    found = [preview.find(f"repo/{name}_docs/index.html") for name in ("x.png", "a b.py", "x.png")]
    preview.stop()
    lost, sound, again = [page.decode() for page in found if page is not None]
    assert "This page could not be made: " in lost
    assert said in lost
    assert "First." in sound
    assert again == lost


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere pages are made by the preview")
def test_what_was_withheld_is_made_when_it_is_asked_for_again(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    render, mark = HtmlRenderer.render, tmp_path / "mark"

    def harmful_once(
        renderer: HtmlRenderer, plan: PagePlan, body: PageBody, queries: RepositoryQueries
    ) -> RenderedPage:
        if plan.path == "a b.py" and not mark.exists():
            mark.touch()
            die()
        return render(renderer, plan, body, queries)

    monkeypatch.setattr(HtmlRenderer, "render", harmful_once)
    site = configured(repository, tmp_path / "site")
    preview = StaticPreview(site, static_settings(site), LOG)
    preview.start()
    first, second = [preview.find("repo/a b.py_docs/index.html") for _ in range(2)]
    preview.stop()
    assert first is not None
    assert b"could not be made" in first
    assert second is not None
    assert b"First." in second


def test_nothing_is_found_once_it_has_stopped(repository: Path, tmp_path: Path) -> None:
    site = configured(repository, tmp_path / "site")
    preview = StaticPreview(site, static_settings(site), LOG)
    preview.start()
    preview.stop()
    assert preview.find("repo/a b.py_docs/index.html") is None


def test_other_names_of_this_machine_are_refused(client: Client) -> None:
    status, said, _ = client.get("/repo/", host="evil.example")
    assert status == 403
    assert "mkdocs-repodoc serve --host 0.0.0.0" in said


def test_pages_follow_the_files(client: Client, repository: Path) -> None:
    assert "First." in client.get("/repo/a%20b.py_docs/")[1]
    (repository / "a b.py").write_text('"""Second."""\n')
    number = client.get(f"/{RELOAD}?1")[1]  # answered once there is another build
    assert int(number) > 1
    while "Second." not in client.get("/repo/a%20b.py_docs/")[1]:  # that was for what git wrote
        number = client.get(f"/{RELOAD}?{number}")[1]


def test_a_port_that_is_taken_is_one_line(client: Client) -> None:
    with pytest.raises(RepodocError, match=r"can't listen on 127\.0\.0\.1:"):
        preview_server(PreviewApplication(lambda _: None, None), "127.0.0.1", client._port)  # type: ignore[arg-type] # not asked


def test_it_listens_to_the_newer_protocol_too() -> None:
    application = PreviewApplication(lambda path: path.encode(), Builds())
    with preview_server(application, "::1", 0) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        connection = http.client.HTTPConnection("::1", server.server_port, timeout=60)
        connection.request("GET", "/a.txt", headers={"Host": f"[::1]:{server.server_port}"})
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (200, b"a.txt")
        connection.close()
        thread.join()
