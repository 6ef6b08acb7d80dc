"""Resolution of Python names that documentation mentions.

Documentation names things more loosely than code does: members without `self`, inherited ones, and
what a package offers without importing it. Most of all it names parameters, which are nothing to
link to, whatever else has the same name.
"""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.resolution.external_names import external_names
from mkdocs_repodoc.languages.python.resolution.parameter_names import parameter_names
from mkdocs_repodoc.languages.python.resolution.python_resolver import Resolver
from mkdocs_repodoc.languages.python.resolution.symbol_table import PythonFileNames
from mkdocs_repodoc.languages.python.special_methods import CONSTRUCTORS
from mkdocs_repodoc.languages.resolution.language_names import DocumentedName, is_no_word
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.paths import ancestors

_RECEIVERS = {"self", "cls"}


def mentioned(
    resolver: Resolver, path: str, scope: int, name: str, *, marked: bool
) -> DocumentedName:
    """Find what a name in documentation means.

    Args:
        resolver: Answers over the whole repository.
        path: File in which the documentation stands.
        scope: Index of the symbol that it documents, or `FILE_SCOPE`.
        name: The name, or a full dotted path; with `()` behind it no word can be meant.
        marked: Whether the author says that it is a reference, by a role, a label or in a list of
            what to see also. Anything else may be just a word.
    """
    dotted = dotted_name(name)
    if not dotted:
        return DocumentedName()
    names = dotted.split(".")
    file = resolver.table.names.get(path)
    if file is None:
        # No language but Python has scopes to look in; a full path needs none.
        is_path = len(names) > 1
        return DocumentedName(
            resolver.definition(resolver.full_path(path, dotted)) if is_path else None
        )
    if not marked and _is_parameter(file, scope, names[0]):
        return DocumentedName()
    found = look_up(resolver, path, scope, dotted)
    if found is not None and not marked and _is_loose_module(file, found, names):
        found = None
    found = found or _member(resolver, file, scope, names)
    if found is None and (marked or is_no_word(dotted)):
        found = _offered(resolver, path, dotted)
    if found is not None:
        return DocumentedName(found)
    is_word = not marked and _may_be_word(name)
    return DocumentedName(None, () if is_word else external_names(resolver, path, scope, dotted))


def look_up(resolver: Resolver, path: str, scope: int, name: str) -> SymbolRef | None:
    """Find what a dotted name means as seen from a symbol.

    Args:
        resolver: Answers over the whole repository.
        path: File in which the name stands.
        scope: Index of the symbol in whose scope it is looked up, or `FILE_SCOPE`.
        name: As an annotation or a docstring has it: a name that is visible there, or a full
            dotted path.
    """
    dotted = dotted_name(name)
    file = resolver.table.names.get(path)
    if not dotted or file is None:
        return None
    symbols = file.outline.symbols
    inner = symbols[scope].name if 0 <= scope < len(symbols) else ""
    denotation = resolver.look_up(path, inner, dotted)
    if denotation is None:
        denotation = resolver.full_path(path, dotted)
    return resolver.definition(denotation)


def dotted_name(name: str) -> str:
    """Return a name without the marks that docstrings put around it; empty if it is none."""
    dotted = name.strip().removeprefix("~").removesuffix("()").lstrip(".")
    return dotted if all(part.isidentifier() for part in dotted.split(".")) else ""


def _is_parameter(file: PythonFileNames, scope: int, name: str) -> bool:
    """Whether a name in a symbol's documentation is a parameter.

    Those of the functions around it are, and those of its class's constructor unless the class has
    a member of that name, which then is what the parameter becomes.
    """
    if name in _RECEIVERS:
        return False
    for around in _around(file, scope):
        symbol = file.outline.symbols[around]
        if symbol.kind == Kind.CLASS:
            if f"{symbol.name}.{name}" in file.positions:
                return False
            constructors = (f"{symbol.name}.{each}" for each in CONSTRUCTORS)
            positions = [file.positions[each] for each in constructors if each in file.positions]
        else:
            positions = [around]
        if any(name in parameter_names(file.outline.symbols[each].signature) for each in positions):
            return True
        if f"{symbol.name}.{name}" in file.positions:
            return False
    return False


def _around(file: PythonFileNames, scope: int) -> Iterator[int]:
    """Yield a symbol and those around it, the innermost first."""
    symbols = file.outline.symbols
    if not 0 <= scope < len(symbols):
        return
    yield scope
    name = symbols[scope].name.rpartition(".")[0]
    while name:
        if (position := file.positions.get(name)) is not None:
            yield position
        name = name.rpartition(".")[0]


def _is_loose_module(file: PythonFileNames, found: SymbolRef, names: list[str]) -> bool:
    """Whether a word would mean a module that is no package and that the file does not import.

    A `setup.py` or `main.py` somewhere is not what `setup` or `main` means.
    """
    if not found.is_file or len(names) > 1 or names[0] in file.bindings:
        return False
    return not found.path.endswith(("/__init__.py", "/__init__.pyi"))


def _member(
    resolver: Resolver, file: PythonFileNames, scope: int, names: list[str]
) -> SymbolRef | None:
    """Find an inherited member of the class around, or one named with `self`."""
    if names[0] in _RECEIVERS:
        names = names[1:]
    for around in _around(file, scope):
        symbol = file.outline.symbols[around]
        if names and symbol.kind == Kind.CLASS:
            denotation = resolver.target(file.path, Target("self", (symbol.name, *names)))
            return resolver.definition(denotation)
    return None


def _offered(resolver: Resolver, path: str, dotted: str) -> SymbolRef | None:
    """Find what a package around the file offers, the nearest package first."""
    modules = resolver.table.modules
    for folder in ancestors(path):
        if not modules.is_package(folder):
            return None
        file = modules.file(folder)
        # What the package binds hides a submodule of that name.
        for denotation in (
            resolver.look_up(file, "", dotted),
            resolver.full_path(path, f"{modules.names[file]}.{dotted}"),
        ):
            if (found := resolver.definition(denotation)) is not None:
                return found
    return None


def _may_be_word(name: str) -> bool:
    """Whether a name of Python itself is as often a word: `id`, `type`, `None`."""
    return keyword.iskeyword(name) or (name.islower() and hasattr(builtins, name))
