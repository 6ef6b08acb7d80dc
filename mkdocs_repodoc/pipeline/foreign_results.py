"""Results of other programs: indexes of symbols, and the lines that tests have run.

The user names their files, which may be as large and as odd as any: what can't be made use of is
left out, and said.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.linking import LinkingLosses
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.measured_coverage import LineContexts
from mkdocs_repodoc.pipeline.stores.scip_indexes import Indexed, read_indexes
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources.coverage_data import read_coverage


def indexes_of(
    settings: Settings, sources: Sequence[SourceFile], cache: Cache, losses: LinkingLosses
) -> Indexed:
    """Return what indexes say of the files.

    Args:
        settings: Name the indexes.
        sources: The files.
        cache: Where what is read is kept.
        losses: Takes it if it can't be read in time.

    Raises:
        SettingsError: The file of an index can't be read.
    """
    return losses.of_all(
        "what indexes say",
        lambda: read_indexes(settings.scip, settings.root, sources, cache),
        Indexed({}, ()),
    )


def coverage_of(settings: Settings, paths: Sequence[str], losses: LinkingLosses) -> LineContexts:
    """Return which lines of the files tests have run.

    Args:
        settings: Name the file of a run.
        paths: The files.
        losses: Takes it if it can't be read in time.

    Raises:
        SettingsError: The file can't be read, or the library for it is missing.
    """
    nothing: LineContexts = {}
    return losses.of_all(
        "what tests have run",
        lambda: read_coverage(settings.coverage, settings.root, paths),
        nothing,
    )
