"""Limits of the services that sites are published at, and what a site has of each."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_repodoc.reporting.build_summary import Log
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.text.english import enumeration

_NEAR = 0.9
"""Share of a limit from which on it is worth a warning."""


@dataclass(frozen=True, slots=True)
class PublishingLimits:
    """What a service accepts; 0 where it sets no limit.

    Attributes:
        name: The service.
        size: Bytes of a site.
        files: Files of a site.
        file_size: Bytes of one file.
        folder_files: Files of one folder, without those in folders below it.
    """

    name: str
    size: int = 0
    files: int = 0
    file_size: int = 0
    folder_files: int = 0


LIMITS: dict[str, PublishingLimits] = {
    "github": PublishingLimits("GitHub Pages", size=1_000_000_000),
    "gitlab": PublishingLimits("GitLab Pages", size=1_000_000_000, files=200_000),
    "cloudflare": PublishingLimits("Cloudflare Pages (free)", files=20_000, file_size=25 * 1024**2),
    "netlify": PublishingLimits("Netlify", folder_files=54_000),
    "readthedocs": PublishingLimits("Read the Docs"),
}
"""Value of the option `publish` → the limits that the service documents."""

_MARKS = {
    "CF_PAGES": "cloudflare",
    "NETLIFY": "netlify",
    "READTHEDOCS": "readthedocs",
    "GITLAB_CI": "gitlab",
    "GITHUB_ACTIONS": "github",
}
"""Variable of the environment → the service that most sites are published at where it is set."""

_IN_USE: Mapping[str, Callable[[Settings], bool]] = {
    "`detail: slim`": lambda settings: settings.detail == "slim",
    "`keyword_pages: none`": lambda settings: settings.keyword_pages == "none",
    "`markdown: none`": lambda settings: settings.markdown == "none",
    "`source_search: false`": lambda settings: not settings.source_search,
}
"""What makes a site smaller → whether it does so already."""
_FOR_BYTES = ("`detail: slim`", "`source_search: false`", "a smaller `listing_limit`", "`exclude`")
_FOR_FILES = ("`detail: slim`", "`keyword_pages: none`", "`markdown: none`", "`exclude`")
_FOR_FOLDER = ("`detail: slim`", "`keyword_pages: none`", "`exclude`")


@dataclass(frozen=True, slots=True)
class SiteSize:
    """How large a site is.

    Attributes:
        size: Bytes of all files.
        files: How many there are.
        largest: Path of the largest one.
        largest_size: Its bytes.
        fullest: The folder with the most files of its own, `.` for the site's top.
        fullest_files: How many it has.
    """

    size: int = 0
    files: int = 0
    largest: str = ""
    largest_size: int = 0
    fullest: str = ""
    fullest_files: int = 0


def publishing_host(option: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return where a site is published: as the option says, else as the environment shows."""
    if option:
        return option
    return next((host for name, host in _MARKS.items() if environment.get(name)), "")


def site_size(folder: Path) -> SiteSize:
    """Return the size of a site in a folder; hidden files are not published."""
    size = files = largest_size = 0
    largest = ""
    in_folder: Counter[str] = Counter()
    for entry in _files(folder):
        bytes_in_file = entry.stat().st_size
        in_folder[os.path.dirname(entry.path)] += 1  # noqa: PTH120 - of each of many files
        files += 1
        size += bytes_in_file
        if bytes_in_file > largest_size:
            largest, largest_size = os.path.relpath(entry.path, folder), bytes_in_file
    fullest, most = max(in_folder.items(), key=lambda each: each[1], default=("", 0))
    fullest = os.path.relpath(fullest, folder) if most else ""
    return SiteSize(size, files, largest, largest_size, fullest, most)


def _files(folder: Path) -> Iterator[os.DirEntry[str]]:
    waiting = [os.fspath(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.is_file():
                    yield entry


def tell_limits(option: str, settings: Settings, folder: Path, log: Log) -> None:
    """Say where a finished site exceeds or comes near a limit of the service it is published at.

    Args:
        option: The option `publish`.
        settings: What the site was made by.
        folder: The site.
        log: Told of what is exceeded as a warning.
    """
    host = publishing_host(option)
    if host not in LIMITS:
        return
    for said in limit_messages(host, site_size(folder), settings):
        log.log(logging.INFO if ", near what " in said else logging.WARNING, "%s", said)


def limit_messages(host: str, site: SiteSize, settings: Settings) -> Iterator[str]:
    """Yield a line for each limit that a site exceeds or comes near.

    Args:
        host: A key of `LIMITS`; for others there is nothing to say.
        site: The site.
        settings: What it was made by: no line advises what is in use.
    """
    limits = LIMITS.get(host)
    if limits is None:
        return
    if word := _word(site.size, limits.size):
        yield (
            f"The site has {_megabytes(site.size)}, {word} what {limits.name} accepts "
            f"({_megabytes(limits.size)}): {_advice(settings, _FOR_BYTES)} it smaller"
        )
    if word := _word(site.files, limits.files):
        yield (
            f"The site has {site.files:,} files, {word} what {limits.name} accepts "
            f"({limits.files:,}): {_advice(settings, _FOR_FILES)} it fewer"
        )
    if word := _word(site.fullest_files, limits.folder_files):
        yield (
            f"The folder {site.fullest} has {site.fullest_files:,} files, {word} what "
            f"{limits.name} accepts in one ({limits.folder_files:,}): "
            f"{_advice(settings, _FOR_FOLDER)} it fewer"
        )
    if word := _word(site.largest_size, limits.file_size):
        yield (
            f"The file {site.largest} has {_megabytes(site.largest_size)}, {word} what "
            f"{limits.name} accepts ({_megabytes(limits.file_size)})"
        )


def _advice(settings: Settings, remedies: Sequence[str]) -> str:
    """Return a subject and its verb: what helps and is not in use."""
    left = [each for each in remedies if each not in _IN_USE or not _IN_USE[each](settings)]
    return f"{enumeration(left)} {'makes' if len(left) == 1 else 'make'}"


def _word(number: int, limit: int) -> str:
    if not limit or number < limit * _NEAR:
        return ""
    return "near" if number <= limit else "more than"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"
