"""Interfaces: implemented by one part, used by another that does not name the implementation."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.architecture import interfaces as interfaces_module
from mkdocs_repodoc.insight.architecture.interfaces import interfaces
from mkdocs_repodoc.insight.architecture.wiring import Wiring

FILES = {
    "shop/base.py": """
        class Store:
            def save(self, thing):
                raise NotImplementedError
    """,
    "shop/disk.py": """
        from shop.base import Store

        class Disk(Store):
            def save(self, thing):
                super().save(thing)

        class Tape(Disk):
            pass
    """,
    "shop/till.py": """
        from shop.base import Store

        class Till:
            store: Store

            def close(self):
                self.store.save(1)
    """,
}


def test_an_interface_has_heirs_holders_and_callers_but_not_its_heirs_calls() -> None:
    linked = link_files(FILES)
    wiring = Wiring(linked.repository, FILES)
    (found,) = interfaces(linked.repository, wiring, {path: path for path in FILES}, 5)

    name = linked.repository.short_name
    assert name(found.symbol) == "Store"
    assert [name(each) for each in found.heirs] == ["Tape", "Disk"]
    assert [name(wire.user) for wire in found.holders] == ["Till.store"]
    assert [(name(wire.user), name(wire.met)) for wire in found.calls] == [
        ("Till.close", "Store.save")
    ]


def test_without_a_user_elsewhere_there_is_no_interface() -> None:
    files = {path: text for path, text in FILES.items() if path != "shop/till.py"}
    linked = link_files(files)

    assert interfaces(linked.repository, Wiring(linked.repository, files), dict(FILES), 5) == []


def test_a_base_whose_methods_nobody_overrides_is_no_interface() -> None:
    heirs = "".join(f"\n\nclass {name}(Store):\n    pass\n" for name in ("Disk", "Tape"))
    disk = f"from shop.base import Store\n{heirs}"
    linked = link_files({**FILES, "shop/disk.py": disk})

    assert interfaces(linked.repository, Wiring(linked.repository, FILES), dict(FILES), 5) == []


def test_types_in_a_circle_that_nobody_uses_are_not_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = [f"T{number}" for number in range(30)]
    circle = zip(names, [*names[1:], names[0]], strict=True)
    files = {"circle.py": "".join(f"class {one}({base}): pass\n" for one, base in circle)}
    linked = link_files(files)
    followed: list[object] = []
    monkeypatch.setattr(interfaces_module, "_heirs", lambda *asked: followed.append(asked))
    assert interfaces(linked.repository, Wiring(linked.repository, files), dict(files), 5) == []
    assert followed == []
