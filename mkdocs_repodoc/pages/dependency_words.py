"""Words for ties between files: `imports` where each is one, else `uses`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mkdocs_repodoc.pages.context import PageContext


class DependencyWords(NamedTuple):
    """A noun, the forms of its verb, and a title for all of them."""

    noun: str
    verb: str
    """As in `one file imports it`."""
    plural: str
    """As in `two files import it`."""
    participle: str
    title: str


IMPORTS = DependencyWords("import", "imports", "import", "imported", "Imports")
_USES = DependencyWords("use", "uses", "use", "used", "Dependencies")


def words_for(context: PageContext, pairs: Iterable[tuple[str, str]]) -> DependencyWords:
    """Return what is true of all ties.

    Args:
        context: Where they are known.
        pairs: Of files, of which the first needs the second.
    """
    is_import = context.statistics.is_import
    return IMPORTS if all(is_import(path, target) for path, target in pairs) else _USES


def words_between_components(context: PageContext) -> DependencyWords:
    """Return what is true of all ties between the repository's components."""
    imports = context.statistics.architecture.imports
    return words_for(context, (pair for pairs in imports.values() for pair in pairs))
