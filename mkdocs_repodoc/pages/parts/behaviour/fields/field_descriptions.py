"""Descriptions of fields in their tags and attributes: meaning, default and values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.text.english import one_line
from mkdocs_repodoc.text.prose import first_sentence

_TAG = re.compile(r"\b(?P<key>\w+):\"(?P<value>(?:[^\"\\]|\\.)*)\"")
_SCHEMA = "jsonschema"
"""The tag that has several entries, with commas between them: `description=…,default=…`."""
_ENTRY = re.compile(r"(?<!\\),")
_MEANINGS = ("description", "jsonschema_description", "desc", "usage", "help", "doc")
_DEFAULTS = ("default", "envDefault")
_ATTRIBUTE = re.compile(
    r"^#?\[?(?:\w+::|\w+\.)*(?P<name>schemars|schema|description|defaultvalue)\(", re.IGNORECASE
)
_GIVEN = re.compile(r"\b(?P<key>description|default)\s*=\s*\"(?P<value>[^\"\\]+)\"", re.IGNORECASE)
_FIRST = re.compile(r"\(\s*\"?(?P<value>[^\"\\()]+?)\"?\s*\)")
_VALUES = 8


class FieldDescription(NamedTuple):
    """What is said of a field beside its type and its documentation."""

    meaning: str = ""
    default: str = ""
    values: tuple[str, ...] = ()
    """Those that it may have."""

    @property
    def phrase(self) -> Phrase:
        """The meaning, with the values behind it."""
        if not self.values:
            return (self.meaning,) if self.meaning else ()
        shown = capped(
            [Code(each) for each in self.values[:_VALUES]], len(self.values) - _VALUES, last=" or "
        )
        return (f"{self.meaning.rstrip('.')}; one of ", *shown) if self.meaning else shown


def field_description(context: PageContext, field: SymbolRef) -> FieldDescription:
    """Return what the tag or the attributes of a field say of it.

    Args:
        context: Where code is read.
        field: The field.
    """
    symbol = context.repository.symbol(field)
    said: dict[str, str] = {}
    values: list[str] = []
    for attribute in symbol.decorators:
        said |= dict(_of_attribute(attribute))
    lines = context.read_text(field.path).lines[symbol.line - 1 : symbol.end_line]
    for key, value in _of_tag("\n".join(lines)):
        if key == "enum":
            values.append(value)
        else:
            said.setdefault(key, value)
    return FieldDescription(
        first_sentence(next((said[key] for key in _MEANINGS if said.get(key)), "")),
        next((said[key] for key in _DEFAULTS if said.get(key)), ""),
        tuple(dict.fromkeys(values)),
    )


def _of_tag(code: str) -> Iterator[tuple[str, str]]:
    """Yield what the tag behind a field says, its entries by their keys."""
    start = code.find("`")
    for match in _TAG.finditer(code, start) if start >= 0 else ():
        if match["key"] != _SCHEMA:
            yield match["key"], one_line(match["value"])
            continue
        for entry in _ENTRY.split(match["value"].replace("\\\\,", "\\,")):
            key, _, value = entry.partition("=")
            yield key.strip(), one_line(value.replace("\\,", ","))


def _of_attribute(attribute: str) -> Iterator[tuple[str, str]]:
    """Yield what `Description("…")`, `Schema(default = "…")` and their kin say."""
    named = _ATTRIBUTE.match(attribute.lstrip("@"))
    if named is None:
        return
    given = [(each["key"].lower(), each["value"]) for each in _GIVEN.finditer(attribute)]
    yield from given
    alone = _FIRST.search(attribute)
    if not given and alone is not None:
        yield (
            "default" if named["name"].lower() == "defaultvalue" else "description",
            alone["value"],
        )
