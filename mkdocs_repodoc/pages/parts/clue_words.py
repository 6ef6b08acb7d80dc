"""The words for what the role and the origin of a file rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import singledispatch
from itertools import pairwise

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model import clues
from mkdocs_repodoc.text.english import count, enumeration

_WORDS: Mapping[type[clues.Clue], str] = {
    clues.NameClue: "its name is {0.name}",
    clues.NameStartClue: "its name starts with {0.start}",
    clues.SuffixClue: "its suffix is {0.suffix}",
    clues.SettingsNameClue: "its name is that of {0.ending} files",
    clues.PathClue: "its path contains {0.part}",
    clues.FolderClue: "it is in {0.folder}/",
    clues.StartedByClue: "{0.starter} runs {0.name}",
    clues.ServiceFolderClue: "{0.service} runs the files in {0.folder}/",
    clues.ReadByClue: "{0.tool} reads files whose suffix is {0.suffix}",
    clues.LoadedForTestsClue: "{0.runner} loads {0.name} before the tests beside it",
    clues.TypeMarkerClue: "it marks its package as one with type annotations",
    clues.EmptyFileClue: "it is empty and there for its name alone",
    clues.ContentClue: "its content is {0.format}",
    clues.BinaryClue: "its content is not text",
    clues.SubmoduleClue: "it is a Git submodule",
    clues.LfsClue: "its content is kept in Git LFS",
    clues.SymlinkClue: "it is a symbolic link to {0.target}",
    clues.NotCollectedClue: "no test runner looks for its name",
    clues.UndeclaredClue: "no other file declares it as a module, so that it is not compiled",
    clues.InterpreterClue: "its first line names the interpreter",
    clues.ProgramLineClue: "line {0.line} starts it as a program",
    clues.EffectLineClue: "line {0.line} runs something",
    clues.NoPackageClue: "it is in no package",
    clues.DeclaredClue: ".gitattributes declares it {0.attribute}",
    clues.NoticeClue: "a comment on line {0.line} declares it so",
    clues.StatedClue: "{0.words}",
    clues.OutputFolderClue: "{0.settings} has the compiler write into {0.folder}/",
}
_RELATIONS = {
    "written in": "it is written in",
    "written for": "it is written for",
    "format": "its format is",
}
_PLAINLY = {
    "cmake": "it is written for CMake",
    "dockerfile": "it is written for Docker",
    "ignore": "it lists patterns of files",
    "jupyter": "it is a notebook",
    "makefile": "it is written for make",
    "requirements": "it lists what pip is to install",
}
"""Words for formats where naming them would say less."""


def evidence_phrase(found: Iterable[clues.Clue]) -> str:
    """Return what a role or an origin rests on, as a clause that follows a colon."""
    phrases = [clue_phrase(clue) for clue in found]
    shown = phrases[:1]
    for before, phrase in pairwise(phrases):
        shown.append(phrase.removeprefix("it ") if before.startswith("it ") else phrase)
    return " and ".join(shown)


@singledispatch
def clue_phrase(clue: clues.Clue) -> str:
    """Return one thing that was seen, as a clause."""
    return _WORDS[type(clue)].format(clue)


@clue_phrase.register
def _(clue: clues.ToolFileClue) -> str:
    holds = clue.what.startswith(("environments", "configuration", "metadata"))
    return f"{clue.name} {'holds' if holds else 'is'} the {clue.what}"


@clue_phrase.register
def _(clue: clues.FormatClue) -> str:
    title = language_named(clue.language).title
    return _PLAINLY.get(clue.language, f"{_RELATIONS[clue.relation]} {title}")


@clue_phrase.register
def _(clue: clues.PlainTextClue) -> str:
    return f"it is text in {clue.folder}/" if clue.folder else "it is plain text"


@clue_phrase.register
def _(clue: clues.ScriptClue) -> str:
    return f"it is a {language_named(clue.language).title} script"


@clue_phrase.register
def _(clue: clues.CasesClue) -> str:
    return f"it defines {count(clue.number, 'test case') if clue.number else 'no test case'}"


@clue_phrase.register
def _(clue: clues.ImportersClue) -> str:
    if not clue.number:
        return "no other file imports it"
    return f"{clue.number} other {'file imports' if clue.number == 1 else 'files import'} it"


@clue_phrase.register
def _(clue: clues.DefinitionsClue) -> str:
    numbers = ((clue.classes, "class"), (clue.functions, "function"))
    if found := [count(number, word) for number, word in numbers if number]:
        return f"it defines {enumeration(found)}"
    if clue.names:
        return f"it defines {count(clue.names, 'name')} and no class or function"
    if clue.has_code:
        return "it runs statements and defines no class or function"
    return "it contains no code"
