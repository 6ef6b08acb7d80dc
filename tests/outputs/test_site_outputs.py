from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from support.linked import link_files

from mkdocs_repodoc import linking
from mkdocs_repodoc.inventories.external_projects import ExternalProjects
from mkdocs_repodoc.inventories.inventory_format import read_inventory
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.outputs.documented_site import DocumentedSite
from mkdocs_repodoc.outputs.site_outputs import SiteOutputs
from mkdocs_repodoc.pages.planning.plan import plan_site
from mkdocs_repodoc.pipeline.site_queries import SiteQueries
from mkdocs_repodoc.settings import Settings

FILES = {
    "shop/__init__.py": "from shop.money import add\n",
    "shop/money.py": "def add(a, b):\n    return a + b\n",
    "pyproject.toml": '[project]\nname = "shop"\nversion = "1.2"\n',
}


@pytest.fixture(scope="module")
def outputs() -> SiteOutputs:
    linked = link_files(FILES)
    settings = Settings(root=Path("/nowhere"))
    plan = plan_site(linked.repository, settings)

    def exports(path: str) -> Mapping[str, SymbolRef]:
        return linking.exports_of(linked.index, path)

    queries = SiteQueries(
        linked.index, Path("/nowhere"), linked.details.__getitem__, ExternalProjects(())
    )
    return SiteOutputs(DocumentedSite(linked.repository, plan, exports, queries), settings)


def test_the_inventory_has_each_object_under_each_of_its_names(outputs: SiteOutputs) -> None:
    inventory = read_inventory(outputs["objects.inv"])
    assert (inventory.project, inventory.version) == ("shop", "1.2")
    url = "repo/shop/money.py_docs/#shop.money.add"
    assert [(item.name, item.role, item.uri, item.priority) for item in inventory.items] == [
        ("shop", "module", "repo/shop/__init__.py_docs/#shop", 1),
        ("shop.add", "function", url, -1),
        ("shop.money", "module", "repo/shop/money.py_docs/#shop.money", 1),
        ("shop.money.add", "function", url, 1),
    ]


def test_what_is_no_output_is_missing(outputs: SiteOutputs) -> None:
    assert list(outputs) == ["objects.inv"]
    assert outputs.get("objects.json") is None
    assert outputs.get("index.scip") is None
