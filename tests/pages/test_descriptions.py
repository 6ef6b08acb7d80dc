"""One line on files and folders that say nothing of themselves."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import Any

import msgspec
import pytest
from body_text import phrase_text
from made_repository import made_context, made_file, made_repository, made_symbol, made_use
from support.linked import link_files

from mkdocs_repodoc import linking
from mkdocs_repodoc.languages.treesitter.namespaces import in_namespaces
from mkdocs_repodoc.model.blocks import Phrase
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import ImageSize, Import, Option
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.pages.parts import summaries
from mkdocs_repodoc.pages.parts.descriptions import as_sentence, describe_file
from mkdocs_repodoc.pages.parts.folder_descriptions import describe_folder


def described(file: RepoFile, *others: RepoFile, **links: Any) -> str:
    repository = made_repository([file, *others], **links)
    return phrase_text(describe_file(made_context(repository), file.path))


def describe_of(file: RepoFile) -> Phrase:
    return describe_file(made_context(made_repository([file])), file.path)


def test_dunder_names_are_no_description() -> None:
    symbols = [
        made_symbol("__all__", "attribute"),
        made_symbol("URL", "class"),
        made_symbol("T", "attribute", labels=("type variable",)),
    ]

    assert described(made_file("url.py", symbols)) == "Defines [URL](repo/url.py_docs.md#url.URL)"
    version = made_file("version.py", [made_symbol("__version__", "attribute")])
    assert described(version).startswith("Defines [__version__]")


def test_names_that_others_use_describe_a_file_first() -> None:
    symbols = [made_symbol(name, line=line) for line, name in enumerate("abcdef", 1)]
    used = made_use("o.py")
    files = [made_file("m.py", symbols), made_file("o.py")]
    repository = made_repository(files, uses={SymbolRef("m.py", 4): [used]})

    text = phrase_text(describe_file(made_context(repository), "m.py"))
    assert text.startswith("Defines [e](")
    assert text.endswith(" and 2 more")


def test_names_that_a_file_passes_on_count_beside_its_own() -> None:
    files = {
        "package.json": '{"name": "mill", "exports": "./index.js"}',
        "index.js": """
            export {weigh, Grain} from './grain.js';
            export const grind = () => 1;
            export const turn = () => 2;
        """,
        "grain.js": "export const weigh = () => 1;\nexport class Grain {}\n",
    }
    linked = link_files(files)
    exports = partial(linking.exports_of, linked.index)
    context = replace(made_context(linked.repository), exports=exports)
    text = phrase_text(describe_file(context, "index.js"))
    assert text.startswith("Offers [grind](")
    assert text.endswith(" and 2 more")


def test_package_is_described_by_what_it_passes_on() -> None:
    package = made_file(
        "app/__init__.py",
        [made_symbol("__all__", "attribute")],
        role="package",
        exports=("__version__", "run"),
        imports=(Import("core", "run", "run", level=1, line=1),),
    )
    core = made_file("app/core.py", [made_symbol("run")])
    found = ResolvedImport("repository", "", "app/core.py", SymbolRef("app/core.py", 0))
    repository = made_repository([package, core])
    repository.links.imports["app/__init__.py"] = (found,)  # type: ignore[index]  # a dictionary, as tests make it

    text = phrase_text(describe_file(made_context(repository), "app/__init__.py"))
    assert text == "Offers [run](repo/app/core.py_docs.md#app.core.run)"


def test_test_is_described_by_its_cases_and_what_they_are_for() -> None:
    test = made_file(
        "test_url.py", [made_symbol("test_a")], role="test", tests=("test_a", "test_b")
    )
    url = made_file("url.py")

    text = described(test, url, tested_by={"test_url.py": ("url.py",)})
    assert text == "2 test cases for [url.py](repo/url.py_docs.md)"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (
            made_file("run.sh", [made_symbol("P", "variable")], role="script", language="shell"),
            "Shell script",
        ),
        (made_file("LICENSE", role="licence", language="text", licence="MIT"), "Licence: MIT"),
        (
            made_file(
                "requirements.txt",
                [made_symbol("click", "dependency")],
                role="build",
                language="requirements",
            ),
            "Requires [click](repo/requirements.txt_docs.md#click)",
        ),
        (
            made_file(
                "logo.png",
                kind="image",
                role="image",
                language="png",
                image=ImageSize(3, 4),
            ),
            "PNG image, 3 × 4 pixels",
        ),
        (made_file("intro.md", language="markdown", summary="Start here:"), "Start here"),
    ],
    ids=lambda value: value.path if isinstance(value, RepoFile) else "",
)
def test_content_tells_what_a_file_is(file: RepoFile, text: str) -> None:
    assert described(file) == text


def test_source_of_the_software_is_not_described_by_a_customary_name() -> None:
    symbols = [made_symbol("main", "function")]
    built = made_file("setup.py", symbols, role="build")
    assert described(built) == "Metadata of a Python project"
    module = made_file("lib/modules/setup.py", symbols, role="script")
    assert described(module).startswith("Defines [main](")


def test_folder_without_words_is_described_by_what_lies_below_it() -> None:
    files = [
        made_file("lib/deep/a.py"),
        made_file("lib/deep/b.py", role="script"),
        made_file("all/one/a.py"),
        made_file("all/two/a.py"),
        made_file("tests/x/test_a.py", role="test", tests=("test_a", "test_b")),
        made_file("tests/y/data.py"),
        made_file("tests/y/test_b.py", role="test"),
        made_file("src/main/a.py"),
        made_file("src/test/test_c.py", role="test"),
        made_file("src/test/test_d.py", role="test"),
        made_file("src/main/b.py"),
        made_file("src/test/test_e.py", role="test"),
    ]
    context = made_context(made_repository(files))

    def text(path: str) -> str:
        return phrase_text(describe_folder(context, path))

    assert text("lib/deep") == "1 module and 1 script"
    assert text("lib") == "[deep/](repo/lib/deep/index.md): 1 module and 1 script"
    assert text("tests") == "Tests: 2 files with 2 cases"
    # More tests than code, and yet no folder of tests: it holds both sides.
    assert text("src").endswith(": 3 test files and 2 modules")
    assert text("all") == (
        "[one/](repo/all/one/index.md) and [two/](repo/all/two/index.md): 2 modules"
    )


def test_package_folder_is_described_by_its_most_used_names() -> None:
    package = made_file(
        "src/app/__init__.py", [made_symbol("run"), made_symbol("stop")], role="package"
    )
    context = made_context(made_repository([package]))

    text = phrase_text(describe_folder(context, "src"))
    assert text.startswith("[app/](repo/src/app/index.md): Package src.app: [run](")


def test_one_main_symbol_describes_a_file_by_its_documentation() -> None:
    app = made_symbol("Flask", "class", summary="The central object.")
    long = msgspec.structs.replace(app, end_line=90)
    helper = made_symbol("add", line=91, summary="Adds.")
    both = made_file("app.py", [long, helper])

    assert described(both) == "[Flask](repo/app.py_docs.md#app.Flask): The central object."
    assert phrase_text(as_sentence(("Empty",))) == "Empty."
    assert as_sentence(describe_of(both)) == describe_of(both)
    short = made_file("app.py", [app, helper])
    assert described(short).startswith("Defines [Flask]")


def test_members_outside_of_a_type_count_as_its_lines() -> None:
    app = made_symbol("App", "struct", summary="The central object.")
    run = msgspec.structs.replace(made_symbol("App.run", "method", line=5), end_line=90)
    helper = msgspec.structs.replace(made_symbol("add", line=91, summary="Adds."), end_line=110)
    assert described(made_file("app.go", [app, run, helper])).endswith("The central object.")
    assert described(made_file("main.go", [app, run, helper])).endswith("The central object.")


def test_members_of_what_another_file_defines_are_no_less_of_a_file_than_its_function() -> None:
    allow = msgspec.structs.replace(made_symbol("allow", summary="Allows."), end_line=10)
    use = msgspec.structs.replace(made_symbol("Router.use", "method", line=11), end_line=40)
    assert described(made_file("cors.go", [allow, use])).startswith("Defines [allow]")
    short = msgspec.structs.replace(use, end_line=14)
    assert described(made_file("cors.go", [allow, short])).endswith("Allows.")


def test_a_documented_module_describes_its_file_unless_it_is_a_namespace() -> None:
    module = made_symbol("Shop", "module", summary="Sells things.")
    pay = made_symbol("Shop.pay", line=2)
    assert described(made_file("shop.ex", [module, pay])) == (
        "[Shop](repo/shop.ex_docs.md#shop.ex.Shop): Sells things."
    )
    cart = msgspec.structs.replace(made_symbol("Shop::Cart", "class"), namespace="Shop")
    assert described(made_file("shop.rb", [module, cart])).startswith("Defines ")


def test_overloads_are_one_name() -> None:
    overloads = [made_symbol("pay", line=line) for line in (1, 5, 9)]
    other = made_symbol("Cart", "class", line=20)
    assert described(made_file("shop.swift", [*overloads, other])).count("[pay]") == 1
    said = msgspec.structs.replace(overloads[0], summary="Takes the money.")
    assert described(made_file("shop.swift", [said, *overloads[1:]])).endswith("Takes the money.")


def test_instance_methods_are_no_outer_names() -> None:
    run = made_symbol("Server#run", "method", line=2)
    server = made_symbol("Server", "class")
    assert described(made_file("web.rb", [server, run])) == (
        "Defines [Server](repo/web.rb_docs.md#web.rb.Server)"
    )


def test_a_module_that_only_stands_around_others_describes_no_file() -> None:
    outer = made_symbol("Puma", "module", end_line=9)
    wire = made_symbol("Puma::Wire", "class", 2)
    gate = made_symbol("Puma::Gate", "class", 3)
    text = described(made_file("const.rb", in_namespaces([outer, wire, gate]), language="ruby"))
    assert "[Wire](" in text
    assert "[Puma](" not in text


def test_a_type_that_says_nothing_is_described_by_its_ties() -> None:
    repository = link_files(
        {
            "src/Printer.cs": "namespace Shop;\npublic interface IPrinter { void Print(); }\n",
            "src/Till.cs": "namespace Shop;\nclass Till : IPrinter { public void Print() {} }\n",
            "src/Near.cs": "namespace Near;\nclass Till : Shop.Till { }\n",
            "src/Box.cs": "namespace Shop;\nclass Box { int _size; string _name; }\n",
            "src/Lost.cs": "namespace Shop;\npublic class Lost : Exception { }\n",
            "src/Names.cs": "namespace Shop;\npublic class Odd : Exception { }\n"
            "static class Names {\n" + "  const int A = 1;\n" * 9 + "}\n",
            "src/Shop.cs": "namespace Shop;\n/// <summary>Sells.</summary>\npublic class Shop {\n"
            "  public IPrinter Open() { return new Till(); }\n"
            "  public void Close() { throw new Lost(); }\n}\n",
        }
    ).repository
    context = made_context(repository)

    def told(path: str) -> str:
        return re.sub(r"\]\([^)]*\)", "]", phrase_text(describe_file(context, path)))

    assert told("src/Till.cs") == "[Till]: inherits from [IPrinter], made by [Shop.Open]"
    assert told("src/Box.cs") == "[Box]: holds [_size] and [_name]"
    assert told("src/Lost.cs") == "[Lost]: inherits from `Exception`, raised by [Shop.Close]"
    assert told("src/Near.cs") == "[Till]: inherits from [Till.cs.Till]"
    assert told("src/Names.cs").startswith("Defines ")  # a small type is not what it is about


def test_names_for_type_checkers_describe_no_file() -> None:
    stub = made_symbol("ProxyMixin", "class", labels=("type checking only",))
    request = made_symbol("request", "attribute")
    text = described(made_file("globals.py", [stub, request]))
    assert text == "Defines [request](repo/globals.py_docs.md#globals.request)"


def test_workflow_is_described_by_its_name_and_what_starts_it() -> None:
    symbols = [made_symbol("on.push", "trigger"), made_symbol("on.pull_request", "trigger")]
    file = made_file(
        ".github/workflows/tests.yaml", symbols, role="workflow", language="yaml", summary="Tests"
    )
    assert described(file) == "CI workflow “Tests”: runs on `push` and `pull_request`"


def test_keys_of_data_describe_nothing_and_nested_headings_little() -> None:
    keys = [made_symbol("root", "key"), made_symbol("*", "key")]
    assert described(made_file("x.json", keys, role="data", language="json")) == "JSON data"
    top = msgspec.structs.replace(made_symbol("Guide", "heading", 1), end_line=9)
    below = made_symbol("Guide > Steps", "heading", 3)
    guide = made_file("a.md", [top, below], role="documentation", language="markdown")
    assert described(guide) == "Sections: [Guide](repo/a.md_docs.md#Guide)"


def test_the_one_command_that_a_file_declares_describes_it() -> None:
    sell = Option(("sell",), "Sell a parcel. It is gone then.", 3, is_command=True)
    flag = Option(("--fast",), "Hurry.", 4)
    file = made_file("sell.go", [made_symbol("run", line=5)], options=(sell, flag))

    assert described(file) == "The command `sell`: Sell a parcel."
    buy = Option(("buy",), "Buy a parcel.", 9, is_command=True)
    both = made_file("sell.go", [made_symbol("run", line=5)], options=(sell, buy))
    assert described(both).startswith("Defines ")


def test_a_type_is_not_made_by_the_constructors_of_its_heirs() -> None:
    repository = link_files(
        {
            "shop/base.py": "class Base:\n    def __init__(self, a: int) -> None:\n        pass\n",
            "shop/heir.py": "from shop.base import Base\n\nclass Heir(Base):\n"
            "    def __init__(self) -> None:\n        Base.__init__(self, 1)\n\n"
            "def opened() -> Base:\n    return Base(2)\n",
        }
    ).repository
    context = made_context(repository)
    told = phrase_text(describe_file(context, "shop/base.py"))
    assert "made by [opened]" in told
    assert "Heir" not in told


def test_what_begins_with_the_name_that_stands_before_it_is_told_without_it() -> None:
    said = {
        "Mill grinds.": ": Mill grinds.",
        "Mill is a place.": " is a place.",
        "A Mill represents a place.": " represents a place.",
        "Millers run it.": ": Millers run it.",
        "Mill the grain.": ": Mill the grain.",
        "": "",
    }
    for summary, expected in said.items():
        file = made_file("mill.py", [made_symbol("Mill", "class", summary=summary)])
        context = made_context(made_repository([file]))
        words = summaries.behind_name(context, SymbolRef("mill.py", 0))
        assert phrase_text(words) == expected
