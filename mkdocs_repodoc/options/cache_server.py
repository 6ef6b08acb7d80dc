"""The server that a shared cache is kept on, as the options and the environment have it.

What proves who we are comes from the environment alone, and together with the address that it is
for: a configuration file that somebody has changed leads no password to another server.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit, urlunsplit

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.options.checks import cache_url
from mkdocs_repodoc.settings import CacheServer

_OPTION = "cache_url"
_URL = "REPODOC_CACHE_URL"
_SECRET = "REPODOC_CACHE_SECRET"  # noqa: S105 - the name of a variable
_WRITE = "REPODOC_CACHE_WRITE"

_LEAST_SECRET = 16
"""Bytes of a secret; a shorter one can be guessed by trying."""

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

_PULL_REQUESTS: Mapping[str, frozenset[str] | None] = {
    "GITHUB_EVENT_NAME": frozenset({"pull_request", "pull_request_target"}),
    "CI_MERGE_REQUEST_IID": None,  # GitLab
    "BITBUCKET_PR_ID": None,
    "CIRCLE_PULL_REQUEST": None,
    "CHANGE_ID": None,  # Jenkins
    "BUILD_REASON": frozenset({"PullRequest"}),  # Azure
    "READTHEDOCS_VERSION_TYPE": frozenset({"external"}),
    "PULL_REQUEST": frozenset({"true"}),  # Netlify
}
"""Variable of a service → its values in builds of pull requests; `None` for any."""


def cache_server(option: str, environment: Mapping[str, str]) -> CacheServer | None:
    """Return the server of the shared cache; `None` if there is none.

    Args:
        option: The option `cache_url`, checked.
        environment: Variables; `REPODOC_CACHE_URL` replaces the option, also by nothing.

    Raises:
        SettingsError: A variable has a value that can't be used.
    """
    url, authorization = option, ""
    if _URL in environment:
        url, authorization = _without_credentials(environment[_URL].strip())
    if not url:
        return None
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
    except ValueError as error:
        raise SettingsError(_OPTION, f"the variable {_URL}: {error}") from None
    if not name:
        return url, ""
    if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        raise SettingsError(_OPTION, f"the variable {_URL}: credentials need https://")
    encoded = b64encode(unquote(name).encode()).decode()
    return url, f"Basic {encoded}"


def _may_write(environment: Mapping[str, str]) -> bool:
    value = environment.get(_WRITE, "").strip().lower()
    if value not in {"", "no", "yes", "always"}:
        raise SettingsError(_OPTION, f"the variable {_WRITE} must be 'yes', 'no' or 'always'")
    return value == "always" or (value == "yes" and not _is_pull_request(environment))


def _is_pull_request(environment: Mapping[str, str]) -> bool:
    return any(
        name in environment and (values is None or environment[name] in values)
        for name, values in _PULL_REQUESTS.items()
    )
