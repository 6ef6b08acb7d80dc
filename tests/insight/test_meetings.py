"""The objects through which components meet, and imports that come late."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.architecture.meetings import Meetings

FILES = {
    "shop/till.py": """
        from shop.parts import Base, Drawer, weigh, Checker

        class Till(Base):
            drawer_class = Drawer
            size = Drawer.size

            def open(self):
                report = self.pay
                Checker(report=report)
                return weigh(1)

            def pay(self):
                pass

        from shop.late import Late
    """,
    "shop/parts.py": """
        class Base:
            pass

        class Drawer:
            size = 1

        class Checker:
            def __init__(self, report):
                self.report = report

        def weigh(number):
            return number
    """,
    "shop/late.py": """
        from shop.till import Till

        class Late(Till):
            def run(self):
                from shop.parts import weigh
                return weigh(2)
    """,
}
PARTS = {path: Component(path, (path,), False, 10) for path in FILES}


def test_the_closest_ways_of_meeting_come_first() -> None:
    linked = link_files(FILES)
    names = ("weigh", "Checker", "Drawer", "Base")
    taken = tuple(linked.symbol("shop/parts.py", name) for name in names)
    found = Meetings(linked.repository).between(PARTS["shop/till.py"], taken, 4)

    name = linked.repository.short_name
    assert [
        (name(each.user), each.way, name(each.met), [name(one) for one in each.handed])
        for each in found
    ] == [
        ("Till", "inherits from", "Base", []),
        ("Till.drawer_class", "is set to", "Drawer", []),
        ("Till.open", "makes", "Checker", ["Till.pay"]),
        ("Till.open", "calls", "weigh", ["Till.pay"]),
    ]


def test_an_import_behind_the_definitions_is_late_where_the_other_needs_them() -> None:
    found = Meetings(link_files(FILES).repository)

    late = found.late_import(PARTS["shop/till.py"], PARTS["shop/late.py"])
    assert late is not None
    assert (late.path, late.line, late.function) == ("shop/till.py", 15, "")
    assert found.late_import(PARTS["shop/late.py"], PARTS["shop/till.py"]) is None
    assert found.late_import(PARTS["shop/late.py"], PARTS["shop/parts.py"]) is None


def test_tests_beside_the_code_neither_meet_nor_import_late() -> None:
    files = {
        "src/lib.rs": "mod a;\nmod b;\n",
        "src/a.rs": "use crate::b::B;\npub struct A;\nimpl A {\n    pub fn b(&self) -> B {\n"
        "        crate::b::make()\n    }\n}\n#[cfg(test)]\nmod tests {\n    use crate::b::make;\n"
        "    #[test]\n    fn makes() {\n        make();\n    }\n}\n",
        "src/b.rs": "use crate::a::A;\npub struct B;\npub fn make() -> B {\n    B\n}\n"
        "pub fn take(a: A) {}\n",
    }
    linked = link_files(files)
    parts = {path: Component(path, (path,), False, 10) for path in files}
    found = Meetings(linked.repository)
    met = found.between(parts["src/a.rs"], (linked.symbol("src/b.rs", "make"),), 3)

    assert [linked.repository.symbol(each.user).name for each in met] == ["A::b"]
    assert found.late_import(parts["src/a.rs"], parts["src/b.rs"]) is None


def test_a_type_is_met_by_its_constructor_or_a_method_where_no_call_names_it() -> None:
    files = {
        "Shop.java": "class Shop {\n    void open() {\n        new Till(1);\n    }\n"
        "    void close() {\n        Safe.lock();\n    }\n}\n",
        "Till.java": "class Till {\n    Till(int number) {\n    }\n}\n",
        "Safe.java": "class Safe {\n    static void lock() {\n    }\n}\n",
    }
    linked = link_files(files)
    taken = (linked.symbol("Till.java", "Till"), linked.symbol("Safe.java", "Safe"))
    shop = Component("Shop.java", ("Shop.java",), False, 8)
    met = Meetings(linked.repository).between(shop, taken, 3)

    name = linked.repository.symbol
    assert [(name(each.user).name, each.way, name(each.met).name) for each in met] == [
        ("Shop.open", "makes", "Till"),
        ("Shop.close", "calls", "Safe.lock"),
    ]
