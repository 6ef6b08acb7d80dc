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
_JAVASCRIPT = (
    KeywordGroup("Modules", ("module",)),
    KeywordGroup("Namespaces", ("namespace",)),
    KeywordGroup("Classes", ("class",)),
    KeywordGroup("Interfaces", ("interface",)),
    KeywordGroup("Type aliases", ("type alias",)),
    KeywordGroup("Enums", ("enum", "enumerator")),
    KeywordGroup("Functions", ("function",)),
    KeywordGroup("Methods", ("constructor", "method", "accessor")),
    KeywordGroup("Constants", ("constant",)),
    KeywordGroup("Variables", ("variable",)),
    KeywordGroup("Properties", ("field",)),
    KeywordGroup("Tests", ("test",)),
)
_RUST = (
    KeywordGroup("Modules", ("module",)),
    KeywordGroup("Macros", ("macro",)),
    KeywordGroup("Structs", ("struct",)),
    KeywordGroup("Unions", ("union",)),
    KeywordGroup("Enums", ("enum", "variant")),
    KeywordGroup("Traits", ("trait",)),
    KeywordGroup("Trait implementations", ("impl",)),
    KeywordGroup("Functions", ("function",)),
    KeywordGroup("Methods", ("method",)),
    KeywordGroup("Type aliases", ("type alias",)),
    KeywordGroup("Associated types", ("associated type",)),
    KeywordGroup("Constants", ("constant",)),
    KeywordGroup("Statics", ("static",)),
    KeywordGroup("Fields", ("field",)),
)
_GO = (
    KeywordGroup("Structs", ("struct",)),
    KeywordGroup("Interfaces", ("interface",)),
    KeywordGroup("Types", ("type", "type alias")),
    KeywordGroup("Functions", ("function",)),
    KeywordGroup("Methods", ("method",)),
    KeywordGroup("Constants", ("constant",)),
    KeywordGroup("Variables", ("variable",)),
    KeywordGroup("Fields", ("field",)),
)
_JAVA = (
    KeywordGroup("Classes", ("class",)),
    KeywordGroup("Interfaces", ("interface",)),
    KeywordGroup("Records", ("record",)),
    KeywordGroup("Enums", ("enum", "enumerator")),
    KeywordGroup("Constructors", ("constructor",)),
    KeywordGroup("Methods", ("method",)),
    KeywordGroup("Constants", ("constant",)),
    KeywordGroup("Fields", ("field",)),
)
_C_SHARP = (
    KeywordGroup("Namespaces", ("namespace",)),
    KeywordGroup("Classes", ("class",)),
    KeywordGroup("Structs", ("struct",)),
    KeywordGroup("Records", ("record",)),
    KeywordGroup("Interfaces", ("interface",)),
    KeywordGroup("Enums", ("enum", "enumerator")),
    KeywordGroup("Delegates", ("delegate",)),
    KeywordGroup("Constructors", ("constructor",)),
    KeywordGroup("Methods", ("method", "function")),
    KeywordGroup("Properties", ("property",)),
    KeywordGroup("Constants", ("constant",)),
    KeywordGroup("Fields", ("field",)),
)
_RUBY = (
    KeywordGroup("Modules", ("module",)),
    KeywordGroup("Classes", ("class",)),
    KeywordGroup("Methods", ("constructor", "method", "function")),
    KeywordGroup("Attributes", ("attribute",)),
    KeywordGroup("Constants", ("constant",)),
    KeywordGroup("Variables", ("variable",)),
    KeywordGroup("Tests", ("test",)),
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
    **dict.fromkeys(("c", "c++", "cuda"), _C_FAMILY),
    **dict.fromkeys(("javascript", "jsx", "typescript", "tsx"), _JAVASCRIPT),
    "rust": _RUST,
    "go": _GO,
    "java": _JAVA,
    "c#": _C_SHARP,
    "ruby": _RUBY,
}
_IMPORTS = {
    **dict.fromkeys(("c", "c++", "cuda", "makefile", "cmake"), "Includes"),
    "c#": "Using directives",
    "ruby": "Requires",
    "rust": "Use declarations",
    "shell": "Sourced files",
    "html": "Linked resources",
}
_VERBS = {
    "Includes": "Included",
    "Requires": "Required",
    "Sourced files": "Sourced",
    "Using directives": "Used",
    "Use declarations": "Used",
    "Linked resources": "Linked",
}


def keyword_groups(language: str) -> tuple[KeywordGroup, ...]:
    """Return the groups of a language's keyword page, in the order in which they stand on it."""
    return _GROUPS.get(language, _OTHER)


def imports_title(language: str) -> str:
    """Return what a language's people call its imports."""
    return _IMPORTS.get(language, "Imports")


def imported_by(language: str) -> str:
    """Return how a language's people say that a file is imported by another one."""
    return f"{_VERBS.get(imports_title(language), 'Imported')} by"
