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

MOST = 2
"""Folders of languages that have a word; what more of them have is nobody's own."""
SHORTEST = 3
WORD = re.compile(r"[A-Za-z_]\w*[?!]?")
ESCAPE = re.compile(r"\\[A-Za-z]")
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
    print proc property protocol quote raise raised raises read ref remove replace returns
    reversed right round select selector show sig slice source spec stop strip strong
    subscript sum suspend table test thread threads threading throws tuple typed unless
    unreachable until upgrade util value values warning weak yes zip
    """
)
"""Words that English, HTTP, HTML or the product's own data have in another sense."""
EXCEPTIONS = {
    "text/code_reading/code_words.py": "words of all languages whose lines are read alike",
    "format_readers": "formats have words of their own",
    "languages/formats/format_specs.py": "formats that are called after a language",
    "languages/registry.py": "the folders",
    "languages/jvm": "what some languages share",
    "languages/treesitter/runtime/error_declarations.py": "types of nodes",
    "html/type_expressions.py": "types that are coloured, in whatever language they are written",
    "html/expression_cursor.py": "likewise",
    "html/prose/sphinx_directives.py": "directives of a markup",
    "html/prose/sphinx_roles.py": "roles of a markup",
    "options/mkdocs_yaml.py": "a tag of YAML",
    "sources": "errors of codecs, and arguments of git",
    "hosts": "files of the web, and error handlers of codecs",
    "model/kinds.py": "the kinds of symbols of all languages",
    "text/command_paths.py": "command lines run an interpreter",
    "text/comments.py": "an opening tag",
    "text/prose.py": "words of documents that name no symbol",
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
    "insight/changing/change_themes.py": "names of tools in messages of commits",
    "insight/known_files.py": "a tool that stands for its kind",
    "insight/operation/task_chains.py": "tools that run the tasks of a manifest",
    "inventories/external_projects.py": "whose documentation is always known",
    "linking/roles/role_by_format.py": "a suffix before another one",
    "pages/book/changing/recent_additions.py": "words of messages of commits",
    "pages/book/documents/topic_list.py": "beginnings of words of documents",
    "pages/parts/commands": "command lines of tools",
    "pages/book/changing/prepared_job.py": "likewise, those that bring something onto a machine",
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
    ):
        if not isinstance(record, Absent):
            for name in type(record).__dataclass_fields__:
                yield from strings_in(getattr(record, name))
    yield from language.keywords
    for part in (language.own_bases, language.concurrency, language.package_tools):
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


def test_shared_modules_have_no_words_of_few_languages() -> None:
    needed, found = set(), {}
    for path in modules():
        relative = path.relative_to(SOURCE)
        if relative.parts[0] == "languages" and relative.parts[1] in FOLDERS:
            continue
        written = {word for text in code_in(path) for word in WORD.findall(text)}
        if own := sorted(written & own_words().keys()):
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


def test_english_words_are_words_of_few_languages() -> None:
    """What nobody has any more need not be told apart."""
    known = {
        word
        for language in LANGUAGES.values()
        for text in vocabulary(language)
        for word in WORD.findall(text)
    }
    assert ENGLISH - known == set()
