"""A small repository made by hand, and a page with blocks of most kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from types import MappingProxyType

from mkdocs_repodoc.html.html_renderer import HtmlRenderer
from mkdocs_repodoc.model.blocks import (
    Bars,
    Call,
    Code,
    Column,
    Diagram,
    DocBlock,
    Edge,
    Excerpt,
    Facts,
    Figure,
    Fold,
    Item,
    Items,
    Keyword,
    Keywords,
    Label,
    Listing,
    Node,
    Note,
    PageBody,
    PageLink,
    Paragraph,
    Prose,
    Sample,
    Section,
    Strip,
    Subheading,
    SymbolBlock,
    Table,
    Typed,
    WebLink,
)
from mkdocs_repodoc.model.files import GitHistory, SourceFile
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import (
    LinkedReference,
    LinkTarget,
    SymbolRef,
)
from mkdocs_repodoc.model.project import Project
from mkdocs_repodoc.model.records import FileOutline, LineCounts, Symbol
from mkdocs_repodoc.model.repository import (
    Links,
    RepoFile,
    Repository,
)
from mkdocs_repodoc.model.site_plan import AssetPlan, PageKind, PagePlan, SitePlan
from mkdocs_repodoc.rendering.queries import RepositoryQueries
from mkdocs_repodoc.rendering.render_context import RenderContext
from mkdocs_repodoc.rendering.renderer import RenderedPage
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.text.source_text import SourceText

SHOP = '''\
"""Things to buy, and what they cost."""

from __future__ import annotations

from shop.money import Money, round_up

TAX = 0.19  # percent, since 2007


class Item:
    """One thing on the shelf.

    Its price is in `Money`.
    """

    def __init__(self, name: str, price: Money, *, tags: tuple[str, ...] = ()) -> None:
        self.name = name
        self.price = price

    def total(self, count: int = 1) -> Money:
        """Return the price of several, with tax: `count < 100`."""
        if count >= 100 and not self.name.startswith("bulk"):
            raise ValueError(f"{count} of {self.name!r} & no more")
        return round_up(self.price * count * (1 + TAX))


async def restock(*items: Item, force: bool = False) -> list[Item]:
    # Nothing is ordered twice.
    return [item for item in items if force or item.name]
'''
MONEY = '''\
"""Amounts."""


class Money(int):
    """An amount in cents."""


def round_up(amount: float) -> Money:
    """Round up."""
    return Money(-(-amount // 1))
'''
README = """\
# Shop

