"""What pages say of what is registered."""

from __future__ import annotations

from dataclasses import replace

import msgspec
from body_text import body_text, section_text
from made_repository import made_context, made_file, made_repository, made_symbol, made_use
from made_shop import page

from mkdocs_repodoc.model.facts import DispatchTable, TableEntry, TableForm
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


def in_form(form: TableForm, name: str, line: int, *entries: TableEntry) -> str:
    """Return what the pages say of one table of the shop."""
    context = registering()
    web = context.repository.files["shop/web.py"]
    facts = (DispatchTable(name, entries, line, form),)
    outline = msgspec.structs.replace(web.outline, facts=facts, findings=())
    files = {**context.repository.files, web.path: replace(web, outline=outline)}
    changed = replace(context, repository=replace(context.repository, files=files))
    return body_text(page(changed, "folder documentation", "shop"))


def test_what_calls_register_is_said_of_what_they_call() -> None:
    entries = (TableEntry("GET /a", "get", 11), TableEntry("PUT /a", "web::put", 12))
    said = in_form("calls", "app", 11, *entries)
    head = (
        "[shop/web.py:11](repo/shop/web.py_docs.md#original-source) registers with app: 2 entries"
    )
    assert head in said
    assert "- `PUT /a` → web::put" in said
    own = in_form("calls", "HANDLERS", 11, *entries)
    assert "[shop.web.HANDLERS](repo/shop/web.py_docs.md#shop.web.HANDLERS) registers: 2 en" in own


def test_a_mark_above_a_function_registers_it() -> None:
    entries = (TableEntry("GET /a", "get", 1), TableEntry("PUT /a", "put", 3))
    assert "registers with routes: 2 entries" in in_form("calls", "routes", 1, *entries)


def test_a_choice_is_said_of_the_function_around_it() -> None:
    said = in_form("choice", "", 20, *ENTRIES)
    assert "#shop.web.handler) calls one of them: 2 entries" in said
    assert "calls one of them" not in in_form("choice", "", 10, *ENTRIES)


def test_a_registering_decorator_names_what_it_decorates_and_no_tests() -> None:
    said = text(registering())
    assert "#shop.web.handler) registers what it decorates: 1 definition\n" in said
    assert said.endswith("- [shop.late.late](repo/shop/late.py_docs.md#shop.late.late)")
