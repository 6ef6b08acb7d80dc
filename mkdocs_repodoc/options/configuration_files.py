"""The files that options are read from where no host reads them: found, and read as they stand.

Nothing of MkDocs is needed to read its mkdocs.yml. What only MkDocs could make of a value, such as
`!!python/name`, is left alone unless it stands in an option of ours.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import yaml

from mkdocs_repodoc.errors import ConfigurationError, SettingsError
from mkdocs_repodoc.options.checks import Check, switch, text
from mkdocs_repodoc.options.declared import Options, read_options
from mkdocs_repodoc.options.mkdocs_yaml import read_yaml
from mkdocs_repodoc.options.resolve import SiteFacts
from mkdocs_repodoc.processes.isolation import repository

_ENTRY = "repodoc"
"""Name of the plugin's entry, and of the table in other files."""

_SITE_DIR = "site"
_DOCS_DIR = "docs"

_SITE_CHECKS: Mapping[str, Check[object]] = MappingProxyType(
    {
        "site_name": text,
        "site_url": text,
        "repo_url": text,
        "site_dir": text,
        "docs_dir": text,
        "use_directory_urls": switch,
    }
)
"""What is said of the site beside the options, under the names that MkDocs has for it."""


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


class _Said(NamedTuple):
    """What a file says of us."""

    options: Mapping[str, object]
    site: Mapping[str, object]
    docs_dir: str | None
    """Folder of the hand-written pages where the file doesn't name one."""


def find_configuration(folder: Path) -> ConfiguredSite:
    """Return what the nearest configuration file says, from a folder up to the repository's top.

    Args:
        folder: Where to begin.

    Raises:
        ConfigurationError: A file can't be read, or says something that can't be used.
    """
    start = folder.resolve()
    for each in _up_to_the_top(start):
        for name in _READERS:
            if (each / name).is_file() and (said := _said(each / name)) is not None:
                return _configuration(each / name, said)
    # The same wherever in the repository somebody stands: one cache, one site.
    top = repository(start) or start
    return ConfiguredSite(None, Options(), _site_facts(top / _READ_FIRST, {}, None), "")


def read_configuration(file: Path) -> ConfiguredSite:
    """Return what a configuration file says that the user has named.

    Args:
        file: What it says is read as its name, or else its suffix, has it.

    Raises:
        ConfigurationError: It can't be read, or says something that can't be used.
    """
    said = _said(file.resolve())
    if said is None:
        raise ConfigurationError(file, f"it says nothing of {_ENTRY}")
    return _configuration(file.resolve(), said)


def _up_to_the_top(folder: Path) -> Iterator[Path]:
    top = repository(folder) or folder
    yield folder
    for parent in folder.parents:
        if folder == top:
            break
        yield parent
        if parent == top:
            break


def _said(file: Path) -> _Said | None:
    """Return what a file says of us, or `None` if it is about other things only.

    Raises:
        ConfigurationError: It can't be read.
    """
    by_suffix = _in_yaml if file.suffix in {".yml", ".yaml"} else _in_own_toml
    reader = _READERS.get(file.name, by_suffix)
    try:
        return reader(file)
    except OSError as error:
        raise ConfigurationError(file, f"it can't be read: {error.strerror}") from error
    except (ValueError, yaml.YAMLError) as error:  # TOML's, and text that is not UTF-8
        raise ConfigurationError(file, " ".join(str(error).split())) from error


def _in_yaml(file: Path) -> _Said | None:
    content = read_yaml(file)
    plugins = content.get("plugins")
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if entry == _ENTRY:
            return _Said({}, _of_the_site(content), _DOCS_DIR)
        if isinstance(entry, Mapping) and _ENTRY in entry:
            options = dict(_table(file, entry[_ENTRY] or {}))
            options.pop("enabled", None)  # MkDocs has it for every plugin
            return _Said(options, _of_the_site(content), _DOCS_DIR)
    return None


def _in_own_toml(file: Path) -> _Said | None:
    return _own_table(_toml(file))


def _in_pyproject(file: Path) -> _Said | None:
    tool = _table(file, _toml(file).get("tool", {}))
    return _own_table(_table(file, tool[_ENTRY])) if _ENTRY in tool else None


def _own_table(table: Mapping[str, object]) -> _Said:
    options = {name: value for name, value in table.items() if name not in _SITE_CHECKS}
    return _Said(options, _of_the_site(table), None)


def _in_zensical(file: Path) -> _Said | None:
    project = _table(file, _toml(file).get("project", {}))
    plugins = _table(file, project.get("plugins", {}))
    if _ENTRY not in plugins:
        return None
    return _Said(_table(file, plugins[_ENTRY]), _of_the_site(project), _DOCS_DIR)


_READERS: Mapping[str, Callable[[Path], _Said | None]] = MappingProxyType(
    {
        "repodoc.toml": _in_own_toml,
        "pyproject.toml": _in_pyproject,
        "zensical.toml": _in_zensical,
        "properdocs.yml": _in_yaml,
        "mkdocs.yml": _in_yaml,
        "mkdocs.yaml": _in_yaml,
    }
)
"""Name → reader of a file; the first in a folder that speaks of us is the one."""

_READ_FIRST = "repodoc.toml"


def _toml(file: Path) -> Mapping[str, object]:
    return tomllib.loads(file.read_text("utf-8"))


def _table(file: Path, value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise ConfigurationError(file, f"expected names and values, got {value!r}")
    return value


def _of_the_site(table: Mapping[str, object]) -> dict[str, object]:
    return {name: table[name] for name in _SITE_CHECKS if table.get(name) is not None}


def _configuration(file: Path, said: _Said) -> ConfiguredSite:
    try:
        site = {name: _checked(name, value) for name, value in said.site.items()}
        options = read_options(said.options)
    except SettingsError as error:
        raise ConfigurationError(file, str(error)) from error
    facts = _site_facts(file, site, said.docs_dir)
    return ConfiguredSite(file, options, facts, str(site.get("site_url", "")))


def _checked(name: str, value: object) -> object:
    try:
        return _SITE_CHECKS[name](value)
    except ValueError as error:
        raise SettingsError(name, str(error)) from error


def _site_facts(file: Path, site: Mapping[str, object], docs_dir: str | None) -> SiteFacts:
    docs = site.get("docs_dir", docs_dir)
    base = file.parent
    return SiteFacts(
        base=base,
        name=str(site.get("site_name", "")),
        repo_url=str(site.get("repo_url", "")),
        site_dir=_site_dir(file, str(site.get("site_dir", _SITE_DIR))),
        docs_dir=None if docs is None else (base / str(docs)).resolve(),
        directory_urls=site.get("use_directory_urls", True) is True,
    )


def _site_dir(file: Path, named: str) -> Path:
    """Return the folder that a site is written into.

    Raises:
        ConfigurationError: It seems to be beside the file or below, and is not: the link may have
            come with the repository.
    """
    seen = Path(os.path.normpath(file.parent / named))
    folder = seen.resolve()
    if seen.is_relative_to(file.parent) and not folder.is_relative_to(file.parent.resolve()):
        raise ConfigurationError(
            file, f"site_dir {named}: a link leads it out to {folder}; name that folder instead"
        )
    return folder
