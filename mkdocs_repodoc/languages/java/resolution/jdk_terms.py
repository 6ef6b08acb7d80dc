"""Types of the JDK, as analysis leaves them."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.languages.resolution.class_terms import FILE, named_type
from mkdocs_repodoc.model.references import Target

STRING = Target("global", ("type", FILE, "java", "lang", "String"))


def library_type(*names: str, arguments: Iterable[Target | None] = ()) -> Target | None:
    """Return a type of the JDK by its full name."""
    return named_type(FILE, names, arguments)
