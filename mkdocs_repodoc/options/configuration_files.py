"""The files that options are read from where no host reads them, and what they come to.

One that is found may have come with what is documented, and so may one that git tracks: it leads
nowhere else. What the user names beside that is the user's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs_repodoc.errors import ConfigurationError, SettingsError
from mkdocs_repodoc.options.configuration_formats import (
    CONFIGURATION_FILES,
    ENTRY,
    READ_FIRST,
    SITE_CHECKS,
    Said,
    said_in,
)
from mkdocs_repodoc.options.declared import Options, read_options
from mkdocs_repodoc.options.named_paths import followed, located, typed
from mkdocs_repodoc.options.resolve import SiteFacts
from mkdocs_repodoc.paths import WRITTEN_FILES
from mkdocs_repodoc.processes.isolation import repository
from mkdocs_repodoc.sources.came_along import came_along
from mkdocs_repodoc.sources.git import GitError, tracked

_SITE_DIR = "site"
_OF_HOSTS = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "zensical.toml")
"""Files of programs that write their sites into the same folder."""


@dataclass(frozen=True, slots=True)
class ConfiguredSite:
    """What a configuration file says.

    Attributes:
        file: The file; `None` if there is none, and all is as by default.
        options: The options.
        site: Facts of the site.
        site_url: Address of the published site; empty if it isn't said.
    """

    file: Path | None
    options: Options
    site: SiteFacts
    site_url: str


def find_configuration(folder: Path) -> ConfiguredSite:
    """Return what the nearest configuration file says, from a folder up to the repository's top.

    Args:
        folder: Where to begin.

    Raises:
        ConfigurationError: A file can't be read, or says something that can't be used.
    """
    start = folder.resolve()
    # The same wherever in the repository somebody stands: one cache, one site.
    top = repository(start) or start
    for each in _up_to_the_top(start):
        for name in CONFIGURATION_FILES:
            file = each / name
            if file.is_file() and (said := said_in(file, top)) is not None:
                return _configuration(file, said, top)
    facts = _site_facts(top / READ_FIRST, {}, None, top)
    return ConfiguredSite(None, Options(), facts, "")


def read_configuration(file: Path) -> ConfiguredSite:
    """Return what a configuration file says that the user has named.

    Args:
        file: What it says is read as its name, or else its suffix, has it.

    Raises:
        ConfigurationError: It can't be read, or says something that can't be used.
    """
    try:
        resolved = typed("--config-file", file)
        within = repository(resolved.parent) if came_along(file.absolute()) else None
    except (SettingsError, GitError) as error:
        raise ConfigurationError(file, str(error)) from error
    said = said_in(resolved, within)
    if said is None:
        raise ConfigurationError(file, f"it says nothing of {ENTRY}")
    return _configuration(resolved, said, within)


def _up_to_the_top(folder: Path) -> Iterator[Path]:
    top = repository(folder) or folder
    yield folder
    for parent in folder.parents:
        if folder == top:
            break
        yield parent
        if parent == top:
            break


def _configuration(file: Path, said: Said, within: Path | None) -> ConfiguredSite:
    try:
        site = {name: _checked(name, value) for name, value in said.site.items()}
        options = read_options(said.options)
        facts = _site_facts(file, site, said.docs_dir, within)
    except SettingsError as error:
        raise ConfigurationError(file, str(error)) from error
    return ConfiguredSite(file, options, facts, str(site.get("site_url", "")))


def _checked(name: str, value: object) -> object:
    try:
        return SITE_CHECKS[name](value)
    except ValueError as error:
        raise SettingsError(name, str(error)) from error


def _site_facts(
    file: Path, site: Mapping[str, object], docs_dir: str | None, within: Path | None
) -> SiteFacts:
    docs = site.get("docs_dir", docs_dir)
    base = file.parent
    site_dir = _site_dir(file, str(site.get("site_dir", _SITE_DIR)))
    is_own = "site_dir" in site or any((base / name).is_file() for name in _OF_HOSTS)
    return SiteFacts(
        base=base,
        name=str(site.get("site_name", "")),
        repo_url=str(site.get("repo_url", "")),
        site_dir=site_dir,
        docs_dir=None if docs is None else located("docs_dir", str(docs), base)[1],
        directory_urls=site.get("use_directory_urls", True) is True,
        within=within,
        is_site_dir_taken=not is_own and _is_taken(site_dir),
    )


def _is_taken(folder: Path) -> bool:
    """Return whether a folder holds files of the repository, such as the sources of a website."""
    try:
        return folder.is_dir() and not (folder / WRITTEN_FILES).exists() and bool(tracked(folder))
    except GitError:
        return False


def _site_dir(file: Path, named: str) -> Path:
    """Return the folder that a site is written into.

    Raises:
        SettingsError: It is no path. Or it seems to be beside the file or below, and is not: the
            link may have come with the repository.
    """
    folder = followed("site_dir", named, file.parent, None)
    seen, _ = located("site_dir", named, file.parent)
    if seen.is_relative_to(file.parent) and not folder.is_relative_to(file.parent.resolve()):
        raise SettingsError(
            "site_dir", f"{named}: a link leads it out to {folder}; name that folder instead"
        )
    return folder
