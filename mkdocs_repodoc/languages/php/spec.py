"""PHP."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.language import (
    Colours,
    ImportWords,
    Language,
    Lazy,
    words,
)
from mkdocs_repodoc.languages.php.tool_files import PROJECT_FILES
from mkdocs_repodoc.languages.record_parts.delicate_code import DelicateCode
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.error_words import ErrorWords
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.record_parts.tool_words import Tools
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.text.comments import CommentSyntax

PHP = Language(
    name="php",
    title="PHP",
    comments=CommentSyntax(("//", "#"), (("/*", "*/"),)),
    keywords=words("""
        abstract and array bool break callable case catch class clone const continue declare
        default die echo else elseif empty enum exit extends final finally float fn for foreach
        function global goto include instanceof insteadof int interface isset iterable list match
        mixed namespace new null object parent print private protected public readonly require
        return self static string switch this throw trait try unset use var void while xor yield
        php
        """),
    groups=(
        KeywordGroup("Classes", (Kind.CLASS,)),
        KeywordGroup("Interfaces", (Kind.INTERFACE,)),
        KeywordGroup("Traits", (Kind.TRAIT,)),
        KeywordGroup("Enums", (Kind.ENUM, Kind.ENUMERATOR)),
        KeywordGroup("Functions", (Kind.FUNCTION,)),
        KeywordGroup("Methods", (Kind.CONSTRUCTOR, Kind.METHOD)),
        KeywordGroup("Properties", (Kind.PROPERTY,)),
        KeywordGroup("Constants", (Kind.CONSTANT,)),
    ),
    imports=ImportWords("Use declarations", "Used"),
    grammar="tree_sitter_php",
    colours=Colours("tree_sitter_php", "language_php"),
    outline=Lazy(f"{__package__}.symbols", "PHP"),
    resolve_import=Lazy(f"{__package__}.imports", "resolve_import"),
    names=Lazy(f"{__package__}.resolution.php_names", "PhpNames"),
    follows_names=True,
    tools=Tools(
        checking=words("composer phpunit") | {r"vendor/bin/\w+"},
        testing=words("phpunit"),
        installing=words("composer"),
        fetching=words("composer"),
        interpreting=words("php"),
    ),
    frameworks={"phpunit.framework": "PHPUnit", "pest": "Pest", "mockery": "Mockery"},
    first_test=Lazy(f"{__package__}.first_test", "FIRST_TEST"),
    test_runs=Lazy(f"{__package__}.running_tests", "find_run"),
    reaches_out=re.compile(
        r"(?<![\w>:$\\])(?:copy|curl_exec|exec|file_(?:get|put)_contents|fopen|fwrite|header|mail|mkdir"
        r"|passthru|proc_open|rename|setcookie|shell_exec|system|unlink)\("
    ),
    errors=ErrorWords(has_named_handlers=True),
    delicate=DelicateCode(
        deletes=words("rmdir unlink"), writes=words("file_put_contents"), processes=words("popen")
    ),
    folder_reads=re.compile(r"\b(?:glob|scandir)\s*\("),
    endings=ProgramEndings(functions=("exit", "die")),
    library_conventions=Lazy(f"{__package__}.library_conventions", "CONVENTIONS"),
    environment=EnvironmentReads(
        functions=("getenv", "env"),
        defaulting=("env",),
        tables=("$_ENV",),
        alternatives=("??", "?:"),
        gives=(re.compile(rb"\bputenv\(\s*['\"](\w+)="),),
    ),
    project_files=PROJECT_FILES,
    test_names=re.compile(r".*Test\.php$"),
)
LANGUAGES = (PHP,)
