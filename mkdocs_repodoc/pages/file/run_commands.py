"""The command that runs a test or starts a script, each with what it rests on.

A command is shown only where something in the repository says that it works: an import of the
test runner, a `conftest.py`, an `if __name__ == "__main__"`, a `#!` line, an entry point.
"""

from __future__ import annotations

import shlex

from mkdocs_repodoc.model.blocks import Block, Code, Column, Inline, Phrase, Sample, Table
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.commands.folder_commands import started_at
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.paths import name_of


def command_blocks(view: FileView) -> tuple[Block, ...]:
    """Return the commands that run a file, and those that it defines; each only with evidence."""
    return (*_running(view), *_defined(view))


def _running(view: FileView) -> tuple[Block, ...]:
    if view.file.role == "test":
        return _test_commands(view)
    started = (*_started(view), *_entry_points(view))
    if not started and view.outline.main_line and view.file.source.kind == "text":
        return _shebang_commands(view)
    return started


def _test_commands(view: FileView) -> tuple[Block, ...]:
    run = view.context.statistics.run_of_test(view.path)
    if run is None:
        return ()
    shown_by = page_links.to_line(view.context, run.path, run.line) if run.line else ""
    evidence: Phrase = (page_links.to_file(view.context, run.path),)
    if shown_by:
        evidence = (shown_by,) if run.path == view.path else (*evidence, ", ", shown_by)
    commands = [_shell(run.file, ("Run its tests, as ", *evidence, " shows"))]
    if run.case and run.case != run.file:
        commands.append(_shell(run.case, ("Run one of them",)))
    return tuple(commands)


def _started(view: FileView) -> tuple[Block, ...]:
    """The command that starts the file as its language does it."""
    run = view.file.run_line
    line = started_at(view.file)
    if run is None or not (line or run.starts_folder):
        return ()
    title: Phrase = ("Running the package executes ", Code(view.file.name))
    if not run.starts_folder:
        title = ("Starts on ", view.line(line))
    if run.relative_import:
        imported = view.line(run.relative_import)
        title += ("; run as a module because of the relative import on ", imported)
    return (_shell(run.command, title),)


def _entry_points(view: FileView) -> tuple[Block, ...]:
    project = view.context.repository.project
    module = view.file.module
    commands: list[Block] = []
    for command in project.commands:
        if not module or command.module != module:
            continue
        position = view.tree.by_name.get(command.object)
        starts: Inline = Code(command.target) if position is None else view.symbol(position)
        title: list[Inline] = ["Starts ", starts]
        if project.source:
            title += [", as ", page_links.to_file(view.context, project.source), " says"]
        commands.append(_shell(command.name, tuple(title)))
    return tuple(commands)


def _shebang_commands(view: FileView) -> tuple[Block, ...]:
    """The interpreter of the file's first line with the file's path."""
    first = view.context.read_text(view.path).text.partition("\n")[0]
    if not first.startswith("#!") or first.startswith("#!["):  # an attribute
        return ()
    words = first[2:].split()
    if words and words[0].endswith("/env"):
        words = [word for word in words[1:] if word != "-S" and "=" not in word]
    if not words:
        return ()
    program = [name_of(words[0]), *words[1:]]
    command = " ".join((*program, shlex.quote(view.path)))
    return (_shell(command, ("As ", view.line(1), " says")),)


def _defined(view: FileView) -> tuple[Block, ...]:
    """The commands that a build file or the project's configuration defines."""
    rows = [
        (
            (task.name,),
            (Code(task.command),),
            (view.line(task.line, text=str(task.line)),) if task.line else (),
        )
        for path, task in view.context.repository.project.tasks
        if path == view.path
    ]
    if not rows:
        return ()
    columns = (Column("For"), Column("Command"), Column("Line", numeric=True))
    return (Table(columns, tuple(rows), caption="Commands that this file defines"),)


def _shell(command: str, title: Phrase) -> Sample:
    return Sample(command, "shell", title=title)
