"""Writes the data files of a small source for the tests of its search: `made_source.py FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path
from types import MappingProxyType

from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.client.source_search.source_index import SourceIndex
from mkdocs_repodoc.model.site_plan import PagePlan, SitePlan

TEXTS = {
    "src/cart.py": ["class Cart:", "    def add(self):", '        raise ValueError("full")'],
    "src/long.txt": [f"line {number} of a long document" for number in range(9000)],
    "src/ünlü.py": ["# Straße, K", "def öffnen(): pass  # it's {braced}", "\tTAB = 'x'"],
}


def main() -> None:
    uris, pages = {}, {}
    for path in TEXTS:
        uri = f"repo/{path}_docs.md"
        uris["file", path] = uri
        pages[uri] = PagePlan("file", path, path, uri, "", f"repo/{path}_docs/")
    plan = SitePlan(MappingProxyType(pages), {}, uris)  # type: ignore[arg-type] # kinds are right
    index = SourceIndex(
        list(TEXTS), TEXTS.__getitem__, PageAddresses(plan, "repo", directory_urls=True)
    )
    for name, content in index.items():
        target = Path(sys.argv[1]) / f"{name}.js"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(content)


if __name__ == "__main__":
    main()
