"""Checks of single values of options: each returns the value as it is used, or says what is wrong.

What is wrong is a clause that a user understands once the option has been named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from reprlib import Repr
from typing import NamedTuple, TypeVar
from urllib.parse import urlsplit

from mkdocs_repodoc.sources.path_patterns import path_patterns

Value = TypeVar("Value")
Check = Callable[[object], Value]

_SHORT = Repr()
_SHORT.maxlevel = 2
_SHORT.maxstring = _SHORT.maxother = _SHORT.maxlong = 200
_PLACEHOLDERS = ("{path}", "{revision}", "{line}", "{end_line}")
_LEAST_BYTES = 1_000
_MOST_BYTES = 10**15
_MOST = 10**6
"""Above it nobody means what is written, and clocks and lists of processes run over."""
_LONGEST_FOLDER = 200
"""Characters; the paths of the pages come behind it."""
_DISTRIBUTION = re.compile(r"[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?", re.ASCII)

_WEB_ADDRESS = re.compile(r"https?://[^\s/\\?#]", re.IGNORECASE)
_EXECUTOR = re.compile(
    r"dask://(?:[\w.-]+|\[[0-9A-Fa-f:.]+\]):[0-9]{1,5}|[^\W\d]\w*(?:\.[^\W\d]\w*)*:[^\W\d]\w*"
)


class InventoryEntry(NamedTuple):
    """An inventory as the user names it."""

    file: str
    """Path of the project's `objects.inv`, as it is written."""
    url: str
    """Address of the documentation's top, with a slash at its end."""


def shown(value: object) -> str:
    """Return a value as it is written, cut short: a few lines of YAML can stand for any size."""
    return _SHORT.repr(value)


def text(value: object) -> str:
    """Check a text.

    Raises:
        ValueError: It is none.
    """
    if not isinstance(value, str):
        raise ValueError(f"expected a text, got {shown(value)}")  # noqa: TRY004 - of a configuration file
    return value


def switch(value: object) -> bool:
    """Check what is on or off.

    Raises:
        ValueError: It is neither.
    """
    if not isinstance(value, bool):
        raise ValueError(f"expected true or false, got {shown(value)}")  # noqa: TRY004 - likewise
    return value


def whole_number(least: int, most: int = _MOST) -> Check[int]:
    """Return the check of an integer that is no smaller than `least` and no larger than `most`."""

    def check(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise ValueError(f"expected an integer of at least {least:,}, got {shown(value)}")
        if value > most:
            raise ValueError(f"expected an integer of at most {most:,}, got {shown(value)}")
        return value

    return check


byte_count = whole_number(_LEAST_BYTES, _MOST_BYTES)
"""Check a number of bytes."""


def one_of(choices: Collection[str]) -> Check[str]:
    """Return the check of a text that must be one of several."""

    def check(value: object) -> str:
        if value not in choices:
            raise ValueError(f"expected one of {', '.join(map(repr, choices))}, got {shown(value)}")
        return str(value)

    return check


def optional(check: Check[Value]) -> Check[Value | None]:
    """Return a check that lets an option be absent."""

    def check_or_none(value: object) -> Value | None:
        return None if value is None else check(value)

    return check_or_none


def list_of(check: Check[Value]) -> Check[tuple[Value, ...]]:
    """Return the check of a list whose items are checked."""

    def check_items(value: object) -> tuple[Value, ...]:
        if not isinstance(value, list | tuple):
            raise ValueError(f"expected a list, got {shown(value)}")  # noqa: TRY004 - likewise
        return tuple(map(check, value))

    return check_items


def pattern(value: object) -> str:
    """Check a gitignore pattern.

    Raises:
        ValueError: It is none.
    """
    written = text(value)
    try:
        path_patterns([written])
    except (ValueError, re.error) as error:
        raise ValueError(f"{written!r} is not a gitignore pattern: {error}") from error
    return written


def distribution(value: object) -> str:
    """Check the name of a package as pip knows it.

    Raises:
        ValueError: It is none.
    """
    name = text(value)
    if not _DISTRIBUTION.fullmatch(name):
        raise ValueError(f"{name!r} is not the name of a package; write it as for pip install")
    return name


def uri_folder(value: object) -> str:
    """Check a folder of the site; return it without slashes at its ends.

    Raises:
        ValueError: It is none.
    """
    uri = text(value).strip("/")
    parts = uri.split("/")
    # A colon would name a drive of Windows, or the scheme of an address.
    is_odd = not uri.isprintable() or "\\" in uri or ":" in uri or len(uri) > _LONGEST_FOLDER
    if not uri or is_odd or any(part in {"", ".", ".."} for part in parts):
        raise ValueError(
            f"{shown(value)} is not a folder of the site; use a relative path such as 'repo'"
        )
    return uri


def source_url(value: object) -> str:
    """Check a template of addresses at the forge.

    Raises:
        ValueError: It is none.
    """
    template = text(value)
    if template and "{path}" not in template:
        raise ValueError(
            f"{template!r} lacks '{{path}}'; it may contain {', '.join(_PLACEHOLDERS)}"
        )
    if template and not template.startswith(("https://", "http://", "/")):
        raise ValueError(f"{template!r} must begin with https://, http:// or /")
    return template


def cache_url(value: object) -> str:
    """Check the address of a cache that machines share; return it without slashes at its end.

    Raises:
        ValueError: It is none, or has credentials, which are nobody's business in a file.
    """
    url = text(value)
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        is_usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:  # no number as the port, half an address in brackets
        is_usable = False
    if not is_usable or not url.isascii() or not url.isprintable() or " " in url:
        raise ValueError("expected an address that begins with https:// or http://")
    if "@" in url:  # also one in the path: a password with a slash in it ends the server's name
        raise ValueError(
            "credentials do not belong in a file; set the variable REPODOC_CACHE_URL to the "
            "address with them"
        )
    if parts.query or parts.fragment:
        raise ValueError("expected an address that ends with its path, without '?' and '#'")
    return url.rstrip("/")


def web_address(value: object) -> str:
    """Check an address that pages link to.

    Raises:
        ValueError: It is none of the web, and might be a script.
    """
    url = text(value)
    if url and not (_WEB_ADDRESS.match(url) and url.isprintable()):
        problem = f"expected an address that begins with https:// or http://, got {shown(url)}"
        raise ValueError(problem)
    return url


def executor(value: object) -> str:
    """Check what names an executor.

    Raises:
        ValueError: It is neither the address of a scheduler nor a function of a module.
    """
    name = text(value)
    if name and not _EXECUTOR.fullmatch(name):
        raise ValueError(
            f"{name!r} is neither 'dask://host:port' nor 'module:callable', a function that "
            "returns an executor"
        )
    return name


def inventory(value: object) -> InventoryEntry:
    """Check an entry that names the inventory of another project's documentation.

    Raises:
        ValueError: It is none.
    """
    entry = value if isinstance(value, dict) else {}
    if set(entry) != {"file", "url"} or not all(isinstance(each, str) for each in entry.values()):
        raise ValueError(
            "an entry has a 'file', the project's objects.inv, and a 'url', the address of "
            f"its documentation; got {shown(value)}"
        )
    if not entry["url"].startswith(("https://", "http://")):
        raise ValueError(f"the url {entry['url']!r} must begin with https:// or http://")
    return InventoryEntry(entry["file"], entry["url"].rstrip("/") + "/")
