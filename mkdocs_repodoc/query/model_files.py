"""The model of a repository as a file: JSON Lines or a database of SQLite."""

from __future__ import annotations

import sqlite3
from itertools import chain
from pathlib import Path

import msgspec

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.outputs.documented_site import DocumentedSite
from mkdocs_repodoc.outputs.model_database import write_database
from mkdocs_repodoc.outputs.model_rows import ModelRow, RepositoryRow
from mkdocs_repodoc.outputs.repository_model import model_lines
from mkdocs_repodoc.query.asked_repository import AskedRepository

_LINES = ".jsonl"


def write_model(asked: AskedRepository, file: Path) -> RepositoryRow:
    """Write all that is known of a repository into a file, which is whole or as it was before.

    Args:
        asked: The repository.
        file: Where; lines of JSON if its name ends in `.jsonl`, else a database.

    Returns:
        The first row.

    Raises:
        RepodocError: It can't be written.
    """
    lines = model_lines(_documented(asked))
    first = next(lines)
    unfinished = file.with_name(f".{file.name}.unfinished")
    try:
        if file.suffix == _LINES:
            with unfinished.open("wb") as output:
                output.writelines(chain([first], lines))
        else:
            unfinished.unlink(missing_ok=True)
            decode = msgspec.json.Decoder(ModelRow).decode
            write_database(unfinished, [decode(line) for line in chain([first], lines)])
        Path(unfinished).replace(file)
    except (OSError, sqlite3.OperationalError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise RepodocError(f"{file} can't be written: {reason}") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return msgspec.json.decode(first, type=RepositoryRow)


def _documented(asked: AskedRepository) -> DocumentedSite:
    context, queries = asked.context, asked.linked.queries
    return DocumentedSite(
        asked.repository, context.plan, queries.exports, queries, lambda: context.flows
    )
