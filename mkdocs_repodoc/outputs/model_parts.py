"""The parts of a file's record in the model: what it defines, imports, refers to and states.

Lines and columns are counted as in the records, `outputs.model_rows`.
"""

from __future__ import annotations

import msgspec

from mkdocs_repodoc.model.references import FILE_SCOPE


class RowPart(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Part of a record."""


class SymbolRow(RowPart, frozen=True, kw_only=True):
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


class SymbolId(RowPart, frozen=True, kw_only=True):
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


class ImportRow(RowPart, frozen=True, kw_only=True):
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


class ReferenceRow(RowPart, frozen=True, kw_only=True):
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


class FindingRow(RowPart, frozen=True, kw_only=True):
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


class FactRow(RowPart, frozen=True, kw_only=True):
    """Something that a file states in the eyes of an extension.

    Attributes:
        name: What it is about.
        value: What is stated.
        line: Line that states it; 0 where none does alone.
    """

    name: str
    value: str
    line: int = 0
