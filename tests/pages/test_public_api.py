"""Which names a file offers, decided on real source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import pytest
from made_repository import made_context
from support.linked import Linked, link_files

from mkdocs_repodoc import linking
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.public_api import ApiEntry, public_api

INSIDE = {
    "shop/till.py": "class Till: ...\n\ndef pay(): ...\n\ndef _count(): ...\n",
    "shop/money/__init__.py": "",
    "shop/money/rates.py": "def rate(): ...\n",
}
OUTSIDE = {"bank/__init__.py": "def lend(): ...\n"}


def entries(files: Mapping[str, str], path: str) -> tuple[Linked, tuple[ApiEntry, ...]]:
    linked = link_files(files)
    context = replace(
        made_context(linked.repository), exports=partial(linking.exports_of, linked.index)
    )
    return linked, public_api(FileView(context, path))


def api(initialiser: str, path: str = "shop/__init__.py") -> list[str]:
    """Return `name` of each entry, or `name = definition` of one that is passed on."""
    linked, found = entries({**INSIDE, **OUTSIDE, path: initialiser}, path)
    return [
        entry.name
        if entry.symbol is None or entry.symbol.path == path
        else f"{entry.name} = {linked.repository.qualified_name(entry.symbol)}"
        for entry in found
    ]


# ---- Without `__all__`


@pytest.mark.parametrize(
    ("initialiser", "names"),
    [
        ("from .till import Till\n", ["Till = shop.till.Till"]),
        ("from shop.till import Till\n", ["Till = shop.till.Till"]),
        ("from .till import Till as Register\n", ["Register = shop.till.Till"]),
        ("from . import money\n", ["money = shop.money"]),
        ("from .money.rates import rate\n", ["rate = shop.money.rates.rate"]),
        ("def open_shop(): ...\n\nfrom .till import pay\n", ["pay = shop.till.pay", "open_shop"]),
    ],
)
def test_a_package_passes_on_what_it_imports_from_inside(
    initialiser: str, names: list[str]
) -> None:
    assert api(initialiser) == names


@pytest.mark.parametrize(
    "initialiser",
    [
        "import os\nfrom collections import deque\n",  # other projects'
        "from bank import lend\n",  # this repository's, but another package's
        "from .till import _count\n",
        "from .till import pay as _pay\n",
        "import shop.till\n",  # binds the package itself
        "def go():\n    from .till import pay\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .till import Till\n",
    ],
)
def test_it_does_not_pass_on_the_rest(initialiser: str) -> None:
    own = ["go"] if initialiser.startswith("def") else []
    assert api(initialiser) == own


def test_a_definition_hides_an_import_of_its_name() -> None:
    assert api("from .till import pay\n\ndef pay(): ...\n") == ["pay"]


def test_a_module_that_is_no_initialiser_offers_only_what_it_defines() -> None:
    code = "from shop.till import pay\n\ndef sell(): ...\n"
    assert api(code, "shop/counter.py") == ["sell"]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("class A:\n    def go(self): ...\n", ["A"]),
        ("LIMIT = 3\n_hidden = 4\n", ["LIMIT"]),
        ("from typing import TypeVar\nT = TypeVar('T')\n\ndef go(): ...\n", ["go"]),
        ("try:\n    import brotli\nexcept ImportError:\n    brotli = None\n", []),
        ("def __getattr__(name): ...\n\ndef go(): ...\n", ["go"]),
        ("def go(): ...\n\ndef _go(): ...\n\ndef go(): ...\n", ["go"]),
    ],
)
def test_names_of_a_module_are_its_public_ones(code: str, names: list[str]) -> None:
    assert api(code, "shop/counter.py") == names


@pytest.mark.parametrize("name", ["missing", "till"])
def test_a_name_that_its_module_does_not_define_is_not_the_module(name: str) -> None:
    _, found = entries(
        {**INSIDE, "shop/__init__.py": f"from .till import {name}\n"}, "shop/__init__.py"
    )
    assert found == (ApiEntry(name, None, 1, ".till", "shop/till.py"),)


# ---- With `__all__`


@pytest.mark.parametrize(
    ("initialiser", "names"),
    [
        # Its order, and nothing else.
        (
            "from .till import Till, pay\n\ndef go(): ...\n__all__ = ['pay', 'Till']\n",
            ["pay = shop.till.pay", "Till = shop.till.Till"],
        ),
        ("from bank import lend\n__all__ = ['lend']\n", ["lend = bank.lend"]),
        ("from .till import *\n__all__ = ['Till']\n", ["Till = shop.till.Till"]),
        ("def _go(): ...\n__all__ = ['_go', '_go']\n", ["_go"]),
        ("def go(): ...\n__all__ = []\n", []),
        ("__all__ = ['nowhere']\n", ["nowhere"]),
    ],
)
def test_all_decides(initialiser: str, names: list[str]) -> None:
    assert api(initialiser) == names


def test_a_name_of_another_project_says_where_it_comes_from() -> None:
    code = "import os\n\nfrom collections import deque\n__all__ = ['deque']\n"
    _, found = entries({"shop/__init__.py": code}, "shop/__init__.py")
    assert found == (ApiEntry("deque", None, 3, "collections"),)
