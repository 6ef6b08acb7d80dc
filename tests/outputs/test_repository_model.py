"""The model as data: what it says of a small repository, and that its schema holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from support.linked import link_files

from mkdocs_repodoc import linking
from mkdocs_repodoc.inventories.external_projects import ExternalProjects
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.outputs.documented_site import DocumentedSite
from mkdocs_repodoc.outputs.site_outputs import SiteOutputs
from mkdocs_repodoc.pages.planning.plan import plan_site
from mkdocs_repodoc.pipeline.site_queries import SiteQueries
from mkdocs_repodoc.settings import Settings

FILES = {
    "shop/__init__.py": "",
    "shop/money.py": '''
        import os
        import shop.till


        class Sum:
            """What is due."""

            def add(self, other: int) -> int:
                return other


        class Tax(Sum):
            def add(self, other: int) -> int:
                return os.getpid()
    ''',
    "shop/till.py": "from shop.money import Tax\n\nTax().add(1)\n",
    "tests/test_money.py": """
        from shop.money import Sum

        def test_add():
            assert Sum().add(1)
    """,
}


@pytest.fixture(scope="module")
def outputs() -> SiteOutputs:
    linked = link_files(FILES)
    settings = Settings(root=Path("/nowhere"), model_output=True)
    plan = plan_site(linked.repository, settings)

    def exports(path: str) -> Mapping[str, SymbolRef]:
        return linking.exports_of(linked.index, path)

    queries = SiteQueries(
        linked.index, Path("/nowhere"), linked.details.__getitem__, ExternalProjects(())
    )
    return SiteOutputs(DocumentedSite(linked.repository, plan, exports, queries), settings)


@pytest.fixture(scope="module")
def records(outputs: SiteOutputs) -> list[dict[str, Any]]:
    return [json.loads(line) for line in outputs["repodoc.jsonl"].splitlines()]


def test_each_line_is_valid_by_the_schema_beside_it(
    outputs: SiteOutputs, records: list[dict[str, Any]]
) -> None:
    schema = json.loads(outputs["repodoc.schema.json"])
    Draft202012Validator.check_schema(schema)
    for record in records:
        Draft202012Validator(schema).validate(record)
    assert [record["type"] for record in records] == ["repository", *["file"] * 4, "cycle"]


def test_the_first_line_is_about_the_repository(records: list[dict[str, Any]]) -> None:
    assert (records[0]["format"], records[0]["files"], records[0]["symbols"]) == (1, 4, 5)


def test_symbols_and_references_are_tied_by_path_and_position(
    records: list[dict[str, Any]],
) -> None:
    files = {record["path"]: record for record in records if record["type"] == "file"}
    symbols = files["shop/money.py"]["symbols"]
    assert [symbol["name"] for symbol in symbols] == ["Sum", "Sum.add", "Tax", "Tax.add"]
    assert symbols[2]["bases"] == [{"path": "shop/money.py", "position": 0}]
    assert symbols[3]["overrides"] == {"path": "shop/money.py", "position": 1}
    calls = [
        (each["line"], each["column"], symbols[each["target"]["position"]]["name"], each["grade"])
        for each in files["shop/till.py"]["references"]
        if each["kind"] == "call"
    ]
    assert calls == [(3, 0, "Tax", "exact"), (3, 6, "Tax.add", "inferred")]


def test_imports_tests_and_cycles(records: list[dict[str, Any]]) -> None:
    files = {record["path"]: record for record in records if record["type"] == "file"}
    imports = files["shop/money.py"]["imports"]
    assert [(each["line"], each["origin"], each["leads_to"]) for each in imports] == [
        (1, "standard library", "os"),
        (2, "repository", "shop/till.py"),
    ]
    assert files["shop/money.py"]["tests"] == ["tests/test_money.py"]
    assert {(each["path"], each["line"]) for each in records[-1]["steps"]} == {
        ("shop/money.py", 2),
        ("shop/till.py", 1),
    }
