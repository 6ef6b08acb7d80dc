"""The record of the language: all that mkdocs-repodoc asks about it."""

import re

from mkdocs_repodoc.languages.language import (
    Absent,
    FileTypes,
    ImportWords,
    Language,
    Lazy,
    words,
)
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.comments import HASH_COMMENTS

GHERKIN = Language(
    name="gherkin",
    title="Gherkin",
    files=FileTypes(suffixes=("feature",)),
    comments=HASH_COMMENTS,
    keywords=words("and background but examples feature given outline rule scenario then when"),
    groups=(
        KeywordGroup("Features", (Kind.SECTION,)),
        KeywordGroup("Scenarios", (Kind.TEST,)),
    ),
    imports=ImportWords(),
    grammar="",  # it is read line by line
    colours=Absent("Pygments colours it"),
    outline=Lazy("repodoc_gherkin.feature_file", "read_feature"),
    resolve_import=Absent("features import nothing"),
    frameworks=Absent("features are run by the steps of another language"),
    test_names=re.compile(r".*\.feature$"),
)
LANGUAGES = (GHERKIN,)
