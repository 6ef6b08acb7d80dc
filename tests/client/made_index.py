"""Print a small index of the palette as JSON, for its script: name → value and version."""

from __future__ import annotations

import json
import sys
from types import MappingProxyType

from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.client.palette_entries import Entry
from mkdocs_repodoc.client.palette_index import Index
from mkdocs_repodoc.insight.periphery.remoteness import AROUND, OWN, PAST
from mkdocs_repodoc.model.site_plan import PagePlan, SitePlan

CART, STATE = "src/shop/cart.py", "src/shop/state_dict.py"
MAIL, CHECKS, OLD = "src/shop/mail.py", "tests/checks.py", "src/shop/v1/mail.py"
COPY, PROJECT = "src/modules/copy.py", "src/shop/command.py"
REMOTE = {OLD: PAST, CHECKS: AROUND}


def entry(
    name: str,
    kind: str,
    path: str,
    scope: str = "",
    *,
    line: int = 0,
    uses: int = 0,
    summary: str = "",
    signature: str = "",
    is_hidden: bool = False,
) -> Entry:
    module = (
        "" if kind in {"file", "command", "dependency", "heading"} else path[4:-3].replace("/", ".")
    )
    anchor = "" if kind in {"file", "dependency"} else f"{scope}{name}"
    remote = REMOTE.get(path, OWN)
    return Entry(
        name=name,
        scope=scope,
        kind=kind,
        path=path,
        module=module,
        anchor=anchor,
        line=line,
        uses=uses,
        summary=summary,
        signature=signature,
        weight=1,
        remoteness=remote,
        is_hidden=is_hidden,
    )


ENTRIES = [
    entry("cart.py", "file", CART),
    entry("state_dict.py", "file", STATE),
    entry("Cart", "class", CART, line=3, uses=9, summary="What is bought."),
    entry(
        "total", "method", CART, "Cart.", line=7, uses=4, signature="(self, tax: float) -> Money"
    ),
    entry("total", "function", STATE, line=40, signature="(prices: list[int]) -> int"),
    entry("load_state_dict", "function", STATE, line=5, uses=2, signature="(path: Path) -> dict"),
    entry("loadStateDict", "function", STATE, line=9),
    entry("subtotal", "function", STATE, line=20, uses=50),
    entry("test_total", "function", STATE, line=30),
    entry("+=", "operator", STATE, line=50),
    entry("größe", "function", STATE, line=60, signature="() -> Länge"),
    entry("mail.py", "file", OLD, "src/shop/v1/", uses=9),
    entry("mail.py", "file", MAIL, "src/shop/", uses=2),
    entry("mail", "attribute", CHECKS, "Check.", line=2, uses=30),
    entry("test_mail_address", "function", CHECKS, line=5),
    entry("MailAddress", "class", MAIL, line=4),
    entry("convey", "function", MAIL, line=10, signature="(text: str) -> str"),
    entry("convey", "function", MAIL, line=12, signature="(text: bytes) -> bytes"),
    entry("copy.py", "file", COPY, "src/modules/"),
    entry("deepcopy_module_answers", "function", STATE, line=70, uses=8),
    entry("shop-admin", "command", PROJECT, line=3, summary="Runs shop.command:main"),
    entry("exclusive_mark", "constant", STATE, line=71, is_hidden=True),
    entry("mark_exclusive", "method", CART, "Cart.", line=19),
    entry("stamp", "attribute", CART, "Cart.", line=20, uses=2),
    entry("StampPrinter", "class", STATE, line=90),
    entry("github.com/shop/ink", "dependency", PROJECT),
    entry("inkwell", "function", STATE, line=95, uses=3),
    entry("Errors > Error handling", "heading", "README.md", line=4),
    entry("_shop_admin_pid", "function", STATE, line=80),
]


def main() -> None:
    uris, pages = {}, {}
    for path in dict.fromkeys(each.path for each in ENTRIES):
        uri = f"repo/{path}_docs.md"
        uris["file", path] = uri
        pages[uri] = PagePlan("file", path, path, uri, "", f"repo/{path}_docs/")
    plan = SitePlan(MappingProxyType(pages), {}, uris)  # type: ignore[arg-type]  # kinds are right
    index = Index(ENTRIES, PageAddresses(plan, "repo", directory_urls=True))
    texts = (content.decode().strip() for content in index.values())
    files = (json.loads(f"[{text.removeprefix('repodocData(')[:-1]}]") for text in texts)
    json.dump({name: {"value": value, "version": last} for name, value, last in files}, sys.stdout)


if __name__ == "__main__":
    main()
