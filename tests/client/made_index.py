"""Print a small index of the palette as JSON, for its script: name → value and version."""

from __future__ import annotations

import json
import sys
from types import MappingProxyType

from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.client.palette_entries import AROUND, OWN, PAST, Entry
from mkdocs_repodoc.client.palette_index import Index
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
) -> Entry:
    module = "" if kind in {"file", "command"} else path[4:-3].replace("/", ".")
    anchor = "" if kind == "file" else f"{scope}{name}"
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
    entry("_shop_admin_pid", "function", STATE, line=80),
    Entry(name="Tour", kind="tour", path="", weight=6, url="repo/tour/"),
    Entry(
        name="Tour stop 2: Cart.total",
        kind="tour",
        path=CART,
        anchor="stop-2",
        weight=0,
        url="repo/tour/",
    ),
]


def main() -> None:
    uris, pages = {}, {}
    for path in dict.fromkeys(each.path for each in ENTRIES if not each.url):
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
