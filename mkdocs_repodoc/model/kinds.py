"""The kinds of symbols, and how the people of each language group and name them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeywordGroup:
    """One group of a keyword page."""

    title: str
    kinds: tuple[str, ...]


_PYTHON = (
    KeywordGroup("Classes", ("class",)),
    KeywordGroup("Functions", ("function",)),
    KeywordGroup("Methods", ("method", "property")),
    KeywordGroup("Attributes and constants", ("attribute", "constant")),
    KeywordGroup("Type aliases", ("type alias",)),
)
_C_FAMILY = (
    KeywordGroup("Classes/Structs", ("class", "struct", "union")),
    KeywordGroup("Functions", ("function", "kernel")),
    KeywordGroup("Methods", ("method", "constructor", "destructor", "operator")),
    KeywordGroup("Namespaces", ("namespace",)),
    KeywordGroup("Macros", ("macro",)),
    KeywordGroup("Enums", ("enum", "enumerator")),
    KeywordGroup("Type aliases", ("typedef", "type alias")),
    KeywordGroup("Type concepts", ("concept",)),
    KeywordGroup("Test cases", ("test",)),
    KeywordGroup("Fields and variables", ("field", "variable", "constant")),
)
_OTHER = (
    KeywordGroup("Modules", ("module", "package", "namespace")),
    KeywordGroup("Classes", ("class",)),
    KeywordGroup("Structs", ("struct", "union", "record")),
    KeywordGroup("Traits", ("trait",)),
    KeywordGroup("Interfaces", ("interface", "protocol")),
    KeywordGroup("Implementations", ("impl",)),
    KeywordGroup("Enums", ("enum", "enumerator", "variant")),
    KeywordGroup("Functions", ("function", "subroutine")),
    KeywordGroup("Methods", ("method", "constructor", "property", "accessor")),
    KeywordGroup("Macros", ("macro",)),
    KeywordGroup("Type aliases", ("type alias", "type", "typedef")),
    KeywordGroup("Constants", ("constant", "static")),
    KeywordGroup("Variables and fields", ("variable", "field", "attribute")),
    KeywordGroup("Test cases", ("test",)),
    KeywordGroup("Tables", ("table",)),
    KeywordGroup("Views", ("view",)),
    KeywordGroup("Columns", ("column",)),
    KeywordGroup("Messages", ("message",)),
    KeywordGroup("Services", ("service",)),
    KeywordGroup("Stages", ("stage",)),
    KeywordGroup("Jobs", ("job",)),
    KeywordGroup("Steps", ("step",)),
    KeywordGroup("Triggers", ("trigger",)),
    KeywordGroup("Hooks", ("hook",)),
    KeywordGroup("Targets", ("target",)),
    KeywordGroup("Options", ("option",)),
    KeywordGroup("Headings", ("heading",)),
    KeywordGroup("Keys", ("key",)),
    KeywordGroup("Sections", ("section",)),
    KeywordGroup("Dependencies", ("dependency",)),
    KeywordGroup("Selectors", ("selector",)),
    KeywordGroup("Elements", ("element",)),
    KeywordGroup("Blocks", ("block",)),
    KeywordGroup("Cells", ("cell",)),
)
_GROUPS = {
    "python": _PYTHON,
    "cython": _PYTHON,
    "c": _C_FAMILY,
    "c++": _C_FAMILY,
    "cuda": _C_FAMILY,
}
_IMPORTS = {"c": "Includes", "c++": "Includes", "cuda": "Includes", "rust": "Uses"}


def keyword_groups(language: str) -> tuple[KeywordGroup, ...]:
    """Return the groups of a language's keyword page, in the order in which they stand on it."""
    return _GROUPS.get(language, _OTHER)


def imports_title(language: str) -> str:
    """Return what a language's people call its imports."""
    return _IMPORTS.get(language, "Imports")
