"""Constants that are the values of a type, and lines for which their order matters."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.changing.lists.counted_constants import counted_constants
from mkdocs_repodoc.insight.changing.lists.ordered_entries import compared_entry
from mkdocs_repodoc.insight.changing.lists.registrations import find_registrations

NAMES = [f"actMill{number}" for number in range(130)]
ACTIONS = (
    "package mill\n\ntype action int\n\nconst (\n\tactNothing action = iota\n"
    + "".join(f"\t{name}\n" for name in NAMES)
    + "\n\t// The last one.\n\tactStop\n)\n\nconst other = 3\n\ntype wheel struct{}\n"
)
LOOP = (
    "package mill\n\nfunc run(a action) int {\n\tswitch a {\n"
    + "".join(f"\tcase {name}:\n\t\treturn {number}\n" for number, name in enumerate(NAMES))
    + "\t}\n\tif a >= actMill100 {\n\t\treturn 1\n\t}\n\treturn 0\n}\n"
)
RUST = """
    pub struct Kind(u8);
    const WHEAT: Kind = Kind(1);
    const SPELT: Kind = Kind(2);
    const BARLEY: Kind = Kind(3);
    const MILLET: Kind = Kind(4);
    const WEIGHT: u8 = 4;
"""


@pytest.mark.parametrize(
    ("files", "path", "found"),
    [
        ({"go.mod": "module mill\n", "a.go": ACTIONS}, "a.go", ["action", 132, "actStop"]),
        ({"src/lib.rs": RUST}, "src/lib.rs", ["Kind", 4, "MILLET"]),
    ],
)
def test_constants_of_one_type_are_its_members(
    files: Mapping[str, str], path: str, found: list[object]
) -> None:
    linked = link_files(files)
    (each,) = counted_constants(linked.repository.files[path])
    name = linked.repository.symbol(each.symbol).name
    assert [name, len(each.entries), each.entries[-1]] == found
    assert each.form == "enumeration"


def test_many_members_are_a_place_to_add_and_no_table_of_data() -> None:
    linked = link_files({"go.mod": "module mill\n", "a.go": ACTIONS, "b.go": LOOP})
    lines = {path: text.split("\n") for path, text in linked.texts.items()}
    parts = {"": ["a.go", "b.go"]}
    found = find_registrations(linked.repository, parts, lines.__getitem__, 5, lambda *_: False)
    assert [linked.repository.symbol(each.symbol).name for each in found[""]][:1] == ["action"]


def test_a_comparison_by_size_shows_that_the_order_matters() -> None:
    linked = link_files({"go.mod": "module mill\n", "a.go": ACTIONS, "b.go": LOOP})
    lines = {path: text.split("\n") for path, text in linked.texts.items()}
    (each,) = counted_constants(linked.repository.files["a.go"])
    found = compared_entry(linked.repository, each, lines.__getitem__)
    assert found is not None
    assert lines[found.path][found.line - 1].strip() == "if a >= actMill100 {"
    plain = link_files({"a.go": ACTIONS, "b.go": LOOP.replace(">=", "==")})
    lines = {path: text.split("\n") for path, text in plain.texts.items()}
    assert compared_entry(plain.repository, each, lines.__getitem__) is None
