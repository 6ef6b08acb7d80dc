"""Whole pages of the last build, reused where nothing that makes a page has changed.

A page in the site is its body in the theme's templates, beside the navigation. The body's inputs
are covered by the site's digest. The rest is MkDocs, the theme, the configuration and the
navigation; and other plugins, which may do anything to a page. So pages are reused only in a site
whose plugins are known to leave generated pages alone, without hooks.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import mkdocs
from mkdocs.utils import write_file

from mkdocs_repodoc.cache import Cache

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation

    from mkdocs_repodoc.plugin.files import VirtualPage

PAGE = "page"

_HARMLESS = {"repodoc", "search", "material/search", "offline", "material/offline"}
"""Plugins that read a page, or change hand-written pages only."""

_OWN_OPTIONS = {"config_file_path", "docs_dir", "site_dir", "plugins", "hooks", "nav", "watch"}
"""Options that stand nowhere in a page, or are looked at on their own."""

_VERSIONED_THEMES = {"material", "mkdocs", "readthedocs"}
"""Themes whose templates, where they are installed, a package's version stands for."""

_BATCH = 32
"""Pages that are in memory at the same time."""

_LEVEL = 1
"""A page shrinks to a seventh; more effort costs more time than reading the rest would."""


@dataclass(frozen=True)
class PageStore:
    """Whole pages by source URI.

    Attributes:
        cache: Where they are kept.
        digest: Digest of all that a page of this build depends on.
    """

    cache: Cache
    digest: str

    def restore(self, pages: Sequence[VirtualPage]) -> list[VirtualPage]:
        """Write the pages that were kept into the site; return the others."""
        missing = []
        for batch in _batches(pages):
            kept = self.cache.get_many(PAGE, map(self._key, batch))
            for page in batch:
                if (packed := kept.get(self._key(page))) is None:
                    missing.append(page)
                else:
                    write_file(zlib.decompress(packed), page.file.abs_dest_path)
        return missing

    def keep(self, pages: Sequence[VirtualPage]) -> None:
        """Keep pages that were written into the site."""
        for batch in _batches(pages):
            contents = (Path(page.file.abs_dest_path).read_bytes() for page in batch)
            self.cache.put_many(
                PAGE,
                [
                    (self._key(page), zlib.compress(content, _LEVEL))
                    for page, content in zip(batch, contents, strict=True)
                ],
            )

    def _key(self, page: VirtualPage) -> str:
        return f"{self.digest}:{page.plan.uri}"


def _batches(pages: Sequence[VirtualPage]) -> Iterator[Sequence[VirtualPage]]:
    for start in range(0, len(pages), _BATCH):
        yield pages[start : start + _BATCH]


def page_store(
    cache: Cache, site_digest: str, config: MkDocsConfig, navigation: Navigation
) -> PageStore | None:
    """Return the store of a build's pages, or `None` where reuse can't be proven safe.

    Args:
        cache: Where pages are kept.
        site_digest: Digest of all that the bodies depend on.
        config: MkDocs' configuration.
        navigation: Navigation of the hand-written pages.
    """
    if config.hooks or not set(config.plugins) <= _HARMLESS:
        return None
    options = {key: value for key, value in config.items() if key not in _OWN_OPTIONS}
    options["theme"] = {**dict(config.theme), "name": config.theme.name}
    options["plugins"] = {name: dict(plugin.config) for name, plugin in config.plugins.items()}
    parts = (
        site_digest,
        _versions(),
        json.dumps(options, default=_described, sort_keys=True),
        json.dumps([_entry(item) for item in navigation.items], default=_described),
    )
    digest = sha256("\0".join(parts).encode("utf-8", "backslashreplace"))
    for folder in map(Path, config.theme.dirs):
        if config.theme.name not in _VERSIONED_THEMES or not _is_installed(folder):
            for file in sorted(path for path in folder.rglob("*") if path.is_file()):
                digest.update(file.read_bytes())
    return PageStore(cache, digest.hexdigest())


def _versions() -> str:
    versions = [mkdocs.__version__]
    for name in ("mkdocs-material", "mkdocs", "properdocs", "jinja2"):
        try:
            versions.append(importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            versions.append("none")
    return " ".join(versions)


def _described(value: object) -> str:
    """Describe an option's value the same way in each run."""
    return re.sub(r" at 0x[0-9a-f]+", "", repr(value))


def _is_installed(folder: Path) -> bool:
    return any(part in {"site-packages", "dist-packages"} for part in folder.parts)


def _entry(item: StructureItem) -> list[object]:
    children = getattr(item, "children", None) or ()
    return [
        item.title,
        getattr(item, "url", ""),
        dict(getattr(item, "meta", None) or {}),
        [_entry(child) for child in children],
    ]
