"""Programs beside the software: scripts, tools and benchmarks of those who work on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from mkdocs_repodoc.insight.periphery.benchmarks import benchmark_files
from mkdocs_repodoc.insight.periphery.customary_folders import TEST_MATTER, TOOLS
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.facts import InstalledCommand
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile, Repository, Role
from mkdocs_repodoc.paths import ancestors, stem_of


def aside_programs(repository: Repository, code_roles: frozenset[Role]) -> frozenset[str]:
    """Return the files whose options and exit statuses are not those of the software.

    They lie in a folder of tools or benchmarks, or are shell scripts in a repository whose code is
    mostly something else: such a script installs, builds or tests what the others make up. Files in
    folders of tools that others import, or that are installed as commands, are the software.

    Args:
        repository: The linked repository.
        code_roles: Roles of the files that make up the software itself.
    """
    lines: Counter[str] = Counter()
    code = {path: file for path, file in repository.files.items() if file.role in code_roles}
    for file in code.values():
        lines[file.source.language] += file.outline.lines.code
    is_shell = {language: language_named(language).is_script for language in lines}
    shell = sum(lines[language] for language in lines if is_shell[language])
    has_other_code = shell * 2 < lines.total()
    benchmarks = benchmark_files(repository)
    needed = _needed(repository, code)
    return frozenset(
        path
        for path, file in code.items()
        if (TOOLS.match(path) and path not in needed)
        or path in benchmarks
        or (has_other_code and is_shell[file.source.language])
    )


def started_files(repository: Repository) -> frozenset[str]:
    """Return the files that the commands start which the project installs.

    Where a command starts what a build makes, these are the sources of that. Where its module only
    passes on what it starts, the file that defines it is one, too.
    """
    commands = repository.project.commands
    named = {command.module or command.path for command in commands}
    named.update(source_of(repository, each) for each in commands if each.path)
    files = repository.files.values()
    found = [file for file in files if not named.isdisjoint({file.module, file.path} - {""})]
    defined = (
        imported_as(repository, file.path, each.object)
        for file in found
        for each in commands
        if each.module == file.module
    )
    paths = {file.path for file in found}
    return frozenset(paths.union(each.path for each in defined if each is not None))


def imported_as(repository: Repository, path: str, name: str) -> SymbolRef | None:
    """Return what a file imports under a name; `None` if it is nothing of the repository.

    What is imported is meant: a function of its name stands in for it where the import fails.
    """
    written = repository.files[path].outline.imports
    for each, found in zip(written, repository.links.imports.get(path, ()), strict=False):
        if found.symbol is not None and not each.scope and each.binding == name:
            return found.symbol
    return None


def source_of(repository: Repository, command: InstalledCommand) -> str:
    """Return the script that a file of a build is made from; empty where it is not known.

    It is the only one of its name. Tests may have such scripts of their own.
    """
    named = repository.files.get(command.path)
    if named is not None and named.role != "compiled":
        return ""
    stem = stem_of(command.path)
    found = [
        path
        for path, file in repository.files.items()
        if file.role == "script" and file.outline.main_line and stem_of(path) == stem
        if not TEST_MATTER.search(path)
    ]
    return found[0] if len(found) == 1 else ""


def opens_tests(repository: Repository, file: RepoFile, test_roles: frozenset[Role]) -> bool:
    """Tell whether a package's own file stands among tests, which may share what it defines."""
    if file.role != "package":
        return False
    beside = repository.folders[file.folder].files
    roles = [repository.files[path].role for path in beside if path != file.path]
    return 2 * sum(role in test_roles for role in roles) > len(roles)


def _needed(repository: Repository, code: Collection[str]) -> set[str]:
    """Return the files that commands start, or code outside of folders of tools needs, in turn."""
    started = started_files(repository)
    waiting = [path for path in code if not TOOLS.match(path) or path in started]
    needed = set(waiting)
    while waiting:
        for each in repository.links.imports.get(waiting.pop(), ()):
            found = set(each.paths) - needed
            needed |= found
            waiting += found
    around = {folder for path in needed for folder in ancestors(path)}
    files = repository.files
    packages = (path for path in code if files[path].role == "package")
    return needed | {path for path in packages if files[path].folder in around}
