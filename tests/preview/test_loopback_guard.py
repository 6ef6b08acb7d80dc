from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment
from wsgiref.util import setup_testing_defaults

import pytest

from mkdocs_repodoc.preview.loopback_guard import only_by_own_name


def hello(_: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    start_response("200 OK", [])
    return [b"hello"]


def status(listens_on: str, header: str | None) -> str:
    """Return what a request with a header `Host`, or without, is answered."""
    environ: WSGIEnvironment = {}
    setup_testing_defaults(environ)
    environ.pop("HTTP_HOST")
    if header is not None:
        environ["HTTP_HOST"] = header
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
