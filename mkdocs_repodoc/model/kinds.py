"""Groups of kinds of symbols, as the keyword pages show them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeywordGroup:
    """One group of a keyword page."""

    title: str
    kinds: tuple[str, ...]


DEFAULT_GROUPS = (
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
"""Of what has no names of its own for its kinds."""
