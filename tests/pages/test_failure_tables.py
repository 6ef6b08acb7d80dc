"""What pages say of how code fails."""

from __future__ import annotations

from body_text import section_text
from made_repository import made_context, made_file, made_repository, made_symbol, made_use
from made_shop import page

from mkdocs_repodoc.model.facts import ExitStatus
from mkdocs_repodoc.model.linked_symbols import SymbolRef


def test_the_documentation_of_a_folder_says_how_its_code_fails() -> None:
    sold_out = made_symbol("SoldOut", "class", bases=("Exception",), summary="Nothing is left.")
    exits = tuple(ExitStatus("2", line, "SoldOut" if line == 1 else "") for line in range(1, 19))
    repository = made_repository(
        [
            made_file("a.py"),
            made_file("shop/errors.py", [sold_out]),
            made_file("shop/run.py", facts=exits),
        ],
        uses={
            SymbolRef("shop/errors.py", 0): [
                *(made_use("shop/run.py", line, "raise") for line in (4, 5, 6, 7)),
                made_use("shop/run.py", 9, "except"),
            ]
        },
    )
    text = section_text(page(made_context(repository), "folder documentation", "shop"), "failures")

    run = "repo/shop/run.py_docs.md"
    assert (
        "[shop.errors.SoldOut](repo/shop/errors.py_docs.md#shop.errors.SoldOut) | "
        f"`Exception` | Nothing is left. | [shop/run.py:4]({run}#L4), "
    ) in text
    assert f"[shop/run.py:6]({run}#L6) and 1 more | [shop/run.py:9]({run}#L9)\n" in text
    assert f"- `2`: [run.py:1]({run}#L1) after `SoldOut`; [2]({run}#L2); " in text
    assert text.endswith("and 14 more")
