"""Measured coverage: the lines that each test has run.

Reads the data file of coverage.py by its own library, and no source but that of measured files:
the lines of `def` and `class` statements run when a module is imported, by whichever test comes
first, and say nothing about who has called what. Only lines inside functions are evidence.
"""

from __future__ import annotations

import ast
import shutil
import tempfile
import warnings
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.model.measured_coverage import LineContexts
from mkdocs_repodoc.sources.coverage_check import DAMAGE, problem_of
from mkdocs_repodoc.text.source_text import decode, open_named, read_file

if TYPE_CHECKING:
    from coverage import CoverageData

_OPTION = "coverage"

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_BLOCKS = ("body", "orelse", "handlers", "finalbody", "cases")
_NOTHING: LineContexts = {}


def read_coverage(file: Path | None, root: Path, paths: Collection[str]) -> LineContexts:
    """Read a data file of coverage.py.

    Args:
        file: The data file; `None` if the user has named none.
        root: The documented folder.
        paths: The documented files, relative to it.

    Returns:
        What ran in which context; files that are not documented are left out.

    Raises:
        SettingsError: The library is missing, or the file can't be read or has no contexts.
    """
    if file is None:
        return _NOTHING
    with _opened(file) as data:
        return _measured(data, root, paths)


def _measured(
    data: CoverageData, root: Path, paths: Iterable[str]
) -> dict[str, dict[str, tuple[int, ...]]]:
    measured: dict[str, dict[str, tuple[int, ...]]] = {}
    for path, name in sorted(_documented(data.measured_files(), root, set(paths)).items()):
        ran = data.contexts_by_lineno(name)
        if not any(map(any, ran.values())):
            continue
        bodies = _body_lines(root, path)
        found: dict[str, list[int]] = {}
        for line, contexts in sorted(ran.items()):
            if line in bodies:
                for context in contexts:
                    if context and isinstance(context, str):
                        found.setdefault(context, []).append(line)
        if found:
            measured[path] = {context: tuple(found[context]) for context in sorted(found)}
    return measured


@contextmanager
def _opened(file: Path) -> Iterator[CoverageData]:
    try:
        from coverage import CoverageData  # noqa: PLC0415 - optional
        from coverage.exceptions import CoverageException  # noqa: PLC0415 - optional
    except ImportError as error:
        raise SettingsError(
            _OPTION, "needs the coverage library; install mkdocs-repodoc[coverage]"
        ) from error
    if not file.is_file():
        raise SettingsError(_OPTION, f"there is no file {file}")
    with _copied(file) as copy:
        if problem := problem_of(copy):
            raise SettingsError(_OPTION, f"{file} can't be read: {problem}")
        data = CoverageData(basename=str(copy))
        try:
            _check(data, file)
            yield data
        except CoverageException as error:
            problem = str(error).partition("\n")[0].replace(str(copy), str(file))
            raise SettingsError(_OPTION, f"{file} can't be read: {problem}") from error
        except DAMAGE as error:
            raise SettingsError(_OPTION, f"{file} can't be read: it is damaged") from error
        finally:
            data.close(force=True)  # of a file that can't be read, too


@contextmanager
def _copied(file: Path) -> Iterator[Path]:
    """Yield a copy of a data file that lies alone in a folder.

    SQLite carries out what a log beside a file says (`-wal`, `-journal`), and thereby writes into
    both, even when it only reads: they may be the repository's.

    Raises:
        SettingsError: It can't be read.
    """
    with tempfile.TemporaryDirectory(prefix="repodoc-") as folder:
        copy = Path(folder, file.name)
        try:
            with open_named(file) as source, copy.open("wb") as target:
                shutil.copyfileobj(source, target)
        except OSError as error:
            raise SettingsError(_OPTION, f"{file} can't be read: {error.strerror}") from error
        yield copy


def _check(data: CoverageData, file: Path) -> None:
    data.read()
    if not any(data.measured_contexts()):
        raise SettingsError(
            _OPTION,
            f"{file} does not record which test ran which line; measure with contexts, "
            "as `pytest --cov --cov-context=test` does",
        )


def _documented(names: Iterable[str], root: Path, paths: set[str]) -> dict[str, str]:
    """Return the documented files that were measured, with the names that they were measured by.

    A file measured on another machine has another folder in front; it is the same for all files,
    so the folder that explains most of them is taken.
    """
    names = sorted(names)
    for folder in ("", str(root), str(root.resolve())):
        found = _below(folder, names, paths)
        if found:
            return found
    folders: Counter[str] = Counter()
    for name in names:
        parts = name.replace("\\", "/").split("/")
        for start in range(1, len(parts)):
            if "/".join(parts[start:]) in paths:
                folders["/".join(parts[:start])] += 1
                break
    return _below(folders.most_common(1)[0][0], names, paths) if folders else {}


def _below(folder: str, names: Iterable[str], paths: set[str]) -> dict[str, str]:
    prefix = f"{folder.replace(chr(92), '/')}/" if folder else ""
    found = {}
    for name in names:
        written = name.replace("\\", "/")
        if written.startswith(prefix) and (path := written[len(prefix) :]) in paths:
            found[path] = name
    return found


def _body_lines(root: Path, path: str) -> set[int]:
    """Return the lines of a file that run only when one of its functions is called."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the code that is read
            tree = ast.parse(decode(read_file(root, path)).text)
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return set()  # its page says what is wrong with it
    lines: set[int] = set()
    heads: set[int] = set()
    for node in _statements(tree):
        if not isinstance(node, _Function | ast.ClassDef):
            continue
        first, body = node.lineno, node.body[0].lineno
        heads.update(each.lineno for each in node.decorator_list)
        heads.update(range(first, max(body, first + 1)))
        if isinstance(node, _Function):
            lines.update(range(body, (node.end_lineno or first) + 1))
    return lines - heads


def _statements(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield all statements; expressions, most of a tree, hold no functions but lambdas."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for name in _BLOCKS:
            waiting += getattr(node, name, ())
