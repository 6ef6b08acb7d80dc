"""The answers as JSON, and the JSON Schema that says what is in them."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from mkdocs_repodoc.query.answer_parts import Answer
from mkdocs_repodoc.query.asking import REPLIES

SCHEMA_VERSION = 1
"""Raised when a field is removed or means something else; new ones may come at any time."""
_ATTRIBUTE = re.compile(r"^ {8}(\w+): (.*(?:\n {12}.*)*)", re.MULTILINE)
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def as_data(answer: Answer) -> dict[str, object]:
    """Return an answer as what JSON has: objects, lists, texts, numbers."""
    data: dict[str, object] = msgspec.to_builtins(answer)
    return data


def as_json(answer: Answer) -> str:
    """Return an answer as JSON, on one line."""
    try:
        return msgspec.json.encode(answer).decode()
    except UnicodeEncodeError:  # a path or text with bytes that are no characters
        return msgspec.json.encode(_readable(as_data(answer))).decode()


def output_schema(name: str) -> dict[str, object]:
    """Return the schema of a question's answer."""
    return _schema(REPLIES[name].answer)


def answers_schema() -> dict[str, object]:
    """Return one schema for all answers, with each by the name of its question."""
    types = [reply.answer for reply in REPLIES.values()]
    found, components = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    return {
        "$schema": _DIALECT,
        "title": f"Answers of mkdocs-repodoc, version {SCHEMA_VERSION}",
        "anyOf": list(found),
        "$defs": {name: _described(each) for name, each in components.items()},
    }


def _schema(of: type) -> dict[str, object]:
    """Return a schema whose outermost type is not behind a reference, as protocols want it."""
    (found,), components = msgspec.json.schema_components([of], ref_template="#/$defs/{name}")
    described = {name: _described(each) for name, each in components.items()}
    outer = described.pop(found["$ref"].rpartition("/")[2])
    return {**outer, "$defs": described} if described else outer


def _described(component: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a type with what its docstring says of each attribute put there."""
    purpose, _, listed = component.get("description", "").partition("\n\n    Attributes:\n")
    properties = component.get("properties", {})
    if "status" in properties:
        listed += (Answer.__doc__ or "").partition("Attributes:")[2]
    said = {name: " ".join(words.split()) for name, words in _ATTRIBUTE.findall(listed)}
    properties = {
        name: {**each, "description": said[name]} if name in said and "$ref" not in each else each
        for name, each in properties.items()
    }
    return {**component, "description": " ".join(purpose.split()), "properties": properties}


def _readable(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {key: _readable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_readable(each) for each in value]
    return value
