"""A small made-up shop: a package with two subpackages, a test and a Makefile."""

from __future__ import annotations

from made_repository import made_context, made_file, made_repository, made_symbol, made_use

from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.facts import InstalledCommand, Task
from mkdocs_repodoc.model.file_links import Cycle
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.project import Project
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.model.site_plan import PageKind
from mkdocs_repodoc.pages.compose import PageComposer
from mkdocs_repodoc.pages.context import PageContext


def page(context: PageContext, kind: PageKind, path: str = "") -> PageBody:
    return PageComposer(context).compose(context.plan.pages[context.plan.uri(kind, path)])


def shop() -> Repository:
    return made_repository(
        [
            made_file(
                "shop/__init__.py",
                role="package",
                summary="Sells things.",
                exports=("Cart", "missing"),
                imports=(Import("cart", "Cart", level=1, line=3),),
            ),
            made_file(
                "shop/cart.py",
                [
                    made_symbol("Cart", "class", 5, summary="What a customer takes."),
                    made_symbol("Cart.add", "method", 8),
                    made_symbol("_hidden", "function", 20, public=False),
                ],
                lines=200,
            ),
            made_file("shop/money/price.py", [made_symbol("Price", "class", 2)], summary="Money."),
            made_file("shop/web/page.py", [made_symbol("render", line=4)]),
            made_file("shop/web/logo.png", language="png", kind="image", role="image", lines=0),
            made_file(
                "tests/test_cart.py",
                [made_symbol("test_add", line=7)],
                role="test",
                tests=("test_add",),
                imports=(Import("pytest", line=1),),
            ),
            made_file("Makefile", language="makefile", role="build", lines=3),
            made_file("shop/README.md", language="markdown", role="documentation"),
        ],
        imports=[
            ("shop/__init__.py", "shop/cart.py"),
            ("shop/cart.py", "shop/money/price.py"),
            ("shop/web/page.py", "shop/cart.py"),
            ("shop/web/page.py", "shop/money/price.py"),
            ("tests/test_cart.py", "shop/cart.py"),
        ],
        uses={
            SymbolRef("shop/cart.py", 0): [
                made_use("shop/web/page.py"),
                made_use("tests/test_cart.py"),
            ]
        },
        project=Project(
            name="shop",
            source="Makefile",
            tasks=(("Makefile", Task("test", "make test", "", 3)),),
            commands=(InstalledCommand("shop", "shop.web.page", "render"),),
        ),
        tests_of={"shop/cart.py": ("tests/test_cart.py",)},
        tested_by={"tests/test_cart.py": ("shop/cart.py",)},
        cycles=(Cycle(("shop/cart.py", "shop/web/page.py"), (3, 4)),),
    )


def shop_context() -> PageContext:
    return made_context(shop(), texts={"shop/README.md": "# Shop\n\nRead me."})
