"""How other pages and other sites find the generated ones by the names of what they describe."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, InclusionLevel

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_repodoc.pages.inventory import PythonObject
    from mkdocs_repodoc.pipeline.site import Site
    from mkdocs_repodoc.plugin.files import VirtualFile

_INVENTORY = "objects.inv"


def add_inventory(site: Site, files: Files, config: MkDocsConfig) -> None:
    """Publish the site's inventory, unless the site has one of another origin.

    To be called once other plugins have written what they write: mkdocstrings puts its inventory
    straight into the site's folder, where a file of MkDocs' would replace it.
    """
    is_taken = files.get_file_from_path(_INVENTORY) or (Path(config.site_dir) / _INVENTORY).exists()
    if not is_taken:
        inventory = site.inventory()
        files.append(
            File.generated(
                config, _INVENTORY, content=inventory, inclusion=InclusionLevel.NOT_IN_NAV
            )
        )


def register_names(
    objects: Iterable[PythonObject], pages: Iterable[VirtualFile], config: MkDocsConfig
) -> None:
    """Tell mkdocs-autorefs, if it is there, where the names of the repository are described.

    They are registered as secondary places: an object that mkdocstrings renders stays where it is.

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
