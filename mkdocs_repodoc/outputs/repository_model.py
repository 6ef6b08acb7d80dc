"""`repodoc.jsonl`: all that is known of the repository as data, and the schema of its lines."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from mkdocs_repodoc import __version__
from mkdocs_repodoc.insight.shown_findings import shown_findings
from mkdocs_repodoc.model.facts import StatedFact
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.outputs.documented_site import DocumentedSite
from mkdocs_repodoc.outputs.model_parts import (
    FactRow,
    FindingRow,
    ImportRow,
    ReferenceRow,
    SymbolId,
    SymbolRow,
)
from mkdocs_repodoc.outputs.model_rows import (
    MODEL_VERSION,
    CycleRow,
    CycleStepRow,
    FileRow,
    FlowRow,
    FlowStepRow,
    ModelRow,
    RepositoryRow,
)
from mkdocs_repodoc.text.json_schema import DIALECT, components_of
from mkdocs_repodoc.text.json_text import encode_json

SCHEMA_URL = (
    f"https://mkdocs-repodoc.github.io/mkdocs-repodoc/schemas/repodoc-{MODEL_VERSION}.schema.json"
)
"""Address and identity of the schema, one for each version."""


def repository_model(site: DocumentedSite) -> bytes:
    """Return the model of a site's repository as JSON Lines: a record on each line."""
    return b"".join(model_lines(site))


def model_lines(site: DocumentedSite) -> Iterator[bytes]:
    """Yield the lines of the model, each with its end."""
    return (encode_json(record) + b"\n" for record in _records(site))


def model_schema(_site: DocumentedSite | None = None) -> bytes:
    """Return the JSON Schema of a line of the model, which is the same for each site."""
    found, components = components_of([RepositoryRow, FileRow, CycleRow, FlowRow])
    schema = {
        "$schema": DIALECT,
        "$id": SCHEMA_URL,
        "title": f"A line of repodoc.jsonl, version {MODEL_VERSION}",
        "anyOf": list(found),
        "$defs": components,
    }
    return encode_json(schema) + b"\n"


def _records(site: DocumentedSite) -> Iterator[ModelRow]:
    repository = site.repository
    yield RepositoryRow(
        format=MODEL_VERSION,
        generator=f"mkdocs-repodoc {__version__}",
        name=repository.name,
        version=repository.project.version,
        commit=repository.history.revision,
        files=len(repository.files),
        symbols=sum(len(file.outline.symbols) for file in repository.files.values()),
    )
    for file in repository.files.values():
        yield _file(site, file)
    for cycle in repository.links.cycles:
        steps = zip(cycle.paths, cycle.lines, strict=True)
        yield CycleRow(steps=tuple(CycleStepRow(path=path, line=line) for path, line in steps))
    for flow in site.flows():
        steps_of_flow = tuple(
            FlowStepRow(symbol=_id(step.symbol), line=step.line, called=step.called)
            for step in flow.steps
        )
        yield FlowRow(kind=flow.entry.kind, name=flow.entry.name, steps=steps_of_flow)


def _file(site: DocumentedSite, file: RepoFile) -> FileRow:
    source = file.source
    return FileRow(
        path=file.path,
        kind=source.kind,
        language=source.language,
        role=file.role,
        origin=source.origin,
        module=file.module,
        size=source.size,
        lines=file.outline.lines.total,
        digest=source.digest,
        summary=file.outline.summary,
        page=site.plan.pages[site.plan.uri("file", file.path)].url,
        symbols=tuple(_symbols(site, file)),
        imports=tuple(_imports(site, file)),
        references=tuple(
            ReferenceRow(
                line=each.line,
                column=each.column,
                end_column=each.end_column,
                kind=each.kind,
                target=_id(each.symbol),
                grade=each.confidence,
            )
            for each in site.queries.references(file.path)
        ),
        tests=site.repository.links.tests_of.get(file.path, ()),
        findings=tuple(FindingRow(**msgspec.structs.asdict(each)) for each in shown_findings(file)),
        facts=tuple(
            FactRow(**msgspec.structs.asdict(each)) for each in file.outline.facts_of(StatedFact)
        ),
    )


def _symbols(site: DocumentedSite, file: RepoFile) -> Iterator[SymbolRow]:
    links = site.repository.links
    uses = links.uses.file_counts(file.path)
    for position, symbol in enumerate(file.outline.symbols):
        ref = SymbolRef(file.path, position)
        overridden = links.overrides.get(ref)
        yield SymbolRow(
            name=symbol.name,
            kind=symbol.kind.value,
            line=symbol.line,
            end_line=symbol.end_line,
            name_line=symbol.name_line,
            column=symbol.column,
            signature=symbol.signature,
            summary=symbol.summary,
            public=symbol.public,
            labels=symbol.labels,
            decorators=symbol.decorators,
            written_bases=symbol.bases,
            bases=tuple(map(_id, links.bases.get(ref, ()))),
            overrides=_id(overridden) if overridden is not None else None,
            anchor=file.anchors[position],
            uses=uses.get(position, 0),
        )


def _imports(site: DocumentedSite, file: RepoFile) -> Iterator[ImportRow]:
    found = site.repository.links.imports.get(file.path, ())
    for item, leads in zip(file.outline.imports, found, strict=True):
        yield ImportRow(
            line=item.line,
            module="." * item.level + item.module,
            name=item.name,
            origin=leads.origin,
            leads_to=leads.path or leads.folder or leads.distribution,
            symbol=_id(leads.symbol) if leads.symbol is not None else None,
            types_only=item.type_checking,
        )


def _id(ref: SymbolRef) -> SymbolId:
    return SymbolId(path=ref.path, position=ref.position)
