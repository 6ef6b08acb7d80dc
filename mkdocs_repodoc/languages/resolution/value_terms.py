"""Terms of values that languages with declared types share."""

from __future__ import annotations

import msgspec

from mkdocs_repodoc.model.references import Target


def value_of(kind: Target | None) -> Target | None:
    """Return a value of a type."""
    return Target("instance", (), kind) if kind is not None else None


def member(value: Target | None, name: str) -> Target | None:
    """Return a member of a value, looked up on the type of the value."""
    if value is None:
        return None
    return msgspec.structs.replace(value, names=(*value.names, name))
