"""References by name from hand-written pages to generated ones, through mkdocs-autorefs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_repodoc.hosts.mkdocs.virtual_files import VirtualFile
    from mkdocs_repodoc.insight.documented_objects import PythonObject


def register_names(
    objects: Iterable[PythonObject], pages: Iterable[VirtualFile], config: MkDocsConfig
) -> None:
    """Tell mkdocs-autorefs, if it is there, where the names of the repository are described.

    They are registered as secondary: an object that mkdocstrings renders stays where it is.

    Args:
        objects: What has a name.
        pages: Files of the generated pages.
        config: Knows the other plugins.
    """
    autorefs: Any = config.plugins.get("autorefs")
    if autorefs is None:
        return
    described = {file.plan.path: file.page for file in pages if file.plan.kind == "file"}
    for item in objects:
        page = described[item.path]
        autorefs.register_anchor(page, item.name, item.anchor, primary=False)
