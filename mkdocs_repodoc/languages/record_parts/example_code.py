"""Forms of a language's code that tell what an example in a document is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_repodoc.languages.record_parts.basic_parts import Lazy


class ShownImport(NamedTuple):
    """A name that an import binds.

    Attributes:
        name: As the code uses it; empty where it calls the module at once.
        original: What it is called where it comes from; `default`, or `*` for all of a module.
        module: The module or package, as written.
        row: The row of the import in the code, from 0 on.
    """

    name: str
    original: str
    module: str
    row: int


ImportReader = Callable[[str], Iterator[ShownImport]]
"""Takes code, which may be a part of a file, and yields what its imports bind."""


@dataclass(frozen=True, slots=True)
class ExampleCode:
    """What is known of a language's code in examples.

    Attributes:
        read_imports: Reads its imports.
        import_calls: Functions whose call is an import.
        iterators: Methods that a loop calls on what it goes through.
    """

    read_imports: Lazy[ImportReader]
    import_calls: tuple[str, ...] = ()
    iterators: tuple[str, ...] = ()
