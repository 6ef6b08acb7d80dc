"""Words that one or two languages have stand in their records, and in no module that all share."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from support.product import SOURCE, modules, nodes_of, strings_of

from mkdocs_repodoc.languages.language import Absent, Language, Lazy, words
from mkdocs_repodoc.languages.registry import FOLDERS, LANGUAGES
from mkdocs_repodoc.languages.tools.known_tools import all_tools

MOST = 2
"""Folders of languages that have a word; what more of them have is nobody's own."""
SHORTEST = 3
WORD = re.compile(r"[A-Za-z_]\w*[?!]?")
PROGRAM = re.compile(r"[a-z][\w-]*\??")
PROGRAM_IN_CODE = re.compile(r"(?<![\w-])[a-z][\w-]*\w")
ESCAPE = re.compile(r"\\[A-Za-z]")
TOOLS = ("languages", "tools")
"""The catalogue of those that are nobody's."""
PROSE = re.compile(r"[a-z] [a-z]")
ENGLISH = words(
    """
    Error Exception Flag Protocol Some String Warning after alias align all annotation any
    append args arguments array ascii assign atomic base bin bytes clone compile complex
    connect constraint constructor copyright create data del dir doc echo empty environment
    err error eval except exception exceptions exec extend fetch filter foreign format from
    given globals hash help implementation index info inner input instance integer internal
    items just left lib library license log loop macro main max message meta method min mixin
    mod next node nothing number oct org out packed pairs panic param params part pattern posix
    options opts parsed print proc property protocol quote raise raised raises read ref remove
    replace returns
    reversed right round select selector show sig slice source spec stop strip strong
    subscript sum suspend table test thread threads threading throws tuple typed unless
    unreachable until upgrade util value values warning weak yes zip
    """
)
"""Words that English, HTTP, HTML or the product's own data have in another sense."""
ENGLISH_TOOLS = words(
    "black composer coverage cross go just make mkdocs prove stack swift task typos"
)
"""Programs that are called by such words, and the host of the product."""
EXCEPTIONS = {
    "text/code_reading/code_words.py": "words of all languages whose lines are read alike",
    "format_readers": "formats have words of their own",
    "languages/formats": "formats that are called after a language or a tool",
    "analysis/record_keys.py": "packages on which records depend",
    "linking/roles/role_by_name.py": "a file of a tool that serves no single language",
    "pages/parts/clue_words.py": "formats that are called after a tool",
    "text/tool_comments.py": "the catalogue of comments that speak to tools",
    "languages/registry.py": "the folders",
    "preview/media_types.py": "endings of files that any site may have",
    "languages/jvm": "what some languages share",
    "languages/treesitter/runtime/error_declarations.py": "types of nodes",
    "html/type_expressions.py": "types that are coloured, in whatever language they are written",
    "html/expression_cursor.py": "likewise",
    "html/prose/sphinx_directives.py": "directives of a markup",
    "html/prose/sphinx_roles.py": "roles of a markup",
    "options/mkdocs_yaml.py": "a tag of YAML",
    "sources": "errors of codecs, and arguments of git",
    "model/kinds.py": "the kinds of symbols of all languages",
    "text/comments.py": "an opening tag",
    "pages/parts/behaviour/circumstances.py": "loops of all languages",
    "text/code_reading/brace_lines.py": "directives of a preprocessor",
    "text/code_reading/call_arguments.py": "types and references of arguments, in all languages",
    "text/code_reading/variable_settings.py": "statements that set a variable, in all languages",
    "text/written_entries.py": "lists, records and comparisons of all languages",
    "insight/changing/lists/offered_choices.py": "types of values in all languages",
    "insight/changing/lasting_effects.py": "words before a call, in all languages",
    "insight/examples/signature_types.py": "parameters of all languages",
    "insight/operation/builders.py": "results and receivers of all languages",
    "insight/operation/environment/environment_helpers.py": "parameters of all languages",
    "insight/operation/environment/held_environment.py": "what variables for it are called",
    "pages/book/operation/chosen_failures.py": "reports of what cannot happen",
    "text/code_reading/early_returns.py": "heads of functions without a name, in all languages",
    "text/code_reading/inner_functions.py": "likewise, and functions that call them at once",
    "client/palette_entries.py": "tables of manifests",
    "insight/known_files.py": "a tool that stands for its kind",
    "inventories/external_projects.py": "whose documentation is always known",
    "linking/roles/role_by_format.py": "a suffix before another one",
    "pages/book/documents/topic_list.py": "beginnings of words of documents",
    "insight/flows/calls/caught_errors.py": "statements that hand an error on",
}
"""Modules, or rooms, that have such words all the same, and why."""


