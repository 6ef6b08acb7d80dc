"""`index.scip`: definitions, references and symbols, for tools that navigate code.

SCIP has no word for a link that rests on an inference, and whoever reads an index takes it for a
compiler's. Only exact links are written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mkdocs_repodoc import __version__
from mkdocs_repodoc.model.kinds import SPELT_OUT
from mkdocs_repodoc.model.linked_symbols import LinkedReference, SymbolRef
from mkdocs_repodoc.model.references import ReferenceKind
from mkdocs_repodoc.model.repository import TEST_ROLES, RepoFile
from mkdocs_repodoc.outputs.documented_site import DocumentedSite
from mkdocs_repodoc.outputs.scip_symbols import SCHEME, ScipSymbols
from mkdocs_repodoc.scip.column_encodings import TextLines
from mkdocs_repodoc.scip.schema import (
    DocumentField,
    IndexField,
    MetadataField,
    OccurrenceField,
    PositionEncoding,
    RelationshipField,
    Roles,
    SignatureField,
    SymbolField,
    TextEncoding,
    ToolInfoField,
)
from mkdocs_repodoc.scip.spelling import spells_definition
from mkdocs_repodoc.scip.wire_format import (
    write_bytes,
    write_integers,
    write_number,
    write_text,
)

_ROLES: Mapping[ReferenceKind, Roles] = {"import": Roles.IMPORT, "assign": Roles.WRITE}
"""Of references; all others read what they refer to."""


class _Occurrence(NamedTuple):
    line: int
    column: int
    end_column: int
    symbol: str
    roles: Roles
    enclosing: tuple[int, ...] = ()
    """The lines of a definition: first line, column, last line, column; from 0."""


def scip_index(site: DocumentedSite) -> bytes:
    """Return an index of all exact links of a site, as a file."""
    documents = _Documents(site)
    return _metadata() + b"".join(
        write_bytes(IndexField.DOCUMENTS, documents.document(file)) for file in documents.files()
    )


def _is_written(reference: LinkedReference) -> bool:
    return reference.kind != "definition" and reference.confidence == "exact"


def _metadata() -> bytes:
    # Without the folder on this machine, which is nobody's business.
    tool = write_text(ToolInfoField.NAME, SCHEME) + write_text(ToolInfoField.VERSION, __version__)
    return write_bytes(
        IndexField.METADATA,
        write_bytes(MetadataField.TOOL_INFO, tool)
        + write_text(MetadataField.PROJECT_ROOT, "file:///")
        + write_number(MetadataField.TEXT_DOCUMENT_ENCODING, TextEncoding.UTF8),
    )


class _Documents:
    """The documents of an index, one at a time.

    Args:
        site: The site.
    """

    def __init__(self, site: DocumentedSite) -> None:
        self._repository = site.repository
        self._queries = site.queries
        self._symbols = ScipSymbols(site.repository)
        referred = {
            each.symbol
            for path in self._repository.files
            for each in self._queries.references(path)
            if _is_written(each)
        }
        self._referring = [
            path for path in self._repository.files if self._queries.references(path)
        ]
        self._known = {*self._referring, *(ref.path for ref in referred)}
        self._defined = {ref for ref in referred if ref.is_file}
        for file in self.files():
            self._defined.update(ref for ref, _ in self._definitions(file))

    def files(self) -> Iterator[RepoFile]:
        """Yield the files that refer to something or are referred to."""
        return (file for path, file in self._repository.files.items() if path in self._known)

    def document(self, file: RepoFile) -> bytes:
        """Return the document of a file."""
        defined = dict(self._definitions(file))
        itself = SymbolRef.of_file(file.path)
        if itself in self._defined:
            roles = Roles.DEFINITION | _roles(file)
            defined[itself] = _Occurrence(1, 0, 0, self._symbols.of(itself), roles)
        occurrences = sorted((*defined.values(), *self._references(file)))
        parts = [
            write_text(DocumentField.RELATIVE_PATH, file.path),
            *(write_bytes(DocumentField.OCCURRENCES, _occurrence(each)) for each in occurrences),
            *(write_bytes(DocumentField.SYMBOLS, self._symbol(ref)) for ref in sorted(defined)),
            write_text(DocumentField.LANGUAGE, file.source.language),
            write_number(DocumentField.POSITION_ENCODING, PositionEncoding.UTF8),
        ]
        return b"".join(parts)

    def _definitions(self, file: RepoFile) -> Iterator[tuple[SymbolRef, _Occurrence]]:
        """Yield the symbols of a file whose names stand in it as they are called."""
        content = self._queries.lines(file.path)
        lines = TextLines(content, PositionEncoding.UTF8)
        roles = Roles.DEFINITION | _roles(file)
        for position, symbol in enumerate(file.outline.symbols):
            if symbol.kind in SPELT_OUT or " " in symbol.name:  # a title, or an implementation
                continue
            ref = SymbolRef(file.path, position)
            name = self._symbols.of(ref)
            found = lines.stretch(symbol.name_line - 1, symbol.column, symbol.end_column)
            if found and found.text and found.is_whole and spells_definition(name, found.text):
                last = min(symbol.end_line, len(content))
                width = len(content[last - 1].encode("utf-8", "surrogatepass"))
                around = (symbol.line - 1, 0, last - 1, width)
                extent = symbol.name_line, symbol.column, symbol.end_column
                yield ref, _Occurrence(*extent, name, roles, around)

    def _references(self, file: RepoFile) -> Iterator[_Occurrence]:
        lines = TextLines(self._queries.lines(file.path), PositionEncoding.UTF8)
        for each in self._queries.references(file.path):
            if _is_written(each) and each.symbol in self._defined:
                found = lines.stretch(each.line - 1, each.column, each.end_column)
                if found is not None and found.text and found.is_whole:
                    roles = _ROLES.get(each.kind, Roles.READ) | _roles(file)
                    name = self._symbols.of(each.symbol)
                    yield _Occurrence(each.line, each.column, each.end_column, name, roles)

    def _symbol(self, ref: SymbolRef) -> bytes:
        file = self._repository.files[ref.path]
        name = self._symbols.display_name(ref)
        symbol = None if ref.is_file else file.outline.symbols[ref.position]
        parts = [
            write_text(SymbolField.SYMBOL, self._symbols.of(ref)),
            write_text(SymbolField.DOCUMENTATION, symbol.summary if symbol else file.summary),
            *(write_bytes(SymbolField.RELATIONSHIPS, each) for each in self._relationships(ref)),
            write_number(SymbolField.KIND, self._symbols.kind_number(ref)),
            write_text(SymbolField.DISPLAY_NAME, name),
        ]
        if symbol and symbol.signature:
            signature = write_text(SignatureField.LANGUAGE, file.source.language)
            signature += write_text(SignatureField.TEXT, name + symbol.signature)
            parts.append(write_bytes(SymbolField.SIGNATURE, signature))
        return b"".join(parts)

    def _relationships(self, ref: SymbolRef) -> Iterator[bytes]:
        """Yield what a type is derived from, or which member a member overrides."""
        links = self._repository.links
        for base in links.bases.get(ref, ()):
            yield write_text(RelationshipField.SYMBOL, self._symbols.of(base)) + write_number(
                RelationshipField.IS_IMPLEMENTATION, 1
            )
        overridden = links.overrides.get(ref)
        if overridden is not None:
            yield (
                write_text(RelationshipField.SYMBOL, self._symbols.of(overridden))
                + write_number(RelationshipField.IS_REFERENCE, 1)
                + write_number(RelationshipField.IS_IMPLEMENTATION, 1)
            )


def _roles(file: RepoFile) -> Roles:
    """Return the roles that all occurrences in a file have."""
    roles = Roles.TEST if file.role in TEST_ROLES else Roles.NONE
    return roles | Roles.GENERATED if file.source.is_made else roles


def _occurrence(each: _Occurrence) -> bytes:
    written = (
        write_integers(OccurrenceField.RANGE, (each.line - 1, each.column, each.end_column))
        + write_text(OccurrenceField.SYMBOL, each.symbol)
        + write_number(OccurrenceField.SYMBOL_ROLES, each.roles)
    )
    if each.enclosing:
        written += write_integers(OccurrenceField.ENCLOSING_RANGE, each.enclosing)
    return written
