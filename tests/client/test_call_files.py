"""The data files of the call hierarchy: each edge in both directions, in few bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.linked import insight_into, link_files

from mkdocs_repodoc.client.data_files import DataFiles, SourceLines
from mkdocs_repodoc.pages.planning.plan import plan_site
from mkdocs_repodoc.settings import Settings

FILES = {
    "shop/__init__.py": "",
    "shop/till.py": "from shop.price import total\n\ndef pay():\n    return total()\n",
    "shop/price.py": "def total():\n    return tax()\n\ndef tax():\n    return 1\n",
    "tests/test_till.py": "from shop.till import pay\n\ndef test_pay():\n    assert pay()\n",
    "shop/odd#name.py": "def go():\n    return stop()\n\ndef stop():\n    return 1\n",
    "shop/lone.py": "def alone():\n    return 1\n",
}
TIES = ["call", "inferred call", "construction", "handed on", "override", "registration"]


@pytest.fixture(scope="module")
def files() -> DataFiles:
    settings = Settings(root=Path("/nowhere"))
    linked = link_files(FILES)
    plan = plan_site(linked.repository, settings)
    return DataFiles(insight_into(linked), plan, settings, SourceLines(lambda _: []))


def value(files: DataFiles, name: str) -> dict[str, Any]:
    content = files[f"calls/repo/{name}.js"].decode().strip()
    said, data, _ = json.loads(f"[{content.removeprefix('repodocData(')[:-1]}]")
    assert said == f"calls/repo/{name}"
    assert isinstance(data, dict)
    return data


def edges(data: dict[str, Any], direction: str) -> dict[str, list[tuple[str, str, int, str, bool]]]:
    """Return path, name, line, tie, and whether it leads on, of each edge by function."""
    nodes = [(path, anchor) for path, _, _, anchors, *_ in data["files"] for anchor in anchors]
    found = {}
    for (_, anchor), numbers in zip(nodes, data[direction], strict=False):
        triples = zip(*[iter(numbers)] * 3, strict=True)
        found[anchor] = [
            (*nodes[node], line, TIES[tie & 7], bool(tie & 8)) for node, line, tie in triples
        ]
    return found


def test_each_edge_is_in_the_files_of_both_ends(files: DataFiles) -> None:
    till, price = value(files, "shop/till.py_docs"), value(files, "shop/price.py_docs")
    assert edges(till, "callees") == {"pay": [("shop/price.py", "total", 4, "call", True)]}
    assert edges(price, "callers") == {
        "total": [("shop/till.py", "pay", 4, "call", True)],
        "tax": [("shop/price.py", "total", 2, "call", True)],
    }


def test_what_leads_nowhere_says_so(files: DataFiles) -> None:
    price, till = value(files, "shop/price.py_docs"), value(files, "shop/till.py_docs")
    assert edges(price, "callees")["total"] == [("shop/price.py", "tax", 2, "call", False)]
    assert edges(till, "callers") == {"pay": [("tests/test_till.py", "test_pay", 4, "call", False)]}


def test_tests_and_prefixes_of_anchors_are_told(files: DataFiles) -> None:
    data = value(files, "shop/till.py_docs")
    assert {path: (prefix, test) for path, prefix, test, *_ in data["files"]} == {
        "shop/till.py": ("shop.till.", 0),
        "shop/price.py": ("shop.price.", 0),
        "tests/test_till.py": ("test_till.", 1),
    }
    assert (data["base"], data["suffix"]) == ("repo/", "_docs/")


def test_files_without_calls_have_no_data(files: DataFiles) -> None:
    names = {name for name in files if name.startswith("calls/")}
    assert len(names) == 4
    assert all(files[name] for name in names)
    assert files.get("calls/repo/shop/lone.py_docs.js") is None
    assert len(list(files)) == len(files)
