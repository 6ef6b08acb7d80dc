"""The schema describes what is really answered."""

from __future__ import annotations

import json

import msgspec
import pytest
from jsonschema import Draft202012Validator
from support.shop import Asked

from mkdocs_repodoc.query.answer_parts import Answer
from mkdocs_repodoc.query.answer_schema import answers_schema, as_json, output_schema
from mkdocs_repodoc.query.open_lines import TextLine
from mkdocs_repodoc.query.questions import QUESTION_TYPES, parameters_schema

ASKED = {
    "overview": {},
    "search": {"text": "Till"},
    "symbol": {"name": "Till.pay"},
    "source": {"name": "shop.price.tax"},
    "uses": {"name": "Tariff.charge"},
    "callees": {"name": "Till.pay"},
    "paths": {"start": "shop.till.main", "target": "shop.price.tax"},
    "tests": {"name": "shop.till.Till"},
    "related": {"path": "shop/till.py"},
    "imports": {"path": "shop/till.py"},
    "cycles": {},
    "changes": {"since": "v1.0"},
    "findings": {},
    "commands": {},
}


@pytest.mark.parametrize("name", QUESTION_TYPES)
def test_an_answer_is_valid_by_its_schema(shop: Asked, name: str) -> None:
    parameters = ASKED[name]
    Draft202012Validator(parameters_schema(name)).validate(parameters)
    said = json.loads(as_json(shop.live.ask(name, parameters)))
    Draft202012Validator(output_schema(name)).validate(said)
    Draft202012Validator(answers_schema()).validate(said)
    assert said["question"] == name
    unsettled = json.loads(as_json(shop.live.ask(name, {**parameters, **_unknown(name)})))
    Draft202012Validator(output_schema(name)).validate(unsettled)


def _unknown(name: str) -> dict[str, str]:
    fields = QUESTION_TYPES[name].__struct_fields__
    return {field: "nowhere" for field in ("name", "start", "since", "path") if field in fields}


def test_the_schema_says_what_fields_mean() -> None:
    properties = output_schema("uses")["properties"]
    assert isinstance(properties, dict)
    assert "how many uses" in properties["kinds"]["description"]
    assert "ids" not in properties["total"]["description"]
    assert "How many entries" in properties["total"]["description"]


def test_text_that_is_no_text_can_be_written() -> None:
    class Lines(Answer, frozen=True, kw_only=True):
        lines: tuple[TextLine, ...]

    said = Lines(question="x", lines=(TextLine(path="a\udcff.py", line=1, text="ä\n"),))
    (line,) = msgspec.json.decode(as_json(said))["lines"]
    assert (line["path"], line["text"]) == ("a\N{REPLACEMENT CHARACTER}.py", "ä\n")
