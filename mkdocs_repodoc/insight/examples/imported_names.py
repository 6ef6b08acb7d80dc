"""Names that imports in shown code bind: the software's, and those of others."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.record_parts.example_code import ExampleCode


class Bound(NamedTuple):
    """A name that an import binds.

    Attributes:
        name: As the code uses it; empty where it calls what it imports at once.
        original: As it is called where it comes from; `default`, or `*` for all of a module.
        is_own: Whether it comes from the software.
        row: The row of the import in the code, from 0 on.
    """

    name: str
    original: str
    is_own: bool
    row: int


def imported_names(
    lines: Sequence[str], own: Collection[str], forms: Collection[ExampleCode]
) -> Iterator[Bound]:
    """Yield the names that imports bind.

    Args:
        lines: The code.
        own: The names of the software's packages, in lower case and with `_` for `-`.
        forms: Those of the languages that the code may be in.
    """
    code = "\n".join(lines)
    for form in forms:
        for each in form.read_imports.load()(code):
            yield Bound(each.name, each.original, _is_own(each.module, own), each.row)


def _is_own(written: str, own: Collection[str]) -> bool:
    """Tell whether a module is one of the software's packages, or a part of one."""
    module = written.lower().replace("-", "_")
    return any(
        module == each or module.startswith((f"{each}/", f"{each}.")) for each in own if each
    )
