"""The command that runs a test or starts a script, each with what it rests on.

A command is shown only where something in the repository says that it works: an import of the
test runner, a `conftest.py`, an `if __name__ == "__main__"`, a `#!` line, an entry point.
"""

from __future__ import annotations

import shlex

from mkdocs_repodoc.model.blocks import Block, Code, Column, Inline, Phrase, Sample, Table
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.file_view import FileSubject
from mkdocs_repodoc.pages.parts.folder_commands import started_at
from mkdocs_repodoc.pages.parts.testing_frameworks import pytest_configuration


def command_blocks(subject: FileSubject) -> tuple[Block, ...]:
    """Return the commands that run a file, and those that it defines; each only with evidence."""
    return (*_running(subject), *_defined(subject))


def _running(subject: FileSubject) -> tuple[Block, ...]:
    if subject.file.source.language == "python":
        if subject.file.role == "test":
            return _test_commands(subject)
        return (*_module_commands(subject), *_entry_points(subject))
    if subject.outline.main_line and subject.file.source.kind == "text":
        return _shebang_commands(subject)
    return ()


def _test_commands(subject: FileSubject) -> tuple[Block, ...]:
    commands: list[Block] = []
    path = shlex.quote(subject.path)
    unittest = _imports(subject, "unittest")
    if evidence := _pytest_evidence(subject):
        commands.append(_shell(f"python -m pytest {path}", ("Run it: ", *evidence)))
    elif unittest and not subject.outline.main_line:
        evidence = (Code("unittest"), " is imported on ", subject.line(unittest))
        commands.append(_shell(f"python -m unittest {path}", ("Run it: ", *evidence)))
    if line := subject.outline.main_line:
        title: Phrase = ("Runs by itself: ", subject.line(line))
        commands.append(_shell(f"python {path}", title))
    return tuple(commands)


def _pytest_evidence(subject: FileSubject) -> Phrase:
    """What shows that pytest runs the file, from the nearest to the farthest."""
    if line := _imports(subject, "pytest"):
        return (Code("pytest"), " is imported on ", subject.line(line))
    if found := _conftest(subject):
        return found
    configured = pytest_configuration(subject.context)
    return ("pytest is configured in ", configured) if configured else ()


def _conftest(subject: FileSubject) -> Phrase:
    """The nearest `conftest.py` above the file."""
    folder = subject.file.folder
    while True:
        path = f"{folder}/conftest.py" if folder else "conftest.py"
        if path in subject.context.repository.files:
            return (page_links.to_file(subject.context, path), " applies to it")
        if not folder:
            return ()
        folder = folder.rpartition("/")[0]


def _imports(subject: FileSubject, package: str) -> int:
    """The line on which a package is imported; 0 if it is not."""
    for imported in subject.outline.imports:
        if not imported.level and imported.module.partition(".")[0] == package:
            return imported.line
    return 0


def _module_commands(subject: FileSubject) -> tuple[Block, ...]:
    module = subject.file.module
    if subject.file.name == "__main__.py" and "." in module:
        package = module.removesuffix(".__main__")
        title: Phrase = ("The package is started by ", Code(subject.file.name))
        return (_shell(f"python -m {package}", title),)
    line = started_at(subject.file)
    if not line:
        return ()
    title = ("Starts on ", subject.line(line))
    relative = next((i for i in subject.outline.imports if i.level and not i.scope), None)
    if relative is not None and module:
        title += ("; with its relative import on ", subject.line(relative.line), " as a module")
        return (_shell(f"python -m {module}", title),)
    return (_shell(f"python {shlex.quote(subject.path)}", title),)


def _entry_points(subject: FileSubject) -> tuple[Block, ...]:
    project = subject.context.repository.project
    module = subject.file.module
    commands: list[Block] = []
    for command, target in project.entry_points:
        place, _, function = target.partition(":")
        if not module or place.strip() != module:
            continue
        name = function.partition("[")[0].strip()
        position = subject.tree.by_name.get(name)
        starts: Inline = Code(target) if position is None else subject.symbol(position)
        title: list[Inline] = ["Starts ", starts]
        if project.source:
            title += [", as ", page_links.to_file(subject.context, project.source), " says"]
        commands.append(_shell(command, tuple(title)))
    return tuple(commands)


def _shebang_commands(subject: FileSubject) -> tuple[Block, ...]:
    """The interpreter of the file's first line with the file's path."""
    first = subject.context.read_text(subject.path).text.partition("\n")[0]
    if not first.startswith("#!"):
        return ()
    words = first[2:].split()
    if words and words[0].endswith("/env"):
        words = [word for word in words[1:] if word != "-S" and "=" not in word]
    if not words:
        return ()
    program = [words[0].rpartition("/")[2], *words[1:]]
    command = " ".join((*program, shlex.quote(subject.path)))
    return (_shell(command, ("As ", subject.line(1), " says")),)


def _defined(subject: FileSubject) -> tuple[Block, ...]:
    """The commands that a build file or the project's configuration defines."""
    rows = [
        ((what,), (Code(line),), (subject.line(number, text=str(number)),) if number else ())
        for what, line, path, number in subject.context.repository.project.commands
        if path == subject.path
    ]
    if not rows:
        return ()
    columns = (Column("For"), Column("Command"), Column("Line", numeric=True))
    return (Table(columns, tuple(rows), caption="Commands that this file defines"),)


def _shell(command: str, title: Phrase) -> Sample:
    return Sample(command, "shell", title=title)