A small shop. See [the money](shop/money.py) and [its rounding](shop/money.py#L8), the
[guide](docs/guide.md), [this below](#how) or [nothing](missing.txt).
[![build](https://ci.example/badge.svg)](https://ci.example/run)

<details><summary>More</summary>

Some **bold** text with <kbd>Ctrl</kbd> and <script>alert(1)</script>.

</details>

> [!TIP]
> Buy two.

## How

- [x] open
- [ ] close

| item | price |
|------|------:|
| tea  |  1.20 |

```python
from shop import Item
Item("tea", Money(120)).total(3)
```

![A picture](art/logo.png) and <img src="https://elsewhere.example/x.png" alt="another">
"""


def _file(path: str, language: str, text: str, symbols: tuple[Symbol, ...] = ()) -> RepoFile:
    module = path.removesuffix(".py").replace("/", ".") if path.endswith(".py") else ""
    return RepoFile(
        source=SourceFile(path, "text", language, len(text.encode()), "0" * 64),
        outline=FileOutline(lines=LineCounts(code=text.count("\n")), symbols=symbols),
        key=path,
        role="module",
        role_evidence=(),
        module=module,
        anchors=tuple(f"{module}.{s.name}" if module else s.name for s in symbols),
    )


SHOP_SYMBOLS = (
    Symbol("TAX", Kind.CONSTANT, 7, 7, 7, 0, 3),
    Symbol("Item", Kind.CLASS, 10, 26, 10, 6, 10),
    Symbol("Item.__init__", Kind.METHOD, 16, 18, 16, 8, 16),
    Symbol("Item.total", Kind.METHOD, 20, 24, 20, 8, 13),
    Symbol("restock", Kind.FUNCTION, 27, 29, 27, 10, 17),
)
MONEY_SYMBOLS = (
    Symbol("Money", Kind.CLASS, 4, 5, 4, 6, 11),
    Symbol("round_up", Kind.FUNCTION, 8, 10, 8, 4, 12),
)
MONEY_REF, ROUND_REF = SymbolRef("shop/money.py", 0), SymbolRef("shop/money.py", 1)
TEXTS = {"shop/item.py": SHOP, "shop/money.py": MONEY, "README.md": README}
NAMES = {
    "Money": MONEY_REF,
    "shop.money.Money": MONEY_REF,
    "round_up": ROUND_REF,
    "Item": SymbolRef("shop/item.py", 1),
    "TAX": SymbolRef("shop/item.py", 0),
}


class _NoUses:
    def of(self, symbol: SymbolRef) -> tuple[()]:
        return ()

    def count(self, symbol: SymbolRef) -> int:
        return 0

    def file_count(self, symbol: SymbolRef) -> int:
        return 0

    def file_counts(self, path: str) -> Mapping[int, int]:
        return {}

    def files(self, symbol: SymbolRef) -> tuple[()]:
        return ()

    def users(self, path: str) -> Mapping[str, int]:
        return {}

    def digests(self, path: str) -> Sequence[tuple[str, bytes]]:
        return ()

    def referred(self, path: str) -> Mapping[SymbolRef, int]:
        return {}

    def calls(self, path: str, of: Callable[[SymbolRef], bool] | None = None) -> tuple[()]:
        return ()


def repository(files: Mapping[str, RepoFile] | None = None) -> Repository:
    """Return the shop, with more files if some are given."""
    known = {
        "README.md": _file(
            "README.md", "markdown", README, (Symbol("How", Kind.HEADING, 20, 20, 20, 3, 6),)
        ),
        "shop/item.py": _file("shop/item.py", "python", SHOP, SHOP_SYMBOLS),
        "shop/money.py": _file("shop/money.py", "python", MONEY, MONEY_SYMBOLS),
        **(files or {}),
    }
    links = Links({}, {}, _NoUses(), {}, {}, {}, {}, {}, {}, {}, (), ())
    return Repository("shop", known, {}, GitHistory(), Project(), links)


def page_plan(kind: PageKind, path: str, uri: str) -> PagePlan:
    """Return a page with a directory URL."""
    url = f"{uri.removesuffix('.md').removesuffix('/index')}/"
    return PagePlan(kind, path, path, uri, f"{url}index.html", url)


def site_plan(paths: tuple[str, ...]) -> SitePlan:
    """Return the pages of some files, and the repository's index."""
    pages = [page_plan("repository", "", "repo/index.md")]
    for path in paths:
        pages += [
            page_plan("file", path, f"repo/{path}_docs.md"),
            page_plan("file keywords", path, f"repo/{path}_kw.md"),
        ]
    return SitePlan(
        pages={page.uri: page for page in pages},
        assets={
            "art/logo.png": AssetPlan("art/logo.png", "repo/art/logo.png", "repo/art/logo.png")
        },
        uris={(page.kind, page.path): page.uri for page in pages},
    )


def references(path: str) -> tuple[LinkedReference, ...]:
    """Return the resolved identifiers of a file."""
    if path != "shop/item.py":
        return ()
    return (
        LinkedReference(5, 23, 28, "import", MONEY_REF, "exact"),
        LinkedReference(5, 30, 38, "import", ROUND_REF, "exact"),
        LinkedReference(7, 0, 3, "definition", SymbolRef(path, 0), "exact"),
        LinkedReference(10, 6, 10, "definition", SymbolRef(path, 1), "exact"),
        LinkedReference(16, 41, 46, "annotation", MONEY_REF, "exact"),
        LinkedReference(24, 15, 23, "call", ROUND_REF, "exact"),
    )


def make_context(
    settings: Settings,
    *,
    files: Mapping[str, tuple[str, str]] | None = None,
    look_up: Callable[[str, int, str], SymbolRef | None] | None = None,
) -> RenderContext:
    """Return a context over the shop and some more files: path → (language, text)."""
    more = {path: _file(path, language, text) for path, (language, text) in (files or {}).items()}
    texts = {**TEXTS, **{path: text for path, (_language, text) in (files or {}).items()}}
    shop = repository(more)
    return RenderContext(
        settings=replace(settings, site_pages=MappingProxyType({"docs/guide.md": "guide/"})),
        source_url=lambda path, line=0, end_line=0: (
            f"https://host.example/shop/blob/main/{path}" + (f"#L{line}" if line else "")
        ),
        queries=SampleQueries(shop, texts, look_up),
    )


class SampleQueries(RepositoryQueries):
    """Answers about the shop."""

    def __init__(
        self,
        shop: Repository,
        texts: Mapping[str, str],
        look_up: Callable[[str, int, str], SymbolRef | None] | None,
    ) -> None:
        self._shop = shop
        self._plan = site_plan(tuple(shop.files))
        self._texts = texts
        self._look_up = look_up or (lambda _path, _scope, name: NAMES.get(name))

    def page_uri(self, kind: PageKind, path: str) -> str | None:
        return self._plan.uris.get((kind, path))

    def page_url(self, uri: str) -> str | None:
        page = self._plan.pages.get(uri)
        return page.url if page is not None else None

    def twin_url(self, uri: str) -> str | None:
        page = self._plan.pages.get(uri)
        return (page.twin_url or None) if page is not None else None

    def asset_url(self, path: str) -> str | None:
        asset = self._plan.assets.get(path)
        return asset.url if asset is not None else None

    def language(self, path: str) -> str:
        file = self._shop.files.get(path)
        return file.source.language if file is not None else ""

    def file(self, path: str) -> RepoFile | None:
        return self._shop.files.get(path)

    def symbol(self, path: str, position: int) -> LinkTarget:
        return self._shop.link_target(SymbolRef(path, position))

    def read_text(self, path: str) -> SourceText:
        return SourceText(self._texts[path], "utf-8")

    def lines(self, path: str) -> Sequence[str]:
        return self.read_text(path).lines

    def references(self, path: str) -> tuple[LinkedReference, ...]:
        return references(path)

    def look_up(self, path: str, scope: int, name: str) -> SymbolRef | None:
        return self._look_up(path, scope, name)

    def mention(self, path: str, scope: int, name: str) -> SymbolRef | WebLink | None:
        return NAMES.get(name)

    def marked_mention(self, path: str, scope: int, name: str) -> SymbolRef | WebLink | None:
        return self.mention(path, scope, name)

    def look_up_external(self, path: str, scope: int, name: str) -> WebLink | None:
        return None


def answering(context: RenderContext, **answers: Callable[..., object]) -> RenderContext:
    """Return a context in which some queries are answered in another way."""
    queries = copy(context.queries)
    vars(queries).update(answers)
    return replace(context, queries=queries)


def render(context: RenderContext, body: PageBody) -> RenderedPage:
    """Render a page about the item module."""
    renderer = HtmlRenderer(context.settings, context.source_url)
    return renderer.render(ITEM_PAGE, body, context.queries)


ITEM_URI = "repo/shop/item.py_docs.md"
ITEM_PAGE = site_plan(("shop/item.py",)).pages[ITEM_URI]
MONEY_URI = "repo/shop/money.py_docs.md"


def line(number: int) -> PageLink:
    """Return a link to a line of the item module."""
    return PageLink(f"line {number}", ITEM_URI, f"L{number}")


def _symbols() -> tuple[SymbolBlock, ...]:
    path = "shop/item.py"
    return (
        SymbolBlock(
            symbol=SymbolRef(path, 1),
            anchor="shop.item.Item",
            level=4,
            name="Item",
            qualified_name="shop.item.Item",
            kind="class",
            signature=Typed("(name: str, price: Money, *, tags: tuple[str, ...] = ())", path),
            decorators=(Typed("dataclass(frozen=True)", path),),
            labels=("dataclass",),
            lines=PageLink("lines 10–24", ITEM_URI, "L10"),
            documentation=(
                DocBlock(
                    "text",
                    "",
                    Prose("One thing on the shelf.\n\nIts price is in `Money`.", "markdown", path),
                ),
                DocBlock(
                    "parameters",
                    "Parameters",
                    None,
                    (
                        (
                            (Code("name"),),
                            (Typed("str", path),),
                            (Prose("What it is called.", "markdown", path),),
                        ),
                        (
                            (Code("price"),),
                            (Typed("Money", path), " = ", Code("Money(0)")),
                            (Prose("What one costs, *without* tax.", "markdown", path),),
                        ),
                    ),
                ),
            ),
            facts=(
                ("Bases", (Typed("Thing[Money]", path),)),
                ("Used by", ("3 files: ", PageLink("shop.till", MONEY_URI, code=True))),
                ("Complexity", ("4",)),
            ),
            calls=(
                Call("shop/item.py", 24, 24, (PageLink("shop/item.py, line 24", ITEM_URI, "L24"),)),
            ),
            forge=WebLink(
                "on host.example", "https://host.example/shop/blob/main/shop/item.py#L10"
            ),
        ),
        SymbolBlock(
            symbol=SymbolRef(path, 3),
            anchor="shop.item.Item.total",
            level=5,
            name="total",
            qualified_name="shop.item.Item.total",
            kind="method",
            signature=Typed("(self, count: int = 1) -> Money", path),
            decorators=(),
            labels=(),
            lines=PageLink("lines 20–24", ITEM_URI, "L20"),
            documentation=(
                DocBlock(
                    "text", "", Prose("Return the price of several, with tax.", "markdown", path)
                ),
                DocBlock(
                    "examples", "Examples", Prose(">>> Item('tea').total(2)\n240", "markdown", path)
                ),
            ),
            facts=(("Raises", (Code("ValueError"), " on ", line(23))),),
        ),
        SymbolBlock(
            symbol=SymbolRef(path, 4),
            anchor="shop.item.restock",
            level=4,
            name="restock",
            qualified_name="shop.item.restock",
            kind="function",
            signature=Typed(
                "(*items: Item, force: bool = False, supplier: Mapping[str, Sequence[Money]] | None"
                " = None, on_error: Callable[[Item], None] = print) -> list[Item]",
                path,
            ),
            decorators=(),
            labels=("async", "deprecated"),
            lines=PageLink("lines 27–29", ITEM_URI, "L27"),
            documentation=(),
            facts=(),
        ),
    )


def _keywords(*, compact: bool) -> Keywords:
    entries = (
        ("Item", "class", 10, "One thing on the shelf.", 3),
        ("Item.total", "method", 20, "Return the price of several, with tax: `count < 100`.", 0),
        ("restock", "function", 27, "", 1),
    )
    return Keywords(
        tuple(
            Keyword(
                name=PageLink(name, ITEM_URI, f"shop.item.{name}", code=True),
                kind=kind,
                line=line(number),
                summary=Prose(said, "markdown", "shop/item.py", inline=True) if said else None,
                uses=uses,
            )
            for name, kind, number, said, uses in entries
        ),
        compact=compact,
    )


def _diagram() -> Diagram:
    names = (
        "shop.item",
        "shop.money",
        "shop.till",
        "shop.stock",
        "tests.test_item",
        "decimal",
        "a_module_with_a_name_that_is_much_too_long_for_any_box",
    )
    kinds = ("self", "inner", "inner", "group", "test", "outer", "inner")
    return Diagram(
        title="Imports of shop.item",
        nodes=tuple(
            Node(name, name, PageLink(name, MONEY_URI) if kind != "outer" else None, kind)  # type: ignore[arg-type]  # as listed
            for name, kind in zip(names, kinds, strict=True)
        ),
        edges=(
            Edge("shop.till", "shop.item"),
            Edge("tests.test_item", "shop.item"),
            Edge("shop.item", "shop.money"),
            Edge("shop.item", "shop.stock", 5),
            Edge("shop.stock", "shop.item"),
            Edge("shop.money", "decimal"),
            Edge("shop.till", "decimal"),
            Edge("shop.till", names[-1]),
        ),
        relation="imports",
    )


def every_block() -> PageBody:
    """Return a page with blocks of all kinds that have links, anchors or listings."""
    path = "shop/item.py"
    return PageBody(
        title="item.py",
        lead=(Note("warning", ("Line 3 can't be parsed: ", Code("def <x>"), ".")),),
        sections=(
            Section(
                "File Metadata",
                "file-metadata",
                (
                    Facts(
                        (
                            ("Path", (WebLink(path, "https://host.example/shop"),)),
                            ("Size", ("1,024 bytes (1.0 KB)",)),
                            ("Lines", ("29: 20 code, 2 comment, 7 blank",)),
                            ("Last change", ("2026-11-23 by A <script> Author: ", Code("fix <b>"))),
                        )
                    ),
                ),
            ),
            Section(
                "File Purpose",
                "file-purpose",
                (
                    Paragraph(
                        (
                            Prose(
                                "Things to buy, and what they *cost*.",
                                "markdown",
                                path,
                                inline=True,
                            ),
                            " Judged by its ",
                            PageLink("module docstring", ITEM_URI, "L1"),
                            ". ",
                            Label("private"),
                        )
                    ),
                    Items(
                        tuple(
                            Item(
                                (Code(f"thing_{n}"), f" stands at place {n}"),
                                (Item(("with a child",)),) if n == 1 else (),
                            )
                            for n in range(6)
                        ),
                        shown=3,
                        title="Some things",
                    ),
                ),
            ),
            Section(
                "Detailed Analysis",
                "detailed-analysis",
                (Subheading("Code Structure", "code-structure"), *_symbols()),
            ),
            Section("Architecture & Design", "architecture-design", (_diagram(),)),
            Section(
                "Dependencies",
                "dependencies",
                (
                    Table(
                        (Column("Module"), Column("Names"), Column("Line", numeric=True)),
                        (
                            (
                                (Code("shop.money"),),
                                (Typed("Money", path), ", ", Typed("round_up", path)),
                                (line(5),),
                            ),
                            ((Code("__future__"),), (Code("annotations"),), (line(3),)),
                        ),
                        caption="This repository",
                        row_ids=("shop.item.TAX", ""),
                    ),
                    Bars(
                        "Languages",
                        (
                            ("Python", 8120, (PageLink("12 files", MONEY_URI),)),
                            ("C++", 2100, ("2 files",)),
                            ("TOML", 130, ("1 file",)),
                            ("text", 2, ("1 file",)),
                        ),
                        "lines",
                    ),
                ),
            ),
            Section(
                "Testing & Usage",
                "testing-usage",
                (
                    Sample("python -m pytest tests/test_item.py -q", "bash", title=("Run it:",)),
                    Sample("a = 1\nb = a + 1\nprint(b)", "python", first_line=7, marked=(8,)),
                    Call(path, 24, 24, (PageLink("shop/item.py, line 24", ITEM_URI, "L24"),)),
                    Excerpt(path, ((20, 20), (23, 24)), (24,), ("From the source",)),
                    Figure("art/logo.png", "The logo"),
                ),
            ),
            Section("Keywords", "keywords", (_keywords(compact=False), _keywords(compact=True))),
            Section("Read me", "read-me", (Prose(README, "markdown", "README.md"),)),
            Section("Original Source", "original-source", (Listing(path),)),
            Section(
                "Cross-References",
                "cross-references",
                (Strip((("Python",), ("40 lines",))), Fold("The rest", (Paragraph(("More.",)),))),
                "folded",
            ),
        ),
        module_anchor="shop.item",
        trail=(PageLink("Repository", "repo/index.md"), PageLink("money", MONEY_URI)),
        views=(
            PageLink("Documentation", ITEM_URI),
            PageLink("Keywords", "repo/shop/item.py_kw.md"),
            PageLink("Source", ITEM_URI, "original-source"),
        ),
    )
