"""Scala."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.language import Colours, FileTypes, ImportWords, Language, Lazy, words
from mkdocs_repodoc.model.kinds import KeywordGroup
from mkdocs_repodoc.text.comments import C_COMMENTS

SCALA = Language(
    name="scala",
    title="Scala",
    files=FileTypes(is_family=True),
    comments=C_COMMENTS,
    keywords=words("""
        abstract case catch class def do else enum export extends extension final finally for
        forsome given if implicit import inline lazy match new null object override package
        private protected return sealed super then this throw trait try type using val var while
        with yield int long double string boolean unit option seq list map
        """),
    groups=(
        KeywordGroup("Classes and objects", ("class",)),
        KeywordGroup("Traits", ("trait",)),
        KeywordGroup("Enums", ("enum", "enumerator")),
        KeywordGroup("Type aliases", ("type alias",)),
        KeywordGroup("Functions", ("function",)),
        KeywordGroup("Methods", ("constructor", "method")),
        KeywordGroup("Properties", ("property", "variable")),
        KeywordGroup("Constants", ("constant",)),
    ),
    imports=ImportWords(),
    grammar="tree_sitter_scala",
    colours=Colours("tree_sitter_scala"),
    outline=Lazy(f"{__package__}.symbols", "SCALA"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    frameworks={
        "org.scalatest": "ScalaTest",
        "munit": "MUnit",
        "org.specs2": "specs2",
        "org.scalacheck": "ScalaCheck",
        "org.junit": "JUnit",
    },
    test_names=re.compile(r".*(?:Test|Tests|Spec|Suite)\.scala$"),
)
LANGUAGES = (SCALA,)
