"""Make the inventory of Python's own documentation that the plugin ships.

Takes the `objects.inv` of a built documentation of Python (Debian's package `python3-doc` holds
one) and keeps what a documentation of Python code can refer to: Python objects of modules that the
running interpreter still has, and adds the names that are newer than the documentation. Run it with
the newest Python at hand:

    python tools/make_python_inventory.py /usr/share/doc/python3/html/objects.inv
"""

from __future__ import annotations

import builtins
import importlib
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

from mkdocs_repodoc.inventories.inventory_format import (
    Inventory,
    InventoryItem,
    python_items,
    read_inventory,
    write_inventory,
)

TARGET = Path(__file__).parents[1] / "mkdocs_repodoc" / "inventories" / "python.inv"
PAGES = ("library/", "reference/")
"""Parts of the documentation that describe what code can name."""


NEWER = {
    "collections.abc": ("Buffer",),
    "copy": ("replace",),
    "inspect": ("BufferFlags", "markcoroutinefunction"),
    "itertools": ("batched",),
    "math": ("fma", "sumprod"),
    "os": ("process_cpu_count",),
    "os.path": ("isjunction", "splitroot"),
    "pathlib": ("UnsupportedOperation",),
    "queue": ("ShutDown",),
    "random": ("binomialvariate",),
    "types": ("CapsuleType", "get_original_bases"),
    "typing": (
        "NoDefault",
        "ReadOnly",
        "TypeAliasType",
        "TypeIs",
        "get_protocol_members",
        "is_protocol",
        "override",
    ),
    "warnings": ("deprecated",),
}
"""What 3.12 and 3.13 have added and people import by name; all of it has a section on the page of
its module."""


def newer_items(known: set[str]) -> Iterator[InventoryItem]:
    """Yield the objects that the documentation is too old for."""
    for module, names in NEWER.items():
        for name in names:
            item = getattr(importlib.import_module(module), name)
            full = f"{module}.{name}"
            if full not in known:
                yield InventoryItem(full, role_of(item), f"library/{module}.html#{full}")


def role_of(item: object) -> str:
    """Return what an object is, as Sphinx calls it."""
    if isinstance(item, type):
        return "exception" if issubclass(item, BaseException) else "class"
    return "function" if inspect.isroutine(item) else "data"


def is_kept(item: InventoryItem) -> bool:
    """Tell whether an object is documented for users and still there."""
    top = item.name.partition(".")[0]
    return item.uri.startswith(PAGES) and (top in sys.stdlib_module_names or hasattr(builtins, top))


def main(source: str) -> None:
    """Write the inventory.

    Args:
        source: Path of the documentation's own inventory.
    """
    whole = read_inventory(Path(source).read_bytes())
    items = [
        InventoryItem(item.name, item.role, item.uri)
        for item in python_items(whole.items)
        if is_kept(item)
    ]
    items += newer_items({item.name for item in items})
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(write_inventory(Inventory("Python", whole.version, tuple(sorted(items)))))


if __name__ == "__main__":
    main(*sys.argv[1:])
