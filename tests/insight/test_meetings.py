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
            pass

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
    assert (late.path, late.line, late.function) == ("shop/till.py", 14, "")
    assert found.late_import(PARTS["shop/late.py"], PARTS["shop/till.py"]) is None
    assert found.late_import(PARTS["shop/late.py"], PARTS["shop/parts.py"]) is None
