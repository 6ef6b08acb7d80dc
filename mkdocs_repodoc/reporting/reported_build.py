"""The frame around a build that a command makes once: it is closed, and its errors have words."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.processes.isolation import trusted_imports
from mkdocs_repodoc.reporting.build_summary import tell
from mkdocs_repodoc.settings import Settings


@contextmanager
def reported_build(settings: Settings, log: logging.Logger, *, output: str) -> Iterator[Builder]:
    """Lend a builder, and close it in the end.

    Args:
        settings: What to document, and how.
        log: Told what is wrong with the cache.
        output: What the build is for, as the error has it: `the site`.

    Raises:
        RepodocError: A file can't be written.
    """
    with trusted_imports(settings.root):
        builder = Builder(settings)
        try:
            yield builder
        except OSError as error:
            raise RepodocError(unwritable(output, error)) from error
        finally:
            builder.close()
            tell(builder.cache.take_diagnostics(), log)


def takes_no_more(error: OSError) -> bool:
    """Tell whether a disk takes no more; where that was noticed says nothing about what to do."""
    return errno.errorcode.get(error.errno or 0, "") in {"ENOSPC", "EDQUOT", "EFBIG", "EROFS"}


def unwritable(output: str, error: OSError) -> str:
    """Say that something can't be written, why, and which file of it."""
    named = error.filename2 or error.filename  # of a copy, the second is what can't be written
    where = f" ({named})" if named else ""
    return f"{output} can't be written: {error.strerror}{where}"
