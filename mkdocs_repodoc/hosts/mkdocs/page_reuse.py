"""The digest of all that makes a whole page of a body, where that can be known.

A page in the site is its body in the theme's templates, beside the navigation: MkDocs, the theme,
the configuration and the navigation make it; and other plugins, which may do anything to a page. So
whole pages are used again only in a site whose plugins are known to leave generated pages alone,
without hooks. In others, bodies are. Templates of the user's may list all pages of the site: with
these a page more or less changes every one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import mkdocs

from mkdocs_repodoc.cache.code_digest import version
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.hosts.mkdocs.earlier_pages import write_if_changed
from mkdocs_repodoc.hosts.mkdocs.navigation import FolderSection, RepositoryNavigation
from mkdocs_repodoc.hosts.mkdocs.virtual_files import PageStage
from mkdocs_repodoc.pipeline.stores.page_store import PageStore

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation

    from mkdocs_repodoc.hosts.mkdocs.virtual_files import VirtualPage
    from mkdocs_repodoc.pipeline.site import Site

_HARMLESS = {"repodoc", "search", "material/search", "offline", "material/offline"}
"""Plugins that read a page, or change hand-written pages only."""

_OWN_OPTIONS = {"config_file_path", "docs_dir", "site_dir", "plugins", "hooks", "nav", "watch"}
"""Options that stand nowhere in a page, or are looked at on their own."""

_HOST_LIBRARIES = ("mkdocs-material", "mkdocs", "properdocs", "jinja2")
"""Distributions whose version can change a page around its body."""

_VERSIONED_THEMES = {"material", "mkdocs", "readthedocs"}
"""Themes whose templates, where they are installed, a package's version stands for."""


@dataclass(frozen=True)
class Surroundings:
    """What themes show around generated pages.

    Attributes:
        navigation: Navigation of the hand-written pages.
        views: Makes the generated section as one page shows it.
        pages: The generated pages by source URI.
    """

    navigation: Navigation
    views: RepositoryNavigation
    pages: Mapping[str, VirtualPage]

    def frame(self, uri: str) -> object:
        """Return what is shown around one page only."""
        return self.views.frame(self.pages[uri])


@dataclass(frozen=True)
class WholePages:
    """Whole pages of earlier builds.

    Attributes:
        site: What they are pages of.
        kept: The pages, which name the documented commit by a placeholder.
    """

    site: Site
    kept: PageStore[str]

    def settle(self, uris: Sequence[str]) -> None:
        """Find out of kept pages what takes as long in each process that makes some."""
        self.kept.settle(uris)

    def restore(self, pages: Sequence[VirtualPage]) -> list[VirtualPage]:
        """Write the pages that are as they were into the site; return the others.

        Of those, nothing is in the site then.
        """
        missing = {page.plan.uri: page for page in pages}
        for uri, content in self.kept.restore(list(missing)).items():
            page = missing.pop(uri)
            page.stage = PageStage.RESTORED
            filled_in = self.site.revision.fill_in(content).encode()
            write_if_changed(filled_in, Path(page.file.abs_dest_path))
        for page in missing.values():
            Path(page.file.abs_dest_path).unlink(missing_ok=True)
        return list(missing.values())

    def keep(self, page: VirtualPage, output: str) -> None:
        """Keep a page that MkDocs is about to write into the site, made of a draft."""
        content = output.encode("utf-8", "xmlcharrefreplace")
        self.kept.keep(page.plan.uri, content, page.fingerprint)


def whole_pages(
    cache: Cache, site: Site, config: MkDocsConfig, around: Surroundings
) -> WholePages | None:
    """Return the whole pages of earlier builds, or `None` where reuse can't be proven safe.

    Args:
        cache: Where pages are kept.
        site: What they are pages of.
        config: MkDocs' configuration.
        around: What the theme shows around them.
    """
    if config.hooks or not set(config.plugins) <= _HARMLESS:
        return None
    variant = _variant(site, config, around.navigation)
    site.keep_parts(cache)
    return WholePages(site, PageStore(cache, site, variant, bytes.decode, around.frame))


def _variant(site: Site, config: MkDocsConfig, navigation: Navigation) -> str:
    """Return the digest of all that makes pages of bodies."""
    options = {key: value for key, value in config.items() if key not in _OWN_OPTIONS}
    options["theme"] = {**dict(config.theme), "name": config.theme.name}
    options["plugins"] = {name: dict(plugin.config) for name, plugin in config.plugins.items()}
    parts = (
        _versions(),
        json.dumps(options, default=_described, sort_keys=True),
        json.dumps([_entry(item) for item in navigation.items], default=_described),
    )
    digest = sha256("\0".join(parts).encode("utf-8", "backslashreplace"))
    unknown = [folder for folder in map(Path, config.theme.dirs) if not _is_known(config, folder)]
    for folder in unknown:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            digest.update(file.read_bytes())
    if unknown:
        digest.update(repr(list(site.plan.pages.values())).encode("utf-8", "backslashreplace"))
    return digest.hexdigest()


def _versions() -> str:
    return " ".join([mkdocs.__version__, *map(version, _HOST_LIBRARIES)])


def _described(value: object) -> str:
    """Describe an option's value the same way in each run."""
    return re.sub(r" at 0x[0-9a-f]+", "", repr(value))


def _is_known(config: MkDocsConfig, folder: Path) -> bool:
    """Tell whether a theme's version stands for a folder of templates."""
    return config.theme.name in _VERSIONED_THEMES and _is_installed(folder)


def _is_installed(folder: Path) -> bool:
    return any(part in {"site-packages", "dist-packages"} for part in folder.parts)


def _entry(item: StructureItem) -> list[object]:
    if isinstance(item, FolderSection):  # each page has a view of its own, which its frame has
        return []
    children = getattr(item, "children", None) or ()
    return [
        item.title,
        getattr(item, "url", ""),
        dict(getattr(item, "meta", None) or {}),
        [_entry(child) for child in children],
    ]
