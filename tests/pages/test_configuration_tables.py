"""What pages say of what can be configured."""

from __future__ import annotations

from body_text import blocks_text, section_text
from made_repository import made_context, made_file, made_repository, made_symbol, made_use
from made_shop import page

from mkdocs_repodoc.model.blocks import Code, Column
from mkdocs_repodoc.model.facts import EnvironmentPrefix, EnvironmentVariable, SettingsTable
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.behaviour.option_tables import option_table, programs_beside


def configured() -> PageContext:
    return made_context(
        made_repository(
            [
                made_file("a.py"),
                made_file(
                    "shop/cli.py",
                    [made_symbol("DEFAULT_PORT", "constant", signature=" = 80")],
                    options=(
                        Option(
                            ("--port", "-p"),
                            "Where it listens.",
                            3,
                            "DEFAULT_PORT",
                            metavar="NUMBER",
                        ),
                    ),
                    facts=(
                        EnvironmentVariable("PORT", '"80"', 5),
                        EnvironmentPrefix("SHOP_", 6),
                        SettingsTable("tool.shop", 7),
                    ),
                ),
                made_file(
                    "tests/test_cli.py", role="test", facts=(EnvironmentVariable("CI", "", 2),)
                ),
            ],
            uses={
                SymbolRef("shop/cli.py", 0): [
                    made_use("shop/cli.py", 4, "name"),
                    made_use("tests/test_cli.py", 9, "name"),
                ]
            },
        )
    )


def test_the_documentation_of_the_repository_gathers_what_can_be_configured() -> None:
    text = section_text(page(configured(), "folder documentation", ""), "configuration")

    cli = "repo/shop/cli.py_docs.md"
    option = f"`--port`, `-p` `NUMBER` | Where it listens. | `80` | [3]({cli}#L3)"
    assert option in text
    assert f'`PORT` | `"80"` | [shop/cli.py:5]({cli}#L5)' in text
    assert f"environment variable, too: `SHOP_…` ([shop/cli.py:6]({cli}#L6))." in text
    assert "only tests read: [CI](repo/tests/test_cli.py_docs.md#L2)." in text
    assert f"`[tool.shop]`, looked up in [shop/cli.py:7]({cli}#L7)" in text
    assert f"({cli}#shop.cli.DEFAULT_PORT) | `80` | [shop/cli.py:4]({cli}#L4)\n" in f"{text}\n"


def test_the_innermost_folder_that_holds_all_of_it_says_it_too() -> None:
    context = configured()
    assert "PORT" in section_text(page(context, "folder documentation", "shop"), "configuration")
    sections = page(context, "folder documentation", "tests").sections
    assert "configuration" not in {section.anchor for section in sections}


def test_a_default_keeps_the_blanks_that_belong_to_it() -> None:
    option = Option(("--cursor",), "What it shows.", 1, "> ")
    table = option_table("Option", [(option, "line 1")], Column("Declared in"), caption="")
    assert table.rows[0][-2] == (Code('"> "'),)


def test_the_index_counts_and_leads_there() -> None:
    assert section_text(page(configured(), "repository"), "configuration") == (
        "[Configuration](repo/doc.md#configuration): 1 command-line option, 1 environment "
        "variable, 1 environment variable prefix, 1 table of a settings file and 1 built-in value."
    )


def test_commands_are_told_apart_from_options() -> None:
    declared = (
        Option(("serve <dir>",), "Serves a folder.", 2, is_command=True),
        Option(("--port",), "Where it listens.", 3, command="serve"),
    )
    context = made_context(
        made_repository([made_file("a.py"), made_file("cli/main.ts", options=declared)])
    )
    text = section_text(page(context, "folder documentation", ""), "configuration")

    assert "Command | Meaning | Line of main.ts\n`serve <dir>` | Serves a folder." in text
    assert "Option | Of command | Meaning | Line of main.ts\n`--port` | `serve` | Where it" in text
    lead = section_text(page(context, "repository"), "configuration")
    assert "1 command and 1 command-line option." in lead


def constant_as_default(line: int) -> str:
    """Return what is said where a constant named as a default is used on a line."""
    files = [
        made_file(
            "shop.py",
            [made_symbol("DEFAULT_SHOP_HOME", "constant", signature=' = Path("/srv")')],
            facts=(EnvironmentVariable("SHOP_HOME", "", 3), EnvironmentVariable("SHOP", "", 4)),
        )
    ]
    uses = {SymbolRef("shop.py", 0): [made_use("shop.py", line, "name")]}
    context = made_context(made_repository(files, uses=uses))
    return section_text(page(context, "folder documentation", ""), "configuration")


def test_a_variable_without_a_default_has_the_constant_that_is_named_so_and_used_there() -> None:
    text = constant_as_default(4)
    assert (
        "`SHOP_HOME` | [DEFAULT_SHOP_HOME](repo/shop.py_docs.md#shop.DEFAULT_SHOP_HOME) |" in text
    )
    assert "`SHOP` |  | [shop.py:4](" in text


def test_a_constant_that_is_used_elsewhere_is_no_default_of_a_variable() -> None:
    text = constant_as_default(40)
    assert "`SHOP_HOME` | [shop.py:3](" in text


def test_programs_beside_the_software_are_named_that_declare_options() -> None:
    option = Option(("--tag",), "Tag it.", 3)
    told = list(
        programs_beside(
            made_context(made_repository([made_file("cmd/release/main.go")])),
            [("cmd/release/main.go", option), ("cmd/release/main.go", option)],
        )
    )
    assert "".join(blocks_text(told)) == (
        "Programs beside the software declare options, too: "
        "[cmd/release/main.go](repo/cmd/release/main.go_docs.md) (2)."
    )
