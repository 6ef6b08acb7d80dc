"""JSON Schema of types whose docstrings say what their attributes mean."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)


def schema_of(of: type, common: type | None = None) -> dict[str, Any]:
    """Return the schema of a type, which is not behind a reference itself.

    Args:
        of: The type.
        common: Its base, whose docstring describes further attributes.
    """
    (found,), components = components_of([of], common)
    outer = components.pop(found["$ref"].rpartition("/")[2])
    return {**outer, "$defs": components} if components else outer


def components_of(
    types: Sequence[type], common: type | None = None
) -> tuple[tuple[dict[str, Any], ...], dict[str, Any]]:
    """Return references to the schemas of types, and these schemas by name.

    Args:
        types: The types.
        common: A base of theirs, whose docstring describes further attributes.
    """
    found, components = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    shared = _attributes(inspect.getdoc(common) or "") if common is not None else {}
    return found, {name: _described(each, shared) for name, each in components.items()}


def _described(component: Mapping[str, Any], shared: Mapping[str, str]) -> dict[str, Any]:
    """Return the schema of a type with what its docstring says of each attribute put there."""
    docstring = inspect.cleandoc(component.get("description", ""))
    said = {**shared, **_attributes(docstring)}
    properties = {
        name: {**each, "description": said[name]} if name in said and "$ref" not in each else each
        for name, each in component.get("properties", {}).items()
    }
    for each in properties.values():
        if "anyOf" in each:  # in an order that depends on the version of msgspec
            each["anyOf"] = sorted(each["anyOf"], key=lambda one: one == {"type": "null"})
    purpose = " ".join(docstring.partition("\n\nAttributes:\n")[0].split())
    return {**component, "description": purpose, "properties": properties}


def _attributes(docstring: str) -> dict[str, str]:
    """Return what a docstring without the indentation of its code says of attributes."""
    listed = docstring.partition("Attributes:\n")[2]
    return {name: " ".join(words.split()) for name, words in _ATTRIBUTE.findall(listed)}
