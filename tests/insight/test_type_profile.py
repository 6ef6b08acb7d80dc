"""What a type is made from, holds, does and promises, and who makes and uses it."""

from __future__ import annotations

from collections.abc import Iterable

from support.linked import Linked, link_files

from mkdocs_repodoc.insight.architecture.results_said import result_of
from mkdocs_repodoc.insight.architecture.type_profile import TypeProfile
from mkdocs_repodoc.insight.architecture.type_profiler import TypeProfiler
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES


def profiled(files: dict[str, str], path: str, name: str) -> tuple[Linked, TypeProfile]:
    linked = link_files(files)
    code = {each.path for each in linked.repository.files.values() if each.role in CODE_ROLES}
    return linked, TypeProfiler(linked.repository, code).profile(linked.symbol(path, name))


def names(linked: Linked, refs: Iterable[SymbolRef]) -> list[str]:
    return [linked.repository.symbol(each).name for each in refs]


ITEM = {
    "shop/item.py": """
        import threading
        from collections.abc import Callable

        class Item:
            def __init__(self, name: str, price: int, notify: Callable[[], None]) -> None:
                self.price = price
                self.name = name
                self.lock = threading.Lock()
                self.own = Lock()
                self.notify = notify
                self.later: Callable[[], None] | None = None

            def sell(self) -> None:
                self.notify()
                self.later()
                print(self.name)

            def _key(self) -> tuple[str]:
                return (self.name,)

            def __eq__(self, other: object) -> bool:
                return self._key() == other._key()

            def __hash__(self) -> int:
                return hash(self._key())

        class Lock:
            pass

        class Gift(Item, dict):
            def __init__(self) -> None:
                Item.__init__(self, "gift", 0, print)
    """,
    "shop/shelf.py": """
        from shop.item import Item

        def fill() -> list[Item]:
            def one() -> Item:
                return Item("a", 1, print)
            return [one()]

        def empty(item: Item) -> None:
            item.sell()
    """,
    "tests/test_item.py": """
        from shop.item import Item

        def test_item():
            assert Item("a", 1, print).price
    """,
}


def test_what_a_class_promises_is_read_off_its_methods() -> None:
    linked, item = profiled(ITEM, "shop/item.py", "Item")

    assert {each.matter: names(linked, each.fields) for each in item.comparisons} == {
        "equality": ["Item.name"],
        "hash": ["Item.name"],
    }
    assert [(linked.repository.symbol(ref).name, word) for ref, word in item.guards] == [
        ("Item.lock", "a lock")
    ]
    assert names(linked, item.called) == ["Item.notify"]


def test_who_makes_and_uses_a_class_is_told_without_tests_and_heirs() -> None:
    linked, item = profiled(ITEM, "shop/item.py", "Item")

    assert names(linked, item.makers) == ["fill"]
    assert names(linked, item.givers) == ["fill.one", "fill"]  # `fill` returns a list of them
    assert names(linked, item.users) == ["empty"]
    assert names(linked, item.heirs) == ["Gift"]
    assert names(linked, item.members.methods) == ["Item.sell", "Item._key"]
    assert names(linked, item.members.fields)[0] == "Item.name"


def test_bases_of_other_projects_are_told_as_written() -> None:
    linked, gift = profiled(ITEM, "shop/item.py", "Gift")

    assert names(linked, gift.bases) == ["Item"]
    assert gift.outer_bases == ("dict",)


def test_a_dataclass_compares_all_fields_unless_it_says_otherwise() -> None:
    files = {
        "a.py": """
            from dataclasses import dataclass

            @dataclass
            class Point:
                x: int

            @dataclass(eq=False)
            class Node:
                x: int
        """
    }
    assert [each.is_whole for each in profiled(files, "a.py", "Point")[1].comparisons] == [True]
    assert profiled(files, "a.py", "Node")[1].comparisons == ()


