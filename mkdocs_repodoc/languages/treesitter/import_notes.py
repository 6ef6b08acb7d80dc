"""Notes of the imports in one file's syntax tree."""

from __future__ import annotations

from dataclasses import dataclass, field

from tree_sitter import Node

from mkdocs_repodoc.model.records import Import


@dataclass(slots=True, kw_only=True)
class ImportNotes:
    """The imports that have been found in a file so far."""

    imports: list[Import] = field(default_factory=list)

    def add_import(
        self,
        module: str,
        node: Node,
        place: Node | None = None,
        *,
        name: str = "",
        alias: str = "",
        level: int = 0,
        scope: str = "",
        system: bool = False,
        conditional: bool = False,
        for_types: bool = False,
        passes_on: bool = False,
    ) -> None:
        """Note an import; `place` is where the imported name stands."""
        column = end = -1
        line = node.start_point.row + 1
        if place is not None:
            line, column = place.start_point.row + 1, place.start_point.column
            one_row = place.end_point.row == place.start_point.row
            end = place.end_point.column if one_row else column
        self.imports.append(
            Import(
                module=module,
                name=name,
                alias=alias,
                level=level,
                line=line,
                column=column,
                end_column=end,
                scope=scope,
                conditional=conditional,
                type_checking=for_types,
                system=system,
                passes_on=passes_on,
            )
        )
