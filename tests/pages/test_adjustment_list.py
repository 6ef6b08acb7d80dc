"""What becomes of settings in the functions that check or complete them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from made_repository import made_context
from support.linked import link_files

from mkdocs_repodoc.insight.operation.declared_configuration import Configuration
from mkdocs_repodoc.model.blocks import Code
from mkdocs_repodoc.model.facts import AdjustedSetting
from mkdocs_repodoc.pages.parts.behaviour.adjustment_list import adjustment_items


def test_what_is_set_by_a_variable_key_names_no_setting() -> None:
    linked = link_files({"args.js": "function complete (given) {\n  given.port ||= 80\n}\n"})
    adjusted = [
        AdjustedSetting("given.port", "80", "", 2, ("first", "all")),
        AdjustedSetting("given[token.index]", "value", "", 2),
        AdjustedSetting("given['host']", "name", "", 2),
    ]
    found = SimpleNamespace(adjusted=[("args.js", each) for each in adjusted])
    items = adjustment_items(made_context(linked.repository), cast("Configuration", found), 8)

    said = [part.text for item in items for part in item.phrase if isinstance(part, Code)]
    assert said == ["given.port = 80", "first", "all", "given['host'] = name"]
