"""`objects.inv`: the Python objects of the site, for other projects that refer to them."""

from __future__ import annotations

import re
from urllib.parse import quote

from mkdocs_repodoc.insight.documented_objects import python_objects
from mkdocs_repodoc.inventories.inventory_format import Inventory, InventoryItem, write_inventory
from mkdocs_repodoc.outputs.documented_site import DocumentedSite

_PLAIN_ANCHOR = re.compile(r"[A-Za-z0-9_.]*")
_ANCHOR_SAFE = "/:@!$&'*+,;=().~-_?"
_FURTHER = -1
"""Priority of a further name, which Sphinx leaves out of searches as it does with its own."""


def objects_inventory(site: DocumentedSite) -> bytes:
    """Return the inventory of a site's generated pages, as a file."""
    repository, plan = site.repository, site.plan
    urls = {path: plan.pages[plan.uri("file", path)].url for path in repository.files}
    items = [
        InventoryItem(
            item.name,
            item.role,
            f"{urls[item.path]}#{_quoted(item.anchor)}",
            priority=_FURTHER if item.further else 1,
        )
        for item in python_objects(repository, site.exports)
    ]
    name = repository.project.name or repository.name
    return write_inventory(Inventory(name, repository.project.version, tuple(sorted(items))))


def _quoted(anchor: str) -> str:
    return anchor if _PLAIN_ANCHOR.fullmatch(anchor) else quote(anchor, _ANCHOR_SAFE)
