"""What docstrings say of attributes stands in the schema, as each Python keeps docstrings."""

from __future__ import annotations

import inspect

import msgspec
import pytest

from mkdocs_repodoc.text.json_schema import schema_of


class Base(msgspec.Struct):
    """Anything.

    Attributes:
        name: What it is called,
            on one line.
    """

    name: str


class Thing(Base):
    """Something that
    is counted.

    Attributes:
        total: How many there are.
    """

    total: int = 0


@pytest.mark.parametrize("is_dedented", [False, True])  # Python 3.13 dedents, those before do not
def test_attributes_are_described(monkeypatch: pytest.MonkeyPatch, is_dedented: bool) -> None:
    for each in (Base, Thing):
        said = each.__doc__ or ""
        indented = inspect.cleandoc(said).replace("\n", "\n    ")
        monkeypatch.setattr(each, "__doc__", inspect.cleandoc(said) if is_dedented else indented)

    schema = schema_of(Thing, Base)

    assert schema["description"] == "Something that is counted."
    assert schema["properties"]["name"]["description"] == "What it is called, on one line."
    assert schema["properties"]["total"]["description"] == "How many there are."


def test_null_is_the_last_of_several_types() -> None:
    class Holder(msgspec.Struct):
        """Something that may hold something."""

        thing: Thing | None = None

    (reference, null) = schema_of(Holder)["properties"]["thing"]["anyOf"]
    assert null == {"type": "null"}
    assert "$ref" in reference
