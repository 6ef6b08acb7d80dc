"""Outlines of what files held at another commit, from the cache where they have been made once."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

import msgspec

from mkdocs_repodoc.analysis.analyse import Content, analyse_all
from mkdocs_repodoc.analysis.record_keys import record_key
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources.file_types import HEAD, classify

_decode = msgspec.msgpack.Decoder(FileOutline).decode
_encode = msgspec.msgpack.Encoder().encode


class EarlierFile(NamedTuple):
    """A regular file as it was."""

    path: str
    data: bytes


def earlier_outlines(
    files: Sequence[EarlierFile], settings: Settings, cache: Cache
) -> list[FileOutline]:
    """Return the outlines of files that need not be there any more, in their order.

    Args:
        files: The files with what they held.
        settings: What changes a record.
        cache: Where records are kept: an earlier content may well have been analysed in its time.
    """
    options = settings.analysis
    sources = [_source(file) for file in files]
    keys = [record_key(source, options) for source in sources]
    known = dict(cache.get_many(Cached.OUTLINE, list(dict.fromkeys(keys)), _decode))
    missing = {
        key: (source, file)
        for key, source, file in zip(keys, sources, files, strict=True)
        if key not in known
    }
    contents = [
        Content(name_of(source.path), source.language, file.data if _is_read(source) else b"")
        for source, file in missing.values()
    ]
    made = {
        key: record.outline
        for key, record in zip(missing, analyse_all(contents, options), strict=True)
    }
    cache.put_many(Cached.OUTLINE, [(key, _encode(outline)) for key, outline in made.items()])
    return [known[key] if key in known else made[key] for key in keys]


def _is_read(source: SourceFile) -> bool:
    """Whether a record of the same key, made from the work tree, says what is in the file."""
    return source.kind in {"text", "image"}


def _source(file: EarlierFile) -> SourceFile:
    kind, language = classify(name_of(file.path), file.data[:HEAD])
    digest = sha256(file.data).hexdigest()
    return SourceFile(file.path, kind, language, len(file.data), digest)
