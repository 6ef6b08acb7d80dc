"""Links where an index says what a name means."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

import pytest
from support.linked import Linked, link_files
from support.scip_messages import encoded, occurrences, symbol

from mkdocs_repodoc import linking
from mkdocs_repodoc.linking import IndexedMeanings
from mkdocs_repodoc.linking.references.packed_references import ResolvedFile
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.scip.document_reader import read_document
from mkdocs_repodoc.scip.indexed_file import IndexedFile

TILL = "class Till:\n    def pay(self): ...\n\n\ndef pay(): ...\n"
APP = "from till import Till\n\n\ndef run(till, pay):\n    till.pay()\n    Till().pay()\n"
CLASS, METHOD = symbol("till/", "Till#"), symbol("till/", "Till#", "pay().")
FUNCTION = symbol("till/", "pay().")
RUN, PARAMETER = ("run", symbol("app/", "run()."), 1), ("pay", "local 1", 1)
DEFINED = (("Till", CLASS, 1), ("pay", METHOD, 1), ("pay", FUNCTION, 1))
FILES = {"till.py": TILL, "app.py": APP}

LINE_OF_PAY = 5

Marks = tuple[tuple[str, str, int], ...]


class Link(NamedTuple):
    line: int
    target: str
    confidence: str


def indexed(files: Mapping[str, str], marks: Mapping[str, Marks]) -> dict[str, IndexedFile]:
    return {
        path: read_document(
            encoded("Document", occurrences=occurrences(files[path], *found)),
            path,
            files[path],
            files[path].split("\n"),
        )
        for path, found in marks.items()
    }


def linked(in_app: Marks, in_till: Marks = DEFINED, metadata: str = "") -> Linked:
    files = {**FILES, "pyproject.toml": metadata}
    return link_files(files, indexed=indexed(files, {"till.py": in_till, "app.py": in_app}))


def links(here: Linked, name: str, path: str = "app.py") -> list[Link]:
    return [
        Link(each.line, here.repository.qualified_name(each.symbol), each.confidence)
        for each in here.references(path)
        if each.kind != "definition" and here.text(path, each) == name
    ]


def test_what_nothing_in_the_code_tells_is_a_link() -> None:
    assert links(link_files(FILES), "pay") == [Link(6, "till.Till.pay", "inferred")]
    here = linked((RUN, PARAMETER, ("pay", METHOD, 0)))
    assert links(here, "pay")[0] == Link(5, "till.Till.pay", "exact")
    (use, _) = here.repository.links.uses.of(here.symbol("till.py", "Till.pay"))
    assert use.user == here.symbol("app.py", "run")


def test_what_an_index_means_is_told_apart_by_its_digest() -> None:
    def digest(meant: str) -> str:
        read = indexed(FILES, {"till.py": DEFINED, "app.py": (RUN, PARAMETER, ("pay", meant, 0))})
        files = link_files(FILES).repository.files.values()
        return IndexedMeanings(read, [(each.source, each.outline) for each in files])[
            "app.py"
        ].digest

    assert digest(METHOD) == digest(METHOD) != digest(FUNCTION)


def test_an_index_goes_before_what_the_plugin_finds_out() -> None:
    here = linked((RUN, PARAMETER, ("pay", METHOD, 0), ("pay", FUNCTION, 0)))
    assert links(here, "pay") == [Link(5, "till.Till.pay", "exact"), Link(6, "till.pay", "exact")]


@pytest.mark.parametrize("meant", ["local 1", symbol("pay().", package="other")])
def test_what_an_index_leads_elsewhere_is_no_link(meant: str) -> None:
    here = linked((("Till", CLASS, 0), RUN, PARAMETER, ("pay", METHOD, 0), ("pay", meant, 0)))
    assert links(here, "pay") == [Link(5, "till.Till.pay", "exact")]
    assert [link.line for link in links(here, "Till")] == [1, 6]


def test_what_an_index_does_not_know_is_left_to_the_plugin() -> None:
    only_class = (("Till", CLASS, 1),)
    here = linked((RUN, PARAMETER, ("pay", METHOD, 0), ("pay", METHOD, 0)), only_class)
    assert links(here, "pay") == [Link(6, "till.Till.pay", "inferred")]


def test_packages_of_the_repository_are_not_elsewhere() -> None:
    marks = (RUN, PARAMETER, ("pay", METHOD, 0), ("pay", symbol("pay().", package="tills"), 0))
    metadata = '[project]\nname = "tills"\n'
    assert [link.line for link in links(linked(marks), "pay")] == [5]
    assert [link.line for link in links(linked(marks, metadata=metadata), "pay")] == [5, 6]


def test_an_inferred_link_that_an_index_confirms_is_exact() -> None:
    files = {
        "till.py": TILL,
        "app.py": "from till import Till\n\n\ndef run(t: Till):\n    t.pay()\n",
    }
    marks: dict[str, Marks] = {"till.py": DEFINED, "app.py": (("pay", METHOD, 0),)}
    assert links(link_files(files), "pay") == [Link(5, "till.Till.pay", "inferred")]
    here = link_files(files, indexed=indexed(files, marks))
    assert links(here, "pay") == [Link(5, "till.Till.pay", "exact")]


def test_of_several_definitions_the_one_that_the_plugin_knows_stays() -> None:
    twice = {"till.py": "def pay(): ...\n\n\ndef pay(): ...\n", "app.py": "from till import pay\n"}
    marks: dict[str, Marks] = {
        "till.py": (("pay", FUNCTION, 1), ("pay", FUNCTION, 1)),
        "app.py": (("pay", FUNCTION, 2),),
    }
    plain = link_files(twice)
    here = link_files(twice, indexed=indexed(twice, marks))
    assert [each.symbol for each in here.references("app.py")] == [
        each.symbol for each in plain.references("app.py")
    ]


def test_a_language_without_names_has_those_of_an_index() -> None:
    files = {"a.dart": "class Till {}\n", "b.dart": "var till = Till();\n"}
    marks: dict[str, Marks] = {
        "a.dart": (("Till", CLASS, 1),),
        "b.dart": (("till", symbol("b/", "till."), 1), ("Till", CLASS, 0)),
    }
    here = link_files(files, indexed=indexed(files, marks))
    assert links(here, "Till", "b.dart") == [Link(1, "Till", "exact")]
    without = linking.resolve_file(None, "b.dart", here.details["b.dart"])
    assert without == ResolvedFile.of("b.dart", (), b"", b""), (
        "it mentions no name that could change"
    )


def test_a_file_can_be_what_a_name_means() -> None:
    module = symbol("till/", "__init__:")
    files = {"till.py": TILL, "app.py": "till = load('till')\n"}
    defined = {"range": [0, 0, 0], "symbol": module, "symbol_roles": 1}
    documents = {
        "till.py": [defined],
        "app.py": occurrences(files["app.py"], ("'till'", module, 0)),
    }
    read = {
        path: read_document(
            encoded("Document", occurrences=found), path, files[path], files[path].split("\n")
        )
        for path, found in documents.items()
    }
    here = link_files(files, indexed=read)
    (link,) = [each for each in here.references("app.py") if each.kind == "name"]
    assert (link.symbol, here.text("app.py", link)) == (SymbolRef.of_file("till.py"), "'till'")


def test_links_do_not_overlap() -> None:
    files = {"till.py": TILL, "app.py": "import till\n\nx = [till.pay()]\n"}
    marks: dict[str, Marks] = {
        "till.py": DEFINED,
        "app.py": (
            ("till.pay", symbol("till/", "Till#", "`till.pay`()."), 0),
            ("pay", FUNCTION, 0),
        ),
    }
    here = link_files(files, indexed=indexed(files, marks))
    extents = [(each.line, each.column, each.end_column) for each in here.references("app.py")]
    assert extents == sorted(extents)
    assert all(one[0] < other[0] or one[2] <= other[1] for one, other in pairwise(extents))


def test_what_an_index_says_is_implemented_is_a_base_or_overridden() -> None:
    files = {
        "shop.py": "class Shop:\n    def pay(self): ...\n\n\nclass Store: ...\n",
        "till.py": "@made\nclass Till:\n    def pay(self): ...\n",
    }
    shop, store = symbol("shop/", "Shop#"), symbol("shop/", "Store#")
    till, pay = symbol("till/", "Till#"), symbol("till/", "Till#", "pay().")
    shop_pay = symbol("shop/", "Shop#", "pay().")
    related: dict[str, dict[str, tuple[str, ...]]] = {
        "shop.py": {store: (shop,)},
        "till.py": {till: (store, shop), pay: (shop_pay,)},
    }
    marks: dict[str, Marks] = {
        "shop.py": (("Shop", shop, 1), ("pay", shop_pay, 1), ("Store", store, 1)),
        "till.py": (("Till", till, 1), ("pay", pay, 1)),
    }
    found = {}
    for path, text in files.items():
        symbols = [
            {
                "symbol": one,
                "relationships": [{"symbol": each, "is_implementation": True} for each in others],
            }
            for one, others in related[path].items()
        ]
        data = encoded("Document", occurrences=occurrences(text, *marks[path]), symbols=symbols)
        found[path] = read_document(data, path, text, text.split("\n"))
    here = link_files(files, indexed=found)
    known = here.repository.links
    base, middle = here.symbol("shop.py", "Shop"), here.symbol("shop.py", "Store")
    leaf = here.symbol("till.py", "Till")
    assert known.bases == {middle: (base,), leaf: (middle,)}
    assert known.subclasses == {base: (middle,), middle: (leaf,)}
    assert known.overrides == {
        here.symbol("till.py", "Till.pay"): here.symbol("shop.py", "Shop.pay")
    }


def test_relationships_of_other_kinds_make_no_base() -> None:
    document = encoded(
        "Document",
        occurrences=occurrences(TILL, *DEFINED),
        symbols=[
            {"symbol": CLASS, "relationships": [{"symbol": FUNCTION, "is_implementation": True}]},
            {"symbol": METHOD, "relationships": [{"symbol": FUNCTION, "is_reference": True}]},
        ],
    )
    found = {"till.py": read_document(document, "till.py", TILL, TILL.split("\n"))}
    here = link_files({"till.py": TILL}, indexed=found)
    assert not here.repository.links.bases
    assert not here.repository.links.overrides


@pytest.mark.parametrize(
    ("meant", "expected"),
    [
        ("test py shop 2.0 till/Till#pay().", [Link(5, "till.Till.pay", "exact")]),
        ("test py shop . build/`till.d.py`/Till#pay().", [Link(5, "till.Till.pay", "exact")]),
        ("test py shop . build/`other.d.py`/Till#pay().", []),
        ("test py mill 2.0 till/Till#pay().", []),
        ("other py shop 2.0 till/Till#pay().", []),
    ],
)
def test_a_symbol_of_another_version_or_build_is_found_by_its_package(
    meant: str, expected: list[Link]
) -> None:
    inside = ("pay", METHOD.replace(" till/", " src/`till.py`/"), 1)
    built = "build/" in meant
    here = linked(
        (RUN, PARAMETER, ("pay", meant, 0)), (DEFINED[0], inside if built else DEFINED[1])
    )

    assert [each for each in links(here, "pay") if each.line == LINE_OF_PAY] == expected


def test_a_symbol_that_two_files_of_a_package_have_is_not_found_by_its_name() -> None:
    files = {"a/till.py": TILL, "b/till.py": TILL, "app.py": APP}
    marks: dict[str, Marks] = {
        f"{folder}/till.py": (("Till", symbol(f"{folder}/`till.py`/Till#"), 1),) for folder in "ab"
    }
    meant = symbol("build/`till.d.py`/Till#")
    here = link_files(files, indexed=indexed(files, {**marks, "app.py": (("Till", meant, 0),)}))

    assert not any(each.confidence == "exact" for each in links(here, "Till")[:1])
