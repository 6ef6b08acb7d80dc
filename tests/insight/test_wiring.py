"""Wires between files: calls, makings, fields and functions that are handed on."""

from __future__ import annotations

from collections.abc import Collection

from support.linked import Linked, link_files

from mkdocs_repodoc.insight.architecture.wiring import Wiring

SHOP = {
    "shop/till.py": """
        from shop.parts import Base, Drawer, Printer, weigh

        class Till(Base):
            drawer_class = Drawer
            printer: Printer

            def open(self):
                def later():
                    return weigh(1)
                Drawer(later)
                return self.run(weigh)

        weigh(0)
    """,
    "shop/parts.py": """
        class Base:
            def run(self, what):
                return what

        class Drawer:
            def __init__(self, later):
                self.later = later

        class Printer:
            pass

        def weigh(number):
            return number
    """,
}


def wires(linked: Linked, path: str, code: Collection[str]) -> list[tuple[str, str, str, int]]:
    name = linked.repository.short_name
    found = Wiring(linked.repository, code).of_file(path)
    return [
        ("" if each.user.is_file else name(each.user), each.way, name(each.met), each.line)
        for each in found
    ]


def test_a_file_is_wired_to_what_it_calls_makes_keeps_and_hands_on() -> None:
    linked = link_files(SHOP)

    assert wires(linked, "shop/till.py", SHOP) == [
        ("Till.drawer_class", "is set to", "Drawer", 4),
        ("Till.printer", "holds", "Printer", 5),
        ("Till.open", "calls", "weigh", 9),
        ("Till.open", "makes", "Drawer", 10),
        ("Till.open", "calls", "Base.run", 11),
        ("Till.open", "passes on", "weigh", 11),
        ("", "calls", "weigh", 13),
    ]


def test_a_field_is_not_set_to_a_type_that_its_value_is_made_with() -> None:
    files = {
        "a.py": "from b import Warn, make, tell\n\n\nclass Till:\n    made = make(Warn)\n"
        "    kept = Warn\n    @property\n    def number(self):\n"
        "        tell('no', Warn, stacklevel=2)\n        return 1\n",
        "b.py": "class Warn: ...\n\n\ndef make(kind): ...\n\n\n"
        "def tell(text, kind, stacklevel): ...\n",
    }
    found = wires(link_files(files), "a.py", files)
    assert [each for each in found if each[1] == "is set to"] == [
        ("Till.kept", "is set to", "Warn", 6)
    ]


def test_files_beside_the_software_are_no_end_of_a_wire() -> None:
    assert wires(link_files(SHOP), "shop/till.py", {"shop/till.py"}) == []


def test_tests_beside_the_code_and_names_for_type_checkers_are_no_wires() -> None:
    rust = {
        "src/lib.rs": "mod a;\nmod b;\n",
        "src/a.rs": "pub fn b() -> u8 {\n    crate::b::make()\n}\n#[cfg(test)]\nmod tests {\n"
        "    use crate::b::make;\n    #[test]\n    fn makes() {\n        make();\n    }\n}\n",
        "src/b.rs": "pub fn make() -> u8 {\n    1\n}\n",
    }
    assert wires(link_files(rust), "src/a.rs", rust) == [("b", "calls", "make", 2)]
    python = {
        "a.py": "from b import Proxy\n\n\ndef f():\n    return Proxy()\n",
        "b.py": "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    class Proxy: ...\n",
    }
    assert wires(link_files(python), "a.py", python) == []


def test_a_constructor_makes_its_type() -> None:
    files = {
        "Shop.java": (
            "class Shop {\n    Till till;\n    void open() {\n        new Till(1);\n    }\n"
            "    void close() {\n        Safe.lock();\n    }\n}\n"
        ),
        "Safe.java": "class Safe {\n    static void lock() {\n    }\n}\n",
        "Till.java": "class Till {\n    Till(int number) {\n    }\n}\n",
    }
    assert wires(link_files(files), "Shop.java", files) == [
        ("Shop.till", "holds", "Till", 2),
        ("Shop.open", "makes", "Till", 4),
        ("Shop.close", "calls", "Safe.lock", 7),
    ]
    rust = {
        "src/lib.rs": "mod a;\nmod b;\n",
        "src/a.rs": "use crate::b::B;\npub fn f() -> B {\n    B::new()\n}\n",
        "src/b.rs": "pub struct B;\nimpl B {\n    pub fn new() -> B {\n        B\n    }\n}\n",
    }
    assert wires(link_files(rust), "src/a.rs", rust) == [("f", "makes", "B", 3)]


def test_a_constructor_that_goes_on_to_that_of_a_base_makes_nothing() -> None:
    files = {
        "a.py": "from b import Base, Till\n\n\nclass Heir(Base):\n    def __init__(self):\n"
        "        super().__init__(1)\n        self.till = Till(1)\n",
        "b.py": "class Base:\n    def __init__(self, number): ...\n\n\n"
        "class Till:\n    def __init__(self, number): ...\n",
    }
    assert wires(link_files(files), "a.py", files) == [("Heir.__init__", "makes", "Till", 7)]


def test_a_variant_makes_its_enumeration() -> None:
    rust = {
        "src/lib.rs": "mod a;\nmod b;\n",
        "src/a.rs": "use crate::b::Size;\npub fn f() -> Size {\n    Size::Exact(1)\n}\n",
        "src/b.rs": "pub enum Size {\n    Exact(u8),\n}\n",
    }
    assert wires(link_files(rust), "src/a.rs", rust) == [("f", "makes", "Size", 3)]


def test_what_a_field_with_a_function_takes_is_not_held() -> None:
    files = {
        "a.ts": 'import type { Context } from "./b";\n'
        "export interface Hooks {\n  done: (context: Context) => void;\n  context: Context;\n}\n",
        "b.ts": "export interface Context {\n  name: string;\n}\n",
    }
    assert wires(link_files(files), "a.ts", files) == [("Hooks.context", "holds", "Context", 4)]


def test_what_a_field_holds_is_not_called_by_the_field() -> None:
    files = {
        "shop/options.ts": "export type Options = {\n  check: (n: number) => boolean;\n};\n",
        "shop/run.ts": (
            "import type {Options} from './options.js';\n\n"
            "export function run(options: Options) {\n  return options.check(1);\n}\n"
        ),
    }
    linked = link_files(files)
    wires = Wiring(linked.repository, set(files)).of_file("shop/run.ts")
    assert "calls" not in {each.way for each in wires}
