"""Turn a repository into a linked, searchable documentation site.

The data flows one way, and each step has a package of its own:

1. `sources` discovers the files; `analysis` turns each one, alone, into a `FileRecord`, by the
   front end of its language (`languages`) or the reader of its format (`format_readers`).
2. `linking` joins all records into one `Repository`: symbols, imports, references, tests, folders.
   `insight` answers questions about it: components, main flows, statistics.
3. `pages` plans the site (every URI, URL and anchor) and composes a page's blocks when asked.
4. A renderer (`rendering`) lays blocks out; `html` is the one there is. `client` is what runs in
   the browser.

`pipeline` is the only package that knows this order. `hosts` holds the edges to the programs that
build sites, and is the only room that imports them. `model` holds the nouns that the steps hand to
each other.
"""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_repodoc.errors import ModelError
    from mkdocs_repodoc.outputs.loaded_model import LoadedModel, load
    from mkdocs_repodoc.outputs.model_parts import (
        FactRow,
        FindingRow,
        ImportRow,
        ReferenceRow,
        SymbolId,
        SymbolRow,
    )
    from mkdocs_repodoc.outputs.model_rows import (
        CycleRow,
        CycleStepRow,
        FileRow,
        FlowRow,
        FlowStepRow,
        RepositoryRow,
    )

__version__ = "0.2.0.dev0"

__all__ = [
    "CycleRow",
    "CycleStepRow",
    "FactRow",
    "FileRow",
    "FindingRow",
    "FlowRow",
    "FlowStepRow",
    "ImportRow",
    "LoadedModel",
    "ModelError",
    "ReferenceRow",
    "RepositoryRow",
    "SymbolId",
    "SymbolRow",
    "__version__",
    "load",
]
"""What other programs may use; it is imported when it is asked for."""


_HOMES = MappingProxyType(
    {
        "LoadedModel": "outputs.loaded_model",
        "ModelError": "errors",
        "load": "outputs.loaded_model",
        **dict.fromkeys(
            ("FactRow", "FindingRow", "ImportRow", "ReferenceRow", "SymbolId", "SymbolRow"),
            "outputs.model_parts",
        ),
    }
)
"""Name → module that it is defined in, where that is not the one of the rows."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = _HOMES.get(name, "outputs.model_rows")
    return getattr(import_module(f"{__name__}.{home}"), name)
