"""The model read back from both of its forms, and what other programs may rely on."""

from __future__ import annotations

import json
import re
import sqlite3
import typing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from support.repositories import commit_all, write_files
from support.shop import FILES, answerer

import mkdocs_repodoc
from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.outputs.model_tables import TABLES
from mkdocs_repodoc.outputs.repository_model import SCHEMA_URL, model_schema
from mkdocs_repodoc.query.model_files import write_model

DOCS = Path(__file__).parents[2] / "docs"
MORE = {
    "shop/scan.py": "import os\n\nimport shop.ring\n\n\ndef run(x):\n    return eval(x)\n",
    "shop/ring.py": "import shop.scan\n",
    "shop/marks.py": """import functools


class Mark:
    @property
    def it(self): ...

    @functools.lru_cache
    def _hidden(self): ...
""",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the model of a shop in both forms."""
    root, found = tmp_path_factory.mktemp("shop"), tmp_path_factory.mktemp("model")
    write_files(root, FILES | MORE)
    commit_all(root)
    with answerer(root) as live:
        for name in ("repodoc.jsonl", "repodoc.sqlite"):
            write_model(live.now(), found / name)
    return found


@pytest.fixture(scope="module")
def model(folder: Path) -> mkdocs_repodoc.LoadedModel:
    return mkdocs_repodoc.load(folder / "repodoc.jsonl")


def test_the_database_holds_what_the_lines_hold(
    folder: Path, model: mkdocs_repodoc.LoadedModel
) -> None:
    assert mkdocs_repodoc.load(str(folder / "repodoc.sqlite")) == model
    assert (model.repository.files, len(model.files)) == (12, 12)


def test_every_part_of_the_model_is_in_the_sample(model: mkdocs_repodoc.LoadedModel) -> None:
    """Else its way into the database and back would be untested."""
    said: set[tuple[str, str]] = set()

    def look(value: object) -> None:
        if isinstance(value, msgspec.Struct):
            for field in msgspec.structs.fields(value):
                inner = getattr(value, field.name)
                if inner != field.default:
                    said.add((type(value).__name__, field.name))
                look(inner)
        elif isinstance(value, tuple):
            for each in value:
                look(each)

    look((model.repository, *model.files.values(), model.cycles, model.flows))
    every = {
        (name, field.name)
        for name in mkdocs_repodoc.__all__
        if name.endswith(("Row", "Id"))
        for field in msgspec.structs.fields(getattr(mkdocs_repodoc, name))
    }
    # Neither origins nor imports for types alone, nor what is only handed on, are in a shop. Facts
    # are in the sample of tests/extensions.
    assert every - said == {
        ("FileRow", "origin"),
        ("FileRow", "facts"),
        *(("FactRow", name) for name in ("name", "value", "line")),
        ("ImportRow", "types_only"),
        ("FlowStepRow", "called"),
    }


def test_names_references_and_flows_are_found(model: mkdocs_repodoc.LoadedModel) -> None:
    [tariff] = model.named("shop.price.Tariff")
    assert tariff in model.named("Tariff")
    symbol = model.symbol(tariff)
    assert symbol is not None
    assert (symbol.kind, symbol.line) == ("class", 4)
    assert model.symbol(mkdocs_repodoc.SymbolId(path="shop/price.py", position=-1)) is None
    with pytest.raises(LookupError):
        model.symbol(mkdocs_repodoc.SymbolId(path="gone.py", position=0))
    calls = [
        (file.path, reference.line, reference.grade)
        for file, reference in model.references_to(tariff)
        if reference.kind == "call"
    ]
    assert ("shop/till.py", 24, "exact") in calls
    first = model.flows[0]
    assert (first.kind, first.name, first.steps[0].symbol.path) == (
        "command",
        "shop",
        "shop/till.py",
    )
    assert {step.path for step in model.cycles[0].steps} == {"shop/scan.py", "shop/ring.py"}


def test_the_tables_answer_in_sql(folder: Path) -> None:
    connection = sqlite3.connect(folder / "repodoc.sqlite")
    question = re.search(r"(?s)```sql\n(.*?)```", (DOCS / "model.md").read_text("utf-8"))
    assert question is not None
    rows = connection.execute(question[1].replace("Client.send", "Tariff.charge")).fetchall()
    assert ("shop/till.py", 20, "inferred") in rows
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "there is no model"),
        (b"{}\n", "there is no model"),
        (b'{"type":"cycle","steps":[]}\n', "there is no model"),
        (b"SQLite format 3\0rubbish", "there is no model"),
        (b"\xff\xfe", "there is no model"),
        (
            b'{"type":"repository","format":99,"generator":"x","name":"x","files":0,"symbols":0}\n',
            "it has version 99 of the format",
        ),
    ],
)
def test_what_is_no_model_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(mkdocs_repodoc.ModelError, match=problem):
        mkdocs_repodoc.load(tmp_path / "file")


def test_a_database_of_others_is_refused(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("CREATE TABLE file (id, path)")
    connection.close()
    with pytest.raises(mkdocs_repodoc.ModelError, match="no such table"):
        mkdocs_repodoc.load(tmp_path / "other.db")


def test_a_file_that_is_not_there_is_told_as_always(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        mkdocs_repodoc.load(tmp_path / "gone.jsonl")


def test_a_model_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.py": ""})
    with answerer(tmp_path) as live, pytest.raises(RepodocError, match="can't be written"):
        write_model(live.now(), tmp_path / "nowhere" / "x.sqlite")


def test_the_public_names_are_complete() -> None:
    """Whatever a public type mentions is public too, and all are there and documented."""
    public = set(mkdocs_repodoc.__all__)
    mentioned: set[str] = set()
    for name in public - {"__version__"}:
        value = getattr(mkdocs_repodoc, name)
        assert value.__doc__, name
        hints = typing.get_type_hints(value) if not isinstance(value, type(str.lower)) else {}
        mentioned |= {each.__name__ for hint in hints.values() for each in _types(hint)}
    ours = {name for name in mentioned if name.endswith(("Row", "Id", "Model"))}
    assert ours <= public
    page = (DOCS / "model.md").read_text("utf-8")
    assert [name for name in public if f"`{name}`" not in page] == ["__version__"]
    with pytest.raises(AttributeError, match="no attribute 'gone'"):
        _ = mkdocs_repodoc.gone


def _types(hint: Any) -> list[type]:
    inner = [each for argument in typing.get_args(hint) for each in _types(argument)]
    return [hint, *inner] if isinstance(hint, type) else inner


def test_every_attribute_of_a_row_is_described() -> None:
    schema = json.loads(model_schema())
    silent = [
        f"{name}.{attribute}"
        for name, each in schema["$defs"].items()
        for attribute, said in each["properties"].items()
        if attribute != "type" and "description" not in said and "$ref" not in said
    ]
    assert silent == []


def test_the_published_schema_is_that_of_this_version() -> None:
    file = DOCS / SCHEMA_URL.partition("mkdocs-repodoc/")[2]
    made = json.loads(model_schema())
    assert made["$id"] == SCHEMA_URL
    assert json.loads(file.read_text("utf-8")) == made, "mkdocs-repodoc model --schema makes it"


def test_every_table_is_described() -> None:
    page = (DOCS / "model.md").read_text("utf-8")
    assert [name for name in TABLES if f"| `{name}` |" not in page] == []
