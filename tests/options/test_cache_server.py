"""The server of a shared cache: who it is and what it is shown, by option and environment."""

from __future__ import annotations

from base64 import b64decode

import pytest

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.options.cache_server import cache_server
from mkdocs_repodoc.options.declared import read_options
from mkdocs_repodoc.settings import CacheServer

URL = "https://cache.example.org/repodoc"


def configured(variables: dict[str, str]) -> CacheServer | None:
    """Return the server of an option that the environment allows."""
    return cache_server(URL, {"REPODOC_CACHE_URL": "configured", **variables})


def test_an_option_alone_is_not_obeyed() -> None:
    variables = {"REPODOC_CACHE_WRITE": "always", "REPODOC_CACHE_SECRET": "0123456789abcdef"}
    assert cache_server(URL, variables) == CacheServer(URL, is_allowed=False)
    assert cache_server("", {"REPODOC_CACHE_URL": "configured"}) is None


def test_without_an_address_there_is_no_server() -> None:
    assert cache_server("", {}) is None
    assert cache_server("", {"REPODOC_CACHE_WRITE": "yes"}) is None
    assert configured({"REPODOC_CACHE_URL": ""}) is None


def test_a_build_reads_unless_the_environment_lets_it_write() -> None:
    assert configured({}) == CacheServer(URL)
    assert configured({"REPODOC_CACHE_WRITE": "no"}) == CacheServer(URL)
    assert configured({"REPODOC_CACHE_WRITE": "Yes"}) == CacheServer(URL, may_write=True)


@pytest.mark.parametrize(
    "variables",
    [
        {"GITHUB_EVENT_NAME": "pull_request"},
        {"GITHUB_EVENT_NAME": "pull_request_target"},
        {"CI_MERGE_REQUEST_IID": "12"},
        {"BUILD_REASON": "PullRequest"},
        {"READTHEDOCS_VERSION_TYPE": "external"},
        {"GITHUB_EVENT_NAME": "pull_request_review", "GITHUB_REF": "refs/pull/7/merge"},
        {"GITHUB_EVENT_NAME": "issue_comment"},
        {"GITHUB_EVENT_NAME": "workflow_run"},
        {"GITHUB_REF": "refs/pull/7/head"},
        {"CI_COMMIT_PULL_REQUEST": "7"},
        {"TRAVIS_PULL_REQUEST": "7"},
        {"BUILDKITE_PULL_REQUEST": "7"},
        {"DRONE_PULL_REQUEST": "7"},
        {"APPVEYOR_PULL_REQUEST_NUMBER": "7"},
        {"CIRRUS_PR": "7"},
        {"CODEBUILD_WEBHOOK_EVENT": "PULL_REQUEST_UPDATED"},
        {"CODEBUILD_SOURCE_VERSION": "pr/7"},
        {"VERCEL_GIT_PULL_REQUEST_ID": "7"},
    ],
)
def test_a_pull_request_only_reads_unless_it_is_said_twice(variables: dict[str, str]) -> None:
    assert configured(variables | {"REPODOC_CACHE_WRITE": "yes"}) == CacheServer(URL)
    always = configured(variables | {"REPODOC_CACHE_WRITE": "always"})
    assert always == CacheServer(URL, may_write=True)


@pytest.mark.parametrize(
    "variables",
    [
        {"GITHUB_EVENT_NAME": "push", "GITHUB_REF": "refs/heads/main", "GITHUB_HEAD_REF": ""},
        {"TRAVIS_PULL_REQUEST": "false"},
        {"BUILDKITE_PULL_REQUEST": "false"},
        {"VERCEL_GIT_PULL_REQUEST_ID": ""},
    ],
)
def test_other_events_are_no_pull_requests(variables: dict[str, str]) -> None:
    variables = {**variables, "REPODOC_CACHE_WRITE": "yes"}
    assert configured(variables) == CacheServer(URL, may_write=True)


