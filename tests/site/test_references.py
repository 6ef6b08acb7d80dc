"""The site's own inventory, and references by name from hand-written pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sphobjinv
import yaml
from support.repositories import commit_all, write_files
from support.sites import BuiltSite, build_site

from mkdocs_repodoc.pages.inventory import python_objects

FILES = {
    ".gitignore": "/site/\n/.cache/\n",
    "pyproject.toml": '[project]\nname = "shop"\nversion = "1.2"\n',
    "src/shop/__init__.py": '"""A shop."""\n',
    "src/shop/cart.py": '''"""The cart."""

LIMIT = 3

class CartError(ValueError):
    """Too much."""

class Cart:
    """Holds things."""

    size: int = 0

    @property
    def full(self) -> bool:
        """Whether nothing fits in."""

    def add(self, thing: str) -> None:
        """Put a thing in."""

def fill(cart: Cart) -> None:
    """Fill it."""
''',
    "tests/test_cart.py": "from shop.cart import Cart\n\ndef test_add():\n    Cart().add('x')\n",
    "docs/index.md": "# Welcome\n\n[cart][shop.cart.Cart], [shop.cart.Cart.add][], [it][shop]\n",
}


def build(project: Path, *plugins: Any, files: dict[str, str] | None = None) -> BuiltSite:
    write_files(project, FILES | (files or {}))
    config = {"site_name": "Shop", "theme": "mkdocs", "plugins": [*plugins, "repodoc"]}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    commit_all(project)
    return build_site(project / "mkdocs.yml", project / "site")


def test_the_site_publishes_what_it_describes(project: Path) -> None:
    site = build(project, files={"docs/index.md": "# Welcome\n"})
    inventory = sphobjinv.Inventory(site.folder / "objects.inv")
    assert (inventory.project, inventory.version) == ("shop", "1.2")
    found = {item.name: (item.domain, item.role, item.uri_expanded) for item in inventory.objects}
    page = "repo/src/shop/cart.py_docs/#shop.cart"
    assert {name: place for name, place in found.items() if name.startswith("shop.cart")} == {
        "shop.cart": ("py", "module", page),
        "shop.cart.LIMIT": ("py", "data", f"{page}.LIMIT"),
        "shop.cart.CartError": ("py", "exception", f"{page}.CartError"),
        "shop.cart.Cart": ("py", "class", f"{page}.Cart"),
        "shop.cart.Cart.size": ("py", "attribute", f"{page}.Cart.size"),
        "shop.cart.Cart.full": ("py", "property", f"{page}.Cart.full"),
        "shop.cart.Cart.add": ("py", "method", f"{page}.Cart.add"),
        "shop.cart.fill": ("py", "function", f"{page}.fill"),
    }
    assert found["shop"][1] == "module"
    assert found["test_cart.test_add"][1] == "function"


def test_every_address_of_the_inventory_is_in_the_site(example: BuiltSite) -> None:
    pages: dict[str, str] = {}
    inventory = sphobjinv.Inventory(example.folder / "objects.inv")
    assert len(inventory.objects) > 100
    for item in inventory.objects:
        url, _, anchor = item.uri_expanded.partition("#")
        if url not in pages:
            pages[url] = example.read(url)
        assert f'id="{anchor}"' in pages[url] or f"id={anchor}" in pages[url], item.name


def test_an_inventory_of_the_users_stays(project: Path) -> None:
    site = build(project, files={"docs/index.md": "# Welcome\n", "docs/objects.inv": "mine"})
    assert (site.folder / "objects.inv").read_text() == "mine"


def test_hand_written_pages_refer_to_symbols_by_name(project: Path) -> None:
    index = build(project, "autorefs").read("")
    page = "repo/src/shop/cart.py_docs/"
    assert f'href="{page}#shop.cart.Cart">cart</a>' in index
    assert f'href="{page}#shop.cart.Cart.add"' in index
    assert 'href="repo/src/shop/__init__.py_docs/#shop"' in index


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_mkdocstrings_describes_stays_where_it_is(project: Path) -> None:
    files = {
        "docs/index.md": "# Welcome\n\n[cart][shop.cart.Cart], [error][shop.cart.CartError]\n",
        "docs/api.md": "# API\n\n::: shop.cart.Cart\n",
    }
    options = {"handlers": {"python": {"paths": ["src"]}}}
    site = build(project, "autorefs", {"mkdocstrings": options}, files=files)
    index = site.read("")
    assert 'href="api/#shop.cart.Cart"' in index
    assert 'href="repo/src/shop/cart.py_docs/#shop.cart.CartError"' in index
    inventory = sphobjinv.Inventory(site.folder / "objects.inv")
    assert {item.uri_expanded.partition("#")[0] for item in inventory.objects} == {"api/"}


def test_a_name_means_one_object(example: BuiltSite) -> None:
    repository = example.config.plugins["repodoc"]._site.repository
    names = [item.name for item in python_objects(repository)]
    assert len(names) == len(set(names))
