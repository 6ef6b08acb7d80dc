"""Make the inventory of Python's own documentation that the plugin ships.

Takes the `objects.inv` of a built documentation of Python (Debian's package `python3-doc` holds
one) and keeps what a documentation of Python code can refer to: Python objects of modules that the
running interpreter still has. Run it with the newest Python at hand:

    python tools/make_python_inventory.py /usr/share/doc/python3/html/objects.inv
"""

from __future__ import annotations

import builtins
import sys
from pathlib import Path

from mkdocs_repodoc.inventory import (
    Inventory,
    InventoryItem,
    python_items,
    read_inventory,
    write_inventory,
)

TARGET = Path(__file__).parents[1] / "mkdocs_repodoc" / "inventories" / "python.inv"
PAGES = ("library/", "reference/")
"""Parts of the documentation that describe what code can name."""


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
    items = sorted(
        InventoryItem(item.name, item.role, item.uri)
        for item in python_items(whole.items)
        if is_kept(item)
    )
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(write_inventory(Inventory("Python", whole.version, tuple(items))))


if __name__ == "__main__":
    main(*sys.argv[1:])
