"""The server that a shared cache is kept on, as the options and the environment have it.

What proves who we are comes from the environment alone, and together with the address that it is
for: a configuration file that somebody has changed leads no password to another server.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit, urlunsplit

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.options.checks import cache_url
from mkdocs_repodoc.settings import CacheServer, is_loopback

_OPTION = "cache_url"
_URL = "REPODOC_CACHE_URL"
_CONFIGURED = "configured"
"""Value that allows the address of the option."""
_SECRET = "REPODOC_CACHE_SECRET"  # noqa: S105 - the name of a variable
_WRITE = "REPODOC_CACHE_WRITE"

_LEAST_SECRET = 16
"""Bytes of a secret; a shorter one can be guessed by trying."""

_MALFORMED = (
    f"the variable {_URL}: expected an address such as https://name:password@host/path, "
    "with %40 for '@', %2F for '/' and %23 for '#' in the name and the password"
)
"""Says nothing of the value: a mistyped password is somewhere in it."""

_SOME = re.compile(".+")
_NOT_FALSE = re.compile("(?!false$).+")

_PULL_REQUESTS: Mapping[str, re.Pattern[str]] = {
    "GITHUB_EVENT_NAME": re.compile("pull_request.*|issue_comment|workflow_run"),
    "GITHUB_REF": re.compile("refs/pull/.*"),
    "GITHUB_HEAD_REF": _SOME,
    "CI_MERGE_REQUEST_IID": _SOME,  # GitLab
    "CI_COMMIT_PULL_REQUEST": _SOME,  # Woodpecker
    "BITBUCKET_PR_ID": _SOME,
    "CIRCLE_PULL_REQUEST": _SOME,
    "CHANGE_ID": _SOME,  # Jenkins
    "BUILD_REASON": re.compile("PullRequest"),  # Azure
    "READTHEDOCS_VERSION_TYPE": re.compile("external"),
    "PULL_REQUEST": _NOT_FALSE,  # Netlify
    "TRAVIS_PULL_REQUEST": _NOT_FALSE,
    "BUILDKITE_PULL_REQUEST": _NOT_FALSE,
    "DRONE_PULL_REQUEST": _SOME,
    "APPVEYOR_PULL_REQUEST_NUMBER": _SOME,
    "CIRRUS_PR": _SOME,
    "CODEBUILD_WEBHOOK_EVENT": re.compile("PULL_REQUEST.*"),
    "CODEBUILD_SOURCE_VERSION": re.compile("(refs/pull|pr)/.*"),
    "VERCEL_GIT_PULL_REQUEST_ID": _SOME,
}
"""Variable of a service → its values in builds of pull requests."""


def cache_server(option: str, environment: Mapping[str, str]) -> CacheServer | None:
    """Return the server of the shared cache; `None` if there is none.

    Args:
        option: The option `cache_url`, checked.
        environment: Variables; `REPODOC_CACHE_URL` replaces the option, also by nothing, or
            allows it. Without it,
            the option is not obeyed: a server decides what pages show, and the repository that is
            documented may be anybody's.

    Raises:
        SettingsError: A variable has a value that can't be used.
    """
    url, authorization = option, ""
    if environment.get(_URL, "").strip() == _CONFIGURED:
        url = option
    elif _URL in environment:
        url, authorization = _without_credentials(environment[_URL].strip())
    if not url:
        return None
    if _URL not in environment:
        return CacheServer(url, is_allowed=False)
    secret = environment.get(_SECRET, "").encode("utf-8", "surrogateescape")
    if secret and len(secret) < _LEAST_SECRET:
        raise SettingsError(
            _OPTION, f"the variable {_SECRET} needs at least {_LEAST_SECRET} characters"
        )
    return CacheServer(url, authorization, secret, _may_write(environment))


def _without_credentials(address: str) -> tuple[str, str]:
    """Return an address and the header that its credentials make.

    Raises:
        SettingsError: It can't be used, or would show the credentials to whoever listens.
    """
    try:
        parts = urlsplit(address)
        name, _, server = parts.netloc.rpartition("@")
        url = cache_url(urlunsplit(parts._replace(netloc=server)))
        user, _, password = name.partition(":")
        encoded = b64encode(f"{unquote(user)}:{unquote(password)}".encode()).decode()
    except ValueError:  # its words may be those of the address; of encoding, too
        raise SettingsError(_OPTION, _MALFORMED) from None
    if not name:
        return url, ""
    if parts.scheme != "https" and not is_loopback(parts.hostname or ""):
        raise SettingsError(_OPTION, f"the variable {_URL}: credentials need https://")
    return url, f"Basic {encoded}"


def _may_write(environment: Mapping[str, str]) -> bool:
    value = environment.get(_WRITE, "").strip().lower()
    if value not in {"", "no", "yes", "always"}:
        raise SettingsError(_OPTION, f"the variable {_WRITE} must be 'yes', 'no' or 'always'")
    return value == "always" or (value == "yes" and not _is_pull_request(environment))


def _is_pull_request(environment: Mapping[str, str]) -> bool:
    return any(
        values.fullmatch(environment.get(name, "")) for name, values in _PULL_REQUESTS.items()
    )
