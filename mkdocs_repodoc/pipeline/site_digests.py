"""The digests of a site: equal digests, equal pages.

One is of what all pages share: the settings, and the code, templates and libraries that make them.
A page may show something of any file (who uses it, what is related to it) and lead to any page, so
that the other one is of everything: the records of all files, the history, and where the pages are.
Where the pages are is decided last; what is known before is a digest of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from hashlib import file_digest, sha256
from itertools import chain
from pathlib import Path

import msgspec

from mkdocs_repodoc.cache.code_digest import code_digest, libraries
from mkdocs_repodoc.model.files import GitHistory, SourceFile
from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.settings import Settings

_WITHOUT_EFFECT = {
    *("root", "jobs", "cache_dir", "cache_server", "site_paths", "include", "exclude"),
    *(
        "executor",
        "unconfirmed_executor",
        "time_limit",
        "memory_limit",
        "secrets",
        "allowed_secrets",
    ),
}
"""Settings that decide what is documented or how fast, which the records and their paths tell."""

_COMPOSED = {"coverage", "scip"}
"""Settings whose effect is in the blocks of pages and in the answers that these note; what runs
before each build changes the files."""

_ALL_CODE = ("",)


@dataclass(frozen=True, slots=True)
class SiteDigests:
    """Both digests of one site.

    Attributes:
        shared: Of what all pages depend on.
        site: Of all that any page depends on.
    """

    shared: str
    site: str


@dataclass(frozen=True, slots=True)
class SourceDigests:
    """The digests of what a site is made from.

    Attributes:
        shared: Of what all pages depend on.
        sources: Of that, and of all files and their history.
    """

    shared: str
    sources: str

    def with_plan(self, plan: SitePlan) -> SiteDigests:
        """Return the digests of the site with these pages."""
        digest = sha256(self.sources.encode())
        for page in chain(plan.pages.values(), plan.assets.values()):
            digest.update(f"{page!r}\n".encode("utf-8", "backslashreplace"))
        return SiteDigests(self.shared, digest.hexdigest())


def source_digests(
    settings: Settings,
    history: GitHistory,
    files: Iterable[tuple[SourceFile, str]],
    lost: Iterable[str] = (),
) -> SourceDigests:
    """Return the digests of what a site is made from.

    Args:
        settings: Settings of the run.
        history: What git knows.
        files: Each file and the key of its record.
        lost: What could not be worked out, and no page tells.
    """
    shared = _shared_digest(settings)
    for part in sorted(lost):  # what the next run may tell
        shared = sha256(f"{shared} without {part}".encode()).hexdigest()
    return SourceDigests(shared, _sources_digest(shared, settings, history, files))


def _shared_digest(settings: Settings) -> str:
    digest = sha256(code_digest(_ALL_CODE, libraries()).encode())
    for field in fields(settings):
        if field.name not in _WITHOUT_EFFECT | _COMPOSED:
            value = getattr(settings, field.name)
            digest.update(f"{field.name}={value!r}\n".encode("utf-8", "backslashreplace"))
            for file in _files(value):
                digest.update(_content(file))
    return digest.hexdigest()


def _sources_digest(
    shared: str,
    settings: Settings,
    history: GitHistory,
    files: Iterable[tuple[SourceFile, str]],
) -> str:
    digest = sha256(shared.encode())
    for name in sorted(_COMPOSED):
        for file in _files(getattr(settings, name)):
            digest.update(_content(file))
    for source, key in files:
        line = f"{source.path}\0{key}\0{source.origin_evidence}\0{source.executable}\n"
        digest.update(line.encode("utf-8", "surrogateescape"))
    digest.update(repr(msgspec.structs.astuple(history)).encode("utf-8", "backslashreplace"))
    return digest.hexdigest()


def _content(file: Path) -> bytes:
    """Return what stands for the content of a file, which may be larger than the memory."""
    with file.open("rb") as stream:
        return file_digest(stream, sha256).digest()


def _files(value: object) -> Iterator[Path]:
    """Yield the files that a setting names, those in folders included."""
    if isinstance(value, Path):
        if value.is_dir():
            yield from sorted(path for path in value.rglob("*") if path.is_file())
        elif value.is_file():
            yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _files(each)
