"""The records of the model: the repository, each of its files, import cycles, main flows.

Paths are relative to the documented folder, lines count from 1, columns from 0 in bytes of UTF-8.
A symbol is identified by the path of its file and its position among the file's symbols, from 0;
-1 is the file itself.
"""

from __future__ import annotations

import msgspec

from mkdocs_repodoc.model.references import FILE_SCOPE

MODEL_VERSION = 1
"""Raised when a field is removed or means something else; new ones may come at any time."""


class _Row(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="type", omit_defaults=True, gc=False
):
    """A line of the file."""


class _Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Part of a record."""


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


class SymbolRow(_Part, frozen=True, kw_only=True):
    """A named thing that a file defines.

    Attributes:
        name: Dotted path within the file.
        kind: `class`, `function`, `method`, `heading`, …
        line: First line of the definition, decorators included.
        end_line: Its last line.
        name_line: Line of the defining name.
        column: Where that starts; -1 when no name stands in the source.
        signature: Without the name.
        summary: First sentence of its documentation.
        public: Whether the conventions of the language make it public.
        labels: `async`, `property`, `abstract`, `deprecated`, …
        decorators: As written, without the `@`.
        written_bases: Base classes as written.
        bases: Ids of the base classes that the repository defines.
        overrides: Id of the member of the nearest base that it overrides.
        anchor: HTML id of its section on the file's page.
        uses: How many other files use it.
    """

    name: str
    kind: str
    line: int
    end_line: int
    name_line: int
    column: int
    signature: str = ""
    summary: str = ""
    public: bool = True
    labels: tuple[str, ...] = ()
    decorators: tuple[str, ...] = ()
    written_bases: tuple[str, ...] = ()
    bases: tuple[SymbolId, ...] = ()
    overrides: SymbolId | None = None
    anchor: str = ""
    uses: int = 0


class SymbolId(_Part, frozen=True, kw_only=True):
    """Identity of a symbol.

    Attributes:
        path: The file that defines it.
        position: Its place among the file's symbols, from 0; -1 is the file itself.
    """

    path: str
    position: int

    @property
    def is_file(self) -> bool:
        """Whether it is the file itself."""
        return self.position == FILE_SCOPE


class ImportRow(_Part, frozen=True, kw_only=True):
    """One name that a file takes from elsewhere.

    Attributes:
        line: Its line.
        module: As written, with the dots of a relative import.
        name: What is taken from it; empty for the module itself.
        origin: `repository`, `third party`, `standard library` or `unknown`.
        leads_to: Path of the file or folder that is imported, or the distribution.
        symbol: The definition of the name, re-exports followed.
        types_only: Whether it is there for type checkers alone.
    """

    line: int
    module: str
    name: str = ""
    origin: str
    leads_to: str = ""
    symbol: SymbolId | None = None
    types_only: bool = False


class ReferenceRow(_Part, frozen=True, kw_only=True):
    """An identifier and the symbol that it means.

    Attributes:
        line: Its line.
        column: Where it starts.
        end_column: Where it ends.
        kind: `call`, `name`, `annotation`, `base`, `raise`, `import`, `definition`, …
        target: The symbol.
        grade: `exact`, or `inferred` where a type had to be worked out.
    """

    line: int
    column: int
    end_column: int
    kind: str
    target: SymbolId
    grade: str


class FindingRow(_Part, frozen=True, kw_only=True):
    """Something that a rule has found.

    Attributes:
        line: First line of what it is about.
        end_line: Its last line.
        area: `security`, `performance`, `design`, …
        rule: Id of the rule.
        message: What was found.
        symbol: Name of the symbol around it; empty for the file itself.
        url: Explanation of the rule.
    """

    line: int
    end_line: int
    area: str
    rule: str
    message: str
    symbol: str = ""
    url: str = ""


class FactRow(_Part, frozen=True, kw_only=True):
    """Something that a file states in the eyes of an extension.

    Attributes:
        name: What it is about.
        value: What is stated.
        line: Line that states it; 0 where none does alone.
    """

    name: str
    value: str
    line: int = 0


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


class CycleStepRow(_Part, frozen=True, kw_only=True):
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


class FlowStepRow(_Part, frozen=True, kw_only=True):
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
