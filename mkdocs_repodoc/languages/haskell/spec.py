"""Haskell."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.language import (
    Absent,
    Colours,
    FileTypes,
    ImportWords,
    Language,
    Lazy,
    words,
)
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.tool_words import Tools
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.comments import CommentSyntax

HASKELL = Language(
    name="haskell",
    title="Haskell",
    files=FileTypes(suffixes=("hs-boot", "hsig"), interpreters=("runghc", "runhaskell")),
    aliases=("hs", "c2hs"),
    comments=CommentSyntax(("--",), (("{-", "-}"),)),
    keywords=words("""
        as case class data default deriving do else family forall foreign hiding if import in
        infix infixl infixr instance let mdo module newtype of otherwise pattern proc qualified
        rec then type where return pure maybe just nothing left right true false show eq ord
        functor monad applicative bool int integer double char string
        """),
    groups=(
        KeywordGroup("Types", (Kind.TYPE, Kind.TYPE_ALIAS)),
        KeywordGroup("Constructors", (Kind.VARIANT,)),
        KeywordGroup("Fields", (Kind.FIELD,)),
        KeywordGroup("Type classes", (Kind.CLASS,)),
        KeywordGroup("Instances", (Kind.IMPL,)),
        KeywordGroup("Functions", (Kind.FUNCTION,)),
        KeywordGroup("Methods", (Kind.METHOD,)),
        KeywordGroup("Values", (Kind.CONSTANT,)),
    ),
    delicate=Absent("calls have no brackets"),
    imports=ImportWords(),
    grammar="tree_sitter_haskell",
    colours=Colours("tree_sitter_haskell"),
    outline=Lazy(f"{__package__}.symbols", "HASKELL"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    names=Lazy(f"{__package__}.resolution.haskell_names", "HaskellNames"),
    tools=Tools(checking=words("stack cabal")),
    frameworks={
        "test.hspec": "Hspec",
        "test.tasty": "Tasty",
        "test.hunit": "HUnit",
        "test.quickcheck": "QuickCheck",
        "hedgehog": "Hedgehog",
    },
    environment=EnvironmentReads(functions=("lookupEnv", "getEnv")),
    test_names=re.compile(r".*(?:Spec|Test|Tests)\.hs$"),
)
LANGUAGES = (HASKELL,)
