from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment
from wsgiref.util import setup_testing_defaults

import pytest

from mkdocs_repodoc.preview.loopback_guard import only_by_own_name


def hello(_: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    start_response("200 OK", [])
    return [b"hello"]


def status(listens_on: str, header: str | None, **more: str) -> str:
    """Return what a request with a header `Host`, or without, and with others is answered."""
    environ: WSGIEnvironment = {}
    setup_testing_defaults(environ)
    environ.pop("HTTP_HOST")
    if header is not None:
        environ["HTTP_HOST"] = header
    environ.update({f"HTTP_{name.upper()}": value for name, value in more.items()})
    said: list[str] = []

    def start_response(line: str, *_: object) -> object:
        said.append(line[:3])
        return lambda _: None

    b"".join(only_by_own_name(hello, listens_on, "serve")(environ, start_response))  # type: ignore[arg-type]  # all that is used of it
    (only,) = said
    return only


@pytest.mark.parametrize("listens_on", ["127.0.0.1", "localhost", "::1"])
@pytest.mark.parametrize(
    ("header", "answer"),
    [
        ("127.0.0.1:8000", "200"),
        ("127.1.2.3", "200"),
        ("LocalHost:8000", "200"),
        ("docs.localhost", "200"),
        ("[::1]:8000", "200"),
        (None, "200"),
        ("evil.example", "403"),
        ("evil.example:8000", "403"),
        ("127.0.0.1.evil.example", "403"),
        ("localhost.evil.example", "403"),
        ("evil.example@localhost.", "403"),
        ("192.168.1.2:8000", "403"),
        ("[::1", "403"),
        (":8000", "403"),
    ],
)
def test_a_preview_on_loopback_answers_to_this_machine_only(
    listens_on: str, header: str | None, answer: str
) -> None:
    assert status(listens_on, header) == answer


@pytest.mark.parametrize("listens_on", ["0.0.0.0", "192.168.1.2", "docs.example"])  # noqa: S104 - nothing listens
def test_one_that_others_can_reach_answers_to_any_name(listens_on: str) -> None:
    assert status(listens_on, "docs.example:8000") == "200"


@pytest.mark.parametrize(
    ("site", "mode", "answer"),
    [
        ("cross-site", "no-cors", "403"),  # a script or an image in a page on the web
        ("same-site", "no-cors", "403"),  # in a page of another server on this machine
        ("cross-site", "cors", "403"),
        ("cross-site", "navigate", "200"),  # a link that somebody follows
        ("same-origin", "no-cors", "200"),
        ("none", "navigate", "200"),
        ("Cross-Site", "No-CORS", "403"),
        (" CROSS-SITE ", "no-cors", "403"),
        ("cross-site, none", "no-cors", "403"),
        ("Same-Origin", "no-cors", "200"),
    ],
)
def test_pages_of_other_sites_load_nothing_from_it(site: str, mode: str, answer: str) -> None:
    said = {"sec_fetch_site": site, "sec_fetch_mode": mode}
    assert status("127.0.0.1", "127.0.0.1:8000", **said) == answer
    assert status("0.0.0.0", "docs.example", **said) == "200"  # noqa: S104 - nothing listens


@pytest.mark.parametrize("target", ["iframe", "IFrame", "frame", "embed", "object"])
def test_pages_of_other_sites_frame_nothing_of_it(target: str) -> None:
    said = {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate", "sec_fetch_dest": target}
    assert status("127.0.0.1", "127.0.0.1:8000", **said) == "403"
    own = said | {"sec_fetch_site": "same-origin"}
    assert status("127.0.0.1", "127.0.0.1:8000", **own) == "200"


def test_browsers_are_told_that_nobody_else_may_frame_a_page() -> None:
    environ: WSGIEnvironment = {}
    setup_testing_defaults(environ)
    sent: dict[str, str] = {}

    def start_response(_: str, headers: list[tuple[str, str]], *__: object) -> object:
        sent.update(headers)
        return lambda _: None

    only_by_own_name(hello, "127.0.0.1", "serve")(environ, start_response)  # type: ignore[arg-type]  # all that is used of it
    assert sent["X-Frame-Options"] == "SAMEORIGIN"
    assert sent["Content-Security-Policy"] == "frame-ancestors 'self'"
