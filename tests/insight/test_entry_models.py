"""One entry of a list as a model."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import dedent

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.changing.lists.entry_models import EntryModel, entry_model
from mkdocs_repodoc.insight.changing.lists.registration import Form, Registration

FIELDS = """
    pub struct Config {
        pub first: u8,
        #[serde(default)]
        pub second: u8,
        #[serde(default)]
        pub third: u16,
    }
"""
COLUMNS = """
    package box

    var columns = []Column{
        {ID: "size", Name: "Size"},
        {ID: "used", Name: "Used"},
        {ID: "type", Name: "Type"},
    }
"""


def model(
    path: str, text: str, form: Form, entries: Sequence[str], lines: tuple[int, ...] = ()
) -> EntryModel | None:
    linked = link_files({path: dedent(text).lstrip()})
    name = "Config" if form == "settings" else "columns"
    ref = linked.symbol(path, name)
    line = linked.repository.symbol(ref).line
    found = Registration(ref, line, form, tuple(entries), "", lines=lines)
    return entry_model(linked.repository, found, linked.texts[path].splitlines())


@pytest.mark.parametrize("lines", [(3, 5), (4, 6)], ids=["from the attribute", "from the name"])
def test_a_field_is_shown_with_its_attribute(lines: tuple[int, ...]) -> None:
    found = model("src/config.rs", FIELDS, "settings", ("second", "third"), lines)

    assert found == EntryModel(4, "#[serde(default)] pub second: u8,", None)


def test_an_entry_is_known_behind_its_label() -> None:
    found = model("box.go", COLUMNS, "list", ("size", "used", "type"))

    assert found == EntryModel(4, '{ID: "size", Name: "Size"},', None)
