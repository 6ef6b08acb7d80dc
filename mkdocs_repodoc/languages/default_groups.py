"""Groups of a keyword page for what has no names of its own for its kinds."""

from __future__ import annotations

from mkdocs_repodoc.model.kinds import KeywordGroup, Kind

DEFAULT_GROUPS = (
    KeywordGroup("Modules", (Kind.MODULE, Kind.PACKAGE, Kind.NAMESPACE)),
    KeywordGroup("Classes", (Kind.CLASS,)),
    KeywordGroup("Structs", (Kind.STRUCT, Kind.UNION, Kind.RECORD)),
    KeywordGroup("Traits", (Kind.TRAIT,)),
    KeywordGroup("Interfaces", (Kind.INTERFACE, Kind.PROTOCOL)),
    KeywordGroup("Implementations", (Kind.IMPL,)),
    KeywordGroup("Enums", (Kind.ENUM, Kind.ENUMERATOR, Kind.VARIANT)),
    KeywordGroup("Functions", (Kind.FUNCTION, Kind.SUBROUTINE)),
    KeywordGroup("Methods", (Kind.METHOD, Kind.CONSTRUCTOR, Kind.PROPERTY, Kind.ACCESSOR)),
    KeywordGroup("Macros", (Kind.MACRO,)),
    KeywordGroup("Type aliases", (Kind.TYPE_ALIAS, Kind.TYPE, Kind.TYPEDEF)),
    KeywordGroup("Constants", (Kind.CONSTANT, Kind.STATIC)),
    KeywordGroup("Variables and fields", (Kind.VARIABLE, Kind.FIELD, Kind.ATTRIBUTE)),
    KeywordGroup("Test cases", (Kind.TEST,)),
    KeywordGroup("Tables", (Kind.TABLE,)),
    KeywordGroup("Views", (Kind.VIEW,)),
    KeywordGroup("Columns", (Kind.COLUMN,)),
    KeywordGroup("Messages", (Kind.MESSAGE,)),
    KeywordGroup("Services", (Kind.SERVICE,)),
    KeywordGroup("Stages", (Kind.STAGE,)),
    KeywordGroup("Jobs", (Kind.JOB,)),
    KeywordGroup("Steps", (Kind.STEP,)),
    KeywordGroup("Triggers", (Kind.TRIGGER,)),
    KeywordGroup("Hooks", (Kind.HOOK,)),
    KeywordGroup("Targets", (Kind.TARGET,)),
    KeywordGroup("Options", (Kind.OPTION,)),
    KeywordGroup("Headings", (Kind.HEADING,)),
    KeywordGroup("Keys", (Kind.KEY,)),
    KeywordGroup("Sections", (Kind.SECTION,)),
    KeywordGroup("Dependencies", (Kind.DEPENDENCY,)),
    KeywordGroup("Selectors", (Kind.SELECTOR,)),
    KeywordGroup("Elements", (Kind.ELEMENT,)),
    KeywordGroup("Blocks", (Kind.BLOCK,)),
    KeywordGroup("Cells", (Kind.CELL,)),
)
"""Of what has no names of its own for its kinds."""
