"""The site's own inventory, and references by name from hand-written pages."""

from __future__ import annotations

import os
import re
import socket
from pathlib import Path
from typing import Any

import pytest
import sphobjinv
import yaml
from support.repositories import commit_all, write_files
from support.sites import BuiltSite, build_site, planned

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


def test_a_build_asks_no_other_host(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object) -> None:
        raise OSError("there is no network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    site = build(project, "autorefs")
    page = site.read("repo/src/shop/cart.py_docs/")
    assert "href=https://docs.python.org/3/library/exceptions.html#ValueError" in page


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


def test_a_dirty_build_writes_its_inventory_anew(
    project: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("A 'dirty' build is being performed")
    site = build(project, files={"docs/index.md": "# Welcome\n"})
    old = site.folder / "objects.inv"
    os.utime(old, (0, 0))
    (project / "src/shop/cart.py").write_text("def empty(): ...\n")
    dirty = build_site(project / "mkdocs.yml", project / "site", dirty=True)
    names = {item.name for item in sphobjinv.Inventory(old).objects}
    assert "shop.cart.empty" in names
    assert "shop.cart.fill" not in names
    assert "empty" in dirty.read("repo/src/shop/cart.py_docs/")


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


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_mkdocstrings_refers_to_is_found_here(project: Path) -> None:
    code = FILES["src/shop/cart.py"].replace("Fill it.", "Fill [it][shop.cart.Cart.add].")
    files = {
        "src/shop/cart.py": code,
        "docs/index.md": "# Welcome\n",
        "docs/api.md": "# API\n\n::: shop.cart.fill\n",
    }
    python = {
        "paths": ["src"],
        "options": {
            "show_root_heading": True,
            "show_signature_annotations": True,
            "separate_signature": True,
            "signature_crossrefs": True,
        },
    }
    mkdocstrings = {"mkdocstrings": {"handlers": {"python": python}}}
    page = build(project, "autorefs", mkdocstrings, files=files).read("api/")
    place = "../repo/src/shop/cart.py_docs/#shop.cart.Cart"
    assert re.search(rf'href="{place}"[^>]*>(?:<span[^>]*>)*Cart<', page)  # in the signature
    assert f'href="{place}.add"' in page


def test_a_name_means_one_object(example: BuiltSite) -> None:
    names = [item.name for item in planned(example.config).python_objects()]
    assert len(names) == len(set(names))


PACKAGE = {
    "src/shop/__init__.py": """
from shop.cart import Cart, fill as fill_up
from shop.cart import Cart as Basket, _hidden
from shop.deep import *
from shop import deep
from outside import Other
""",
    "src/shop/deep/__init__.py": "from .inner import dig, Hole\nfrom pathlib import Path\n",
    "src/shop/deep/inner.py": "class Hole:\n    depth = 3\ndef dig(): ...\ndef own(): ...\n",
    "src/shop/cart.py": FILES["src/shop/cart.py"] + "\ndef _hidden(): ...\n",
    "tests/__init__.py": "from tests.test_cart import test_add\n",
}


def test_names_that_packages_pass_on_lead_to_the_one_definition(project: Path) -> None:
    index = "[a][shop.Cart], [b][shop.Cart.add], [c][shop.fill_up], [d][shop.Hole], [e][shop.dig]\n"
    site = build(project, "autorefs", files={**PACKAGE, "docs/index.md": index})
    inventory = sphobjinv.Inventory(site.folder / "objects.inv")
    found = {item.name: (item.role, item.priority, item.uri_expanded) for item in inventory.objects}
    assert len(found) == len(inventory.objects)
    cart, inner = "repo/src/shop/cart.py_docs/#shop.cart", "repo/src/shop/deep/inner.py_docs/#"
    for name in ("Cart", "Basket"):
        assert found[f"shop.{name}"] == ("class", "-1", f"{cart}.Cart")
        assert found[f"shop.{name}.add"] == ("method", "-1", f"{cart}.Cart.add")
    assert found["shop.cart.Cart"] == ("class", "1", f"{cart}.Cart")
    assert found["shop.fill_up"] == ("function", "-1", f"{cart}.fill")
    for name in ("shop.Hole", "shop.deep.Hole"):
        assert found[f"{name}.depth"] == ("attribute", "-1", f"{inner}shop.deep.inner.Hole.depth")
    assert found["shop.deep"][1] == "1"
    nowhere = ("fill", "_hidden", "own", "Other", "Path", "deep.Path", "Cart.fill")
    assert not found.keys() & {f"shop.{name}" for name in nowhere}
    assert "tests.test_add" not in found
    page = site.read("")
    for text, place in (
        ("a", f"{cart}.Cart"),
        ("b", f"{cart}.Cart.add"),
        ("c", f"{cart}.fill"),
        ("d", f"{inner}shop.deep.inner.Hole"),
        ("e", f"{inner}shop.deep.inner.dig"),
    ):
        assert f'href="{place}">{text}</a>' in page


def test_a_definition_with_several_names_stands_once_in_the_index(project: Path) -> None:
    site = build(project, files={**PACKAGE, "docs/index.md": "# Welcome\n"})
    index = site.read("repo/keywords/")
    assert index.count("cart.py_docs/#shop.cart.Cart") == index.count("#shop.cart.Cart") > 0
    rows = re.findall(r"<a [^>]*#shop\.cart\.Cart[ >\"][^>]*>(?:<code>)?([\w.]+)", index)
    assert rows == ["Cart"]
    assert "Basket" not in index
