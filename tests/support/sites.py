"""Sites built in this process, with everything that was logged meanwhile."""

from __future__ import annotations

import functools
import logging
import re
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import jinja2
from jinja2.bccache import Bucket
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.theme import Theme

from mkdocs_repodoc.hosts.mkdocs.plugin import RepodocPlugin
from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.pipeline.site import Site

PROJECT = Path(__file__).parents[2]
EXAMPLE = PROJECT / "example_site"
LOGGERS = ("mkdocs", "mkdocs_repodoc", "py.warnings")


class Records(logging.Handler):
    """Keeps log records."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def lines(self, level: int = logging.INFO) -> list[str]:
        """Return `LEVEL: message` of each record of at least a level."""
        return [
            f"{record.levelname}: {record.getMessage()}"
            for record in self.records
            if record.levelno >= level
        ]


def planned(config: MkDocsConfig) -> Site:
    """Return the generated pages of the build that has used a configuration last."""
    plugin = config.plugins["repodoc"]
    assert isinstance(plugin, RepodocPlugin)
    return plugin._site


@contextmanager
def recorded(loggers: tuple[str, ...] = LOGGERS) -> Iterator[Records]:
    """Keep what these loggers log while the block lasts."""
    records = Records()
    levels = {name: logging.getLogger(name).level for name in loggers}
    for name in loggers:
        logger = logging.getLogger(name)
        logger.addHandler(records)
        logger.setLevel(logging.INFO)
    try:
        yield records
    finally:
        for name, level in levels.items():
            logging.getLogger(name).removeHandler(records)
            logging.getLogger(name).setLevel(level)


@dataclass
class BuiltSite:
    """A site on disk and what was logged when it was built."""

    folder: Path
    log: list[str]
    config: MkDocsConfig = field(repr=False)
    plan: SitePlan = field(repr=False)
    """Of the generated pages."""

    def read(self, url: str) -> str:
        """Return the HTML of a page."""
        path = self.folder / (url + "index.html" if url.endswith("/") or not url else url)
        return path.read_text("utf-8")

    def article(self, url: str) -> str:
        """Return the HTML of what Material shows of a page, without navigation."""
        match = re.search(r"(?s)<article\b[^>]*>(.*)</article>", self.read(url))
        assert match, url
        return match[1]

    @property
    def pages(self) -> list[str]:
        """Paths of all HTML files of the site."""
        return sorted(
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html")
        )


class _Compiled(jinja2.BytecodeCache):
    """Code of templates, kept by their source: compiling a theme's takes half of a small build."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key] = bucket.bytecode_to_string()


class _Templates(jinja2.FileSystemLoader):
    """Lists installed themes once, and no icons: MkDocs would look at 13,000 to leave them out."""

    def list_templates(self) -> list[str]:
        listed = set()
        for folder in self.searchpath:
            is_installed = Path(folder).is_relative_to(_INSTALLED)
            listed.update((_installed_names if is_installed else _names)(folder))
        return sorted(listed)


def _names(folder: str) -> list[str]:
    names = jinja2.FileSystemLoader(folder).list_templates()
    return [name for name in names if not name.startswith(".")]


_installed_names = functools.cache(_names)
_INSTALLED = Path(sysconfig.get_path("purelib"))
_COMPILED = _Compiled()
_MAKE_ENVIRONMENT = Theme.get_env


def _environment(theme: Theme) -> jinja2.Environment:
    made = _MAKE_ENVIRONMENT(theme)
    made.bytecode_cache = _COMPILED
    made.loader = _Templates(theme.dirs)
    return made


def build_site(
    config_file: Path, site_dir: Path, *, dirty: bool = False, **overrides: Any
) -> BuiltSite:
    """Build a site as `mkdocs build --strict` does, or `mkdocs build --dirty`.

    Raises:
        Abort: The configuration is wrong or, with the log's last line saying so, strict mode
            has counted warnings.
    """
    with recorded() as records, patch.object(Theme, "get_env", _environment):
        try:
            config = load_config(
                str(config_file), site_dir=str(site_dir), strict=not dirty, **overrides
            )
            config.plugins.on_startup(command="build", dirty=dirty)
            try:
                build(config, dirty=dirty)
                # Taken now: MkDocs keeps plugins from one configuration to the next.
                plan = planned(config).plan
            finally:
                config.plugins.on_shutdown()
        except Abort as error:
            raise Abort("\n".join([str(error), *records.lines(logging.WARNING)])) from error
    return BuiltSite(site_dir, records.lines(), config, plan)
