"""Addresses of files and lines at the repository's forge, pinned to the documented commit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha1
from typing import NamedTuple, Protocol
from urllib.parse import quote, unquote, urlsplit


class _Forge(NamedTuple):
    """A kind of forge; addresses are read off its web pages."""

    title: str
    """What people call it."""
    lines: str
    """A range of lines in a file at a commit, below the repository's home page."""
    commit: str
    """What stands between the home page and a commit's hash."""


_AS_GITEA = ("src/commit/{revision}/{path}#L{line}-L{end_line}", "commit")
_FORGES = {
    "github": _Forge("GitHub", "blob/{revision}/{path}#L{line}-L{end_line}", "commit"),
    "gitlab": _Forge("GitLab", "-/blob/{revision}/{path}#L{line}-{end_line}", "-/commit"),
    "bitbucket": _Forge("Bitbucket", "src/{revision}/{path}#lines-{line}:{end_line}", "commits"),
    "gitea": _Forge("Gitea", *_AS_GITEA),
    "forgejo": _Forge("Forgejo", *_AS_GITEA),
    "codeberg": _Forge("Codeberg", *_AS_GITEA),
}
"""Part of a forge's domain → its kind."""

_SHORT_REMOTE = re.compile(r"(?:[\w.-]+@)?(?P<host>[\w-]+(?:\.[\w-]+)+):(?P<path>(?!//)[^\s:]+)")
_SLASH = r"(?:[/\\]|%2[fF]|%5[cC])"
_USER = re.compile(
    rf"(?P<scheme>[A-Za-z][\w+.-]*(?::|%3[aA]){_SLASH}+|{_SLASH}{{2,}}|(?!{_SLASH}))"
    r"(?:[^/\\?#{}]*|[^/\\?#@:]*(?::|%3[aA])(?!\d*(?:[/?#]|$))[^?#]*?)(?:@|%40)"
)
"""The beginning of an address with a user, whose password may have slashes in it."""
_PARAMETERS = re.compile(r"[?#].*", re.DOTALL)
_PARAMETER = re.compile(r"([?#&;])([^?#&;=]*)=[^?#&;]*")
_CREDENTIAL = re.compile(
    r"(?i)token|secret|passw|pwd|auth|api.?key|access.?key|credential|signature|\bsig\b|\bkey\b"
)
"""In the name of a parameter."""

_FIELD = re.compile(r"\{(?:path|line|end_line)\}")
_PLACEHOLDER = sha1(b"the documented commit", usedforsecurity=False).hexdigest()
"""Stands in addresses of pages for the documented commit until they are written: they can be used
again after a commit then, if all else in them is as it was. Elsewhere it means nothing."""


def template_for(repo_url: str) -> str:
    """Return the template of file addresses for a repository's home page.

    Args:
        repo_url: `https://github.com/owner/name`, with or without a slash or `.git` at its end.

    Returns:
        A template as [`SourceUrls`][mkdocs_repodoc.repository_urls.SourceUrls] takes it; empty for
        a forge that is not known.
    """
    if (known := _known(repo_url)) is None:
        return ""
    return f"{_home(repo_url)}/{known.lines}"


def commit_url(repo_url: str, commit: str) -> str:
    """Return the address of a commit at the repository's forge; empty for a forge not known.

    Args:
        repo_url: The repository's home page.
        commit: Its full hash.
    """
    if (known := _known(repo_url)) is None:
        return ""
    return f"{_home(repo_url)}/{known.commit}/{quote(commit)}"


def repository_name(repo_url: str) -> str:
    """Return what a forge calls a repository: the last part of its home page's path.

    Args:
        repo_url: The home page; may be empty.
    """
    return unquote(urlsplit(_home(repo_url)).path.rpartition("/")[2])


def forge_name(url: str) -> str:
    """Return what people call the forge of an address: `GitHub`, else its domain.

    Args:
        url: The address of a file or of a repository there; may be empty.
    """
    scheme, mark, rest = url.partition("://")
    return _forge_name(scheme + mark + rest.partition("/")[0])


@lru_cache(maxsize=16)
def _forge_name(address: str) -> str:
    known = _known(address)
    return known.title if known else (urlsplit(address).hostname or "").removeprefix("www.")


