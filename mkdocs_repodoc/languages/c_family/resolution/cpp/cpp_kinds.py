"""The kinds of C++'s declarations that are looked up alike."""

from __future__ import annotations

from mkdocs_repodoc.model.kinds import Kind

CLASSES = frozenset((Kind.CLASS, Kind.STRUCT, Kind.UNION))
FUNCTIONS = frozenset(
    (Kind.FUNCTION, Kind.KERNEL, Kind.METHOD, Kind.CONSTRUCTOR, Kind.DESTRUCTOR, Kind.OPERATOR)
)
ALIASES = frozenset((Kind.TYPEDEF, Kind.TYPE_ALIAS))
NAMED_TYPES = CLASSES | ALIASES | {Kind.ENUM}
