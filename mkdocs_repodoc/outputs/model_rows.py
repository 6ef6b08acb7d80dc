"""The records of the model: the repository, each of its files, import cycles, main flows.

Paths are relative to the documented folder, lines count from 1, columns from 0 in bytes of UTF-8.
A symbol is identified by the path of its file and its position among the file's symbols, from 0;
-1 is the file itself.
"""

from __future__ import annotations

import msgspec

from mkdocs_repodoc.outputs.model_parts import (
    FactRow,
    FindingRow,
    ImportRow,
    ReferenceRow,
    RowPart,
    SymbolId,
    SymbolRow,
)

MODEL_VERSION = 1
"""Raised when a field is removed or means something else; new ones may come at any time."""


class _Row(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="type", omit_defaults=True, gc=False
):
    """A line of the file."""


class RepositoryRow(_Row, frozen=True, kw_only=True, tag="repository"):
    """The first line: what the other ones are about.

    Attributes:
        format: Version of the format.
        generator: Name and version of the program.
        name: Of the repository.
        version: Of the project; empty if no file says it.
        commit: Hash of the commit that was checked out; empty outside git.
        files: How many files there are.
        symbols: How many symbols they define.
    """

    format: int
    generator: str
    name: str
    version: str = ""
    commit: str = ""
    files: int
    symbols: int


class FileRow(_Row, frozen=True, kw_only=True, tag="file"):
    """A documented file.

    Attributes:
        path: The file.
        kind: `text`, `binary`, `image`, `symlink`, `submodule` or `lfs`.
        language: Language or format, in lower case.
        role: `module`, `test`, `documentation`, `configuration`, …
        origin: `generated`, `compiled`, `vendored` or `lock file` if nobody wrote it for this
            repository.
        module: Dotted name of the module that it is.
        size: In bytes.
        lines: How many it has.
        digest: SHA-256 of its content, hexadecimal.
        summary: What it says about itself.
        page: Address of its page, relative to the site's top.
        symbols: What it defines, in the order of their positions.
        imports: What it takes from elsewhere.
        references: What its identifiers mean in the repository, in source order.
        tests: Paths of the tests that exercise it, the closest first.
        findings: What rules have found in it.
        facts: What it states in the eyes of extensions.
    """

    path: str
    kind: str
    language: str
    role: str
    origin: str = ""
    module: str = ""
    size: int
    lines: int
    digest: str
    summary: str = ""
    page: str
    symbols: tuple[SymbolRow, ...] = ()
    imports: tuple[ImportRow, ...] = ()
    references: tuple[ReferenceRow, ...] = ()
    tests: tuple[str, ...] = ()
    findings: tuple[FindingRow, ...] = ()
    facts: tuple[FactRow, ...] = ()


class CycleStepRow(RowPart, frozen=True, kw_only=True):
    """A file of a cycle.

    Attributes:
        path: The file.
        line: Its line that imports the next one.
    """

    path: str
    line: int


class CycleRow(_Row, frozen=True, kw_only=True, tag="cycle"):
    """Files that import each other in a ring; the last one imports the first.

    Attributes:
        steps: The files.
    """

    steps: tuple[CycleStepRow, ...]


class FlowStepRow(RowPart, frozen=True, kw_only=True):
    """A function of a flow.

    Attributes:
        symbol: The function; -1 is the code of a module outside of functions.
        line: Line of the step before that calls it; 0 for the first.
        called: Whether it is called there; otherwise it is handed on to be called.
    """

    symbol: SymbolId
    line: int = 0
    called: bool = True


class FlowRow(_Row, frozen=True, kw_only=True, tag="flow"):
    """A main flow: from where the software is entered the path of calls that does most of the work.

    Attributes:
        kind: What enters there: `command`, `program`, `script`, `application`, `example`, …
        name: The command or program, the file, the document, else the qualified name.
        steps: The functions, from the entry on.
    """

    kind: str
    name: str
    steps: tuple[FlowStepRow, ...]


ModelRow = RepositoryRow | FileRow | CycleRow | FlowRow
"""A line of the model."""