def strings_in(value: object) -> Iterator[str]:
    """Yield the names in a part of a record; of patterns none, which hold other signs, too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key in value:
            yield from strings_in(key)
    elif isinstance(value, (tuple, frozenset)):
        for each in value:
            yield from strings_in(each)


def vocabulary(language: Language) -> Iterator[str]:
    """Yield the words of a language and the names of its library that its record holds."""
    for record in (
        *(language.endings, language.errors, language.environment, language.delicate),
        *(language.example_code, language.events, language.packages, language.objects),
        *(language.arguments,),
    ):
        if not isinstance(record, Absent):
            for name in type(record).__dataclass_fields__:
                yield from strings_in(getattr(record, name))
    yield from language.keywords
    for part in (language.own_bases, language.concurrency):
        yield from strings_in(part)
    yield from strings_in((language.constructors, language.folder_files, language.folder_docs))
    yield from strings_in((language.plain_decorators, language.unnamed_exports))


@cache
def own_words() -> Mapping[str, frozenset[str]]:
    """Return the words that few languages have → the folders of these."""
    found: dict[str, set[str]] = defaultdict(set)
    for language in LANGUAGES.values():
        assert isinstance(language.outline, Lazy)
        folder = language.outline.module.split(".")[2]
        for text in vocabulary(language):
            for word in WORD.findall(text):
                found[word].add(folder)
    return {
        word: frozenset(folders)
        for word, folders in found.items()
        if len(folders) <= MOST and len(word) >= SHORTEST and word not in ENGLISH
    }


@cache
def names_of_tools() -> frozenset[str]:
    """Return the names of the programs of all languages, and of those that are nobody's."""
    return frozenset(
        name
        for tools in all_tools()
        for field in ("packaging", "checking", "testing", "linting", "installing", "fetching")
        for text in getattr(tools, field)
        if PROGRAM.fullmatch(text) and (name := text.rstrip("?")) not in ENGLISH_TOOLS
    )


def code_in(path: Path) -> Iterator[str]:
    """Yield the strings of a module that are no sentences: names, and patterns."""
    patterns = {
        part.value
        for node in nodes_of(path)
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.")
        for part in ast.walk(node)
        if isinstance(part, ast.Constant)
    }
    for _, text in strings_of(path):
        if text in patterns or not PROSE.search(text):
            yield ESCAPE.sub(" ", text)


def is_excepted(path: str) -> str:
    """Return which exception a path is one of; empty for none."""
    return next((each for each in EXCEPTIONS if path == each or path.startswith(f"{each}/")), "")


def test_shared_modules_have_no_words_of_few_languages_and_no_tools() -> None:
    needed, found = set(), {}
    for path in modules():
        relative = path.relative_to(SOURCE)
        if relative.parts[0] == "languages" and relative.parts[1] in FOLDERS:
            continue
        code = list(code_in(path))
        written = {word for text in code for word in WORD.findall(text)} & own_words().keys()
        if relative.parts[:2] != TOOLS:
            started = {word for text in code for word in PROGRAM_IN_CODE.findall(text)}
            written |= started & names_of_tools()
        if own := sorted(written):
            if exception := is_excepted(relative.as_posix()):
                needed.add(exception)
            else:
                found[relative.as_posix()] = own
    assert found == {}, "these belong into the record of their language"
    assert set(EXCEPTIONS) == needed, "an exception is no longer needed"


def test_words_are_those_of_records() -> None:
    assert own_words()["rmtree"] == {"python", "ruby"}
    assert own_words()["exitCode"] == {"javascript"}
    assert "return" not in own_words()
    assert {"cargo", "pytest", "pre-commit"} <= names_of_tools()


def test_english_words_are_words_of_few_languages() -> None:
    """What nobody has any more need not be told apart."""
    known = {
        word
        for language in LANGUAGES.values()
        for text in vocabulary(language)
        for word in WORD.findall(text)
    }
    assert ENGLISH - known == set()
