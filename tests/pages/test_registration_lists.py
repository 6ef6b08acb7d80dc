"""What pages say of what is registered."""

from __future__ import annotations

from dataclasses import replace

import msgspec
from body_text import section_text
from made_repository import made_context, made_file, made_repository, made_symbol, made_use
from made_shop import page

from mkdocs_repodoc.model.facts import DispatchTable, TableEntry
from mkdocs_repodoc.model.file_links import FileLinks
from mkdocs_repodoc.model.linked_symbols import (
    LinkedReference,
    SymbolRef,
)
from mkdocs_repodoc.model.records import Finding
from mkdocs_repodoc.pages.context import PageContext

ENTRIES = (TableEntry('"get"', "get", 11), TableEntry('"put"', "web.put", 12))


def registering(entries: tuple[TableEntry, ...] = ENTRIES) -> PageContext:
    symbols = [
        made_symbol("get", line=1),
        made_symbol("put", line=3),
        made_symbol("HANDLERS", "constant", line=10),
        made_symbol("handler", line=20),
    ]
    finding = Finding("design", "registry", 20, 22, "It registers.", "handler")
    web = made_file(
        "shop/web.py",
        symbols,
        facts=(DispatchTable("HANDLERS", entries, 10),),
        findings=(finding,),
    )
    late = made_symbol("late", line=4, decorators=("handler",))
    late = msgspec.structs.replace(late, name_line=5)
    context = made_context(
        made_repository(
            [
                made_file("a.py"),
                web,
                made_file("shop/late.py", [late]),
                made_file("tests/test_web.py", [late], role="test"),
            ],
            uses={
                SymbolRef("shop/web.py", 3): [
                    made_use("shop/late.py", 4, "decorator"),
                    made_use("tests/test_web.py", 4, "decorator"),
                ]
            },
        )
    )
    references = tuple(
        LinkedReference(line, 4, 7, "name", SymbolRef("shop/web.py", position), "exact")
        for line, position in ((11, 0), (12, 1))
    )
    return replace(context, file_links=lambda _path: FileLinks(references, (), ()))


def text(context: PageContext) -> str:
    return section_text(page(context, "folder documentation", "shop"), "registrations")


def test_a_table_is_shown_in_full_with_its_keys() -> None:
    said = text(registering())
    assert said.startswith("[shop.web.HANDLERS](repo/shop/web.py_docs.md#shop.web.HANDLERS): 2 ent")
    assert '- `"get"` → get\n- `"put"` → web.put\n' in said


def test_a_table_of_other_values_is_none() -> None:
    others = (TableEntry('"get"', "get.limit", 11), TableEntry('"put"', "LIMIT", 12))
    assert "HANDLERS" not in text(registering(others))


def test_a_registering_decorator_names_what_it_decorates_and_no_tests() -> None:
    said = text(registering())
    assert "#shop.web.handler) registers what it decorates: 1 definition\n" in said
    assert said.endswith("- [shop.late.late](repo/shop/late.py_docs.md#shop.late.late)")
