"""Scala."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.jvm.jvm_parts import (
    DELICATE,
    FOLDER_READS,
    GROUPS_WITHOUT_CLASSES,
    PROCESS_STARTS,
    REACHES_OUT,
)
from mkdocs_repodoc.languages.jvm.tool_files import PROJECT_FILES
from mkdocs_repodoc.languages.language import (
    Colours,
    ImportWords,
    Language,
    Lazy,
    words,
)
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.tool_words import Tools
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.comments import C_COMMENTS

SCALA = Language(
    name="scala",
    title="Scala",
    comments=C_COMMENTS,
    keywords=words("""
        abstract case catch class def do else enum export extends extension final finally for
        forsome given if implicit import inline lazy match new null object override package
        private protected return sealed super then this throw trait try type using val var while
        with yield int long double string boolean unit option seq list map
        """),
    groups=(
        KeywordGroup("Classes and objects", (Kind.CLASS,)),
        KeywordGroup("Traits", (Kind.TRAIT,)),
        *GROUPS_WITHOUT_CLASSES,
    ),
    imports=ImportWords(),
    grammar="tree_sitter_scala",
    colours=Colours("tree_sitter_scala"),
    outline=Lazy(f"{__package__}.symbols", "SCALA"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    names=Lazy(f"{__package__}.resolution.scala_names", "ScalaNames"),
    tools=Tools(checking=words("sbt")),
    frameworks={
        "org.scalatest": "ScalaTest",
        "munit": "MUnit",
        "org.specs2": "specs2",
        "org.scalacheck": "ScalaCheck",
        "org.junit": "JUnit",
    },
    test_runs=Lazy("mkdocs_repodoc.languages.jvm.running_tests", "find_run"),
    delicate=DELICATE,
    folder_reads=FOLDER_READS,
    own_bases=words("Serializable Comparable Cloneable"),
    process_starts=PROCESS_STARTS,
    reaches_out=REACHES_OUT,
    endings=ProgramEndings(functions=("sys.exit", "System.exit")),
    environment=EnvironmentReads(
        functions=("System.getenv", "sys.env.get", "sys.env.getOrElse"),
        defaulting=("sys.env.getOrElse",),
        tables=("sys.env",),
    ),
    project_files=PROJECT_FILES,
    test_names=re.compile(r".*(?:Test|Tests|Spec|Suite)\.scala$"),
)
LANGUAGES = (SCALA,)
