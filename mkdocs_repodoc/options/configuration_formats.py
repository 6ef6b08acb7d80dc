"""Kinds of configuration files, each read for what it says of us.

Nothing of MkDocs is needed to read its mkdocs.yml. What only MkDocs could make of a value, such as
`!!python/name`, is left alone unless it stands in an option of ours.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_repodoc.errors import ConfigurationError, SettingsError
from mkdocs_repodoc.options.checks import Check, shown, switch, text, web_address
from mkdocs_repodoc.options.named_paths import LARGEST_CONFIGURATION, check_reach
from mkdocs_repodoc.sources.came_along import came_along
from mkdocs_repodoc.sources.git import GitError
from mkdocs_repodoc.text.source_text import read_named

ENTRY = "repodoc"
"""Name of the plugin's entry, and of the table in other files."""
_DOCS_DIR = "docs"
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\."""
_LONG_KEY = re.compile(rf"(?<![\w.-]){_PART}(?:[ \t]*+{_PART}){{200}}")
"""A key that the parser takes time for by the square of its parts."""

SITE_CHECKS: Mapping[str, Check[object]] = MappingProxyType(
    {
        "site_name": text,
        "site_url": web_address,
        "repo_url": web_address,
        "site_dir": text,
        "docs_dir": text,
        "use_directory_urls": switch,
    }
)
"""What is said of the site beside the options, under the names that MkDocs has for it."""


class Said(NamedTuple):
    """What a file says of us."""

    options: Mapping[str, object]
    """The options, not checked yet."""
    site: Mapping[str, object]
    """What it says of the site beside them, likewise."""
    docs_dir: str | None
    """Folder of the hand-written pages where the file doesn't name one."""


def said_in(file: Path, within: Path | None) -> Said | None:
    """Return what a file says of us, or `None` if it is about other things only.

    Args:
        file: The file; it is read as its name, or else its suffix, has it.
        within: Folder that it may not lead out of, as it may have come with the repository; `None`
            if it is the user's own.

    Raises:
        ConfigurationError: It can't be read.
    """
    by_suffix = _in_yaml if file.suffix in {".yml", ".yaml"} else _in_own_toml
    reader = _READERS.get(file.name, by_suffix)
    try:
        if within is not None and file.is_symlink() and came_along(file):
            check_reach(file.name, file.resolve(), within)
        return reader(file, within)
    except OSError as error:
        raise ConfigurationError(file, f"it can't be read: {error.strerror}") from error
    except RecursionError as error:
        raise ConfigurationError(file, "it is nested too deeply") from error
    except (SettingsError, GitError) as error:
        raise ConfigurationError(file, str(error)) from error
    except ValueError as error:  # what is no TOML or YAML, and text that is not UTF-8
        raise ConfigurationError(file, " ".join(str(error).split())) from error


def _in_yaml(file: Path, within: Path | None) -> Said | None:
    from mkdocs_repodoc.options.mkdocs_yaml import read_yaml  # noqa: PLC0415 - other files need no YAML

    content = read_yaml(file, within)
    plugins = content.get("plugins")
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if entry == ENTRY:
            return Said({}, _of_the_site(content), _DOCS_DIR)
        if isinstance(entry, Mapping) and ENTRY in entry:
            options = dict(_table(file, entry[ENTRY] or {}))
            options.pop("enabled", None)  # MkDocs has it for every plugin
            return Said(options, _of_the_site(content), _DOCS_DIR)
    return None


def _in_own_toml(file: Path, _: Path | None) -> Said | None:
    return _own_table(_toml(file))


def _in_pyproject(file: Path, _: Path | None) -> Said | None:
    tool = _table(file, _toml(file).get("tool", {}))
    return _own_table(_table(file, tool[ENTRY])) if ENTRY in tool else None


def _own_table(table: Mapping[str, object]) -> Said:
    options = {name: value for name, value in table.items() if name not in SITE_CHECKS}
    return Said(options, _of_the_site(table), None)


def _in_zensical(file: Path, _: Path | None) -> Said | None:
    project = _table(file, _toml(file).get("project", {}))
    plugins = _table(file, project.get("plugins", {}))
    if ENTRY not in plugins:
        return None
    return Said(_table(file, plugins[ENTRY]), _of_the_site(project), _DOCS_DIR)


_READERS: Mapping[str, Callable[[Path, Path | None], Said | None]] = MappingProxyType(
    {
        "repodoc.toml": _in_own_toml,
        "pyproject.toml": _in_pyproject,
        "zensical.toml": _in_zensical,
        "properdocs.yml": _in_yaml,
        "mkdocs.yml": _in_yaml,
        "mkdocs.yaml": _in_yaml,
    }
)
"""Name → reader of a file."""

READ_FIRST, *_ = CONFIGURATION_FILES = tuple(_READERS)
"""Names of the files; of those in a folder, the first that speaks of us is the one."""


def _toml(file: Path) -> Mapping[str, object]:
    content = read_named(file, LARGEST_CONFIGURATION).decode("utf-8")
    if _LONG_KEY.search(content):
        raise ConfigurationError(file, "a key has more than 200 parts")
    return tomllib.loads(content)


def _table(file: Path, value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise ConfigurationError(file, f"expected names and values, got {shown(value)}")
    return value


def _of_the_site(table: Mapping[str, object]) -> dict[str, object]:
    return {name: table[name] for name in SITE_CHECKS if table.get(name) is not None}