def home_of_remote(remote: str) -> str:
    """Return the address of the home page that belongs to git's remote.

    Args:
        remote: As git has it: an address, or `git@host:owner/name.git`.

    Returns:
        The address; empty if the forge is none whose pages are known.
    """
    if (short := _SHORT_REMOTE.fullmatch(remote)) is not None:
        host, path = short["host"], short["path"]
    else:
        try:
            parts = urlsplit(remote)
            host, path = parts.hostname or "", parts.path
        except ValueError:  # no address at all
            return ""
    url = _home(f"https://{host}/{path.strip('/')}")
    return url if _known(url) is not None and "/" in path.strip("/") else ""


def without_credentials(url: str) -> str:
    """Return an address without the user name and password that it may hold.

    Args:
        url: Any address, or a template of one; also as git writes it, and with what should not be
            in one, such as escapes for its signs.

    Returns:
        The address; without parameters whose names are those of credentials, either.
    """
    while (match := _USER.match(url)) is not None:
        url = match["scheme"] + url[match.end() :]
    return _PARAMETERS.sub(lambda match: _without_secrets(match[0]), url)


def _without_secrets(parameters: str) -> str:
    """Return what stands behind the path of an address without credentials."""

    def kept(match: re.Match[str]) -> str:
        if not _CREDENTIAL.search(unquote(unquote(match[2]))):
            return match[0]
        return match[1] if match[1] in "?#" else ""

    return _PARAMETER.sub(kept, parameters).replace("?&", "?").replace("#&", "#").rstrip("?#&;")


def _known(repo_url: str) -> _Forge | None:
    host = urlsplit(repo_url).hostname or ""
    names = host.replace("-", ".").split(".")
    return next((each for part, each in _FORGES.items() if part in names), None)


def _home(repo_url: str) -> str:
    return repo_url.rstrip("/").removesuffix(".git")


@dataclass(frozen=True, slots=True)
class DocumentedRevision:
    """The documented commit, which pages name by a placeholder until they are written.

    Attributes:
        commit: Its full hash; empty outside git.
        template: The template of file addresses, in which alone the placeholder counts: any text
            of the repository may have the same digits.
    """

    commit: str
    template: str = ""

    @property
    def placeholder(self) -> str:
        """What stands for the commit in pages that may be used again; empty outside git."""
        return _PLACEHOLDER if self.commit else ""

    def fill_in(self, content: str) -> str:
        """Return a page's content with the commit in the place of its placeholder."""
        if _PLACEHOLDER not in content:
            return content
        commit = quote(self.commit)
        return _addresses(self.template).sub(lambda match: f"{match[1]}{commit}", content)


@lru_cache(maxsize=16)
def _addresses(template: str) -> re.Pattern[str]:
    """Return a pattern of the addresses with the placeholder, in any of the formats of pages."""
    before, _, _ = template.partition("{revision}")
    parts = _FIELD.split(before)
    written = r"[^\s\"'<>()]*".join(
        re.escape(part).replace("&", "&(?:amp;|#38;)?") for part in parts
    )
    return re.compile(f"({written}){_PLACEHOLDER}" if before else r"(?!)()")


@lru_cache(maxsize=16)
def _quoted(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"))


class SourceUrl(Protocol):
    """Address of a file, or of some of its lines, at the repository's forge."""

    def __call__(self, path: str, line: int = 0, end_line: int = 0) -> str:
        """Return the address; empty if the forge is not known."""


@dataclass(frozen=True, slots=True)
class SourceUrls:
    """Makes addresses from a template.

    Attributes:
        template: With `{path}`, `{revision}`, `{line}` and `{end_line}`.
        revision: Hash of the documented commit.
        prefix: Path of the documented root inside the git repository, `""` or ending in `/`.
    """

    template: str
    revision: str
    prefix: str = ""

    def __call__(self, path: str, line: int = 0, end_line: int = 0) -> str:
        """Return the address of a file, or of lines in it; empty if there is none.

        Args:
            path: Relative to the documented root.
            line: First line, 1-based; 0 for the file as a whole.
            end_line: Last line; 0 for the first line alone.
        """
        if not self.template or ("{revision}" in self.template and not self.revision):
            return ""
        whole, mark, lines = self.template.partition("#")
        if line:
            whole += mark + lines
        values = {
            "path": _quoted(self.prefix + path),
            "revision": quote(self.revision),
            "line": str(line),
            "end_line": str(end_line or line),
        }
        for name, value in values.items():
            whole = whole.replace(f"{{{name}}}", value)
        return whole
