"""C#."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.common_keywords import C_KEYWORDS
from mkdocs_repodoc.languages.language import Colours, FileTypes, ImportWords, Language, Lazy
from mkdocs_repodoc.model.kinds import KeywordGroup
from mkdocs_repodoc.text.comments import C_COMMENTS

C_SHARP = Language(
    name="c#",
    title="C#",
    files=FileTypes(tags=("c#script",)),
    comments=C_COMMENTS,
    keywords=C_KEYWORDS,
    groups=(
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
    ),
    imports=ImportWords("Using directives", "Used"),
    grammar="tree_sitter_c_sharp",
    colours=Colours("tree_sitter_c_sharp"),
    outline=Lazy(f"{__package__}.symbols", "C_SHARP"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    frameworks={"xunit": "xUnit.net", "nunit": "NUnit"},
    test_names=re.compile(r".*Tests?\.cs$"),
)
LANGUAGES = (C_SHARP,)