def test_credentials_come_with_the_address_that_they_are_for() -> None:
    address = "https://reader:s%40crow@cache.example.org:8443/repodoc/"
    found = cache_server("https://other.example.org", {"REPODOC_CACHE_URL": address})
    assert found is not None
    assert found.url == "https://cache.example.org:8443/repodoc"
    assert b64decode(found.authorization.removeprefix("Basic ")) == b"reader:s@crow"
    assert "crow" not in repr(found)


def test_a_token_alone_is_a_name_without_a_password() -> None:
    found = cache_server("", {"REPODOC_CACHE_URL": "https://token@cache.example.org"})
    assert found is not None
    assert b64decode(found.authorization.removeprefix("Basic ")) == b"token:"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.3.2.1", "[::1]"])
def test_this_machine_may_have_credentials_without_tls(host: str) -> None:
    found = cache_server("", {"REPODOC_CACHE_URL": f"http://ci:crow@{host}:8080/cache"})
    assert found is not None
    assert found.url == f"http://{host}:8080/cache"


def test_a_secret_signs() -> None:
    found = configured({"REPODOC_CACHE_SECRET": "0123456789abcdef"})
    assert found == CacheServer(URL, "", b"0123456789abcdef")


@pytest.mark.parametrize(
    ("variables", "problem"),
    [
        ({"REPODOC_CACHE_WRITE": "true"}, "REPODOC_CACHE_WRITE must be 'yes', 'no' or 'always'"),
        ({"REPODOC_CACHE_SECRET": "short"}, "REPODOC_CACHE_SECRET needs at least 16 characters"),
        ({"REPODOC_CACHE_URL": "ftp://x/"}, "REPODOC_CACHE_URL: expected an address"),
        ({"REPODOC_CACHE_URL": "http://a:crow@x.org"}, "REPODOC_CACHE_URL: credentials need https"),
        ({"REPODOC_CACHE_URL": "https://[x"}, "REPODOC_CACHE_URL: "),
        ({"REPODOC_CACHE_URL": "https://ci:12#crow@x.org/y"}, "REPODOC_CACHE_URL: expected an"),
        ({"REPODOC_CACHE_URL": "https://ci:?crow@x.org/y"}, "REPODOC_CACHE_URL: expected an"),
        ({"REPODOC_CACHE_URL": "https://ci:443/crow@x.org/y"}, "REPODOC_CACHE_URL: expected an"),
        ({"REPODOC_CACHE_URL": "https://ci:crow\udcff@x.org/"}, "REPODOC_CACHE_URL: expected an"),
        ({"REPODOC_CACHE_URL": "https://ci:crow\u2100@x.org/"}, "REPODOC_CACHE_URL: expected an"),
    ],
)
def test_a_wrong_variable_is_one_line_without_what_it_contains(
    variables: dict[str, str], problem: str
) -> None:
    with pytest.raises(SettingsError) as raised:
        configured(variables)
    assert f"repodoc option 'cache_url': the variable {problem}" in str(raised.value)
    assert "crow" not in str(raised.value)


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("cache.example.org", "expected an address that begins with https:// or http://"),
        ("file:///tmp", "expected an address that begins with https:// or http://"),
        ("https://", "expected an address that begins with https:// or http://"),
        ("https://x.org:port", "expected an address that begins with https:// or http://"),
        ("https://x.org/a b", "expected an address that begins with https:// or http://"),
        ("https://me:crow@x.org", "set the variable REPODOC_CACHE_URL to the address with them"),
        ("https://x.org/?a=1", "an address that ends with its path, without '?' and '#'"),
        ("https://ci:12#crow@x.org", "set the variable REPODOC_CACHE_URL to the address with"),
        ("https://ci:443/crow@x.org", "set the variable REPODOC_CACHE_URL to the address with"),
        (3, "expected a text"),
    ],
)
def test_a_wrong_address_is_one_line(url: object, problem: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_options({"cache_url": url})
    assert problem in str(raised.value)
    assert "crow" not in str(raised.value)


def test_a_slash_at_the_end_makes_no_difference() -> None:
    assert read_options({"cache_url": f"{URL}/"}).cache_url == URL