def test_variants_and_derived_traits_of_a_tagged_type() -> None:
    files = {
        "src/lib.rs": """
            use std::str::FromStr;
            use std::sync::Mutex;

            #[derive(Debug, PartialEq, Hash)]
            pub enum Auth {
                /// A token.
                Bearer(String),
                Basic { user: String },
            }

            impl FromStr for Auth {
                type Err = ();
                fn from_str(text: &str) -> Result<Self, ()> {
                    Ok(Auth::Bearer(text.into()))
                }
            }

            pub struct Pool {
                free: Mutex<Vec<Auth>>,
            }

            #[cfg(test)]
            mod tests {
                fn helper(auth: super::Auth) -> super::Auth {
                    auth
                }

                #[test]
                fn test_auth() {
                    helper(super::Auth::Bearer("a".into()));
                }
            }
        """
    }
    linked, auth = profiled(files, "src/lib.rs", "Auth")

    assert names(linked, auth.members.variants) == ["Auth::Bearer", "Auth::Basic"]
    assert [(each.matter, each.is_whole) for each in auth.comparisons] == [
        ("equality", True),
        ("hash", True),
    ]
    assert auth.outer_bases == ("FromStr",)
    assert names(linked, auth.givers) == ["Auth::from_str"]
    linked, pool = profiled(files, "src/lib.rs", "Pool")
    assert [word for _, word in pool.guards] == ["a lock"]


def test_a_type_holds_its_constants_only_without_fields() -> None:
    constants = "impl {} {{ const MOST: u8 = 3; }}\n"
    code = f"struct Mill {{ stone: u8 }}\n{constants.format('Mill')}"
    linked, mill = profiled({"src/mill.rs": code}, "src/mill.rs", "Mill")
    assert names(linked, mill.members.fields) == ["Mill::stone"]
    code = f"struct Limits;\n{constants.format('Limits')}"
    linked, limits = profiled({"src/limits.rs": code}, "src/limits.rs", "Limits")
    assert names(linked, limits.members.fields) == ["Limits::MOST"]


def test_members_of_a_type_may_stand_in_other_files_of_its_folder() -> None:
    files = {
        "go.mod": "module example.org/shop\n",
        "cart.go": "package shop\n\ntype Cart struct {\n\titems []string\n}\n",
        "pay.go": "package shop\n\nfunc (c *Cart) Pay() int {\n\treturn len(c.items)\n}\n",
        "new.go": "package shop\n\nfunc New() *Cart {\n\treturn &Cart{}\n}\n\n"
        "func Use() int {\n\treturn New().Pay()\n}\n",
    }
    linked, cart = profiled(files, "cart.go", "Cart")

    assert names(linked, cart.members.methods) == ["Cart.Pay"]
    assert names(linked, cart.givers) == ["New"]
    assert names(linked, cart.callers) == ["Use"]


def test_an_interface_names_what_others_have_to_write_first() -> None:
    files = {
        "Shape.java": """
            abstract class Shape {
                public String name() { return "shape"; }
                public abstract int area();
                public boolean equals(Object other) { return name().equals(other); }
            }
            record Square(int side) { }
            class Main {
                static void main(Shape shape) { shape.name(); shape.name(); shape.area(); }
            }
        """
    }
    linked, shape = profiled(files, "Shape.java", "Shape")

    assert names(linked, shape.members.methods)[:2] == ["Shape.area", "Shape.name"]
    assert [each.matter for each in shape.comparisons] == ["equality"]
    assert [each.is_whole for each in profiled(files, "Shape.java", "Square")[1].comparisons] == [
        True
    ]


def test_the_result_of_a_signature() -> None:
    assert result_of("(a: int, b: (c) -> d) -> Cart").strip() == "-> Cart"
    assert result_of("(text: &str) -> Result<Auth>").strip() == "-> Result<Auth>"
    assert result_of("<T>(operation: () => Promise<T>): Promise<T>") == ": Promise<T>"
    assert result_of("(ctx context.Context) (line.Line, error)").strip() == "(line.Line, error)"
    assert result_of("<I>(iter: I) -> Self where I: Into<Cart>").strip() == "-> Self"


def test_a_base_under_the_name_that_an_import_gives_it_is_no_other_base() -> None:
    files = {
        "lib/base.js": "class GitRelease { run() { return 1 } }\nexport default GitRelease\n",
        "lib/hub.js": """
            import Release from './base.js'
            import Emitter from 'events'

            export class Hub extends Release {}
            export class Bus extends Emitter {}
            """,
    }
    linked, hub = profiled(files, "lib/hub.js", "Hub")
    assert (names(linked, hub.bases), hub.outer_bases) == (["GitRelease"], ())
    _, bus = profiled(files, "lib/hub.js", "Bus")
    assert (bus.bases, bus.outer_bases) == ((), ("Emitter",))
