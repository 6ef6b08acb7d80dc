"""The types that a repository turns on, and how they hang together."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc.insight.architecture.key_abstractions import (
    AbstractionFinder,
    KeyAbstractions,
    described,
)
from mkdocs_repodoc.insight.statistics import RepositoryStatistics
from mkdocs_repodoc.model.repository import CODE_ROLES

SHOP = {
    "README.md": "# Shop\n\nA `Cart` holds items.\n",
    "shop/__init__.py": "from shop.cart import Cart\n__all__ = ['Cart']\n",
    "shop/base.py": '''
        class Base:
            """What all parts share."""

            def name(self) -> str:
                return "base"
    ''',
    "shop/item.py": '''
        class Item:
            """A thing on sale."""
    ''',
    "shop/cart.py": '''
        from shop.base import Base
        from shop.item import Item
        from shop.receipt import Receipt

        class _Middle(Base):
            pass

        class Cart(_Middle):
            """What a customer is about to buy."""

            last: Item

            def pay(self, first: Item) -> Receipt:
                return Receipt(first)

        class CartError(Exception):
            """Nothing is in the cart."""
    ''',
    "shop/receipt.py": '''
        from shop.item import Item

        class Receipt:
            """What was paid."""

            def __init__(self, item: Item) -> None:
                self.item = item
    ''',
    "tests/test_cart.py": "class Fake:\n    pass\n\n\ndef test_cart():\n    Fake()\n",
}


def found(linked: Linked) -> KeyAbstractions:
    statistics = RepositoryStatistics(linked.repository)
    return AbstractionFinder(
        linked.repository,
        statistics.calls,
        statistics.needs.facade_follower,
        [file for file in linked.repository.files.values() if file.role in CODE_ROLES],
        lambda path: linked.texts[path],
    ).find()


def names(linked: Linked, abstractions: KeyAbstractions) -> list[str]:
    return [linked.repository.symbol(ref).name for ref in abstractions.symbols]


def ties(linked: Linked, abstractions: KeyAbstractions) -> set[tuple[str, str, str]]:
    symbol = linked.repository.symbol
    return {
        (symbol(each.source).name, each.word, symbol(each.target).name)
        for each in abstractions.ties
    }


def test_what_is_offered_documented_and_used_comes_first() -> None:
    linked = link_files(SHOP)
    listed = names(linked, found(linked))
    assert listed[0] == "Cart"
    assert set(listed) >= {"Cart", "Item", "Receipt", "Base"}
    assert "CartError" not in listed[:4]
    assert "Fake" not in listed


def test_what_benchmarks_define_is_left_out_unless_there_is_nothing_else() -> None:
    load = "class Load:\n    pass\n\n\nclass Run:\n    load: Load\n"
    linked = link_files(SHOP | {"benchmarks/load.py": load})
    abstractions = found(linked)
    all_types = (*abstractions.symbols, *abstractions.others)
    assert "Load" not in {linked.repository.symbol(ref).name for ref in all_types}
    alone = link_files({"benchmarks/load.py": load})
    assert set(names(alone, found(alone))) == {"Load", "Run"}


def test_a_type_is_named_by_other_files_than_its_own() -> None:
    own = (
        "from shop.item import Item\n\nclass Receipt:\n    '''What was paid.'''\n"
        "    def copy(self) -> 'Receipt':\n        return Receipt()\n"
        "    def first(self) -> Item:\n        return Item()\n"
    )
    linked = link_files(SHOP | {"shop/receipt.py": own})
    abstractions = found(linked)
    users = {linked.repository.symbol(ref).name: n for ref, n in abstractions.users.items()}
    assert users["Receipt"] == 1


def test_ties_are_the_closest_between_two_types() -> None:
    linked = link_files(SHOP)
    told = ties(linked, found(linked))
    assert ("Cart", "holds", "Item") in told  # and takes it
    assert ("Cart", "makes", "Receipt") in told  # and returns it
    assert ("Receipt", "takes", "Item") in told
    pairs = [frozenset((source, target)) for source, _, target in told]
    assert len(pairs) == len(set(pairs))


def test_a_base_is_found_through_classes_between() -> None:
    linked = link_files(SHOP)
    assert ("Cart", "inherits", "Base") in ties(linked, found(linked))


def test_traits_and_what_implements_them() -> None:
    linked = link_files(
        {
            "src/lib.rs": "mod sink;\nmod file;\npub use crate::sink::Sink;\n",
            "src/sink.rs": "/// Where results go.\npub trait Sink {\n    fn put(&self);\n}\n",
            "src/file.rs": "use crate::sink::Sink;\n/// A sink on disk.\npub struct File;\n"
            "impl Sink for File {\n    fn put(&self) {}\n}\n"
            "pub struct Log;\nimpl Log {\n    pub fn to<S>(&self, sink: S) -> File\n"
            "    where\n        S: Sink,\n    {\n        File\n    }\n}\n",
        }
    )
    told = ties(linked, found(linked))
    assert ("File", "implements", "Sink") in told
    assert ("Log", "takes", "Sink") in told
    assert ("Log", "returns", "File") in told


def test_interfaces_are_implemented_by_classes_and_extended_by_interfaces() -> None:
    linked = link_files(
        {
            "src/store.ts": "/** Keeps things. */\nexport interface Store { put(): void; }\n"
            "/** Keeps them in order. */\nexport interface Queue extends Store { next(): void; }\n"
            "/** A store on disk. */\nexport class Disk implements Store { put(): void {} }\n"
            "/** A faster one. */\nexport class Cache extends Disk {}\n",
        }
    )
    told = ties(linked, found(linked))
    assert ("Disk", "implements", "Store") in told
    assert ("Queue", "inherits", "Store") in told
    assert ("Cache", "inherits", "Disk") in told


def test_of_two_versions_of_a_type_the_one_in_use_is_named() -> None:
    old = {"shop/v1/__init__.py": "", "shop/v1/cart.py": 'class Cart:\n    """Once a cart."""\n'}
    linked = link_files({**SHOP, **old})
    abstractions = found(linked)
    assert names(linked, abstractions).count("Cart") == 1
    assert abstractions.symbols[0].path == "shop/cart.py"


@pytest.mark.parametrize(("folder", "first"), [("v1", "Cart"), ("legacy", "Till")])
def test_the_only_version_of_an_interface_is_no_past_one(folder: str, first: str) -> None:
    module = f"api.{folder}.cart"
    linked = link_files(
        {
            f"{module.replace('.', '/')}.py": 'class Cart:\n    """What is bought."""\n',
            "shop/till.py": 'class Till:\n    """What is paid."""\n',
            "sell.py": f"from {module} import Cart\nfrom shop.till import Till\nCart, Till\n",
        }
    )
    assert names(linked, found(linked)) == [first, *({"Cart", "Till"} - {first})]


def test_a_protocol_is_implemented_not_inherited() -> None:
    linked = link_files(
        {
            "Store.swift": "/// Where things are kept.\npublic protocol Store {\n}\n",
            "Disk.swift": "/// A store on disk.\npublic class Disk: Store {\n}\n",
        }
    )
    assert ties(linked, found(linked)) == {("Disk", "implements", "Store")}


def test_a_name_of_the_file_itself_hides_that_of_a_type_elsewhere() -> None:
    linked = link_files(
        {
            "src/lib.rs": "mod printer;\nmod context;\npub use crate::printer::Printer;\n",
            "src/printer.rs": "/// Writes.\npub struct Printer {\n    pub width: u8,\n}\n",
            "src/context.rs": "type Printer = fn(u8);\n/// What is known.\npub struct Context {\n"
            "    printer: Printer,\n}\n",
        }
    )
    assert not ties(linked, found(linked))


def test_types_beside_the_key_abstractions_are_kept_in_order() -> None:
    private = {"shop/hidden.py": "class _Hidden:\n    pass\n"}
    linked = link_files({**SHOP, **private})
    abstractions = found(linked)
    others = [linked.repository.symbol(ref).name for ref in abstractions.others]
    assert "_Hidden" in others
    assert not set(abstractions.symbols) & set(abstractions.others)


def test_what_a_generic_base_is_about_is_no_base() -> None:
    rust = {
        "src/lib.rs": "mod stats;\npub use crate::stats::{Report, Stats};\n",
        "src/stats.rs": "/// Counts.\npub struct Stats {\n    pub lines: usize,\n}\n"
        "/// Counts of a file.\npub struct Report {\n    name: String,\n}\n"
        "impl std::ops::AddAssign<Stats> for Report {\n"
        "    fn add_assign(&mut self, rhs: Stats) {}\n}\n",
    }
    linked = link_files(rust)
    assert ("Report", "implements", "Stats") not in ties(linked, found(linked))
    script = {
        "src/job.ts": "/** What a job gave. */\nexport class Output {}\n"
        "/** A job that runs. */\nexport class Job extends Promise<Output> {}\n",
    }
    linked = link_files(script)
    assert ("Job", "inherits", "Output") not in ties(linked, found(linked))


def test_where_hardly_a_type_is_public_that_says_nothing_of_its_weight() -> None:
    parser = "/// Reads.\npub(crate) struct Parser {\n    at: usize,\n}\n" + "impl Parser {\n"
    parser += "".join(f"    fn step{n}(&self) {{}}\n" for n in range(40)) + "}\n"
    linked = link_files(
        {
            "src/main.rs": "mod parser;\nmod tree;\nfn main() {}\n",
            "src/parser.rs": parser,
            "src/tree.rs": "pub struct Leaf {\n}\n"
            + "".join(f"pub(crate) struct Part{n} {{\n}}\n" for n in range(4)),
        }
    )
    assert names(linked, found(linked))[0] == "Parser"


@pytest.mark.parametrize(
    "files",
    [
        {
            "src/Cart.cs": "namespace Shop;\n/// <summary>What is bought.</summary>\n"
            "public class Cart {\n    public Item Last;\n}\n",
            "src/Item.cs": "namespace Shop;\n/// <summary>A thing.</summary>\n"
            "public class Item {\n}\n",
        },
        {
            "src/cart.hpp": '#include "item.hpp"\nnamespace shop {\n/// What is bought.\n'
            "class Cart {\n public:\n  Item last;\n};\n}\n",
            "src/item.hpp": "namespace shop {\n/// A thing.\nclass Item {\n};\n}\n",
        },
    ],
    ids=["c#", "c++"],
)
def test_types_in_namespaces_are_key_abstractions(files: dict[str, str]) -> None:
    linked = link_files(files)
    abstractions = found(linked)
    symbol = linked.repository.symbol
    assert {symbol(ref).bare_name for ref in abstractions.symbols} == {"Cart", "Item"}
    assert [
        (symbol(each.source).bare_name, each.word, symbol(each.target).bare_name)
        for each in abstractions.ties
    ] == [("Cart", "holds", "Item")]


def test_a_module_that_is_mixed_in_does_not_describe_a_type() -> None:
    code = (
        "module Tide\n  # Frequently used constants.\n  module Const\n    HIGH = 1\n  end\n"
        "  class Gauge\n    include Const\n  end\nend\n"
    )
    linked = link_files({"lib/tide.rb": code})
    gauge = linked.symbol("lib/tide.rb", "Tide::Gauge")
    assert linked.repository.links.bases[gauge]
    assert described(linked.repository, gauge) is None


def test_a_module_that_types_include_is_one_of_them() -> None:
    linked = link_files(
        {
            "lib/thor.rb": 'require_relative "thor/base"\nclass Thor\n  include Thor::Base\n'
            "  def help; end\nend\n",
            "lib/thor/base.rb": "class Thor\n  module Base\n    def start; end\n  end\n"
            "  module Alone\n    def stop; end\n  end\nend\n",
            "lib/thor/group.rb": 'require_relative "base"\nclass Thor\n  class Group\n'
            "    include Thor::Base\n    def all; end\n  end\nend\n",
        }
    )
    abstractions = found(linked)
    listed = names(linked, abstractions)
    assert set(listed) == {"Thor", "Thor::Base", "Thor::Group"}
    assert ("Thor", "includes", "Thor::Base") in ties(linked, abstractions)
    assert ("Thor::Group", "includes", "Thor::Base") in ties(linked, abstractions)


def test_a_protocol_of_several_methods_is_an_interface_and_comes_before_what_nobody_names() -> None:
    body = '    """A part."""\n\n    def run(self):\n        return 1\n'
    parts = "\n\n".join(f"class Part{number}:\n{body}" for number in range(6))
    files = {
        "mill/language.py": (
            "from typing import Protocol\n\n\nclass Language(Protocol):\n"
            + "".join(f"    def step{number}(self) -> int: ...\n" for number in range(4))
        ),
        "mill/parts.py": parts,
        "mill/all.py": (
            "from mill.language import Language\n\nLANGUAGES: dict[str, Language] = {}\n"
        ),
    }
    linked = link_files(files)
    assert names(linked, found(linked))[0] == "Language"


def test_what_only_shows_a_value_comes_after_an_enumeration_that_the_software_is_about() -> None:
    uses = "use crate::show::Shown;\nuse crate::kind::Grain;\n\npub fn grind(grain: Grain) {\n"
    uses += '    println!("{}", Shown(3));\n    match grain { Grain::Rye => {} _ => {} }\n}\n'
    variants = "Rye, Oat, Spelt, Wheat, Emmer, Millet, Rice, Maize"
    mods = "".join(f"mod part{number};\n" for number in range(6))
    files = {
        "src/main.rs": f"mod show;\nmod kind;\n{mods}\nfn main() {{}}\n",
        "src/show.rs": """
            /// Shows a number as people read it, at some length, in several words.
            pub struct Shown(pub u64);

            impl fmt::Display for Shown {
                fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                    let text = self.0.to_string();
                    let text = text.trim();
                    let text = text.trim_start();
                    write!(f, "{text}")
                }
            }
            """,
        "src/kind.rs": f"/// What is ground.\npub enum Grain {{ {variants} }}\n",
        **{f"src/part{number}.rs": uses for number in range(6)},
    }
    linked = link_files(files)
    assert names(linked, found(linked)) == ["Grain", "Shown"]


def test_a_type_for_one_platform_comes_after_those_for_all() -> None:
    def declared(name: str) -> str:
        fields = "".join(f"\tField{number} int\n" for number in range(12))
        return f"\n// {name} is a part of it.\ntype {name} struct {{\n{fields}}}\n"

    files = {
        "go.mod": "module shop\n",
        "net_windows.go": f"package shop\n{declared('Handle')}"
        "\nfunc open() *Handle { return &Handle{} }\n",
        "till.go": f"package shop\n{declared('Till')}\nfunc Make() *Till {{ return &Till{{}} }}\n",
    }
    linked = link_files(files)
    assert names(linked, found(linked)) == ["Till", "Handle"]
